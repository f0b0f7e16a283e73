#include "qml/viewmodels/today/today_groups.h"

#include "core/rules/agenda_order.h"

#include <algorithm>
#include <map>

namespace faltakt::viewmodels {

TodayGroup todayGroupOf(const store::AgendaEntry &entry, base::Instant now)
{
    const rules::AgendaPlace place = rules::placeOf(entry, now);
    if (!place.isOrdinary && (!entry.due || place.urgency != rules::Urgency::Later))
        return TodayGroup::First;
    switch (place.urgency) {
    case rules::Urgency::Overdue: return TodayGroup::Overdue;
    case rules::Urgency::Today: return TodayGroup::Today;
    case rules::Urgency::Tomorrow: return TodayGroup::Tomorrow;
    case rules::Urgency::Later: break;
    }
    return TodayGroup::Later;
}

void gatherByPerson(std::vector<TodayRow> &rows, base::Instant now)
{
    std::map<std::pair<base::CaseId, bool>, std::size_t> firstOf;
    std::vector<std::pair<std::size_t, TodayRow>> placed;
    for (std::size_t i = 0; i < rows.size(); ++i) {
        const bool isOrdinary = rows[i].kind != TodayRow::Kind::Agenda || rules::placeOf(rows[i].entry, now).isOrdinary;
        const bool isOfPerson = !rows[i].caseId.isNil();
        const std::pair key(rows[i].caseId, isOrdinary);
        const std::size_t place = isOfPerson ? firstOf.try_emplace(key, i).first->second : i;
        placed.emplace_back(place, std::move(rows[i]));
    }
    std::ranges::stable_sort(placed, {}, &std::pair<std::size_t, TodayRow>::first);
    for (std::size_t i = 0; i < rows.size(); ++i) {
        rows[i] = std::move(placed[i].second);
        rows[i].isFirstOfPerson = i == 0 || placed[i - 1].first != placed[i].first;
        rows[i].isLastOfPerson = i + 1 == rows.size() || placed[i + 1].first != placed[i].first;
    }
}

} // namespace faltakt::viewmodels
