#pragma once

#include "qml/viewmodels/workspace/open_store.h"

namespace faltakt::viewmodels {

/// What became of what was counted in a week.
enum class TallyUpload {
    WeekRuns, ///< It is handed in when the week is over.
    NoTeam,   ///< The server has put the worker into no team: there is nowhere to hand it in.
    Waits,    ///< To be written at the next unlocking, or written and not at the server yet.
    Received, ///< The server has it.
};
struct TallyWeek {
    std::vector<store::TallyRow> rows; ///< As the store names them.
    TallyUpload upload = TallyUpload::WeekRuns;
};

/// Hands in what was counted in weeks that are over, and anew where it was corrected since: one record for each week in the
/// case of the team, sealed to the server. Cut short anywhere, the next call does the rest; a week that goes out twice counts
/// once. Gives how many weeks were written. Store thread.
[[nodiscard]] base::Result<int> handInTallies(OpenStore &store);

[[nodiscard]] base::Result<TallyWeek> tallyWeekOf(OpenStore &store, const std::string &week);

} // namespace faltakt::viewmodels
