#include "core/rules/case_facts.h"

#include "core/casework/swedish_time.h"
#include "core/rules/swedish_calendar.h"
#include "core/rules/tied_cards.h"

#include <algorithm>
#include <array>

namespace faltakt::rules {

using base::Date;
using base::Instant;
using base::Result;
using base::json::Value;
using store::RecordView;

namespace {

constexpr std::array<std::string_view, 11> Kinds{"case",          "person",      "lobReport", "contact",
                                                 "task",          "assessment",  "children",  "child",
                                                 "concernReport", "safetyCheck", "act"};
constexpr int AdultAge = 18;

std::optional<base::RecordId> idIn(const RecordView &record, std::string_view field)
{
    const auto parsed = base::RecordId::parse(record.text(field));
    return parsed ? std::optional(*parsed) : std::nullopt;
}

/// A moment, or a day read as its beginning.
std::optional<Instant> momentIn(const Value &object, std::string_view name)
{
    const std::string text = object.stringAt(name);
    if (const auto moment = base::parseInstant(text))
        return *moment;
    if (const auto day = base::parseDate(text))
        return startOfDay(*day);
    return std::nullopt;
}

template <typename Visit>
void forEachElement(const RecordView &record, std::string_view field, Visit visit)
{
    const Value *list = record.fields.find(field);
    if (!list || !list->object())
        return;
    for (const auto &[id, element] : *list->object()) {
        if (element.object())
            visit(element);
    }
}

/// "c/o" in any case: the letter would be opened by somebody else.
bool isCareOf(const std::string &address)
{
    return address.find("c/o") != std::string::npos || address.find("C/O") != std::string::npos
           || address.find("C/o") != std::string::npos;
}

struct Ways {
    int phones = 0;
    bool address = false;
    bool careOf = false;
};

Ways waysOf(const RecordView &person)
{
    Ways ways;
    forEachElement(person, "contactWays", [&](const Value &way) {
        const std::string kind = way.stringAt("kind");
        const std::string value = way.stringAt("value");
        if (value.empty())
            return;
        if (kind == "phone" || kind == "sms")
            ++ways.phones;
        if (kind == "address") {
            ways.address = true;
            ways.careOf = ways.careOf || isCareOf(value);
        }
    });
    return ways;
}

std::vector<std::string> letterHoldsOf(const RecordView &person, const Ways &ways,
                                       const std::vector<std::string> &flags)
{
    const auto hasFlag = [&](std::string_view code) { return std::ranges::find(flags, code) != flags.end(); };
    // In a conflict about protection the safer value counts.
    const std::vector<std::string> levels = person.allTexts("protection");
    const bool isProtected =
        std::ranges::any_of(levels, [](const std::string &level) { return !level.empty() && level != "none"; });
    std::vector<std::string> holds;
    const auto hold = [&](bool isHeld, std::string_view code) {
        if (isHeld)
            holds.emplace_back(code);
    };
    hold(isProtected, "protectedIdentity");
    hold(hasFlag("violence"), "violence");
    hold(hasFlag("forvaltare"), "forvaltare");
    hold(!ways.address && !isProtected, "noAddress");
    hold(ways.careOf, "careOf");
    // The tag of BCP 47 for a language that is not known.
    hold(person.text("interpreter") == "und", "language");
    return holds;
}

PersonFacts personFactsOf(const RecordView &person)
{
    PersonFacts facts;
    std::vector<std::string> flags;
    forEachElement(person, "flags", [&](const Value &flag) { flags.push_back(flag.stringAt("code")); });
    const Ways ways = waysOf(person);
    facts.birthDate = person.date("birthDate");
    facts.phoneWays = ways.phones;
    facts.deceased = person.boolean("deceased");
    facts.holdsFlagChildren = std::ranges::find(flags, "childrenAtHome") != flags.end();
    facts.letterHolds = letterHoldsOf(person, ways, flags);
    const Value *wish = person.fields.find("noContact");
    if (wish && wish->object()) {
        facts.noContactSince = momentIn(*wish, "since").value_or(Instant::max());
        facts.mayAskAgainAt = momentIn(*wish, "mayAskAgainAt");
    }
    return facts;
}

void readPerson(const RecordView &person, CaseFacts &facts)
{
    const bool closedAsDeceased = facts.person.deceased;
    facts.hasPerson = true;
    facts.personRecord = facts.phoneRecord = person.id;
    facts.person = personFactsOf(person);
    facts.person.deceased = facts.person.deceased || closedAsDeceased;
    forEachElement(person, "flags", [&](const Value &flag) {
        if (const auto review = base::parseDate(flag.stringAt("review")))
            facts.flagReviews.push_back({flag.stringAt("code"), *review});
    });
}

ReportFacts readReport(const RecordView &record, const std::optional<Date> &birthDate)
{
    ReportFacts report;
    report.id = record.id;
    report.received = recordMadeAt(record.id);
    for (const std::string_view field : {"received", "registered", "takenAt"}) {
        if (const auto moment = record.instant(field)) {
            report.received = *moment;
            break;
        }
    }
    report.open = record.text("status") != "closed" && record.text("closedAs").empty();
    report.registered = record.instant("registered").has_value();
    report.dangerSign = record.boolean("dangerSign");
    report.childrenPresent = record.text("childrenPresent") == "yes";
    report.repeatCount = int(std::clamp<std::int64_t>(record.integer("repeatCount", 0), 0, 1000));
    if (const std::int64_t age = record.integer("ageAtCustody", -1); age >= 0 && age < 150)
        report.age = int(age);
    else if (birthDate)
        report.age = wholeYears(*birthDate, casework::swedishDate(report.received));
    report.letterSent = record.instant("letterSentAt");
    report.letterRequested = record.instant("letterRequestedAt");
    report.letterAt = report.letterSent ? report.letterSent : report.letterRequested;
    report.letterDespite = record.text("letterDespite");
    report.letterHeldFor = record.text("letterHeldFor");
    return report;
}

ContactFacts readContact(const RecordView &record)
{
    ContactFacts contact;
    contact.id = record.id;
    contact.at = record.instant("at").value_or(recordMadeAt(record.id));
    contact.way = record.text("way");
    contact.outcome = record.text("outcome");
    contact.result = record.text("result");
    contact.children = record.text("children");
    contact.mayContactAgain = record.text("mayContactAgain");
    contact.mayContactAt = record.instant("mayContactAt");
    contact.nextAt = record.instant("nextAt");
    if (contact.nextAt && *contact.nextAt <= contact.at)
        contact.nextAt.reset();
    contact.report = idIn(record, "lobReport");
    contact.isLetterNotice = record.text("letter") == "sent";
    return contact;
}

TaskFacts readTask(const RecordView &record)
{
    return {.id = record.id,
            .what = record.text("what"),
            .basis = record.text("basis"),
            .status = record.text("status"),
            .due = record.instant("due"),
            .doneAt = record.instant("doneAt"),
            .report = idIn(record, "lobReport"),
            .record = idIn(record, "record")};
}

/// Reports that bear no count get the number of reports in the twelve months up to them.
void fillRepeatCounts(std::vector<ReportFacts> &reports)
{
    for (ReportFacts &report : reports) {
        if (report.repeatCount > 0)
            continue;
        const Instant yearBefore = report.received - std::chrono::days(365);
        report.repeatCount = int(std::ranges::count_if(reports, [&](const ReportFacts &other) {
            return other.received > yearBefore && other.received <= report.received;
        }));
    }
}

} // namespace

bool ContactFacts::isUnfinished() const
{
    return outcome.empty() && result.empty() && way != "sms" && way != "note" && way != "letter";
}

bool ContactFacts::isNo() const { return outcome == "declined" || (isTalk() && result == "declined"); }

bool ContactFacts::isConcluded() const
{
    return outcome == "alreadyWithUs" || (isTalk() && !result.empty() && result != "didNotFit" && !isNo());
}

bool ContactFacts::isAgreement() const
{
    return outcome == "reached" || outcome == "callLater" || outcome == "notFit" || outcome == "needsInterpreter"
           || outcome == "inInstitution" || outcome == "alreadyWithUs" || outcome == "declined";
}

int wholeYears(Date birth, Date day)
{
    const int years = int(day.year()) - int(birth.year());
    const bool beforeBirthday =
        day.month() < birth.month() || (day.month() == birth.month() && day.day() < birth.day());
    return years - (beforeBirthday ? 1 : 0);
}

bool CaseFacts::isDeceased() const
{
    return person.deceased
           || std::ranges::any_of(contacts, [](const ContactFacts &contact) { return contact.outcome == "deceased"; });
}

std::optional<Instant> CaseFacts::latestNo() const
{
    std::optional<Instant> latest = person.noContactSince;
    for (const ContactFacts &contact : contacts) {
        if (contact.isNo() && (!latest || contact.at > *latest))
            latest = contact.at;
    }
    return latest;
}

/// The moment in an UUIDv7: its first 48 bits.
Instant recordMadeAt(const base::RecordId &id)
{
    std::int64_t milliseconds = 0;
    for (const std::uint8_t byte : id.bytes().first(6))
        milliseconds = milliseconds << 8 | byte;
    return base::instantFromMs(milliseconds);
}

bool readsKind(std::string_view kind) noexcept { return std::ranges::find(Kinds, kind) != Kinds.end(); }

Result<CaseFacts> readCaseFacts(base::CaseId caseId, const store::CaseReader &reader)
{
    CaseFacts facts;
    TRY(const auto cases, reader.records(caseId, "case"));
    if (!cases.empty()) {
        facts.caseRecord = cases.front().id;
        facts.stage = cases.front().text("stage");
        facts.isTeam = !cases.front().text("team").empty();
        facts.person.deceased = cases.front().text("closedAs") == "deceased";
    }
    TRY(const auto persons, reader.records(caseId, "person"));
    if (!persons.empty())
        readPerson(persons.front(), facts);
    TRY(const auto others, cardsOfTiedFiles(caseId, reader));
    for (const TiedCard &other : others) {
        joinCard(other.person.id, personFactsOf(other.person), facts);
        facts.person.deceased = facts.person.deceased || other.isEndedByDeath;
    }
    TRY(const auto reports, reader.records(caseId, "lobReport"));
    for (const RecordView &record : reports)
        facts.reports.push_back(readReport(record, facts.person.birthDate));
    std::ranges::stable_sort(facts.reports, {}, &ReportFacts::received);
    fillRepeatCounts(facts.reports);
    if (!facts.reports.empty() && facts.reports.back().age.value_or(AdultAge) < AdultAge)
        facts.person.letterHolds.emplace_back("underAge");
    if (!facts.person.letterHolds.empty())
        facts.person.letterHold = facts.person.letterHolds.front();
    TRY(const auto contacts, reader.records(caseId, "contact"));
    std::ranges::transform(contacts, std::back_inserter(facts.contacts), readContact);
    std::ranges::stable_sort(facts.contacts, {}, &ContactFacts::at);
    TRY(const auto tasks, reader.records(caseId, "task"));
    std::ranges::transform(tasks, std::back_inserter(facts.tasks), readTask);
    TRY(facts.assessments, reader.records(caseId, "assessment"));
    TRY(facts.children, readChildrenFacts(caseId, reader));
    TRY(facts.acts, reader.records(caseId, "act"));
    return facts;
}

} // namespace faltakt::rules
