#!/usr/bin/env python3
"""Kills 'screen --step' by SIGKILL at random moments: no answer that was noted may be missing afterwards.

An answer is noted when the next question is shown, as a worker would see it. Interviews are resumed after each kill and
go on to their end; then the file is read and every noted answer is looked for, with its value.

Usage: kill_test.py BINARIES [KILLS] [SEED]
"""

import collections
import json
import os
import random
import sys
import time

from programs import DONE, Device, Failure, Interview, Place, Server, make_municipality, require

INSTRUMENT = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "..", "assets", "instruments", "audit.json")


def read_options(items):
    """The codes of each question's options, in their order, from the instrument as it is shipped."""
    options = {}
    for item in items:
        if "answerOption" in item:
            options[item["linkId"]] = [option["valueCoding"]["code"] for option in item["answerOption"]]
        options.update(read_options(item.get("item", [])))
    return options


class Session:
    """One interview over several lives of the program."""

    def __init__(self, device, case, options, dice):
        self._device = device
        self._case = case
        self._options = options
        self._dice = dice
        self.record = None
        self.noted = {}
        self.finished = False
        self._open_answer = None  # given, but the kill came before the next question was shown
        self.moments = collections.Counter()

    def live(self, with_kill):
        """One life: asks and answers to the end, or to the kill at a random moment after a random answer."""
        interview = Interview(self._device, "AUDIT", self._case, self.record)
        shown = interview.next()
        require(shown is not None, "the program ended before it showed anything")
        self.record = shown["record"]
        self.tell_moment(shown)
        # The last answer may have been stored and the kill have come before the result was shown.
        self.finished = "item" not in shown
        last = self._dice.randint(1, 4) if with_kill else len(self._options) + 1
        for number in range(1, last + 1):
            if "item" not in shown:
                break
            item = shown["item"]
            require(item not in self.noted, f"question {item} is asked again although its answer was noted")
            value = self.choose(item)
            interview.answer(item, value)
            if with_kill and number == last:
                self.kill(interview, item, value)
                return True
            shown = interview.next()
            require(shown is not None, f"the program ended after the answer to question {item}")
            self.note(item, value, shown)
        require(interview.close() == DONE, "the interview did not end well")
        return False

    def kill(self, interview, item, value):
        """Mostly in the middle of taking the answer, sometimes long after; what was shown before the kill counts."""
        time.sleep(self._dice.random() ** 3 * 0.012)
        interview.kill()
        shown = interview.next()
        if shown is not None:
            self.note(item, value, shown)
            self.moments["after the next question was shown"] += 1
        else:
            self._open_answer = item

    def tell_moment(self, shown):
        """Where the last kill hit, as the first question of the next life tells it."""
        if self._open_answer is not None:
            stored = shown.get("item") != self._open_answer
            self.moments["between storing and showing" if stored else "before the answer was stored"] += 1
        self._open_answer = None

    def choose(self, item):
        # Never the first option of question 1, which would close the others by the skip rule.
        return self._dice.randrange(1 if item == "1" else 0, len(self._options[item]))

    def note(self, item, value, shown):
        self.noted[item] = value
        self.finished = "score" in shown

    def check(self, fields):
        for item, value in self.noted.items():
            stored = fields.get(f"answers/{item}")
            require(stored is not None, f"the noted answer to question {item} is gone")
            require(stored == {"option": self._options[item][value]}, f"question {item}: noted {value}, stored {stored}")


def run(place, server, kills, seed):
    dice = random.Random(seed)
    with open(INSTRUMENT, encoding="utf-8") as file:
        options = read_options(json.load(file)["item"])
    _, workers = make_municipality(server)
    server.start()
    device = Device(place, "device")
    device.enrol(server.one("device", "code", "--worker", workers[0])["code"])
    server.stop()
    case = device.one("case", "new", "--set", 'givenName="Kim"')["case"]

    sessions, killed = [], 0
    while killed < kills:
        session = Session(device, case, options, dice)
        sessions.append(session)
        while not session.finished:
            killed += session.live(with_kill=killed < kills)
    stored = {record["record"]: record["fields"] for record in device.records(case, "assessment")}
    for session in sessions:
        session.check(stored[session.record])
        require(stored[session.record]["status"] == "completed", "a finished interview is not stored as completed")
    noted = sum(len(session.noted) for session in sessions)
    moments = sum((session.moments for session in sessions), collections.Counter())
    for moment, count in sorted(moments.items()):
        print(f"kill test: {count} kills {moment}")
    require(sum(moments.values()) == killed, "not every kill is accounted for")
    require(len(moments) > 1, "all kills hit the same place; that proves too little")
    print(f"kill test: {killed} kills, {len(sessions)} interviews, {noted} noted answers, none missing")


def main():
    if len(sys.argv) not in (2, 3, 4):
        sys.exit("usage: kill_test.py BINARIES [KILLS] [SEED]")
    kills = int(sys.argv[2]) if len(sys.argv) > 2 else 200
    seed = int(sys.argv[3]) if len(sys.argv) > 3 else random.SystemRandom().randrange(1 << 32)
    print(f"kill test: seed {seed}", flush=True)
    try:
        with Place(sys.argv[1]) as place, Server(place) as server:
            run(place, server, kills, seed)
    except Failure as failure:
        sys.exit(f"kill test: {failure} (seed {seed})")


if __name__ == "__main__":
    main()
