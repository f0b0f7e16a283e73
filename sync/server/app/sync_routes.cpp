#include "sync/server/app/sync_routes.h"

#include "core/base/text.h"
#include "sync/protocol/compression.h"
#include "sync/protocol/offer.h"
#include "sync/protocol/outbox.h"
#include "sync/protocol/token_assertion.h"
#include "sync/server/api/pull_cursor.h"
#include "sync/server/api/server_settings.h"

#include <algorithm>

namespace faltakt::server {

using base::ErrorCode;
using base::LogEvent;
using protocol::Limits;
using protocol::Paths;
using protocol::Refusal;

namespace {

constexpr std::string_view Json = "application/json";
constexpr std::string_view JsonLines = "application/x-ndjson";
constexpr std::string_view HealthPath = "/healthz";
constexpr std::chrono::milliseconds WhenBusy = std::chrono::seconds(2);
constexpr double SecondsOfHour = 3600;

Refusal refusalFor(ErrorCode code)
{
    switch (code) {
    case ErrorCode::InvalidInput: return Refusal::Invalid;
    case ErrorCode::Refused:
    case ErrorCode::WrongKey:
    case ErrorCode::Locked: return Refusal::Refused;
    case ErrorCode::NotFound: return Refusal::NotFound;
    case ErrorCode::AlreadyExists: return Refusal::CodeUsed;
    case ErrorCode::TooLarge: return Refusal::TooLarge;
    case ErrorCode::Busy:
    case ErrorCode::StorageFull:
    case ErrorCode::StorageFailed: return Refusal::Busy;
    default: return Refusal::Failed;
    }
}

bool accepts(const HttpRequest &request, std::string_view coding)
{
    for (const auto &part : base::split(request.header("accept-encoding"), ','))
        if (base::trimmed(part) == coding)
            return true;
    return false;
}

ProofInput inputOf(const HttpRequest &request)
{
    const bool one = request.headerCount("dpop") == 1;
    return {request.method,
            request.header("host"),
            request.path,
            one ? request.header("dpop") : std::string_view(),
            request.headerCount("authorization") == 1 ? request.header("authorization") : std::string_view(),
            request.bodyTook};
}

} // namespace

SyncRoutes::SyncRoutes(ServerCore &core, ProofGate &gate, PullWaiters &waiters, const base::MonotonicClock &clock,
                       const base::Log &log)
    : m_core(&core), m_gate(&gate), m_waiters(&waiters), m_log(&log),
      m_deviceRates(clock, {double(Limits::RequestsPerSecond), double(Limits::RequestBurst)}),
      m_tenantRates(clock, {double(Limits::TenantRequestsPerSecond), double(Limits::TenantRequestBurst)}),
      m_knownRates(clock, {double(Limits::KnownPerHour) / SecondsOfHour, double(Limits::KnownPerHour)}),
      m_news(core.store())
{
}

std::span<const SyncRoutes::Route> SyncRoutes::routes()
{
    static constexpr Route All[] = {
        {"POST", Paths::Push, Door::Token, Limits::PushBodyBytes, &SyncRoutes::push},
        {"GET", Paths::Pull, Door::Token, 0, &SyncRoutes::pull},
        {"POST", Paths::Digest, Door::Token, Limits::BodyBytes, &SyncRoutes::digest},
        {"POST", Paths::Fetch, Door::Token, Limits::BodyBytes, &SyncRoutes::fetch},
        {"POST", Paths::Offer, Door::Token, Limits::OfferBodyBytes, &SyncRoutes::offer},
        {"POST", Paths::Outbox, Door::Proof, Limits::OutboxBodyBytes, &SyncRoutes::outbox},
        {"POST", Paths::Blob, Door::Token, Limits::BodyBytes, &SyncRoutes::announceBlob},
        {"PATCH", Paths::Blob, Door::Token, Limits::BlobChunkBytes, &SyncRoutes::takeChunk},
        {"GET", Paths::Blob, Door::Token, 0, &SyncRoutes::readChunk},
        {"GET", Paths::Quarantine, Door::Token, 0, &SyncRoutes::quarantine},
        {"GET", Paths::Pack, Door::Token, 0, &SyncRoutes::readPack},
        {"GET", Paths::Profile, Door::Token, 0, &SyncRoutes::readProfile},
        {"POST", Paths::Known, Door::Token, Limits::BodyBytes, &SyncRoutes::known},
        {"POST", Paths::Hello, Door::Proof, Limits::BodyBytes, &SyncRoutes::hello},
        {"POST", Paths::Token, Door::Proof, Limits::BodyBytes, &SyncRoutes::token},
        {"POST", Paths::Enrol, Door::Proof, Limits::BodyBytes, &SyncRoutes::enrol},
        {"GET", HealthPath, Door::Open, 0, &SyncRoutes::health},
    };
    return All;
}

std::size_t SyncRoutes::bodyLimit(std::string_view method, std::string_view path) const
{
    for (const Route &route : routes())
        if (route.method == method && route.path == path)
            return route.bodyLimit;
    // Room for a body that is answered with "no such call".
    return method == "POST" ? Limits::BodyBytes : 0;
}

void SyncRoutes::answer(const HttpRequest &request, const Responder &respond, std::string_view contentType,
                        std::string body)
{
    HttpResponse response;
    response.contentType = std::string(contentType);
    if (body.size() >= protocol::CompressionPays && accepts(request, "zstd")) {
        if (auto compressed = protocol::compress(body)) {
            body = std::move(*compressed);
            response.headers.emplace_back("Content-Encoding", "zstd");
        }
    }
    response.body = std::move(body);
    response.headers.emplace_back("DPoP-Nonce", m_gate->makeNonce());
    respond(std::move(response));
}

void SyncRoutes::refuse(const Responder &respond, Refusal refusal, std::string_view detail,
                        std::chrono::milliseconds retryAfter)
{
    ++(refusal == Refusal::Failed || refusal == Refusal::Busy ? m_figures.failures : m_figures.refusals);
    HttpResponse response;
    response.status = protocol::httpStatusOf(refusal);
    response.body = protocol::encode(protocol::ErrorAnswer{refusal, std::string(detail)});
    response.headers.emplace_back("DPoP-Nonce", m_gate->makeNonce());
    if (refusal == Refusal::TooMany || refusal == Refusal::Busy)
        response.headers.emplace_back("Retry-After", std::to_string((retryAfter.count() + 999) / 1000));
    respond(std::move(response));
}

void SyncRoutes::refuse(const Responder &respond, const base::Error &error)
{
    const Refusal refusal = refusalFor(error.code());
    const bool own = refusal == Refusal::Failed || refusal == Refusal::Busy;
    if (own)
        m_log->write(LogEvent("failed").error(error));
    refuse(respond, refusal, own ? std::string_view() : std::string_view(error.detail()), WhenBusy);
}

void SyncRoutes::handle(HttpRequest request, Responder respond)
{
    ++m_figures.requests;
    Exchange exchange{std::move(request), std::move(respond), {}};
    const std::string_view encoding = exchange.request.header("content-encoding");
    if (encoding.empty() || encoding == "identity") {
        exchange.body = std::move(exchange.request.body);
    } else if (encoding == "zstd") {
        const std::size_t limit = bodyLimit(exchange.request.method, exchange.request.path);
        auto body =
            protocol::decompress(exchange.request.body, {.maxBytes = limit, .maxRatio = Limits::DecompressionRatio});
        if (!body)
            return refuse(exchange.respond, body.error());
        exchange.body = std::move(*body);
    } else {
        return refuse(exchange.respond, Refusal::Invalid, "content encoding");
    }
    route(exchange);
}

void SyncRoutes::route(const Exchange &exchange)
{
    for (const Route &route : routes())
        if (route.method == exchange.request.method && route.path == exchange.request.path)
            return (this->*route.call)(exchange);
    refuse(exchange.respond, Refusal::NotFound, "no such call");
}

bool SyncRoutes::withinRate(const Exchange &exchange, RateLimiter &rates, std::string_view name)
{
    const auto wait = rates.take(name);
    if (wait)
        refuse(exchange.respond, Refusal::TooMany, {}, *wait);
    return !wait;
}

std::optional<Proven> SyncRoutes::admitProof(const Exchange &exchange)
{
    auto admitted = m_gate->checkProof(inputOf(exchange.request));
    if (const auto *refusal = std::get_if<Refusal>(&admitted)) {
        refuse(exchange.respond, *refusal);
        return std::nullopt;
    }
    auto &proven = std::get<Proven>(admitted);
    if (!withinRate(exchange, m_deviceRates, proven.thumbprint))
        return std::nullopt;
    return std::move(proven);
}

std::optional<Session> SyncRoutes::admitToken(const Exchange &exchange)
{
    const auto admitted = m_gate->checkToken(inputOf(exchange.request));
    if (const auto *refusal = std::get_if<Refusal>(&admitted)) {
        refuse(exchange.respond, *refusal);
        return std::nullopt;
    }
    const auto &session = std::get<Session>(admitted);
    if (!withinRate(exchange, m_deviceRates, session.device.toString())
        || !withinRate(exchange, m_tenantRates, session.tenant.toString()))
        return std::nullopt;
    return session;
}

void SyncRoutes::enrol(const Exchange &exchange)
{
    const auto proven = admitProof(exchange);
    if (!proven)
        return;
    const auto request = protocol::decodeEnrolRequest(exchange.body);
    if (!request)
        return refuse(exchange.respond, request.error());
    const auto enrolled = m_core->enrolment().enrol(*request, proven->key);
    if (!enrolled)
        return refuse(exchange.respond, enrolled.error());
    m_log->write(LogEvent("enrol").id("tenant", enrolled->tenant).id("device", enrolled->device));
    answer(exchange.request, exchange.respond, Json, protocol::encode(*enrolled));
}

void SyncRoutes::token(const Exchange &exchange)
{
    const auto proven = admitProof(exchange);
    if (!proven)
        return;
    const auto request = protocol::decodeTokenRequest(exchange.body);
    if (!request)
        return refuse(exchange.respond, request.error());
    const auto caller = m_core->store().read(
        [&](StoreSnapshot &snapshot) { return findDevice(snapshot.identity(), request->device, proven->key); });
    if (!caller)
        return refuse(exchange.respond, caller.error());
    const auto asserted =
        protocol::checkTokenAssertion(request->assertion, caller->key, request->device, caller->session.tenant);
    if (!asserted)
        return refuse(exchange.respond, asserted.error());
    auto made = m_gate->tokens().make(caller->session, proven->thumbprint);
    if (!made)
        return refuse(exchange.respond, made.error());
    answer(exchange.request, exchange.respond, Json,
           protocol::encode(protocol::TokenAnswer{std::move(*made), Limits::TokenLife}));
    // The client has its answer; what is cleared away once a day costs it nothing, and somebody of each tenant comes by.
    if (const auto swept = m_core->blobs().sweepIfDue(caller->session.tenant); !swept)
        m_log->write(LogEvent("sweep").error(swept.error()));
}

void SyncRoutes::hello(const Exchange &exchange)
{
    const auto proven = admitProof(exchange);
    if (!proven)
        return;
    const auto request = protocol::decodeHelloRequest(exchange.body);
    if (!request)
        return refuse(exchange.respond, request.error());
    const auto greeted = m_core->hello().hello(*request, proven->key);
    if (!greeted)
        return refuse(exchange.respond, greeted.error());
    if (greeted->fork)
        m_log->write(LogEvent("fork").id("device", request->device).number("epoch", request->epoch));
    answer(exchange.request, exchange.respond, Json, protocol::encode(*greeted));
}

void SyncRoutes::push(const Exchange &exchange)
{
    const auto session = admitToken(exchange);
    if (!session)
        return;
    const auto request = protocol::decodePush(exchange.body);
    if (!request)
        return refuse(exchange.respond, request.error());
    const auto pushed = m_core->push().push(*session, *request);
    if (!pushed)
        return refuse(exchange.respond, pushed.error());
    if (const auto *verdicts = std::get_if<protocol::PushVerdicts>(&*pushed)) {
        std::int64_t quarantined = 0;
        for (const auto &verdict : verdicts->verdicts)
            quarantined += verdict.kind == changelog::VerdictKind::Quarantined ? 1 : 0;
        m_figures.linesPushed += std::int64_t(verdicts->verdicts.size());
        m_figures.linesQuarantined += quarantined;
        m_log->write(LogEvent("push")
                         .id("device", session->device)
                         .number("lines", std::int64_t(verdicts->verdicts.size()))
                         .number("quarantined", quarantined));
    }
    answer(exchange.request, exchange.respond, JsonLines, protocol::encodePushAnswer(*pushed));
}

void SyncRoutes::pull(const Exchange &exchange)
{
    const auto session = admitToken(exchange);
    if (!session)
        return;
    auto query = protocol::decodePullQuery(exchange.request.query);
    if (!query)
        return refuse(exchange.respond, query.error());
    const std::uint64_t generation = m_waiters->generation();
    // The request outlives this call where it waits; what is needed of it goes along.
    auto attempt = [this, session = *session, query = std::move(*query), grantees = std::vector<Grantee>(),
                    request = exchange.request, respond = exchange.respond](bool last) mutable {
        if (!last && nothingNewFor(session, grantees, query))
            return false;
        const auto page = m_core->pull().pull(session, query);
        if (!page) {
            refuse(respond, page.error());
            return true;
        }
        if (page->items.empty() && !page->more && !last) {
            query.cursor = page->cursor;
            const auto waiting = m_news.waiting(session).value_or(NewsBoard::Waiting());
            grantees = waiting.grantees;
            // Its next hello says which; who asks without waiting is not kept from what is there.
            if (waiting.isOrdered)
                refuse(respond, Refusal::Refused, "there is an order for the device");
            return waiting.isOrdered;
        }
        m_figures.itemsPulled += std::int64_t(page->items.size());
        m_log->write(LogEvent("pull").id("device", session.device).number("items", std::int64_t(page->items.size())));
        answer(request, respond, JsonLines, protocol::encodePullPage(*page));
        return true;
    };
    const auto wait = std::min<std::chrono::nanoseconds>(query->wait, Limits::LongestWait);
    if (!attempt(wait.count() == 0))
        m_waiters->add({session->tenant, session->device}, generation, wait, std::move(attempt));
}

void SyncRoutes::digest(const Exchange &exchange)
{
    const auto session = admitToken(exchange);
    if (!session)
        return;
    const auto request = protocol::decodeDigestRequest(exchange.body);
    if (!request)
        return refuse(exchange.respond, request.error());
    const auto compared = m_core->digest().compare(*session, *request);
    if (!compared)
        return refuse(exchange.respond, compared.error());
    if (!compared->differ.empty())
        m_log->write(
            LogEvent("differ").id("device", session->device).number("cases", std::int64_t(compared->differ.size())));
    answer(exchange.request, exchange.respond, Json, protocol::encode(*compared));
}

void SyncRoutes::fetch(const Exchange &exchange)
{
    const auto session = admitToken(exchange);
    if (!session)
        return;
    const auto request = protocol::decodeFetchRequest(exchange.body);
    if (!request)
        return refuse(exchange.respond, request.error());
    const auto fetched = m_core->fetch().fetch(*session, *request);
    if (!fetched)
        return refuse(exchange.respond, fetched.error());
    m_log->write(LogEvent("fetch").id("device", session->device).number("left", fetched->left));
    answer(exchange.request, exchange.respond, Json, protocol::encode(*fetched));
}

/// The device that wrote it is locked, so its key is out of reach: any key may prove the call, and what is in the box proves
/// itself.
void SyncRoutes::outbox(const Exchange &exchange)
{
    if (!admitProof(exchange))
        return;
    const auto tenant = protocol::decodeOutboxQuery(exchange.request.query);
    if (!tenant)
        return refuse(exchange.respond, tenant.error());
    if (!withinRate(exchange, m_tenantRates, tenant->toString()))
        return;
    const auto taken = m_core->outbox().take(*tenant, base::bytesOf(exchange.body));
    if (!taken)
        return refuse(exchange.respond, taken.error());
    m_figures.linesPushed += taken->taken;
    m_figures.linesQuarantined += taken->quarantined;
    m_log->write(LogEvent("outbox")
                     .id("tenant", *tenant)
                     .number("lines", taken->taken)
                     .number("quarantined", taken->quarantined));
    answer(exchange.request, exchange.respond, Json, protocol::encode(*taken));
}

void SyncRoutes::offer(const Exchange &exchange)
{
    const auto session = admitToken(exchange);
    if (!session)
        return;
    const auto lines = protocol::decodeOffer(exchange.body);
    if (!lines)
        return refuse(exchange.respond, lines.error());
    const auto verdicts = m_core->offer().take(*session, *lines);
    if (!verdicts)
        return refuse(exchange.respond, verdicts.error());
    const auto count = [&](changelog::OfferVerdict verdict) {
        return std::int64_t(std::count(verdicts->begin(), verdicts->end(), verdict));
    };
    m_log->write(LogEvent("offer")
                     .id("device", session->device)
                     .number("taken", count(changelog::OfferVerdict::Taken))
                     .number("refused", count(changelog::OfferVerdict::Refused)));
    answer(exchange.request, exchange.respond, Json, protocol::encodeOfferAnswer(*verdicts));
}

bool SyncRoutes::nothingNewFor(const Session &session, const std::vector<Grantee> &grantees,
                               protocol::PullRequest &query)
{
    auto cursor = PullCursor::parse(query.cursor);
    if (grantees.empty() || !cursor || cursor->grant != 0 || cursor->again || cursor->ahead)
        return false;
    const auto until = m_news.quietUntil(session, grantees, cursor->seq, m_waiters->generation());
    if (!until)
        return false;
    cursor->seq = *until;
    query.cursor = cursor->toString();
    return true;
}

bool SyncRoutes::storeAnswers()
{
    const auto read =
        m_core->store().read([](StoreSnapshot &snapshot) { return snapshot.identity().setting(SettingNames::LogId); });
    if (!read)
        m_log->write(LogEvent("unhealthy").error(read.error()));
    return read.has_value();
}

void SyncRoutes::health(const Exchange &exchange)
{
    if (!storeAnswers())
        return refuse(exchange.respond, Refusal::Busy, {}, WhenBusy);
    answer(exchange.request, exchange.respond, Json, "{\"status\":\"ok\"}");
}

} // namespace faltakt::server
