#pragma once

#include "qml/viewmodels/people/record_content.h"
#include "qml/viewmodels/today/today_reader.h"

namespace faltakt::viewmodels {

/// One own note that nobody has signed.
struct UnsignedNote {
    base::RecordId record;
    base::CaseId caseId;
    QString who;
    QString when;
    bool hasConflict = false; ///< Two versions: to be chosen before it can be signed.
};

/// What stands open at the end of a day. A value, made in the store thread.
struct DayEnd {
    std::vector<UnsignedNote> notes; ///< The oldest first.
    int drafts = 0;
    int scratches = 0;
    int conflicts = 0;
    std::optional<base::Instant> checkedInUntil; ///< The worker is out on a visit and has not checked out.
    int dueNow = 0;                              ///< Rows of I dag that are for today or overdue.
    std::int64_t tally = 0;                      ///< Counted this week.
    std::vector<RecordLine> tomorrow;
};

[[nodiscard]] base::Result<DayEnd> readDayEnd(OpenStore &store, const ListWording &wording);

/// Signs those of the notes that are still unsigned and have no two versions, all or none; how many were signed. Errors as
/// of client::RecordSigner. Store thread.
[[nodiscard]] base::Result<int> signNotes(OpenStore &store, const std::vector<base::RecordId> &notes);

} // namespace faltakt::viewmodels
