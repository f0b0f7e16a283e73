#!/usr/bin/env python3
"""Each rule of coverage.py is broken once in a copy of the real data, or in a small tree, and must be reported."""

import copy
import json
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

import coverage
from coverage_tree import Tree, kinds_and_fields, listed_codes

ROOT = Path(__file__).resolve().parents[2]
WHOLE = coverage.read(ROOT / coverage.DATA)
TREE = Tree(ROOT)


class CoverageTest(unittest.TestCase):
    def setUp(self):
        self.data = copy.deepcopy(WHOLE)
        self.tree = copy.deepcopy(TREE)

    def row(self, beginning):
        return next(row for _, row in coverage.rows(self.data) if row["name"].startswith(beginning))

    def expect(self, *words):
        findings = list(coverage.check(self.data, self.tree, coverage.render(self.data)))
        self.assertEqual(len(findings), len(words), findings)
        for finding, word in zip(findings, words):
            self.assertIn(word, finding)

    def test_the_data_are_whole(self):
        self.expect()

    def test_the_page_is_the_one_that_the_data_make(self):
        page = (ROOT / coverage.PAGE).read_text(encoding="utf-8")
        self.assertEqual(list(coverage.check(self.data, self.tree, page)), [])
        self.row("DSM")["name"] = "DSM-5"
        self.assertEqual(len(list(coverage.check(self.data, self.tree, page))), 1)
        self.assertEqual(len(list(coverage.check(self.data, self.tree, ""))), 1)

    def test_a_row_that_was_dropped_or_is_there_twice(self):
        self.data["sections"][0]["rows"].pop()
        self.data["sections"][1]["rows"].append(copy.deepcopy(self.row("Kunskapsstöd spel")))
        self.expect("4.1: 21 rows", "4.2: 19 rows", "Kunskapsstöd spel: twice")

    def test_a_section_that_is_gone(self):
        del self.data["sections"][7]
        self.data["works"] = [work for work in self.data["works"] if work["code"] != "export"]
        self.expect("4.8: 0 rows")

    def test_no_answer_and_two_answers(self):
        del self.row("DSM")["where"]
        self.row("LPT")["why"] = "elsewhere"
        self.expect("LPT, LRV: has to say one of where, waits and why, says where and why", "DSM: has to say one")

    def test_an_empty_answer_is_none(self):
        self.row("DSM")["where"] = []
        self.expect("says none")

    def test_why_is_for_what_is_out_of_scope_as_a_whole(self):
        self.row("LSS")["codes"] = ["T"]
        self.row("LSS")["surface"] = "ref"
        self.row("DSM")["codes"] = ["X"]
        self.expect("DSM: why is for", "DSM: a surface", "LSS: why is for")

    def test_a_part_that_is_out_of_scope_says_why(self):
        del self.row("Prator")["outside"]
        self.row("DSM")["outside"] = "nothing"
        self.expect("DSM: outside says", "Prator (care planning): outside says")

    def test_what_is_in_the_app_has_a_surface_and_what_is_not_has_none(self):
        del self.row("DSM")["surface"]
        self.row("LSS")["surface"] = "office"
        self.expect("DSM: a surface", "LSS: a surface")

    def test_what_is_there_does_not_stand_beside_a_whole_answer(self):
        self.row("DSM")["has"] = ["card:opioids"]
        self.expect("DSM: has is for what waits")

    def test_a_reference_that_leads_nowhere(self):
        self.row("DSM")["where"] = ["card:no-such-card", "card:health-care-acts"]
        self.row("Avgiftsbeslut")["has"] = ["form:no-such-form"]
        self.row("Eftergift")["has"] = ["cards:secrecy", "deadline"]
        self.expect("card:no-such-card: not in the tree", "form:no-such-form: not in the tree", "cards:secrecy: no such type", "deadline: not in the tree")

    def test_a_reference_twice(self):
        self.row("DSM")["where"] *= 2
        self.expect("card:health-care-acts: twice")

    def test_every_type_of_reference_is_resolved(self):
        for type_name, known in self.tree.known.items():
            with self.subTest(type_name):
                self.assertTrue(known or type_name == "form")
        row = self.row("DSM")
        for type_name in self.tree.known:
            row["where"] = ["card:health-care-acts", f"{type_name}:no-such-thing"]
            with self.subTest(type_name):
                self.expect(f"{type_name}:no-such-thing: not in the tree")

    def test_data_that_no_program_reads_are_not_in_the_app(self):
        self.row("DSM")["where"] = ["card:health-care-acts", "law:sampleSubject", "insats:taby/sample", "deadline:sample.rule"]
        self.row("Avgiftsbeslut").setdefault("has", []).append("form:sample")
        for type_name, name in (("law", "sampleSubject"), ("insats", "taby/sample"), ("deadline", "sample.rule"), ("form", "sample")):
            self.tree.known[type_name].add(name)
            self.tree.unread[type_name].add(name)
        self.expect("DSM: law:sampleSubject: no program reads", "DSM: insats:taby/sample: no program", "DSM: deadline:sample.rule: no program")

    def test_a_claimed_code_is_answered(self):
        for code, beginning in (("D", "DSM"), ("C", "DSM"), ("F", "DSM"), ("R", "DSM")):
            self.setUp()
            self.row(beginning)["codes"] = ["T", code]
            with self.subTest(code):
                self.expect(f"DSM: code {code} (")
        self.setUp()
        self.row("AUDIT")["codes"] = ["F", "T"]
        self.row("AUDIT")["where"].remove("card:levels")
        self.expect("AUDIT: code T")

    def test_works(self):
        self.row("Avgiftsbeslut")["waits"] = ["lightForm"]
        self.data["works"].append({"code": "officeForms", "text": "again"})
        self.data["works"].append({"code": "weather", "text": "sun"})
        self.expect("work officeForms: twice", "work weather: nothing waits", "Avgiftsbeslut: waits for lightForm")

    def test_an_insats_that_no_row_names(self):
        self.tree.known["insats"].add("norsjo/music")
        self.expect("insats:norsjo/music: no row names it")

    def test_a_name_cannot_break_the_table(self):
        self.row("DSM")["name"] = "DSM | ICD"
        self.assertIn("| DSM \\| ICD | F N | T | ref |", coverage.render(self.data))


class TreeTest(unittest.TestCase):
    """A small tree: what counts as read by a program."""

    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.root = Path(folder.name)
        self.write("assets/schemas/profile.schema.json", {"properties": {"settings": {"properties": {"targetAge": {}, "fee.waiver": {}}}}})
        self.write("assets/profiles/exempelby.json", {"id": "exempelby", "format": 2, "insatser": [{"code": "advice"}, {"code": "gone", "off": True}], "bodies": [{"code": "board"}]})
        self.write("assets/deadlines/deadlines.json", {"rules": [{"id": "lob.letter"}, {"id": "appeal.arrive"}]})
        self.write("assets/instruments/audit.json", {})
        self.write("assets/instruments/asi.json", {})
        self.write("core/rules/lob_deadline.cpp", 'Rule{"lob.letter", letter}')
        self.write("core/rules/profile_reader.cpp", 'constexpr int SupportedFormat = 2; visitor("targetAge"); objects("insatser");')
        self.write("core/screening/instruments.qrc", "<file>assets/instruments/audit.json</file>")

    def write(self, name, content):
        path = self.root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(content if isinstance(content, str) else json.dumps(content), encoding="utf-8")

    def test_only_what_a_program_reads_is_read(self):
        tree = Tree(self.root)
        self.assertEqual(tree.known["insats"], {"exempelby/advice"})
        self.assertEqual(tree.unread["insats"], set())
        self.assertEqual(tree.unread["body"], {"exempelby/board"})
        self.assertEqual(tree.unread["setting"], {"fee.waiver"})
        self.assertEqual(tree.unread["deadline"], {"appeal.arrive"})
        self.assertEqual(tree.unread["instrument"], {"asi"})

    def test_data_are_read_once_they_are_compiled_in(self):
        self.write("core/rules/CMakeLists.txt", "file(READ assets/deadlines/deadlines.json)")
        self.assertEqual(Tree(self.root).unread["deadline"], set())

    def test_a_profile_of_a_newer_format_is_read_by_nothing(self):
        self.write("core/rules/profile_reader.cpp", 'constexpr int SupportedFormat = 1; visitor("targetAge"); objects("insatser");')
        tree = Tree(self.root)
        self.assertEqual(tree.unread["insats"], {"exempelby/advice"})
        self.assertEqual(tree.unread["setting"], {"targetAge", "fee.waiver"})

    def test_kinds_fields_and_codes_are_read_from_the_sources(self):
        kinds, fields = kinds_and_fields(
            """
constexpr FieldSchema NoteFields[] = {
    longText("text"),
    {.name = "answers", .type = X},
};
constexpr KindSchema Kinds[] = {
    {"note", Compartment::File, Surface::Field, NoteFields},
    {.name = "signature",
     .fields = SignatureFields},
};
"""
        )
        self.assertEqual(kinds, {"note", "signature"})
        self.assertEqual(fields, {"note/text", "note/answers"})
        self.assertEqual(listed_codes('inline constexpr std::array<Code, 2> Sex = {"f",\n "m"};'), {"Sex/f", "Sex/m"})


class ProgramTest(unittest.TestCase):
    def run_on(self, root, *arguments):
        return subprocess.run([sys.executable, "-B", coverage.__file__, str(root), *arguments], capture_output=True, text=True)

    def test_it_says_so_by_its_exit_code(self):
        self.assertEqual(self.run_on(ROOT).returncode, 0)
        with tempfile.TemporaryDirectory() as folder:
            for name in ("assets", "core", "qml", "sync"):
                (Path(folder) / name).mkdir() if name == "assets" else (Path(folder) / name).symlink_to(ROOT / name)
            for path in (ROOT / "assets").iterdir():
                if path.name != "profiles":
                    (Path(folder) / "assets" / path.name).symlink_to(path)
            (Path(folder) / "assets" / "profiles").mkdir()
            for path in (ROOT / "assets" / "profiles").glob("*.json"):
                (Path(folder) / "assets" / "profiles" / path.name).symlink_to(path)
            missing = self.run_on(folder)
            self.assertEqual(missing.returncode, 1)
            self.assertIn("COVERAGE.md: not what the data say", missing.stdout)
            self.assertEqual(self.run_on(folder, "--write").returncode, 0)
            self.assertEqual(self.run_on(folder).returncode, 0)
            self.assertEqual((Path(folder) / coverage.PAGE).read_bytes(), (ROOT / coverage.PAGE).read_bytes())


if __name__ == "__main__":
    unittest.main()
