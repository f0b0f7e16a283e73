#pragma once

#include "qml/viewmodels/today/today_reader.h"

#include <QString>

#include <optional>
#include <string>
#include <vector>

namespace faltakt::viewmodels {

/// Something to take along.
struct VisitThing {
    std::string text;
    bool isPacked = false;
    bool operator==(const VisitThing &) const = default;
};

/// What the worker has written for one visit: on this device alone, with the forms of the person's file.
struct VisitNotes {
    std::string where;
    bool isForTwo = false;
    std::string companion; ///< Who goes along.
    std::vector<VisitThing> things;
    std::string typed;        ///< A thing that is being written.
    std::optional<int> place; ///< Among the visits of its day, where the worker has put them in an order of her own.
    bool operator==(const VisitNotes &) const = default;
};

/// An agreed time of today or tomorrow, with what a list shows of it.
struct PlannedVisit {
    base::CaseId caseId;
    base::RecordId record; ///< The appointment or task by which it stands on I dag.
    base::Instant at;
    bool isTomorrow = false;
    QString who;
    QString what;
    VisitNotes notes;
    // For the visit's own view, never for the list:
    bool isArrangedForTwo = false;      ///< The person's card says "två vid besök".
    std::vector<std::string> places;    ///< Agreed places of the card.
    std::vector<std::string> proposals; ///< What is open in the file, to be taken along.
};

/// The visits in the worker's order: where she has put some into one, the others stand before the first later one.
[[nodiscard]] std::vector<PlannedVisit> inOrder(std::vector<PlannedVisit> visits);

/// Agreed times from today's beginning to tomorrow's end, today's first, in order. Store thread.
[[nodiscard]] base::Result<std::vector<PlannedVisit>> readVisits(OpenStore &store, const ListWording &wording);

/// Durable when the call returns; notes without content leave nothing. Store thread.
[[nodiscard]] base::Result<void> keepVisitNotes(OpenStore &store, const PlannedVisit &visit);

/// Begins a check-in with where the visit is and who goes; not while one is begun or the worker is out already. Store thread.
[[nodiscard]] base::Result<void> beginCheckIn(OpenStore &store, const std::string &place);

} // namespace faltakt::viewmodels
