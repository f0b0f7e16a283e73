// Who wants the server to stumble, over real TLS, while an honest device goes on working.
#include "tests/unit/server_served.h"

#include "sync/protocol/compression.h"

#include <algorithm>
#include <atomic>
#include <cstdio>
#include <list>
#include <thread>

using namespace faltakt::server;
using namespace faltakt::server::testing;
using namespace std::chrono_literals;
namespace base = faltakt::base;
namespace crypto = faltakt::crypto;
namespace json = faltakt::base::json;
namespace protocol = faltakt::protocol;

namespace {

struct Attacked : Served {
    Attacked() : Served(HttpLimits{.requestTime = 700ms, .idleTime = 2s, .connectionsPerAddress = 24}) {}
};

/// A device that pulls again and again on one connection, and notes how long it waits.
class HonestDevice {
public:
    explicit HonestDevice(Served &world)
        : m_client(world.client("127.0.0.99")), m_thread([this, &world] { run(world); })
    {
    }
    ~HonestDevice()
    {
        m_ends = true;
        if (m_thread.joinable())
            m_thread.join();
    }
    /// Ends it, and says what it met with.
    void requireGoodService(const char *attack)
    {
        m_ends = true;
        m_thread.join();
        REQUIRE(m_times.size() >= 5);
        std::sort(m_times.begin(), m_times.end());
        const auto median = m_times[m_times.size() / 2];
        std::printf("%s: an honest device pulled %zu times meanwhile; median %.1f ms, slowest %.1f ms\n", attack,
                    m_times.size(), double(median.count()) / 1000, double(m_times.back().count()) / 1000);
        CHECK(m_failures == 0);
        CHECK(median < 250ms); // Much for what takes a few, since test machines do other things at the same time.
    }

private:
    void run(Served &world)
    {
        const std::string held = world.token(m_client);
        std::string nonce = world.freshNonce(m_client);
        while (!m_ends && m_times.size() < 150) { // Fewer than the burst of one device.
            const auto head = world.proof("GET", "/v1/pull", nonce, held) + "Authorization: DPoP " + held + "\r\n";
            const auto before = std::chrono::steady_clock::now();
            RawAnswer answer = m_client.ask("GET", "/v1/pull", {}, head);
            m_times.push_back(
                std::chrono::duration_cast<std::chrono::microseconds>(std::chrono::steady_clock::now() - before));
            m_failures += answer.status == 200 ? 0 : 1;
            nonce = answer.headers["DPoP-Nonce"];
            std::this_thread::sleep_for(10ms);
        }
    }

    TlsClient m_client;
    std::atomic<bool> m_ends = false;
    std::vector<std::chrono::microseconds> m_times;
    int m_failures = 0;
    std::thread m_thread;
};

/// Attackers of several addresses, connected.
std::list<TlsClient> connectMany(Served &world, int addresses, int each)
{
    std::list<TlsClient> clients;
    for (int a = 0; a < addresses; ++a)
        for (int i = 0; i < each; ++i)
            clients.emplace_back(world.server->port(), world.rootPem, TLS1_3_VERSION,
                                 "127.0.1." + std::to_string(a + 1));
    return clients;
}

/// Sends the text byte by byte on every connection at once, until the time is over.
void dribble(std::list<TlsClient> &clients, const std::string &text, std::chrono::milliseconds time)
{
    const auto end = std::chrono::steady_clock::now() + time;
    for (std::size_t at = 0; std::chrono::steady_clock::now() < end; ++at) {
        for (TlsClient &client : clients)
            client.send(std::string(1, text[at % text.size()]));
        std::this_thread::sleep_for(15ms);
    }
}

std::string requestWith(const std::string &headers, const std::string &body = {})
{
    return "POST /v1/hello HTTP/1.1\r\nHost: localhost\r\n" + headers + "\r\n" + body;
}

constexpr auto Smuggled = "GET /healthz HTTP/1.1\r\nHost: localhost\r\n\r\n";

} // namespace

TEST_CASE_METHOD(Attacked, "heads that are dribbled are dropped in their time and hold nobody up")
{
    HonestDevice honest(*this);
    auto slow = connectMany(*this, 3, 20);
    dribble(slow, "GET /healthz HTTP/1.1\r\nHost: localhost\r\nX-Slow: " + std::string(500, 'a'), 1000ms);
    int dropped = 0;
    for (TlsClient &client : slow)
        dropped += client.closedByServer() ? 1 : 0;
    CHECK(dropped == 60);
    honest.requireGoodService("dribbled heads");
}

TEST_CASE_METHOD(Attacked, "bodies that are dribbled are dropped in their time and hold nobody up")
{
    HonestDevice honest(*this);
    auto slow = connectMany(*this, 3, 20);
    for (TlsClient &client : slow)
        client.send(requestWith("Content-Length: 60000\r\n"));
    dribble(slow, "{\"device\":\"", 1000ms);
    int dropped = 0;
    for (TlsClient &client : slow)
        dropped += client.closedByServer() ? 1 : 0;
    CHECK(dropped == 60);
    honest.requireGoodService("dribbled bodies");
}

TEST_CASE_METHOD(Attacked,
                 "a body that comes slowly and steadily is taken, however long it is on its way; one that stops is not")
{
    constexpr std::size_t Piece = 16 * 1024;
    constexpr int Pieces = 16;
    const auto head = "PATCH /v1/blob?case=x HTTP/1.1\r\nHost: localhost\r\nContent-Length: "
                      + std::to_string(Piece * Pieces) + "\r\n\r\n";
    TlsClient slow = client("127.0.0.3");
    TlsClient stops = client("127.0.0.4");
    const auto begun = std::chrono::steady_clock::now();
    slow.send(head);
    stops.send(head);
    for (int i = 0; i < Pieces; ++i) {
        std::this_thread::sleep_for(100ms);
        slow.send(std::string(Piece, 'a'));
        if (i == 0)
            stops.send(std::string(Piece, 'a'));
    }
    CHECK(std::chrono::steady_clock::now() - begun > 2 * 700ms);
    CHECK(slow.receive().status == 401); // Read to its end: who sent it is what it is asked for next.
    CHECK(stops.closedByServer());
}

TEST_CASE_METHOD(Attacked, "who says nothing after connecting, or reads no answer, is dropped in time")
{
    const int silent = ::socket(AF_INET, SOCK_STREAM, 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(server->port());
    inet_pton(AF_INET, "127.0.0.1", &address.sin_addr);
    REQUIRE(::connect(silent, reinterpret_cast<const sockaddr *>(&address), sizeof address) == 0);
    const timeval patience{5, 0};
    ::setsockopt(silent, SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof patience);
    char byte = 0;
    CHECK(::recv(silent, &byte, 1, 0) == 0); // Closed, not timed out.
    ::close(silent);
}

TEST_CASE_METHOD(Attacked, "a flood of connections from one address stays within its bound, and others get in")
{
    HonestDevice honest(*this);
    auto flood = connectMany(*this, 1, 150);
    const auto in =
        std::count_if(flood.begin(), flood.end(), [](const TlsClient &client) { return client.connected(); });
    CHECK(in == 24);
    CHECK(client("127.0.0.50").ask("GET", "/healthz").status == 200);
    honest.requireGoodService("150 connections of one address");
}

TEST_CASE("one address is one address, and of IPv6 its whole network")
{
    CHECK(countedAddress("192.0.2.7") == "192.0.2.7");
    CHECK(countedAddress("2001:db8:1:2:3:4:5:6") == countedAddress("2001:db8:1:2::1"));
    CHECK(countedAddress("2001:db8:1:2::1") != countedAddress("2001:db8:1:3::1"));
    CHECK(countedAddress("::ffff:192.0.2.7") == "192.0.2.7");
}

TEST_CASE_METHOD(Served, "no framing lets one request be read as two")
{
    HonestDevice honest(*this);
    const std::string body = std::string("0\r\n\r\n") + Smuggled;
    const std::string length = "Content-Length: " + std::to_string(body.size()) + "\r\n";
    const std::string chunked = "Transfer-Encoding: chunked\r\n";
    const std::vector<std::pair<const char *, std::string>> refused{
        {"length and chunks", requestWith(length + chunked, body)},
        {"chunks and length", requestWith(chunked + length, body)},
        {"chunks alone", requestWith(chunked, body)},
        {"chunks twice", requestWith(chunked + chunked, body)},
        {"chunks in capitals", requestWith("TRANSFER-ENCODING: CHUNKED\r\n", body)},
        {"chunks after a tab", requestWith("Transfer-Encoding:\tchunked\r\n", body)},
        {"chunks on a folded line", requestWith("Transfer-Encoding:\r\n chunked\r\n", body)},
        {"chunks with a space before the colon", requestWith("Transfer-Encoding : chunked\r\n", body)},
        {"identity and length", requestWith("Transfer-Encoding: identity\r\n" + length, body)},
        {"an unknown coding and length", requestWith("Transfer-Encoding: xchunked\r\n" + length, body)},
        {"chunks that are not the last coding", requestWith("Transfer-Encoding: chunked, gzip\r\n" + length, body)},
        {"chunks as a part of a list", requestWith("Transfer-Encoding: gzip, chunked\r\n", body)},
        {"chunks inside a quoted word", requestWith("Transfer-Encoding: \"chunked\"\r\n" + length, body)},
        {"an endless chunk head", requestWith(chunked, "1;" + std::string(300'000, 'a'))},
        {"two lengths", requestWith("Content-Length: 5\r\n" + length, body)},
        {"two equal lengths", requestWith(length + length, body)},
        {"a list of lengths", requestWith("Content-Length: 5, 5\r\n", body)},
        {"a list of two lengths", requestWith("Content-Length: 5,6\r\n", body)},
        {"a length with a sign", requestWith("Content-Length: +5\r\n", body)},
        {"a negative length", requestWith("Content-Length: -5\r\n", body)},
        {"a length in hex", requestWith("Content-Length: 0x5\r\n", body)},
        {"a length that is no number", requestWith("Content-Length: five\r\n", body)},
        {"a length beyond all numbers", requestWith("Content-Length: 99999999999999999999999\r\n", body)},
        {"an empty length", requestWith("Content-Length:\r\n", body)},
        {"lines ended by LF alone", "POST /v1/hello HTTP/1.1\nHost: localhost\nContent-Length: 5\n\n" + body},
        {"one line ended by LF alone", "POST /v1/hello HTTP/1.1\r\nHost: localhost\nX: " + std::string(Smuggled)},
        {"lines ended by CR alone", "POST /v1/hello HTTP/1.1\rHost: localhost\r\r" + body},
        {"a NUL in a value", "GET /healthz HTTP/1.1\r\nHost: localhost\r\nX: a" + std::string(1, '\0') + "b\r\n\r\n"},
        {"a NUL in a name", "GET /healthz HTTP/1.1\r\nHost: localhost\r\nX" + std::string(1, '\0') + ": b\r\n\r\n"},
        {"a line without a colon", "GET /healthz HTTP/1.1\r\nHost: localhost\r\nContent-Length\r\n\r\n"},
        {"no host", "GET /healthz HTTP/1.1\r\n\r\n"},
        {"two hosts", "GET /healthz HTTP/1.1\r\nHost: localhost\r\nHost: evil.example\r\n\r\n"},
        {"version 1.0", "GET /healthz HTTP/1.0\r\nHost: localhost\r\n\r\n"},
        {"version 0.9", "GET /healthz\r\n\r\n"},
        {"version 2.0", "GET /healthz HTTP/2.0\r\nHost: localhost\r\n\r\n"},
        {"the beginning of HTTP/2", "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n"},
        {"a target with a space", "GET /healthz /v1/pull HTTP/1.1\r\nHost: localhost\r\n\r\n"},
        {"a target with a tab", "GET /heal\tthz HTTP/1.1\r\nHost: localhost\r\n\r\n"},
        {"white space before the request", " GET /healthz HTTP/1.1\r\nHost: localhost\r\n\r\n"},
    };
    for (const auto &[name, bytes] : refused) {
        INFO(name);
        TlsClient one = client();
        one.send(bytes);
        CHECK(one.statuses(3s) == std::vector{400});
        CHECK(one.closedByServer());
    }
    honest.requireGoodService("smuggled requests");
}

TEST_CASE_METHOD(Served, "a body where none belongs is not taken for the next request")
{
    TlsClient one = client();
    one.send("GET /healthz HTTP/1.1\r\nHost: localhost\r\nContent-Length: "
             + std::to_string(std::string(Smuggled).size()) + "\r\n\r\n" + Smuggled);
    CHECK(one.statuses(3s) == std::vector{413});
    TlsClient other = client();
    other.send(std::string("GET https://evil.example/healthz HTTP/1.1\r\nHost: localhost\r\n\r\n"));
    CHECK(other.statuses(500ms) == std::vector{404});
}

TEST_CASE_METHOD(Served, "requests in one piece are answered one after the other, in their order")
{
    TlsClient one = client();
    one.send("GET /healthz HTTP/1.1\r\nHost: localhost\r\n\r\nGET /nowhere HTTP/1.1\r\nHost: localhost\r\n\r\n"
             + requestWith("Content-Length: 2\r\n", "{}") + "GET /healthz HTTP/1.1\r\nHost: localhost\r\n\r\n");
    CHECK(one.statuses(1s) == std::vector{200, 404, 401, 200});
}

TEST_CASE_METHOD(Served, "heads and bodies beyond their limits are refused before they are read")
{
    const std::string long20k(20'000, 'a');
    const std::vector<std::pair<std::string, int>> cases{
        {"GET /" + long20k + " HTTP/1.1\r\nHost: localhost\r\n\r\n", 413},
        {"GET /healthz HTTP/1.1\r\nHost: localhost\r\n" + long20k + ": x\r\n\r\n", 413},
        {"GET /healthz HTTP/1.1\r\nHost: localhost\r\nX: " + long20k + "\r\n\r\n", 413},
        {requestWith("Content-Length: 65537\r\n"), 413},
        {requestWith("Content-Length: 9223372036854775807\r\n"), 413},
        {"POST /v1/push HTTP/1.1\r\nHost: localhost\r\nContent-Length: 1052673\r\n\r\n", 413},
        {"POST /nowhere HTTP/1.1\r\nHost: localhost\r\nContent-Length: 65537\r\n\r\n", 413},
        {"PUT /v1/push HTTP/1.1\r\nHost: localhost\r\nContent-Length: 1\r\n\r\nx", 413},
    };
    for (const auto &[bytes, status] : cases) {
        INFO(bytes.substr(0, 80));
        TlsClient one = client();
        one.send(bytes);
        CHECK(one.statuses(3s) == std::vector{status});
    }
    std::string many = "GET /healthz HTTP/1.1\r\nHost: localhost\r\n";
    for (int i = 0; i < 2000; ++i)
        many += "X-" + std::to_string(i) + ": 1\r\n";
    TlsClient one = client();
    one.send(many + "\r\n");
    CHECK(one.statuses(3s) == std::vector{413});
}

TEST_CASE_METHOD(Served, "no compressed body grows beyond what its call may have")
{
    HonestDevice honest(*this);
    const protocol::DecompressionLimits unbounded{.maxBytes = std::size_t(1) << 32, .maxRatio = std::size_t(1) << 20};
    const auto frame = [&](std::size_t size) { return need(protocol::compress(std::string(size, 'a'), unbounded)); };
    const std::string valid = need(protocol::compress(std::string(2000, 'a'), unbounded));
    std::string liar = valid; // The frame's head, changed to name a size of its own.
    liar[4] = char(liar[4] | 0xc0);
    const std::vector<std::tuple<const char *, std::string, int>> cases{
        {"8 MiB and a byte", frame(8 * 1024 * 1024 + 1), 413},
        {"64 MiB", frame(64 * 1024 * 1024), 413},
        {"a ratio beyond 100", frame(900'000), 413},
        {"a frame that is cut", valid.substr(0, valid.size() - 1), 400},
        {"a frame without its end", valid.substr(0, 6), 400},
        {"two frames", valid + valid, 400},
        {"something after the frame", valid + "x", 400},
        {"a frame with another head", liar, 400},
        {"no frame", "plain text", 400},
        {"nothing", "", 400},
    };
    for (const auto &[name, bytes, status] : cases) {
        INFO(name);
        TlsClient one = client();
        CHECK(one.ask("POST", "/v1/push", bytes, "Content-Encoding: zstd\r\n").status == status);
    }
    honest.requireGoodService("decompression bombs");
}

TEST_CASE_METHOD(Served, "a push that breaks off at any place is not taken, and comes through whole afterwards")
{
    TlsClient good = client();
    const std::string held = token(good);
    const auto line = device->note(ids.makeId<CaseId>());
    const std::string body = pushBody(line.line);
    const auto lastSeq = [&] {
        return need(store->read([&](StoreSnapshot &snapshot) { return snapshot.log().lastSeq(tenant); }));
    };
    const auto before = lastSeq();
    for (std::size_t cut = 0; cut < body.size(); cut += body.size() / 20) {
        TlsClient one = client();
        one.send("POST /v1/push HTTP/1.1\r\nHost: localhost\r\n" + credentials(good, "POST", "/v1/push", held)
                 + "Content-Length: " + std::to_string(body.size()) + "\r\n\r\n" + body.substr(0, cut));
        one.cutOff();
    }
    CHECK(lastSeq() == before);
    const auto pushed = good.ask("POST", "/v1/push", body, credentials(good, "POST", "/v1/push", held));
    REQUIRE(pushed.status == 200);
    CHECK(pushed.body.find("accepted") != std::string::npos);
}

TEST_CASE_METHOD(Served, "a tenant's requests have a bound of their own, whoever of its devices sends them")
{
    // Rates stand still with the manual clock: what a tenant may send at once is all it gets.
    std::list<TestDevice> devices;
    TlsClient one = client();
    int answered = 0;
    int told = 0;
    const auto ask = [&](TestDevice &by, const std::string &held, std::string &nonce) {
        const auto made = need(protocol::makeProof(
            by.key, {.method = "GET", .url = "https://localhost/v1/pull", .nonce = nonce, .token = held}, Start,
            systemRandom));
        HttpRequest request{
            .method = "GET", .path = "/v1/pull", .query = "cursor=x", .headers = {}, .body = {}, .peer = {}};
        request.headers = {{"host", "localhost"}, {"dpop", made}, {"authorization", "DPoP " + held}};
        int status = 0;
        routes->handle(std::move(request), Responder([&](const HttpResponse &response) { status = response.status; }));
        answered += status == 400 ? 1 : 0; // Of a cursor that is none: what matters is that it got so far.
        told += status == 429 ? 1 : 0;
    };
    const int needed = protocol::Limits::TenantRequestBurst / protocol::Limits::RequestBurst + 1;
    for (int d = 0; d < needed; ++d) {
        TestDevice &by = devices.emplace_back(*this, worker);
        const auto held = need(gate->tokens().make(by.session, by.key.publicKey().thumbprint()));
        std::string nonce = gate->makeNonce();
        for (int i = 0; i < protocol::Limits::RequestBurst; ++i)
            ask(by, held, nonce);
    }
    CHECK(answered == protocol::Limits::TenantRequestBurst);
    CHECK(told == needed * protocol::Limits::RequestBurst - protocol::Limits::TenantRequestBurst);
}

TEST_CASE_METHOD(Served, "a pull that waits is answered in its own time, also beside one that waits longer")
{
    TlsClient patient = client();
    TlsClient hasty = client();
    const std::string held = token(patient);
    device->pull();
    const std::string target = "/v1/pull?cursor=" + device->cursor + "&wait=";
    patient.send("GET " + target + "50 HTTP/1.1\r\nHost: localhost\r\n" + credentials(hasty, "GET", "/v1/pull", held)
                 + "\r\n");
    std::this_thread::sleep_for(200ms);
    const auto before = std::chrono::steady_clock::now();
    CHECK(hasty.ask("GET", target + "1", {}, credentials(hasty, "GET", "/v1/pull", held)).status == 200);
    CHECK(std::chrono::steady_clock::now() - before < 5s);
}

TEST_CASE_METHOD(Served, "a device holds few pulls open: the one that waits longest gives way")
{
    TlsClient other = client();
    const std::string held = token(other);
    device->pull();
    std::list<TlsClient> waiting;
    for (std::size_t i = 0; i <= protocol::Limits::WaitingPerDevice; ++i) {
        waiting.emplace_back(server->port(), rootPem);
        waiting.back().send("GET /v1/pull?wait=50&cursor=" + device->cursor + " HTTP/1.1\r\nHost: localhost\r\n"
                            + credentials(other, "GET", "/v1/pull", held) + "\r\n");
        std::this_thread::sleep_for(100ms);
    }
    waiting.front().setPatience(5s);
    CHECK(waiting.front().receive().status == 200);
    waiting.back().setPatience(200ms);
    CHECK(waiting.back().receive().status == 0);
}
