#!/usr/bin/env python3
"""What the server's owner decides reaches the devices: a case taken away, a forgotten PIN, a revoked device, a wipe.

In each of them the work that was not delivered yet must arrive, or be kept apart where people look at it.

Usage: control_job.py BINARIES
"""

import datetime
import json
import os
import shutil
import subprocess
import sys

from programs import (DONE, FAILED, PASSPHRASE, UNREACHABLE, WRONG_USAGE, Device, Failure, Place, Server, identity_number,
                      json_lines, lob_csv, make_municipality, require)


def enrolled(place, server, name, worker):
    device = Device(place, name)
    device.enrol(server.one("device", "code", "--worker", worker)["code"])
    return device


def case_made_offline_reaches_the_team(server, devices):
    case = devices[0].one("case", "new", "--set", 'givenName="Kim"', "--set", 'familyName="Delad"')["case"]
    devices[0].one("sync")
    devices[1].one("sync")
    require([row["case"] for row in devices[1].people()] == [case], "the case did not reach the other one of the team")


def codes_are_checked(place, server, worker):
    code = server.one("device", "code", "--worker", worker)["code"]
    address, rest = code.split("#")
    fingerprint, secret = rest.split(".")
    foreign = Device(place, "foreign")
    other = "A" * 42 + "A"
    foreign.run("enrol", f"{address}#{other}.{secret}", expect=FAILED)
    foreign.run("enrol", f"{address}#{fingerprint}.{'A' * 22}", expect=FAILED)
    foreign.run("enrol", "faltakt://nonsense", expect=FAILED)
    require(not os.path.exists(foreign.folder), "a refused enrolment left something behind")
    foreign.enrol(code)


def sealed_key(device):
    with open(os.path.join(device.folder, "keys.json"), encoding="utf-8") as file:
        return json.load(file)["databaseKey"]


def signature_ends_with_the_next_edit(devices):
    """A colleague's device believes a signature by the key that the server told, and no longer once the text is another."""
    def signed():
        devices[1].one("sync")
        return next(row["signed"] for row in devices[1].one("case", case)["records"] if row["record"] == note)
    case = devices[0].people()[0]["case"]
    note = devices[0].one("new", case, "note", "--set", 'text="Att signera."')["record"]
    devices[0].one("sync")
    require(not signed(), "a note that nobody signed shows as signed")
    devices[0].one("sign", note)
    devices[0].one("sync")
    require(signed(), "the colleague's signature is not believed")
    devices[0].one("set", note, "text", '"Ändrat efteråt."')
    devices[0].one("sync")
    require(not signed(), "the edited note still shows as signed")


def case_is_taken_away(place, server, devices, tenant, workers):
    """Only the two workers have it, not their team: it comes by the file of reports."""
    today = datetime.date.today()
    sheet = place.write("one.csv", lob_csv([{"sheetNumber": "K-9", "takenAt": f"{today - datetime.timedelta(days=1)} 22:00",
                                             "givenName": "Lo", "familyName": "Lånad", "received": today.isoformat(),
                                             "identityNumber": identity_number(1985, 6, 7)}]))
    server.admin("lob", "import", sheet, "--tenant", tenant, "--assign", workers[0])
    devices[0].one("sync")
    case = devices[0].run("cases", "--search", "Lånad")[0]["case"]
    server.admin("case", "assign", case, "--worker", workers[1])
    devices[1].one("sync")
    note = devices[1].one("new", case, "note", "--set", 'text="Skrivet innan ärendet togs bort."')["record"]
    server.admin("case", "unassign", case, "--worker", workers[1])
    old_key = sealed_key(devices[1])
    report = devices[1].one("sync")
    require(report["pushed"] >= 1 and report["outbox"] == 0, f"the unsent note was not delivered: {report}")
    require(not devices[1].run("cases", "--search", "Lånad"), "the case is still on the device that it was taken from")
    require(sealed_key(devices[1]) != old_key, "the store was not given a new key after the case was taken away")
    devices[1].run("case", case, expect=FAILED)
    require(devices[0].run("cases", "--search", "Lånad"), "the case is gone from the device that keeps it")
    return case, note


def pin_comes_by_standard_input(place, device):
    """The PIN is the first line, and the answers of an interview come after it; with no line at all the device is locked."""
    def run(given, *words, expect=DONE):
        done = subprocess.run([place.program("faltakt-cli"), *words, "--store", device.folder], input=given, text=True,
                              capture_output=True, timeout=120, env=place.environment, check=False)
        require(done.returncode == expect, f"{words} ended with {done.returncode}: {done.stderr}")
        return json_lines(done.stdout)
    require(run("", "status")[0]["locked"] is True, "a device without PIN does not say that it is locked")
    require(run(PASSPHRASE + "\n", "status")[0]["locked"] is False, "the PIN from standard input does not open")
    run("", "agenda", expect=WRONG_USAGE)
    run("fel lösenfras här\n", "agenda", expect=FAILED)
    case = device.people()[0]["case"]
    lines = run(PASSPHRASE + "\n1 2\n2 1\n3 0\n", "screen", "AUDIT-C", "--case", case, "--step")
    require([line.get("item") for line in lines] == ["1", "2", "3", None] and lines[3]["score"] == 3, f"the interview gave {lines}")


def pin_is_forgotten(place, server, tenant, device):
    key = place.file("recovery.key")
    server.admin("recovery", "make", "--tenant", tenant, "--out", key)
    keys = os.path.join(device.folder, "keys.json")
    new_pin = place.write("new.pin", "fyra röda bussar i kön\n")
    server.admin("recovery", "open", keys, "--key", key, "--pin-file", new_pin)
    device.run("status", expect=FAILED)
    done = subprocess.run([place.program("faltakt-cli"), "status", "--store", device.folder, "--pin-file", new_pin],
                          capture_output=True, text=True, timeout=120, check=False)
    require(done.returncode == DONE and not json_lines(done.stdout)[0]["locked"], f"the new PIN does not open: {done.stderr}")


def locked_device_delivers(server, device, colleague):
    """What was written without a network reaches the server while the device is locked; unlocking later sends nothing twice."""
    server.stop()
    case = device.one("case", "new", "--set", 'givenName="Låst"')["case"]
    sealed = os.path.join(device.folder, "outbox.sealed")
    require(os.path.getsize(sealed) > 0, "nothing was sealed when the store was closed")
    deliver = [device.command()[0], "deliver", "--store", device.folder]

    def run(expect):
        done = subprocess.run(deliver, capture_output=True, text=True, timeout=120, stdin=subprocess.DEVNULL, check=False)
        require(done.returncode == expect, f"deliver ended with {done.returncode}, not {expect}: {done.stderr}")
        return json_lines(done.stdout)
    run(UNREACHABLE)
    require(os.path.getsize(sealed) > 0, "the sealed work went without having arrived")
    copy = sealed + ".copy"
    shutil.copy(sealed, copy)
    server.start()
    require(run(DONE) == [{"taken": 1, "quarantined": 0}], "the sealed work was not taken")
    require(not os.path.exists(sealed), "the delivered work lies there still")
    run(FAILED)
    require(server.one("outbox", "take", copy) == {"taken": 1, "quarantined": 0}, "the same by hand gave another answer")
    os.remove(copy)
    colleague.one("sync")
    require(colleague.run("cases", "--search", "Låst")[0]["case"] == case, "the colleague did not get it")
    report = device.one("sync")
    require(report["pushed"] == 1 and report["outbox"] == 0 and report["quarantined"] == 0, f"sent once more it was not known: {report}")
    colleague.one("sync")
    require(len(colleague.records(case)) == len(device.records(case)), "the two devices hold different things")


def device_is_revoked(server, device):
    case = device.one("case", "new", "--set", 'givenName="Efter"')["case"]
    server.admin("device", "revoke", device_id(server, device))
    reports = device.run("sync", expect=FAILED)
    require(reports and reports[0]["outbox"] == 0 and reports[0]["quarantined"] >= 1,
            f"a revoked device's work was not kept apart: {reports}")
    require(reports[0]["pulled"] == 0, "a revoked device was given something")
    require(device.one("status")["returned"] >= 1, f"the work in {case} is not shown as returned")


def device_is_wiped(server, device):
    device.one("case", "new", "--set", 'givenName="Sist"')
    changes = server.one("status")["changes"]
    server.admin("device", "wipe", device_id(server, device))
    report = device.run("sync")[0]
    require(report["outbox"] == 0 and server.one("status")["changes"] > changes, f"a wiped device's work was lost: {report}")
    left = [name for name in os.listdir(device.folder) if os.path.getsize(os.path.join(device.folder, name)) > 0]
    require(not left, f"after the wipe there is still {left}")
    device.run("status", expect=FAILED)


def device_id(server, device):
    return next(row["device"] for row in server.admin("device", "list") if row["name"] == device.name)


def run(place, server):
    tenant, workers = make_municipality(server)
    server.start()
    codes_are_checked(place, server, workers[0])
    devices = [enrolled(place, server, name, worker) for name, worker in (("first", workers[0]), ("second", workers[1]))]
    case_made_offline_reaches_the_team(server, devices)
    signature_ends_with_the_next_edit(devices)
    case_is_taken_away(place, server, devices, tenant, workers)
    device_is_wiped(server, enrolled(place, server, "lost", workers[0]))
    device_is_revoked(server, enrolled(place, server, "stolen", workers[0]))
    locked_device_delivers(server, devices[0], devices[1])
    pin_comes_by_standard_input(place, devices[0])
    pin_is_forgotten(place, server, tenant, devices[0])
    server.stop()
    devices[1].run("sync", expect=UNREACHABLE)


def main():
    if len(sys.argv) != 2:
        sys.exit("usage: control_job.py BINARIES")
    try:
        with Place(sys.argv[1]) as place, Server(place) as server:
            run(place, server)
    except Failure as failure:
        sys.exit(f"control job: {failure}")
    print("control job: all steps done")


if __name__ == "__main__":
    main()
