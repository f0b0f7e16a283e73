"""Works the app as a person does who hears it: elements are found by their role and name on the reader's bus and pressed
there; text is typed with real keys. Runs under the system's python3, which has the bindings (python3-gi).
"""

import time

from programs import Failure, require

PATIENCE = 60  # seconds until something has to be there, on a machine that builds at the same time
PAUSE = 0.1

# As AT-SPI names the roles that the app's controls have.
BUTTON, HEADING, FIELD, SECRET, RADIO = "push button", "heading", "text", "password text", "radio button"


class Element:
    """One element as the reader's bus told it a moment ago."""

    def __init__(self, accessible, role, name, states):
        self.accessible = accessible
        self.role = role
        self.name = name
        self.states = states

    def description(self):
        return self.accessible.get_description() or ""

    def __str__(self):
        return f"{self.role} '{self.name}'"


class Reader:
    """The connection to the reader's bus. Made after the desk, since the library reads the addresses once."""

    def __init__(self, desk, app):
        import os
        os.environ.update({name: desk.environment[name] for name in ("DISPLAY", "DBUS_SESSION_BUS_ADDRESS")})
        import gi
        gi.require_version("Atspi", "2.0")
        from gi.repository import Atspi, GLib
        self._atspi = Atspi
        self._fault = GLib.Error
        self._desk = desk
        self._app = app
        Atspi.init()
        Atspi.set_timeout(5000, 5000)
        # Nothing runs a main loop here that would keep a cache true.
        Atspi.get_desktop(0).set_cache_mask(Atspi.Cache.NONE)

    # --- looking -----------------------------------------------------------------------------------------------------

    def _root(self):
        desktop = self._atspi.get_desktop(0)
        for index in range(desktop.get_child_count()):
            application = desktop.get_child_at_index(index)
            if application is not None and application.get_process_id() == self._app.pid:
                return application
        return None

    def _walk(self, accessible, found):
        states = accessible.get_state_set()
        if not states.contains(self._atspi.StateType.VISIBLE) and found:
            return
        found.append(Element(accessible, accessible.get_role_name(), accessible.get_name() or "", states))
        for index in range(accessible.get_child_count()):
            child = accessible.get_child_at_index(index)
            if child is not None:
                self._walk(child, found)

    def elements(self):
        """Everything that readers know of the app at this moment, in reading order."""
        self._app.require_alive()
        found = []
        try:
            root = self._root()
            for index in range(root.get_child_count() if root else 0):
                self._walk(root.get_child_at_index(index), found)
        except self._fault:
            return []  # The page changed under the walk; the next look sees the new one.
        return [element for element in found if element.name]

    def look(self, name, role=None, last=False):
        """The first element in sight (or the last, which lies on top) whose name begins so; None where there is none."""
        matching = [element for element in self.elements()
                    if element.name.startswith(name) and role in (None, element.role)]
        return (matching[-1 if last else 0]) if matching else None

    def find(self, name, role=None, last=False, patience=PATIENCE):
        return self._wait(lambda: self.look(name, role, last), f"{role or 'element'} '{name}'", patience)

    def find_any(self, *names, patience=PATIENCE):
        """The first of several that can be there."""
        def look():
            elements = self.elements()
            return next((element for name in names for element in elements if element.name.startswith(name)), None)
        return self._wait(look, " or ".join(names), patience)

    def hear(self, words, patience=PATIENCE):
        """Waits until these words stand anywhere in a name or a description; gives the element."""
        def heard():
            for element in self.elements():
                try:
                    if words in element.name or words in element.description():
                        return element
                except self._fault:
                    continue
            return None
        return self._wait(heard, f"the words '{words}'", patience)

    def gone(self, name, role=None, patience=PATIENCE):
        def is_gone():
            elements = self.elements()
            return bool(elements) and not any(element.name.startswith(name) and role in (None, element.role)
                                              for element in elements)
        self._wait(is_gone, f"'{name}' to go", patience)

    def _wait(self, condition, words, patience):
        end = time.monotonic() + patience
        while True:
            found = condition()
            if found:
                return found
            if time.monotonic() > end:
                raise Failure(f"waited {patience} s for {words}; in sight: {self.told()}")
            time.sleep(PAUSE)

    def told(self):
        return " | ".join(str(element) for element in self.elements())

    # --- acting ------------------------------------------------------------------------------------------------------

    def press(self, name, role=None, last=False, whole=False, patience=PATIENCE):
        """Presses what has an action and a name that begins so (or is no longer than that), as a reader does."""
        def is_meant(element):
            fits = element.name == name if whole else element.name.startswith(name)
            return fits and role in (None, element.role) and self._press_index(element) is not None

        def pressable():
            matching = list(filter(is_meant, self.elements()))
            return matching[-1 if last else 0] if matching else None
        element = self._wait(pressable, f"something to press named '{name}'", patience)
        self.press_element(element)
        return element

    def press_until(self, is_meant, is_done, patience=PATIENCE):
        """Presses the element that is meant, again until it has had its effect: a press may come while the page is deaf."""
        def pressed():
            for element in self.elements():
                if is_meant(element) and not is_done():
                    self.press_element(element)
                    return True
            return is_done()
        end = time.monotonic() + patience
        while not is_done():
            self._wait(pressed, "the element that is meant", patience)
            require(time.monotonic() < end, f"a press had no effect; in sight: {self.told()}")
            self._pause_until(is_done)

    @staticmethod
    def _pause_until(is_done):
        end = time.monotonic() + 2
        while not is_done() and time.monotonic() < end:
            time.sleep(PAUSE)

    def press_element(self, element):
        require("inte tillgänglig" not in element.description(), f"{element} is not enabled: {element.description()}")
        index = self._press_index(element)
        require(index is not None, f"{element} cannot be pressed")
        require(element.accessible.do_action(index), f"{element} did not take the press")

    def _press_index(self, element):
        try:
            count = element.accessible.get_n_actions()
            names = [element.accessible.get_action_name(index) for index in range(count)]
        except self._fault:
            return None
        return names.index("Press") if "Press" in names else None

    def activate(self):
        """Gives the app's window the keyboard: without a window manager nobody else does."""
        windows = self._desk.run("xdotool", "search", "--sync", "--onlyvisible", "--pid", str(self._app.pid)).split()
        self._desk.run("xdotool", "windowfocus", "--sync", windows[-1])

    def write(self, name, text, role=FIELD):
        """Puts the keyboard into the field with that name and types there."""
        field = self.find(name, role)
        require(field.accessible.grab_focus(), f"{field} did not take the keyboard")
        self._wait(lambda: self._has_focus(name, role), f"the keyboard in '{name}'", PATIENCE)
        self.type(text)

    def _has_focus(self, name, role):
        element = self.look(name, role)
        return element is not None and element.states.contains(self._atspi.StateType.FOCUSED)

    def type(self, text):
        self._desk.run("xdotool", "type", "--delay", "15", text)

    def key(self, *names):
        self._desk.run("xdotool", "key", *names)

    def scroll(self, steps):
        """Turns the wheel over the lower half of the window, where sheets lie too; downwards with positive steps."""
        self._desk.run("xdotool", "mousemove", "195", "620")
        self._desk.run("xdotool", "click", "--repeat", str(abs(steps)), "--delay", "30", "5" if steps > 0 else "4")

    def scroll_to(self, name, role=None, patience=PATIENCE):
        """Scrolls down until that element is in sight: Qt 6.4 tells readers nothing of what lies outside a list's window."""
        def shown():
            element = self.look(name, role)
            if element is None:
                self.scroll(3)
            return element
        return self._wait(shown, f"'{name}' while scrolling", patience)

    def text_of(self, element):
        """What stands in a field."""
        length = element.accessible.get_character_count()
        return element.accessible.get_text(0, length)
