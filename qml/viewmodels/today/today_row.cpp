#include "qml/viewmodels/today/today_row.h"

#include <tuple>

namespace faltakt::viewmodels {

bool TodayRow::operator==(const TodayRow &other) const
{
    const auto shown = [](const TodayRow &row) {
        return std::tie(row.key, row.heading, row.headingCount, row.isFirst, row.isLast, row.isFirstOfPerson,
                        row.isLastOfPerson, row.iconName, row.who, row.what, row.when, row.ruleText, row.ruleTone,
                        row.stateText, row.actionText, row.entry.kind, row.entry.reason, row.entry.due);
    };
    return shown(*this) == shown(other);
}

} // namespace faltakt::viewmodels
