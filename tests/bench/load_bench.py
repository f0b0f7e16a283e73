#!/usr/bin/env python3
"""300 devices of the load tool, each with a long poll open and a sync every 30 s, on one server process:
load_bench.py BIN [DEVICES [SECONDS [file|postgres]]]

One line of JSON for each figure; the reference of a time is the goal, 250 ms at p99. The load average stands beside them:
on a machine that builds at the same time the times are those of its queue.
"""

import contextlib
import json
import subprocess
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "e2e"))

from postgres import PostgresCluster  # noqa: E402
from programs import Failure, Place, Server, require  # noqa: E402

DEVICES, SECONDS, EVERY = 300, 120, 30
GOAL = 250  # ms
MEBIBYTE = 1024 * 1024
PATIENCE = 600


def say(name, value, unit, reference=None):
    print(json.dumps({"name": name, "value": value, "unit": unit, "reference": reference,
                      "ratio": value / reference if reference else None}), flush=True)


def play(place, server, devices, seconds):
    done = subprocess.run(
        [place.program("faltakt-server"), "--data", server.data, "load", "--devices", str(devices), "--seconds", str(seconds),
         "--every", str(EVERY)], stdout=subprocess.PIPE, text=True, timeout=seconds + PATIENCE, env=place.environment)
    require(done.returncode == 0, f"the load run was not flawless: {done.stdout}")
    return json.loads(done.stdout)


def tell(store, figures):
    before, after = figures["loadAverage"]
    say(f"{store}: load average before and after", [round(before, 1), round(after, 1)], "processes")
    say(f"{store}: changes of {figures['devices']} devices", figures["accepted"], "changes")
    for name, call in figures["calls"].items():
        goal = GOAL if name in ("hello", "token", "push", "pull", "news") else None
        say(f"{store}: {name} p99 of {call['count']}", call["p99"], "ms", goal)
        say(f"{store}: {name} p50", call["p50"], "ms")
    say(f"{store}: server's memory at its highest", round(figures["server"]["memoryPeak"] / MEBIBYTE, 1), "MiB")
    say(f"{store}: server's share of a core", figures["server"]["cores"], "cores")


def main():
    if not 2 <= len(sys.argv) <= 5:
        sys.exit(__doc__)
    devices = int(sys.argv[2]) if len(sys.argv) > 2 else DEVICES
    seconds = int(sys.argv[3]) if len(sys.argv) > 3 else SECONDS
    stores = sys.argv[4:] or ["file", "postgres"]
    try:
        with Place(sys.argv[1]) as place:
            for store in stores:
                with (PostgresCluster() if store == "postgres" else contextlib.nullcontext()) as cluster, \
                        Server(place, store) as server:
                    server.admin("init", "--name", "Last", *(["--db", cluster.address] if cluster else []))
                    server.start()
                    tell(store, play(place, server, devices, seconds))
                    server.stop()
    except Failure as failure:
        sys.exit(f"load: {failure}")


if __name__ == "__main__":
    main()
