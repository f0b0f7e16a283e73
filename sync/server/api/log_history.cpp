#include "sync/server/api/log_history.h"

#include "sync/server/api/server_settings.h"

#include <algorithm>
#include <limits>

namespace faltakt::server {

using base::ErrorCode;
using base::fail;
using base::Result;

namespace {

/// Empty where the log is not among them.
std::optional<std::int64_t> commonPlaceIn(const std::vector<EndedLog> &ended, const std::string &logId)
{
    const auto known =
        std::find_if(ended.begin(), ended.end(), [&](const EndedLog &log) { return log.logId == logId; });
    if (known == ended.end())
        return std::nullopt;
    return std::min_element(known, ended.end(), [](const EndedLog &a, const EndedLog &b) { return a.head < b.head; })
        ->head;
}

} // namespace

Result<std::int64_t> commonPlace(LogReader &log, TenantId tenant, const std::string &logId)
{
    TRY(const auto ended, log.endedLogs(tenant));
    if (ended.empty())
        return 0;
    if (const auto known = commonPlaceIn(ended, logId))
        return *known;
    return commonPlaceIn(ended, ended.front().logId).value_or(0);
}

Result<PullCursor> translateCursor(LogReader &log, TenantId tenant, const PullCursor &cursor, const std::string &logId)
{
    TRY(const auto ended, log.endedLogs(tenant));
    const auto common = commonPlaceIn(ended, cursor.logId);
    PullCursor translated;
    translated.logId = logId;
    if (!common)
        return translated;
    translated.recount = 0;
    // Which cases came before the others held in that log: from where they were left out the walk begins anew.
    translated.seq = std::min(cursor.ahead ? cursor.ahead->from : cursor.seq, *common);
    if (!cursor.ahead && cursor.grant != 0 && cursor.grant <= *common) {
        translated.grant = cursor.grant;
        translated.brought = cursor.brought;
    }
    return translated;
}

std::string makeLogId(base::Random &random)
{
    std::array<std::uint8_t, 12> id{};
    random.fill(id);
    return base::toBase64Url(id);
}

Result<std::string> beginNewLog(ServerStore &store, base::Random &random)
{
    const std::string logId = makeLogId(random);
    return store.write([&](StoreTransaction &transaction) -> Result<std::string> {
        TRY(const std::string ended, transaction.identity().setting(SettingNames::LogId));
        if (ended.empty())
            return fail(ErrorCode::Damaged, "a store without a log");
        TRY(const auto tenants, transaction.identity().tenants());
        for (const Tenant &tenant : tenants) {
            TRY(const std::int64_t head, transaction.log().lastSeq(tenant.id));
            TRY_VOID(transaction.log().addEndedLog(tenant.id, {ended, head}));
            // What brought an attachment back after the backup is lost until a device offers it again.
            TRY_VOID(transaction.blobs().clearOrphanMarks(tenant.id));
        }
        TRY_VOID(transaction.identity().setSetting(SettingNames::LogId, logId));
        return logId;
    });
}

} // namespace faltakt::server
