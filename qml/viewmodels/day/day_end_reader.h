#pragma once

#include "qml/viewmodels/people/record_content.h"
#include "qml/viewmodels/today/today_reader.h"
#include "qml/viewmodels/today/unsigned_reader.h"

namespace faltakt::viewmodels {

/// One own record that nobody has signed.
struct RecordToSign {
    UnsignedRecord record;
    QString who;
    QString what;             ///< "Kontakt, i dag 13:07"
    bool hasConflict = false; ///< Two versions: to be chosen before it can be signed.

    [[nodiscard]] bool canBeSigned() const { return !hasConflict && !record.waitsForPerson; }
};

/// What stands open at the end of a day. A value, made in the store thread.
struct DayEnd {
    std::vector<RecordToSign> toSign; ///< The oldest first.
    int drafts = 0;
    int scratches = 0;
    int conflicts = 0;
    std::optional<base::Instant> checkedInUntil; ///< The worker is out on a visit and has not checked out.
    int dueNow = 0;                              ///< Rows of I dag that are for today or overdue.
    std::int64_t tally = 0;                      ///< Counted this week.
    std::vector<RecordLine> tomorrow;
};

[[nodiscard]] base::Result<DayEnd> readDayEnd(OpenStore &store, const ListWording &wording);

/// Signs those of the records that are still unsigned and can be signed, all or none; how many were signed. Errors as of
/// client::RecordSigner. Store thread.
[[nodiscard]] base::Result<int> signRecords(OpenStore &store, const std::vector<base::RecordId> &records);

} // namespace faltakt::viewmodels
