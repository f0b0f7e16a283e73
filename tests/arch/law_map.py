#!/usr/bin/env python3
"""Is the law map whole: every line of the comparison answered, one place a day, no dead citation taken for current.

Usage: law_map.py ROOT. Prints one line for each finding; exit code 1 when there is one.
"""

import json
import sys
from datetime import date, timedelta
from pathlib import Path

ROWS = range(1, 30)
FIRST, LAST = date(1900, 1, 1), date(2199, 12, 31)
NEW_LAW = date(2025, 7, 1)
# Places that a guideline still cites and that are not, or no longer, where the subject stands.
WRONG_NOW = {
    ("rightToInsats", "SoL 12:1"): "12:1 is help with money; personal needs are 11:1",
    ("sipHealthCare", "HSL 3 f §"): "the act of 1982",
    ("sipHealthCare", "HSL 12:3"): "not the plan",
    ("delegation", "KL 6:33"): "the act of 1991",
    ("delegationReport", "KL 6:35"): "the act of 1991",
    ("guardianNotice", "SoF 5:3"): "the ordinance of 2001",
    ("feeCap", "SoF 42 a §"): "the ordinance of 1981",
    ("fees", "SoL 34 §"): "the act of 1980",
}
DEAD_ACTS = {"1980:620", "1991:900", "1982:763", "1962:381"}


def load(root):
    return json.loads((Path(root) / "assets" / "law" / "law-map.json").read_text(encoding="utf-8"))


def span(place):
    return (date.fromisoformat(place.get("from", FIRST.isoformat())), date.fromisoformat(place.get("until", LAST.isoformat())))


def label(law, code, day):
    """As it is shown: "SoL 20:1", "LVM 13 §", "SoL 4:1 (2001:453)"; None where the subject has no paragraph that day."""
    acts = {act["code"]: act for act in law["acts"]}
    for subject in law["subjects"]:
        for place in subject["places"] if subject["code"] == code else ():
            begin, end = span(place)
            if begin <= day <= end:
                act = acts[place["act"]]
                behind = f" ({act['number']})" if act.get("showNumber") else ""
                return " ".join(part for part in (act["short"], place.get("place")) if part) + behind
    return None


def repeated(names):
    seen = set()
    for name in names:
        if name in seen:
            yield name
        seen.add(name)


def check_acts(law):
    codes = [act["code"] for act in law["acts"]]
    yield from (f"act {code}: twice" for code in repeated(codes))
    used = {place["act"] for subject in law["subjects"] for place in subject["places"]}
    yield from (f"act {code}: no subject stands in it" for code in codes if code not in used)
    for act in law["acts"]:
        if act["number"] in DEAD_ACTS:
            yield f"act {act['code']}: {act['number']} is not in force and not needed"
        others = [other for other in law["acts"] if other["short"] == act["short"] and other is not act]
        if others and act.get("until") and not act.get("showNumber"):
            yield f"act {act['code']}: another act is called {act['short']} too; the older one has to show its number"


def check_places(law):
    acts = {act["code"]: act for act in law["acts"]}
    for subject in law["subjects"]:
        name = f"subject {subject['code']}"
        before = None
        for place in subject["places"]:
            if place["act"] not in acts:
                yield f"{name}: unknown act {place['act']}"
                continue
            begin, end = span(place)
            first, last = span(acts[place["act"]])
            if begin > end:
                yield f"{name}: ends before it begins"
            if begin < first or end > last:
                yield f"{name}: {place['act']} does not hold all that time"
            if before is not None and begin != before + timedelta(days=1):
                yield f"{name}: a gap or an overlap at {begin}"
            if before is None and subject["places"].index(place) and not place.get("from"):
                yield f"{name}: an overlap"
            before = end if place.get("until") else None


def check_subjects(law):
    codes = [subject["code"] for subject in law["subjects"]]
    yield from (f"subject {code}: twice" for code in repeated(codes))
    answered = {subject.get("row") for subject in law["subjects"]}
    yield from (f"line {row} of the comparison: no subject" for row in ROWS if row not in answered)
    for subject in law["subjects"]:
        if subject.get("row") and not label(law, subject["code"], date(2026, 1, 15)):
            yield f"subject {subject['code']}: has no paragraph in the new act"
        if subject.get("row") and any("2001:453" in (label(law, subject["code"], day) or "") for day in (NEW_LAW, date(2026, 1, 15))):
            yield f"subject {subject['code']}: the act of 2001 is cited after it was repealed"
    for (code, wrong), reason in WRONG_NOW.items():
        if label(law, code, date(2026, 1, 15)) == wrong:
            yield f"subject {code}: {wrong} is not the place: {reason}"


def check(law):
    findings = list(check_acts(law)) + list(check_places(law))
    return findings if findings else list(check_subjects(law))


def main(arguments):
    if len(arguments) != 2:
        print("usage: law_map.py ROOT", file=sys.stderr)
        return 2
    law = load(arguments[1])
    findings = check(law)
    for finding in findings:
        print(finding)
    print(f"law map: {len(law['subjects'])} subjects, {len(findings)} findings")
    return 1 if findings else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv))
