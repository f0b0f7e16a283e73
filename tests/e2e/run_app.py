#!/usr/bin/env python3
"""Opens the app against a server of its own: what "./dev run" does after the build.

An embedded server on loopback gets an invented caseload; a device is enrolled for one of its two workers and fetches what
is hers; the app opens on that device. Where there is no display, the tour is walked instead, on the same device, and its
pictures are written. Both folders stay, so that the next run goes on where this one ended.

Usage: run_app.py BINARIES FOLDER PICTURES [--new]. With --new the folder is made anew.
"""

import json
import os
import shutil
import signal
import subprocess
import sys
import uuid

from programs import DONE, Failure, Server, json_lines, require

PASSPHRASE = "utbildning123"
TOUR_SECONDS = 1200


class KeptPlace:
    """A folder that stays after the run, with the environment that its programs run in."""

    def __init__(self, binaries, path):
        self.path = os.path.abspath(path)
        self.binaries = os.path.abspath(binaries)
        self.environment = dict(os.environ, LC_ALL="C.UTF-8")
        os.makedirs(self.path, mode=0o700, exist_ok=True)

    def file(self, name):
        return os.path.join(self.path, name)

    def program(self, name):
        path = os.path.join(self.binaries, name)
        require(os.access(path, os.X_OK), f"{path} is not built")
        return path


def client(place, store, *words, expect=DONE):
    done = subprocess.run([place.program("faltakt-cli"), *words, "--store", store, "--pin-file", place.file("passphrase")],
                          capture_output=True, text=True, timeout=300, env=place.environment, stdin=subprocess.DEVNULL)
    require(done.returncode == expect, f"faltakt-cli {words[0]} ended with {done.returncode}: {done.stderr.strip()}")
    return json_lines(done.stdout)


def make_server(place):
    """A municipality with an invented caseload; remembers its workers."""
    server = Server(place)
    server.admin("init", "--name", "Fältakt på den här datorn")
    tenant = server.one("tenant", "add", "Täby (påhittade personer)", "--profile", "taby")["id"]
    loaded = server.one("demo", "load", "--tenant", tenant, "--people", "40")
    with open(place.file("made.json"), "w", encoding="utf-8") as file:
        json.dump({"workers": loaded["workers"]}, file)
    print(f"   server: {loaded['cases']} invented people, {loaded['changes']} changes", flush=True)


def read_made(place):
    with open(place.file("made.json"), encoding="utf-8") as file:
        return json.load(file)


def worker_id(entry):
    return entry["id"] if isinstance(entry, dict) else entry


def enrolled_store(place):
    folder = place.file("app/workers")
    names = sorted(os.listdir(folder)) if os.path.isdir(folder) else []
    stores = [os.path.join(folder, name) for name in names if os.path.exists(os.path.join(folder, name, "keys.json"))]
    return stores[0] if stores else None


def enrol(place, server):
    worker = worker_id(read_made(place)["workers"][0])
    code = server.one("device", "code", "--worker", worker)["code"]
    os.makedirs(place.file("app/workers"), mode=0o700, exist_ok=True)
    store = place.file(f"app/workers/{uuid.uuid4()}")
    client(place, store, "enrol", code, "--name", "den här datorn")
    return store


def open_app(place, pictures):
    app = [place.program("faltakt"), "--data", place.file("app")]
    if os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"):
        print(f"   the app opens; its passphrase is: {PASSPHRASE}", flush=True)
        return subprocess.run(app, env=place.environment).returncode
    print(f"   no display here: the tour is walked instead, pictures in {pictures}", flush=True)
    return subprocess.run([*app, "--tour", pictures, "--pin-file", place.file("passphrase")], env=place.environment,
                          timeout=TOUR_SECONDS).returncode


def run(place, pictures):
    if not os.path.exists(place.file("made.json")):
        shutil.rmtree(place.file("server"), ignore_errors=True)
        shutil.rmtree(place.file("app"), ignore_errors=True)
        make_server(place)
    descriptor = os.open(place.file("passphrase"), os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    with os.fdopen(descriptor, "w", encoding="utf-8") as file:
        file.write(PASSPHRASE + "\n")
    address_file = place.file("address")
    with Server(place) as server:
        if os.path.exists(address_file):
            with open(address_file, encoding="utf-8") as file:
                server.address = file.read().strip()
        server.start()
        with open(address_file, "w", encoding="utf-8") as file:
            file.write(server.address)
        print(f"   server: listens on {server.address}", flush=True)
        store = enrolled_store(place) or enrol(place, server)
        report = client(place, store, "sync")[0]
        print(f"   device: fetched {report['pulled']}, delivered {report['pushed']}", flush=True)
        code = open_app(place, pictures)
        server.stop(signal.SIGTERM)
    return code


def main(arguments):
    is_new = "--new" in arguments
    words = [word for word in arguments[1:] if word != "--new"]
    if len(words) != 3:
        print("usage: run_app.py BINARIES FOLDER PICTURES [--new]", file=sys.stderr)
        return 2
    binaries, folder, pictures = words
    if is_new:
        shutil.rmtree(folder, ignore_errors=True)
    try:
        return run(KeptPlace(binaries, folder), os.path.abspath(pictures))
    except Failure as failure:
        print(f"run: {failure}", file=sys.stderr)
        return 1


if __name__ == "__main__":
    sys.exit(main(sys.argv))
