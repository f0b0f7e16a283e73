#!/usr/bin/env python3
"""A worker who goes to a visit alone says to the server until when; the server alarms the team when no check-out comes.

The server is killed by SIGKILL between the check-in and the end of the visit, and the worker's own sync too; the alarm comes
all the same, once. It ends with the check-out. Nothing that the server logs or hands on says who it is about or where.

Usage: check_in.py BINARIES
"""

import json
import os
import signal
import stat
import sys
import time
from datetime import datetime, timedelta, timezone

from programs import UNREACHABLE, Device, Failure, Place, Server, make_municipality, require, wait_until

PLACE = "Storgatan 1, port B"
SOON = 90  # seconds that the alarm may take after the end, on a machine that builds at the same time


def instant(ahead):
    return (datetime.now(timezone.utc) + timedelta(seconds=ahead)).strftime("%Y-%m-%dT%H:%M:%SZ")


def enrolled(place, server, name, worker):
    device = Device(place, name)
    device.enrol(server.one("device", "code", "--worker", worker)["code"])
    device.one("sync")
    return device


def hook_of(place):
    """A program that notes with which words it was run, and which variables it could read."""
    told = place.file("told")
    program = place.write("hook", f'#!/bin/sh\necho "$@" >> {told}\nenv >> {told}.env\n')
    os.chmod(program, stat.S_IRWXU)
    return program, told


def team_case(device):
    teams = [case for case in device.run("cases") if case["stage"] == "team"]
    require(len(teams) == 1 and teams[0]["name"] == "Vuxenenheten", f"the team's case: {teams}")
    return teams[0]["case"]


def check_in(device, worker, case, seconds):
    words = [f"worker={json.dumps(worker)}", f"plannedEnd={json.dumps(instant(seconds))}", f"place={json.dumps(PLACE)}"]
    return device.one("new", case, "visitWatch", *(part for word in words for part in ("--set", word)))["record"]


def check_out(device, record):
    device.one("set", record, "endedAt", json.dumps(instant(0)))
    device.one("sync")


def alarms(server):
    return server.admin("alarm", "list")


def life_rows(device):
    device.one("sync")
    return [row for row in device.run("agenda") if row["kind"] == "life"]


def alarm_comes_over_a_kill(server, kim, robin, worker, case, hook, told):
    """The server is killed while the worker is out, and the worker's sync before it was answered."""
    server.stop(signal.SIGKILL)
    record = check_in(kim, worker, case, 8)
    kim.run("sync", expect=UNREACHABLE)
    server.start("--alarm-hook", hook)
    broken = kim.start("sync")
    time.sleep(0.2)
    broken.send_signal(signal.SIGKILL)
    broken.wait()
    kim.one("sync")
    server.stop(signal.SIGKILL)
    server.start("--alarm-hook", hook)
    wait_until(lambda: alarms(server), SOON, "the server did not alarm")
    standing = alarms(server)
    require([alarm["alarm"] for alarm in standing] == [record], f"another alarm: {standing}")
    require(standing[0]["worker"] == "Kim Ek" and standing[0]["team"] == "Vuxenenheten" and standing[0]["seenBy"] == "",
            f"whose it is: {standing}")
    rows = life_rows(robin)
    require(len(rows) == 1 and rows[0]["record"] == record and rows[0]["reason"] == "Ingen utcheckning: ring Kim Ek",
            f"the colleague's day: {rows}")
    wait_until(lambda: os.path.exists(told), SOON, "the hook was not run")
    with open(told, encoding="utf-8") as file:
        require(file.read().splitlines() == [f"visit {record}"], "the hook was told something else")


def nothing_tells_whom(server, told):
    written = "".join(open(path, encoding="utf-8").read() for path in (server.log, told, told + ".env"))
    require("visitAlarm" in written, "the alarm is not in the log")
    for secret in ("Kim", "Robin", "Storgatan"):
        require(secret not in written, f"{secret} stands in the log or was handed to the hook")


def run(place, server):
    tenant, workers = make_municipality(server)
    hook, told = hook_of(place)
    server.start("--alarm-hook", hook)
    kim, robin = (enrolled(place, server, name, worker) for name, worker in zip(("kim", "robin"), workers))
    case = team_case(kim)
    require(team_case(robin) == case, "the team has one case")

    in_time = check_in(kim, workers[0], case, 45)
    kim.one("sync")
    check_out(kim, in_time)

    alarm_comes_over_a_kill(server, kim, robin, workers[0], case, hook, told)
    record = alarms(server)[0]["alarm"]
    check_out(kim, record)
    require(alarms(server) == [], "the alarm outlives the check-out")
    require(life_rows(robin) == [], "the colleague's day still has the alarm")

    second = check_in(kim, workers[0], case, 1)
    kim.one("sync")
    wait_until(lambda: alarms(server), SOON, "the server did not alarm the second time")
    server.one("alarm", "ack", second)
    require(alarms(server)[0]["seenBy"] == "server", "nobody takes care of it")
    require("Kontoret" in life_rows(robin)[0]["reason"], "the colleague is not told who does")
    nothing_tells_whom(server, told)
    server.stop()
    print("a visit without a check-out is told to the team, once, over kills of both; in time it is told to nobody")


def main():
    with Place(sys.argv[1]) as place, Server(place) as server:
        try:
            run(place, server)
        except Failure as failure:
            sys.exit(f"check_in: {failure}")


if __name__ == "__main__":
    main()
