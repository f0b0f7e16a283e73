#!/usr/bin/env python3
"""A fifth municipality made without code, as the handbook says it, with the real programs.

The example is copied, changed and checked; the server makes the municipality from it; a device gets it with its first sync and
goes by it, keeps it through a kill and without a server, goes by a later version from that one's first day on, and is not
moved by what the server refuses. What somebody changes in the device's folder counts for nothing.

Usage: profile_job.py BINARIES
"""

import datetime
import os
import signal
import subprocess
import sys

from programs import FAILED, PATIENCE, UNREACHABLE, Device, Failure, Place, Server, identity_number, lob_csv, require

HERE = os.path.dirname(os.path.abspath(__file__))
EXAMPLE = os.path.join(HERE, "..", "..", "assets", "examples", "exempelby.json")
TODAY = datetime.date.today()


def days_from_today(days):
    return (TODAY + datetime.timedelta(days=days)).isoformat()


def write_version(place, version, valid_from, attempt_days=2, replace=()):
    """The example as a municipality changes it: the file's path."""
    with open(EXAMPLE, encoding="utf-8") as file:
        text = file.read()
    changes = [('"version": 1', f'"version": {version}'), ("2026-12-01", valid_from),
               ('"value": 2,\n      "kind"', f'"value": {attempt_days},\n      "kind"'), *replace]
    for old, new in changes:
        require(text.count(old) == 1, f"the example does not say {old!r} once")
        text = text.replace(old, new)
    return place.write(f"exempelby-{version}.json", text)


def said_by(place, server, *words):
    """What a command that is refused says."""
    done = subprocess.run([place.program("faltakt-server"), "--data", server.data, *words], capture_output=True, text=True,
                          timeout=PATIENCE, env=place.environment, stdin=subprocess.DEVNULL)
    require(done.returncode == FAILED, f"{' '.join(words)} ended with {done.returncode}: {done.stderr}")
    return done.stderr


def first_attempt_due(device):
    agenda = device.run("agenda")
    rows = [row for row in agenda if row["rule"] == "lob.firstAttempt"]
    require(len(rows) == 1, f"the agenda of {device.name}: {agenda}")
    return rows[0]["due"]


def import_report(place, server, worker):
    row = {"sheetNumber": "K-1", "source": "lob", "takenAt": f"{days_from_today(-1)} 20:10", "place": "Centralplan",
           "received": TODAY.isoformat(), "givenName": "Kim", "familyName": "Ek",
           "identityNumber": identity_number(1984, 5, 12), "sex": "f", "phone": "070-174 06 05", "ground": "intoxicated",
           "substance": "alcohol"}
    read = server.one("lob", "import", place.write("lob.csv", lob_csv([row])), "--assign", worker)
    require(read["new"] == 1, f"the report: {read}")


def make_exempelby(place, server):
    """Gives two workers."""
    file = write_version(place, 1, days_from_today(-400))
    server.admin("init", "--name", "Exempelby")
    checked = server.one("profile", "check", file)
    require(checked["id"] == "exempelby" and checked["parent"] == "vasterbotten", f"checked: {checked}")
    said = said_by(place, server, "tenant", "add", "Exempelby", "--profile", "exempelby")
    require("FILE.json" in said, f"an unknown name: {said}")
    server.one("tenant", "add", "Exempelby", "--profile", file)
    listed = server.one("profile", "list")
    require((listed["id"], listed["version"], listed["inForce"]) == ("exempelby", 1, True) and listed["by"],
            f"listed: {listed}")
    team = server.one("team", "add", "Vuxenenheten")["id"]
    return [server.one("worker", "add", name, "--team", team)["id"] for name in ("Kim Ek", "Robin Al")]


def refusals(place, server):
    """The files that the server does not take say why, and where."""
    for version, valid_from, replace, words in (
            (1, days_from_today(-400), (), "here already"),
            (1, days_from_today(-300), (), "version: version 1 of the profile is known already"),
            (2, days_from_today(0), (('"targetAge": { "value": 18', '"targetAge": { "value": 181'),),
             "settings.targetAge.value: must be between"),
            (2, days_from_today(0), (('"format": 2', '"format": 3'),), "format"),
            (2, days_from_today(0), (('"parent": "vasterbotten"', '"parent": "jamtland"'),), "parent: no profile of this id")):
        said = said_by(place, server, "profile", "add", write_version(place, version, valid_from, replace=replace))
        require(words in said, f"refused with {said!r}, not {words!r}")
    require(len(server.admin("profile", "list")) == 1, "something of what was refused is kept")


def version_of(device):
    status = device.one("status")
    require(status["profile"] == "exempelby", f"status: {status}")
    return status["profileVersion"]


def run(place, server):
    workers = make_exempelby(place, server)
    import_report(place, server, workers[0])
    server.start()
    device = Device(place, "phone")
    device.enrol(server.one("device", "code", "--worker", workers[0])["code"])
    require(version_of(device) is None, "a device knows a profile that nobody gave it")

    # Killed while it fetches, then whole.
    process = device.start("sync")
    process.send_signal(signal.SIGKILL)
    process.wait()
    device.one("sync")
    require(version_of(device) == 1, "the profile did not come")
    require("profilesTaken" not in device.one("sync"), "the profile came twice")
    first_due = first_attempt_due(device)
    refusals(place, server)

    # A later version, added while the server serves, which dies right after: it holds from its first day.
    added = server.one("profile", "add", write_version(place, 2, days_from_today(0), attempt_days=9), "--by", "Åsa")
    require(added["version"] == 2, f"added: {added}")
    server.stop(signal.SIGKILL)
    device.run("sync", expect=UNREACHABLE)
    require(version_of(device) == 1 and first_attempt_due(device) == first_due, "without a server the former one went")
    server.start()
    require([each["by"] for each in server.admin("profile", "list")][1] == "Åsa", "who added it is not kept")
    require(device.one("sync").get("profilesTaken") == 1, "the second version did not come")
    require(version_of(device) == 2, "the second version does not hold")
    require(first_attempt_due(device) > first_due, f"the agenda does not go by it: {first_attempt_due(device)}")

    # One of a later day is here, and is not in force.
    server.one("profile", "add", write_version(place, 3, days_from_today(30), attempt_days=1))
    require(device.one("sync").get("profilesTaken") == 1, "the third version did not come")
    second_due = first_attempt_due(device)
    require(version_of(device) == 2 and second_due > first_due, "a version of a later day holds already")
    require([each["inForce"] for each in server.admin("profile", "list")] == [False, True, False], "the server errs on that")

    # Whoever has the device's folder writes a number of his own into it.
    folder = os.path.join(device.folder, "profiles")
    files = sorted(os.listdir(folder))
    require(len(files) == 3, f"in the folder: {files}")
    for name in files:
        path = os.path.join(folder, name)
        with open(path, encoding="utf-8") as file:
            text = file.read()
        with open(path, "w", encoding="utf-8") as file:
            file.write(text.replace("08-465 004 21", "08-465 004 99"))
    require(version_of(device) is None, "a changed profile is believed")
    require(device.one("sync").get("profilesTaken") == 3, "the profiles did not come anew")
    require(version_of(device) == 2 and first_attempt_due(device) == second_due, "after that they do not hold")

    # A new colleague has all of them from the first sync on.
    colleague = Device(place, "tablet")
    colleague.enrol(server.one("device", "code", "--worker", workers[1])["code"])
    require(colleague.one("sync").get("profilesTaken") == 3, "a new device did not get all of them")
    require(version_of(colleague) == 2, "a new device goes by another version")
    server.stop()


def main(arguments):
    if len(arguments) != 2:
        print("usage: profile_job.py BINARIES", file=sys.stderr)
        return 2
    try:
        with Place(arguments[1]) as place, Server(place) as server:
            run(place, server)
    except Failure as failure:
        print("FAILED:", failure, file=sys.stderr)
        return 1
    print("a fifth municipality was made from a file, and its devices go by it")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv))
