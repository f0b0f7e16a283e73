// Visits that nobody has checked out of.
#include "sync/server/app/admin_commands.h"
#include "sync/server/app/json_line.h"

namespace faltakt::server {

using base::ErrorCode;
using base::fail;

AdminCommands::Lines AdminCommands::alarmList(const AdminRequest &request)
{
    TRY(const Tenant tenant, tenantOf(request));
    TRY(const auto alarms, m_instance->core().alarms().standing(tenant.id));
    std::string lines;
    for (const VisitAlarm &alarm : alarms)
        lines += jsonLine({{"alarm", alarm.record.toString()},
                           {"team", alarm.teamName},
                           {"worker", alarm.workerName},
                           {"due", base::formatInstant(alarm.due)},
                           {"raised", base::formatInstant(alarm.raised)},
                           {"seenBy", alarm.seenBy}});
    return lines;
}

AdminCommands::Lines AdminCommands::alarmAck(const AdminRequest &request)
{
    TRY(const Tenant tenant, tenantOf(request));
    const auto alarm = RecordId::parse(request.words.back());
    if (!alarm)
        return fail(ErrorCode::InvalidInput, "an alarm is named by its id, as alarm list tells it");
    TRY_VOID(m_instance->core().alarms().acknowledge(tenant.id, *alarm));
    return jsonLine({{"alarm", alarm->toString()}});
}

} // namespace faltakt::server
