#!/usr/bin/env python3
"""Do wrong citations of the law show, each of them, and right ones not?"""

import json
import tempfile
import unittest
from pathlib import Path

import citations

WRONG = {
    "HSL 3 f": "Samordnad plan enligt HSL 3 f §.",
    "HSL 12:3": "Plan enligt HSL 12:3.",
    "KL 6:33": "Delegation enligt KL 6:33.",
    "KL 6:35": "Anmälan enligt KL 6:35.",
    "1991:900": "Kommunallagen 1991:900 gäller.",
    "SoF 5:3": "God man enligt SoF 5:3.",
    "SoL 34 §": "Avgift enligt SoL 34 §.",
    "34 § SoL": "Avgift enligt 34 § SoL.",
    "SoF 42 a": "Högsta avgift enligt SoF 42 a §.",
    "AFL 3:15": "Sjukpenning enligt AFL 3:15.",
    "SoL 12:1": "Rätt till stödsamtal enligt SoL 12:1.",
    "9:3": "Stödboende för vuxna enligt SoL 9:3.",
    "LARO": "LARO ges från 20 år och efter ett års beroende.",
}
RIGHT = (
    "Samordnad plan enligt HSL 16:4.",
    "God man enligt SoF 5:3 (2001:937), nu SoF 11:2.",
    "Gallring enligt SoL 12:1 (2001:453).",
    "Gallring enligt SoL 12:1–2 (2001:453).",
    "Försörjningsstöd enligt SoL 12:1.",
    "Stödboende är för 16 till 20 år (SoL 9:3).",
    "LARO: HSLF-FS 2016:1 har ingen gräns vid 20 år.",
    "Klockan 9:30 i 20 minuter.",
)


class Citations(unittest.TestCase):
    def setUp(self):
        self.folder = tempfile.TemporaryDirectory()
        self.addCleanup(self.folder.cleanup)
        self.root = Path(self.folder.name)

    def write(self, name, text):
        path = self.root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")

    def card(self, text):
        self.write("assets/guidance/guidance.json", json.dumps({"format": 1, "cards": [{"id": "one", "body": [{"text": {"sv": text}}]}]}))
        return citations.check(self.root)

    def test_each_known_mistake_is_found_with_its_place(self):
        for cited, text in WRONG.items():
            with self.subTest(cited):
                found = self.card(text)
                self.assertEqual(len(found), 1, found)
                self.assertTrue(found[0].startswith(f"assets/guidance/guidance.json: cards.one: {cited}: "), found)

    def test_right_citations_pass(self):
        for text in RIGHT:
            with self.subTest(text):
                self.assertEqual(self.card(text), [])

    def test_what_makes_it_right_has_to_stand_in_the_same_card(self):
        cards = [{"id": "money", "text": "Försörjningsstöd"}, {"id": "talk", "text": "Stödsamtal enligt SoL 12:1"}]
        self.write("assets/guidance/guidance.json", json.dumps({"cards": cards}))
        self.assertEqual(len(citations.check(self.root)), 1)

    def test_a_ground_of_an_insats_is_a_citation(self):
        insats = {"code": "talk", "name": {"sv": "Samtal"}, "grounds": [{"law": "2025:400", "paragraph": "12:1"}]}
        self.write("assets/profiles/one.json", json.dumps({"insatser": [insats, {"code": "x", "off": True}]}))
        self.assertEqual(len(citations.check(self.root)), 1)
        insats["grounds"][0]["paragraph"] = "11:1"
        self.write("assets/profiles/one.json", json.dumps({"insatser": [insats]}))
        self.assertEqual(citations.check(self.root), [])

    def test_the_handbook_is_read_too(self):
        self.write("assets/handbook/sv/page.md", "# Sida\n\nGod man enligt SoF 5:3.\n")
        self.assertEqual(len(citations.check(self.root)), 1)

    def test_a_paragraph_in_code_or_translation_is_found_and_one_in_a_comment_is_not(self):
        self.write("core/rules/one.cpp", '/// SoL 20:1\nint a; // "SoL 20:1"\nauto b = place("safetyCheck");\n')
        self.assertEqual(citations.check(self.root), [])
        self.write("core/rules/one.cpp", 'auto a = "SoL 20:1";\nauto b = "LVM 7 §";\n')
        self.write("assets/i18n/en.ts", "<source>Utredning (SoL 14:2)</source>")
        self.assertEqual(len(citations.check(self.root)), 3)

    def test_the_design_systems_samples_are_left_alone(self):
        self.write("qml/controls/gallery/Rows.qml", 'text: "Lag: SoL 20:2"')
        self.assertEqual(citations.check(self.root), [])


if __name__ == "__main__":
    unittest.main()
