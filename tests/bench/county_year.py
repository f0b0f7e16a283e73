#!/usr/bin/env python3
"""A county's year: 2,246 police reports (Västerbotten 2013) to 15 municipalities, imported month by month, assigned, synced
to 60 devices: county_year.py BIN [REPORTS [MUNICIPALITIES [DEVICES]]]

Everything goes through the real programs: one process for each command of the server's administrator, four devices at a time.
One line of JSON for each figure. Ends with an error where a report, a case or a device's share of them is not there.
"""

import collections
import concurrent.futures
import datetime
import json
import random
import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "e2e"))

from programs import Device, Failure, Place, Server, identity_number, lob_csv, require  # noqa: E402

REPORTS, MUNICIPALITIES, DEVICES = 2246, 15, 60
# Inhabitants in thousands, which is how the reports fall.
SIZES = (119, 72, 12, 9, 6, 7, 7, 7, 4, 5, 3, 2.5, 3, 2.5, 2.4)
REPORTS_PER_PERSON = 1.35
AT_ONCE = 4
SEED = 2013


def say(name, value, unit, reference=None):
    print(json.dumps({"name": name, "value": value, "unit": unit, "reference": reference,
                      "ratio": value / reference if reference else None}), flush=True)


def shares(total, count):
    """`total` dealt by the sizes, to the last one; everybody gets something."""
    weight = sum(SIZES[:count])
    dealt = [max(1, int(total * size / weight)) for size in SIZES[:count]]
    dealt[0] += total - sum(dealt)
    return dealt


class Municipality:
    """A tenant with its workers, their devices, and the reports that come to it."""

    def __init__(self, number, reports, dice):
        self.name = f"Kommun {number + 1}"
        self.tenant = None
        self.workers, self.devices = [], []
        self.reports = reports
        self._dice = dice
        born = dice.sample(range(20 * 365), max(1, round(reports / REPORTS_PER_PERSON)))
        self._people = [identity_number(*(datetime.date(1975, 1, 1) + datetime.timedelta(days)).timetuple()[:3])
                        for days in born]

    def files(self, today):
        """A file for each month of the year that has passed."""
        by_month = collections.defaultdict(list)
        for number in range(self.reports):
            day = today - datetime.timedelta(self._dice.randint(3, 364))
            # Each person once, the rest by chance: some come again and again.
            person = number if number < len(self._people) else self._dice.randrange(len(self._people))
            by_month[day.strftime("%Y-%m")].append({
                "sheetNumber": f"5000-K{number:06d}-{day:%y}", "source": "lob",
                "takenAt": f"{day} {self._dice.randrange(24):02d}:{self._dice.randrange(60):02d}", "place": "Torget",
                "received": str(day + datetime.timedelta(2)), "givenName": "Kim", "familyName": f"Prov {person}",
                "identityNumber": self._people[person], "sex": self._dice.choice("fm"), "phone": "070-174 06 11",
                "ground": "intoxicated", "substance": "alcohol",
                "condition": "Kunde inte stå på egen hand. Vaken och lugn efter två timmar."})
        return [lob_csv(sorted(rows, key=lambda row: row["takenAt"])) for _, rows in sorted(by_month.items())]


def build(server, place, municipalities, devices):
    server.admin("init", "--name", "Länet")
    server.start()
    for number, one in enumerate(municipalities):
        one.tenant = server.one("tenant", "add", one.name, "--profile", "vasterbotten")["id"]
        # No team: each device gets its worker's cases and nothing else.
        for index in range(devices // len(municipalities)):
            worker = server.one("worker", "add", f"Handläggare {number + 1}.{index + 1}", "--tenant", one.tenant)["id"]
            one.workers.append(worker)
            one.devices.append(Device(place, f"{number + 1}.{index + 1}"))


def import_year(server, place, municipalities):
    """Seconds, and by municipality what the imports said."""
    today = datetime.date.today()
    files = [(one, place.write("reports.csv" + str(index), text))
             for one in municipalities for index, text in enumerate(one.files(today), 1000 * int(one.name.split()[1]))]
    told = collections.Counter()
    slowest = 0
    begin = time.monotonic()
    for one, path in files:
        before = time.monotonic()
        answer = server.one("lob", "import", path, "--tenant", one.tenant)
        slowest = max(slowest, time.monotonic() - before)
        require(not answer["refused"], f"reports were refused: {answer['refused'][:3]}")
        told.update({key: answer[key] for key in ("read", "new", "known", "office")})
    return time.monotonic() - begin, len(files), slowest, told


def assign_all(server, municipalities):
    """Every case to one of its municipality's workers, in turn; how many each got."""
    cases = [(one, line["case"]) for one in municipalities for line in server.admin("case", "list", "--tenant", one.tenant)]
    got = collections.Counter()
    begin = time.monotonic()
    for index, (one, case) in enumerate(cases):
        worker = one.workers[index % len(one.workers)]
        server.one("case", "assign", case, "--worker", worker)
        got[worker] += 1
    return time.monotonic() - begin, got


def in_turn(pairs, job):
    with concurrent.futures.ThreadPoolExecutor(AT_ONCE) as pool:
        begin = time.monotonic()
        done = list(pool.map(lambda pair: job(*pair), pairs))
        return time.monotonic() - begin, done


def sync_timed(device):
    begin = time.monotonic()
    report = device.one("sync")
    return time.monotonic() - begin, report


def run(place, reports, count, devices):
    dice = random.Random(SEED)
    municipalities = [Municipality(number, share, dice) for number, share in enumerate(shares(reports, count))]
    with Server(place) as server:
        build(server, place, municipalities, devices)
        seconds, files, slowest, told = import_year(server, place, municipalities)
        require(told["read"] == reports == told["new"] + told["office"] + told["known"], f"reports are missing: {told}")
        say(f"import of {reports} reports in {files} files", round(seconds, 2), "s")
        say("slowest file", round(slowest, 3), "s")
        seconds, got = assign_all(server, municipalities)
        cases = sum(got.values())
        say(f"assignment of {cases} cases, a command each", round(seconds, 2), "s")
        pairs = [(device, worker) for one in municipalities for device, worker in zip(one.devices, one.workers)]
        codes = {worker: server.one("device", "code", "--worker", worker)["code"] for _, worker in pairs}
        seconds, _ = in_turn(pairs, lambda device, worker: device.enrol(codes[worker]))
        say(f"enrolment of {len(pairs)} devices", round(seconds, 2), "s")
        seconds, synced = in_turn(pairs, lambda device, _: sync_timed(device))
        for (device, worker), (_, report) in zip(pairs, synced):
            held = device.one("status")["cases"]
            require(held == got[worker], f"device {device.name} holds {held} cases, not {got[worker]}")
        say(f"first sync of {len(pairs)} devices, {AT_ONCE} at a time", round(seconds, 2), "s")
        say("slowest device", round(max(took for took, _ in synced), 2), "s")
        say("changes pulled by all", sum(report["pulled"] for _, report in synced), "changes")
        server.stop()


def main():
    if not 2 <= len(sys.argv) <= 5:
        sys.exit(__doc__)
    numbers = [int(word) for word in sys.argv[2:]] + [REPORTS, MUNICIPALITIES, DEVICES][len(sys.argv) - 2:]
    try:
        with Place(sys.argv[1]) as place:
            run(place, *numbers)
    except Failure as failure:
        sys.exit(f"county year: {failure}")


if __name__ == "__main__":
    main()
