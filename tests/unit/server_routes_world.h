#pragma once

#include "core/crypto/system_random.h"
#include "sync/protocol/token_assertion.h"
#include "sync/server/app/sync_routes.h"
#include "tests/unit/server_world.h"

#include <future>

/// The server's calls as they come in, with proofs and tokens, without a network and under the manual clock.
namespace faltakt::server::testing {

class RoutesWorld : public World {
public:
    RoutesWorld()
        : bootKey(crypto::SecretBytes::makeRandom(systemRandom, 32)), gate(bootKey, clock, systemRandom),
          routes(*core, gate, waiters, clock, log)
    {
        heard = [this](TenantId of) { waiters.wake(of); };
    }
    ~RoutesWorld() { waiters.release(); }
    RoutesWorld(const RoutesWorld &) = delete;
    RoutesWorld &operator=(const RoutesWorld &) = delete;

    HttpResponse handle(HttpRequest request)
    {
        HttpResponse answer;
        answer.status = 0;
        routes.handle(std::move(request), Responder([&](const HttpResponse &response) { answer = response; }));
        return answer;
    }
    /// Answered at once or later, on a thread of the server's.
    std::future<HttpResponse> handleLater(HttpRequest request)
    {
        const auto answer = std::make_shared<std::promise<HttpResponse>>();
        routes.handle(std::move(request),
                      Responder([answer](HttpResponse response) { answer->set_value(std::move(response)); }));
        return answer->get_future();
    }
    /// A request with a proof by this key, made for it, and with the token where there is one.
    HttpResponse ask(const crypto::SigningKey &key, const std::string &method, const std::string &path,
                     const std::string &query, std::string body, const std::string &token)
    {
        return handle(makeRequest(key, method, path, query, std::move(body), token));
    }
    HttpRequest makeRequest(const crypto::SigningKey &key, const std::string &method, const std::string &path,
                            const std::string &query, std::string body, const std::string &token)
    {
        const auto proof = need(protocol::makeProof(
            key, {.method = method, .url = "https://localhost" + path, .nonce = gate.makeNonce(), .token = token},
            Start, systemRandom));
        HttpRequest request{
            .method = method, .path = path, .query = query, .headers = {}, .body = std::move(body), .peer = {}};
        request.headers = {{"host", "localhost"}, {"dpop", proof}};
        if (!token.empty())
            request.headers.emplace_back("authorization", "DPoP " + token);
        return request;
    }
    static std::string codeOf(const HttpResponse &answer)
    {
        if (answer.status == 200)
            return "done";
        const auto read = protocol::decodeErrorAnswer(answer.body);
        return read ? std::string(protocol::refusalName(read->error)) : "no form";
    }

    crypto::SystemRandom systemRandom;
    base::Log log{clock, [](std::string_view) {}};
    crypto::SecretBytes bootKey;
    ProofGate gate;
    PullWaiters waiters{clock};
    SyncRoutes routes;
};

/// A device that makes its calls through the routes, with a token that it fetched there.
class RoutesDevice {
public:
    RoutesDevice(RoutesWorld &server, WorkerId of) : world(server), own(server, of) { fetchToken(); }

    /// Of a worker who is revoked: nobody enrols for one, so the device is put there as if it had been before.
    static RoutesDevice ofRevokedWorker(RoutesWorld &server, const std::string &role)
    {
        auto key = need(crypto::SigningKey::make());
        const Session session{server.tenant, server.ids.makeId<WorkerId>(), server.ids.makeId<DeviceId>()};
        need(server.store->write([&](StoreTransaction &transaction) -> base::Result<void> {
            TRY_VOID(transaction.identity().addWorker(
                {session.worker, server.tenant, server.team, "Gone " + role, role, true}));
            return transaction.identity().addDevice({.id = session.device,
                                                     .tenant = server.tenant,
                                                     .worker = session.worker,
                                                     .key = key.publicKey(),
                                                     .name = "phone",
                                                     .app = "test",
                                                     .enrolled = Start,
                                                     .revokedAt = {},
                                                     .lastContact = {}});
        }));
        return {server, TestDevice(server, std::move(key), session)};
    }

    void fetchToken()
    {
        const auto assertion =
            need(protocol::makeTokenAssertion(own.key, own.session.device, own.session.tenant, world.systemRandom));
        const auto answer = world.ask(own.key, "POST", "/v1/token", {},
                                      protocol::encode(protocol::TokenRequest{own.session.device, assertion}), {});
        REQUIRE(answer.status == 200);
        token = need(protocol::decodeTokenAnswer(answer.body)).token;
    }
    HttpResponse pushBatch(const changelog::JournalBatch &batch)
    {
        const auto request = need(protocol::signPush(batch, own.session.tenant, own.session.device, own.key));
        return world.ask(own.key, "POST", "/v1/push", {}, protocol::encodePush(request), token);
    }
    std::vector<Verdict> push(const std::vector<std::string> &lines)
    {
        const auto answer = pushBatch(own.append(lines));
        REQUIRE(answer.status == 200);
        return std::get<protocol::PushVerdicts>(need(protocol::decodePushAnswer(answer.body))).verdicts;
    }
    HttpResponse pullPage()
    {
        return world.ask(
            own.key, "GET", "/v1/pull",
            protocol::encodePullQuery({.cursor = own.cursor, .limit = 1000, .wait = {}, .epoch = own.epoch}), {},
            token);
    }
    /// Asks for news and waits for them as long as it may.
    std::future<HttpResponse> listen()
    {
        const protocol::PullRequest request{
            .cursor = own.cursor, .limit = 1000, .wait = protocol::Limits::LongestWait, .epoch = own.epoch};
        return world.handleLater(
            world.makeRequest(own.key, "GET", "/v1/pull", protocol::encodePullQuery(request), {}, token));
    }
    /// All there is.
    std::vector<changelog::PullItem> pull()
    {
        std::vector<changelog::PullItem> items;
        while (true) {
            const auto answer = pullPage();
            REQUIRE(answer.status == 200);
            const auto page = need(protocol::decodePullPage(answer.body));
            items.insert(items.end(), page.items.begin(), page.items.end());
            own.cursor = page.cursor;
            if (!page.more)
                return items;
        }
    }

    RoutesWorld &world;
    TestDevice own;
    std::string token;

private:
    RoutesDevice(RoutesWorld &server, TestDevice device) : world(server), own(std::move(device)) { fetchToken(); }
};

} // namespace faltakt::server::testing
