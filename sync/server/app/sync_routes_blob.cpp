// The calls that carry the bytes of attachments, of content packs and of profiles.
#include "sync/server/app/sync_routes.h"

namespace faltakt::server {

using base::LogEvent;
using protocol::Refusal;

void SyncRoutes::answerProgress(const Exchange &exchange, const base::Result<BlobService::Progress> &progress)
{
    if (!progress)
        return refuse(exchange.respond, progress.error());
    if (progress->full)
        return refuse(exchange.respond, Refusal::Full, "no room left for attachments");
    if (progress->wrong)
        return refuse(exchange.respond, Refusal::Invalid, "the chunks are not the blob of that name; begin anew");
    answer(exchange.request, exchange.respond, "application/json", protocol::encode(progress->held));
}

void SyncRoutes::announceBlob(const Exchange &exchange)
{
    const auto session = admitToken(exchange);
    if (!session)
        return;
    const auto announced = protocol::decodeBlobAnnouncement(exchange.body);
    if (!announced)
        return refuse(exchange.respond, announced.error());
    answerProgress(exchange, m_core->blobs().announce(*session, *announced));
}

void SyncRoutes::takeChunk(const Exchange &exchange)
{
    const auto session = admitToken(exchange);
    if (!session)
        return;
    const auto place = protocol::decodeBlobQuery(exchange.request.query);
    if (!place)
        return refuse(exchange.respond, place.error());
    const auto taken = m_core->blobs().take(*session, *place, base::bytesOf(exchange.body));
    if (taken)
        m_log->write(LogEvent("chunk").id("device", session->device).number("held", taken->held.held));
    answerProgress(exchange, taken);
}

void SyncRoutes::readChunk(const Exchange &exchange)
{
    const auto session = admitToken(exchange);
    if (!session)
        return;
    const auto place = protocol::decodeBlobQuery(exchange.request.query);
    if (!place)
        return refuse(exchange.respond, place.error());
    const auto chunk = m_core->blobs().read(*session, *place);
    if (!chunk)
        return refuse(exchange.respond, chunk.error());
    m_log->write(LogEvent("sent").id("device", session->device).number("bytes", std::int64_t(chunk->size())));
    // Sealed bytes do not get smaller by compressing; they would only seem to.
    HttpResponse response;
    response.contentType = "application/octet-stream";
    response.body = base::textOf(base::ByteView(*chunk));
    response.headers.emplace_back("DPoP-Nonce", m_gate->makeNonce());
    exchange.respond(std::move(response));
}

void SyncRoutes::readPack(const Exchange &exchange)
{
    const auto session = admitToken(exchange);
    if (!session)
        return;
    const auto place = protocol::decodePackQuery(exchange.request.query);
    if (!place)
        return refuse(exchange.respond, place.error());
    const auto chunk = m_core->packs().read(*session, *place);
    if (!chunk)
        return refuse(exchange.respond, chunk.error());
    m_log->write(LogEvent("pack").id("device", session->device).number("bytes", std::int64_t(chunk->size())));
    // Signed and not sealed: it gets smaller on the way.
    answer(exchange.request, exchange.respond, "application/octet-stream", std::string(base::textOf(*chunk)));
}

void SyncRoutes::readProfile(const Exchange &exchange)
{
    const auto session = admitToken(exchange);
    if (!session)
        return;
    const auto name = protocol::decodeProfileQuery(exchange.request.query);
    if (!name)
        return refuse(exchange.respond, name.error());
    const auto profile = m_core->profiles().read(*session, *name);
    if (!profile)
        return refuse(exchange.respond, profile.error());
    m_log->write(LogEvent("profile").id("device", session->device).number("bytes", std::int64_t(profile->text.size())));
    answer(exchange.request, exchange.respond, "application/octet-stream", protocol::encode(*profile));
}

} // namespace faltakt::server
