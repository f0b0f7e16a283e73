#include "core/casework/case_projector.h"

#include "core/base/text.h"
#include "core/casework/identity_number.h"
#include "core/casework/person_card.h"
#include "core/casework/record_schemas.h"

#include <algorithm>

namespace faltakt::casework {

using store::CaseReader;
using store::RecordView;

namespace {

/// What lists need to know of a case; records that are missing leave their part empty.
struct Facts {
    RecordView person;
    RecordView matter;
    RecordView hidden;
    bool isProtected = false;
};

/// The first record that has not been tied to another one, else the first.
RecordView mainOf(const std::vector<RecordView> &records)
{
    const auto untied = std::find_if(records.begin(), records.end(),
                                     [](const RecordView &record) { return record.text("mergedInto").empty(); });
    if (untied != records.end())
        return *untied;
    return records.empty() ? RecordView() : records.front();
}

/// While two workers' values stand in conflict the safer one counts, whichever is displayed.
bool saysProtected(const RecordView &person)
{
    const auto levels = person.allTexts("protection");
    return std::any_of(levels.begin(), levels.end(),
                       [](const std::string &level) { return !level.empty() && level != "none"; });
}

base::Result<Facts> readFacts(base::CaseId caseId, const CaseReader &reader)
{
    TRY(const auto persons, reader.records(caseId, "person"));
    TRY(const auto matters, reader.records(caseId, "case"));
    TRY(const auto hidden, reader.records(caseId, "protectedPerson"));
    Facts facts{mainOf(persons), mainOf(matters), mainOf(hidden), false};
    facts.isProtected = !hidden.empty() || std::any_of(persons.begin(), persons.end(), saysProtected);
    return facts;
}

std::string joined(const std::string &first, const std::string &second)
{
    return first.empty() || second.empty() ? first + second : first + " " + second;
}

/// The birth date, else the day that an identity number of twelve digits holds.
std::optional<base::Date> birthDateOf(const RecordView &person)
{
    if (const auto written = person.date("birthDate"))
        return written;
    const std::string number = person.text("identityNumber");
    // The century stands in the number, so that it takes no day to tell it.
    const base::Date noLimit(std::chrono::year(9999), std::chrono::December, std::chrono::day(31));
    return number.size() == 12 ? readIdentityNumber(number, noLimit).date : std::nullopt;
}

/// Folded, with å, ä and ö put behind z in this order; their bytes in UTF-8 stand otherwise.
std::string sortKeyOf(const std::string &text)
{
    std::string key;
    const std::string folded = base::foldForSearch(text);
    for (std::size_t i = 0; i < folded.size(); ++i) {
        const std::string_view letter = std::string_view(folded).substr(i, 2);
        const char sorted = letter == "å" ? '{' : letter == "ä" ? '|' : letter == "ö" ? '}' : '\0';
        key += sorted ? sorted : folded[i];
        i += sorted ? 1 : 0;
    }
    return key;
}

/// Sorts after every name: the last code point there is.
constexpr std::string_view AfterAllNames = "\xf4\x8f\xbf\xbf";

/// The moment in an id that carries one (UUIDv7, RFC 9562).
std::optional<base::Instant> instantOfId(const base::Uuid &id)
{
    if (id.version() != 7)
        return std::nullopt;
    std::int64_t milliseconds = 0;
    for (std::size_t i = 0; i < 6; ++i)
        milliseconds = milliseconds << 8 | id.bytes()[i];
    return base::instantFromMs(milliseconds);
}

std::optional<base::Instant> firstInstant(const RecordView &record, std::initializer_list<std::string_view> fields)
{
    for (const std::string_view field : fields)
        if (const auto instant = record.instant(field))
            return instant;
    return std::nullopt;
}

void appendIfAny(std::vector<std::string> &terms, std::string term)
{
    if (!term.empty())
        terms.push_back(std::move(term));
}

void appendAliases(std::vector<std::string> &terms, const RecordView &person)
{
    const auto *aliases = person.fields.find("aliases");
    if (!aliases || !aliases->object())
        return;
    for (const auto &[id, alias] : *aliases->object()) {
        appendIfAny(terms, alias.stringAt("name"));
        // Whoever knows the temporary number only finds the person by it still.
        for (std::string &form : identitySearchForms(alias.stringAt("number")))
            terms.push_back(std::move(form));
    }
}

} // namespace

std::string CasePersonProjector::version() const
{
    return m_names == ProtectedNames::Hidden ? "casework-8" : "casework-8-names";
}

bool CasePersonProjector::reads(std::string_view kind) const
{
    return kind == "person" || kind == "case" || kind == "protectedPerson";
}

base::Result<store::CardEntry> CasePersonProjector::card(base::CaseId caseId, const CaseReader &reader) const
{
    TRY(const Facts facts, readFacts(caseId, reader));
    store::CardEntry card;
    card.stage = facts.matter.text("stage");
    card.isProtected = facts.isProtected;
    card.caseNumber = facts.matter.text("caseNumber");
    card.responsible = facts.matter.text("responsible");
    card.mergedInto = facts.matter.text("mergedInto");
    if (!facts.matter.text("team").empty()) {
        card.stage = TeamStage;
        card.name = card.shortName = facts.matter.text("teamName");
        card.sortKey = sortKeyOf(card.name);
        return card;
    }
    const bool isHidden = facts.isProtected && m_names == ProtectedNames::Hidden;
    // Whatever the card of a protected person may still hold by mistake is not shown either.
    const RecordView &named = facts.isProtected ? facts.hidden : facts.person;
    if (!isHidden) {
        card.name = joined(named.text("givenName"), named.text("familyName"));
        card.shortName = initialName(named.text("givenName"), named.text("familyName"));
        card.birthDate = birthDateOf(named);
        card.sortKey = sortKeyOf(card.name);
    }
    // Those without a name come last, by case number.
    if (card.sortKey.empty())
        card.sortKey = std::string(AfterAllNames) + base::foldForSearch(card.caseNumber);
    return card;
}

base::Result<std::vector<std::string>> CasePersonProjector::searchTerms(base::CaseId caseId,
                                                                        const CaseReader &reader) const
{
    TRY(const Facts facts, readFacts(caseId, reader));
    std::vector<std::string> terms;
    appendIfAny(terms, facts.matter.text("caseNumber"));
    if (!facts.matter.text("team").empty()) {
        terms.emplace_back(TeamSearchTerm);
        appendIfAny(terms, facts.matter.text("teamName"));
        return terms;
    }
    if (facts.isProtected)
        return terms;
    TRY(const auto persons, reader.records(caseId, "person"));
    for (const RecordView &person : persons) {
        appendIfAny(terms, person.text("givenName"));
        appendIfAny(terms, person.text("familyName"));
        appendAliases(terms, person);
        for (std::string &form : identitySearchForms(person.text("identityNumber")))
            terms.push_back(std::move(form));
    }
    return terms;
}

std::optional<store::TimelineEntry> CasePersonProjector::timeline(const RecordView &record) const
{
    std::optional<base::Instant> at;
    if (record.kind == "contact" || record.kind == "note" || record.kind == "attachment" || record.kind == "act"
        || record.kind == "safetyCheck" || record.kind == "safetyTalk")
        at = firstInstant(record, {"at"});
    else if (record.kind == "takeover")
        at = firstInstant(record, {"answeredAt", "askedAt"});
    else if (record.kind == "deputy")
        at = firstInstant(record, {"namedAt"});
    else if (record.kind == "concernReport")
        at = firstInstant(record, {"madeAt", "at"});
    else if (record.kind == "lobReport")
        at = firstInstant(record, {"takenAt"});
    else if (record.kind == "assessment")
        at = firstInstant(record, {"completedAt", "startedAt"});
    else if (record.kind == "case") {
        // The end of a matter, that it goes on, or where it was moved to, whichever came last; one that nobody moved has no line.
        at = std::max({record.instant("closedAt"), record.instant("reopenedAt"), record.instant("stageAt")});
        return at ? std::optional(store::TimelineEntry{*at}) : std::nullopt;
    } else if (!recordSchemas().kind(record.kind))
        at = firstInstant(record, {"at"}); // Of a newer version: whoever opens the file is to know that it is there.
    else
        return std::nullopt;
    // Written without its time it still belongs somewhere: where it was made.
    if (!at)
        at = instantOfId(record.id.uuid());
    return at ? std::optional(store::TimelineEntry{*at}) : std::nullopt;
}

} // namespace faltakt::casework
