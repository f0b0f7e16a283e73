#!/usr/bin/env python3
"""How fast changes travel, beside PouchDB 9 with express-pouchdb: sync_bench.py BIN PEERS [COUNT...]

Both sides of Fältakt are encrypted, durable at each step, and talk TLS with rights judged for each line; the peer's talk
plain HTTP and keep documents of the same size in LevelDB. The peer is measured with the largest of its usual batches, which
is where it is fastest. One line of JSON for each figure, "reference" is the peer's or the goal.
"""

import json
import subprocess
import sys
import tempfile
from pathlib import Path

COUNTS = (10_000, 200_000)
BATCH = 1000
PATIENCE = 1800  # seconds


def run_ours(programs, count):
    """The rows of faltakt-cli bench sync, by name."""
    ran = subprocess.run([programs / "faltakt-cli", "bench", "sync", str(count)], check=True, timeout=PATIENCE,
                         stdout=subprocess.PIPE, text=True)
    return {row["name"]: row for row in map(json.loads, ran.stdout.splitlines())}


def run_peer(peers, count, size):
    """PouchDB's documents a second, {"push", "pull"}."""
    with tempfile.TemporaryDirectory(prefix="faltakt-peer-") as folder:
        for name in ("server", "devices"):
            (Path(folder) / name).mkdir()
        server = subprocess.Popen(["node", peers / "pouchdb_server.mjs", Path(folder) / "server"],
                                  stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
        try:
            port = json.loads(server.stdout.readline())["port"]
            devices = subprocess.run(
                ["node", peers / "pouchdb_devices.mjs", Path(folder) / "devices", str(port), str(count), str(size),
                 str(BATCH)], check=True, timeout=PATIENCE, stdout=subprocess.PIPE, text=True)
            return json.loads(devices.stdout)
        finally:
            server.stdin.close()
            try:
                server.wait(10)
            except subprocess.TimeoutExpired:
                server.kill()
                server.wait()


def say(name, value, unit, reference):
    print(json.dumps({"name": name, "value": value, "unit": unit, "reference": reference,
                      "ratio": value / reference if reference else None}), flush=True)


def main():
    programs, peers = Path(sys.argv[1]), Path(sys.argv[2])
    for count in map(int, sys.argv[3:]) if len(sys.argv) > 3 else COUNTS:
        ours = run_ours(programs, count)
        size = round(ours["lineBytes"]["value"])
        peer = run_peer(peers, count, size)
        for way in ("push", "pull"):
            say(f"{way} of {count} changes, beside PouchDB", ours[way]["value"], "changes/s", peer[way])
            say(f"{way} of {count} changes, beside the bare encrypted disk", ours[way]["value"], "changes/s",
                ours[way]["reference"])
        say(f"line of {count}", size, "bytes", None)
        say(f"bytes sent for each of {count} changes", ours["bytesPerChange"]["value"], "bytes", None)
        if count >= 100_000:
            say(f"first sync of {count} changes and today's list", ours["firstSync"]["value"], "s", 20)
            say(f"client's memory with {count} changes", ours["syncMemory"]["value"], "MiB", 120)


if __name__ == "__main__":
    main()
