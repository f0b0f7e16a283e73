#pragma once

#include "core/store/database.h"
#include "core/store/projection.h"
#include "core/store/record_table.h"

#include <set>
#include <string>

namespace faltakt::store {

/// The derived tables: agenda, card, search and timeline. Each case's rows are replaced whole when something they are
/// made of changes. Borrowed database; the caller's transaction.
class Projections : private CaseReader {
public:
    Projections(Database &database, const RecordTable &records, const AgendaProjector &agenda,
                const CaseProjector &cases)
        : m_database(&database), m_records(&records), m_agenda(&agenda), m_cases(&cases)
    {
    }

    /// The records as rules read them.
    [[nodiscard]] const CaseReader &reader() const noexcept { return *this; }

    /// Brings the case's rows up to date after records of these kinds changed.
    [[nodiscard]] base::Result<void> refresh(base::CaseId caseId, const std::set<std::string> &kinds);
    /// Brings the timeline row of one record up to date; `view` empty where the record is gone.
    [[nodiscard]] base::Result<void> refreshTimeline(base::RecordId record, const std::optional<RecordView> &view);
    /// Takes every row of the case away.
    [[nodiscard]] base::Result<void> erase(base::CaseId caseId);

    /// From here on the agenda is made by these rules; what stands is rebuilt by rebuildStep().
    void useAgenda(const AgendaProjector &agenda) { m_agenda = &agenda; }
    /// True where rows made by another version of the code or another profile stand.
    [[nodiscard]] base::Result<bool> rebuildNeeded() const;
    /// A new, empty store needs no rebuild.
    [[nodiscard]] base::Result<void> markCurrent();
    /// Rebuilds up to `cases` cases, agenda before the rest; true when all is current.
    [[nodiscard]] base::Result<bool> rebuildStep(int cases);

private:
    [[nodiscard]] base::Result<std::vector<RecordView>> records(base::CaseId caseId,
                                                                std::string_view kind) const override;
    [[nodiscard]] base::Result<void> refreshAgenda(base::CaseId caseId);
    [[nodiscard]] base::Result<void> refreshCard(base::CaseId caseId);
    [[nodiscard]] base::Result<void> eraseCard(base::CaseId caseId);
    [[nodiscard]] base::Result<void> writeSearch(std::int64_t card, const std::vector<std::string> &terms);
    [[nodiscard]] base::Result<void> rebuildTimeline(base::CaseId caseId);
    [[nodiscard]] base::Result<bool> isCurrent(std::string_view name, const std::string &version) const;

    Database *m_database;
    const RecordTable *m_records;
    const AgendaProjector *m_agenda;
    const CaseProjector *m_cases;
};

} // namespace faltakt::store
