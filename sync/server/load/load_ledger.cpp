#include "sync/server/load/load_ledger.h"

namespace faltakt::server {

using changelog::VerdictKind;

LoadLedger::LoadLedger(const std::vector<int> &teamOf)
{
    for (const int team : teamOf) {
        m_hearers.push_back({team, 0, {}});
        ++m_teamSizes[team];
    }
}

void LoadLedger::sent(int device, base::ChangeId change, std::chrono::nanoseconds at)
{
    m_changes.emplace(change, Sent{device, at, std::nullopt, 0});
}

void LoadLedger::judged(int device, base::ChangeId change, const changelog::Verdict &verdict)
{
    const auto entry = m_changes.find(change);
    const bool own = entry != m_changes.end() && entry->second.device == device;
    if (!own || verdict.kind != VerdictKind::Accepted || !verdict.receipt)
        return fault(verdict.kind == VerdictKind::Duplicate ? "duplicate" : "notAccepted");
    // One place in the order for one change, and one change for one place.
    if (entry->second.seq || !m_places.insert(verdict.receipt->seq).second)
        return fault("acceptedTwice");
    entry->second.seq = verdict.receipt->seq;
    ++m_accepted;
}

std::optional<std::chrono::nanoseconds> LoadLedger::heard(int device, base::ChangeId change, std::int64_t seq)
{
    const auto entry = m_changes.find(change);
    if (entry == m_changes.end()) {
        fault("unknownChange");
        return std::nullopt;
    }
    Hearer &hearer = m_hearers[std::size_t(device)];
    const bool mine =
        entry->second.device == device || m_hearers[std::size_t(entry->second.device)].team != hearer.team;
    if (mine || (entry->second.seq && *entry->second.seq != seq))
        fault(mine ? "notForThisDevice" : "anotherPlace");
    if (!hearer.heard.insert(change).second) {
        ++m_repeated;
        return std::nullopt;
    }
    if (seq <= hearer.lastSeq)
        ++m_outOfOrder;
    hearer.lastSeq = seq;
    ++entry->second.hearers;
    ++m_heard;
    return entry->second.at;
}

std::int64_t LoadLedger::missing() const
{
    std::int64_t count = 0;
    for (const auto &[id, sent] : m_changes)
        if (sent.seq)
            count += m_teamSizes.at(m_hearers[std::size_t(sent.device)].team) - 1 - sent.hearers;
    return count;
}

bool LoadLedger::flawless() const
{
    return m_faults.empty() && m_accepted == pushed() && missing() == 0 && m_repeated == 0 && m_outOfOrder == 0;
}

void LoadLedger::writeTo(base::json::Object &figures) const
{
    base::json::Object errors;
    for (const auto &[kind, count] : m_faults)
        errors.append(kind, count);
    figures.append("pushed", pushed());
    figures.append("accepted", m_accepted);
    figures.append("unjudged", pushed() - m_accepted);
    figures.append("heard", m_heard);
    figures.append("missing", missing());
    figures.append("repeated", m_repeated);
    figures.append("outOfOrder", m_outOfOrder);
    figures.append("errors", std::move(errors));
}

} // namespace faltakt::server
