#!/usr/bin/env python3
"""Each rule of deadlines.py and law_map.py is broken once in a copy of the real data and must be reported."""

import copy
import unittest
from pathlib import Path

import deadlines
import law_map

ROOT = Path(__file__).resolve().parents[2]
WHOLE = deadlines.Data(ROOT)
WRONG = ROOT / "tests" / "data" / "deadlines" / "wrong"


class LawMapTest(unittest.TestCase):
    def setUp(self):
        self.law = copy.deepcopy(WHOLE.law)

    def subject(self, code):
        return next(subject for subject in self.law["subjects"] if subject["code"] == code)

    def act(self, code):
        return next(act for act in self.law["acts"] if act["code"] == code)

    def expect(self, *words):
        findings = law_map.check(self.law)
        self.assertEqual(len(findings), len(words), findings)
        for finding, word in zip(findings, words):
            self.assertIn(word, finding)

    def test_the_map_is_whole(self):
        self.expect()

    def test_a_decision_goes_by_its_day(self):
        day = law_map.date.fromisoformat
        self.assertEqual(law_map.label(self.law, "rightToInsats", day("2025-06-30")), "SoL 4:1 (2001:453)")
        self.assertEqual(law_map.label(self.law, "rightToInsats", day("2025-07-01")), "SoL 11:1")
        self.assertEqual(law_map.label(self.law, "rightToMoney", day("2025-07-01")), "SoL 12:1")
        self.assertIsNone(law_map.label(self.law, "purgeChildInvestigation", day("2026-01-14")))
        self.assertEqual(law_map.label(self.law, "purgeChildInvestigation", day("2026-01-15")), "SoL 16:2 a")
        self.assertEqual(law_map.label(self.law, "lvmCustody", day("1999-01-01")), "LVM 13 §")

    def test_a_line_without_a_subject(self):
        self.law["subjects"] = [subject for subject in self.law["subjects"] if subject.get("row") != 14]
        self.expect("line 14")

    def test_a_subject_twice(self):
        self.law["subjects"].append(copy.deepcopy(self.subject("goals")))
        self.expect("goals: twice")

    def test_a_gap_and_an_overlap(self):
        self.subject("goals")["places"][0]["until"] = "2025-06-29"
        self.subject("childsBest")["places"][1]["from"] = "2025-07-02"
        self.expect("goals: a gap", "childsBest: a gap")

    def test_an_act_outside_its_time(self):
        self.subject("goals")["places"][1]["from"] = "2025-06-30"
        self.subject("goals")["places"][0]["until"] = "2025-06-29"
        self.expect("does not hold all that time")

    def test_an_unknown_act_and_one_that_nothing_uses(self):
        self.subject("forwardAppeal")["places"][0]["act"] = "afl"
        self.law["acts"].append({"code": "hsl-1982", "number": "1982:763", "short": "HSL 1982", "name": {"sv": "x", "en": "x"}})
        self.expect("hsl-1982: no subject", "1982:763 is not in force", "unknown act afl")

    def test_two_acts_of_one_name_are_told_apart(self):
        del self.act("sol-2001")["showNumber"]
        self.expect("show its number")

    def test_dead_citations_are_not_taken_for_current(self):
        self.subject("rightToInsats")["places"][1]["place"] = "12:1"
        self.subject("sipHealthCare")["places"][0]["place"] = "3 f §"
        self.subject("delegationReport")["places"][0]["place"] = "6:35"
        self.subject("guardianNotice")["places"][1]["place"] = "5:3"
        self.expect("12:1", "3 f", "6:35", "5:3")


class DeadlinesTest(unittest.TestCase):
    def setUp(self):
        self.data = copy.deepcopy(WHOLE)

    def rule(self, name):
        return next(rule for rule in self.data.rules if rule["id"] == name)

    def expect(self, *words):
        findings = deadlines.check(self.data)
        self.assertEqual(len(findings), len(words), findings)
        for finding, word in zip(findings, words):
            self.assertIn(word, finding)

    def drop(self, keeps):
        self.data.examples["examples"] = [example for example in self.data.examples["examples"] if keeps(example)]

    def test_the_data_are_whole(self):
        self.expect()

    def test_a_line_without_a_rule(self):
        self.data.deadlines["rules"] = [rule for rule in self.data.rules if rule["rows"] != ["36"]]
        self.drop(lambda example: example["rule"] != "lvm.decider")
        self.expect("line 36")

    def test_a_subject_that_is_not_in_the_law_map(self):
        self.rule("lvm.decider")["law"] = "lvmDecides"
        self.expect("no subject lvmDecides")

    def test_a_rule_of_law_without_a_paragraph_on_its_day(self):
        del self.rule("ivo.fine")["from"]
        self.rule("ivo.fine")["until"] = "2024-12-31"
        self.expect("ivo.fine: has no paragraph on 2024-12-31")

    def test_words(self):
        self.rule("lvm.apply")["sentence"]["en"] = "Within {figure}: {sum}"
        self.rule("lvm.hearing")["sentence"]["sv"] = "Inom {figure}."
        self.rule("lvm.careEnd")["sentence"]["sv"] = "Längst {figur}: {sum}."
        self.rule("lvm.decider")["sentence"]["en"] = self.rule("lvm.decider")["sentence"]["sv"]
        self.expect("not a whole", "other placeholders", "does not say the day", "unknown placeholder figur", "other placeholders", "not translated")

    def test_events(self):
        self.rule("lvm.apply")["start"] = ["lvm.upheld"]
        self.expect("unknown event lvm.upheld", "lvm.custodyUpheld: starts nothing")

    def test_keys(self):
        self.rule("eviction.recover")["keys"][0]["type"] = "integer"
        self.rule("birth.decide")["keys"][0]["name"] = "due"
        self.expect("notified has to be of type day", "counts with expected", "key due is used by nothing")

    def test_figures(self):
        del self.rule("lvm.apply")["figure"]["value"]
        self.rule("lob.letter")["roll"] = "forward"
        self.expect("lvm.apply: figure and unit", "lob.letter: nothing to roll")

    def test_a_guideline_is_somebodys(self):
        del self.rule("laro.handOut")["source"]
        self.rule("lvm.apply")["source"] = "Socialstyrelsen"
        self.expect("lvm.apply: a source is for guidelines", "laro.handOut: a guideline without")

    def test_three_examples(self):
        seen = []
        self.drop(lambda example: example["rule"] != "lvm.decider" or not seen and not seen.append(1))
        self.expect("lvm.decider: 1 dated", "newLaw")

    def test_examples_of_free_days_and_of_the_clock(self):
        self.drop(lambda example: example["rule"] != "lob.safetyCheckLimit" or example["why"] not in ("weekend", "eve", "dst"))
        self.expect("eve or holiday or weekend", "dst")

    def test_examples_of_an_unknown_rule_or_version(self):
        self.data.examples["examples"].append({"rule": "no.rule", "why": "plain", "from": "2026-10-13", "due": None})
        self.data.examples["rulesVersion"] = 0
        self.expect("no.rule", "another version")

    def test_a_date_where_there_is_none(self):
        next(example for example in self.data.examples["examples"] if example["rule"] == "lvm.decider")["due"] = "2026-10-13"
        self.expect("lvm.decider: an example with a date")

    def test_profiles_name_rules_that_exist_and_leave_the_law_alone(self):
        self.data.profiles = [{
            "id": "exempelby",
            "deadlines": [
                {"rule": "appeal.arrive", "value": 3, "unit": "weeks"},
                {"rule": "appeal.arrive", "value": 4, "unit": "weeks"},
                {"rule": "placement.review", "value": 2, "unit": "months"},
                {"rule": "appeal.late"},
            ],
            "insatser": [{"code": "hvb", "clocks": ["placement.review", "placement.end"]}],
        }]
        self.expect("appeal.arrive cannot have", "no rule appeal.late", "no rule placement.end")

    def test_settings_are_those_of_a_profile(self):
        self.data.profile_schema = {"properties": {"format": {"const": 2}, "settings": {"properties": dict.fromkeys(
            ["followUpMonths", "followUp.atEnd", "eviction.contactAtOnce", "lob.safetyCheckHours", "lob.safetyCheckUnderAge",
             "lob.firstAttemptWorkingDays", "lob.attemptWindowDays", "lob.attempts"], {})}}}
        self.expect("lob.letter: no setting lob.letterWorkingDays")

    def test_names_that_the_program_knows(self):
        self.assertIn("lob.letter", self.data.names_in_code)
        self.data.names_in_code = ["lob.letter", "lob.postcard"]
        self.expect("lob.postcard")


class WrongFilesTest(unittest.TestCase):
    """What the schemas let pass is noticed here, and has to be by the program's readers."""

    def findings(self, name):
        value = deadlines.read(WRONG / name)
        try:
            if name.startswith("law-"):
                return [*law_map.repeated(subject["code"] for subject in value["subjects"]), *law_map.check_acts(value), *law_map.check_places(value)]
            data = copy.copy(WHOLE)
            data.deadlines, data.names_in_code = value, []
            found = [finding for finding in deadlines.check_names(data) if not finding.startswith("line ")]
            for rule in data.rules:
                found += [*deadlines.check_words(rule), *deadlines.check_counting(rule), *deadlines.check_binding(rule, WHOLE.law)]
            return found
        except ValueError as impossible_day:
            return [str(impossible_day)]

    def test_each_is_noticed(self):
        for name, place in deadlines.read(WRONG / "places.json").items():
            if place["by"] == "reader":
                with self.subTest(name):
                    self.assertTrue(self.findings(name))


if __name__ == "__main__":
    unittest.main()
