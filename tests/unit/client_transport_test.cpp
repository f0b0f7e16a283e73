#include "core/crypto/hash.h"
#include "core/crypto/system_random.h"
#include "sync/client/answers.h"
#include "sync/client/transport.h"
#include "sync/protocol/compression.h"
#include "sync/protocol/dpop.h"
#include "sync/protocol/messages.h"
#include "tests/support/catch.h"
#include "tests/unit/client_tls_server.h"

using namespace faltakt;
using base::ErrorCode;
using client::Answer;
using client::Request;
using test::SeenRequest;
using test::TlsServer;

namespace {

const base::ManualClock Clock(base::instantFromMs(1'780'000'000'000));

/// A device key and the transport that uses it, to a server on this machine.
struct Line {
    explicit Line(const TlsServer &server, const QString &root = QStringLiteral("root.pem"),
                  std::string host = "127.0.0.1")
        : transport({std::move(host), server.port()}, test::certificateDer(root), key, Clock, random)
    {
    }

    base::Result<Answer> send(Request request)
    {
        return test::await<Answer>([&](auto done) { transport.send(std::move(request), std::move(done)); });
    }

    crypto::SystemRandom random;
    crypto::SigningKey key = crypto::SigningKey::make().value();
    client::Transport transport;
};

Request hello(std::string body = "{}")
{
    Request request;
    request.path = "/v1/hello";
    request.body = std::move(body);
    return request;
}

QByteArray refusal(protocol::Refusal refusal, const QByteArray &headers = {})
{
    return TlsServer::response(protocol::httpStatusOf(refusal),
                               QByteArray::fromStdString(protocol::encode(protocol::ErrorAnswer{refusal, ""})),
                               headers);
}

base::Result<base::Bytes> readRoot(std::uint16_t port, const base::Hash &fingerprint)
{
    client::TrustRootReader reader;
    return test::await<base::Bytes>([&](auto done) {
        reader.start({"127.0.0.1", port}, fingerprint, std::move(done));
    });
}

} // namespace

TEST_CASE("the root that a code names is taken from the chain without sending anything")
{
    TlsServer server;
    const base::Bytes root = test::certificateDer(QStringLiteral("root.pem"));

    const auto read = readRoot(server.port(), crypto::sha256(root));

    REQUIRE(read.has_value());
    CHECK(*read == root);
    CHECK(server.requests().empty());
}

TEST_CASE("a server whose chain lacks the root that the code names is refused")
{
    TlsServer server;
    const auto read = readRoot(server.port(), crypto::sha256(test::certificateDer(QStringLiteral("other_root.pem"))));
    REQUIRE_FALSE(read.has_value());
    CHECK(read.error().code() == ErrorCode::Refused);
}

TEST_CASE("a certificate of the chain that is no root is not taken for one")
{
    TlsServer server;
    const auto read = readRoot(server.port(), crypto::sha256(test::certificateDer(QStringLiteral("server.pem"))));
    REQUIRE_FALSE(read.has_value());
    CHECK(read.error().code() == ErrorCode::Refused);
}

TEST_CASE("where nothing listens the root cannot be read")
{
    const std::uint16_t freePort = TlsServer().port();
    const auto read = readRoot(freePort, {});
    REQUIRE_FALSE(read.has_value());
    CHECK(read.error().code() == ErrorCode::Unreachable);
}

TEST_CASE("a request carries a proof by the device key for its method and address")
{
    TlsServer server;
    Line line(server);

    const auto answer = line.send(hello());

    REQUIRE(answer.has_value());
    CHECK(answer->status == 200);
    REQUIRE(server.requests().size() == 1);
    const SeenRequest &seen = server.requests().front();
    CHECK(seen.requestLine() == "POST /v1/hello HTTP/1.1");
    const std::string url = "https://127.0.0.1:" + std::to_string(server.port()) + "/v1/hello";
    const auto proof = protocol::checkProof(seen.header("DPoP"), {"POST", url, {}, {}});
    REQUIRE(proof.has_value());
    CHECK(proof->key == line.key.publicKey());
}

TEST_CASE("with a token the proof is bound to it")
{
    TlsServer server;
    Line line(server);
    Request request = hello();
    request.method = Request::Method::Get;
    request.query = "limit=5";
    request.token = "a-token";

    REQUIRE(line.send(request).has_value());

    const SeenRequest &seen = server.requests().front();
    CHECK(seen.requestLine() == "GET /v1/hello?limit=5 HTTP/1.1");
    CHECK(seen.header("Authorization") == "DPoP a-token");
    const std::string url = "https://127.0.0.1:" + std::to_string(server.port()) + "/v1/hello";
    CHECK(protocol::checkProof(seen.header("DPoP"), {"GET", url, {}, "a-token"}).has_value());
}

TEST_CASE("the server's nonce goes into a new proof of the same request")
{
    TlsServer server;
    server.answer([&](const SeenRequest &seen) {
        const std::string url = "https://127.0.0.1:" + std::to_string(server.port()) + "/v1/hello";
        const auto proof = protocol::checkProof(seen.header("DPoP"), {"POST", url, {}, {}});
        if (proof && proof->nonce == "fresh")
            return TlsServer::response(200, seen.body);
        return refusal(protocol::Refusal::UseDpopNonce, "DPoP-Nonce: fresh\r\n");
    });
    Line line(server);

    const auto answer = line.send(hello("{\"a\":1}"));

    REQUIRE(answer.has_value());
    CHECK(answer->status == 200);
    CHECK(answer->body == "{\"a\":1}");
    CHECK(server.requests().size() == 2);
}

TEST_CASE("a server that wants ever new nonces is given up after two")
{
    TlsServer server;
    server.answer(
        [](const SeenRequest &) { return refusal(protocol::Refusal::UseDpopNonce, "DPoP-Nonce: again\r\n"); });
    Line line(server);

    const auto answer = line.send(hello());

    REQUIRE(answer.has_value());
    CHECK(answer->status == 401);
    CHECK(server.requests().size() == 3);
    CHECK(client::checkAnswer(*answer).error().code() == ErrorCode::Unreachable);
}

TEST_CASE("long bodies travel compressed both ways")
{
    const std::string text(20000, 'x');
    TlsServer server;
    server.answer([&](const SeenRequest &) {
        return TlsServer::response(200, QByteArray::fromStdString(protocol::compress(text).value()),
                                   "Content-Encoding: zstd\r\n");
    });
    Line line(server);

    const auto answer = line.send(hello(text));

    REQUIRE(answer.has_value());
    CHECK(answer->body == text);
    const SeenRequest &seen = server.requests().front();
    CHECK(seen.header("Content-Encoding") == "zstd");
    CHECK(protocol::decompress(seen.body.toStdString()).value() == text);
    // Heads are counted as far as they are known before Qt has put in its own.
    const auto travelled = seen.head.size() + seen.body.size();
    CHECK(std::abs(line.transport.traffic().sent - travelled) < 100);
    CHECK(line.transport.traffic().received > 100);
    CHECK(line.transport.traffic().received < 1000);
}

TEST_CASE("a request that is given up is not answered any more, and its connection is closed")
{
    TlsServer server;
    server.beSilent();
    Line line(server);
    bool answered = false;
    const auto number = line.transport.send(hello(), [&](const base::Result<Answer> &) { answered = true; });
    REQUIRE(test::comesTrue([&] { return server.requests().size() == 1; }));
    line.transport.giveUp(number);
    CHECK(test::comesTrue([&] { return server.leftAlone() == 1; }));
    CHECK_FALSE(answered);
    line.transport.giveUp(number);
}

TEST_CASE("one of two requests may be given up")
{
    TlsServer server;
    server.beSilent();
    Line line(server);
    const auto ignore = [](const base::Result<Answer> &) {};
    const auto first = line.transport.send(hello(), ignore);
    line.transport.send(hello(), ignore);
    REQUIRE(test::comesTrue([&] { return server.requests().size() == 2; }));
    line.transport.giveUp(first);
    REQUIRE(test::comesTrue([&] { return server.leftAlone() == 1; }));
    CHECK_FALSE(test::comesTrue([&] { return server.leftAlone() == 2; }, 50));
}

TEST_CASE("a server that never comes to an end is given up when the whole time is over")
{
    TlsServer server;
    server.beSilent();
    Line line(server);
    Request request = hello();
    request.longest = std::chrono::milliseconds(100);
    const auto answer = line.send(std::move(request));
    REQUIRE_FALSE(answer.has_value());
    CHECK(answer.error().code() == ErrorCode::Unreachable);
    CHECK(answer.error().detail() == "the server does not answer in time");
}

TEST_CASE("a bomb is not unpacked")
{
    TlsServer server;
    // No sender of ours would make it: it is told that the receiver believes anything.
    const protocol::DecompressionLimits gullible{.maxRatio = protocol::Limits::DecompressedBytes};
    const std::string bomb =
        protocol::compress(std::string(protocol::Limits::DecompressedBytes + 1, 'x'), gullible).value();
    server.answer([&](const SeenRequest &) {
        return TlsServer::response(200, QByteArray::fromStdString(bomb), "Content-Encoding: zstd\r\n");
    });
    const auto answer = Line(server).send(hello());
    REQUIRE_FALSE(answer.has_value());
    CHECK(answer.error().code() == ErrorCode::TooLarge);
}

TEST_CASE("a redirect is an answer and is not followed")
{
    TlsServer server;
    server.answer([&](const SeenRequest &) {
        return TlsServer::response(
            302, "", "Location: https://127.0.0.1:" + QByteArray::number(server.port()) + "/elsewhere\r\n");
    });
    const auto answer = Line(server).send(hello());
    REQUIRE(answer.has_value());
    CHECK(answer->status == 302);
    CHECK(server.requests().size() == 1);
    CHECK_FALSE(client::checkAnswer(*answer).has_value());
}

TEST_CASE("a server that another root signed is not talked to")
{
    TlsServer server;
    const auto answer = Line(server, QStringLiteral("other_root.pem")).send(hello());
    REQUIRE_FALSE(answer.has_value());
    CHECK(answer.error().code() == ErrorCode::Unreachable);
    CHECK(server.requests().empty());
}

TEST_CASE("a server with a certificate for another name is not talked to")
{
    TlsServer server(QStringLiteral("elsewhere.pem"));
    const auto answer = Line(server).send(hello());
    REQUIRE_FALSE(answer.has_value());
    CHECK(server.requests().empty());
}

TEST_CASE("TLS 1.2 is not enough")
{
    TlsServer server(QStringLiteral("server.pem"), QSsl::TlsV1_2);
    const auto answer = Line(server).send(hello());
    REQUIRE_FALSE(answer.has_value());
    CHECK(server.requests().empty());
}

TEST_CASE("an answer that was cut counts as none")
{
    TlsServer server;
    server.answer(
        [](const SeenRequest &) { return QByteArray("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{\"half"); });
    const auto answer = Line(server).send(hello());
    REQUIRE_FALSE(answer.has_value());
    CHECK(answer.error().code() == ErrorCode::Unreachable);
}

TEST_CASE("what the server asks for in Retry-After is handed on")
{
    TlsServer server;
    server.answer([](const SeenRequest &) { return refusal(protocol::Refusal::Busy, "Retry-After: 7\r\n"); });
    const auto answer = Line(server).send(hello());
    REQUIRE(answer.has_value());
    CHECK(answer->retryAfter == std::chrono::seconds(7));
    CHECK(client::checkAnswer(*answer).error().code() == ErrorCode::Busy);
}
