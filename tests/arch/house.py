#!/usr/bin/env python3
"""Checks the cheap rules of the house over all files that git tracks or would track.

Top folders and their README, names and size of source files, words that may not stand in the tree, and links between
pages. Usage: house.py ROOT. Prints one line for each finding; exit code 1 when there is one.
"""

import os
import re
import subprocess
import sys

TOP_FOLDERS = ("core", "sync", "platform", "qml", "assets", "tests", "packaging")
HIDDEN_FOLDERS = (".ci",)
SOURCE = re.compile(r"^(core|sync|platform|qml)/.*\.(h|cpp)$")
SOURCE_NAME = re.compile(r"^[a-z0-9]+(_[a-z0-9]+)*\.(h|cpp)$")
# A file over about 400 lines wants to be two; the gate leaves some room for the one that has a reason.
MOST_LINES = 450
# The one element that shows text; controls put it in the place of their own.
PLAIN_TEXT = "qml/controls/basics/AppText.qml"
BARE_TEXT = re.compile(r"\s*(?:\w+: )?(?:\w+\.)?(?:Text|Label) \{")
LINK = re.compile(r"\[[^\]]*\]\(([^)\s]+)\)")

# Written in pieces, so that this file may be checked like any other.
OPEN_ENDS = re.compile(r"\b(" + "|".join(("TO" + "DO", "FIX" + "ME", "X" + "XX", "HA" + "CK")) + r")\b")
OUTSIDE = "../" + "shared"
REGISTRIES = re.compile(
    "|".join(
        re.escape(name)
        for name in (
            "registry." + "npmjs",
            "registry." + "yarnpkg",
            "deb." + "debian.org",
            "ftp." + "debian.org",
            "security." + "debian.org",
            "pypi." + "org",
            "crates." + "io",
            "proxy." + "golang.org",
            "repo." + "maven",
            "conan." + "io",
        )
    )
)


def check_places(paths):
    tops = set()
    for path in paths:
        top, separator, _ = path.partition("/")
        if not separator:
            continue
        tops.add(top)
        if top not in TOP_FOLDERS + HIDDEN_FOLDERS:
            yield f"{path}: {top} is not one of the agreed top folders"
    for top in sorted(tops & set(TOP_FOLDERS)):
        if f"{top}/README.md" not in paths:
            yield f"{top}: has no README.md"


def check_words(path, text):
    for number, line in enumerate(text.splitlines(), 1):
        if OPEN_ENDS.search(line):
            yield f"{path}:{number}: an open end; write an issue instead"
        if OUTSIDE in line:
            yield f"{path}:{number}: names a folder outside the project"
        if REGISTRIES.search(line):
            yield f"{path}:{number}: names the host of a package registry"


def check_source(path, text):
    if not SOURCE_NAME.match(os.path.basename(path)):
        yield f"{path}: file names are snake_case"
    count = text.count("\n")
    if count > MOST_LINES:
        yield f"{path}: {count} lines; it wants to be two files"
    if path.endswith(".h") and "#pragma once" not in text:
        yield f"{path}: a header without '#pragma once'"


def check_screen(path, text):
    """What people have written is shown as it is: no mark-up in a note, a name or a profile is ever read as such."""
    for number, line in enumerate(text.splitlines(), 1):
        if path != PLAIN_TEXT and BARE_TEXT.match(line):
            yield f"{path}:{number}: shows text without AppText, which takes it as plain text"
        if "textFormat" in line and "PlainText" not in line:
            yield f"{path}:{number}: text is shown as plain text alone"
    if path == PLAIN_TEXT and "textFormat: Text.PlainText" not in text:
        yield f"{path}: must take its text as plain text"


def check_links(root, path, text):
    for target in LINK.findall(text):
        file_part = target.split("#")[0]
        if not file_part or "://" in target or target.startswith("mailto:"):
            continue
        if not os.path.exists(os.path.normpath(os.path.join(root, os.path.dirname(path), file_part))):
            yield f"{path}: links to {target}, which is not there"


def check_tree(root, paths):
    findings = list(check_places(set(paths)))
    for path in paths:
        try:
            with open(os.path.join(root, path), encoding="utf-8") as file:
                text = file.read()
        except UnicodeDecodeError:
            continue
        findings += check_words(path, text)
        if SOURCE.match(path):
            findings += check_source(path, text)
        if path.startswith("qml/") and path.endswith(".qml"):
            findings += check_screen(path, text)
        if path.endswith(".md"):
            findings += check_links(root, path, text)
    return findings


def listed(root):
    command = ["git", "-c", f"safe.directory={os.path.abspath(root)}", "-C", root, "ls-files", "-z"]
    command += ["--cached", "--others", "--exclude-standard", "--deduplicate"]
    names = subprocess.run(command, check=True, capture_output=True).stdout.decode().split("\0")
    return sorted(name for name in names if name and os.path.isfile(os.path.join(root, name)))


def main(arguments):
    if len(arguments) != 2:
        print("usage: house.py ROOT", file=sys.stderr)
        return 2
    paths = listed(arguments[1])
    findings = check_tree(arguments[1], paths)
    for finding in findings:
        print(finding)
    print(f"house: {len(paths)} files, {len(findings)} findings")
    return 1 if findings else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv))
