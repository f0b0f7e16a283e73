"""Runs faltakt-server and faltakt-cli as processes on this machine, for the end-to-end tests.

Everything is bounded in time, lies in one temporary folder, and is stopped by its own process id.
"""

import json
import os
import queue
import random
import signal
import socket
import subprocess
import tempfile
import threading
import time

PATIENCE = 120  # seconds for one command, on a machine that builds at the same time
PASSPHRASE = "tre gula kajor i regn"

DONE, FAILED, WRONG_USAGE, UNREACHABLE = 0, 1, 2, 3


class Failure(Exception):
    """The job did not go as it must."""


def require(condition, words):
    if not condition:
        raise Failure(words)


def json_lines(text):
    return [json.loads(line) for line in text.splitlines() if line.strip()]


class Place:
    """A temporary folder for one job, with the environment that its programs run in; removed at the end."""

    def __init__(self, binaries):
        self._folder = tempfile.TemporaryDirectory(prefix="faltakt-e2e-")
        self.path = self._folder.name
        self.binaries = os.path.abspath(binaries)
        self.temporary = self.file("tmp")
        os.mkdir(self.temporary)
        self.environment = dict(os.environ, TMPDIR=self.temporary, LC_ALL="C.UTF-8")

    def file(self, name):
        return os.path.join(self.path, name)

    def program(self, name):
        path = os.path.join(self.binaries, name)
        require(os.access(path, os.X_OK), f"{path} is not built")
        return path

    def write(self, name, text):
        path = self.file(name)
        descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
        with os.fdopen(descriptor, "w", encoding="utf-8") as file:
            file.write(text)
        return path

    def __enter__(self):
        return self

    def __exit__(self, *unused):
        self._folder.cleanup()


def lasting_port():
    """A free port that a server finds free again after it was killed: none of those from which the system gives each connection
    on this machine one."""
    dice = random.SystemRandom()
    for _ in range(200):
        port = dice.randrange(20000, 32000)
        with socket.socket() as probe:
            try:
                probe.bind(("127.0.0.1", port))
                return port
            except OSError:
                continue
    raise Failure("no port is free")


class Server:
    """faltakt-server on one data folder: its verbs, and the process that serves."""

    def __init__(self, place, name="server"):
        self._place = place
        self.data = place.file(name)
        self.log = place.file(name + ".log")
        self._process = None
        self.address = None

    def admin(self, *words, expect=DONE):
        done = subprocess.run(
            [self._place.program("faltakt-server"), "--data", self.data, *words],
            capture_output=True, text=True, timeout=PATIENCE, env=self._place.environment, stdin=subprocess.DEVNULL)
        require(done.returncode == expect,
                f"faltakt-server {' '.join(words)} ended with {done.returncode}, not {expect}: {done.stderr.strip()}")
        return json_lines(done.stdout)

    def one(self, *words):
        lines = self.admin(*words)
        require(len(lines) == 1, f"faltakt-server {' '.join(words)} printed {len(lines)} lines")
        return lines[0]

    def start(self, *more):
        """Serves on the port of the last time, so that enrolled devices find it again. More words go to serve."""
        with open(self.log, "ab") as log:
            self._process = subprocess.Popen(
                [self._place.program("faltakt-server"), "--data", self.data, "serve", "--listen",
                 self.address or f"127.0.0.1:{lasting_port()}", *more],
                stdout=subprocess.PIPE, stderr=log, stdin=subprocess.DEVNULL, text=True, env=self._place.environment)
        ready = LineReader(self._process.stdout).next(PATIENCE)
        require(ready is not None, "faltakt-server did not begin to listen: " + self.log_tail())
        self.address = json.loads(ready)["listening"]

    def stop(self, how=signal.SIGTERM):
        if self._process is None:
            return
        process, self._process = self._process, None
        process.send_signal(how)
        try:
            process.wait(30)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()
            raise Failure("faltakt-server did not stop within 30 seconds") from None
        process.stdout.close()
        if how == signal.SIGTERM:
            require(process.returncode == 0, f"faltakt-server ended with {process.returncode}: {self.log_tail()}")

    def log_tail(self):
        with open(self.log, encoding="utf-8", errors="replace") as file:
            return "".join(file.readlines()[-5:])

    def __enter__(self):
        return self

    def __exit__(self, *unused):
        if self._process is not None:
            self._process.kill()
            self._process.wait()


class LineReader:
    """Lines of a stream as they come, with a limit on the waiting."""

    def __init__(self, stream):
        self._lines = queue.Queue()
        self._thread = threading.Thread(target=self._read, args=(stream,), daemon=True)
        self._thread.start()

    def _read(self, stream):
        try:
            for line in stream:
                self._lines.put(line)
        except ValueError:  # closed under us
            pass
        self._lines.put(None)

    def next(self, seconds):
        """The next line; None at the end of the stream."""
        try:
            return self._lines.get(timeout=seconds)
        except queue.Empty:
            raise Failure(f"no line within {seconds} seconds") from None


class Device:
    """faltakt-cli on one device's folder."""

    def __init__(self, place, name):
        self._place = place
        self.name = name
        self.folder = place.file(name)
        self._pin = place.write(name + ".pin", PASSPHRASE + "\n")

    def command(self, *words):
        return [self._place.program("faltakt-cli"), *words, "--store", self.folder, "--pin-file", self._pin]

    def run(self, *words, expect=DONE, given=""):
        done = subprocess.run(self.command(*words), capture_output=True, text=True, input=given, timeout=PATIENCE,
                              env=self._place.environment)
        require(done.returncode == expect,
                f"{self.name}: faltakt-cli {' '.join(words)} ended with {done.returncode}, not {expect}: "
                f"{done.stderr.strip()}")
        return json_lines(done.stdout)

    def one(self, *words):
        lines = self.run(*words)
        require(len(lines) == 1, f"{self.name}: faltakt-cli {' '.join(words)} printed {len(lines)} lines")
        return lines[0]

    def start(self, *words):
        """A process that goes on: its standard input and output are pipes of text."""
        return subprocess.Popen(self.command(*words), stdin=subprocess.PIPE, stdout=subprocess.PIPE,
                                stderr=subprocess.DEVNULL, text=True, env=self._place.environment)

    def enrol(self, code):
        # The cheapest unlocking that the product allows: the tests open stores some hundred times.
        done = subprocess.run(self.command("enrol", "-", "--unlock-time", "1", "--name", self.name), capture_output=True, text=True,
                              input=code + "\n", timeout=PATIENCE, env=self._place.environment)
        require(done.returncode == DONE, f"{self.name}: enrol ended with {done.returncode}: {done.stderr.strip()}")
        return json.loads(done.stdout)

    def people(self):
        """The rows of `cases` without the team's own case, which the server makes by itself."""
        return [row for row in self.run("cases") if row["stage"] != "team"]

    def records(self, case, kind=None):
        return [record for record in self.one("case", case)["records"] if kind in (None, record["kind"])]


class Interview:
    """One 'screen --step' under way: an answer counts as given when the next question is shown."""

    def __init__(self, device, instrument, case, record=None):
        words = ["screen", instrument, "--case", case, "--step"]
        self.process = device.start(*words, *(["--record", record] if record else []))
        self._lines = LineReader(self.process.stdout)

    def next(self, seconds=PATIENCE):
        """The next question or the result; None at the end."""
        line = self._lines.next(seconds)
        # A kill may cut the last line; what was not shown whole was not shown.
        return json.loads(line) if line is not None and line.endswith("\n") else None

    def answer(self, item, value):
        self.process.stdin.write(f"{item} {value}\n")
        self.process.stdin.flush()

    def kill(self):
        self.process.send_signal(signal.SIGKILL)
        self.process.wait()

    def close(self):
        """Ends the input and waits for the program's own end."""
        self.process.stdin.close()
        self.process.wait(PATIENCE)
        return self.process.returncode


def wait_until(condition, seconds, words):
    end = time.monotonic() + seconds
    while not condition():
        require(time.monotonic() < end, words)
        time.sleep(0.02)


def identity_number(year, month, day):
    """A number with the birth number 000, which is believed never to have been issued."""
    digits = f"{year % 100:02d}{month:02d}{day:02d}000"
    total = 0
    for position, digit in enumerate(digits):
        product = int(digit) * (2 - position % 2)
        total += product // 10 + product % 10
    return f"{year:04d}{month:02d}{day:02d}-000{(10 - total % 10) % 10}"


def make_municipality(server, *init):
    """A tenant with one team and two workers; gives tenant and workers. More words may go to init."""
    server.admin("init", "--name", "Exempelkommunen", *init)
    tenant = server.one("tenant", "add", "Exempelkommunen", "--profile", "taby")["id"]
    team = server.one("team", "add", "Vuxenenheten", "--tenant", tenant)["id"]
    workers = [server.one("worker", "add", name, "--tenant", tenant, "--team", team)["id"] for name in ("Kim Ek", "Robin Al")]
    return tenant, workers


LOB_COLUMNS = ("sheetNumber", "source", "takenAt", "place", "received", "givenName", "familyName", "identityNumber",
               "sex", "homeMunicipality", "phone", "address", "ground", "substance", "condition", "releasedAt", "releasedTo",
               "event")


def lob_csv(rows):
    """A file of reports from dictionaries; what a row does not say stays empty."""
    def cell(text):
        return '"' + text.replace('"', '""') + '"' if any(mark in text for mark in ',"\n') else text
    lines = [",".join(LOB_COLUMNS)]
    lines += [",".join(cell(row.get(column, "")) for column in LOB_COLUMNS) for row in rows]
    return "\n".join(lines) + "\n"
