"""When each deadline is due and where it stands, as read in statutes and guidelines; no data file is read here."""

from datetime import date, datetime, timedelta, timezone

from almanac import DAY, backward, midnight, onward, same_day, swedish_hours, walk, working

DEFAULT = "Förval, inte lag"


class Refused(Exception):
    """The rule does not answer; the text is the key, setting or member that is the reason."""


class Asked:
    """One question: when did it start, what is known besides, what has the municipality decided."""

    def __init__(self, example):
        text = example["from"]
        self.moment = None
        if len(text) == len("2026-10-13"):
            self.day = date.fromisoformat(text)
        else:
            self.moment = datetime.fromisoformat(text.replace("Z", "+00:00")).astimezone(timezone.utc)
            self.day = (self.moment + timedelta(hours=swedish_hours(self.moment))).date()
        self.known = example.get("with", {})
        self.decided = example.get("settings", {})
        self.stated = example.get("stated")

    def setting(self, name, otherwise=None):
        value = self.decided.get(name, otherwise)
        if value is None or value is False:
            raise Refused(name)
        return value

    def must_be_stated(self):
        if self.stated is None:
            raise Refused("stated")

    def stated_end(self, otherwise=None):
        """As far from the start as the municipality says of this rule, else our own (count, unit)."""
        count, unit = (self.stated["value"], self.stated["unit"]) if self.stated else otherwise or (None, None)
        if count is None:
            raise Refused("stated")
        return self.end_of(count, unit)

    def end_of(self, count, unit):
        if unit == "workingDays":
            return working(self.day, count)
        if unit in ("days", "weeks"):
            return walk(self.day, count * {"days": 1, "weeks": 7}[unit])
        return same_day(self.day, count * {"months": 1, "years": 12}[unit])

    def key(self, name):
        if name not in self.known:
            raise Refused(name)
        return self.known[name]

    def key_day(self, name):
        return date.fromisoformat(self.key(name))

    def given(self, name):
        """A day that somebody has set; it cannot lie before the start."""
        if name not in self.known:
            return None
        if self.key_day(name) < self.day:
            raise Refused(name)
        return self.key_day(name)

    def age(self, below=21, from_age=0):
        if not from_age <= self.key("age") < below:
            raise Refused("age")

    def yes(self, name):
        if self.key(name) != "yes":
            raise Refused(name)

    def not_before(self, text):
        if self.day < date.fromisoformat(text):
            raise Refused("from")


def at_once(asked):
    return asked.moment or asked.day


def that_day(asked):
    return asked.day


def nothing(asked):
    return None


def hours_after(asked, count):
    return (asked.moment or midnight(asked.day)) + timedelta(hours=count)


def with_setting(name, count):
    def counted(asked):
        asked.setting(name)
        return count(asked)

    return counted


def if_stated(count):
    def counted(asked):
        asked.must_be_stated()
        return count(asked)

    return counted


def from_day(text, count):
    def counted(asked):
        asked.not_before(text)
        return count(asked)

    return counted


def safety_check(asked):
    asked.age()
    return at_once(asked)


def safety_check_limit(asked, from_age):
    asked.age(asked.decided.get("lob.safetyCheckUnderAge", 21), from_age)
    return hours_after(asked, asked.setting("lob.safetyCheckHours"))


def pre_assessment(asked):
    asked.age()
    if asked.known.get("open", "no") == "yes":
        raise Refused("open")
    return asked.given("extendedTo") or walk(asked.day, 14)


def lob_pre_assessment(asked):
    asked.age()
    return walk(asked.day, 14)


def told(count):
    def counted(asked):
        asked.yes("told")
        return count(asked)

    return counted


def simplified_appeal(asked):
    """Two weeks until the person is deemed served, and three from then on."""
    return onward(asked.stated_end() if asked.stated else walk(walk(asked.day, 14), 21))


def unexecuted(asked):
    start = max(asked.day, asked.key_day("interrupted")) if "interrupted" in asked.known else asked.day
    return same_day(start, 3)


def unexecuted_quarter(asked):
    ran_out = unexecuted(asked)
    while (ran_out + DAY).month not in (1, 4, 7, 10) or (ran_out + DAY).day != 1:
        ran_out += DAY
    return ran_out


def recovered(asked):
    return onward(walk(max(asked.day, asked.key_day("notified")), 21))


def custody_report(asked):
    asked.key("meeting")
    return asked.given("meeting")


def feedback(asked):
    asked.not_before("2026-01-15")
    return walk(asked.day, 7)


def feedback_before(asked):
    if asked.day > date(2026, 1, 14):
        raise Refused("until")


def purge(asked):
    return date(same_day(asked.day, 60).year + 1, 12, 31)


def birth(asked):
    expected = asked.key_day("expected")
    asked.must_be_stated()
    return min(asked.stated_end((4, "weeks")), expected)


def reminder(asked):
    return walk(asked.day, -(asked.stated["value"] if asked.stated else 30))


def first_attempt(asked):
    if asked.known.get("number", "yes") != "yes":
        raise Refused("number")
    return working(asked.day, asked.setting("lob.firstAttemptWorkingDays", 3))


def attempt(asked):
    attempts, window = asked.setting("lob.attempts", 3), asked.setting("lob.attemptWindowDays", 14)
    number, last = asked.key("attempt"), asked.key_day("last")
    if number > attempts:
        raise Refused("attempt")
    share = window * (number - 1) // (attempts - 1)
    return max(backward(walk(asked.day, share)), working(last, 1))


# When each rule is due, as read in the paragraph or guideline named behind it.
DUE = {
    "investigation.open": at_once,
    "safetyCheck.atOnce": safety_check,
    "safetyCheck.limit": lambda asked: safety_check_limit(asked, 18),  # Norsjö: 24 hours, 18 to 20
    "preAssessment.decide": pre_assessment,
    "childInvestigation.end": lambda asked: asked.given("extendedTo") or same_day(asked.day, 4),
    "investigation.noFixedTime": nothing,
    "investigation.slow": nothing,
    "investigation.mayDemand": lambda asked: same_day(asked.day, 6),
    "investigation.answerDemand": lambda asked: walk(asked.day, 28),
    "communication.reply": lambda asked: asked.given("reply") or onward(asked.stated_end((14, "days"))),
    "communication.exceptions": nothing,
    "decision.validAtOnce": at_once,
    "appeal.arrive": lambda asked: onward(walk(asked.day, 21)),
    "appeal.arrivePublic": lambda asked: onward(walk(asked.day, 21)),
    "service.control": told(lambda asked: asked.stated_end((1, "workingDays"))),
    "service.deemed": told(lambda asked: asked.stated_end((2, "weeks"))),
    "appeal.arriveSimplified": told(simplified_appeal),
    "appeal.dismissLate": nothing,
    "appeal.forward": nothing,
    "delegation.report": nothing,
    "decision.unexecuted": unexecuted,
    "decision.unexecutedQuarter": unexecuted_quarter,
    "decision.executedReport": nothing,
    "insats.followUp": lambda asked: same_day(asked.day, asked.setting("followUpMonths")),  # Norsjö, Flen 6; Täby 3
    "insats.followUpAtEnd": with_setting("followUp.atEnd", that_day),
    "lvu.review": lambda asked: same_day(asked.day, 6),
    "placement.review": lambda asked: asked.stated_end(),  # Täby: 3 months
    "placement.openFirst": if_stated(nothing),
    "trainingFlat.end": lambda asked: asked.stated_end(),  # Täby: 4 years
    "gambling.programme": lambda asked: asked.stated_end(),  # Täby: 3 months
    "supportTalks.count": if_stated(nothing),  # Flen, about 5
    "eviction.contact": with_setting("eviction.contactAtOnce", at_once),
    "eviction.recover": recovered,
    "eviction.decide": lambda asked: working(recovered(asked), 2),
    "eviction.confirm": from_day("2025-07-01", that_day),
    "lvm.bringUp": at_once,
    "lvm.open": at_once,
    "lvm.doctor": nothing,
    "lvm.contents": nothing,
    "lvm.criteria": nothing,
    "lvm.application": nothing,
    "lvm.custodyGrounds": nothing,
    "lvm.custodyReport": custody_report,
    "lvm.custodySubmit": lambda asked: walk(asked.day, 1),
    "lvm.custodyTest": lambda asked: walk(asked.day, 4),
    "lvm.custodyTestLimit": lambda asked: walk(asked.day, 7),
    "lvm.apply": lambda asked: walk(asked.day, 7),
    "lvm.hearing": lambda asked: walk(asked.day, 7),
    "lvm.careStart": lambda asked: walk(asked.day, 28),
    "lvm.careEnd": lambda asked: same_day(asked.day, 6),
    "lvm.decider": nothing,
    "transfer.answer": at_once,
    "transfer.reply": lambda asked: same_day(asked.day, 1),
    "transfer.ivo": lambda asked: same_day(asked.day, 3),
    "transfer.appeal": nothing,
    "sip.start": at_once,
    "concern.report": at_once,
    "concern.feedback": feedback,
    "concern.feedbackOnRequest": feedback_before,
    "lexSarah.report": at_once,
    "lexSarah.investigate": at_once,
    "lexSarah.ivo": nothing,
    "godMan.notify": nothing,
    "fee.cap": from_day("2025-07-01", nothing),
    "laro.dependence": lambda asked: same_day(asked.day, 12),
    "laro.handOut": lambda asked: same_day(asked.day, 3),
    "lvu.mayBegin": lambda asked: same_day(asked.day, 20 * 12) - DAY,
    "lvu.mustEnd": lambda asked: same_day(asked.day, 21 * 12),
    "purge.file": purge,
    "lob.policeNotice": lambda asked: asked.stated_end((1, "workingDays")),
    "ivo.fine": from_day("2026-01-01", nothing),
    "decision.end": lambda asked: backward(reminder(asked)),
    "sip.review": that_day,
    "plan.review": that_day,
    "consent.end": that_day,
    "aftercare.offer": if_stated(that_day),
    "birth.decide": birth,
    "assessment.feedback": lambda asked: walk(asked.day, 7),
    "asi.followUp": lambda asked: same_day(asked.day, 12),
    "coordination.rests": lambda asked: date(asked.day.year + 5, 12, 31),
    "lob.register": that_day,
    "lob.safetyCheck": safety_check,
    "lob.safetyCheckLimit": lambda asked: safety_check_limit(asked, 0),
    "lob.preAssessment": lob_pre_assessment,
    "lob.firstAttemptAim": lambda asked: working(asked.day, 1),
    "lob.firstAttempt": first_attempt,
    "lob.attempt": attempt,
    "lob.letter": lambda asked: working(asked.day, asked.setting("lob.letterWorkingDays", 5)),
    "lob.conclude": lambda asked: working(asked.day, 1),
}

# Paragraph before and from 1 July 2025, when the new Social Services Act came into force.
OF_SOL = {
    "investigation.open": ("11:1", "14:2"),
    "safetyCheck.atOnce": ("11:1 a", "20:1"),
    "lob.safetyCheck": ("11:1 a", "20:1"),
    "preAssessment.decide": ("11:1 a", "20:2"),
    "lob.preAssessment": ("11:1 a", "20:2"),
    "childInvestigation.end": ("11:2", "20:3"),
    "decision.validAtOnce": ("16:3–4", "35:5"),
    "decision.unexecuted": ("16:6 f–i", "34:1"),
    "decision.executedReport": ("16:6 f–i", "34:2"),
    "lvm.decider": ("10:4–6", "30:9"),
    "transfer.answer": ("2 a:10", "29:10"),
    "transfer.reply": ("2 a:11", "29:11"),
    "transfer.ivo": ("2 a:11", "29:11"),
    "transfer.appeal": ("16:3–4", "35:2"),
    "sip.start": ("2:7", "10:8"),
    "concern.report": ("14:1", "19:1"),
    "concern.feedback": (None, "19:6"),
    "concern.feedbackOnRequest": ("14:1 b", "19:6"),
    "lexSarah.report": ("14:2–7", "27:2"),
    "lexSarah.investigate": ("14:2–7", "27:5"),
    "lexSarah.ivo": ("14:2–7", "27:6"),
    "purge.file": ("12:1–2", "16:1"),
    "ivo.fine": (None, "34:7"),
}
OF_OTHERS = {
    "investigation.noFixedTime": "FL 9 §", "investigation.slow": "FL 11 §", "investigation.mayDemand": "FL 12 §",
    "investigation.answerDemand": "FL 12 §", "communication.exceptions": "FL 25 §", "appeal.arrive": "FL 44 §",
    "appeal.arrivePublic": "FL 44 §", "service.control": "delgivningslagen 22–26 §§",
    "service.deemed": "delgivningslagen 22–26 §§", "appeal.arriveSimplified": "FL 44 §", "appeal.dismissLate": "FL 45 §",
    "appeal.forward": "FL 46 §", "delegation.report": "KL 6:40", "lvu.review": "LVU 13 §", "eviction.recover": "JB 12:44",
    "eviction.decide": "JB 12:44", "eviction.confirm": "SoF 11:3", "lvm.bringUp": "LVM 7 §", "lvm.open": "LVM 7 §",
    "lvm.doctor": "LVM 9 §", "lvm.contents": "LVM 10 §", "lvm.criteria": "LVM 4 §", "lvm.application": "LVM 11 §",
    "lvm.custodyGrounds": "LVM 13 §", "lvm.custodyReport": "LVM 13 §", "lvm.custodySubmit": "LVM 15 §",
    "lvm.custodyTest": "LVM 17 §", "lvm.custodyTestLimit": "LVM 17 §", "lvm.apply": "LVM 18 §",
    "lvm.hearing": "LVM 38 §", "lvm.careStart": "LVM 12 §", "lvm.careEnd": "LVM 20 §", "fee.cap": "SoF 17:2",
    "lvu.mayBegin": "LVU 1 §", "lvu.mustEnd": "LVU 21 §", "coordination.rests": "lagen om samordningsnummer",
    "laro.dependence": "HSLF-FS 2016:1", "laro.handOut": "HSLF-FS 2016:1", "lob.policeNotice": "FAP 023-1, råd",
    "assessment.feedback": "Anvisning till ADAD", "asi.followUp": "Anvisning till ASI",
}
# The product's own proposals, each with what replaces it.
OF_US = {"communication.reply": "stated", "decision.unexecutedQuarter": "", "decision.end": "stated",
         "birth.decide": "stated", "lob.register": "", "lob.firstAttemptAim": "",
         "lob.firstAttempt": "lob.firstAttemptWorkingDays", "lob.attempt": "lob.attemptWindowDays",
         "lob.letter": "lob.letterWorkingDays", "lob.conclude": ""}


# Not confirmed, so that a municipality's own figure and its source go before ours.
UNCONFIRMED = {"service.control", "service.deemed", "appeal.arriveSimplified", "lob.policeNotice"}


def paragraph_of(rule, asked):
    if asked.stated and rule in UNCONFIRMED:
        return None
    if rule in OF_SOL:
        old, new = OF_SOL[rule]
        return f"SoL {new}" if asked.day >= date(2025, 7, 1) else f"SoL {old} (2001:453)"
    if rule == "godMan.notify":
        return "SoF 11:2" if asked.day >= date(2025, 7, 1) else "SoF 5:3 (2001:937)"
    if rule in OF_US:
        is_replaced = bool(asked.stated) if OF_US[rule] == "stated" else OF_US[rule] in asked.decided
        return None if is_replaced else DEFAULT
    return OF_OTHERS.get(rule)
