#!/usr/bin/env python3
"""Each rule of profile_settings.py is broken once in a copy of the real files and must be reported."""

import unittest
from pathlib import Path

import profile_settings

ROOT = Path(__file__).resolve().parents[2]


class ProfileSettingsTest(unittest.TestCase):
    def setUp(self):
        self.files = profile_settings.load(ROOT)

    def change(self, path, old, new):
        self.assertIn(old, self.files[path])
        self.files[path] = self.files[path].replace(old, new)

    def expect(self, *words):
        findings = list(profile_settings.check(self.files))
        self.assertEqual(len(findings), len(words), findings)
        for finding, word in zip(findings, words):
            self.assertIn(word, finding)

    def test_every_setting_does_something_or_is_told(self):
        self.expect()

    def test_a_setting_that_nobody_goes_by(self):
        self.change("sync/server/api/hello_service.cpp", "stated.leaseDays", "stated.scratchHours")
        self.expect("leaseDays: sync/server/api/hello_service.cpp does not go by it")

    def test_a_rule_that_goes_by_another_setting(self):
        self.change(profile_settings.RULES, '"needs": "followUp.atEnd"', '"needs": "eviction.contactAtOnce"')
        self.expect("followUp.atEnd: assets/deadlines/deadlines.json does not go by it")

    def test_a_new_setting(self):
        self.change(profile_settings.SETTINGS, 'visitor("fileSearch"', 'visitor("colour", &S::colour);\n    visitor("fileSearch"')
        self.expect("colour: in the schema and not", "colour: has no words", "colour: say where it is used")

    def test_a_setting_that_is_gone(self):
        self.change(profile_settings.SETTINGS, 'visitor("fileSearch", &S::fileSearch);', "")
        self.expect("fileSearch: in the schema and not", "fileSearch: is no setting")

    def test_one_without_words(self):
        self.change(profile_settings.WORDS, '"leaseDays"', '"lease"')
        self.expect("leaseDays: has no words")


if __name__ == "__main__":
    unittest.main()
