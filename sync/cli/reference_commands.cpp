// Questions that need no store: numbers and calendar days.
#include "core/casework/identity_number.h"
#include "core/casework/swedish_time.h"
#include "core/rules/swedish_calendar.h"
#include "sync/cli/commands.h"
#include "sync/cli/options.h"

namespace faltakt::cli {

CommandResult runIdentity(CommandContext &context, const Invocation &invocation)
{
    const base::Date today = casework::swedishDate(context.clock.now());
    const auto number = casework::readIdentityNumber(invocation.argument(0), today);
    TRY_COMMAND_VOID(context.output.write(casework::toJson(number)));
    return {};
}

CommandResult runCalendar(CommandContext &context, const Invocation &invocation)
{
    TRY_COMMAND(const int year,
                readNumber(invocation.argument(0), "The year", rules::FirstCalendarYear, rules::LastCalendarYear));
    TRY_COMMAND(const auto days, rules::nonWorkingDays(year));
    for (const rules::NamedDay &day : days)
        TRY_COMMAND_VOID(context.output.write(rules::toJson(day)));
    return {};
}

} // namespace faltakt::cli
