#include "sync/server/api/lob_completer.h"

#include "core/base/text.h"
#include "core/casework/lob_report_fields.h"
#include "core/casework/swedish_time.h"
#include "sync/server/api/record_reader.h"

#include <algorithm>
#include <cctype>

namespace faltakt::server {

using base::Result;
using base::json::Object;
using base::json::Value;
using casework::KnownPerson;
using casework::LobReportRow;
using changelog::RecordState;

namespace {

/// By which two entries of a list are the same: a number by its digits, an address by its letters.
std::string sameness(const std::string &text)
{
    std::string key = base::foldForSearch(text);
    std::erase_if(key, [](unsigned char c) { return c < 0x80 && !std::isalnum(c); });
    return key;
}

/// What the card may be told by the file. The number goes by itself: it makes somebody known.
Object cardFields(const LobReportRow &row)
{
    Object fields;
    const auto add = [&](const char *name, const std::string &value) {
        if (!value.empty())
            fields.append(name, value);
    };
    add("givenName", row.givenName);
    add("familyName", row.familyName);
    add("sex", row.sex);
    add("homeMunicipality", row.homeMunicipality);
    return fields;
}

Object identityFields(const LobReportRow &row)
{
    Object fields{{"identityNumber", row.identityNumber}};
    if (row.identityKind)
        fields.append("identityKind", std::string(casework::identityKindName(*row.identityKind)));
    if (row.birthDate)
        fields.append("birthDate", base::formatDate(*row.birthDate));
    return fields;
}

/// What follows from who it was: filled in alone, never set against what is here.
Object derivedFields(const RecordState &report, const LobReportRow &row, const KnownPerson &known)
{
    Object fields;
    const auto add = [&](const char *name, Value value) {
        if (report.heads(name).empty())
            fields.append(name, std::move(value));
    };
    if (!row.homeMunicipality.empty())
        add("homeMunicipality", row.homeMunicipality);
    if (row.birthDate)
        add("ageAtCustody", casework::ageOn(*row.birthDate, casework::swedishDate(row.takenAt)));
    if (!row.isUnidentified())
        add("repeatCount", casework::repeatCountIn12Months(row.takenAt, known.earlierCustodies));
    return fields;
}

} // namespace

Result<bool> LobCompleter::isClosed(CaseId caseId) const
{
    const RecordReader reader(m_transaction->log(), m_tenant->id);
    TRY(const auto file, reader.first(caseId, "case"));
    return file && reader.text(*file, "stage") == "closed";
}

Result<std::optional<RecordState>> LobCompleter::report(CaseId caseId, const LobReportRow &row) const
{
    const RecordReader reader(m_transaction->log(), m_tenant->id);
    const std::string key = casework::lobSheetKey(row.source, row.sheetNumber);
    TRY(const auto reports, reader.records(caseId, "lobReport"));
    const auto found = std::ranges::find_if(reports, [&](const RecordState &each) {
        return casework::lobSheetKey(reader.text(each, "source"), reader.text(each, "sheetNumber")) == key;
    });
    return found == reports.end() ? std::optional<RecordState>() : std::optional(*found);
}

Result<void> LobCompleter::writeBeside(const RecordState &record, const Object &fields,
                                       std::optional<base::Instant> at) const
{
    // It names nothing as seen: so it replaces nothing.
    return m_author->write(*m_transaction, *m_tenant, record.caseId(), {{record.id(), record.kind(), fields, {}}}, at);
}

Result<std::vector<base::Instant>> LobCompleter::timesOf(const RecordState &record, const Object &fields) const
{
    std::vector<base::Instant> times;
    for (const auto &[field, value] : fields) {
        for (const changelog::Head &head : record.heads(field)) {
            TRY(const auto meta, m_transaction->log().changeMeta(m_tenant->id, head.change));
            times.push_back(meta.at);
        }
    }
    return times;
}

Result<base::Instant> LobCompleter::beforeAll(const RecordState &record, const Object &fields) const
{
    TRY(const auto times, timesOf(record, fields));
    const auto first = std::ranges::min_element(times);
    return (first == times.end() ? m_author->now() : *first) - std::chrono::seconds(1);
}

Result<base::Instant> LobCompleter::afterAll(const RecordState &record, const Object &fields) const
{
    TRY(const auto times, timesOf(record, fields));
    const auto last = std::ranges::max_element(times);
    return last == times.end() ? m_author->now() : std::max(m_author->now(), *last + std::chrono::seconds(1));
}

Result<void> LobCompleter::complete(const RecordState &record, const Object &said, Completed &completed) const
{
    const casework::LobCompletion completion = casework::completionOf(record, said, casework::Emptied::Fills);
    if (!completion.missing.empty())
        TRY_VOID(m_author->write(*m_transaction, *m_tenant, record.caseId(),
                                 {changelog::makeEdit(record, completion.missing)}));
    if (!completion.warnings.empty()) {
        TRY(const base::Instant after, afterAll(record, completion.warnings));
        TRY_VOID(writeBeside(record, completion.warnings, after));
    }
    if (!completion.others.empty()) {
        TRY(const base::Instant before, beforeAll(record, completion.others));
        TRY_VOID(writeBeside(record, completion.others, before));
    }
    completed.isFilled = completed.isFilled || !completion.missing.empty();
    for (const Object *fields : {&completion.warnings, &completion.others})
        for (const auto &[field, value] : *fields)
            completed.differs.push_back(field);
    return {};
}

Result<void> LobCompleter::completeList(const RecordState &person, std::string_view field, const Object &wanted,
                                        std::string_view key, Completed &completed) const
{
    const RecordReader reader(m_transaction->log(), m_tenant->id);
    const Value shown = reader.value(person, field);
    Object list = shown.object() ? *shown.object() : Object();
    bool isMore = false;
    for (const auto &[id, element] : wanted) {
        const bool isHere = std::ranges::any_of(list, [&](const auto &entry) {
            return sameness(entry.second.stringAt(key)) == sameness(element.stringAt(key));
        });
        if (isHere)
            continue;
        list.append(id, element);
        isMore = true;
    }
    if (!isMore)
        return {};
    completed.isFilled = true;
    Object fields;
    fields.append(std::string(field), std::move(list));
    // Two versions that stand against each other are the worker's to choose between: a third goes beside them.
    if (person.heads(field).size() > 1)
        return writeBeside(person, fields, std::nullopt);
    return m_author->write(*m_transaction, *m_tenant, person.caseId(),
                           {changelog::makeEdit(person, std::move(fields))});
}

/// Says neither who it is nor where.
Result<void> LobCompleter::askToLook(CaseId caseId) const
{
    const RecordReader reader(m_transaction->log(), m_tenant->id);
    TRY(const auto file, reader.first(caseId, "case"));
    Object task{{"what", "knownElsewhere"}, {"basis", "default"}, {"status", "open"}};
    if (const auto responsible = WorkerId::parse(file ? reader.text(*file, "responsible") : std::string()))
        task.append("assignedTo", responsible->toString());
    return m_author->write(*m_transaction, *m_tenant, caseId,
                           {changelog::makeCreation(m_ids->make<RecordId>(), "task", std::move(task))});
}

Result<void> LobCompleter::completeCard(CaseId caseId, const LobReportRow &row, bool isElsewhere,
                                        Completed &completed) const
{
    const RecordReader reader(m_transaction->log(), m_tenant->id);
    TRY(const auto person, reader.first(caseId, "person"));
    if (!person) {
        if (isElsewhere || row.isUnidentified())
            return {};
        auto made = m_ids->use([&](base::UuidMaker &ids) {
            return changelog::makeCreation(ids.makeId<RecordId>(), "person", casework::openPersonFields(row, ids));
        });
        completed.isFilled = true;
        return m_author->write(*m_transaction, *m_tenant, caseId, {std::move(made)});
    }
    TRY_VOID(complete(*person, cardFields(row), completed));
    if (!row.identityNumber.empty() && !isElsewhere && reader.text(*person, "identityNumber").empty()) {
        TRY_VOID(
            m_author->write(*m_transaction, *m_tenant, caseId, {changelog::makeEdit(*person, identityFields(row))}));
        completed.isFilled = true;
    }
    const Object ways = m_ids->use([&](base::UuidMaker &ids) { return casework::contactWaysOf(row, ids); });
    TRY_VOID(completeList(*person, "contactWays", ways, "value", completed));
    const Object flags = m_ids->use([&](base::UuidMaker &ids) { return casework::flagsOf(row, ids); });
    return completeList(*person, "flags", flags, "code", completed);
}

Result<LobCompleter::Completed> LobCompleter::completeTyped(CaseId caseId, const LobReportRow &row,
                                                            const KnownPerson &known) const
{
    Completed completed;
    TRY(const auto typed, report(caseId, row));
    if (!typed)
        return completed;
    TRY_VOID(complete(*typed, casework::circumstancesOf(row), completed));
    const RecordReader reader(m_transaction->log(), m_tenant->id);
    TRY(const auto person, reader.first(caseId, "person"));
    TRY(const auto hidden, reader.records(caseId, "protectedPerson"));
    const std::string protection = person ? reader.text(*person, "protection") : std::string();
    // What tells who and where somebody is goes into no file that is protected.
    if (!hidden.empty() || (!protection.empty() && protection != "none"))
        return completed;
    if (Object derived = derivedFields(*typed, row, known); !derived.empty()) {
        TRY_VOID(m_author->write(*m_transaction, *m_tenant, caseId, {changelog::makeEdit(*typed, std::move(derived))}));
        completed.isFilled = true;
    }
    const bool isElsewhere = known.matter != KnownPerson::Matter::None && known.caseId != caseId;
    if (isElsewhere)
        TRY_VOID(askToLook(caseId));
    TRY_VOID(completeCard(caseId, row, isElsewhere, completed));
    return completed;
}

Result<LobCompleter::Completed> LobCompleter::completeAgain(CaseId caseId, const LobReportRow &row) const
{
    Completed completed;
    TRY(const bool hasEnded, isClosed(caseId));
    TRY(const auto before, report(caseId, row));
    if (hasEnded || !before)
        return completed;
    Object missing = casework::completionOf(*before, casework::circumstancesOf(row), casework::Emptied::Stays).missing;
    if (missing.empty())
        return completed;
    completed.isFilled = true;
    TRY_VOID(m_author->write(*m_transaction, *m_tenant, caseId, {changelog::makeEdit(*before, std::move(missing))}));
    return completed;
}

} // namespace faltakt::server
