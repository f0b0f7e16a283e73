#!/usr/bin/env python3
"""A server is lost and put back from an older backup; the devices bring it what it has lost.

Once with the store in the server's own file (`backup` while it serves, `restore` into another folder), once in PostgreSQL
(pg_dump, pg_restore, `restore mark`). Between backup and loss both devices write, one makes a new case, and one goes on
writing without the server. Afterwards everything is there, on the server and on both devices, and the comparison says so.

Usage: restored_server.py BINARIES
"""

import os
import shutil
import signal
import subprocess
import sys

from postgres import PROGRAMS, PostgresCluster
from programs import FAILED, PATIENCE, Device, Failure, Place, Server, make_municipality, require


def note(device, case, text):
    device.one("new", case, "note", "--set", f'text="{text}"')


def texts(device, case):
    return sorted(record["fields"]["text"] for record in device.records(case, "note"))


def even(report):
    return report["differing"] == 0 and report["held"] == report["proven"] and report["outbox"] == 0


class OwnFile:
    """The store in the server's own folder."""

    name = "own file"
    init = ()

    def __init__(self, place):
        self.copy = place.file("backup.db")
        self.keys = place.file("keys-in-the-safe")

    def back_up(self, server):
        told = server.one("backup", self.copy)
        require(told["bytes"] == os.path.getsize(self.copy) > 0, f"the backup tells another size: {told}")
        require(os.stat(self.copy).st_mode & 0o077 == 0, "the backup can be read by others")
        with open(self.copy, "rb") as file:
            require(not file.read(16).startswith(b"SQLite format"), "the backup is not encrypted")
        server.admin("backup", self.copy, expect=FAILED)
        shutil.copytree(os.path.join(server.data, "keys"), self.keys)

    def put_back(self, place, server):
        server.admin("restore", self.copy, expect=FAILED)
        shutil.rmtree(server.data)
        os.mkdir(server.data)
        server.admin("restore", self.copy, expect=FAILED)
        shutil.copytree(self.keys, os.path.join(server.data, "keys"))
        return server.one("restore", self.copy)


class Database:
    """The store in PostgreSQL, with the database's own tools."""

    name = "PostgreSQL"

    def __init__(self, cluster):
        self.cluster = cluster
        self.dump = os.path.join(cluster._folder, "dump")
        self.init = ("--db", cluster.address)

    def _tool(self, program, *words):
        done = subprocess.run([os.path.join(PROGRAMS, program), "-h", self.cluster._folder, "-U", "cluster_admin", *words],
                              capture_output=True, text=True, timeout=PATIENCE, cwd="/")
        require(done.returncode == 0, f"{program}: {done.stderr.strip()}")

    def back_up(self, server):
        server.admin("backup", server.data + ".copy", expect=FAILED)
        self._tool("pg_dump", "-Fc", "-f", self.dump, "faltakt")

    def put_back(self, place, server):
        self.cluster.sql("DROP DATABASE faltakt WITH (FORCE)", "postgres")
        self.cluster.sql("CREATE DATABASE faltakt OWNER faltakt", "postgres")
        self._tool("pg_restore", "--exit-on-error", "-d", "faltakt", self.dump)
        return server.one("restore", "mark")


def run(place, kind, server, devices):
    tenant, workers = make_municipality(server, *kind.init)
    server.start()
    for device, worker in zip(devices, workers):
        device.enrol(server.one("device", "code", "--worker", worker)["code"])
    kim, robin = devices
    old = kim.one("case", "new", "--set", 'givenName="Alva"')["case"]
    note(kim, old, "before")
    kim.one("sync")
    robin.one("sync")
    require(texts(robin, old) == ["before"], "the colleague does not hold the case")

    kind.back_up(server)
    log = server.one("status")["logId"]
    note(robin, old, "after the backup")
    robin.one("sync")
    new = kim.one("case", "new", "--set", 'givenName="Ask"')["case"]
    note(kim, new, "a case that the backup does not know")
    report = kim.one("sync", "--digest")
    require(even(report) and report["held"] > 0, f"the comparison does not come out even: {report}")
    server.stop(signal.SIGKILL)
    note(kim, old, "without the server")

    told = kind.put_back(place, server)
    require(told["logId"] != log, "the restored server goes on under the old log")
    server.start()
    require(server.one("status")["changes"] == told["changes"], "something came from nowhere")
    reports = [kim.one("sync"), robin.one("sync"), kim.one("sync", "--digest"), robin.one("sync", "--digest")]
    require(reports[0]["takenBack"] > 0, f"the device brought nothing back: {reports[0]}")
    require(all(report["quarantined"] == 0 for report in reports), f"something was returned: {reports}")
    require(even(reports[2]) and even(reports[3]), f"the comparison does not come out even: {reports[2:]}")
    for device in devices:
        require(texts(device, old) == ["after the backup", "before", "without the server"],
                f"{device.name} holds {texts(device, old)}")
        require(texts(device, new) == ["a case that the backup does not know"], f"{device.name} lacks the new case")
    brought = sum(report.get("takenBack", 0) for report in reports)
    print(f"restored server, {kind.name}: {brought} lines brought back, {reports[2]['proven']} of {reports[2]['held']} and "
          f"{reports[3]['proven']} of {reports[3]['held']} proven", flush=True)


def main():
    if len(sys.argv) != 2:
        sys.exit("usage: restored_server.py BINARIES")
    try:
        with Place(sys.argv[1]) as place, Server(place) as server:
            run(place, OwnFile(place), server, [Device(place, "Kim"), Device(place, "Robin")])
        with Place(sys.argv[1]) as place, PostgresCluster() as cluster, Server(place) as server:
            run(place, Database(cluster), server, [Device(place, "Kim"), Device(place, "Robin")])
    except Failure as failure:
        sys.exit(f"restored server: {failure}")


if __name__ == "__main__":
    main()
