#!/usr/bin/env python3
"""Plants 50 markers through every way of writing, then searches every file of devices and server for them: none.

Searched are the folders of two devices and of the server, the folder for temporary files, and the server's log, as
UTF-8, UTF-16, hex, base64 in all alignments and inside zstd; with everything closed, while the programs run, and
after a kill. That the scanner finds what is there is shown by marker_scan_test.py and by a marker of its own here.

Usage: markers.py BINARIES
"""

import datetime
import os
import random
import shutil
import signal
import string
import sys

from marker_scan import Scanner
from programs import (PASSPHRASE, Device, Failure, Interview, Place, Server, identity_number, lob_csv,
                      make_municipality, require, wait_until)

COUNT = 50


class Planter:
    """Hands out markers, each once, and remembers where they went."""

    def __init__(self, dice):
        self._dice = dice
        self.planted = []

    def marker(self):
        # A letter first and last, mixed case and digits within: valid as a name, unlike any text of the program.
        letters = string.ascii_letters + string.digits
        word = "Q" + "".join(self._dice.choice(letters) for _ in range(14)) + "z"
        self.planted.append(word)
        return word


def json_text(text):
    return '"' + text + '"'


def plant_import(place, server, tenant, worker, planter):
    """Through the file of reports, the good rows and a bad one: the server's own writing."""
    today = datetime.date.today()
    taken = f"{today - datetime.timedelta(days=1)} 23:15"
    rows = [{"sheetNumber": planter.marker(), "takenAt": taken, "received": today.isoformat(), "place": planter.marker(),
             "givenName": planter.marker(), "familyName": planter.marker(),
             "identityNumber": identity_number(1980 + number, 3, 4), "sex": "f", "phone": f"070-174 06 2{number}",
             "address": planter.marker(), "condition": "Sov. " + planter.marker(), "releasedTo": planter.marker(),
             "event": planter.marker()} for number in range(2)]
    rows.append(dict(rows[0], sheetNumber=planter.marker(), givenName=planter.marker(), takenAt="i går"))
    sheet = place.write("import.csv", lob_csv(rows))
    done = server.one("lob", "import", sheet, "--tenant", tenant, "--assign", worker)
    os.remove(sheet)
    require(done["new"] == 2 and len(done["refused"]) == 1, f"the reports were not taken: {done}")


def plant_records(device, planter):
    """Through every kind of record that a worker writes, and through searching, reasons and values that were replaced."""
    text = lambda: json_text(planter.marker())  # noqa: E731
    case = device.one("case", "new", "--set", f"givenName={text()}", "--set", f"familyName={text()}")
    person, case = case["record"], case["case"]
    device.one("set", person, "givenName", text())
    device.one("set", person, "aliases", '{"a1":{"name":%s}}' % text())
    device.one("set", person, "contactWays", '{"w1":{"kind":"place","value":%s,"note":%s}}' % (text(), text()))
    note = device.one("new", case, "note", "--set", f"text={text()}", "--set", f"judgement={text()}")["record"]
    device.one("set", note, "text", text())
    device.one("set", note, "disputed", text())
    device.one("new", case, "contact", "--set", 'way="call"', "--set", 'outcome="reached"', "--set", f"text={text()}",
               "--set", f"ownWish={text()}")
    device.one("new", case, "task", "--set", 'what="ownTask"', "--set", f"text={text()}", "--set", 'status="open"')
    device.one("new", case, "lobReport", "--set", f"place={text()}", "--set", f"condition={text()}", "--set",
               f"decidedBy={text()}", "--set", f"closedReason={text()}", "--set", 'takenAt="2026-01-01T00:00:00Z"')
    device.run("case", case, "--purpose", "deputy", "--reason", planter.marker())
    device.run("cases", "--search", planter.marker())
    device.run("new", case, "note", "--set", f"colour={text()}", expect=1)
    deleted = device.one("new", case, "note", "--set", f"text={text()}")["record"]
    device.one("set", deleted, "deleted", "true")
    return case, person, note


def plant_conflict(devices, note, planter):
    """Two values against each other, a third that ends it, each of them a marker."""
    for device in devices:
        device.one("set", note, "text", json_text(planter.marker()))
    for device in (*devices, devices[0]):
        device.one("sync")
    require(devices[0].run("conflicts"), "there is no conflict to resolve")
    devices[0].one("resolve", note, "text", "--value", json_text(planter.marker()))
    devices[0].one("sync")


def plant_until_full(device, case, planter):
    while len(planter.planted) < COUNT:
        device.one("new", case, "note", "--set", f"text={json_text(planter.marker())}")


def search(words, place, server, devices, planter, secrets):
    scanner = Scanner(planter.planted + secrets)
    findings = []
    for folder in (server.data, place.temporary, *(device.folder for device in devices)):
        findings += [f"{os.path.basename(folder)}/{hit}" for hit in scanner.scan_folder(folder)]
    with open(server.log, "rb") as log:
        findings += [f"the server's log: {hit}" for hit in scanner.scan_bytes(log.read())]
    require(not findings, f"{words}: {len(findings)} found: " + "; ".join(findings[:10]))
    print(f"markers: {words}: {len(planter.planted)} markers, {scanner.files} files, {scanner.bytes} bytes, "
          f"{scanner.frames} zstd frames, none found", flush=True)


def prove_scanner(device, planter):
    """A marker that lies open in the device's folder must be found."""
    path = os.path.join(device.folder, "left-behind")
    with open(path, "w", encoding="utf-8") as file:
        file.write(planter.planted[0])
    require(Scanner(planter.planted).scan_folder(device.folder), "the scanner is blind")
    os.remove(path)


def search_after_kills(place, server, devices, case, planter, secrets):
    """Killed in the middle: while asking, and while listening with a page just stored."""
    interview = Interview(devices[0], "AUDIT", case)
    question = interview.next()
    interview.answer(question["item"], 3)
    interview.next()
    search("while an interview runs", place, server, devices, planter, secrets)
    interview.kill()
    listening = devices[1].start("sync", "--wait", "50")
    wal = os.path.join(devices[1].folder, "store.db-wal")
    devices[0].one("new", case, "note", "--set", f"text={json_text(planter.marker())}")
    before = os.path.getsize(wal) if os.path.exists(wal) else 0
    devices[0].one("sync")
    wait_until(lambda: listening.poll() is not None or (os.path.exists(wal) and os.path.getsize(wal) > before), 60,
               "the news did not reach the listening device")
    listening.send_signal(signal.SIGKILL)
    listening.wait()
    search("after kills of both devices", place, server, devices, planter, secrets)
    server.stop(signal.SIGKILL)
    search("after a kill of the server", place, server, devices, planter, secrets)


def run(place, server, dice):
    planter = Planter(dice)
    tenant, workers = make_municipality(server)
    server.start()
    devices = [Device(place, "device"), Device(place, "colleague")]
    secrets = [PASSPHRASE]
    for device, worker in zip(devices, workers):
        code = server.one("device", "code", "--worker", worker)["code"]
        secrets.append(code.rsplit(".", 1)[1])
        device.enrol(code)
    plant_import(place, server, tenant, workers[0], planter)
    devices[0].one("sync")
    case, _, note = plant_records(devices[0], planter)
    search("with unsent work", place, server, devices, planter, secrets)
    devices[0].one("sync")
    server.admin("case", "assign", case, "--worker", workers[1])
    devices[1].one("sync")
    plant_conflict(devices, note, planter)
    plant_until_full(devices[0], case, planter)
    devices[0].one("sync")
    require(len(planter.planted) >= COUNT, "too few markers")
    prove_scanner(devices[0], planter)
    search("with everything delivered", place, server, devices, planter, secrets)
    search_after_kills(place, server, devices, case, planter, secrets)


def main():
    if len(sys.argv) != 2:
        sys.exit("usage: markers.py BINARIES")
    if not shutil.which("zstd"):
        sys.exit("markers: the program zstd is missing")
    seed = random.SystemRandom().randrange(1 << 32)
    try:
        with Place(sys.argv[1]) as place, Server(place) as server:
            run(place, server, random.Random(seed))
    except Failure as failure:
        sys.exit(f"markers: {failure} (seed {seed})")
    print("markers: none found anywhere")


if __name__ == "__main__":
    main()
