#!/usr/bin/env python3
"""A small tree with known faults, each of which layers.py must report, and nothing else."""

import os
import tempfile
import unittest

import layers

PAGE = """
# Page
```arrows
core/base <- core/crypto <- core/store
core/base <- sync/engine
```
```borders
<sodium.h> | core/crypto
<boost/beast*> | nowhere
<rapidjson/> | core/base
system_clock::now | core/base
QDateTime::currentDateTime* | nowhere
time(nullptr) | nowhere
throw | nowhere
rand() | nowhere
```
"""


class Tree:
    def __init__(self, folder, page=PAGE):
        self.folder = folder
        self.write("ARCHITECTURE.md", page)

    def write(self, path, text):
        full = os.path.join(self.folder, path)
        os.makedirs(os.path.dirname(full), exist_ok=True)
        with open(full, "w", encoding="utf-8") as file:
            file.write(text)


class LayersTest(unittest.TestCase):
    def setUp(self):
        holder = tempfile.TemporaryDirectory()
        self.addCleanup(holder.cleanup)
        self.tree = Tree(holder.name)

    def findings(self):
        return layers.check_tree(self.tree.folder)[0]

    def expect_one(self, path, text, *words):
        self.tree.write(path, text)
        findings = self.findings()
        self.assertEqual(len(findings), 1, findings)
        for word in words:
            self.assertIn(word, findings[0])

    def expect_none(self, path, text):
        self.tree.write(path, text)
        self.assertEqual(self.findings(), [])

    def test_an_include_along_the_arrows_is_allowed_through_several(self):
        self.expect_none("core/store/a.h", '#include "core/base/x.h"\n#include "core/store/b.h"\n#include <vector>\n')

    def test_an_include_against_the_arrows_is_reported_with_its_line(self):
        self.expect_one("core/base/a.h", '\n#include "core/store/b.h"\n', "core/base/a.h:2:", "core/store")

    def test_folders_without_an_arrow_between_them_stay_apart(self):
        self.expect_one("sync/engine/a.cpp", '#include "core/crypto/b.h"\n', "must not include")

    def test_a_folder_below_a_named_one_belongs_to_it(self):
        self.expect_one("sync/engine/deep/a.cpp", '#include "core/store/b.h"\n', "sync/engine must not")

    def test_an_include_that_is_not_rooted_is_reported(self):
        self.expect_one("core/base/a.cpp", '#include "a.h"\n', "not rooted")

    def test_tests_are_never_included_by_the_product(self):
        self.expect_one("core/base/a.cpp", '#include "tests/support/x.h"\n', "not rooted")

    def test_generated_meta_objects_are_allowed(self):
        self.expect_none("sync/engine/a.cpp", '#include "a.moc"\n')

    def test_our_own_header_in_angle_brackets_is_reported(self):
        self.expect_one("core/crypto/a.cpp", "#include <core/base/x.h>\n", "use quotes")

    def test_a_folder_that_the_page_does_not_name_is_reported(self):
        self.expect_one("core/new/a.h", "", "name no folder")

    def test_a_foreign_header_has_its_home(self):
        self.expect_none("core/crypto/a.cpp", "#include <sodium.h>\n")
        self.expect_one("core/store/a.cpp", "#  include <sodium.h>\n", "<sodium.h>", "core/crypto")

    def test_a_header_pattern_may_name_a_folder_or_a_beginning(self):
        self.tree.write("core/store/a.cpp", "#include <boost/beast.hpp>\n#include <boost/beast/http.hpp>\n")
        self.tree.write("core/store/b.cpp", "#include <rapidjson/reader.h>\n#include <boost/asio.hpp>\n")
        self.assertEqual(len(self.findings()), 3)

    def test_a_clock_outside_its_home_is_reported(self):
        self.expect_none("core/base/clock.cpp", "auto t = std::chrono::system_clock::now();\n")
        self.expect_one("core/store/a.cpp", "auto t = std::chrono::system_clock :: now();\n", "system_clock")

    def test_a_pattern_with_a_star_matches_longer_names(self):
        self.expect_one("core/store/a.cpp", "QDateTime::currentDateTimeUtc();\n", "currentDateTime")

    def test_arguments_in_a_pattern_are_compared(self):
        self.expect_none("core/store/a.cpp", "auto x = time(other);\n")
        self.expect_one("core/store/b.cpp", "auto x = std::time( nullptr );\n", "time(nullptr)")

    def test_words_are_whole(self):
        self.expect_none("core/store/a.cpp", "int throwAway; int brand(); void nothrow();\n")
        self.expect_one("core/store/b.cpp", "void f() { throw 1; }\n", "throw")

    def test_comments_and_literals_are_not_code(self):
        self.expect_none(
            "core/store/a.cpp",
            '// throw\n/* throw\n#include <sodium.h>\n*/ auto a = "throw // "; auto b = R"x(throw ")x";\n'
            "auto c = 'x'; auto d = 1'000'000; // rand()\n",
        )

    def test_code_after_a_literal_is_still_code(self):
        self.expect_one("core/store/a.cpp", 'auto a = "\\"//"; throw a;\n', "throw")
        self.expect_line_of_throw("auto c = '\"';\nthrow c;\n", 2)
        self.expect_line_of_throw("auto n = 1'000;\nthrow n;\n", 2)
        self.expect_line_of_throw('auto r = R"(\n"\n)";\nthrow r;\n', 4)

    def expect_line_of_throw(self, text, line):
        self.tree.write("core/store/a.cpp", text)
        self.assertEqual([finding.split(" ")[0] for finding in self.findings()], [f"core/store/a.cpp:{line}:"])

    def test_a_circle_of_arrows_is_refused(self):
        with self.assertRaises(layers.PageError):
            layers.read_arrows("```arrows\na <- b\nb <- c <- a\n```\n")

    def test_a_page_without_blocks_or_with_nonsense_is_refused(self):
        for page in ("nothing", "```arrows\na b\n```\n", "```arrows\na <-\n```\n"):
            with self.assertRaises(layers.PageError):
                layers.read_arrows(page)
        with self.assertRaises(layers.PageError):
            layers.read_borders("```borders\nthrow\n```\n")

    def test_a_border_to_an_unknown_folder_is_refused(self):
        self.tree.write("ARCHITECTURE.md", PAGE.replace("| core/crypto", "| core/cripto"))
        with self.assertRaises(layers.PageError):
            self.findings()

    def test_the_exit_code_tells_findings_from_a_bad_page(self):
        self.assertEqual(layers.main(["layers", self.tree.folder]), 0)
        self.tree.write("core/base/a.cpp", "throw 1;\n")
        self.assertEqual(layers.main(["layers", self.tree.folder]), 1)
        self.tree.write("ARCHITECTURE.md", "")
        self.assertEqual(layers.main(["layers", self.tree.folder]), 2)


if __name__ == "__main__":
    unittest.main()
