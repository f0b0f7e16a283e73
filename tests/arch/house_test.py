#!/usr/bin/env python3
"""Each rule of house.py is broken once in a small tree and must be reported."""

import os
import tempfile
import unittest

import house


class HouseTest(unittest.TestCase):
    def setUp(self):
        holder = tempfile.TemporaryDirectory()
        self.addCleanup(holder.cleanup)
        self.root = holder.name
        self.paths = []
        self.write("core/README.md", "# Core\n")

    def write(self, path, text):
        full = os.path.join(self.root, path)
        os.makedirs(os.path.dirname(full), exist_ok=True)
        with open(full, "wb") as file:
            file.write(text if isinstance(text, bytes) else text.encode())
        self.paths.append(path)

    def expect(self, *words):
        findings = house.check_tree(self.root, self.paths)
        self.assertEqual(len(findings), len(words), findings)
        for finding, word in zip(findings, words):
            self.assertIn(word, finding)

    def test_a_clean_tree_has_no_findings(self):
        self.write("core/base/a_b.h", "#pragma once\n")
        self.write("core/base/a.cpp", "int a;\n")
        self.write(".ci/run", "true\n")
        self.write("README.md", "[core](core/README.md#core) [web](https://example.org) [here](#there)\n")
        self.expect()

    def test_an_unknown_top_folder_is_reported(self):
        self.write("docs/a.md", "\n")
        self.expect("docs is not one of")

    def test_a_top_folder_without_a_readme_is_reported(self):
        self.write("sync/engine/a.h", "#pragma once\n")
        self.expect("sync: has no README.md")

    def test_open_ends_are_reported_with_their_line(self):
        self.write("core/base/a.cpp", "\n// TO" + "DO later\nint FIX" + "MEUP;\n")
        self.expect("core/base/a.cpp:2:")

    def test_a_folder_outside_and_a_registry_are_reported(self):
        self.write("dev", "cp .." + "/shared/x .\nfetch registry." + "npmjs.org\n")
        self.expect("outside the project", "registry")

    def test_names_sizes_and_guards_of_sources_are_checked(self):
        self.write("core/base/BadName.cpp", "\n")
        self.write("core/base/long.cpp", "\n" * (house.MOST_LINES + 1))
        self.write("core/base/bare.h", "\n")
        self.expect("snake_case", "wants to be two", "#pragma once")

    def test_a_link_to_nowhere_is_reported(self):
        self.write("core/a.md", "see [b](../core/b.md)\n")
        self.expect("links to ../core/b.md")

    def test_text_with_mark_up_on_a_screen_is_reported(self):
        self.write("qml/screens/A.qml", "Item {\n    Text {\n        text: note\n    }\n    contentItem: T.Label {\n    }\n}\n")
        self.write("qml/screens/B.qml", "AppText {\n    textFormat: Text.StyledText\n}\n")
        self.write("qml/controls/basics/AppText.qml", "Text {\n    wrapMode: Text.Wrap\n}\n")
        self.write("qml/README.md", "Text {\n")
        self.expect("A.qml:2:", "A.qml:5:", "B.qml:2:", "must take its text as plain")

    def test_plain_text_on_a_screen_has_no_findings(self):
        self.write("qml/controls/basics/AppText.qml", "Text {\n    textFormat: Text.PlainText\n}\n")
        self.write("qml/screens/A.qml", "AppText {\n}\nContactText {\n}\n")
        self.write("qml/README.md", "\n")
        self.expect()

    def test_binary_files_are_passed_over(self):
        self.write("core/a.bin", b"\xff\xfeTO" + b"DO")
        self.expect()


if __name__ == "__main__":
    unittest.main()
