#!/usr/bin/env python3
"""Counts the examples of assets/deadlines once more, by other means than the program.

Nothing is read from deadlines.json or from the law map: figures, ages and paragraphs stand in deadline_table.py as they
were read in statutes and guidelines, holidays in almanac.py as they stand in the almanac, and days are walked one by
one. A slip in the data and a slip here would have to be the same slip. Usage: deadlines.py ROOT. Prints each example
that comes out differently; exit code 1 when there is one.
"""

import json
import sys
from datetime import datetime
from pathlib import Path

from deadline_table import DUE, Asked, Refused, paragraph_of


def written(due):
    if isinstance(due, datetime):
        return due.strftime("%Y-%m-%dT%H:%M:%SZ")
    return due if due is None else due.isoformat()


def counted(example):
    """What the example should say besides its question."""
    asked = Asked(example)
    try:
        due = DUE[example["rule"]](asked)
    except Refused as reason:
        return {"refused": str(reason)}
    answer = {"due": written(due)}
    paragraph = paragraph_of(example["rule"], asked)
    if paragraph:
        answer["paragraph"] = paragraph
    return answer


def differences(examples):
    for number, example in enumerate(examples):
        question = {name: example[name] for name in ("rule", "why", "settings", "stated", "from", "with") if name in example}
        answer = {name: value for name, value in example.items() if name not in question}
        if example["rule"] not in DUE:
            yield f"example {number}: no such rule here: {example['rule']}"
            continue
        own = counted(example)
        if own != answer:
            yield f"example {number}: {json.dumps(question, ensure_ascii=False)}: the file says {answer}, counted {own}"
    missing = sorted(set(DUE) - {example["rule"] for example in examples})
    yield from (f"{rule}: has no example" for rule in missing)


def main(arguments):
    if len(arguments) != 2:
        print("usage: deadlines.py ROOT", file=sys.stderr)
        return 2
    file = Path(arguments[1]) / "assets" / "deadlines" / "deadlines.examples.json"
    examples = json.loads(file.read_text(encoding="utf-8"))["examples"]
    found = list(differences(examples))
    for difference in found:
        print(difference)
    print(f"deadlines: {len(examples)} examples of {len(DUE)} rules counted again, {len(found)} differ")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv))
