#include "core/casework/deputy.h"

#include "core/casework/swedish_time.h"

namespace faltakt::casework {

namespace {

std::optional<base::Date> dateIn(const store::RecordView &record, std::string_view field)
{
    const auto date = base::parseDate(record.text(field));
    return date ? std::optional(*date) : std::nullopt;
}

} // namespace

base::Instant opensAt(base::Date firstDay) { return instantOf({.date = firstDay}); }

base::Instant closesAfter(base::Date lastDay)
{
    return instantOf({.date = base::Date(std::chrono::sys_days(lastDay) + std::chrono::days(1))});
}

bool areDeputyDays(base::Date firstDay, base::Date lastDay)
{
    const auto days = std::chrono::sys_days(lastDay) - std::chrono::sys_days(firstDay);
    return days >= std::chrono::days(0) && days < std::chrono::days(Deputy::MostDays);
}

bool Deputy::isInForce(base::Instant now) const { return isComing(now) && opensAt(*firstDay) <= now; }

bool Deputy::isComing(base::Instant now) const { return hasDays() && !endedAt && now < closesAfter(*lastDay); }

Deputy readDeputy(const store::RecordView &record)
{
    Deputy deputy{.record = record.id,
                  .from = record.text("from"),
                  .fromName = record.text("fromName"),
                  .to = record.text("to"),
                  .toName = record.text("toName"),
                  .firstDay = dateIn(record, "firstDay"),
                  .lastDay = dateIn(record, "lastDay"),
                  .endedAt = record.instant("endedAt"),
                  .leaves = record.boolean(Deputy::ServersField)};
    for (const auto &[field, value] : record.fields)
        if (field.starts_with(Deputy::OpenedPrefix) && value.string())
            deputy.opened.emplace(field.substr(Deputy::OpenedPrefix.size()), *value.string());
    return deputy;
}

} // namespace faltakt::casework
