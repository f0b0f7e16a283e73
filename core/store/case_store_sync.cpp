// What travels: the outbox, verdicts, pulled pages, grants and forgetting.
#include "core/store/case_store_parts.h"
#include "core/store/page_taker.h"

#include <algorithm>
#include <limits>

namespace faltakt::store {

using base::CaseId;
using base::ChangeId;
using base::ErrorCode;
using base::fail;
using base::RecordId;
using base::Result;
using changelog::Compartment;
using changelog::Verdict;
using changelog::VerdictKind;

namespace {

/// Verdicts on one batch, taken into the store.
class VerdictTaker {
public:
    VerdictTaker(Database &database, ChangeTable &changes, ApplySession &session)
        : m_database(&database), m_changes(&changes), m_session(&session)
    {
    }

    Result<void> take(std::int64_t epoch, const Verdict &verdict)
    {
        TRY(const auto change, m_changes->journalChange(epoch, verdict.n));
        if (!change)
            return fail(ErrorCode::Damaged, "a verdict names a position that was never written");
        TRY(const auto stored, m_changes->find(*change));
        if (!stored)
            return {};
        if (verdict.kind == VerdictKind::Quarantined)
            return takeBack(*change, *stored, verdict);
        if (!verdict.receipt)
            return verdict.kind == VerdictKind::Absent ? Result<void>()
                                                       : fail(ErrorCode::Damaged, "a verdict without receipt");
        if (stored->state == ChangeState::Leaving || stored->compartment == Compartment::Reading)
            return m_changes->erase(*change);
        TRY_VOID(m_changes->setReceipt(*change, *verdict.receipt));
        m_casesWithReceipts.insert(stored->caseId);
        return stored->state == ChangeState::Returned ? takeIn(*change, *stored) : Result<void>();
    }

    /// What is built from the receipts: the time of receipt can change which of two values is displayed.
    Result<void> finish(const RecordTable &records)
    {
        for (const auto &[caseId, touched] : m_toRecompute)
            TRY_VOID(m_session->recompute(caseId, touched));
        for (const CaseId caseId : m_casesWithReceipts) {
            TRY(const auto conflicted, records.conflicted(caseId));
            for (const RecordId record : conflicted)
                TRY_VOID(m_session->touch(record));
        }
        return {};
    }

private:
    /// The change and everything unsent that builds on it leave the record states at once; nothing is lost.
    Result<void> takeBack(ChangeId change, const StoredChange &stored, const Verdict &verdict)
    {
        if (stored.handled)
            TRY_VOID(m_changes->erase(change)); // Its author has done with it; only this verdict was waited for.
        else
            TRY_VOID(markReturned(change, stored, verdict.reason, verdict.field, true));
        std::set<ChangeId> returned{change};
        TRY(auto later, m_database->prepare(
                            "SELECT line FROM change WHERE seq IS NULL AND state = 0 AND local > ?1 ORDER BY local"));
        later.bind(1, stored.local);
        std::vector<changelog::ChangeLine> dependants;
        while (true) {
            TRY(const bool row, later.step());
            if (!row)
                break;
            TRY(auto line, changelog::readChangeLine(std::string(later.text(0))));
            const bool builds =
                std::any_of(line.change.sets.begin(), line.change.sets.end(), [&](const changelog::RecordSet &set) {
                    return std::any_of(set.base.begin(), set.base.end(),
                                       [&](ChangeId id) { return returned.contains(id); });
                });
            if (builds) {
                returned.insert(line.change.id);
                dependants.push_back(std::move(line));
            }
        }
        for (const auto &dependant : dependants) {
            TRY(const auto found, m_changes->find(dependant.change.id));
            TRY_VOID(markReturned(dependant.change.id, *found, "dependsOn", {}, false));
        }
        return {};
    }

    Result<void> markReturned(ChangeId change, const StoredChange &stored, std::string_view reason,
                              std::string_view field, bool judged)
    {
        TRY_VOID(m_changes->setReturned(change, reason, field, judged));
        return stored.state == ChangeState::Live ? recomputeRecordsOf(change, stored) : Result<void>();
    }

    /// Taken for returned here because of what it builds on, but accepted by the server: it counts again.
    Result<void> takeIn(ChangeId change, const StoredChange &stored)
    {
        TRY_VOID(m_changes->setState(change, ChangeState::Live));
        return recomputeRecordsOf(change, stored);
    }

    Result<void> recomputeRecordsOf(ChangeId change, const StoredChange &stored)
    {
        if (stored.compartment == Compartment::Reading)
            return {};
        TRY(const auto line, m_changes->line(change));
        for (const auto &set : line.change.sets)
            m_toRecompute[stored.caseId].insert(set.record);
        return {};
    }

    Database *m_database;
    ChangeTable *m_changes;
    ApplySession *m_session;
    std::map<CaseId, std::set<RecordId>> m_toRecompute;
    std::set<CaseId> m_casesWithReceipts;
};

} // namespace

Result<LeaseTerms> CaseStore::leaseTerms() const
{
    TRY(auto statement,
        m_parts->database->prepare("SELECT last_contact, contact_here, passed_since, lease_until, lease_protected,"
                                   " EXISTS (SELECT 1 FROM card WHERE protected = 1) FROM device_state"));
    TRY_VOID(statement.step());
    const auto moment = [&statement](int column) {
        return statement.isNull(column) ? std::nullopt : std::optional(statement.instant(column));
    };
    LeaseTerms terms{moment(0), moment(1), base::Duration(statement.integer(2)), moment(3)};
    if (const auto shorter = moment(4); shorter && statement.integer(5) != 0)
        terms.until = terms.until ? std::min(*terms.until, *shorter) : *shorter;
    return terms;
}

Result<SyncPosition> CaseStore::syncPosition() const
{
    TRY(auto statement,
        m_parts->database->prepare(
            "SELECT epoch, acknowledged, cursor, log_id, rekey_wanted, compare_wanted FROM device_state"));
    TRY_VOID(statement.step());
    SyncPosition position;
    position.epoch = statement.integer(0);
    position.acknowledged = statement.integer(1);
    position.cursor = statement.text(2);
    position.logId = statement.text(3);
    position.rekeyWanted = statement.integer(4) != 0;
    position.compareWanted = statement.integer(5) != 0;
    TRY(position.lease, leaseTerms());
    position.n = m_parts->n;
    position.link = m_parts->link;
    TRY(position.acknowledgedLink, m_parts->changes.journalLink(position.epoch, position.acknowledged));
    return position;
}

Result<std::int64_t> CaseStore::forgottenUpTo() const
{
    TRY(auto statement,
        m_parts->database->prepare("SELECT CASE WHEN forgotten = 0 OR EXISTS"
                                   " (SELECT 1 FROM change WHERE seq IS NULL AND state = 2) THEN 0 ELSE forgotten END"
                                   " FROM device_state"));
    TRY_VOID(statement.step());
    return statement.integer(0);
}

Result<changelog::JournalBatch> CaseStore::outbox(std::size_t maxLines, std::size_t maxBytes) const
{
    TRY(const SyncPosition position, syncPosition());
    changelog::JournalBatch batch;
    batch.epoch = position.epoch;
    batch.from = position.acknowledged + 1;
    batch.previous = position.acknowledgedLink;
    batch.head = position.acknowledgedLink;
    TRY(auto statement, m_parts->database->prepare(
                            "SELECT j.hash, j.link, c.line FROM journal j LEFT JOIN change c ON c.id = j.change_id"
                            " WHERE j.epoch = ?1 AND j.n > ?2 ORDER BY j.n LIMIT ?3"));
    statement.bind(1, position.epoch).bind(2, position.acknowledged).bind(3, std::int64_t(maxLines));
    std::size_t bytes = 0;
    while (true) {
        TRY(const bool row, statement.step());
        if (!row)
            return batch;
        const std::string_view line = statement.text(2);
        bytes += line.size() + 1;
        if (bytes > maxBytes && !batch.lines.empty())
            return batch;
        changelog::JournalLine entry{statement.hash(0), std::nullopt};
        if (!statement.isNull(2))
            entry.line = std::string(line);
        batch.lines.push_back(std::move(entry));
        batch.head = statement.hash(1);
    }
}

Result<void> CaseStore::applyVerdicts(std::int64_t epoch, const std::vector<Verdict> &verdicts)
{
    if (epoch != m_parts->epoch || verdicts.empty())
        return {};
    return m_parts->inTransaction([&]() -> Result<void> {
        ApplySession session = m_parts->session();
        VerdictTaker taker(*m_parts->database, m_parts->changes, session);
        std::int64_t last = 0;
        for (const Verdict &verdict : verdicts) {
            TRY_VOID(taker.take(epoch, verdict));
            last = std::max(last, verdict.n);
        }
        TRY_VOID(taker.finish(m_parts->records));
        TRY_VOID(session.flush());
        TRY(auto mark, m_parts->database->prepare("UPDATE device_state SET acknowledged = max(acknowledged, ?1)"));
        return mark.bind(1, last).run();
    });
}

Result<void> CaseStore::applyPage(const changelog::PullPage &page)
{
    TRY_VOID(m_parts->inTransaction([&]() -> Result<void> {
        ApplySession session = m_parts->session();
        PageTaker taker(*m_parts->database, m_parts->changes, m_parts->records, m_parts->projections, session,
                        *m_parts->setup.schema);
        for (const changelog::PullItem &item : page.items)
            TRY_VOID(std::visit([&](const auto &content) { return taker.take(content); }, item));
        TRY_VOID(session.flush());
        TRY(auto mark, m_parts->database->prepare("UPDATE device_state SET cursor = ?1"));
        return mark.bind(1, page.cursor).run();
    }));
    const bool tookAway = std::ranges::any_of(page.items, [](const changelog::PullItem &item) {
        return std::holds_alternative<changelog::ForgetLine>(item);
    });
    if (tookAway && m_parts->onForgotten)
        m_parts->onForgotten();
    return {};
}

Result<void> CaseStore::leaveCases(const std::vector<CaseId> &cases)
{
    if (cases.empty())
        return {};
    TRY_VOID(m_parts->inTransaction([&]() -> Result<void> {
        ApplySession session = m_parts->session();
        PageTaker taker(*m_parts->database, m_parts->changes, m_parts->records, m_parts->projections, session,
                        *m_parts->setup.schema);
        for (const CaseId caseId : cases)
            TRY_VOID(taker.leave(caseId));
        return session.flush();
    }));
    if (m_parts->onForgotten)
        m_parts->onForgotten();
    return {};
}

Result<void> CaseStore::startNextEpoch()
{
    return m_parts->inTransaction([&]() -> Result<void> {
        const std::int64_t next = m_parts->epoch + 1;
        TRY(auto unsent, m_parts->database->prepare(
                             "SELECT id, at, hash FROM change WHERE seq IS NULL AND judged = 0 ORDER BY local"));
        std::vector<ChangeTable::JournalRow> entries;
        while (true) {
            TRY(const bool row, unsent.step());
            if (!row)
                break;
            entries.push_back({unsent.id<ChangeId>(0), unsent.instant(1), unsent.hash(2), {}});
        }
        base::Hash link = changelog::firstLink();
        std::int64_t n = 0;
        for (auto &entry : entries) {
            link = changelog::nextLink(link, entry.hash);
            entry.link = link;
            TRY_VOID(m_parts->changes.appendJournal(next, ++n, entry));
        }
        TRY(auto mark,
            m_parts->database->prepare("UPDATE device_state SET epoch = ?1, acknowledged = 0, compare_wanted = 1"));
        TRY_VOID(mark.bind(1, next).run());
        m_parts->epoch = next;
        m_parts->n = n;
        m_parts->link = link;
        return {};
    });
}

Result<void> CaseStore::noteContact(std::string_view logId, base::Instant serverTime,
                                    std::optional<base::Instant> leaseUntil,
                                    std::optional<base::Instant> protectedUntil)
{
    return m_parts->inTransaction([&]() -> Result<void> {
        TRY(auto mark,
            m_parts->database->prepare("UPDATE device_state SET log_id = ?1, last_contact = ?2, lease_until = ?3,"
                                       " lease_protected = ?4, contact_here = ?5, passed_since = 0"));
        mark.bind(1, logId).bind(2, serverTime).bind(3, leaseUntil).bind(4, protectedUntil);
        return mark.bind(5, m_parts->setup.clock->now()).run();
    });
}

Result<void> CaseStore::noteTimePassed(base::Duration sinceContact)
{
    return m_parts->inTransaction([&]() -> Result<void> {
        TRY(auto mark, m_parts->database->prepare("UPDATE device_state SET passed_since = max(passed_since, ?1)"));
        return mark.bind(1, std::int64_t(sinceContact.count())).run();
    });
}

Result<std::vector<std::string>> CaseStore::unsentLines() const
{
    TRY(auto statement,
        m_parts->database->prepare("SELECT line FROM change WHERE seq IS NULL AND judged = 0 ORDER BY local"));
    std::vector<std::string> lines;
    while (true) {
        TRY(const bool row, statement.step());
        if (!row)
            return lines;
        lines.emplace_back(statement.text(0));
    }
}

} // namespace faltakt::store
