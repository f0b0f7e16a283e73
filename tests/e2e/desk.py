"""A screen, a keyboard and a reader's bus of their own, for driving the real app without any display of this machine.

Every process is started here and ended by its own process id; nothing waits longer than it is told to.
"""

import os
import shutil
import signal
import struct
import subprocess
import zlib

from programs import LineReader, require

STARTING = 60  # seconds for a display or a bus, on a machine that builds at the same time
WIDTH, HEIGHT = 800, 900


def wait_for_line(stream, words):
    line = LineReader(stream).next(STARTING)
    require(line is not None and line.strip(), words)
    return line.strip()


class Desk:
    """Xvfb, a session bus and a reader's bus; `environment` leads programs to them."""

    def __init__(self, folder, environment):
        self._folder = folder
        self._processes = []
        self.environment = dict(environment)
        self.environment["XDG_RUNTIME_DIR"] = os.path.join(folder, "runtime")
        os.makedirs(self.environment["XDG_RUNTIME_DIR"], mode=0o700, exist_ok=True)
        for name in ("WAYLAND_DISPLAY", "AT_SPI_BUS_ADDRESS", "QT_QPA_PLATFORM", "XMODIFIERS"):
            self.environment.pop(name, None)

    def __enter__(self):
        try:
            self._start_display()
            self._start_buses()
        except BaseException:
            self.__exit__()
            raise
        return self

    def __exit__(self, *unused):
        for process in reversed(self._processes):
            process.terminate()
            try:
                process.wait(10)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()
            process.stdout.close()
        self._processes.clear()

    def _start(self, *command):
        require(shutil.which(command[0]), f"{command[0]} is missing: ./dev setup installs it")
        process = subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL,
                                   text=True, env=self.environment, start_new_session=True)
        self._processes.append(process)
        return process

    def _start_display(self):
        # The framebuffer lies in a file, from which pictures are taken without a further program.
        display = self._start("Xvfb", "-displayfd", "1", "-screen", "0", f"{WIDTH}x{HEIGHT}x24", "-nolisten", "tcp",
                              "-noreset", "-fbdir", self._folder)
        self.environment["DISPLAY"] = ":" + wait_for_line(display.stdout, "Xvfb did not start")
        # The typist's keyboard has å, ä and ö on keys of their own.
        self.run("setxkbmap", "se")

    def _start_buses(self):
        bus = self._start("dbus-daemon", "--session", "--nofork", "--nopidfile", "--print-address")
        self.environment["DBUS_SESSION_BUS_ADDRESS"] = wait_for_line(bus.stdout, "the session bus did not start")
        self.environment["QT_LINUX_ACCESSIBILITY_ALWAYS_ON"] = "1"
        self._start("/usr/libexec/at-spi-bus-launcher", "--launch-immediately")

    def run(self, *command):
        done = subprocess.run(command, capture_output=True, text=True, timeout=STARTING, env=self.environment,
                              stdin=subprocess.DEVNULL, check=False)
        require(done.returncode == 0, f"{' '.join(command)} ended with {done.returncode}: {done.stderr.strip()}")
        return done.stdout.strip()

    def save_picture(self, path):
        """The whole screen as a PNG file."""
        with open(os.path.join(self._folder, "Xvfb_screen0"), "rb") as file:
            content = file.read()
        # The header of an X window dump: 25 big-endian words, of which these tell where the rows lie.
        words = struct.unpack(">25I", content[:100])
        header, width, height, row_bytes, colours = words[0], words[4], words[5], words[12], words[19]
        start = header + 12 * colours
        rows = []
        for y in range(height):
            row = content[start + y * row_bytes:start + y * row_bytes + 4 * width]
            pixels = bytearray(3 * width)
            pixels[0::3], pixels[1::3], pixels[2::3] = row[2::4], row[1::4], row[0::4]
            rows.append(b"\0" + bytes(pixels))
        with open(path, "wb") as file:
            file.write(b"\x89PNG\r\n\x1a\n")
            for kind, data in ((b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)),
                               (b"IDAT", zlib.compress(b"".join(rows))), (b"IEND", b"")):
                file.write(struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data)))


class App:
    """The app as a process on a desk, with a data folder that outlives it."""

    def __init__(self, place, desk, log):
        self._place = place
        self._desk = desk
        self.data = place.file("app")
        self._log = log
        self._process = None

    def start(self, *words):
        environment = dict(self._desk.environment, QT_QPA_PLATFORM="xcb", QT_QUICK_BACKEND="software", LANGUAGE="sv")
        with open(self._log, "ab") as log:
            self._process = subprocess.Popen([self._place.program("faltakt"), "--data", self.data, *words],
                                             stdin=subprocess.DEVNULL, stdout=log, stderr=log, env=environment)

    @property
    def pid(self):
        return self._process.pid

    def require_alive(self):
        code = self._process.poll()
        require(code is None, f"the app has ended with {code}: {self.log_tail()}")

    def kill(self):
        """As when the battery is taken out: nothing is closed, nothing is told."""
        self._process.send_signal(signal.SIGKILL)
        self._process.wait()
        self._process = None

    def stop(self):
        if self._process is None:
            return
        process, self._process = self._process, None
        process.terminate()
        try:
            process.wait(20)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()

    def log_text(self):
        with open(self._log, encoding="utf-8", errors="replace") as file:
            return file.read()

    def log_tail(self):
        return "".join(self.log_text().splitlines(keepends=True)[-8:])

    def __enter__(self):
        return self

    def __exit__(self, *unused):
        self.stop()
