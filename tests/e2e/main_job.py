#!/usr/bin/env python3
"""The main job, end to end, through the two real programs.

Reports are imported at the server and assigned; the worker's device gets them; without the server she works on one: an
attempt without answer, one with, AUDIT question by question with the program killed in the middle, a note, an outcome;
the server returns and everything is delivered; a colleague's device shows the same file; a field that both changed
while apart is a conflict on both, and one of them resolves it.

Usage: main_job.py [--tell] BINARIES. With --tell each step is told with what it stored and sent.
"""

import datetime
import sys

from programs import (DONE, FAILED, UNREACHABLE, WRONG_USAGE, Device, Failure, Interview, Place, Server, identity_number, lob_csv,
                      make_municipality, require)

ANSWERS = {"1": 3, "2": 2, "3": 2, "4": 1, "5": 0, "6": 1, "7": 2, "8": 1, "9": 0, "10": 1}
# 3+2+2 + 1+0+1 + 2+1 + 0 + 2: the last two items have the points 0, 2 and 4.
SCORE = 14


class Teller:
    """Tells the job's steps, or says nothing."""

    def __init__(self, aloud):
        self._aloud = aloud
        self._number = 0

    def step(self, words):
        self._number += 1
        if self._aloud:
            print(f"\n{self._number:2}. {words}", flush=True)

    def fact(self, words):
        if self._aloud:
            print(f"    {words}", flush=True)

    def device(self, device):
        if self._aloud:
            status = device.one("status")
            self.fact(f"{device.name} holds {status['cases']} cases, {status['records']} records, {status['changes']} "
                      f"changes; {status['outbox']} not delivered, {status['conflicts']} conflicts")

    def sync(self, device, report):
        self.fact(f"{device.name} pushed {report['pushed']} ({report['accepted']} accepted), pulled {report['pulled']}; "
                  f"{report['bytesSent']} bytes out, {report['bytesReceived']} in, {report['seconds']:.2f} s; "
                  f"{report['outbox']} not delivered")


def reports(today):
    """Six rows: three people for the device, a minor for the office, one without identity, one that is wrong."""
    night = today - datetime.timedelta(days=1)

    def row(number, given, family, born, **more):
        taken = datetime.datetime(night.year, night.month, night.day, 20, 10 + number)
        return {"sheetNumber": f"K-{number}", "source": "lob", "takenAt": taken.strftime("%Y-%m-%d %H:%M"),
                "place": "Centralplan", "received": today.isoformat(), "givenName": given, "familyName": family,
                "identityNumber": identity_number(*born) if born else "", "sex": "f", "phone": f"070-174 06 1{number}",
                "address": f"Storgatan {number}, 183 30 Täby",
                "ground": "intoxicated", "substance": "alcohol", **more}
    return [row(1, "Maja", "Lind", (1984, 5, 12)),
            row(2, "Sture", "Öman", (1971, 11, 3), sex="m"),
            row(3, "Aino", "Wallin", (1990, 2, 28), phone=""),
            row(4, "Tim", "Ung", (today.year - 16, 1, 15), sex="m"),
            row(5, "", "", None, sex="", phone=""),
            row(6, "Fel", "Rad", (1980, 1, 1), identityNumber="19800101-0009", takenAt="i går")]


def case_of(device, name):
    found = device.run("cases", "--search", name)
    require(len(found) == 1, f"{device.name} finds {len(found)} people named {name}")
    return found[0]["case"]


def import_reports(tell, place, server, tenant, worker):
    tell.step("Six LOB reports come to the server: three for the device, one minor, one without identity, one bad row.")
    sheet = place.write("lob.csv", lob_csv(reports(datetime.date.today())))
    first = server.one("lob", "import", sheet, "--tenant", tenant, "--assign", worker)
    tell.fact(f"read {first['read']}, new {first['new']}, office {first['office']}, refused {first['refused']}")
    require(len(first["refused"]) == 1 and first["refused"][0]["line"] == 7, f"the bad row was not refused: {first}")
    require(first["office"] == 1, f"the minor's report does not stay at the office: {first}")
    again = server.one("lob", "import", sheet, "--tenant", tenant, "--assign", worker)
    tell.fact(f"the same file again: new {again['new']}")
    require(again["new"] == 0, f"the same file made new cases a second time: {again}")


def first_sync(tell, server, devices, colleague):
    """Gives the case that the job is about."""
    tell.step("The worker's device fetches what is hers; one case is also given to a colleague.")
    tell.sync(devices[0], devices[0].one("sync"))
    tell.device(devices[0])
    require(len(devices[0].people()) == 4, "the worker's device does not hold its four cases")
    require(not devices[0].run("cases", "--search", "Ung"), "the office's case reached a device")
    case = case_of(devices[0], "Maja Lind")
    server.admin("case", "assign", case, "--worker", colleague)
    tell.sync(devices[1], devices[1].one("sync"))
    tell.device(devices[1])
    held = [row["case"] for row in devices[1].people()]
    require(held == [case], f"the colleague's device holds {held}")
    return case


def agenda_of(device, case):
    return [row for row in device.run("agenda") if row["case"] == case]


def call_without_answer(tell, device, case, report):
    tell.step("She reads her agenda and calls: nobody answers.")
    agenda = device.run("agenda")
    require(any(row["case"] == case for row in agenda), "the report is not on the agenda")
    for row in agenda:
        tell.fact(f"{row['urgency']:8} {row['kind']:9} {row['reason']}")
    device.one("new", case, "contact", "--set", 'way="call"', "--set", 'outcome="noAnswer"', "--set", f'lobReport="{report}"')
    after = agenda_of(device, case)
    tell.fact("then: " + "; ".join(row["reason"] for row in after))
    require(after and after != [row for row in agenda if row["case"] == case], "the attempt changed nothing on the agenda")


def call_with_answer(tell, device, case, report):
    tell.step("She calls again and reaches the person.")
    contact = device.one("new", case, "contact", "--set", 'way="call"', "--set", 'outcome="reached"', "--set",
                         f'lobReport="{report}"', "--set", 'children="none"')
    tell.device(device)
    return contact["record"]


def screen(tell, device, case):
    tell.step("AUDIT, question by question; the program is killed in the middle and goes on where it was.")
    interview = Interview(device, "AUDIT", case)
    question = interview.next()
    record = question["record"]
    for _ in range(4):
        interview.answer(question["item"], ANSWERS[question["item"]])
        question = interview.next()
    interview.kill()
    tell.fact(f"killed while question {question['item']} was shown")
    interview = Interview(device, "AUDIT", case, record)
    resumed = interview.next()
    require(resumed == question, f"went on at {resumed}, not at {question}")
    while "item" in resumed:
        interview.answer(resumed["item"], ANSWERS[resumed["item"]])
        resumed = interview.next()
    require(interview.close() == DONE, "the interview did not end well")
    require(resumed["complete"] and resumed["score"] == SCORE, f"AUDIT gave {resumed}")
    for sex, zone in resumed["zones"].items():
        tell.fact(f"{resumed['score']} points; row {sex}: zone {zone['zone']}, {zone['meaning']}")
        require(zone["zone"] and zone["meaning"], f"no zone for row {sex}")
    return record


def end_with_outcome(tell, device, case, report, contact):
    tell.step("She writes a note and ends with an outcome.")
    device.one("new", case, "note", "--set", 'text="Vill prata om sömnen. Bokat besök på torsdag."')
    device.one("set", contact, "result", '"bookedVisit"')
    device.one("set", report, "status", '"closed"')
    device.one("set", report, "closedAs", '"reached"')
    tell.fact("agenda of the case: " + ("; ".join(row["reason"] for row in agenda_of(device, case)) or "nothing left"))
    tell.device(device)


def edit_apart(tell, devices, person):
    tell.step("Without knowing of each other both change the same field.")
    for device, tag in zip(devices, ("fi", "so")):
        device.one("set", person, "interpreter", f'"{tag}"')
        tell.fact(f"{device.name} sets interpreter to {tag}")


def deliver(tell, server, devices, case):
    tell.step("The server is back; both deliver, and fetch from each other.")
    before = server.one("status")
    server.start()
    waiting = devices[0].one("status")["outbox"]
    for device in (devices[0], devices[1], devices[0]):
        report = device.one("sync")
        tell.sync(device, report)
        require(report["outbox"] == 0 and report["quarantined"] == 0, f"{device.name}: not everything has a receipt: {report}")
        if waiting:
            require(report["accepted"] == waiting, f"{waiting} waited, {report['accepted']} were accepted")
            waiting = 0
    tell.fact(f"the server's log grew from {before['changes']} to {server.one('status')['changes']} changes")
    tell.step("The colleague's device shows the same file.")
    mine, hers = (sorted(((r["record"], r["kind"], r["fields"]) for r in device.records(case)), key=lambda r: r[0])
                  for device in devices)
    require([row[:2] for row in mine] == [row[:2] for row in hers], "the two devices show different records")
    require(mine == hers, "the two devices show different values")
    tell.fact(f"{len(mine)} records, the same values on both")


def resolve(tell, devices, person):
    tell.step("The field is a conflict on both, with both values; the colleague resolves it.")
    for device in devices:
        conflicts = device.run("conflicts")
        require(len(conflicts) == 1 and conflicts[0]["record"] == person and conflicts[0]["field"] == "interpreter",
                f"{device.name} shows {conflicts}")
        values = sorted(head["value"] for head in conflicts[0]["heads"])
        tell.fact(f"{device.name}: {' against '.join(values)}")
        require(values == ["fi", "so"], f"{device.name} shows {values}")
    keep = next(head["change"] for head in devices[1].run("conflicts")[0]["heads"] if head["value"] == "so")
    devices[1].one("resolve", person, "interpreter", "--keep", keep)
    for device in (devices[1], devices[0]):
        tell.sync(device, device.one("sync"))
        require(not device.run("conflicts"), f"{device.name} still has a conflict")
        require(device.one("status")["outbox"] == 0, f"{device.name} has something unsent")
    tell.fact("resolved on both")


def review(tell, server, case, workers):
    tell.step("The log of who read and wrote what is reviewed, while the server serves.")
    lines = server.admin("log", "review", "--case", case)
    entries, end = lines[:-1], lines[-1]
    require(end["whole"] and end["shown"] == len(entries), f"the review ends with {end}")
    acts = {(entry["worker"], entry["act"]) for entry in entries}
    for worker in workers:
        for act in ("delivered", "written"):
            require((worker, act) in acts, f"the log does not hold that {worker} had lines {act}")
    require(all(entry["case"] == case for entry in entries), "the review shows another case")
    tell.fact(f"{end['entries']} entries, {len(entries)} of this case; the chain is whole")
    again = server.admin("log", "review")[-1]
    require(again["whole"] and again["entries"] >= end["entries"], f"the second review ends with {again}")


def ask_for_older(tell, device, case):
    tell.step("She asks the server for older records of the file, with a reason.")
    answer = device.one("fetch", case, "--reason", "the person asks what was said then")
    require(answer["left"] == 0 and answer["case"] == case, f"the fetch gave {answer}")
    device.run("fetch", case, expect=WRONG_USAGE)
    device.run("fetch", "01900000-0000-7000-8000-000000000001", "--reason", "why not", expect=FAILED)
    tell.fact("nothing had stayed behind; without a reason, and of a file without a right, nothing is given")


def take_away(tell, server, device, case, worker):
    tell.step("The file is taken from the colleague; the server knows whether her device has forgotten it.")

    def open_forgets():
        lines = [line for line in server.admin("device", "list") if line["worker"] == worker]
        require(len(lines) == 1, f"the worker has {len(lines)} devices")
        return lines[0]["forgetsOpen"], lines[0]["forgetsOpenSince"]

    require(open_forgets() == (0, None), "something was to be forgotten before")
    server.admin("case", "unassign", case, "--worker", worker)
    count, since = open_forgets()
    require(count == 1 and since, f"{count} forgets are open, since {since}")
    device.run("sync")
    require(not device.people(), "the file is on the device still")
    device.run("sync")
    require(open_forgets() == (0, None), "the receipt did not come")
    tell.fact("gone from the device, and its receipt is here")


def run(tell, place, server):
    tell.step("A municipality is set up: a tenant, a team, two workers; the server listens on loopback.")
    tenant, workers = make_municipality(server)
    server.start()
    devices = [Device(place, "her device"), Device(place, "the colleague's device")]
    tell.step("Two devices are enrolled, each with a code of its own.")
    for device, worker in zip(devices, workers):
        code = server.one("device", "code", "--worker", worker)["code"]
        enrolled = device.enrol(code)
        tell.fact(f"{device.name} is {enrolled['device']} at {enrolled['server']}")
        spent = Device(place, "a second device")
        require(spent.run("enrol", code, expect=FAILED) == [], "a code was good for two devices")
    import_reports(tell, place, server, tenant, workers[0])
    case = first_sync(tell, server, devices, workers[1])
    tell.step("The server is gone.")
    server.stop()
    require(devices[0].run("sync", expect=UNREACHABLE) == [], "a sync without server printed something")
    report = devices[0].records(case, "lobReport")[0]["record"]
    person = devices[0].records(case, "person")[0]["record"]
    call_without_answer(tell, devices[0], case, report)
    contact = call_with_answer(tell, devices[0], case, report)
    screen(tell, devices[0], case)
    end_with_outcome(tell, devices[0], case, report, contact)
    edit_apart(tell, devices, person)
    deliver(tell, server, devices, case)
    resolve(tell, devices, person)
    review(tell, server, case, workers)
    ask_for_older(tell, devices[0], case)
    take_away(tell, server, devices[1], case, workers[1])
    server.stop()


def main():
    words = sys.argv[1:]
    tell = Teller("--tell" in words)
    folders = [word for word in words if word != "--tell"]
    if len(folders) != 1:
        sys.exit("usage: main_job.py [--tell] BINARIES")
    try:
        with Place(folders[0]) as place, Server(place) as server:
            run(tell, place, server)
    except Failure as failure:
        sys.exit(f"main job: {failure}")
    print("\nmain job: all steps done" if "--tell" in words else "main job: all steps done")


if __name__ == "__main__":
    main()
