// The server over real TLS on loopback: limits, misbehaving clients, proofs and tokens, long polls, the graceful stop.
#include "tests/unit/server_served.h"

#include "core/crypto/hash.h"
#include "sync/protocol/compression.h"

#include <thread>

using namespace faltakt::server;
using namespace faltakt::server::testing;
using namespace std::chrono_literals;
namespace base = faltakt::base;
namespace crypto = faltakt::crypto;
namespace protocol = faltakt::protocol;

namespace {

struct Impatient : Served {
    Impatient() : Served(HttpLimits{.requestTime = 200ms, .idleTime = 200ms, .connectionsPerAddress = 3}) {}
};

/// Takes everything and answers how long its body took, in milliseconds.
struct Timekeeper final : HttpHandler {
    [[nodiscard]] std::size_t bodyLimit(std::string_view, std::string_view) const override { return 1024; }
    void handle(HttpRequest request, Responder respond) override
    {
        HttpResponse response;
        response.body = std::to_string(std::chrono::duration_cast<std::chrono::milliseconds>(request.bodyTook).count());
        respond(std::move(response));
    }
};

} // namespace

TEST_CASE_METHOD(Served, "the server speaks TLS 1.3 alone, and its certificate fits root and name")
{
    CHECK(client().version() == "TLSv1.3");
    CHECK_FALSE(TlsClient(server->port(), rootPem, TLS1_2_VERSION).connected());
    const auto other = need(makeRoot("other", base::SystemClock().now(), systemRandom));
    CHECK_FALSE(TlsClient(server->port(), other.certificate).connected());
}

TEST_CASE_METHOD(Served, "many requests go over one connection")
{
    TlsClient one = client();
    for (int i = 0; i < 5; ++i)
        CHECK(one.ask("GET", "/healthz").status == 200);
}

TEST_CASE_METHOD(Served, "an unknown call is not found, and a call without proof is asked for one")
{
    TlsClient one = client();
    CHECK(one.ask("GET", "/v1/everything").status == 404);
    const auto answer = one.ask("POST", "/v1/push", "{}");
    CHECK(answer.status == 401);
    CHECK(answer.headers.contains("DPoP-Nonce"));
}

TEST_CASE_METHOD(Served, "a head that is too large is refused and the connection closed")
{
    TlsClient one = client();
    one.send("GET /healthz HTTP/1.1\r\nHost: localhost\r\nX-Long: " + std::string(20'000, 'a') + "\r\n\r\n");
    CHECK(one.receive().status == 413);
    CHECK(one.closedByServer());
}

TEST_CASE_METHOD(Served, "what is no HTTP is refused")
{
    for (const char *text :
         {"\x16\x03\x01 nonsense\r\n\r\n", "GET /healthz\r\n\r\n", "GET /healthz HTTP/1.1\r\nno colon\r\n\r\n",
          "POST /v1/push HTTP/1.1\r\nContent-Length: 5\r\nContent-Length: 6\r\n\r\nhello",
          "POST /v1/push HTTP/1.1\r\nContent-Length: -1\r\n\r\n"}) {
        TlsClient one = client();
        one.send(text);
        CHECK(one.receive().status == 400);
    }
}

TEST_CASE_METHOD(Served, "a body that is too large is refused before it is read")
{
    TlsClient one = client();
    one.send("POST /v1/hello HTTP/1.1\r\nHost: localhost\r\nContent-Length: 70000\r\n\r\n");
    CHECK(one.receive().status == 413);
}

TEST_CASE_METHOD(Served, "a request says how long its body was on its way, and not how long its connection was idle")
{
    const auto root = need(makeRoot("test", base::SystemClock().now(), systemRandom));
    auto own = need(makeServerCertificate(root, {"localhost"}, base::SystemClock().now(), systemRandom));
    Timekeeper handler;
    const auto timed = need(HttpServer::start({.limits = {},
                                               .identity = {own.certificate, std::move(own.privateKey)},
                                               .handler = &handler,
                                               .clock = &monotonic}));
    TlsClient one(timed->port(), root.certificate);
    std::this_thread::sleep_for(300ms);
    CHECK(std::stoi(one.ask("POST", "/", "at once").body) < 250);
    one.send("POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 4\r\n\r\nsl");
    std::this_thread::sleep_for(300ms);
    one.send("ow");
    CHECK(std::stoi(one.receive().body) >= 250);
}

TEST_CASE_METHOD(Served, "a compressed body is unpacked within the limit of its call")
{
    TlsClient one = client();
    const std::string token = this->token(one);
    const auto line = device->note(ids.makeId<CaseId>());
    const auto body = need(protocol::compress(pushBody(line.line)));
    const auto answer =
        one.ask("POST", "/v1/push", body, credentials(one, "POST", "/v1/push", token) + "Content-Encoding: zstd\r\n");
    CHECK(answer.status == 200);
    // Small on the wire, too large once unpacked.
    base::Bytes noise(800'000);
    random.fill(noise);
    const auto bomb = need(protocol::compress(base::toHex(noise)));
    CHECK(bomb.size() < protocol::Limits::PushBodyBytes);
    CHECK(one.ask("POST", "/v1/push", bomb, credentials(one, "POST", "/v1/push", token) + "Content-Encoding: zstd\r\n")
              .status
          == 413);
    CHECK(one.ask("POST", "/v1/push", "x", credentials(one, "POST", "/v1/push", token) + "Content-Encoding: br\r\n")
              .status
          == 400);
}

TEST_CASE_METHOD(Impatient, "a client that is slow to finish its request is dropped")
{
    TlsClient one = client();
    one.send("GET /healthz HTTP/1.1\r\nHost: local");
    CHECK(one.closedByServer());
}

TEST_CASE_METHOD(Impatient, "an idle connection is closed")
{
    TlsClient one = client();
    CHECK(one.ask("GET", "/healthz").status == 200);
    CHECK(one.closedByServer());
}

TEST_CASE_METHOD(Impatient, "one address gets a bounded number of connections")
{
    TlsClient first = client();
    TlsClient second = client();
    TlsClient third = client();
    CHECK(third.connected());
    CHECK_FALSE(client().connected());
}

TEST_CASE_METHOD(Served, "a device enrols, asks for a token, pushes and pulls over the wire")
{
    TlsClient one = client();
    const std::string held = token(one);
    const auto line = device->note(ids.makeId<CaseId>());
    const auto pushed = one.ask("POST", "/v1/push", pushBody(line.line), credentials(one, "POST", "/v1/push", held));
    REQUIRE(pushed.status == 200);
    const auto verdicts = std::get<protocol::PushVerdicts>(need(protocol::decodePushAnswer(pushed.body)));
    CHECK(verdicts.verdicts.front().kind == VerdictKind::Accepted);
    const auto pulled = one.ask("GET", "/v1/pull?epoch=2", {}, credentials(one, "GET", "/v1/pull", held));
    REQUIRE(pulled.status == 200);
    CHECK(TestDevice::changesIn(need(protocol::decodePullPage(pulled.body)).items) == std::vector{line.change.id});
}

TEST_CASE_METHOD(Served, "a replayed proof is turned away, and the same request with a new proof goes through")
{
    TlsClient one = client();
    const std::string held = token(one);
    const std::string used = credentials(one, "GET", "/v1/pull", held);
    CHECK(one.ask("GET", "/v1/pull", {}, used).status == 200);
    const auto replayed = one.ask("GET", "/v1/pull", {}, used);
    CHECK(replayed.status == 401);
    CHECK(replayed.body.find("use_dpop_nonce") != std::string::npos);
    CHECK(one.ask("GET", "/v1/pull", {}, credentials(one, "GET", "/v1/pull", held)).status == 200);
}

TEST_CASE_METHOD(Served, "a token with another key's proof, without a proof, or twice in the head is turned away")
{
    TlsClient one = client();
    const std::string held = token(one);
    const auto thief = need(crypto::SigningKey::make());
    const std::string authorization = "Authorization: DPoP " + held + "\r\n";
    CHECK(one.ask("GET", "/v1/pull", {}, proof("GET", "/v1/pull", freshNonce(one), held, &thief) + authorization).status
          == 401);
    CHECK(one.ask("GET", "/v1/pull", {}, authorization).status == 401);
    CHECK(one.ask("GET", "/v1/pull", {}, credentials(one, "GET", "/v1/pull", held) + authorization).status == 401);
    CHECK(one.ask("GET", "/v1/pull", {}, "Authorization: Bearer " + held + "\r\n").status == 401);
}

TEST_CASE_METHOD(Served, "a revocation counts from the next request on")
{
    TlsClient one = client();
    const std::string held = token(one);
    need(core->administration().revokeDevice(device->session.device));
    CHECK(one.ask("GET", "/v1/pull", {}, credentials(one, "GET", "/v1/pull", held)).status == 403);
    const auto pushed = one.ask("POST", "/v1/push", pushBody(device->note(ids.makeId<CaseId>()).line),
                                credentials(one, "POST", "/v1/push", held));
    REQUIRE(pushed.status == 200);
    CHECK(pushed.body.find("revoked") != std::string::npos);
}

TEST_CASE_METHOD(Served, "a waiting pull is answered by the news of a colleague")
{
    TestDevice colleague(*this, addWorker("Bo", team));
    TlsClient one = client();
    const std::string held = token(one);
    device->pull();
    const std::string head = credentials(one, "GET", "/v1/pull", held);
    RawAnswer answer;
    std::thread waiting([&] { answer = one.ask("GET", "/v1/pull?wait=50&cursor=" + device->cursor, {}, head); });
    const auto line = colleague.note(ids.makeId<CaseId>());
    colleague.push(line);
    waiters.wake(tenant);
    waiting.join();
    REQUIRE(answer.status == 200);
    CHECK(TestDevice::changesIn(need(protocol::decodePullPage(answer.body)).items) == std::vector{line.change.id});
}

TEST_CASE_METHOD(Served, "a stopping server answers who waits, finishes what runs and leaves nobody hanging")
{
    TlsClient one = client();
    const std::string held = token(one);
    device->pull();
    const std::string head = credentials(one, "GET", "/v1/pull", held);
    TlsClient idle = client();
    RawAnswer answer;
    std::thread waiting([&] { answer = one.ask("GET", "/v1/pull?wait=50&cursor=" + device->cursor, {}, head); });
    waiters.release();
    waiting.join();
    server->stop(5s);
    CHECK(answer.status == 200);
    CHECK(idle.closedByServer());
    CHECK_FALSE(TlsClient(server->port(), rootPem).connected());
}

TEST_CASE_METHOD(Served, "too many requests of one device are told when to come again")
{
    TlsClient one = client();
    const std::string held = token(one);
    bool refused = false;
    for (int i = 0; i < 400 && !refused; ++i) {
        const auto answer = one.ask("GET", "/v1/pull", {}, credentials(one, "GET", "/v1/pull", held));
        refused = answer.status == 429;
        if (refused)
            CHECK(answer.headers.contains("Retry-After"));
    }
    CHECK(refused);
}
