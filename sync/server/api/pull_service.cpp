#include "sync/server/api/pull_service.h"

#include "sync/server/api/log_history.h"
#include "sync/server/api/pull_walk.h"
#include "sync/server/api/server_settings.h"

namespace faltakt::server {

using base::ErrorCode;
using base::fail;
using base::Result;

/// Where a whole page does not bring everything (a new device, a long absence, many cases at once), the walk is begun once
/// more with the cases that the worker needs today. The cursor keeps that they were looked for; where the page is asked for
/// again, because it was lost on its way, what was found is remembered. Who cannot look now walks in the tenant's order.
Result<PullService::Walked> PullService::walk(StoreSnapshot &snapshot, const Caller &caller,
                                              const protocol::PullRequest &request, PullCursor cursor)
{
    const auto walkFrom = [&](const PullCursor &start) -> Result<Walked> {
        PullWalk walk(snapshot.log(), caller, request, start, m_scanBudget);
        TRY(auto page, walk.run());
        return Walked{std::move(page), walk.delivered()};
    };
    const bool isAtRest = cursor.grant == 0 && !cursor.again && !cursor.ahead;
    if (!m_firstCases || !isAtRest)
        return walkFrom(cursor);
    const FirstLooks::Place place{caller.session.device, cursor.logId, cursor.seq};
    if (auto known = m_firstLooks.find(place)) {
        cursor.ahead = PullCursor::Ahead{.to = known->to, .from = cursor.seq, .cases = std::move(known->cases)};
        return walkFrom(cursor);
    }
    TRY(const std::int64_t last, snapshot.log().lastSeq(caller.session.tenant));
    cursor.ahead = PullCursor::Ahead{.to = last, .from = cursor.seq};
    TRY(auto walked, walkFrom(cursor));
    if (!walked.page.more)
        return walked;
    const auto leave = m_firstLooks.begin(caller.session.device);
    if (!leave)
        return walked;
    auto first = m_firstCases(snapshot, caller, cursor.seq, last, m_scanBudget);
    // A record that the rules cannot read costs the order among the cases, and no case.
    if (!first)
        return walked;
    m_firstLooks.remember(place, {last, *first});
    if (first->empty())
        return walked;
    cursor.ahead->cases = std::move(*first);
    return walkFrom(cursor);
}

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
        if (cursor.seq > last || cursor.grant > last || (cursor.ahead && cursor.ahead->to > last))
            cursor = {};
        cursor.logId = logId;
        if (request.again && (cursor.grant != 0 || cursor.ahead))
            return fail(ErrorCode::InvalidInput, "again: pull first");
        if (request.again) {
            cursor.again = request.again;
            cursor.brought = 0;
        }
        // A copy: where the database loses its connection, all of this runs once more.
        TRY(auto walked, walk(snapshot, caller, request, cursor));
        delivered = std::move(walked.delivered);
        return std::move(walked.page);
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
