#pragma once

#include "core/base/log.h"
#include "sync/server/api/news_board.h"
#include "sync/server/api/server_core.h"
#include "sync/server/app/pull_waiters.h"
#include "sync/server/app/traffic_figures.h"
#include "sync/server/auth/proof_gate.h"
#include "sync/server/http/http_message.h"
#include "sync/server/http/rate_limiter.h"

#include <span>

namespace faltakt::server {

/// The calls of the sync protocol over HTTP: proofs and tokens at the door, bodies in and out, refusals in their form.
/// Called by many threads at once.
class SyncRoutes final : public HttpHandler {
public:
    SyncRoutes(ServerCore &core, ProofGate &gate, PullWaiters &waiters, const base::MonotonicClock &clock,
               const base::Log &log);

    struct Exchange {
        HttpRequest request;
        Responder respond;
        std::string body; ///< As the client meant it, decompressed.
    };
    /// What a caller must show before anything of a call is done.
    enum class Door { Open, Proof, Token };
    struct Route {
        std::string_view method;
        std::string_view path;
        Door door;
        std::size_t bodyLimit;
        void (SyncRoutes::*call)(const Exchange &);
    };
    /// All calls that there are.
    [[nodiscard]] static std::span<const Route> routes();

    [[nodiscard]] std::size_t bodyLimit(std::string_view method, std::string_view path) const override;
    void handle(HttpRequest request, Responder respond) override;
    [[nodiscard]] const TrafficFigures &figures() const { return m_figures; }
    /// What /healthz says: a small read went through.
    [[nodiscard]] bool storeAnswers();

private:
    void route(const Exchange &exchange);
    void enrol(const Exchange &exchange);
    void token(const Exchange &exchange);
    void hello(const Exchange &exchange);
    void push(const Exchange &exchange);
    void pull(const Exchange &exchange);
    void digest(const Exchange &exchange);
    void fetch(const Exchange &exchange);
    void offer(const Exchange &exchange);
    void outbox(const Exchange &exchange);
    void announceBlob(const Exchange &exchange);
    void takeChunk(const Exchange &exchange);
    void quarantine(const Exchange &exchange);
    void readChunk(const Exchange &exchange);
    void readPack(const Exchange &exchange);
    void readProfile(const Exchange &exchange);
    void known(const Exchange &exchange);
    void health(const Exchange &exchange);

    /// Empty where the request was answered with a refusal.
    [[nodiscard]] std::optional<Proven> admitProof(const Exchange &exchange);
    [[nodiscard]] std::optional<Session> admitToken(const Exchange &exchange);
    [[nodiscard]] bool withinRate(const Exchange &exchange, RateLimiter &rates, std::string_view name);

    /// True where nothing new can concern who waits; the query then goes on from there.
    [[nodiscard]] bool nothingNewFor(const Session &session, const std::vector<Grantee> &grantees,
                                     protocol::PullRequest &query);

    void answerProgress(const Exchange &exchange, const base::Result<BlobService::Progress> &progress);
    void answer(const HttpRequest &request, const Responder &respond, std::string_view contentType, std::string body);
    void refuse(const Responder &respond, protocol::Refusal refusal, std::string_view detail = {},
                std::chrono::milliseconds retryAfter = {});
    void refuse(const Responder &respond, const base::Error &error);

    ServerCore *m_core;
    ProofGate *m_gate;
    PullWaiters *m_waiters;
    const base::Log *m_log;
    RateLimiter m_deviceRates;
    RateLimiter m_tenantRates;
    RateLimiter m_knownRates; ///< By worker.
    TrafficFigures m_figures;
    NewsBoard m_news;
};

} // namespace faltakt::server
