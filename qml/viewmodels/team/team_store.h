#pragma once

#include "core/casework/visit_watch.h"
#include "qml/viewmodels/workspace/open_store.h"

#include <map>
#include <optional>
#include <string>

namespace faltakt::viewmodels {

/// The case of the worker's own team, where the server has one.
[[nodiscard]] base::Result<std::optional<base::CaseId>> teamCase(OpenStore &store);
/// Names of the team's people by worker id, also of those who have left it.
[[nodiscard]] base::Result<std::map<std::string, std::string>> colleagueNames(OpenStore &store, base::CaseId team);

/// A visit as the device knows it.
struct KnownVisit {
    base::RecordId record;
    casework::VisitWatch watch;
    // When the server took what the record says: the check-in itself, the planned end, the check-out. Empty while it has not.
    std::optional<base::Instant> startReceived = {};
    std::optional<base::Instant> plannedReceived = {};
    std::optional<base::Instant> endReceived = {};
};

[[nodiscard]] base::Result<std::optional<KnownVisit>> visit(OpenStore &store, base::RecordId record);
/// The worker's own visit that is not over, the latest; with `also` the one that was over last, where none is.
enum class Over { Left, Also };
[[nodiscard]] base::Result<std::optional<KnownVisit>> ownVisit(OpenStore &store, base::CaseId team, Over over);

/// What a worker says before going in.
struct VisitPlan {
    std::string place;
    std::string phone;
    base::Instant end;
};
struct VisitWritten {
    base::RecordId record;
    std::vector<base::ChangeId> changes;
};
/// Takes the form `draft` away with it, in one transaction.
[[nodiscard]] base::Result<VisitWritten> checkIn(OpenStore &store, base::CaseId team, const VisitPlan &plan,
                                                 std::optional<base::RecordId> draft);
[[nodiscard]] base::Result<VisitWritten> moveEnd(OpenStore &store, base::RecordId record, base::Instant end);
[[nodiscard]] base::Result<VisitWritten> checkOut(OpenStore &store, base::RecordId record);
/// Says that this worker takes care of the alarm that stands; Refused where none does.
[[nodiscard]] base::Result<VisitWritten> takeCare(OpenStore &store, base::RecordId record);

} // namespace faltakt::viewmodels
