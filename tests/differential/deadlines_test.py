#!/usr/bin/env python3
"""The second count itself: its calendar against the almanac, some days counted by hand, and that it notices a slip."""

import copy
import json
import unittest
from datetime import date, datetime, timedelta, timezone
from pathlib import Path

import almanac
import deadlines

ROOT = Path(__file__).resolve().parents[2]
EXAMPLES = json.loads((ROOT / "assets" / "deadlines" / "deadlines.examples.json").read_text(encoding="utf-8"))["examples"]
# Free days from Monday to Friday, copied from almanacs.
FREE_2026 = "01-01 01-06 04-03 04-06 05-01 05-14 06-19 12-24 12-25 12-31"
FREE_2028 = "01-06 04-14 04-17 05-01 05-25 06-06 06-23 12-25 12-26"


def free_weekdays(year):
    days = (date(year, 1, 1) + timedelta(days=count) for count in range(366))
    return " ".join(day.strftime("%m-%d") for day in days if day.year == year and day.weekday() < 5 and almanac.is_free(day))


def due(rule, start, **known):
    return deadlines.counted({"rule": rule, "from": start, "with": known}).get("due")


class CounterTest(unittest.TestCase):
    def test_the_almanac(self):
        self.assertEqual(free_weekdays(2026), FREE_2026)
        self.assertEqual(free_weekdays(2028), FREE_2028)

    def test_when_a_swedish_day_begins(self):
        def begins(text):
            return almanac.midnight(date.fromisoformat(text)).strftime("%m-%d %H")

        self.assertEqual(begins("2026-03-29"), "03-28 23")
        self.assertEqual(begins("2026-03-30"), "03-29 22")
        self.assertEqual(begins("2026-10-25"), "10-24 22")
        self.assertEqual(begins("2026-10-26"), "10-25 23")
        self.assertEqual(almanac.swedish_hours(datetime(2026, 3, 29, 0, 59, tzinfo=timezone.utc)), 1)
        self.assertEqual(almanac.swedish_hours(datetime(2026, 3, 29, 1, 0, tzinfo=timezone.utc)), 2)

    def test_days_counted_by_hand(self):
        # Thursday 3 December + 3 weeks is Christmas Eve; Monday the 28th is the first day of work after it.
        self.assertEqual(due("appeal.arrive", "2026-12-03"), "2026-12-28")
        # Notice comes a week after service; three weeks from it is Friday 25 December, and two weekdays follow Monday.
        self.assertEqual(due("eviction.recover", "2026-11-27", notified="2026-12-04"), "2026-12-28")
        self.assertEqual(due("eviction.decide", "2026-11-27", notified="2026-12-04"), "2026-12-30")
        # From 31 August six months end on 28 February, in a leap year on the 29th.
        self.assertEqual(due("lvu.review", "2026-08-31"), "2027-02-28")
        self.assertEqual(due("lvu.review", "2027-08-31"), "2028-02-29")
        self.assertEqual(due("purge.file", "2026-01-02"), "2032-12-31")
        self.assertEqual(due("lob.letter", "2026-04-01"), "2026-04-10")
        self.assertEqual(due("concern.feedback", "2026-01-15"), "2026-01-22")
        self.assertIsNone(due("concern.feedback", "2026-01-14"))

    def test_every_answer_that_is_off_is_reported(self):
        for example in EXAMPLES:
            wrong = copy.deepcopy(example)
            if wrong.get("due"):
                day = date.fromisoformat(wrong["due"][:10]) + timedelta(days=1)
                wrong["due"] = day.isoformat() + wrong["due"][10:]
            elif "refused" in wrong:
                wrong["refused"] = "something"
            else:
                wrong["due"] = "2026-10-13"
            self.assertTrue(any("the file says" in line for line in deadlines.differences([wrong])), example)

    def test_a_wrong_paragraph_is_reported(self):
        wrong = copy.deepcopy(next(example for example in EXAMPLES if example["rule"] == "preAssessment.decide"))
        wrong["paragraph"] = "SoL 20:1"
        self.assertIn("the file says", next(deadlines.differences([wrong])))

    def test_a_rule_without_an_example_and_one_that_is_unknown_are_reported(self):
        rest = [example for example in EXAMPLES if example["rule"] != "lvm.decider"]
        self.assertEqual(list(deadlines.differences(rest)), ["lvm.decider: has no example"])
        stranger = {"rule": "no.rule", "why": "plain", "from": "2026-10-13", "due": None}
        self.assertIn("no such rule", next(deadlines.differences([stranger])))


if __name__ == "__main__":
    unittest.main()
