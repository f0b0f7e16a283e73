#pragma once

#include "tests/support/app_harness.h"

#include <vector>

namespace faltakt::test {

/// A state of the app that a screen of the tour does not show: what lies over it, or what it says when something is missing.
struct AppState {
    QString name;
    std::function<void(AppHarness &)> enter; ///< From the place I dag.
};

[[nodiscard]] std::vector<AppState> appStates();
/// Goes to I dag, opens what is to be shown and waits until it stands. Screens of the tour come first.
void visitEveryScreen(AppHarness &app, const std::function<void(const QString &name)> &look);

/// From now on the first person of the caseload has a protected identity; her names stay in the record.
base::CaseId protectSomebody(AppHarness &app, const std::optional<base::CaseId> &whom = {});

} // namespace faltakt::test
