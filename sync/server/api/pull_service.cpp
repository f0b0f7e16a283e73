#include "sync/server/api/pull_service.h"

#include "sync/server/api/log_history.h"
#include "sync/server/api/pull_walk.h"
#include "sync/server/api/server_settings.h"

namespace faltakt::server {

using base::ErrorCode;
using base::fail;
using base::Result;

Result<changelog::PullPage> PullService::pull(const Session &session, const protocol::PullRequest &request)
{
    TRY(PullCursor cursor, PullCursor::parse(request.cursor));
    AccessNotes delivered;
    TRY(auto page, m_store->read([&](StoreSnapshot &snapshot) -> Result<changelog::PullPage> {
        TRY(const Caller caller, findCaller(snapshot.identity(), session));
        TRY(const bool wiped, isToBeWiped(snapshot.identity(), session));
        if (caller.revoked || wiped)
            return fail(ErrorCode::Refused, wiped ? "to be wiped" : "revoked");
        TRY(const std::string logId, snapshot.identity().setting(SettingNames::LogId));
        TRY(const std::int64_t last, snapshot.log().lastSeq(session.tenant));
        // Between a restore and its next hello a device does not know yet that it has to offer; no page may take from it
        // what the server has lost.
        if (!request.logId.empty() && request.logId != logId)
            return fail(ErrorCode::Refused, "another log");
        if (cursor.logId != logId) {
            TRY(cursor, translateCursor(snapshot.log(), session.tenant, cursor, logId));
        }
        if (cursor.seq > last || cursor.grant > last)
            cursor = {};
        cursor.logId = logId;
        if (request.again && cursor.grant != 0)
            return fail(ErrorCode::InvalidInput, "again: pull first");
        if (request.again) {
            cursor.again = request.again;
            cursor.brought = 0;
        }
        PullWalk walk(snapshot.log(), caller, request, cursor, m_scanBudget);
        TRY(auto walked, walk.run());
        delivered = walk.delivered();
        return walked;
    }));
    // Rights and lines were read in one moment; the log follows it, before anything leaves. It does not wait for the disk:
    // a first sync of hundreds of pages would wait as often.
    if (!delivered.empty())
        TRY_VOID(m_store->write(
            [&](StoreTransaction &transaction) { return m_accessLog->append(transaction, session, delivered); },
            Durability::Soon));
    return page;
}

} // namespace faltakt::server
