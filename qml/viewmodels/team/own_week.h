#pragma once

#include "qml/viewmodels/workspace/open_store.h"

namespace faltakt::viewmodels {

/// What one worker has written in one Swedish week, as counts alone: no person, no day, no text.
struct OwnWeek {
    int contacts = 0; ///< Attempts and talks.
    int reached = 0;  ///< Contacts that met somebody to talk with.
    int people = 0;   ///< Different people among those.
    int visits = 0;   ///< Contacts that were visits.
    int notes = 0;
    int assessments = 0; ///< Completed.
    int tasks = 0;       ///< Own ones, done.
    int checkIns = 0;    ///< Visits that were checked in to.
    bool operator==(const OwnWeek &) const = default;
};

/// The Monday of the week, `back` weeks before the one of `now`.
[[nodiscard]] base::Date mondayOf(base::Instant now, int back);
/// ISO 8601: the week with the year's first Thursday is its first.
[[nodiscard]] int weekNumber(base::Date monday);

[[nodiscard]] base::Result<OwnWeek> ownWeek(OpenStore &store, base::Date monday);

} // namespace faltakt::viewmodels
