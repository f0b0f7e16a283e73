#include "core/store/projections.h"

#include "core/base/text.h"
#include "core/store/sealed_records.h"

#include <array>

namespace faltakt::store {

using base::CaseId;
using base::RecordId;
using base::Result;

namespace {

// In the order in which they are rebuilt: I dag first.
constexpr std::string_view AgendaName = "agenda";
constexpr std::string_view CasesName = "cases";

/// Files that are tied to this one, also by way of others: what is known of the person here counts there.
Result<std::vector<CaseId>> casesTiedTo(Database &database, CaseId caseId)
{
    TRY(auto tied,
        database.prepare("WITH RECURSIVE tied (case_id) AS (SELECT case_id FROM card WHERE merged_into != ''"
                         " AND unhex(replace(merged_into, '-', '')) = ?1 UNION SELECT card.case_id FROM card JOIN tied"
                         " ON card.merged_into != '' AND unhex(replace(card.merged_into, '-', '')) = tied.case_id)"
                         " SELECT case_id FROM tied WHERE case_id != ?1"));
    tied.bind(1, caseId);
    std::vector<CaseId> cases;
    while (true) {
        TRY(const bool row, tied.step());
        if (!row)
            return cases;
        cases.push_back(tied.id<CaseId>(0));
    }
}

} // namespace

Result<std::vector<RecordView>> Projections::records(CaseId caseId, std::string_view kind) const
{
    return m_records->viewsOfCase(caseId, kind);
}

Result<void> Projections::refresh(CaseId caseId, const std::set<std::string> &kinds)
{
    bool agenda = false;
    bool card = false;
    for (const std::string &kind : kinds) {
        // What an act seals is read by no rule any more.
        agenda = agenda || m_agenda->reads(kind) || kind == SealedRecords::Kind;
        card = card || m_cases->reads(kind);
    }
    if (agenda)
        TRY_VOID(refreshAgenda(caseId));
    if (!card)
        return {};
    TRY_VOID(refreshCard(caseId));
    TRY(const auto tied, casesTiedTo(*m_database, caseId));
    for (const CaseId each : tied)
        TRY_VOID(refreshAgenda(each));
    return {};
}

Result<void> Projections::refreshAgenda(CaseId caseId)
{
    TRY(const auto entries, m_agenda->agenda(caseId, *this));
    TRY(auto clear, m_database->prepare("DELETE FROM agenda WHERE case_id = ?1"));
    TRY_VOID(clear.bind(1, caseId).run());
    TRY(auto insert,
        m_database->prepare("INSERT OR REPLACE INTO agenda (case_id, record_id, rule, kind, reason, due, not_before)"
                            " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)"));
    for (const AgendaEntry &entry : entries) {
        insert.bind(1, caseId).bind(2, entry.record).bind(3, entry.rule).bind(4, entry.kind).bind(5, entry.reason);
        insert.bind(6, entry.due).bind(7, entry.notBefore);
        TRY_VOID(insert.run());
    }
    return {};
}

Result<void> Projections::refreshCard(CaseId caseId)
{
    TRY(auto anything, m_database->prepare("SELECT 1 FROM record WHERE case_id = ?1 AND deleted = 0 LIMIT 1"));
    TRY(const bool holdsAnything, anything.bind(1, caseId).step());
    if (!holdsAnything) // Begun and taken back: it has no line among the people.
        return eraseCard(caseId);
    TRY(const CardEntry card, m_cases->card(caseId, *this));
    TRY(auto write,
        m_database->prepare("INSERT INTO card (case_id, name, sort_key, stage, protected, short_name, birth_date,"
                            " case_number, responsible, merged_into) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9,"
                            " ?10)"
                            " ON CONFLICT (case_id) DO UPDATE SET name = excluded.name, sort_key = excluded.sort_key,"
                            " stage = excluded.stage, protected = excluded.protected, short_name = excluded.short_name,"
                            " birth_date = excluded.birth_date, case_number = excluded.case_number,"
                            " responsible = excluded.responsible, merged_into = excluded.merged_into"
                            " RETURNING local"));
    write.bind(1, caseId).bind(2, card.name).bind(3, card.sortKey).bind(4, card.stage).bind(5, card.isProtected);
    write.bind(6, card.shortName).bind(7, card.birthDate ? base::formatDate(*card.birthDate) : std::string());
    write.bind(8, card.caseNumber).bind(9, card.responsible).bind(10, card.mergedInto);
    TRY_VOID(write.step());
    const std::int64_t local = write.integer(0);
    TRY_VOID(write.run());
    TRY(const auto terms, m_cases->searchTerms(caseId, *this));
    return writeSearch(local, terms);
}

Result<void> Projections::writeSearch(std::int64_t card, const std::vector<std::string> &terms)
{
    std::string folded;
    for (const std::string &term : terms)
        folded += (folded.empty() ? "" : " ") + base::foldForSearch(term);
    TRY(auto present, m_database->prepare("SELECT terms FROM search WHERE rowid = ?1"));
    TRY(const bool exists, present.bind(1, card).step());
    if (exists && present.text(0) == folded)
        return {};
    TRY(auto clear, m_database->prepare("DELETE FROM search WHERE rowid = ?1"));
    if (exists)
        TRY_VOID(clear.bind(1, card).run());
    TRY(auto insert, m_database->prepare("INSERT INTO search (rowid, terms) VALUES (?1, ?2)"));
    return insert.bind(1, card).bind(2, folded).run();
}

Result<void> Projections::refreshTimeline(RecordId record, const std::optional<RecordView> &view)
{
    const auto entry = view && !view->deleted ? m_cases->timeline(*view) : std::nullopt;
    TRY(auto present, m_database->prepare("SELECT at FROM timeline WHERE record_id = ?1"));
    TRY(const bool exists, present.bind(1, record).step());
    if (exists && entry && present.instant(0) == entry->at)
        return {};
    present.reset();
    if (exists) {
        TRY(auto clear, m_database->prepare("DELETE FROM timeline WHERE record_id = ?1"));
        TRY_VOID(clear.bind(1, record).run());
    }
    if (!entry)
        return {};
    TRY(auto insert,
        m_database->prepare("INSERT INTO timeline (case_id, at, record_id, kind) VALUES (?1, ?2, ?3, ?4)"));
    return insert.bind(1, view->caseId).bind(2, entry->at).bind(3, record).bind(4, view->kind).run();
}

Result<void> Projections::eraseCard(CaseId caseId)
{
    TRY(auto search,
        m_database->prepare("DELETE FROM search WHERE rowid IN (SELECT local FROM card WHERE case_id = ?1)"));
    TRY_VOID(search.bind(1, caseId).run());
    TRY(auto card, m_database->prepare("DELETE FROM card WHERE case_id = ?1"));
    return card.bind(1, caseId).run();
}

Result<void> Projections::erase(CaseId caseId)
{
    TRY_VOID(eraseCard(caseId));
    TRY(auto agenda, m_database->prepare("DELETE FROM agenda WHERE case_id = ?1"));
    TRY_VOID(agenda.bind(1, caseId).run());
    TRY(auto timeline, m_database->prepare("DELETE FROM timeline WHERE case_id = ?1"));
    return timeline.bind(1, caseId).run();
}

Result<bool> Projections::isCurrent(std::string_view name, const std::string &version) const
{
    TRY(auto statement,
        m_database->prepare("SELECT version = ?2 AND next_case IS NULL FROM projection_state WHERE name = ?1"));
    TRY(const bool row, statement.bind(1, name).bind(2, version).step());
    return row && statement.integer(0) != 0;
}

Result<bool> Projections::rebuildNeeded() const
{
    TRY(const bool agenda, isCurrent(AgendaName, m_agenda->version()));
    TRY(const bool cases, isCurrent(CasesName, m_cases->version()));
    return !agenda || !cases;
}

Result<void> Projections::markCurrent()
{
    TRY(auto statement,
        m_database->prepare(
            "INSERT OR REPLACE INTO projection_state (name, version, next_case) VALUES (?1, ?2, NULL)"));
    TRY_VOID(statement.bind(1, AgendaName).bind(2, m_agenda->version()).run());
    return statement.bind(1, CasesName).bind(2, m_cases->version()).run();
}

Result<void> Projections::rebuildTimeline(CaseId caseId)
{
    TRY(auto clear, m_database->prepare("DELETE FROM timeline WHERE case_id = ?1"));
    TRY_VOID(clear.bind(1, caseId).run());
    TRY(const auto views, m_records->everyViewOfCase(caseId, {}));
    for (const RecordView &view : views)
        TRY_VOID(refreshTimeline(view.id, view));
    return {};
}

Result<bool> Projections::rebuildStep(int cases)
{
    TRY(const bool wanted, rebuildNeeded());
    if (!wanted)
        return true;
    TRY(const bool agendaCurrent, isCurrent(AgendaName, m_agenda->version()));
    const std::string_view name = agendaCurrent ? CasesName : AgendaName;
    const std::string version = agendaCurrent ? m_cases->version() : m_agenda->version();
    CaseId from;
    TRY(auto progress, m_database->prepare("SELECT next_case FROM projection_state WHERE name = ?1 AND version = ?2"));
    TRY(const bool begun, progress.bind(1, name).bind(2, version).step());
    if (begun)
        from = progress.id<CaseId>(0);
    progress.reset();
    TRY(auto next,
        m_database->prepare("SELECT case_id FROM case_access WHERE case_id >= ?1 ORDER BY case_id LIMIT ?2"));
    next.bind(1, from).bind(2, cases + 1);
    std::vector<CaseId> ids;
    while (true) {
        TRY(const bool row, next.step());
        if (!row)
            break;
        ids.push_back(next.id<CaseId>(0));
    }
    const bool more = ids.size() > std::size_t(cases);
    for (std::size_t i = 0; i < ids.size() && i < std::size_t(cases); ++i) {
        if (name == AgendaName) {
            TRY_VOID(refreshAgenda(ids[i]));
        } else {
            TRY_VOID(refreshCard(ids[i]));
            TRY_VOID(rebuildTimeline(ids[i]));
        }
    }
    TRY(auto mark,
        m_database->prepare("INSERT OR REPLACE INTO projection_state (name, version, next_case) VALUES (?1, ?2, ?3)"));
    mark.bind(1, name).bind(2, version);
    if (more)
        mark.bind(3, ids.back());
    else
        mark.bind(3, nullptr);
    TRY_VOID(mark.run());
    TRY(const bool needed, rebuildNeeded());
    return !needed;
}

} // namespace faltakt::store
