#pragma once

#include "core/changelog/record_state.h"
#include "core/store/change_table.h"
#include "core/store/projection.h"

namespace faltakt::store {

/// Columns: id, case_id, kind, deleted, conflicted, body, extra.
[[nodiscard]] base::Result<RecordView> readRecordView(const Statement &row);

/// Ids as one text that a statement takes apart again: `IN (SELECT unhex(value) FROM json_each(?1))`.
template <typename Tag>
[[nodiscard]] std::string idList(const std::vector<base::Id<Tag>> &ids)
{
    base::json::Array list;
    for (const base::Id<Tag> &id : ids)
        list.emplace_back(base::toHex(id.bytes()));
    return base::json::serialise(std::move(list));
}

/// The table `record`: the current meaning of each record. Borrowed database; the caller's transaction.
class RecordTable {
public:
    RecordTable(Database &database, const ChangeTable &changes, const changelog::SchemaTable &schema)
        : m_database(&database), m_changes(&changes), m_schema(&schema)
    {
    }

    [[nodiscard]] base::Result<std::optional<changelog::RecordState>> load(base::RecordId record) const;
    /// Answers what the row says now.
    [[nodiscard]] base::Result<RecordView> store(const changelog::RecordState &record);
    [[nodiscard]] base::Result<void> erase(base::RecordId record);
    /// What was written in the wrong person's file is read as sealed (sealed_records.h).
    [[nodiscard]] base::Result<std::optional<RecordView>> view(base::RecordId record) const;
    /// In the order asked for, deleted ones too, sealed ones as sealed; ids that are not here are left out.
    [[nodiscard]] base::Result<std::vector<RecordView>> viewsById(const std::vector<base::RecordId> &records) const;
    /// In the order of ids; `kind` empty for all kinds; without deleted and sealed records.
    [[nodiscard]] base::Result<std::vector<RecordView>> viewsOfCase(base::CaseId caseId, std::string_view kind) const;
    /// With those that are sealed, as they were written: for the places where they stood.
    [[nodiscard]] base::Result<std::vector<RecordView>> everyViewOfCase(base::CaseId caseId,
                                                                        std::string_view kind) const;
    [[nodiscard]] base::Result<std::vector<base::RecordId>> idsOfCase(base::CaseId caseId) const;
    /// Records with a conflict, of one case or (nil) of all.
    [[nodiscard]] base::Result<std::vector<base::RecordId>> conflicted(base::CaseId caseId) const;

    /// The compartment in which a record of the kind lies; `file` for kinds this version does not know.
    [[nodiscard]] changelog::Compartment compartmentOf(const changelog::RecordState &record) const;

private:
    Database *m_database;
    const ChangeTable *m_changes;
    const changelog::SchemaTable *m_schema;
};

} // namespace faltakt::store
