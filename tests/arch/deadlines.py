#!/usr/bin/env python3
"""Are the deadline rules whole: every line has its rule, every rule its words, its place in the law and its examples.

What the JSON Schemas say is not said again here; this is what hangs together between files. Usage: deadlines.py ROOT.
Prints one line for each finding; exit code 1 when there is one.
"""

import json
import re
import sys
from datetime import date
from pathlib import Path

import law_map

# The list of deadlines has 48 lines; four more came from the field.
ROWS = [str(row) for row in range(1, 49)] + ["F1", "F2", "F3", "F4"]
PLACEHOLDER = re.compile(r"\{([A-Za-z]+)\}")
KNOWN_PLACEHOLDERS = {"start", "figure", "end", "sum", "whole", "parts"}
TELLS_THE_DAY = {"start", "end", "sum"}
FREE_DAY = {"weekend", "holiday", "eve"}
ODD_LENGTH = {"leapDay", "monthEnd"}
FEWEST_EXAMPLES = 3
NEW_LAW, LATER_LAW = date(2025, 7, 1), date(2026, 1, 15)


def read(path):
    return json.loads(path.read_text(encoding="utf-8"))


class Data:
    """The files that have to fit together. Tests change a copy of it."""

    def __init__(self, root):
        assets = Path(root) / "assets"
        self.law = law_map.load(root)
        self.deadlines = read(assets / "deadlines" / "deadlines.json")
        self.examples = read(assets / "deadlines" / "deadlines.examples.json")
        self.profiles = [read(path) for path in sorted((assets / "profiles").glob("*.json"))]
        self.profile_schema = read(assets / "schemas" / "profile.schema.json")
        code = Path(root) / "core" / "rules" / "lob_clocks.cpp"
        self.names_in_code = re.findall(r'"(lob\.[A-Za-z]+)"', code.read_text(encoding="utf-8")) if code.exists() else []

    @property
    def rules(self):
        return self.deadlines["rules"]


def key_names(rule):
    return {key["name"]: key for key in rule.get("keys", [])}


def keys_used(rule):
    """Every key that a rule counts with, and the type that it must have."""
    for condition in rule.get("conditions", []):
        yield condition["key"], "yesNo" if "is" in condition else "integer"
    for later in rule.get("laterOf", []):
        yield later["key"], "day"
    for member in ("notBefore", "notAfter"):
        if member in rule:
            yield rule[member]["key"], "day"
    figure = rule.get("figure", {})
    if "given" in figure:
        yield figure["given"], "day"
    if "share" in figure:
        yield figure["share"]["key"], "integer"


def check_names(data):
    yield from (f"{name}: twice" for name in law_map.repeated(rule["id"] for rule in data.rules))
    yield from (f"event {name}: twice" for name in law_map.repeated(event["code"] for event in data.deadlines["events"]))
    known = {event["code"] for event in data.deadlines["events"]}
    used = set()
    for rule in data.rules:
        events = set(rule.get("start", [])) | {later["event"] for later in rule.get("laterOf", [])}
        used |= events
        yield from (f"{rule['id']}: unknown event {event}" for event in sorted(events - known))
    yield from (f"event {event}: starts nothing" for event in sorted(known - used))
    answered = {row for rule in data.rules for row in rule["rows"]}
    yield from (f"line {row} of the list of deadlines: no rule" for row in ROWS if row not in answered)
    names = {rule["id"] for rule in data.rules}
    yield from (f"{name}: the program knows it, the data do not" for name in data.names_in_code if name not in names)


def check_words(rule):
    found = {}
    for language in ("sv", "en"):
        text = rule["sentence"][language]
        found[language] = set(PLACEHOLDER.findall(text))
        unknown = found[language] - KNOWN_PLACEHOLDERS - set(key_names(rule))
        yield from (f"{rule['id']}: {language}: unknown placeholder {name}" for name in sorted(unknown))
        if PLACEHOLDER.sub("", text).count("{") or not text.endswith("."):
            yield f"{rule['id']}: {language}: not a whole sentence"
        if not rule["title"][language].strip():
            yield f"{rule['id']}: {language}: no title"
    if found["sv"] != found["en"]:
        yield f"{rule['id']}: other placeholders in the other language"
    if "figure" in rule and not found["sv"] & TELLS_THE_DAY:
        yield f"{rule['id']}: its sentence does not say the day"
    if "figure" not in rule and found["sv"]:
        yield f"{rule['id']}: has no date, yet its sentence wants one"
    if rule["sentence"]["sv"] == rule["sentence"]["en"]:
        yield f"{rule['id']}: not translated"


def check_counting(rule):
    figure = rule.get("figure")
    keys = key_names(rule)
    for name, wanted in keys_used(rule):
        if name not in keys:
            yield f"{rule['id']}: counts with {name}, which is no key of it"
        elif keys[name]["type"] != wanted:
            yield f"{rule['id']}: key {name} has to be of type {wanted}"
    yield from (f"{rule['id']}: key {name}: twice" for name in law_map.repeated(key["name"] for key in rule.get("keys", [])))
    needed = {name for name, _ in keys_used(rule)}
    yield from (f"{rule['id']}: key {name} is used by nothing" for name in keys if name not in needed)
    for name, key in keys.items():
        if "default" in key and (key["required"] or key["type"] != "yesNo"):
            yield f"{rule['id']}: key {name}: a default is for a yes or no that may be left out"
    if figure is None:
        return
    has_figure = any(member in figure for member in ("value", "setting", "stated"))
    if has_figure == (figure["unit"] in ("atOnce", "given")):
        yield f"{rule['id']}: figure and unit do not fit together"
    if figure["unit"] == "given" and not keys.get(figure.get("given"), {}).get("required"):
        yield f"{rule['id']}: the day that is given has to be required"
    if rule["roll"] != "none" and figure["unit"] in ("atOnce", "hours", "workingDays"):
        yield f"{rule['id']}: nothing to roll"


def check_binding(rule, law):
    subjects = {subject["code"] for subject in law["subjects"]}
    if rule["law"] not in subjects:
        yield f"{rule['id']}: law: no subject {rule['law']} in the law map"
        return
    if "from" in rule and "until" in rule and rule["until"] < rule["from"]:
        yield f"{rule['id']}: ends before it begins"
    first = date.fromisoformat(rule.get("from", "2026-01-15"))
    day = min(first, date.fromisoformat(rule.get("until", "2199-12-31")))
    if rule["kind"] == "law" and not law_map.label(law, rule["law"], day):
        yield f"{rule['id']}: has no paragraph on {day}"
    figure = rule.get("figure", {})
    if rule["kind"] == "guideline" and not (rule.get("source") or rule.get("needs") or "setting" in figure or "stated" in figure):
        yield f"{rule['id']}: a guideline without anybody whose it is"
    if rule["kind"] != "guideline" and "source" in rule:
        yield f"{rule['id']}: a source is for guidelines"


def wanted_tags(rule, law):
    """Sets of tags, of each of which a rule has to have at least one example."""
    figure = rule.get("figure")
    if figure and figure["unit"] != "given":
        yield FREE_DAY
        yield ODD_LENGTH
    if figure and figure["unit"] == "hours":
        yield {"dst"}
    holds = (date.fromisoformat(rule.get("from", "1953-01-01")), date.fromisoformat(rule.get("until", "2199-12-31")))
    places = next(subject["places"] for subject in law["subjects"] if subject["code"] == rule["law"])
    begins = [date.fromisoformat(place["from"]) for place in places[1:] if "from" in place]
    if NEW_LAW in begins and holds[0] < NEW_LAW <= holds[1]:
        yield {"oldLaw"}
        yield {"newLaw"}
    if any(begin > NEW_LAW for begin in begins) or "from" in rule or "until" in rule:
        yield {"beforeChange"}
        yield {"afterChange"}


def check_examples(data):
    by_rule = {rule["id"]: [] for rule in data.rules}
    for example in data.examples["examples"]:
        if example["rule"] not in by_rule:
            yield f"an example of {example['rule']}, which is no rule"
        else:
            by_rule[example["rule"]].append(example)
    if data.examples["rulesVersion"] != data.deadlines["version"]:
        yield "the examples are of another version of the rules"
    for rule in data.rules:
        mine = by_rule[rule["id"]]
        answered = [example for example in mine if "due" in example]
        if len(answered) < FEWEST_EXAMPLES:
            yield f"{rule['id']}: {len(answered)} dated examples"
        for example in answered:
            if (example["due"] is None) == ("figure" in rule):
                yield f"{rule['id']}: an example {'without' if 'figure' in rule else 'with'} a date"
                break
        tags = {example["why"] for example in mine}
        for wanted in wanted_tags(rule, data.law):
            if not tags & wanted:
                yield f"{rule['id']}: no example for {' or '.join(sorted(wanted))}"


def check_profiles(data):
    rules = {rule["id"]: rule for rule in data.rules}
    for profile in data.profiles:
        name = profile["id"]
        for entry in profile.get("deadlines", []):
            rule = rules.get(entry["rule"])
            if rule is None:
                yield f"profile {name}: no rule {entry['rule']}"
                continue
            figure = rule.get("figure", {})
            is_same = (entry.get("value"), entry.get("unit")) == (figure.get("value"), figure.get("unit"))
            if "value" in entry and not is_same and "stated" not in figure:
                yield f"profile {name}: {entry['rule']} cannot have a figure of the municipality's own"
        for insats in profile.get("insatser", []):
            yield from (f"profile {name}: {insats['code']}: no rule {clock}" for clock in insats.get("clocks", []) if clock not in rules)
    if data.profile_schema["properties"]["format"].get("const") == 1:
        return  # the settings of the new rules come with the second format
    known = set(data.profile_schema["properties"]["settings"]["properties"])
    for rule in data.rules:
        figure = rule.get("figure", {})
        names = [figure.get("setting"), figure.get("share", {}).get("setting"), rule.get("needs")]
        names += [condition.get("setting") for condition in rule.get("conditions", [])]
        for setting in names:
            if setting and setting != "stated" and setting not in known:
                yield f"{rule['id']}: no setting {setting} in a profile"


def check(data):
    findings = list(check_names(data))
    for rule in data.rules:
        findings += [*check_words(rule), *check_counting(rule), *check_binding(rule, data.law)]
    if not any("no subject" in finding for finding in findings):
        findings += check_examples(data)
    return findings + list(check_profiles(data))


def main(arguments):
    if len(arguments) != 2:
        print("usage: deadlines.py ROOT", file=sys.stderr)
        return 2
    data = Data(arguments[1])
    findings = check(data)
    for finding in findings:
        print(finding)
    print(f"deadlines: {len(data.rules)} rules, {len(data.examples['examples'])} examples, {len(findings)} findings")
    return 1 if findings else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv))
