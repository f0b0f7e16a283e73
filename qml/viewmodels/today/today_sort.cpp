#include "qml/viewmodels/today/today_sort.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace faltakt::viewmodels {

namespace {

struct SortOf {
    std::string_view reason;
    TodaySort sort;
};

/// By the reason of the row, up to its first colon; of a task by what is to be done. The others are Other.
constexpr std::array Sorts = {
    SortOf{"lobAttempt", TodaySort::Contact},
    SortOf{"lobOtherWay", TodaySort::Contact},
    SortOf{"lobWithInterpreter", TodaySort::Contact},
    SortOf{"lobTalkAgain", TodaySort::Contact},
    SortOf{"lobInstitution", TodaySort::Contact},
    SortOf{"mayAskAgain", TodaySort::Contact},
    SortOf{"nextContact", TodaySort::Contact},
    SortOf{"task:followUpLob", TodaySort::Contact},
    SortOf{"task:nextContact", TodaySort::Contact},
    SortOf{"bookedVisit", TodaySort::Visit},
    SortOf{"visitOpen", TodaySort::Visit},
    SortOf{"visitAlarm", TodaySort::Visit},
    SortOf{"visitAlarmSeen", TodaySort::Visit},
    SortOf{"visitAlarmOffice", TodaySort::Visit},
    SortOf{"letter", TodaySort::Letter},
    SortOf{"letterHeld", TodaySort::Letter},
    SortOf{"task:letter", TodaySort::Letter},
    SortOf{"task:letterHeld", TodaySort::Letter},
    SortOf{"assessmentInProgress", TodaySort::Questions},
    SortOf{"asiFollowUp", TodaySort::Questions},
    SortOf{"asiAtFollowUp", TodaySort::Questions},
    SortOf{"contactUnfinished", TodaySort::Writing},
    SortOf{"preAssessment", TodaySort::Writing},
    SortOf{"considerInvestigation", TodaySort::Writing},
    SortOf{"followUpAtChange", TodaySort::Writing},
    SortOf{"register", TodaySort::Writing},
};

/// "lobAttempt:2:3" is "lobAttempt", "task:letter" stays.
std::string_view nameOf(std::string_view reason)
{
    constexpr std::string_view Task = "task:";
    const std::size_t from = reason.starts_with(Task) ? Task.size() : 0;
    return reason.substr(0, reason.find(':', from));
}

} // namespace

TodaySort todaySortOf(const store::AgendaEntry &entry)
{
    const auto found = std::ranges::find(Sorts, nameOf(entry.reason), &SortOf::reason);
    return found == Sorts.end() ? TodaySort::Other : found->sort;
}

std::optional<TodaySort> todaySortOf(const TodayRow &row)
{
    switch (row.kind) {
    case TodayRow::Kind::Agenda: return todaySortOf(row.entry);
    case TodayRow::Kind::Scratch: return TodaySort::Questions;
    case TodayRow::Kind::Draft:
    case TodayRow::Kind::Unsigned: return TodaySort::Writing;
    case TodayRow::Kind::Returned:
    case TodayRow::Kind::Conflict: return TodaySort::Other;
    case TodayRow::Kind::More: break;
    }
    return std::nullopt;
}

} // namespace faltakt::viewmodels
