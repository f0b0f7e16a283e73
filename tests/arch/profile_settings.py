#!/usr/bin/env python3
"""Every setting of a municipality's profile, and where it does something.

A setting that is read from the file and then by nobody promises what the program does not do. So each stands here once: with the
file that goes by it, or among those that are told to a person alone, on the card "Kommunens profil"."""

import json
import re
import sys
from pathlib import Path

RULES = "assets/deadlines/deadlines.json"
USED = {
    "targetAge": "sync/server/app/profile_facts.cpp",
    "minAge": "core/rules/report_ends.cpp",
    "followUpMonths": RULES,
    "followUp.atEnd": RULES,
    "followUp.atChange": "core/rules/agenda_help_rows.cpp",
    "followUp.asi": "core/rules/agenda_help_rows.cpp",
    "lob.enabled": "core/rules/lob_follow_up.cpp",
    "lob.contactAll": "core/rules/lob_follow_up.cpp",
    "lob.intensifyKnown": "core/rules/agenda_lob_rows.cpp",
    "lob.firstAttemptWorkingDays": RULES,
    "lob.attempts": RULES,
    "lob.attemptWindowDays": RULES,
    "lob.letterToAll": "core/rules/lob_clocks.cpp",
    "lob.letterWorkingDays": RULES,
    "lob.safetyCheckHours": RULES,
    "lob.safetyCheckUnderAge": RULES,
    "lob.repeatMeetingAt": "core/rules/lob_clocks.cpp",
    "lob.repeatInvestigationAt": "core/rules/lob_clocks.cpp",
    "letter.unit": "core/rules/letter_text.cpp",
    "letter.number": "core/rules/letter_text.cpp",
    "letter.address": "core/rules/letter_text.cpp",
    "letter.plain": "core/rules/letter_text.cpp",
    "letter.window": "core/rules/letter_text.cpp",
    "eviction.contactAtOnce": RULES,
    "reform.regionTreatsFrom": "core/rules/profile.cpp",
    "purge.keepDays": "core/rules/file_closing.cpp",
    "skipRule": "qml/viewmodels/interview/open_interview.cpp",
    "auditCCutoffSet": "qml/viewmodels/interview/open_interview.cpp",
    "scratchHours": "qml/viewmodels/workspace/open_store.h",
    "leaseDays": "sync/server/api/hello_service.cpp",
    "autoLockMinutes": "qml/viewmodels/lock/auto_lock.cpp",
    "fileSearch": "qml/viewmodels/people/timeline_list_model.cpp",
}
# What a worker reads and judges by herself, or what the office does.
TOLD = {
    "youngAdults.take", "youngAdults.acts", "youth.fromAge", "youth.toAge", "lawScope", "followUp.continuous", "carePlan.when",
    "implementationPlan.by", "implementationPlan.from", "implementationPlan.approved", "implementationPlan.everyDecision",
    "violence.ask", "violence.instrument", "violence.protectionFirst", "placement.openFirst", "placement.ownFirst",
    "placement.explainExternal", "placement.short", "housing.homelessnessIsGround", "trainingFlat.queue",
    "housingFirst.needsSupport", "homelessness.outreach", "service.simplified", "fee.residential", "fee.residentialLvm",
    "fee.openCare", "fee.keepsNorm", "fee.waiver", "delegation.document", "delegation.reportTo", "sip.system", "region",
}
SETTINGS = "core/rules/profile_settings.h"
WORDS = "core/rules/profile_words.cpp"
SCHEMA = "assets/schemas/profile.schema.json"


def load(root):
    """The files that the check reads, by their path."""
    return {path: (Path(root) / path).read_text(encoding="utf-8") for path in {SETTINGS, WORDS, SCHEMA, *USED.values()}}


def goes_by(text, path, name, member):
    """Whether the file reads that setting, and does not only name it."""
    if path == RULES:
        return re.search(rf'"(setting|needs)": "{re.escape(name)}"', text) is not None
    return re.search(rf"(ProfileSettings::|stated\.){member}\b", text) is not None


def check(files):
    members = dict(re.findall(r'visitor\("([^"]+)", &S::(\w+)\)', files[SETTINGS]))
    schema = set(json.loads(files[SCHEMA])["properties"]["settings"]["properties"])
    yield from (f"{name}: in the schema and not in the reader, or the other way round" for name in sorted(schema ^ set(members)))
    for name, member in members.items():
        if f'"{name}"' not in files[WORDS]:
            yield f"{name}: has no words on the card of the profile"
        if (name in USED) == (name in TOLD):
            yield f"{name}: say where it is used, or that it is told alone"
        elif name in USED and not goes_by(files[USED[name]], USED[name], name, member):
            yield f"{name}: {USED[name]} does not go by it"
    yield from (f"{name}: is no setting" for name in sorted((set(USED) | TOLD) - set(members)))


def main(arguments):
    if len(arguments) != 2:
        print("usage: profile_settings.py ROOT", file=sys.stderr)
        return 2
    findings = list(check(load(arguments[1])))
    for finding in findings:
        print(finding)
    print(f"profile settings: {len(USED)} used, {len(TOLD)} told, {len(findings)} findings")
    return 1 if findings else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv))
