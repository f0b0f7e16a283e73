#!/usr/bin/env python3
"""Bad input on every verb and option of the programs: a clear answer, the right exit code, nothing lost, nothing said again.

The verbs, their arguments and options are read from --help, and one right call of each stands below: a verb without one fails
the test. From it every wrong call is made by putting something hostile in one place at a time.

Usage: bad_input.py BINARIES [WORD in the name of a case]
"""

import os
import resource
import subprocess
import sys
import threading
import time
from concurrent.futures import ThreadPoolExecutor

import bad_words
from bad_calls import app_calls, cli_calls, server_calls
from bad_streams import Streams
from bad_world import DATA, NEW, STORE, prepare
from programs import Failure, Place, require

LONGEST = 40  # seconds for one call, on a machine that builds at the same time
MEMORY = 3 << 30  # bytes that a call may ask for


class Bench:
    """Runs calls side by side and keeps what was wrong with the answers. A call that writes waits for those before it."""

    def __init__(self, world, only):
        self._world = world
        self._place = world.place
        self._only = only
        self._lock = threading.Lock()
        self.count = 0
        self.faults = []
        self.slowest = (0, "")

    def run(self, call):
        if self._only not in call.name:
            return
        before = time.monotonic()
        try:
            own = dict(zip((STORE, DATA, NEW), self._world.copies()))
            words = [own.get(word, word) for word in call.words]
            done = subprocess.run(words, capture_output=True, timeout=LONGEST, env=self._place.environment,
                                  cwd=call.folder, **({"input": call.given} if call.given is not None
                                                      else {"stdin": subprocess.DEVNULL}))
            faults = bad_words.faults_of(done.returncode, done.stdout, done.stderr, call.allowed)
            words = done.stderr.decode("utf-8", "replace")
            # A wrong PIN counts, and many lock the store for a while.
            if done.returncode == 0 or "pin-file" in call.name:
                self._world.renew()
        except subprocess.TimeoutExpired:
            faults, words = [f"does not end within {LONGEST} seconds"], ""
        took = time.monotonic() - before
        with self._lock:
            self.count += 1
            self.slowest = max(self.slowest, (took, call.name))
            if faults:
                self.faults.append(f"{call.name}: {'; '.join(faults)}\n      {words[:300]!r}")


def main():
    # What a command takes of the machine is part of its answer.
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    binaries = sys.argv[1]
    only = sys.argv[2] if len(sys.argv) > 2 else ""
    with Place(binaries) as place:
        world = prepare(place)
        bench = Bench(world, only)
        calls = cli_calls(world) + server_calls(world) + app_calls(world)
        with ThreadPoolExecutor(os.cpu_count() or 2) as pool:
            list(pool.map(bench.run, calls))
        if not only or only == "streams":
            count, faults = Streams(world).all()
            bench.count += count
            bench.faults += faults
        print(f"{bench.count} wrong calls, the slowest {bench.slowest[1]}: {bench.slowest[0]:.1f} s")
        for fault in bench.faults:
            print("  " + fault)
        require(not bench.faults, f"{len(bench.faults)} answers were not what they have to be")


if __name__ == "__main__":
    try:
        main()
    except Failure as failure:
        sys.exit(f"bad_input: {failure}")
