#!/usr/bin/env python3
"""Does every thing that the guidelines name have its place in the app, or is said what it waits for?

assets/coverage/coverage.json holds the answers, assets/profiles/COVERAGE.md is made from it. Usage: coverage.py ROOT checks
both, coverage.py ROOT --write makes the page anew. Prints one line for each finding; exit code 1 when there is one.
"""

import sys
from pathlib import Path

from coverage_tree import Tree, read

# How many things the walk through the guidelines found, by section. A row may be reworded, never dropped.
COUNTS = {"4.1": 22, "4.2": 18, "4.3": 39, "4.4": 16, "4.5": 37, "4.6": 11, "4.7": 34, "4.8": 5, "4.9": 19}
SEEDS = {"N": "Norsjö", "T": "Täby", "F": "Flen", "V": "Västerbotten"}
CODES = {
    "F": "full support",
    "R": "recorded that it happened",
    "T": "text to read",
    "D": "deadline or rule",
    "C": "set by the municipality",
    "X": "out of scope",
}
# What has to be named, at least one of it, before a row may claim the code.
CONFIG = {"insats", "contact", "body", "setting", "delegation", "text", "template", "method", "responsibility", "test", "list"}
ANSWERED_BY = {
    "F": {"kind", "field", "form", "page", "instrument", "verb"},
    "R": {"kind", "field", "form", "page", "instrument", "code"},
    "T": {"card", "law"},
    "D": {"deadline", "law"},
    "C": CONFIG,
}
ANSWERS = ("where", "waits", "why")
DATA = Path("assets") / "coverage" / "coverage.json"
PAGE = Path("assets") / "profiles" / "COVERAGE.md"
HOW_TO_WRITE = "run tests/arch/coverage.py ROOT --write"


def rows(data):
    for section in data["sections"]:
        for row in section["rows"]:
            yield section["section"], row


def references(row):
    return row.get("where", []) + row.get("has", [])


def repeated(items):
    seen = set()
    for item in items:
        if item in seen:
            yield item
        seen.add(item)


def check_counts(data):
    found = {section["section"]: len(section["rows"]) for section in data["sections"]}
    for section in sorted(COUNTS.keys() | found.keys()):
        if found.get(section, 0) != COUNTS.get(section, 0):
            yield f"{section}: {found.get(section, 0)} rows, the guidelines name {COUNTS.get(section, 0)}"
    yield from (f"{section}: {name}: twice" for section, name in repeated((section, row["name"]) for section, row in rows(data)))


def check_answer(row):
    """One row by itself: one answer, and the members that go with it."""
    given = [answer for answer in ANSWERS if row.get(answer)]
    if len(given) != 1:
        yield f"has to say one of where, waits and why, says {' and '.join(given) or 'none'}"
        return
    outside_only = row["codes"] == ["X"]
    if outside_only != (given == ["why"]):
        yield "why is for what is out of scope as a whole, and for nothing else"
    if ("X" in row["codes"] and not outside_only) != bool(row.get("outside")):
        yield "outside says which part is out of scope, where a part is"
    if outside_only == ("surface" in row):
        yield "a surface is for what is in the app"
    if row.get("has") and given != ["waits"]:
        yield "has is for what waits for more"


def check_references(row, tree):
    yield from (f"{reference}: twice" for reference in repeated(references(row)))
    for member in ("where", "has"):
        for reference in row.get(member, []):
            type_name, _, name = reference.partition(":")
            if type_name not in tree.known:
                yield f"{reference}: no such type of reference"
            elif name not in tree.known[type_name]:
                yield f"{reference}: not in the tree"
            elif member == "where" and name in tree.unread[type_name]:
                yield f"{reference}: no program reads it yet, so it belongs under has"


def check_codes(row):
    types = {reference.partition(":")[0] for reference in row["where"]}
    for code in row["codes"]:
        if code in ANSWERED_BY and not types & ANSWERED_BY[code]:
            yield f"code {code} ({CODES[code]}) is answered by nothing that it names"


def check_works(data):
    works = [work["code"] for work in data["works"]]
    waited = [work for _, row in rows(data) for work in row.get("waits", [])]
    yield from (f"work {work}: twice" for work in repeated(works))
    yield from (f"work {work}: nothing waits for it" for work in works if work not in waited)
    for section, row in rows(data):
        yield from (f"{section}: {row['name']}: waits for {work}, which is no work" for work in row.get("waits", []) if work not in works)


def check_insatser(data, tree):
    """The other way round: what a municipality offers is named by some row."""
    every = (reference for _, row in rows(data) for reference in references(row))
    named = {reference.partition(":")[2] for reference in every if reference.startswith("insats:")}
    yield from (f"insats:{name}: no row names it" for name in sorted(tree.known["insats"] - named))


def check(data, tree, page):
    yield from check_counts(data)
    for section, row in rows(data):
        findings = [*check_answer(row), *check_references(row, tree)]
        if row.get("where"):
            findings += check_codes(row)
        yield from (f"{section}: {row['name']}: {finding}" for finding in findings)
    yield from check_works(data)
    yield from check_insatser(data, tree)
    if page != render(data):
        yield f"{PAGE}: not what the data say; {HOW_TO_WRITE}"


def cell(text):
    return text.replace("|", "\\|")


def answer_text(row):
    if row.get("why"):
        return f"Out of scope: {row['why']}"
    if row.get("where"):
        text = " ".join(f"`{reference}`" for reference in row["where"])
    else:
        text = f"**Waits for** {', '.join(row.get('waits', []))}"
        if row.get("has"):
            text += ". There: " + " ".join(f"`{reference}`" for reference in row["has"])
    return text + (f". Out of scope: {row['outside']}" if row.get("outside") else "")


def table(head, lines):
    yield "| " + " | ".join(head) + " |"
    yield "|" + "---|" * len(head)
    for line in lines:
        yield "| " + " | ".join(map(cell, line)) + " |"


def counts(section_rows):
    found = [sum(1 for row in section_rows if row.get(answer)) for answer in ANSWERS]
    return [str(number) for number in (len(section_rows), *found)]


def page_lines(data):
    yield "# What the guidelines name, and where it is"
    yield ""
    yield f"Made from `{DATA}` by `tests/arch/coverage.py`, which also checks it: do not edit. How to read and change it:"
    yield "[assets](../README.md), **Coverage**."
    yield ""
    yield "*Seeds*: " + ", ".join(f"{code} {name}" for code, name in SEEDS.items()) + "."
    yield "*Code*: " + ", ".join(f"{code} {meaning}" for code, meaning in CODES.items()) + "."
    yield "*Surface*: field (phone and tablet), light (a few fields), ref (to read), office (at the server)."
    yield ""
    sections = [(section["section"], section["title"], section["rows"]) for section in data["sections"]]
    every = [row for _, _, section_rows in sections for row in section_rows]
    lines = [[f"{number} {title}", *counts(section_rows)] for number, title, section_rows in sections]
    yield from table(["Section", "Rows", "There", "Waits", "Out of scope"], [*lines, ["All", *counts(every)]])
    yield ""
    yield "## What is waited for"
    yield ""
    waiting = {work["code"]: sum(1 for row in every if work["code"] in row.get("waits", [])) for work in data["works"]}
    works = ([work["code"], work["text"], f"issue {work['issue']}" if "issue" in work else "later", str(waiting[work["code"]])] for work in data["works"])
    yield from table(["Work", "When it is done", "Issue", "Rows"], works)
    for number, title, section_rows in sections:
        yield ""
        yield f"## {number} {title}"
        yield ""
        lines = ([row["name"], " ".join(row["seeds"]) or "–", " ".join(row["codes"]), row.get("surface", "–"), answer_text(row)] for row in section_rows)
        yield from table(["Name", "Seeds", "Code", "Surface", "Where, or what it waits for"], lines)


def render(data):
    return "\n".join(page_lines(data)) + "\n"


def main():
    root = Path(sys.argv[1])
    data = read(root / DATA)
    if "--write" in sys.argv[2:]:
        (root / PAGE).write_text(render(data), encoding="utf-8")
    page = root / PAGE
    findings = list(check(data, Tree(root), page.read_text(encoding="utf-8") if page.exists() else ""))
    for finding in findings:
        print(finding)
    there, waits, outside = counts([row for _, row in rows(data)])[1:]
    print(f"coverage: {there} there, {waits} wait, {outside} out of scope, {len(findings)} findings")
    return 1 if findings else 0


if __name__ == "__main__":
    sys.exit(main())
