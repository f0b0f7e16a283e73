"""The wrong calls of bad_input.py: one right call of each verb, and what may stand wrongly in each of its places.

Which verbs, arguments and options there are is read from --help, so that a new one cannot be forgotten.
"""

import datetime
import re
import subprocess
from dataclasses import dataclass
from itertools import cycle

from bad_world import DATA, NEW, STORE
from bad_words import DATES, IDS, JSON_TEXTS, MARKER, NUMBERS, TEXTS
from programs import DONE, FAILED, UNREACHABLE, WRONG_USAGE, require

TODAY = datetime.date.today().isoformat()
REFUSED = {FAILED, WRONG_USAGE}
# Where a text of any kind may be right.
FREE = {DONE, FAILED, WRONG_USAGE}

# What stands in --help for an argument or a value: what may be given wrongly there, and how a call with it may end.
KINDS = {
    "identifier": ({**TEXTS, **IDS}, REFUSED),
    "number": ({**TEXTS, **NUMBERS}, REFUSED),
    "date": ({**TEXTS, **DATES}, REFUSED),
    "json": ({**TEXTS, **JSON_TEXTS}, FREE),
    "word": (TEXTS, REFUSED),
    "free": (TEXTS, FREE),
    "name": ({name: TEXTS[name] for name in ("empty", "blanks", "long", "not UTF-8", "control characters", "right to left")}, REFUSED),
    "address": ({**TEXTS, "no port": b"127.0.0.1", "port 0x": b"127.0.0.1:0x50", "port 65536": b"127.0.0.1:65536",
                 "no such host": b"256.0.0.1:80", "minus": b"127.0.0.1:-1"}, REFUSED),
    "field": ({**{f"value {name}": b"familyName=" + text for name, text in JSON_TEXTS.items()},
               **{name: text for name, text in TEXTS.items()}, "no field": b"=1", "no value": b"familyName=",
               "unknown": b"zebra=1"}, FREE),
    "pair": ({**TEXTS, "no key": b"=1", "no value": b"age=", "unknown": b"zebra=1", "minus": b"age=-1", "huge": b"age=9e99"}, REFUSED),
    "file": None,  # the hostile files of this run
    "folder": None,
    "new file": None,
}

CLI_KINDS = {
    "CODE|-": "free", "CODE": "free", "CASE": "identifier", "ID": "identifier", "RECORD": "identifier", "R": "identifier",
    "CHANGE": "identifier", "KIND": "word", "FIELD": "word", "JSON": "json", "FILE": "file", "OUT": "new file",
    "INSTRUMENT": "word", "NUMBER": "free", "YEAR": "number", "[WHAT...]": "word", "TEXT": "free", "MS": "number", "DIR": "folder",
    "S": "number", "INSTANT": "date", "sv|en": "word", "WORD": "word", "FIELD=JSON": "field", "f|m|f,m": "word", "N": "number",
    "SET": "word", "P": "word", "DATE": "date", "KEY=VALUE": "pair",
}
SERVER_KINDS = {
    "NAME": "free", "HOST…": "free", "HOST:PORT": "address", "PROGRAM": "file", "FILE": "file", "FILE…": "file", "FILE|ID": "file",
    "T": "identifier", "KEYFILE": "file", "NEWPIN": "file", "P": "word", "TEAM": "identifier", "ROLE": "word", "W": "identifier",
    "URL": "free", "D": "identifier", "CASE": "identifier", "TEXT": "free", "CODE": "word", "N": "number", "DIR": "folder", "OUT": "new file",
    "CHANGE": "identifier", "FILE.csv": "file", "LETTER": "identifier", "NUMBER": "free", "DAY": "date", "year|quarter": "word",
    "ALARM": "identifier", "S": "number",
}
# Not of that kind in one verb: verb and place, and what it is there.
EXCEPTIONS = {
    ("faltakt-server", "tenant add", 0): "name", ("faltakt-server", "team add", 0): "name", ("faltakt-server", "worker add", 0): "name",
    ("faltakt-server", "backup", 0): "new file", ("faltakt-server", "pack key", 0): "new file",
    ("faltakt-server", "recovery make", "out"): "new file", ("faltakt-cli", "fetch", "reason"): "free",
}
# What is taken although it is not a person's doing: each with its reason.
TAKEN = {
    # The folder is made where it is not; here nobody answers at the server's address.
    ("faltakt-cli", "enrol", "--store"): {UNREACHABLE},
    # What is asked for is asked of the server.
    ("faltakt-cli", "fetch", "CASE"): {UNREACHABLE}, ("faltakt-cli", "fetch", "--reason"): {UNREACHABLE},
    # A device's name may be anything that is short enough.
    ("faltakt-cli", "enrol", "--name"): {UNREACHABLE},
    # A case that nobody has touched, a worker who has done nothing.
    ("faltakt-server", "log review", "--worker", "zeros"): {DONE}, ("faltakt-server", "log review", "--worker", "unknown"): {DONE},
    ("faltakt-server", "log review", "--case", "zeros"): {DONE}, ("faltakt-server", "log review", "--case", "unknown"): {DONE},
    # A file that begins with a line of 12 letters or more holds a passphrase.
    ("faltakt-server", "recovery open", "--pin-file"): {DONE},
}

# One right call of each verb without store and PIN. Words in braces are of the prepared world.
CLI = {
    "enrol": ["{code}"], "sync": [], "fetch": ["{case}", "--reason", "Samtal"], "quarantine": [], "deliver": [], "status": [],
    "agenda": [], "cases": [], "conflicts": [], "case": ["{case}"], "case new": ["--set", 'givenName="Kim"'],
    "new": ["{case}", "note", "--set", 'text="Hej"'], "set": ["{record}", "givenName", '"Kim"'],
    "resolve": ["{record}", "givenName", "--value", '"Kim"'], "sign": ["{record}"], "attach": ["{case}", "{photo}"],
    "attachments": ["{case}"], "attachment fetch": ["{attachment}", "{new file}"], "fhir questionnaire": ["audit"],
    "fhir export": ["{assessment}"], "fhir import": ["{response}"], "screen": ["audit", "--answers", "{answers}", "--case", "{case}"], "packs": [],
    "packs trust": ["{publisher}"], "identity": ["20000101-0008"],
    "deadline": ["--profile", "taby", "--rule", "investigation.open", "--from", "2026-01-02"], "calendar": ["2026"], "bench": [],
}
SERVER = {
    "init": ["--name", "Exempel"], "serve": ["--listen", "127.0.0.1:0"], "backup": ["{new file}"], "restore mark": [],
    "restore": ["{backup}"], "status": [], "recovery make": [], "recovery open": ["{key file}", "--key", "{recovery}"],
    "profile check": ["{profile}"], "profile show": ["taby"], "profile add": ["{profile}"], "profile list": [],
    "tenant add": ["Nykommun", "--profile", "taby"], "tenant list": [], "team add": ["Nya"], "team list": [],
    "worker add": ["Kim"], "worker role": ["{worker}", "--role", "caseworker"], "worker list": [],
    "device code": ["--worker", "{worker}"], "device list": [], "device revoke": ["{device}"], "device lock": ["{device}"],
    "device wipe": ["{device}"], "outbox take": ["{outbox}"], "case list": [], "case assign": ["{case}", "--worker", "{worker}"],
    "case unassign": ["{case}", "--worker", "{worker}"],
    "case deputy": ["{case}", "--worker", "{colleague}", "--from", TODAY, "--to", TODAY],
    "worker deputy": ["{worker}", "--deputy", "{colleague}", "--from", TODAY, "--to", TODAY],
    "case unprotect": ["{case}", "--by", "{worker}", "--with", "{colleague}", "--reason", "Bevisat"], "case close": ["{case}"],
    "package show": [], "package set": ["--days", "30"], "pack key": ["{new file}"], "pack sign": ["{pack}", "{new file}", "--key", "{key}"],
    "pack add": ["{signed pack}"], "pack list": [], "quarantine list": [], "quarantine show": ["{record}"],
    "lob import": ["{reports}"], "lob office": [], "letter list": [], "letter show": ["{record}"], "letter sent": ["{record}"],
    "stats": [], "alarm list": [], "alarm ack": ["{record}"], "log review": [], "demo load": [], "load": ["--devices", "1"],
}


@dataclass
class Call:
    name: str
    words: list
    allowed: frozenset
    given: bytes = None
    folder: str = None


@dataclass
class Verb:
    program: str
    name: str
    arguments: list
    options: dict  # name -> what stands for its value; None: a switch
    right: list


def output_of(*words):
    return subprocess.run(words, capture_output=True, text=True, timeout=60, check=True).stdout


def cli_verbs(world):
    program = world.place.program("faltakt-cli")
    listed = re.findall(r"^  (\S+(?: (?:questionnaire|export|import|new|fetch|trust))?)((?: [^\s a-z]\S*)*)  +\S", output_of(program, "--help"), re.M)
    verbs = []
    for name, arguments in listed:
        help_text = next(part for part in output_of(program, *name.split(), "--help").split("\n\n")
                         if re.match(rf"usage: faltakt-cli {name}(?= [^a-z]|$)", part, re.M))
        options = re.findall(r"^  --(\S+)(?: (\S+))?  ", help_text, re.M)
        verbs.append(Verb("faltakt-cli", name, arguments.split(), {option: value or None for option, value in options}, CLI.get(name)))
    return verbs


def server_verbs(world):
    program = world.place.program("faltakt-server")
    verbs = []
    for line in re.findall(r"^faltakt-server (?:--data DIR )?((?:[a-z]+ ?)+.*)$", output_of(program, "--help"), re.M):
        name = re.match(r"[a-z]+( [a-z]+)*", line).group()
        rest = line[len(name):]
        options = {option: value or None for option, value in re.findall(r"--(\S+?)(?: ([^\s\]]+))?(?=[\]\s]|$)", rest)}
        arguments = re.sub(r"\[?--.*", "", rest).split()
        verbs.append(Verb("faltakt-server", name, arguments, options, SERVER.get(name)))
    return verbs


def check_table(verbs, table, program):
    names = [verb.name for verb in verbs]
    require(sorted(names) == sorted(table), f"verbs of {program} without a right call here, or gone: {set(names) ^ set(table)}")


def hostile(world, kind):
    if kind == "file":
        return world.files, REFUSED
    if kind == "new file":
        return world.places, REFUSED
    if kind == "folder":
        return {**world.folders, "empty": b"", "a device": b"/dev/zero"}, REFUSED
    return KINDS[kind]


def kind_of(verb, place, placeholder):
    kinds = CLI_KINDS if verb.program == "faltakt-cli" else SERVER_KINDS
    if (verb.program, verb.name, place) in EXCEPTIONS:
        return EXCEPTIONS[verb.program, verb.name, place]
    require(placeholder in kinds, f"{verb.program} {verb.name}: nothing is known of {placeholder}")
    return kinds[placeholder]


class Maker:
    """Makes the wrong calls of one program."""

    # In every place; of the other texts each place gets two, in turn.
    EVERYWHERE = {"empty", "long", "not UTF-8", "control characters"}

    def __init__(self, world, program):
        self._turn = cycle(name for name in TEXTS if name not in self.EVERYWHERE)
        self._world = world
        self._program = program
        self.calls = []

    def add(self, verb, what, words, allowed, given=None):
        encoded = [word if isinstance(word, bytes) else word.encode() for word in words]
        name = f"{self._program} {verb.name if verb else ''}: {what}"
        path = self._world.place.program(self._program).encode()
        self.calls.append(Call(name, [path, *encoded], frozenset(allowed), given, self._world.scratch))

    def base(self, verb):
        """What a call needs besides its own words."""
        if self._program == "faltakt-server":
            return ["--data", NEW if verb.name == "init" else DATA]
        return ["--store", STORE, "--pin-file", self._world.pin_file] if "pin-file" in verb.options else \
            ["--store", STORE] if "store" in verb.options else []

    def right(self, verb):
        return [self._world.words.get(word, word) for word in verb.right]

    def usage(self, verb):
        right, base = self.right(verb), self.base(verb)
        self.add(verb, "an option that is none", [*verb.name.split(), *right, *base, "--zebra"], {WRONG_USAGE})
        self.add(verb, "an option that is none, with a value", [*verb.name.split(), *right, *base, "--zebra=1"], {WRONG_USAGE})
        if "[WHAT...]" not in verb.arguments:
            self.add(verb, "an argument too many", [*verb.name.split(), *right, *base, MARKER, MARKER, MARKER], {WRONG_USAGE})
        own = [word for word in right[:len(verb.arguments)]]
        for missing in range(len(own)):
            self.add(verb, f"only {missing} arguments", [*verb.name.split(), *right[:missing], *right[len(own):], *base], {WRONG_USAGE})
        for option, value in verb.options.items():
            if value is None:
                self.add(verb, f"--{option} with a value", [*verb.name.split(), *right, *base, f"--{option}={MARKER}"], {WRONG_USAGE})
                continue
            self.add(verb, f"--{option} without a value", [*verb.name.split(), *right, *base, f"--{option}"], {WRONG_USAGE})
            if option not in ("set", "with", "address") or self._program != "faltakt-cli" and option == "with" and "FILE" not in value:
                self.add(verb, f"--{option} twice",
                         [*verb.name.split(), *right, *base, f"--{option}", "1", f"--{option}", "2"], {WRONG_USAGE})

    def values(self, verb):
        right, base = self.right(verb), self.base(verb)
        for place, placeholder in enumerate(verb.arguments):
            if placeholder == "[WHAT...]":
                place, right = 0, [""]
            given, allowed = hostile(self._world, kind_of(verb, place, placeholder))
            for name, text in self.share(given).items():
                words = [*right[:place], text, *right[place + 1:]]
                # What begins with a dash is an option there.
                self.add(verb, f"{placeholder} {name}", [*verb.name.split(), *base, *words], self.allowed(verb, placeholder, name, allowed))
        for option, placeholder in verb.options.items():
            if placeholder is None:
                continue
            given, allowed = hostile(self._world, kind_of(verb, option, placeholder))
            for name, text in self.share(given).items():
                words = self.without(option, [*right, *base])
                self.add(verb, f"--{option} {name}", [*verb.name.split(), *words, f"--{option}".encode() + b"=" + text],
                         self.allowed(verb, "--" + option, name, allowed))

    @staticmethod
    def without(option, words):
        kept, skip = [], False
        for word in words:
            if skip:
                skip = False
            elif word == "--" + option:
                skip = True
            else:
                kept.append(word)
        return kept

    def share(self, given):
        """The part of them that this place gets."""
        if not set(TEXTS) <= set(given):
            return given
        turn = {next(self._turn), next(self._turn)}
        return {name: text for name, text in given.items() if name not in TEXTS or name in self.EVERYWHERE | turn}

    def allowed(self, verb, place, name, allowed):
        more = TAKEN.get((self._program, verb.name, place, name)) or TAKEN.get((self._program, verb.name, place)) or set()
        return allowed | more


def cli_calls(world):
    verbs = cli_verbs(world)
    check_table(verbs, CLI, "faltakt-cli")
    maker = Maker(world, "faltakt-cli")
    for name, text in TEXTS.items():
        maker.add(None, f"a verb that is none, {name}", [text], {WRONG_USAGE})
    maker.add(None, "no verb", [], {WRONG_USAGE})
    for verb in verbs:
        maker.usage(verb)
        maker.values(verb)
    return maker.calls


def server_calls(world):
    verbs = server_verbs(world)
    check_table(verbs, SERVER, "faltakt-server")
    maker = Maker(world, "faltakt-server")
    for name, text in TEXTS.items():
        maker.add(None, f"a verb that is none, {name}", ["--data", DATA, text], {WRONG_USAGE})
    maker.add(None, "no verb", [], {WRONG_USAGE})
    for verb in verbs:
        maker.usage(verb)
        maker.values(verb)
    return maker.calls


# What each option of the app must refuse, beside what every option refuses. It needs no display for these.
APP = {
    "data": [], "demo": [["--demo", "--data", "{folder}"]], "self-test": [["--self-test", "--scene", "zebra"], ["--self-test", "--look", "zebra"]],
    "gallery": [], "tour": [["--tour", "{file}"], ["--tour", "{file}/below"], ["--tour", ""], ["--tour", "{folder}", "--data", "{folder}"]],
    "scene": [["--tour", "{folder}", "--scene", "zebra"], ["--tour", "{folder}", "--scene", ""]],
    "look": [["--tour", "{folder}", "--look", "zebra"]],
    "pin-file": [["--tour", "{folder}", "--data", "{folder}", "--pin-file", "{folder}/missing"],
                 ["--tour", "{folder}", "--data", "{folder}", "--pin-file", "{folder}"]],
    "until-shown": [], "help": [], "help-all": [],
}


def app_calls(world):
    maker = Maker(world, "faltakt")
    listed = re.findall(r"^  (?:-\w, )?--(\S+)(?: <(\w+)>)?", output_of(world.place.program("faltakt"), "--help"), re.M)
    require({name for name, _ in listed} == set(APP), f"options of the app that nothing is said of here, or gone: {set(APP) ^ {n for n, _ in listed}}")
    for name, text in TEXTS.items():
        maker.add(None, f"an argument, {name}", ["--demo", text], {WRONG_USAGE})
        maker.add(None, f"an option that is none, {name}", [b"--zebra" + text], {WRONG_USAGE})
    given = {"{folder}": world.folder("pictures"), "{file}": world.files["text"].decode()}
    for name, value in listed:
        if value:
            maker.add(None, f"--{name} without a value", [f"--{name}"], {WRONG_USAGE})
        elif not name.startswith("help"):
            maker.add(None, f"--{name} with a value", [f"--{name}=1"], {WRONG_USAGE})
        for words in APP[name]:
            for mark, path in given.items():
                words = [word.replace(mark, path) for word in words]
            maker.add(None, " ".join(words[::2]) + f" {words[-1][-12:]}", words, REFUSED)
    return maker.calls
