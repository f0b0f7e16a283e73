"""What a reference of assets/coverage/coverage.json may name: everything of its type that is in the tree, and what of it
a program reads."""

import json
import re
from pathlib import Path

KIND = re.compile(r'"(\w+)".*?\b(\w+Fields)\b', re.DOTALL)
FIELDS = re.compile(r"FieldSchema (\w+)\[\] = \{(.*?)^\};", re.MULTILINE | re.DOTALL)
FIELD = re.compile(r'(?:\b[a-zA-Z]+\(|\.name = )"(\w+)"')
CODES = re.compile(r"std::array<Code, \d+> (\w+) = \{(.*?)\};", re.DOTALL)
SERVER_VERB = re.compile(r'^ {8}\{"([a-z ]+)",', re.MULTILINE)
CLIENT_VERB = re.compile(r'(?:storeCommand\(\s*\{|^ {8}\{)"([a-z ]+)",', re.MULTILINE)
PROFILE_FORMAT = re.compile(r"SupportedFormat = (\d+)")
# Where a profile keeps what a reference TYPE:PROFILE/CODE names.
PROFILE_LISTS = {
    "insats": "insatser",
    "contact": "contacts",
    "body": "bodies",
    "method": "methods",
    "responsibility": "responsibilities",
    "delegation": "delegations",
    "test": "tests",
    "text": "texts",
}
# The folder that has to be compiled into a program before its content counts as being in the app.
COMPILED_FROM = {"deadline": "assets/deadlines", "law": "assets/law", "form": "assets/forms", "template": "assets/templates"}


def read(path):
    return json.loads(path.read_text(encoding="utf-8"))


def sources(root, folder, *patterns):
    return "\n".join(path.read_text(encoding="utf-8") for pattern in patterns for path in sorted((root / folder).glob(pattern)))


def names(path, member, key):
    return {entry[key] for entry in read(path)[member]} if path.exists() else set()


def stems(folder, pattern):
    return {path.name.split(".")[0] for path in folder.glob(pattern)}


def kinds_and_fields(text):
    kinds = dict(KIND.findall(text[text.find("KindSchema Kinds[]") :]))
    arrays = {name: set(FIELD.findall(body)) for name, body in FIELDS.findall(text)}
    return set(kinds), {f"{kind}/{field}" for kind, array in kinds.items() for field in arrays.get(array, ())}


def listed_codes(text):
    return {f"{name}/{code}" for name, body in CODES.findall(text) for code in re.findall(r'"(\w+)"', body)}


def profile_entries(profiles, member):
    for profile in profiles:
        yield from (f"{profile['id']}/{entry['code']}" for entry in profile.get(member, []) if entry.get("off") is not True)


class Tree:
    """`known`: type → every name of it. `unread`: those that stand in data which no program reads yet."""

    def __init__(self, root):
        root = Path(root)
        assets = root / "assets"
        profiles = [read(path) for path in sorted((assets / "profiles").glob("*.json"))]
        kinds, fields = kinds_and_fields(sources(root, "core/casework", "schema_*.h", "schema_*.cpp", "record_schema*.cpp"))
        server = SERVER_VERB.findall(sources(root, "sync/server/app", "verbs*.cpp"))
        client = CLIENT_VERB.findall(sources(root, "sync/cli", "command_table*.cpp"))
        self.known = {
            "card": names(assets / "guidance" / "guidance.json", "cards", "id"),
            "instrument": stems(assets / "instruments", "*.json"),
            "form": stems(assets / "forms", "*.json"),
            "deadline": names(assets / "deadlines" / "deadlines.json", "rules", "id"),
            "law": names(assets / "law" / "law-map.json", "subjects", "code"),
            "template": names(assets / "templates" / "templates.json", "templates", "code"),
            "setting": set(read(assets / "schemas" / "profile.schema.json")["properties"]["settings"]["properties"]),
            "kind": kinds,
            "field": fields,
            "code": listed_codes(sources(root, "core/casework", "record_codes*.h")),
            "verb": {f"{program}/{verb.replace(' ', '-')}" for program, verbs in (("server", server), ("cli", client)) for verb in verbs},
            "page": stems(root / "qml" / "screens", "**/*.qml"),
        }
        # What a municipality fills in itself where no guideline says anything: it gives the file to its server.
        self.known["list"] = set(PROFILE_LISTS.values()) if "server/profile-add" in self.known["verb"] else set()
        for type_name, member in PROFILE_LISTS.items():
            self.known[type_name] = set(profile_entries(profiles, member))
        emergency = {f"emergency/{code}" for code in names(assets / "guidance" / "emergency.json", "contacts", "code")}
        self.known["contact"] |= emergency
        self.unread = self.find_unread(root, profiles)
        self.unread["contact"] -= emergency

    def find_unread(self, root, profiles):
        unread = {type_name: set() for type_name in self.known}
        rules = sources(root, "core/rules", "*.h", "*.cpp")
        compiled = sources(root, ".", "core/*/CMakeLists.txt", "core/*/*.qrc")
        for type_name, folder in COMPILED_FROM.items():
            if folder not in compiled:
                unread[type_name] |= self.known[type_name]
        # The clocks after a LOB report were code before they were data.
        unread["deadline"] -= set(re.findall(r'Rule\{"([A-Za-z.]+)"', rules))
        newest = max(map(int, PROFILE_FORMAT.findall(sources(root, "core/rules", "profile_reader*.cpp"))), default=0)
        readable = all(profile["format"] <= newest for profile in profiles)
        for type_name, member in PROFILE_LISTS.items():
            if not readable or f'"{member}"' not in rules:
                unread[type_name] |= self.known[type_name]
        unread["setting"] |= {name for name in self.known["setting"] if not readable or f'"{name}"' not in rules}
        unread["instrument"] |= {name for name in self.known["instrument"] if f"assets/instruments/{name}.json" not in compiled}
        return unread
