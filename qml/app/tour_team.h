#pragma once

#include "core/base/clock.h"
#include "core/base/random.h"
#include "qml/app/tour.h"
#include "qml/viewmodels/workspace/open_store.h"
#include "sync/protocol/quarantine.h"

namespace faltakt::app {

/// What a team's leader is told on the tour: of colleagues' changes to that file some that were not taken, for different reasons.
[[nodiscard]] protocol::QuarantinePage teamReturnsOf(base::CaseId caseId, const base::Clock &clock,
                                                     base::Random &random);

/// What a server would have sent of a team: its own case, and a colleague beside the device's worker. Where that is here already,
/// it is what is given. Store thread.
struct TrainingTeam {
    base::CaseId caseId;
    base::WorkerId robin; ///< "Robin Al"
};
[[nodiscard]] base::Result<TrainingTeam> makeTrainingTeam(viewmodels::OpenStore &store);
/// A visit of Robin's that the server has told of: it was to be over a quarter of an hour ago.
[[nodiscard]] base::Result<base::RecordId> makeAlarmedVisit(viewmodels::OpenStore &store, const TrainingTeam &team);

/// One stands in for another in a case, since yesterday and for six days more.
struct TrainingDeputy {
    base::CaseId caseId;
    base::WorkerId from;
    std::string fromName;
    base::WorkerId to;
    std::string toName;
};
[[nodiscard]] base::Result<base::RecordId> makeDeputy(viewmodels::OpenStore &store, const TrainingDeputy &deputy);

/// Alone on a visit, a colleague's visit, handing over, the own week.
[[nodiscard]] std::vector<Scene> teamScenes();

} // namespace faltakt::app
