// The call that is for a team's leader.
#include "sync/protocol/quarantine.h"
#include "sync/server/app/sync_routes.h"

namespace faltakt::server {

void SyncRoutes::quarantine(const Exchange &exchange)
{
    const auto session = admitToken(exchange);
    if (!session)
        return;
    const auto query = protocol::decodeQuarantineQuery(exchange.request.query);
    if (!query)
        return refuse(exchange.respond, query.error());
    const auto page = m_core->quarantine().read(*session, *query);
    if (!page)
        return refuse(exchange.respond, page.error());
    m_log->write(
        base::LogEvent("quarantine").id("device", session->device).number("lines", std::int64_t(page->lines.size())));
    answer(exchange.request, exchange.respond, "application/x-ndjson", protocol::encode(*page));
}

} // namespace faltakt::server
