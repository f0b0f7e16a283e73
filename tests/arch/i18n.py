#!/usr/bin/env python3
"""Holds assets/i18n against the strings of qml/: every string is translated, none is left over, placeholders agree.

Usage: i18n.py ROOT LUPDATE. With --update it writes what is new into the files instead, marked as unfinished.
"""
import re
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ElementTree
from collections import Counter
from pathlib import Path
from shutil import copyfile

# Swedish is what the source says: its file only holds the forms of "%n".
LANGUAGES = {"faltakt_en": ["-target-language", "en_GB"], "faltakt_sv": ["-target-language", "sv_SE", "-pluralonly"]}
PLACEHOLDER = re.compile(r"%L?(?:\d{1,2}|n)")


def run_lupdate(lupdate, root, name, target):
    """Gives what lupdate could not place: a string under a wrong class is never found by the app."""
    done = subprocess.run([lupdate, "-silent", "-no-obsolete", "-locations", "none", "-source-language", "sv_SE",
                    *LANGUAGES[name], "-I", str(root), "-extensions", "cpp,h,qml", str(root / "qml"), "-ts", str(target)], check=True, capture_output=True, text=True)
    return [line for line in done.stderr.splitlines() if "Qualifying with unknown" in line]


def messages(path):
    """{(context, source, comment): message element} of a file."""
    found = {}
    for context in ElementTree.parse(path).getroot().iter("context"):
        name = context.findtext("name", "")
        for message in context.iter("message"):
            found[name, message.findtext("source", ""), message.findtext("comment", "")] = message
    return found


def forms(message):
    translation = message.find("translation")
    if message.get("numerus") == "yes":
        return [form.text or "" for form in translation.iter("numerusform")]
    return [translation.text or ""]


def placeholder_fault(source, translated, is_first_of_several):
    wanted, given = Counter(PLACEHOLDER.findall(source)), Counter(PLACEHOLDER.findall(translated))
    if is_first_of_several:  # "one change" may leave the number out
        wanted.pop("%n", None)
        given.pop("%n", None)
    return wanted != given


def faults_of(message, source):
    translation = message.find("translation")
    if translation.get("type") == "unfinished":
        yield "not translated"
        return
    texts = forms(message)
    for position, text in enumerate(texts):
        if not text.strip():
            yield "empty"
        elif placeholder_fault(source, text, position == 0 and len(texts) > 1):
            yield f"other placeholders in {text!r}"


def check(root, lupdate, name):
    kept = root / "assets" / "i18n" / f"{name}.ts"
    with tempfile.TemporaryDirectory() as folder:
        fresh = Path(folder) / kept.name
        copyfile(kept, fresh)
        faults = run_lupdate(lupdate, root, name, fresh)
        now = messages(fresh)
    faults += [f"{name}: {key[0]}: {key[1]!r}: no string of the app any more" for key in messages(kept) if key not in now]
    for key, message in now.items():
        faults += [f"{name}: {key[0]}: {key[1]!r}: {fault}" for fault in faults_of(message, key[1])]
    return faults


def hidden_markers(root):
    """lupdate reads no macros: a string marked through one of ours is never translated."""
    for path in sorted(root.glob("qml/**/*.cpp")) + sorted(root.glob("qml/**/*.h")):
        if re.search(r"^#define\s.*QT_TR", path.read_text(encoding="utf-8"), re.MULTILINE):
            yield f"{path.relative_to(root)}: a macro marks strings, lupdate does not see them"


def main(arguments):
    root, lupdate = Path(arguments[0]), arguments[1]
    if "--update" in arguments:
        for name in LANGUAGES:
            run_lupdate(lupdate, root, name, root / "assets" / "i18n" / f"{name}.ts")
        return 0
    faults = [fault for name in LANGUAGES for fault in check(root, lupdate, name)] + list(hidden_markers(root))
    print("\n".join(faults) if faults else "every string is there in both languages")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
