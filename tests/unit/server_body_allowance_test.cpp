// How much of bodies that are on their way a server holds, of all and of one address.
#include "sync/server/http/body_allowance.h"
#include "tests/unit/server_served.h"

#include <optional>
#include <thread>

using namespace faltakt::server;
using namespace faltakt::server::testing;
using namespace std::chrono_literals;

namespace {

constexpr std::size_t Room = std::size_t(100) * 1024;

struct Crowded : Served {
    Crowded() : Served(HttpLimits{.bodyBytesPerAddress = Room}) {}
};

std::string beginningOfBody(std::size_t bytes)
{
    return "POST /v1/outbox HTTP/1.1\r\nHost: localhost\r\nContent-Length: 4000000\r\n\r\n" + std::string(bytes, 'x');
}

/// Of which so many bytes are counted.
std::size_t counting(std::size_t bytes) { return BodyAllowance::Uncounted + bytes; }

} // namespace

TEST_CASE_METHOD(Crowded,
                 "bodies that are held back take no more than their room, and small calls go through all the same")
{
    auto first = std::make_unique<TlsClient>(server->port(), rootPem, TLS1_3_VERSION, "127.0.0.2");
    first->send(beginningOfBody(counting(Room - 4096)));
    std::this_thread::sleep_for(300ms);
    TlsClient second = client("127.0.0.2");
    second.send(beginningOfBody(counting(8192)));
    const auto refused = second.receive();
    CHECK(refused.status == 503);
    CHECK(refused.headers.contains("Retry-After"));
    CHECK(second.closedByServer());

    TlsClient small = client("127.0.0.2");
    CHECK(small.ask("POST", "/v1/outbox", std::string(30'000, 'x')).status == 401);
    TlsClient other = client("127.0.0.3");
    CHECK(other.ask("POST", "/v1/outbox", std::string(counting(Room - 4096), 'x')).status == 401);

    // With the one that held it the room is free again; what was answered holds nothing.
    first.reset();
    std::this_thread::sleep_for(300ms);
    CHECK(small.ask("POST", "/v1/outbox", std::string(counting(Room - 4096), 'x')).status == 401);
    CHECK(small.ask("POST", "/v1/outbox", std::string(counting(Room - 4096), 'x')).status == 401);
}

TEST_CASE("what bodies hold is counted for all and for one address, and given back whole")
{
    BodyAllowance allowance(1000, 600);
    {
        BodyAllowance::Share a(allowance, "a");
        BodyAllowance::Share alsoA(allowance, "a");
        BodyAllowance::Share b(allowance, "b");
        CHECK(a.grow(counting(0)));
        CHECK(allowance.inAll() == 0);
        CHECK(a.grow(600));
        CHECK_FALSE(a.grow(1));
        CHECK_FALSE(alsoA.grow(counting(1)));
        CHECK(b.grow(counting(400)));
        CHECK_FALSE(b.grow(1));
        CHECK(allowance.inAll() == 1000);
        a.release();
        CHECK(allowance.inAll() == 400);
        CHECK(alsoA.grow(counting(600)));
    }
    CHECK(allowance.inAll() == 0);
}
