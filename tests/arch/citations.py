#!/usr/bin/env python3
"""Does anything that is shown cite the law wrongly: repealed acts as if in force, or a paragraph that is about something else?

The guidelines that the assets rest on hold such mistakes; they must not be carried over. Also: a paragraph that stands in the
code is asked of the law map by the day of the decision, so none stands there as text.

Usage: citations.py ROOT. Prints one line for each finding; exit code 1 when there is one.
"""

import json
import re
import sys
from pathlib import Path

# Never right as current law. An old act's place is cited with the act's number behind it: "SoF 5:3 (2001:937)".
DEAD = (
    (re.compile(r"\bHSL[^.;]{0,12}\b3 ?f\b|\b3 ?f § HSL"), "the act of 1982; the plan stands in HSL 16:4"),
    (re.compile(r"\bHSL (?:2017:30 )?12:3\b"), "not the plan; that stands in HSL 16:4"),
    (re.compile(r"\b1991:900\b|\bKL 6:3[35]\b"), "the act of 1991; delegation stands in KL 6:37–40"),
    (re.compile(r"\bSoF (?:2025:468 )?5:3\b(?! \(2001:937\))"), "the ordinance of 2001; god man stands in SoF 11:2"),
    (re.compile(r"\bSoL 34 §|\b34 § SoL|§ ?34 SoL"), "the act of 1980; fees stand in SoL 32:2"),
    (re.compile(r"\bSoF 42 ?a\b|\b42 ?a § SoF|§ ?42 ?a SoF"), "the ordinance of 1981; the cap stands in SoF 17:2"),
    (re.compile(r"\bAFL 3:15\b|\b3:15 AFL"), "the act of 1962"),
)
MONEY = re.compile(r"försörjning|ekonomisk|pengar|money|economic|financial", re.IGNORECASE)
# Right only where the same card, insats or paragraph also says what makes it right.
ONLY_WITH = (
    (re.compile(r"\b(?:SoL|2025:400) 12:1\b(?!(?:–\d+)? \(2001:453\))"), MONEY, "12:1 is help with money; the right to an insats is 11:1"),
    (re.compile(r"\b9:3\b"), re.compile(r"\b16\b"), "the law's stödboende is for ages 16 to 20"),
    (re.compile(r"(?=.*LARO)(?=.*\b20 (?:år|years))", re.DOTALL), re.compile(r"HSLF-FS 2016:1"), "no age of 20 stands in the regulation"),
)
ASSETS = ("advice", "deadlines", "examples", "forms", "guidance", "handbook", "instruments", "profiles", "templates")
CODE = (("core", "*.cpp"), ("core", "*.h"), ("qml", "*.cpp"), ("qml", "*.h"), ("qml", "*.qml"), ("sync", "*.cpp"))
QUOTED = re.compile(r'"((?:[^"\\]|\\.)*)"')
COMMENT = re.compile(r"^\s*//.*$|//[/!]?<?\s.*$", re.MULTILINE)
PARAGRAPH = re.compile(r"\b(?:SoL|SoF|LVM|LVU|FL|KL|OSL|HSL|JB) \d+(?: ?[a-z]?:\d|(?: [a-z])? §)")
# Samples of the design system, which knows no law.
SAMPLES = "qml/controls/gallery"


def texts_of(value):
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for member in value.values():
            yield from texts_of(member)
    elif isinstance(value, list):
        for member in value:
            yield from texts_of(member)


def grounds_of(insats):
    for ground in insats.get("grounds", []):
        yield f"{'SoL' if ground['law'] == '2025:400' else ground['law']} {ground['paragraph']}"


def units_of_json(value):
    """The cards, rules, insatser and so on of a file: what is read together. (name, text)"""
    for member, part in value.items() if isinstance(value, dict) else ():
        if not isinstance(part, list):
            yield member, "\n".join(texts_of(part))
            continue
        for index, element in enumerate(part):
            name, extra = f"{member}[{index}]", ()
            if isinstance(element, dict):
                name = f"{member}.{element.get('code') or element.get('id') or element.get('rule') or index}"
                extra = grounds_of(element) if member == "insatser" and "off" not in element else ()
            yield name, "\n".join([*texts_of(element), *extra])


def units_of(path):
    text = path.read_text(encoding="utf-8")
    if path.suffix == ".json":
        yield from units_of_json(json.loads(text))
    elif path.suffix == ".md":
        for index, paragraph in enumerate(text.split("\n\n")):
            yield f"paragraph {index + 1}", paragraph


def faults_in(text):
    for pattern, reason in DEAD:
        match = pattern.search(text)
        if match:
            yield match.group(0), reason
    for pattern, needed, reason in ONLY_WITH:
        match = pattern.search(text)
        if match and not needed.search(text):
            yield match.group(0) or "LARO", reason


def in_assets(root):
    for folder in ASSETS:
        for path in sorted((root / "assets" / folder).rglob("*")):
            # Made from coverage.json, which names what the guidelines cite, right or wrong.
            if path.suffix not in (".json", ".md") or path.name == "COVERAGE.md":
                continue
            for name, text in units_of(path):
                for cited, reason in faults_in(text):
                    yield f"{path.relative_to(root)}: {name}: {cited}: {reason}"


def in_code(root):
    for folder, pattern in CODE:
        for path in sorted((root / folder).rglob(pattern)):
            where = path.relative_to(root).as_posix()
            if where.startswith(SAMPLES):
                continue
            for quoted in QUOTED.findall(COMMENT.sub("", path.read_text(encoding="utf-8"))):
                match = PARAGRAPH.search(quoted)
                if match:
                    yield f"{where}: {match.group(0)}: ask the law map by the day of the decision"


def in_translations(root):
    for path in sorted((root / "assets" / "i18n").glob("*.ts")):
        for match in PARAGRAPH.finditer(path.read_text(encoding="utf-8")):
            yield f"{path.relative_to(root)}: {match.group(0)}: ask the law map by the day of the decision"


def check(root):
    root = Path(root)
    return [*in_assets(root), *in_code(root), *in_translations(root)]


def main(arguments):
    if len(arguments) != 2:
        print("usage: citations.py ROOT", file=sys.stderr)
        return 2
    findings = check(arguments[1])
    for finding in findings:
        print(finding)
    print(f"citations: {len(findings)} findings")
    return 1 if findings else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv))
