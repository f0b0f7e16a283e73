// The call that asks after a number before a person is made.
#include "sync/protocol/known.h"
#include "sync/server/app/sync_routes.h"

namespace faltakt::server {

/// The rate counts before the body is looked at: guessing costs, whatever is guessed.
void SyncRoutes::known(const Exchange &exchange)
{
    const auto session = admitToken(exchange);
    if (!session || !withinRate(exchange, m_knownRates, session->worker.toString()))
        return;
    const auto request = protocol::decodeKnownRequest(exchange.body);
    if (!request)
        return refuse(exchange.respond, request.error());
    const auto found = m_core->known().ask(*session, *request);
    if (!found)
        return refuse(exchange.respond, found.error());
    m_log->write(base::LogEvent("known").id("device", session->device));
    answer(exchange.request, exchange.respond, "application/json", protocol::encode(*found));
}

} // namespace faltakt::server
