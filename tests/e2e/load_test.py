#!/usr/bin/env python3
"""The load tool against a real server: what it counts is what the server holds, on the file and on PostgreSQL.

Usage: load_test.py BINARIES
"""

import json
import subprocess
import sys

from postgres import PostgresCluster
from programs import DONE, FAILED, PATIENCE, UNREACHABLE, WRONG_USAGE, Failure, Place, Server, make_municipality, require
from two_servers import check_order

DEVICES, SECONDS = 20, 5


def load(place, server, *words, expect=DONE):
    done = subprocess.run([place.program("faltakt-server"), "--data", server.data, "load", *words], capture_output=True,
                          text=True, timeout=PATIENCE, env=place.environment)
    require(done.returncode == expect, f"load {' '.join(words)} ended with {done.returncode}, not {expect}: {done.stderr}")
    return json.loads(done.stdout) if done.stdout else done.stderr


def check_figures(figures, before, after):
    require(figures["flawless"] and figures["errors"] == {}, f"something went wrong: {figures}")
    require(figures["devices"] == figures["enrolled"] == DEVICES, f"not all devices are there: {figures}")
    require(figures["syncs"] >= DEVICES, f"too few syncs in {SECONDS} s: {figures['syncs']}")
    require(figures["pushed"] == figures["accepted"] >= figures["syncs"], f"not everything was accepted: {figures}")
    # Beside them the server says of each team who belongs to it: a change each time it looks and finds more of them.
    of_teams = after["changes"] - before["changes"] - figures["accepted"]
    require(0 <= of_teams <= DEVICES, f"the server holds another number: {after}")
    require(after["devices"] - before["devices"] == DEVICES, f"the server knows other devices: {after}")
    # Teams of ten, each change heard by the nine others.
    require(figures["heard"] == figures["accepted"] * 9 and figures["missing"] == 0, f"not all heard: {figures}")
    calls = figures["calls"]
    require(calls["news"]["count"] == figures["heard"] and calls["push"]["count"] == figures["syncs"], f"calls: {calls}")
    require(figures["polls"] >= DEVICES, f"long polls were not answered: {figures['polls']}")
    require(figures["server"]["memoryPeak"] > 1_000_000, f"no memory is told: {figures['server']}")


def measure(place, server):
    words = ("--devices", str(DEVICES), "--seconds", str(SECONDS), "--every", "1")
    before = server.one("status")
    figures = load(place, server, *words)
    check_figures(figures, before, server.one("status"))
    return figures


def run_on_file(place):
    server = Server(place, "file")
    server.admin("init", "--name", "Last")
    require("nobody serves" in load(place, server, "--devices", "2", expect=UNREACHABLE), "an idle folder was taken")
    with server:
        server.start()
        figures = measure(place, server)
        load(place, server, "--devices", "0", expect=WRONG_USAGE)
        # A second run beside the first one's tenant is no danger; beside a municipality it is.
        load(place, server, "--devices", "2", "--seconds", "1", "--every", "1")
        server.one("tenant", "add", "Exempelkommunen", "--profile", "taby")
        words = load(place, server, "--devices", "2", "--seconds", "1", expect=FAILED)
        require("--beside-real-tenants" in words, f"the refusal does not say how it is meant: {words}")
        require(len(server.admin("tenant", "list")) == 3, "a refused run left a tenant behind")
        load(place, server, "--devices", "2", "--seconds", "1", "--every", "1", "--beside-real-tenants")
        server.stop()
    return figures


def run_on_postgres(place):
    with PostgresCluster() as cluster, Server(place, "database") as server:
        server.admin("init", "--name", "Last", "--db", cluster.address)
        server.start()
        figures = measure(place, server)
        last = check_order(cluster)
        server.stop()
    return figures, last


def main():
    if len(sys.argv) != 2:
        sys.exit("usage: load_test.py BINARIES")
    try:
        with Place(sys.argv[1]) as place:
            on_file = run_on_file(place)
            on_database, last = run_on_postgres(place)
    except Failure as failure:
        sys.exit(f"load: {failure}")
    print(f"load: {on_file['accepted']} changes on the file, {on_database['accepted']} on PostgreSQL with the order 1 to "
          f"{last} without a hole, each heard by all who must")


if __name__ == "__main__":
    main()
