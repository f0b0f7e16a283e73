"""What a person, a script or a torn file may give a command instead of what it wants, and what every answer has to keep to."""

import os
import re

# Stands in every text below: what somebody typed is not said again, for it may be a person's name.
MARKER = "Zebedeus"

LONG = MARKER + "x" * 120_000  # Linux takes no longer argument.
TEXTS = {
    "empty": b"",
    "blanks": b"   ",
    "long": LONG.encode(),
    "not UTF-8": MARKER.encode() + b"\xff\xfe\xc3(",
    "control characters": MARKER.encode() + b"\x1b[31m\x07\n\r\tend",
    "right to left": (MARKER + "\u202egnp.\u202c \u0627\u0644").encode(),
    "emoji": (MARKER + " \U0001f9d1\u200d\U0001f9d1").encode(),
    "a path upwards": b"../../" + MARKER.encode(),
    "HTML": b"<b onload=x>" + MARKER.encode() + b"</b>",
    "SQL": b"'; DROP TABLE changes; --" + MARKER.encode(),
    "a format": b"%s%n%x{}" + MARKER.encode(),
}
NUMBERS = {name: text.encode() for name, text in {
    "minus": "-1", "huge": "99999999999999999999", "comma": "1,5", "words": "tolv", "hex": "0x10", "exponent": "1e9",
    "plus": "+5", "blank before": " 5", "more behind": "5 " + MARKER, "not a number": "nan", "endless": "inf"}.items()}
DATES = {name: text.encode() for name, text in {
    "no leap day": "2025-02-29", "year 0": "0000-01-01", "month 13": "2026-13-01", "day 0": "2026-01-00", "slashes": "2026/01/01",
    "year 10000": "10000-01-01", "the 99th hour": "2026-01-01T99:00:00Z", "words": "i morgon"}.items()}
IDS = {name: text.encode() for name, text in {
    "zeros": "00000000-0000-0000-0000-000000000000", "too short": "0198", "not hex": "zzzzzzzz-zzzz-7zzz-8zzz-zzzzzzzzzzzz",
    "unknown": "01980000-0000-7000-8000-000000000000"}.items()}
JSON_TEXTS = {name: text.encode() for name, text in {
    "cut off": '{"a": "' + MARKER, "deep": "[" * 50_000, "deep and closed": "[" * 20_000 + "]" * 20_000,
    "a key twice": '{"a": 1, "a": 2}', "a huge number": "1e999", "a lone surrogate": '"\\ud800"', "two values": "1 2",
    "a comment": "// " + MARKER + "\n1", "single quotes": "'" + MARKER + "'", "an object": '{"x": 1}', "a list": "[1]",
    "a NUL": '"\\u0000"', "true": "true", "a number": "1"}.items()}

# Words of a fault inside the program, never of an answer to a person.
INTERNAL = re.compile(
    r"terminate called|what\(\)|Traceback|Aborted|Segmentation|assert|std::|\.cpp|\.h:\d|SQLITE|sqlite|ErrorCode|errno|"
    r"0x[0-9a-f]{6,}|\bnull(ptr)?\b|json::|rapidjson|Boost|boost|A fault inside the program|QML|qrc:|id form|"
    r": (invalidInput|notFound|alreadyExists|storageFailed|internal|damaged|tooLarge|refused)$")
UNPRINTABLE = re.compile("[\x00-\x09\x0b-\x1f\x7f\u0080-\u009f\u202a-\u202e\u2066-\u2069\ufffd]")
MOST_LINES, LONGEST_LINE = 3, 400


def files(folder):
    """Hostile files by what they are: paths in the folder, or of the system."""
    made = {
        "an empty file": b"",
        "binary": bytes(range(256)) * 64,
        "text": ("Hej " + MARKER + "\n").encode(),
        "JSON cut off": b'{"id": "' + MARKER.encode(),
        "JSON of the wrong kind": b"[1, 2, 3]",
        "JSON without what is wanted": b'{"schemaVersion": 999, "version": 999}',
        "deep JSON": b"[" * 200_000,
        "large JSON": b'{"a": [' + b"1," * 1_000_000 + b"1]}",
        "one endless line": MARKER.encode() * 200_000,
        "not UTF-8": b'{"a": "\xff\xfe"}\n',
        "a BOM and nothing": b"\xef\xbb\xbf",
        "NUL": b"\0" * 5000,
    }
    paths = {"no such file": os.path.join(folder, "missing", "file"), "a folder": folder, "no path": "",
             "an endless device": "/dev/zero", "no file of this machine": "/proc/self/mem"}
    for number, (name, content) in enumerate(made.items()):
        path = os.path.join(folder, f"bad-{number}")
        with open(path, "wb") as file:
            file.write(content)
        paths[name] = path
    return {name: path.encode() for name, path in paths.items()}


def faults_of(code, out, err, allowed):
    """What is wrong with an answer; an empty list where nothing is."""
    faults = []
    if code not in allowed:
        faults.append(f"ended with {code}, not {' or '.join(map(str, sorted(allowed)))}")
    try:
        words = err.decode("utf-8")
    except UnicodeDecodeError:
        faults.append("says what is not UTF-8")
        words = err.decode("utf-8", "replace")
    lines = [line for line in words.splitlines() if line.strip()]
    if code != 0 and not lines:
        faults.append("does not say why")
    if len(lines) > MOST_LINES:
        faults.append(f"says {len(lines)} lines")
    if any(len(line) > LONGEST_LINE for line in lines):
        faults.append(f"says a line of {max(map(len, lines))} characters")
    if INTERNAL.search(words):
        faults.append(f"says a word of its inside: {INTERNAL.search(words).group()}")
    if UNPRINTABLE.search(words):
        faults.append(f"says what cannot be printed: {UNPRINTABLE.search(words).group()!r}")
    if MARKER in words:
        faults.append("says again what was typed")
    if code == 2 and out:
        faults.append("prints something at a wrong usage")
    return faults
