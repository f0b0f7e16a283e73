#pragma once

#include "core/store/database.h"
#include "core/store/projection.h"

#include <map>
#include <string_view>
#include <vector>

namespace faltakt::store {

/// The records of one case that acts say were written in the wrong person's file, and what hangs on them: additions, photos,
/// and what was said of a child; also such as came later from a device that did not know. A seal is the sum of the acts that stand, so that it is
/// the same whatever order they came in. Nothing in the log is altered; what is sealed is left out, or read as one member
/// that says so. A value.
class SealedRecords {
public:
    /// The kind of the act. It names its `record`, `at` and `byName`.
    static constexpr std::string_view Kind = "misfiled";
    /// The only field of a record that is read as sealed: an object with `at` and `byName` of the act, and `own`, which is
    /// true where an act names this very record.
    static constexpr std::string_view Field = "sealed";

    SealedRecords() = default;
    /// `acts` without those that were taken back; `additions` are notes, reports and checks that may hang on others.
    SealedRecords(const std::vector<RecordView> &acts, const std::vector<RecordView> &additions);
    /// Reads what is needed, which is next to nothing where the case has no act.
    [[nodiscard]] static base::Result<SealedRecords> ofCase(Database &database, base::CaseId caseId);

    /// What can be sealed: an act that names a person's card or a matter takes nothing away.
    [[nodiscard]] static bool canSeal(std::string_view kind) noexcept;

    [[nodiscard]] bool empty() const noexcept { return m_seals.empty(); }
    /// What hangs on something by a field is known by its record alone: contains().
    [[nodiscard]] bool names(base::RecordId record) const { return m_seals.contains(record.toString()); }
    [[nodiscard]] bool contains(const RecordView &record) const { return sealOf(record) != nullptr; }
    /// The record as it is read: nothing but its seal, where it has one.
    [[nodiscard]] RecordView veiled(RecordView record) const;
    void removeFrom(std::vector<RecordView> &records) const;

private:
    /// What an act says of what it seals.
    [[nodiscard]] const base::json::Object *sealOf(const RecordView &record) const;

    std::map<std::string, base::json::Object, std::less<>> m_seals; ///< By the id of what is sealed.
};

} // namespace faltakt::store
