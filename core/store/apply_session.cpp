#include "core/store/apply_session.h"

#include <algorithm>

namespace faltakt::store {

using base::CaseId;
using base::RecordId;
using base::Result;
using changelog::Change;
using changelog::RecordSet;
using changelog::RecordState;

Result<ApplySession::Entry *> ApplySession::load(RecordId record)
{
    const auto [position, fresh] = m_states.try_emplace(record);
    if (fresh) {
        auto stored = m_records->load(record);
        if (!stored) {
            m_states.erase(position);
            return base::fail(stored.error());
        }
        if (*stored) {
            position->second.state = std::move(**stored);
            position->second.exists = true;
        }
    }
    return &position->second;
}

Result<const RecordState *> ApplySession::state(RecordId record)
{
    TRY(const Entry *entry, load(record));
    return entry->exists ? &entry->state : nullptr;
}

Result<void> ApplySession::apply(const Change &change)
{
    const auto applied = [this](base::ChangeId id) { return m_changes->isApplied(id); };
    for (const RecordSet &set : change.sets) {
        TRY(Entry * entry, load(set.record));
        if (!entry->exists) {
            entry->state = RecordState(set.record, change.caseId, set.kind);
            entry->exists = true;
        }
        entry->state.apply(change.id, set, applied);
        entry->dirty = true;
        m_touchedKinds[entry->state.caseId()].insert(entry->state.kind());
    }
    return {};
}

Result<void> ApplySession::recompute(CaseId caseId, const std::set<RecordId> &records)
{
    std::set<base::ChangeId> seen;
    const auto applied = [&seen](base::ChangeId id) { return seen.contains(id); };
    for (const RecordId record : records) {
        TRY(const Entry *before, load(record));
        if (before->exists)
            m_touchedKinds[before->state.caseId()].insert(before->state.kind());
        m_states[record] = Entry();
        m_erased.insert(record);
    }
    return m_changes->visitLiveLines(caseId, [&](const changelog::ChangeLine &line) -> Result<void> {
        for (const RecordSet &set : line.change.sets) {
            if (!records.contains(set.record))
                continue;
            Entry &entry = m_states[set.record];
            if (!entry.exists)
                entry = Entry{RecordState(set.record, caseId, set.kind), true, true};
            entry.state.apply(line.change.id, set, applied);
            m_erased.erase(set.record);
        }
        seen.insert(line.change.id);
        return {};
    });
}

Result<void> ApplySession::touch(RecordId record)
{
    TRY(Entry * entry, load(record));
    if (entry->exists) {
        entry->dirty = true;
        m_touchedKinds[entry->state.caseId()].insert(entry->state.kind());
    }
    return {};
}

Result<void> ApplySession::flush()
{
    for (const RecordId record : m_erased) {
        TRY_VOID(m_records->erase(record));
        TRY_VOID(m_projections->refreshTimeline(record, std::nullopt));
    }
    // Rows are written in the order of their ids, which keeps neighbours on one page.
    std::vector<RecordId> dirty;
    for (const auto &[record, entry] : m_states)
        if (entry.dirty)
            dirty.push_back(record);
    std::sort(dirty.begin(), dirty.end());
    for (const RecordId record : dirty) {
        TRY(const RecordView view, m_records->store(m_states[record].state));
        TRY_VOID(m_projections->refreshTimeline(record, view));
    }
    for (const auto &[caseId, kinds] : m_touchedKinds)
        TRY_VOID(m_projections->refresh(caseId, kinds));
    m_states.clear();
    m_touchedKinds.clear();
    m_erased.clear();
    return {};
}

} // namespace faltakt::store
