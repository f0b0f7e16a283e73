#!/usr/bin/env python3
"""The app on a locked device brings what is unsent to the server, without anybody unlocking it.

While the server is away, and when the app is killed, the sealed work stays where it is; when the server is there it arrives
once, and the unlocked device finds that out by its next sync.

Usage: locked_job.py BINARIES
"""

import os
import signal
import subprocess
import sys
import time

from programs import PATIENCE, Device, Failure, Place, Server, make_municipality, require, wait_until


def start_app(place, data):
    environment = dict(place.environment, QT_QPA_PLATFORM="offscreen", QT_QUICK_BACKEND="software")
    return subprocess.Popen([place.program("faltakt"), "--data", data], env=environment, stdin=subprocess.DEVNULL,
                            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


def end_app(app, how):
    app.send_signal(how)
    app.wait(PATIENCE)


def run(place, server):
    _, workers = make_municipality(server)
    server.start()
    data = place.file("app")
    os.makedirs(os.path.join(data, "workers"))
    device = Device(place, "device")
    device.folder = os.path.join(data, "workers", "device")
    device.enrol(server.one("device", "code", "--worker", workers[0])["code"])
    # What the server says of the team by itself.
    before = server.one("status")["changes"]
    server.stop()
    device.one("case", "new", "--set", 'givenName="Kim"')
    sealed = os.path.join(device.folder, "outbox.sealed")
    require(os.path.exists(sealed), "nothing was sealed when the store was closed")

    app = start_app(place, data)
    time.sleep(6)  # its first try comes after three seconds
    end_app(app, signal.SIGKILL)
    require(os.path.exists(sealed), "the sealed work went though there was no server")

    server.start()
    app = start_app(place, data)
    try:
        wait_until(lambda: not os.path.exists(sealed), PATIENCE, "the locked app brought nothing")
    finally:
        end_app(app, signal.SIGTERM)
    there = server.one("status")["changes"]
    require(there == before + 1, f"the work is not at the server: {before} changes, then {there}")
    report = device.one("sync")
    require(report["outbox"] == 0 and report["quarantined"] == 0, f"the device does not know that it arrived: {report}")
    require(server.one("status")["changes"] == there, "the work is at the server twice")
    server.stop()


def main():
    if len(sys.argv) != 2:
        sys.exit("usage: locked_job.py BINARIES")
    try:
        with Place(sys.argv[1]) as place, Server(place) as server:
            run(place, server)
    except Failure as failure:
        sys.exit(f"locked job: {failure}")
    print("locked job: kept without a server and through a kill, brought by the locked app, there once")


if __name__ == "__main__":
    main()
