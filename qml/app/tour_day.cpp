#include "qml/app/tour_day.h"

#include "qml/viewmodels/day/relative_call_view_model.h"

namespace faltakt::app {

using viewmodels::DayPage;
using viewmodels::RelativeCallViewModel;

std::vector<Scene> dayScenes()
{
    const auto page = [](DayPage which) {
        return [which](Composition &composition) { composition.app().openDay(which); };
    };
    return {
        {QStringLiteral("met-today"), page(DayPage::MetToday)},
        {QStringLiteral("tally"), page(DayPage::Tally)},
        {QStringLiteral("relative-call"), page(DayPage::RelativeCall)},
        {QStringLiteral("relative-advice"),
         [](Composition &composition) {
             composition.app().openDay(DayPage::RelativeCall);
             if (auto *call = qobject_cast<RelativeCallViewModel *>(composition.app().navigator()->top()))
                 call->chooseAdvice();
         }},
        {QStringLiteral("told-note"), [](Composition &composition) { composition.app().openToldNote("relative"); }},
        {QStringLiteral("day-end"), page(DayPage::End)},
    };
}

} // namespace faltakt::app
