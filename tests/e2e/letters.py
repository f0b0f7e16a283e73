#!/usr/bin/env python3
"""A letter after a police report, with the real programs: asked for in the field, printed at the office, its day told back.

Sheets come in by file; a worker asks for letters on her device; the office lists them without names, prints one and says that
it went, also while the server serves; the device shows the day. A letter to somebody whose address was hidden meanwhile is not
printed, and its worker has a task about it. The figures of a year hold no small number.

Usage: letters.py BINARIES
"""

import datetime
import json
import sys

from programs import FAILED, WRONG_USAGE, Device, Failure, Place, Server, lob_csv, make_municipality, require

PEOPLE = (("Kim", "Ekström", "Storgatan 1, 123 45 Orten"), ("Robin", "Alm", "c/o Berg, Lillgatan 2, 123 45 Orten"),
          ("Mika", "Lund", "Nygatan 3, 123 45 Orten"))


def now():
    return datetime.datetime.now(datetime.timezone.utc).replace(microsecond=0)


def instant(moment):
    return moment.strftime("%Y-%m-%dT%H:%M:%SZ")


def bring_reports(place, server, worker):
    taken = now() - datetime.timedelta(hours=30)
    rows = [{"sheetNumber": f"L{number}", "source": "lob", "takenAt": instant(taken), "received": instant(now()),
             "givenName": given, "familyName": family, "identityNumber": "19800101-0" + str(100 + number),
             "phone": "070-174 06 05", "address": address} for number, (given, family, address) in enumerate(PEOPLE)]
    for row in rows:
        row.pop("identityNumber")
    answer = server.one("lob", "import", place.write("reports.csv", lob_csv(rows)), "--assign", worker)
    require(answer["new"] == len(PEOPLE), f"the reports did not go in: {answer}")


def ask(device, case):
    """What the app writes when somebody asks for a letter."""
    report = device.records(case, "lobReport")[0]["record"]
    device.one("set", report, "letterRequestedAt", json.dumps(instant(now())))
    return report


def letters_of(server):
    return {line["letter"]: line for line in server.admin("letter", "list")}


def printed_and_told_back(server, device, case, letter):
    line = letters_of(server)[letter]
    require(line["case"] == case and line["held"] is None, f"the queue says {line}")
    require("Kim" not in json.dumps(line), "the queue names the person")
    shown = server.one("letter", "show", letter, "--number", "08-123 456 00", "--unit", "Vuxenenheten")
    require(shown["address"] == ["Kim Ekström", "Storgatan 1", "123 45 Orten"], f"addressed to {shown['address']}")
    require(shown["missing"] == [] and shown["language"] == "sv", f"the letter is {shown}")
    opening = " ".join(shown["opening"])
    for telling in ("Vuxenenheten", "Polisen", "LOB", "Exempelkommunen"):
        require(telling not in opening, f"the first lines name {telling}")
    require("Kim Ek" in opening and "08-123 456 00" in opening, "the first lines do not say who to call")
    sent = server.one("letter", "sent", letter)
    require(letter not in letters_of(server), "a letter that went is still in the queue")
    server.admin("letter", "sent", letter, expect=FAILED)
    device.one("sync")
    report = device.records(case, "lobReport")[0]["fields"]
    require(report["letterSentAt"] == sent["sent"], "the device does not know the day")
    entries = [record["fields"] for record in device.records(case, "contact") if record["fields"].get("letter") == "sent"]
    require(len(entries) == 1 and entries[0]["way"] == "letter", f"the timeline has {entries}")


def held(server, device, case, letter, why):
    require(letters_of(server)[letter]["held"] == why, "the letter is not held")
    server.admin("letter", "show", letter, expect=FAILED)
    server.admin("letter", "sent", letter, expect=FAILED)
    device.one("sync")
    tasks = [record["fields"] for record in device.records(case, "task") if record["fields"]["what"] == "letterHeld"]
    require(len(tasks) == 1, f"the worker has {len(tasks)} tasks about one letter")
    require(any(row["case"] == case and "letterHeld" in row["reason"] for row in device.run("agenda")),
            "I dag does not show it")


def note_danger(device, case):
    person = device.records(case, "person")[0]["record"]
    device.one("set", person, "flags", '{"f1":{"code":"violence"}}')


def refusals(server):
    server.admin("letter", "show", "no-id", expect=FAILED)
    server.admin("letter", "sent", "no-id", expect=FAILED)
    server.admin("letter", "sent", expect=WRONG_USAGE)
    server.admin("letter", "send", "x", expect=WRONG_USAGE)
    server.admin("stats", "--by", "week", expect=FAILED)
    require(server.admin("stats") == [], "figures of a year that is not over")


def main(binaries):
    with Place(binaries) as place, Server(place) as server:
        _, (worker, _) = make_municipality(server)
        bring_reports(place, server, worker)
        server.start()
        device = Device(place, "tablet")
        device.enrol(server.one("device", "code", "--worker", worker)["code"])
        device.one("sync")
        cases = {}
        for line in device.run("cases"):
            cases[device.records(line["case"], "person")[0]["fields"]["givenName"]] = line["case"]
        asked = {name: ask(device, case) for name, case in cases.items()}
        device.one("sync")
        require(len(letters_of(server)) == len(PEOPLE), "not every letter that was asked for is in the queue")
        printed_and_told_back(server, device, cases["Kim"], asked["Kim"])
        held(server, device, cases["Robin"], asked["Robin"], "careOf")
        note_danger(device, cases["Mika"])
        device.one("sync")
        held(server, device, cases["Mika"], asked["Mika"], "violence")
        refusals(server)
        server.stop()
        # The office works on while nothing serves.
        require(len(letters_of(server)) == 2, "the queue is another without the serving process")
    print("letters: asked for, printed, told back; two held with a task each")


if __name__ == "__main__":
    try:
        main(sys.argv[1])
    except Failure as failure:
        sys.exit(f"letters: {failure}")
