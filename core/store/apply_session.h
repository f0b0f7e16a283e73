#pragma once

#include "core/store/change_table.h"
#include "core/store/projections.h"
#include "core/store/record_table.h"

#include <map>
#include <set>
#include <unordered_map>

namespace faltakt::store {

/// Applies changes to record states within one transaction. States are read once and written once, however many
/// changes of a page touch them; projections follow at the end.
class ApplySession {
public:
    ApplySession(ChangeTable &changes, RecordTable &records, Projections &projections)
        : m_changes(&changes), m_records(&records), m_projections(&projections)
    {
    }

    /// The change must already lie in the log, and must not have been applied before.
    [[nodiscard]] base::Result<void> apply(const changelog::Change &change);
    /// The state of a record as this session sees it; empty where there is none.
    [[nodiscard]] base::Result<const changelog::RecordState *> state(base::RecordId record);
    /// Makes the states of these records anew from the live lines of the case, after lines were taken out of it.
    [[nodiscard]] base::Result<void> recompute(base::CaseId caseId, const std::set<base::RecordId> &records);
    /// Has a record written again because the order of display may have changed.
    [[nodiscard]] base::Result<void> touch(base::RecordId record);
    /// Forgets a record without writing it: its row is being purged.
    void drop(base::RecordId record) { m_states.erase(record); }
    /// Writes states and projections; the session is empty then.
    [[nodiscard]] base::Result<void> flush();

private:
    struct Entry {
        changelog::RecordState state;
        bool exists = false;
        bool dirty = false;
    };
    [[nodiscard]] base::Result<Entry *> load(base::RecordId record);

    ChangeTable *m_changes;
    RecordTable *m_records;
    Projections *m_projections;
    std::unordered_map<base::RecordId, Entry> m_states;
    std::map<base::CaseId, std::set<std::string>> m_touchedKinds;
    std::set<base::RecordId> m_erased;
};

} // namespace faltakt::store
