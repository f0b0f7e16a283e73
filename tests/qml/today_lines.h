#pragma once

#include "qml/viewmodels/today/today_view_model.h"
#include "tests/support/app_harness.h"
#include "tests/support/catch.h"

#include <algorithm>

namespace faltakt::test {

/// What I dag says now, a line for each row: "Johan E.: Ring, försök 1 av 3".
[[nodiscard]] inline QStringList linesOfToday(AppHarness &harness)
{
    harness.app().goTo(viewmodels::Router::Place::Today);
    harness.settle();
    auto *today = dynamic_cast<viewmodels::TodayViewModel *>(harness.app().navigator()->top());
    REQUIRE(today);
    QStringList lines;
    for (int row = 0; row < today->rows()->rowCount(); ++row)
        lines += today->rows()->row(row)->who + QStringLiteral(": ") + today->rows()->row(row)->what;
    return lines;
}

/// Presses the row whose line ends like this.
inline void openOnToday(AppHarness &harness, const QString &end)
{
    const QStringList lines = linesOfToday(harness);
    const auto found = std::ranges::find_if(lines, [&](const QString &line) { return line.endsWith(end); });
    INFO(lines.join(QLatin1Char('\n')).toStdString());
    REQUIRE(found != lines.end());
    dynamic_cast<viewmodels::TodayViewModel &>(*harness.app().navigator()->top()).openRow(int(found - lines.begin()));
    harness.settle();
}

} // namespace faltakt::test
