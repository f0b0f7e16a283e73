#!/usr/bin/env python3
"""The four shipped profiles against what their guidelines say, row by row.

The table was written from the guidelines by hand, apart from the files: it counts and compares, and shares no code with
what reads profiles. A cell maps a place in the file, without its parents, to what has to stand there; Unset: the
guideline does not say, so nothing may stand there. Usage: profile_rows.py ROOT. Prints one line for each finding.
"""

import json
import os
import sys

N, T, F, V = "norsjo", "taby", "flen", "vasterbotten"
Unset = object()


class Codes:
    """A list has exactly these codes (or rules), in any order; with a suffix, these values of that member."""

    def __init__(self, *codes, **values):
        self.expected = dict.fromkeys(codes, Unset) | values


def value(figure):
    return {"value": figure}


AGE, FOLLOW_UP = "settings.targetAge", "settings.followUpMonths"
PLAN, CARE_PLAN = "settings.implementationPlan.", "settings.carePlan.when"
ROWS = {
    "kind": {N: {"kind": "municipality", "parent": V}, V: {"kind": "county", "parent": Unset},
             **{p: {"kind": "municipality", "parent": Unset} for p in (T, F)}},
    "law version": {N: {"lawVersion": "2001:453"}, T: {"lawVersion": "2025:400"}, F: {"lawVersion": "2001:453"}, V: {"lawVersion": "2001:453"}},
    "board and unit": {
        N: {"bodies": Codes("executiveBoard", "socialBoard", "committee", "ifo", "preventionCouncil")},
        T: {"bodies": Codes("socialBoard", "socialCommittee", "socialCare", "providers")},
        F: {"bodies": Codes("socialAndLabourBoard", "nova", "jointReception", "varnas")},
        V: {"bodies": Codes("countyGroup")},
    },
    "target age": {
        N: {AGE: 18, "settings.minAge": 18, "settings.youngAdults.acts": ["lvu", "lvm"], "settings.youngAdults.take": Unset},
        T: {AGE: 20, "settings.youngAdults.take": "longContact", "settings.minAge": Unset},
        F: {AGE: 18, "settings.minAge": 18, "settings.youngAdults.acts": ["lvu", "lvm"]},
        V: {AGE: Unset, "settings.minAge": Unset, "settings.youth.fromAge": 12, "settings.youth.toAge": 18},
    },
    "substances": {
        N: {"substances": Codes(alcohol="care", drugs="care", medicines="care", gambling="care", tobacco="prevention", doping="prevention")},
        T: {"substances": Codes(alcohol="care", drugs="care", medicines="care", gambling="care", doping="care")},
        F: {"substances": Codes(alcohol="care", drugs="care", doping="care", gambling="care", sex="outside", food="outside", shopping="outside")},
        V: {"substances": Codes(alcohol="care", drugs="care", medicines="care", doping="care")},
    },
    "law scope": {N: {"settings.lawScope": ["sol", "lvm", "lvu"]}, T: {"settings.lawScope": ["sol", "lvm", "lob"]}, F: {"settings.lawScope": ["sol"]}, V: {"settings.lawScope": Unset}},
    "safety check": {N: {"settings.lob.safetyCheckHours": 24}, **{p: {"settings.lob.safetyCheckHours": Unset} for p in (T, F, V)}},
    "instruments": {
        N: {"instruments": Codes("asi", "audit", "dudit", "adad", "nods", "freda")},
        T: {"instruments": Codes("asi", "addis", "net-plan")},
        F: {"instruments": Codes("asi-grund", "asi-uppfoljning")},
        V: {"instruments": Codes(audit=1, dudit=3, asi=1, addis=3, scid=3, mini=3, dok=6, adad=4),
            "tests": Codes(**{"etg-ets": 2, "urine-alcohol": 7, "peth-cdt": 2, "gt-asat-alat": 3, "mcv": 10, "urine-drugs": 1, "near-patient": 5, "saliva": 7, "doping": Unset})},
    },
    "violence": {
        N: {"settings.violence.ask": True, "settings.violence.instrument": "freda"},
        T: {"settings.violence.ask": True, "settings.violence.instrument": Unset},
        F: {"settings.violence.protectionFirst": True, "settings.violence.instrument": Unset},
        V: {"settings.violence.instrument": Unset, "settings.violence.ask": Unset},
    },
    "follow-up": {
        N: {FOLLOW_UP: 6},
        T: {FOLLOW_UP: 3, "settings.followUp.atEnd": True, "settings.followUp.atChange": True},
        F: {FOLLOW_UP: 6, "settings.followUp.atEnd": Unset},
        V: {FOLLOW_UP: Unset, "settings.followUp.continuous": True},
    },
    "ASI at follow-up": {N: {"settings.followUp.asi": Unset}, T: {"settings.followUp.asi": "always"}, F: {"settings.followUp.asi": "whereGrund"}, V: {"settings.followUp.asi": "whereGrund"}},
    "care plan": {N: {CARE_PLAN: "everyDecision"}, T: {CARE_PLAN: "outOfHome"}, F: {CARE_PLAN: Unset}, V: {CARE_PLAN: "homeHealthCare"}},
    "implementation plan": {
        N: {PLAN + "by": "provider", PLAN + "from": "carePlan", PLAN + "approved": Unset},
        T: {PLAN + "by": "provider", PLAN + "approved": True, PLAN + "from": "order"},
        F: {PLAN + "everyDecision": True, PLAN + "by": Unset},
        V: {PLAN + "by": Unset, PLAN + "from": Unset, PLAN + "approved": Unset, PLAN + "everyDecision": Unset},
    },
    "placement": {
        N: {"settings.placement.short": True, "settings.placement.openFirst": "assessed", "deadlines.placement.review": Unset},
        T: {"settings.placement.openFirst": "tried", "deadlines.placement.review": (3, "months")},
        F: {"settings.placement.ownFirst": True, "settings.placement.explainExternal": True, "deadlines.placement.review": Unset},
        V: {"settings.placement.openFirst": Unset, "settings.placement.short": Unset},
    },
    "training flat": {
        N: {"settings.housing.homelessnessIsGround": False, "deadlines.trainingFlat.end": Unset, "settings.trainingFlat.queue": Unset},
        T: {"settings.housing.homelessnessIsGround": False, "settings.trainingFlat.queue": True, "deadlines.trainingFlat.end": (4, "years")},
        F: {"settings.housing.homelessnessIsGround": Unset, "deadlines.trainingFlat.end": Unset},
        V: {"settings.housing.homelessnessIsGround": Unset},
    },
    "housing first": {N: {"methods": Unset}, T: {"settings.housingFirst.needsSupport": True}, F: {"settings.housingFirst.needsSupport": Unset},
                      V: {"methods": Codes(housingFirst=4, careChain=4, housingSupport=4, housingStaircase=8)}},
    "insatser after a need test": {
        # Norsjö's thirteen and kontraktsvård, which has a heading of its own among them.
        N: {"needed": ["contactPerson", "contractCare", "familyHome", "gambling", "housingSupport", "qualifiedContactPerson", "relatives",
                       "selfCateringHousing", "sis", "socialContract", "structuredOutpatient", "supportedHousing", "testing", "treatmentHome"]},
        T: {"needed": ["careHousing", "caseManager", "contractCare", "cra", "familyHome", "gamblingProgramme", "housingFirst", "hvb", "kb", "mi",
                       "occupation", "relapsePrevention", "supportCoach", "supportedHousing", "trainingFlat", "twelveStep"]},
        F: {"needed": ["aftercare", "cbt", "cra", "familyHome", "hvb", "met", "twelveStep", "varnas"]},
        V: {"needed": []},
    },
    "responsibilities": {V: {"municipal tasks": 18, "regional tasks": 15}},
    "without need test": {
        N: {"open": ["advice"]}, T: {"open": ["advice", "dagcentralen", "openTalks", "relativesProgramme"]},
        F: {"open": ["malva", "relativesAdvice", "relativesDays", "supportTalks"]}, V: {"open": ["advice", "information"]},
    },
    "LOB": {
        N: {f"settings.lob.{name}": Unset for name in ("enabled", "contactAll", "letterToAll", "intensifyKnown")},
        T: {"settings.lob.enabled": True, "settings.lob.contactAll": True, "settings.lob.letterToAll": True, "settings.lob.letterWorkingDays": Unset, "settings.lob.firstAttemptWorkingDays": Unset},
        F: {f"settings.lob.{name}": Unset for name in ("enabled", "contactAll", "letterToAll", "intensifyKnown")},
        V: {"settings.lob.enabled": True, "settings.lob.intensifyKnown": True, "settings.lob.letterToAll": Unset},
    },
    "eviction": {T: {"settings.eviction.contactAtOnce": True, "deadlines.eviction.recover": (3, "weeks")}, F: {"settings.homelessness.outreach": True, "deadlines.eviction.recover": Unset},
                 N: {"deadlines.eviction.recover": Unset}, V: {"deadlines": Unset}},
    "service": {T: {"settings.service.simplified": True, "deadlines.service.control": (1, "workingDays"), "deadlines.service.deemed": (2, "weeks"), "deadlines.appeal.arriveSimplified": (5, "weeks")},
                **{p: {"settings.service.simplified": Unset} for p in (N, F, V)}},
    "appeal": {N: {"deadlines.appeal.arrive": (3, "weeks")}, T: {"deadlines.appeal.arrive": (3, "weeks")}, F: {"deadlines.appeal.arrive": Unset}},
    "fee": {N: {"settings.fee.residential": True, "settings.fee.residentialLvm": True, "settings.fee.openCare": Unset},
            F: {"settings.fee.residential": True, "settings.fee.openCare": False, "settings.fee.keepsNorm": True, "settings.fee.waiver": True},
            **{p: {"settings.fee.residential": Unset, "settings.fee.openCare": Unset} for p in (T, V)}},
    "delegation": {N: {"settings.delegation.document": "Norsjö kommuns delegationsordning", "delegations.lvuReview": "committee"},
                   T: {"settings.delegation.reportTo": "socialBoard", "delegations.lvmCustody": "committee", "delegations.lvmApplication": "board", "delegations.lvmCustodyUrgent": "chair"},
                   F: {"settings.delegation.document": "Gällande delegationsordning", "delegations": Unset}, V: {"settings.delegation.document": Unset, "delegations": Unset}},
    "transfer": {N: {"deadlines.transfer.reply": (1, "months")}, T: {"deadlines.transfer.reply": Unset}, F: {"deadlines.transfer.reply": Unset}},
    "lex Sarah, god man, agent": {T: {"texts has": ["lexSarah", "godMan", "agent"]}, **{p: {"texts lacks": ["lexSarah", "godMan", "agent"]} for p in (N, F, V)}},
    "SIP system": {V: {"settings.sip.system": "Prator"}, **{p: {"settings.sip.system": Unset} for p in (N, T, F)}},
    "contacts": {N: {"contacts": Codes("ifo", "regionPsychiatry", "police")}, T: {"contacts": Codes("dagcentralen", "providers")}, F: {"contacts": Codes("nova", "varnas", "malva", "regionSormland")},
                 V: {"contacts": Codes("dopingAdvice", "tneSkelleftea", "tneUmea", "lycksele", "cottageHospitals", "fouValfard"), "numbers": {"dopingAdvice": "019-602 33 60"}}},
    "region": {T: {"settings.region": "Stockholm", "unconfirmed": ["settings.region"]}, F: {"settings.region": "Sörmland"}, V: {"settings.region": "Västerbotten"}},
    "data keeping": {**{p: {"settings.purge.keepDays": [5, 15, 25]} for p in (N, T, F)}, V: {"settings.purge.keepDays": Unset}},
    "reform": {p: {"settings.reform.regionTreatsFrom": Unset} for p in (N, T, F, V)},
    "rules without figure": {N: {"rules": ["birth.decide", "placement.openFirst", "sip.review"]}, T: {"rules": ["placement.openFirst"]}, F: {"rules": ["aftercare.offer", "placement.openFirst", "supportTalks.count"]}},
    "talks": {T: {"talks": {"gamblingProgramme": (8, 10, False)}}, F: {"talks": {"supportTalks": (5, 5, True)}}, N: {"talks": {}}, V: {"talks": {}}},
    "gambling": {T: {"deadlines.gambling.programme": (3, "months")}, N: {"deadlines.gambling.programme": Unset}},
    "LVU review": {N: {"deadlines.lvu.review": (6, "months")}, F: {"deadlines.lvu.review": Unset}},
}


def elements(profile, name):
    return {element.get("code", element.get("rule")): element for element in profile.get(name, [])}


def found(profile, place):
    """What stands at a place, or Unset."""
    insatser = profile.get("insatser", [])
    if place == "needed":
        return sorted(insats["code"] for insats in insatser if insats["needTest"] == "required")
    if place == "open":
        return sorted(insats["code"] for insats in insatser if insats["needTest"] == "none")
    if place == "talks":
        return {i["code"]: (i["talks"]["from"], i["talks"]["to"], i["talks"].get("about", False)) for i in insatser if "talks" in i}
    if place.endswith(" tasks"):
        by = {"municipal tasks": "municipality", "regional tasks": "region"}[place]
        return sum(task["by"] == by for task in profile.get("responsibilities", []))
    if place == "rules":
        return sorted(each["rule"] for each in profile.get("deadlines", []) if "value" not in each)
    if place == "numbers":
        return {code: each["number"]["value"] for code, each in elements(profile, "contacts").items() if "number" in each}
    if place == "unconfirmed":
        return ["settings." + name for name, setting in profile["settings"].items() if setting["confidence"] == "unconfirmed"]
    head, _, rest = place.partition(".")
    if head == "settings":
        return profile["settings"][rest]["value"] if rest in profile["settings"] else Unset
    if head == "deadlines" and rest:
        deadline = elements(profile, "deadlines").get(rest)
        return (deadline["value"], deadline["unit"]) if deadline else Unset
    if head == "delegations" and rest:
        return elements(profile, "delegations").get(rest, {}).get("decider", Unset)
    return profile.get(place, Unset)


def differs(profile, place, expected):
    if place in ("texts has", "texts lacks"):
        there = elements(profile, "texts")
        return any((code in there) != (place == "texts has") for code in expected)
    if isinstance(expected, Codes):
        there = elements(profile, place)
        member = "scope" if place == "substances" else "priority"
        values = {code: each.get(member, Unset) for code, each in there.items()}
        if all(wanted is Unset for wanted in expected.expected.values()):
            return set(values) != set(expected.expected)
        return values != expected.expected
    return found(profile, place) is not expected and found(profile, place) != expected


def main(arguments):
    root = arguments[1]
    findings, cells = [], 0
    for name in (N, T, F, V):
        with open(os.path.join(root, "assets", "profiles", name + ".json"), encoding="utf-8") as file:
            profile = json.load(file)
        for row, by_profile in ROWS.items():
            for place, expected in by_profile.get(name, {}).items():
                cells += 1
                if differs(profile, place, expected):
                    shown = "unset" if expected is Unset else getattr(expected, "expected", expected)
                    findings.append(f"{name}: {row}: {place}: expected {shown}")
    for finding in findings:
        print(finding)
    print(f"profile_rows: {len(ROWS)} rows, {cells} cells, {len(findings)} findings")
    return 1 if findings else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv))
