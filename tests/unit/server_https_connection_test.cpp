// Our own client connection against our own server: whom it trusts, and what it does with a connection that went away.
#include "core/crypto/initialise.h"
#include "core/crypto/system_random.h"
#include "sync/server/http/http_server.h"
#include "sync/server/http/https_connection.h"
#include "sync/server/ops/certificate_authority.h"
#include "tests/support/catch.h"

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/use_awaitable.hpp>

#include <optional>

using namespace faltakt;
using namespace faltakt::server;
using namespace std::chrono_literals;
namespace asio = boost::asio;
using base::ErrorCode;

namespace {

template <typename T>
T need(base::Result<T> result)
{
    if (!result)
        FAIL(result.error().toString());
    return std::move(*result);
}

/// Answers with what it was sent; what goes to /never has no answer.
struct Echo final : HttpHandler {
    std::size_t bodyLimit(std::string_view, std::string_view) const override { return 4096; }
    void handle(HttpRequest request, Responder respond) override
    {
        if (request.path == "/never")
            return held.push_back(std::move(respond));
        respond({.status = 200,
                 .body = request.method + ' ' + request.path + '?' + request.query + ' ' + request.body,
                 .headers = {}});
    }
    std::vector<Responder> held;
};

struct Echoing {
    Echoing()
    {
        need(crypto::initialise() ? base::Result<int>(0) : base::fail(ErrorCode::Internal));
        root = std::make_unique<CertifiedKey>(need(makeRoot("test", base::SystemClock().now(), random)));
        auto own = need(makeServerCertificate(*root, {"127.0.0.1"}, base::SystemClock().now(), random));
        server = need(HttpServer::start({.limits = {.idleTime = 150ms},
                                         .identity = {own.certificate + root->certificate, std::move(own.privateKey)},
                                         .handler = &echo,
                                         .clock = &monotonic}));
    }
    ~Echoing()
    {
        echo.held.clear();
        server->stop(5s);
    }

    std::unique_ptr<HttpsPeer> peer(const std::string &host, const std::string &rootPem)
    {
        return need(HttpsPeer::make(host, server->port(), rootPem));
    }
    /// Runs a talk to its end.
    void run(asio::awaitable<void> talk)
    {
        asio::co_spawn(io, std::move(talk), asio::detached);
        io.run();
    }

    Echo echo;
    crypto::SystemRandom random;
    base::SystemMonotonicClock monotonic;
    std::unique_ptr<CertifiedKey> root;
    std::unique_ptr<HttpServer> server;
    asio::io_context io{1};
};

HttpRequest post(const std::string &path, const std::string &body)
{
    HttpRequest request;
    request.method = "POST";
    request.path = path;
    request.query = "a=1";
    request.headers.emplace_back("Host", "127.0.0.1");
    request.body = body;
    return request;
}

using Answers = std::vector<base::Result<HttpsAnswer>>;

/// Asks once for each pause, after it.
asio::awaitable<void> askAfter(HttpsConnection &connection, asio::io_context &io,
                               std::vector<std::chrono::milliseconds> pauses, Answers &answers)
{
    for (const auto pause : pauses) {
        asio::steady_timer timer(io, pause);
        co_await timer.async_wait(asio::use_awaitable);
        answers.push_back(co_await connection.ask(post("/echo", "hej"), 5s));
    }
}

} // namespace

TEST_CASE_METHOD(Echoing, "one connection carries several requests, and a new one where the server has closed it")
{
    const auto known = peer("127.0.0.1", root->certificate);
    HttpsConnection connection(io, *known, monotonic);
    Answers answers;
    run(askAfter(connection, io, {0ms, 0ms, 400ms}, answers));
    REQUIRE(answers.size() == 3);
    for (const auto &answer : answers) {
        REQUIRE(answer);
        CHECK(answer->response.body == "POST /echo?a=1 hej");
        CHECK(answer->took > 0ns);
    }
    CHECK(connection.connected());
}

TEST_CASE_METHOD(Echoing, "a server with another root or another name is refused")
{
    const auto other = need(makeRoot("other", base::SystemClock().now(), random));
    const auto stranger = peer("127.0.0.1", other.certificate);
    const auto misnamed = peer("localhost", root->certificate);
    for (const auto *wrong : {&stranger, &misnamed}) {
        HttpsConnection connection(io, **wrong, monotonic);
        Answers answers;
        run(askAfter(connection, io, {0ms}, answers));
        io.restart();
        REQUIRE(answers.size() == 1);
        CHECK(answers.front().error().code() == ErrorCode::Refused);
        CHECK_FALSE(connection.connected());
    }
}

TEST_CASE_METHOD(Echoing, "an answer that does not come is waited for no longer than was said")
{
    const auto known = peer("127.0.0.1", root->certificate);
    HttpsConnection connection(io, *known, monotonic);
    std::optional<base::Result<HttpsAnswer>> answer;
    const auto begin = monotonic.elapsed();
    run([](HttpsConnection &asked, auto &out) -> asio::awaitable<void> {
        out = co_await asked.ask(post("/never", ""), 200ms);
    }(connection, answer));
    REQUIRE(answer);
    CHECK(answer->error().code() == ErrorCode::Unreachable);
    CHECK(monotonic.elapsed() - begin < 4s);
}

TEST_CASE_METHOD(Echoing, "an aborted connection ends what is under way and does not begin again")
{
    const auto known = peer("127.0.0.1", root->certificate);
    HttpsConnection connection(io, *known, monotonic);
    Answers answers;
    asio::co_spawn(
        io,
        [](HttpsConnection &asked, Answers &out) -> asio::awaitable<void> {
            out.push_back(co_await asked.ask(post("/echo", "hej"), 5s));
            out.push_back(co_await asked.ask(post("/never", ""), 5s));
            out.push_back(co_await asked.ask(post("/echo", "hej"), 5s));
        }(connection, answers),
        asio::detached);
    asio::steady_timer timer(io, 300ms);
    timer.async_wait([&](const boost::system::error_code &) { connection.abort(); });
    const auto begin = monotonic.elapsed();
    io.run();
    REQUIRE(answers.size() == 3);
    CHECK(answers[0]);
    CHECK(answers[1].error().code() == ErrorCode::Unreachable);
    CHECK(answers[2].error().code() == ErrorCode::Unreachable);
    CHECK(monotonic.elapsed() - begin < 4s);
}

TEST_CASE("a root that is no certificate is told")
{
    CHECK(HttpsPeer::make("127.0.0.1", 443, "no certificate").error().code() == ErrorCode::InvalidInput);
}
