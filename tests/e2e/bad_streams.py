"""What bad_input.py asks of a program whose standard streams are missing, full or given up, whose disk is full, that is told to
stop in the middle, or that meets itself on the same store."""

import os
import resource
import shutil
import signal
import subprocess
import time

from bad_words import faults_of
from programs import DONE, FAILED, WRONG_USAGE, json_lines

LONGEST = 40


def run(world, words, shell_end="", given=b"", limit=None):
    """The command in a shell, which can leave out a stream as no program started from Python can."""
    def before():
        if limit is not None:
            signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
            resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))
    return subprocess.run(["/bin/sh", "-c", 'exec "$@" ' + shell_end, "sh", *words], capture_output=True, input=given,
                          timeout=LONGEST, env=world.place.environment, cwd=world.scratch, preexec_fn=before)


def status(world):
    return world.device.one("status")


class Streams:
    def __init__(self, world):
        self._world = world
        self._cli = world.place.program("faltakt-cli")
        self._server = world.place.program("faltakt-server")
        self._case = world.words["{case}"]
        self._data = ["--data", world.server.data]
        self.count = 0
        self.faults = []

    def note(self, name, faults, words=b""):
        self.count += 1
        if faults:
            self.faults.append(f"{name}: {'; '.join(faults)}\n      {words[:300]!r}")

    def expect(self, name, done, allowed):
        self.note(name, faults_of(done.returncode, b"", done.stderr, allowed), done.stderr)

    def device(self, *words):
        return self._world.device.command(*words)

    def copy(self, name):
        return shutil.copytree(self._world.device.folder, self._world.place.file(name))

    def missing_streams(self):
        """What a program prints must not land in the first file that it opens, which is its store."""
        new = self.device("new", self._case, "note", "--set", 'text="Hej"')
        for what, end in {"no output": ">&-", "no input and output": "<&- >&-", "output only to read": "1</dev/null",
                          "a full output": ">/dev/full"}.items():
            before = status(self._world)["changes"]
            self.expect(f"faltakt-cli new with {what}", run(self._world, new, end), {FAILED})
            after = status(self._world)["changes"]
            self.note(f"faltakt-cli new with {what}", [] if after == before + 1 else [f"{after - before} changes were kept"])
            self.expect(f"faltakt-cli agenda with {what}", run(self._world, self.device("agenda"), end), {FAILED})
            self.expect(f"faltakt-server tenant list with {what}", run(self._world, [self._server, *self._data, "tenant", "list"], end), {FAILED})
            self.expect(f"faltakt-server team add with {what}",
                        run(self._world, [self._server, *self._data, "team", "add", "Ny", "--tenant", "Exempelkommunen"], end), {FAILED})
        for end in ("2>&-", ">&- 2>&-", "<&- >&- 2>&-", "2>/dev/full"):
            done = run(self._world, self.device("new", self._case, "note", "--set", "text=1"), end)
            self.note(f"faltakt-cli with {end}", [] if done.returncode == FAILED else [f"ended with {done.returncode}"])
            done = run(self._world, [self._server, *self._data, "team", "add", ""], end)
            self.note(f"faltakt-server with {end}", [] if done.returncode == WRONG_USAGE else [f"ended with {done.returncode}"])
        # The PIN is read where there is nothing to read from.
        done = run(self._world, [self._cli, "agenda", "--store", self._world.device.folder], "<&-")
        self.expect("faltakt-cli agenda without an input for the PIN", done, {FAILED, WRONG_USAGE})

    def given_up(self):
        """Whoever reads the answer goes away."""
        for name, words in {"faltakt-cli agenda": self.device("agenda"), "faltakt-cli calendar": [self._cli, "calendar", "2026"],
                            "faltakt-server profile show": [self._server, "profile", "show", "taby"]}.items():
            reading, writing = os.pipe()
            os.close(reading)
            process = subprocess.Popen(words, stdin=subprocess.DEVNULL, stdout=writing, stderr=subprocess.PIPE,
                                       env=self._world.place.environment)
            os.close(writing)
            _, words = process.communicate(timeout=LONGEST)
            self.note(f"{name} into a pipe that nobody reads", faults_of(process.returncode, b"", words, {FAILED}), words)

    def wrong_pins(self):
        given = {"empty": b"", "blanks": b"   \n", "wrong": b"fel ord i annan ordning\n", "not UTF-8": b"\xff\xfe\xfd" * 9 + b"\n",
                 "NUL": b"\0" * 30 + b"\n", "endless": b"x" * 200_000}
        # Many wrong tries lock a store for a while.
        for name, pin in given.items():
            done = run(self._world, [self._cli, "agenda", "--store", self.copy("pin " + name)], "", pin)
            self.expect(f"faltakt-cli agenda with a PIN that is {name}", done, {FAILED, WRONG_USAGE})

    def interview(self):
        """Wrong answers are said to be wrong, and the question stands."""
        lines = ["", "1", "99 1", "1 99", "1 -1", "1 1,5", "1 " + "x" * 60_000, "\x1b[2J 1", "zebra 1", "1 2"]
        done = run(self._world, self.device("screen", "audit-c", "--case", self._case, "--step"), "", "\n".join(lines).encode() + b"\n\xff\xfe 1\n")
        words = done.stderr.decode("utf-8", "replace")
        items = [line.get("item") for line in json_lines(done.stdout.decode())]
        faults = [] if items[:2] == ["1", "2"] else [f"asked {items}"]
        faults += [] if all(len(line) < 400 and line.isprintable() for line in words.splitlines()) else ["says what cannot be printed"]
        faults += [] if done.returncode in (DONE, FAILED) else [f"ended with {done.returncode}"]
        self.note("faltakt-cli screen --step with wrong answers", faults, done.stderr)

    def full_disk(self):
        """Nothing can be written: what was there is there, and can be worked with afterwards."""
        for limit in (0, 4096, 40_000):
            before = status(self._world)["changes"]
            done = run(self._world, self.device("new", self._case, "note", "--set", 'text="%s"' % ("Hej " * 20_000)), "", limit=limit)
            kept = status(self._world)["changes"] - before
            faults = faults_of(done.returncode, b"", done.stderr, {FAILED})
            faults += [] if kept == 0 else [f"{kept} changes were kept of what was refused"]
            self.note(f"faltakt-cli new with room for {limit} bytes", faults, done.stderr)
            for words in (["team", "add", "Ny", "--tenant", "Exempelkommunen"], ["backup", os.path.join(self._world.scratch, f"full-{limit}")]):
                done = run(self._world, [self._server, *self._data, *words], "", limit=limit)
                # A small team may fit where a backup does not.
                self.expect(f"faltakt-server {words[0]} with room for {limit} bytes", done, {DONE, FAILED})
            left = os.path.join(self._world.scratch, f"full-{limit}")
            self.note(f"faltakt-server backup with room for {limit} bytes", ["half a file lies there"] if os.path.exists(left) else [])

    def told_to_stop(self):
        """Ctrl-C at any moment: the change is there or it is not."""
        for pause in (0.005, 0.02, 0.04, 0.08):
            before = status(self._world)["changes"]
            process = subprocess.Popen(self.device("new", self._case, "note", "--set", 'text="Hej"'), stdin=subprocess.DEVNULL,
                                       stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=self._world.place.environment)
            time.sleep(pause)
            process.send_signal(signal.SIGINT)
            out, words = process.communicate(timeout=LONGEST)
            kept = status(self._world)["changes"] - before
            faults = [] if kept == 1 or (kept == 0 and not out) else [f"{kept} changes and the answer {out!r}"]
            faults += [] if process.returncode in (DONE, -signal.SIGINT) else [f"ended with {process.returncode}"]
            self.note(f"faltakt-cli new stopped after {pause} s", faults, words)

    def together(self):
        """Several at once on one store and one server: each is done or says that it is in use."""
        before = status(self._world)["changes"]
        at_once = [subprocess.Popen(self.device("new", self._case, "note", "--set", 'text="Hej"'), stdin=subprocess.DEVNULL,
                                    stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=self._world.place.environment) for _ in range(4)]
        done = 0
        for process in at_once:
            _, words = process.communicate(timeout=LONGEST)
            done += process.returncode == DONE
            self.note("faltakt-cli new four times at once", faults_of(process.returncode, b"", words, {DONE, FAILED}), words)
        kept = status(self._world)["changes"] - before
        self.note("faltakt-cli new four times at once", [] if kept == done > 0 else [f"{done} were done and {kept} kept"])
        at_once = [subprocess.Popen([self._server, *self._data, "team", "add", f"Lag {number}", "--tenant", "Exempelkommunen"],
                                    stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
                                    env=self._world.place.environment) for number in range(4)]
        for process in at_once:
            _, words = process.communicate(timeout=LONGEST)
            self.note("faltakt-server team add four times at once", faults_of(process.returncode, b"", words, {DONE, FAILED}), words)

    def damaged(self):
        """A torn key file or store: said as such, and nothing more is broken by the try."""
        for name in ("keys.json", "store.db"):
            for what, tear in {"cut off": lambda content: content[:len(content) // 2], "overwritten": lambda content: os.urandom(len(content)),
                               "empty": lambda content: b"", "with one bit other": lambda content: content[:100] + bytes([content[100] ^ 1]) + content[101:]}.items():
                folder = self.copy(f"torn-{name}-{what}")
                path = os.path.join(folder, name)
                if not os.path.exists(path):
                    self.note(f"faltakt-cli with {name}", [f"there is no {name} but {sorted(os.listdir(folder))}"])
                    continue
                with open(path, "rb") as file:
                    content = file.read()
                with open(path, "wb") as file:
                    file.write(tear(content))
                words = [self._cli, "cases", "--store", folder, "--pin-file", self._world.pin_file]
                self.expect(f"faltakt-cli cases with {name} {what}", run(self._world, words), {FAILED})

    def all(self):
        for part in (self.missing_streams, self.given_up, self.wrong_pins, self.interview, self.full_disk, self.told_to_stop, self.together,
                     self.damaged):
            part()
        return self.count, self.faults
