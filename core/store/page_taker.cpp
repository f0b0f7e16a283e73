#include "core/store/page_taker.h"

#include "core/crypto/hash.h"

namespace faltakt::store {

using base::CaseId;
using base::ChangeId;
using base::ErrorCode;
using base::fail;
using base::RecordId;
using base::Result;
using changelog::Compartment;
using changelog::CompartmentSet;
using changelog::DeliveredChange;
using changelog::ForgetLine;
using changelog::GrantLine;
using changelog::KeyLine;

Result<void> PageTaker::take(const DeliveredChange &item)
{
    const auto &change = item.line.change;
    TRY(const auto stored, m_changes->find(change.id));
    if (stored)
        return takeAgain(item, *stored);
    TRY(const CompartmentSet access, accessTo(change.caseId));
    const auto compartment = placeFor(change, access);
    if (!compartment)
        return {};
    TRY_VOID(m_changes->insert(item.line, *compartment, item.receipt));
    return m_session->apply(change);
}

Result<void> PageTaker::take(const GrantLine &grant)
{
    TRY(const CompartmentSet before, accessTo(grant.caseId));
    TRY(auto write, m_database->prepare("INSERT INTO case_access (case_id, compartments, grant_seq) VALUES (?1, ?2, ?3)"
                                        " ON CONFLICT (case_id) DO UPDATE SET compartments = excluded.compartments,"
                                        " grant_seq = excluded.grant_seq, older = 0"));
    write.bind(1, grant.caseId).bind(2, std::int64_t(grant.compartments.bits())).bind(3, grant.seq);
    m_access[grant.caseId] = grant.compartments;
    TRY_VOID(write.run());
    if (!before.without(grant.compartments).empty())
        TRY_VOID(purge(grant.caseId, grant.compartments));
    return bringBackLeaving(grant);
}

Result<void> PageTaker::take(const ForgetLine &forget)
{
    if (forget.anew)
        TRY_VOID(dropReceived(forget.caseId));
    TRY_VOID(purge(forget.caseId, forget.remaining));
    TRY(auto receipt, m_database->prepare("UPDATE device_state SET forgotten = max(forgotten, ?1)"));
    TRY_VOID(receipt.bind(1, forget.seq).run());
    m_access[forget.caseId] = forget.remaining;
    TRY(auto write, m_database->prepare("UPDATE case_access SET compartments = ?2, grant_seq = ?3 WHERE case_id = ?1"));
    TRY_VOID(write.bind(1, forget.caseId).bind(2, std::int64_t(forget.remaining.bits())).bind(3, forget.seq).run());
    if (!forget.remaining.empty())
        return {};
    TRY(auto erase, m_database->prepare("DELETE FROM case_access WHERE case_id = ?1"));
    return erase.bind(1, forget.caseId).run();
}

Result<void> PageTaker::take(const KeyLine &key)
{
    TRY(auto write, m_database->prepare(
                        "INSERT OR REPLACE INTO device_key (device, worker, jwk, valid_from, valid_until, signature)"
                        " VALUES (?1, ?2, ?3, ?4, ?5, ?6)"));
    write.bind(1, key.device)
        .bind(2, key.worker)
        .bind(3, base::json::serialise(key.jwk))
        .bind(4, key.from)
        .bind(5, key.until);
    return write.bind(6, key.signature).run();
}

Result<void> PageTaker::take(const changelog::OlderLine &older)
{
    TRY(auto write, m_database->prepare("UPDATE case_access SET older = ?2 WHERE case_id = ?1"));
    return write.bind(1, older.caseId).bind(2, older.count).run();
}

Result<void> PageTaker::leave(CaseId caseId)
{
    TRY_VOID(purge(caseId, CompartmentSet()));
    m_access[caseId] = CompartmentSet();
    TRY(auto erase, m_database->prepare("DELETE FROM case_access WHERE case_id = ?1"));
    TRY_VOID(erase.bind(1, caseId).run());
    // Where the server sees it otherwise, comparing brings the case back.
    TRY(auto compare, m_database->prepare("UPDATE device_state SET compare_wanted = 1"));
    return compare.run();
}

std::optional<Compartment> PageTaker::placeFor(const changelog::Change &change, CompartmentSet access) const
{
    const Compartment compartment = changelog::compartmentOf(change, *m_schema);
    if (access.contains(compartment))
        return compartment;
    if (compartment != Compartment::File)
        return std::nullopt;
    for (int i = 0; i < changelog::CompartmentCount; ++i)
        if (access.contains(Compartment(i)))
            return Compartment(i);
    return std::nullopt;
}

Result<void> PageTaker::takeAgain(const DeliveredChange &item, const StoredChange &stored)
{
    if (stored.hash != item.line.hash)
        return fail(ErrorCode::Damaged, "a change came back with another content");
    const ChangeId change = item.line.change.id;
    if (stored.hasReceipt && stored.state == ChangeState::Live) {
        TRY(const bool same, m_changes->hasReceipt(change, item.receipt));
        if (same)
            return {};
    }
    TRY_VOID(m_changes->setReceipt(change, item.receipt));
    if (stored.state == ChangeState::Live) {
        // The time of receipt can change which of two values is displayed.
        for (const changelog::RecordSet &set : item.line.change.sets)
            TRY_VOID(m_session->touch(set.record));
        return {};
    }
    TRY_VOID(m_changes->setState(item.line.change.id, ChangeState::Live));
    return m_session->apply(item.line.change);
}

Result<CompartmentSet> PageTaker::accessTo(CaseId caseId)
{
    if (const auto known = m_access.find(caseId); known != m_access.end())
        return known->second;
    TRY(auto statement, m_database->prepare("SELECT compartments FROM case_access WHERE case_id = ?1"));
    TRY(const bool row, statement.bind(1, caseId).step());
    const CompartmentSet access(row ? std::uint32_t(statement.integer(0)) : 0U);
    m_access.emplace(caseId, access);
    return access;
}

Result<void> PageTaker::purge(CaseId caseId, CompartmentSet remaining)
{
    TRY_VOID(m_session->flush());
    TRY_VOID(dropDoubtful(caseId, remaining));
    TRY(auto lines, m_database->prepare(
                        "DELETE FROM change WHERE case_id = ?1 AND seq IS NOT NULL AND (?2 >> compartment) & 1 = 0"));
    TRY_VOID(lines.bind(1, caseId).bind(2, std::int64_t(remaining.bits())).run());
    TRY(auto leaving, m_database->prepare("UPDATE change SET state = 2 WHERE case_id = ?1 AND seq IS NULL AND state = 0"
                                          " AND (?2 >> compartment) & 1 = 0 AND compartment <> ?3"));
    TRY_VOID(leaving.bind(1, caseId).bind(2, std::int64_t(remaining.bits())).bind(3, int(Compartment::Reading)).run());
    TRY(auto mark, m_database->prepare("UPDATE device_state SET rekey_wanted = 1"));
    TRY_VOID(mark.run());
    // Every record is made anew from the lines that stay: a line of a newer version may have shaped a record of a
    // compartment that is still held.
    TRY(const auto ids, m_records->idsOfCase(caseId));
    TRY_VOID(m_session->recompute(caseId, std::set<RecordId>(ids.begin(), ids.end())));
    TRY_VOID(m_session->flush());
    if (!remaining.empty())
        return {};
    TRY(auto orphan, m_database->prepare("UPDATE form_draft SET case_id = NULL WHERE case_id = ?1"));
    TRY_VOID(orphan.bind(1, caseId).run());
    return m_projections->erase(caseId);
}

Result<void> PageTaker::dropReceived(CaseId caseId)
{
    TRY_VOID(m_session->flush());
    TRY(auto lines, m_database->prepare("DELETE FROM change WHERE case_id = ?1 AND seq IS NOT NULL"));
    return lines.bind(1, caseId).run();
}

Result<void> PageTaker::dropDoubtful(CaseId caseId, CompartmentSet remaining)
{
    TRY(auto lines, m_database->prepare("SELECT local, hash, line FROM change WHERE case_id = ?1 AND seq IS NOT NULL"));
    lines.bind(1, caseId);
    std::vector<std::int64_t> doubtful;
    while (true) {
        TRY(const bool row, lines.step());
        if (!row)
            break;
        if (isDoubtful(std::string(lines.text(2)), lines.hash(1), remaining))
            doubtful.push_back(lines.integer(0));
    }
    TRY(auto erase, m_database->prepare("DELETE FROM change WHERE local = ?1"));
    for (const std::int64_t local : doubtful)
        TRY_VOID(erase.bind(1, local).run());
    return {};
}

bool PageTaker::isDoubtful(std::string line, const base::Hash &hash, CompartmentSet remaining) const
{
    if (crypto::blake2b256(base::bytesOf(line)) != hash)
        return true;
    if (remaining.contains(Compartment::File))
        return false;
    const auto read = changelog::readChangeLine(std::move(line));
    return !read || changelog::compartmentOf(read->change, *m_schema) == Compartment::File;
}

Result<void> PageTaker::bringBackLeaving(const GrantLine &grant)
{
    TRY(auto statement, m_database->prepare("SELECT id, line FROM change WHERE case_id = ?1 AND state = 2 AND (?2 "
                                            ">> compartment) & 1 ORDER BY local"));
    statement.bind(1, grant.caseId).bind(2, std::int64_t(grant.compartments.bits()));
    std::vector<std::string> lines;
    while (true) {
        TRY(const bool row, statement.step());
        if (!row)
            break;
        lines.emplace_back(statement.text(1));
    }
    for (std::string &text : lines) {
        TRY(const auto line, changelog::readChangeLine(std::move(text)));
        TRY_VOID(m_changes->setState(line.change.id, ChangeState::Live));
        TRY_VOID(m_session->apply(line.change));
    }
    return {};
}

} // namespace faltakt::store
