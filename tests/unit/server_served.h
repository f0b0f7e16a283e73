#pragma once

#include "core/crypto/system_random.h"
#include "sync/protocol/token_assertion.h"
#include "sync/server/app/sync_routes.h"
#include "sync/server/http/http_server.h"
#include "sync/server/ops/certificate_authority.h"
#include "tests/unit/server_tls_client.h"
#include "tests/unit/server_world.h"

#include <csignal>

/// A server behind real TLS on loopback, and requests to it as a device makes them.
namespace faltakt::server::testing {

/// The process of the tests must survive a write to a closed socket.
inline const bool PipesIgnored = [] {
    std::signal(SIGPIPE, SIG_IGN);
    return true;
}();

struct Served : World {
    explicit Served(HttpLimits limits = {})
    {
        bootKey = crypto::SecretBytes::makeRandom(systemRandom, 32);
        gate = std::make_unique<ProofGate>(bootKey, monotonic, systemRandom);
        routes = std::make_unique<SyncRoutes>(*core, *gate, waiters, clock, log); // Rates under the manual clock.
        auto root = need(makeRoot("test", base::SystemClock().now(), systemRandom));
        rootPem = root.certificate;
        auto own =
            need(makeServerCertificate(root, {"localhost", "127.0.0.1"}, base::SystemClock().now(), systemRandom));
        server = need(HttpServer::start({.limits = limits,
                                         .identity = {own.certificate + root.certificate, std::move(own.privateKey)},
                                         .handler = routes.get(),
                                         .clock = &monotonic}));
        worker = addWorker("Anna", team);
        device = std::make_unique<TestDevice>(*this, worker);
    }
    ~Served()
    {
        waiters.release();
        server->stop(std::chrono::seconds(5));
    }

    TlsClient client(const std::string &from = "127.0.0.1")
    {
        return TlsClient(server->port(), rootPem, TLS1_3_VERSION, from);
    }
    std::string freshNonce(TlsClient &through) { return through.ask("GET", "/healthz").headers["DPoP-Nonce"]; }
    std::string proof(const std::string &method, const std::string &path, const std::string &nonce,
                      const std::string &token = {}, const crypto::SigningKey *by = nullptr)
    {
        const auto text = protocol::makeProof(
            by ? *by : device->key,
            {.method = method, .url = "https://localhost" + path, .nonce = nonce, .token = token}, Start, systemRandom);
        return "DPoP: " + need(text) + "\r\n";
    }
    std::string token(TlsClient &through)
    {
        const auto assertion =
            need(protocol::makeTokenAssertion(device->key, device->session.device, tenant, systemRandom));
        const auto answer = through.ask("POST", "/v1/token",
                                        protocol::encode(protocol::TokenRequest{device->session.device, assertion}),
                                        proof("POST", "/v1/token", freshNonce(through)));
        REQUIRE(answer.status == 200);
        return need(protocol::decodeTokenAnswer(answer.body)).token;
    }
    std::string credentials(TlsClient &through, const std::string &method, const std::string &path,
                            const std::string &held)
    {
        return proof(method, path, freshNonce(through), held) + "Authorization: DPoP " + held + "\r\n";
    }
    std::string pushBody(const std::string &line)
    {
        return protocol::encodePush(
            need(protocol::signPush(device->append({line}), tenant, device->session.device, device->key)));
    }

    crypto::SystemRandom systemRandom;
    base::SystemMonotonicClock monotonic;
    base::Log log{clock, [](std::string_view) {}};
    crypto::SecretBytes bootKey;
    std::unique_ptr<ProofGate> gate;
    PullWaiters waiters{monotonic};
    std::unique_ptr<SyncRoutes> routes;
    std::unique_ptr<HttpServer> server;
    std::string rootPem;
    WorkerId worker;
    std::unique_ptr<TestDevice> device;
};

} // namespace faltakt::server::testing
