#pragma once

#include "core/casework/lob_routing.h"
#include "core/changelog/change.h"

#include <optional>
#include <string>
#include <vector>

namespace faltakt::casework {

/// What an intake needs besides the sheet and its route.
struct LobIntakeContext {
    base::Instant registered;                  ///< When it is entered; the time of the matter's opening.
    std::string caseNumber;                    ///< For a case that is made; the caller keeps the series.
    std::string profile;                       ///< Id of the profile that the case follows.
    std::optional<base::WorkerId> responsible; ///< Who gets a new case; never set for what stays at the office.
    std::optional<base::Instant> taskDue;      ///< When the own worker should have looked at a new report.
};

/// The sets of one change: all of one compartment.
struct CompartmentSets {
    changelog::Compartment compartment;
    std::vector<changelog::RecordSet> sets;
};

/// What a routed report writes: at most one change for each compartment, all in one case, all of them creations.
struct LobIntake {
    base::CaseId caseId;
    bool makesCase = false;
    base::RecordId report;
    std::vector<CompartmentSets> changes;

    [[nodiscard]] std::vector<changelog::RecordSet> allSets() const;
};

/// Turns a report and its route into record sets.
/// - New case: person and case (card), lobReport (lob). A violent custody gives the flag "two at a visit", to be looked
///   at again after six months: an arrangement, no label.
/// - Open matter: lobReport in the known case, and a task for its worker; the person's card is not touched.
/// - Office: a case of its own, tied by `mergedInto` to the known one where there is one. With protected identity name,
///   number, phone and address go to protectedPerson alone and the sheet loses the home municipality; with the two higher
///   levels no address is kept at all.
/// - Unidentified: case and lobReport, no person; what the sheet has about a phone or address is not kept.
[[nodiscard]] LobIntake makeLobIntake(const LobReportRow &row, const LobRoute &route, const KnownPerson &known,
                                      const LobIntakeContext &context, base::UuidMaker &ids);

} // namespace faltakt::casework
