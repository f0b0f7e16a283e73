#!/usr/bin/env python3
"""Content packs from the publisher's folder to the question on a device, with the real programs.

A publisher makes a key and signs AUDIT in other words; the administrator adds the pack; a device that enrolled after that asks in
these words after its next sync, keeps pack and version with the result, and goes on with a draft in the words that it was begun
with when the next version has come, as does a device that enrols later still. A device that enrolled before does not believe the server who the publisher is until its worker
types the code in. Whoever owns the server's folder and puts a pack of his own in there gets it onto no device.

Usage: packs.py BINARIES
"""

import json
import os
import signal
import subprocess
import sys

from programs import FAILED, PATIENCE, Device, Failure, Interview, Place, Server, make_municipality, require

HERE = os.path.dirname(os.path.abspath(__file__))
INSTRUMENTS = os.path.join(HERE, "..", "..", "assets", "instruments")
OWN_WORDS = "Hur vanligt är det att du dricker alkohol?"


def write_folder(place, name, version, words, extra=None, valid_from="2026-01-01"):
    """A publisher's folder: AUDIT in his words."""
    folder = place.file(name)
    os.mkdir(folder)
    with open(os.path.join(INSTRUMENTS, "audit.json"), encoding="utf-8") as file:
        audit = file.read()
    require(OWN_WORDS in audit and '"valueCode": "own"' in audit, "the shipped AUDIT is not what the test takes it to be")
    audit = audit.replace(OWN_WORDS, words).replace('"valueCode": "own"', '"valueCode": "official"', 1)
    description = {"id": "audit-official", "version": version, "title": "AUDIT i utgivarens ord",
                   "publisher": "Förlaget Provet", "licence": "Fri för kommuner", "validFrom": valid_from,
                   "languages": ["sv", "en"]}
    with open(os.path.join(INSTRUMENTS, "audit.vectors.json"), encoding="utf-8") as file:
        vectors = file.read()
    files = {"pack.json": json.dumps(description), "licence.txt": "Får användas av kommuner.\n", "audit.json": audit,
             "audit.vectors.json": vectors, **(extra or {})}
    for file_name, text in files.items():
        with open(os.path.join(folder, file_name), "w", encoding="utf-8") as file:
            file.write(text)
    return folder


def publisher(place, *words, expect=0):
    """faltakt-server without a data folder, as publishers use it."""
    done = subprocess.run([place.program("faltakt-server"), "pack", *words], capture_output=True, text=True,
                          timeout=PATIENCE, env=place.environment, stdin=subprocess.DEVNULL)
    require(done.returncode == expect, f"pack {' '.join(words)} ended with {done.returncode}: {done.stderr.strip()}")
    return json.loads(done.stdout) if done.stdout else done.stderr


def state_of(device, version="1"):
    packs = [pack for pack in device.run("packs") if pack["version"] == version]
    require(len(packs) == 1, f"{device.name} lists {packs}")
    return packs[0]["state"], packs[0]["reason"]


def screen(place, device, case):
    answers = place.write("answers.json", json.dumps({str(item): 0 for item in range(1, 11)}))
    return device.one("screen", "audit", "--answers", answers, "--case", case)


def signing(place):
    key = place.file("publisher.pem")
    made = publisher(place, "key", key)
    require(os.stat(key).st_mode & 0o777 == 0o600, "others may read the publisher's key")
    publisher(place, "key", key, expect=FAILED)
    folder = write_folder(place, "folder1", "1", "Första orden?")
    pack = place.file("first.pack")
    signed = publisher(place, "sign", "--key", key, folder, pack)
    require(signed["code"] == made["code"] and signed["instruments"] == ["audit 1.0.0"], f"signed: {signed}")
    again = place.file("again.pack")
    require(publisher(place, "sign", "--key", key, folder, again)["hash"] == signed["hash"], "signing twice gave two packs")
    publisher(place, "sign", "--key", key, folder, pack, expect=FAILED)
    publisher(place, "sign", folder, place.file("no.pack"), expect=2)
    publisher(place, "sign", "--key", key, folder, expect=2)
    wrong = write_folder(place, "wrong", "1", "x", {"audit.vectors.json": "{}"})
    publisher(place, "sign", "--key", key, wrong, place.file("no.pack"), expect=FAILED)
    with open(os.path.join(INSTRUMENTS, "audit.json"), encoding="utf-8") as file:
        other_points = file.read().replace('"valueDecimal": 1', '"valueDecimal": 3', 1)
    changed = write_folder(place, "changed", "1", "x", {"audit.json": other_points})
    said = publisher(place, "sign", "--key", key, changed, place.file("no.pack"), expect=FAILED)
    require("version of its own" in said, f"other points under our version: {said}")
    # A key that another tool made does as well.
    foreign = place.file("foreign.pem")
    subprocess.run(["openssl", "genpkey", "-algorithm", "ed25519", "-out", foreign], check=True, capture_output=True)
    stranger = place.file("stranger.pack")
    publisher(place, "sign", "--key", foreign, write_folder(place, "strange", "9", "Främlingens ord?"), stranger)
    return key, made["code"], pack, stranger


def run(place, server):
    _, workers = make_municipality(server)
    key, code, pack, stranger = signing(place)
    server.start()
    before, after = Device(place, "before"), Device(place, "after")
    before.enrol(server.one("device", "code", "--worker", workers[0])["code"])

    added = server.one("pack", "add", pack)
    require(added["code"] == code, f"added: {added}")
    server.admin("pack", "add", pack, expect=FAILED)
    server.admin("pack", "add", stranger, expect=FAILED)
    listed = server.one("pack", "list")
    require(listed["publisher"] == "Förlaget Provet" and listed["newest"] and listed["languages"] == ["sv", "en"],
            f"listed: {listed}")

    # A device of before the first pack: the server's word alone makes nobody trusted.
    before.one("sync")
    require(state_of(before) == ("refused", "unknownPublisher"), f"without a code: {state_of(before)}")
    before.run("packs", "trust", "0000-0000-0000-0000-0000", expect=FAILED)
    before.run("packs", "trust", code.lower().replace("-", " "))
    require(state_of(before) == ("inUse", None), f"with the code: {state_of(before)}")

    # One that enrolled after: the transfer is killed, goes on, and its interview asks in the new words.
    after.enrol(server.one("device", "code", "--worker", workers[1])["code"])
    case = after.one("case", "new", "--set", 'givenName="Kim"')["case"]
    own = screen(place, after, case)
    require(own["wording"] == "own" and "pack" not in own, f"before the sync: {own['wording']}")
    process = after.start("sync")
    process.send_signal(signal.SIGKILL)
    process.wait()
    require(after.one("sync").get("packsTaken") == 1, "the pack did not come")
    result = screen(place, after, case)
    require((result["wording"], result.get("pack")) == ("official", "audit-official 1"), f"with the pack: {result}")
    record = [r for r in after.records(case, "assessment") if r["record"] == result["record"]][0]
    require(record["fields"]["pack"] == "audit-official 1" and record["fields"]["version"] == "1.0.0",
            f"kept with the result: {record['fields']}")

    # A draft goes on with what it was begun with, though the next version has come.
    interview = Interview(after, "audit", case)
    draft = interview.next()["record"]
    interview.answer("1", 1)
    require(interview.next()["item"] == "2", "the second question did not come")
    interview.kill()
    second = place.file("second.pack")
    publisher(place, "sign", "--key", key, write_folder(place, "folder2", "2", "Andra orden?"), second)
    server.one("pack", "add", second)
    require(after.one("sync").get("packsTaken") == 1, "the second pack did not come")
    require(state_of(after, "2") == ("inUse", None) and state_of(after, "1")[0] == "superseded", "which is in use is wrong")
    require(screen(place, after, case)["pack"] == "audit-official 2", "a new screening is not by the new pack")
    interview = Interview(after, "audit", case, draft)
    require(interview.next()["item"] == "2", "the draft does not go on where it was")
    interview.answer("2", 0)
    interview.next()
    interview.kill()
    draft_fields = [r for r in after.records(case, "assessment") if r["record"] == draft][0]["fields"]
    require(draft_fields["pack"] == "audit-official 1", f"the draft changed its words: {draft_fields}")

    # The tablet is lost. The new one goes on with the draft in the words that it was begun with, asks by the version in force,
    # and is not kept from it by one of a later day.
    after.one("sync")
    later = place.file("later.pack")
    publisher(place, "sign", "--key", key, write_folder(place, "folder29", "2.9", "Sedan?", valid_from="2099-01-01"), later)
    server.one("pack", "add", later)
    new = Device(place, "new")
    new.enrol(server.one("device", "code", "--worker", workers[1])["code"])
    require(new.one("sync").get("packsTaken") == 3, "not all versions came")
    states = {version: state_of(new, version)[0] for version in ("1", "2", "2.9")}
    require(states == {"1": "superseded", "2": "inUse", "2.9": "notYet"}, f"on the new device: {states}")
    require(screen(place, new, case)["pack"] == "audit-official 2", "the new device does not ask by the version in force")
    interview = Interview(new, "audit", case, draft)
    require(interview.next()["item"] == "3", "the draft does not go on on the new device")
    interview.kill()

    # Who owns the server names a publisher of his own there; the devices that are enrolled do not believe him.
    mine = place.file("mine.pack")
    own_key = place.file("mine.pem")
    own_code = publisher(place, "key", own_key)["code"]
    publisher(place, "sign", "--key", own_key, write_folder(place, "mine", "3", "Mina ord?"), mine)
    server.one("pack", "add", mine, "--publisher", own_code)
    for device in (before, after):
        device.one("sync")
        require(state_of(device, "3") == ("refused", "unknownPublisher"), f"{device.name}: {state_of(device, '3')}")
    require(screen(place, after, case)["pack"] == "audit-official 2", "the former pack is not in use any more")

    # Trusted for his own packs he is not the one whose pack this is, until he is named for it.
    after.run("packs", "trust", own_code)
    require(state_of(after, "3") == ("refused", "otherPublisher"), f"trusted once: {state_of(after, '3')}")
    require(screen(place, after, case)["pack"] == "audit-official 2", "another publisher took the pack over")
    after.run("packs", "trust", own_code)
    require(state_of(after, "3") == ("inUse", None), f"named for it: {state_of(after, '3')}")
    server.stop()


def main(arguments):
    if len(arguments) != 2:
        print("usage: packs.py BINARIES", file=sys.stderr)
        return 2
    try:
        with Place(arguments[1]) as place, Server(place) as server:
            run(place, server)
    except Failure as failure:
        print("FAILED:", failure, file=sys.stderr)
        return 1
    print("a pack came from the publisher's folder into the interview, and nobody else's did")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv))
