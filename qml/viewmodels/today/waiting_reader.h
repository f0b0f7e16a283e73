#pragma once

#include "qml/viewmodels/today/today_row.h"
#include "qml/viewmodels/workspace/open_store.h"

namespace faltakt::viewmodels {

/// A form that lies unfinished, as I dag shows it.
struct WaitingForm {
    const char *words; ///< What was begun; in Swedish, to be translated in the context "TodayReader".
    const char *iconName;
    bool isOfSeveral = false; ///< Is about more people than one, so that none is named.
};

/// Empty for a form that is no draft of anybody's: where the worker is, whom she dealt with lately.
[[nodiscard]] std::optional<WaitingForm> waitingFormOf(std::string_view form);

} // namespace faltakt::viewmodels
