#include "sync/client/sync_runner.h"

#include "core/crypto/system_random.h"
#include "sync/protocol/offer.h"
#include "tests/support/catch.h"
#include "tests/support/store_fixture.h"
#include "tests/unit/client_event_loop.h"

#include <QTimer>

#include <map>

using namespace faltakt;
using base::ErrorCode;
using client::Answer;
using client::Request;
using client::SyncReport;

namespace {

/// A server of a few lines: takes every push, gives out the pages it was told to give. A test may put its own answer in
/// the place of any call.
class FakeServer final : public client::RequestSender {
public:
    using Handler = std::function<base::Result<Answer>(const Request &)>;

    explicit FakeServer(const base::Clock &clock) : m_clock(&clock) {}

    void send(Request request, Done done) override
    {
        m_calls.push_back(request.path);
        base::Result<Answer> answer = respond(request);
        QTimer::singleShot(0, &test::application(),
                           [answer = std::move(answer), done = std::move(done)]() mutable { done(std::move(answer)); });
    }
    [[nodiscard]] client::Traffic traffic() const override { return {}; }

    base::Result<Answer> respond(const Request &request)
    {
        if (const auto once = m_once.find(request.path); once != m_once.end()) {
            const Handler handler = once->second;
            m_once.erase(once);
            return handler(request);
        }
        if (request.path == protocol::Paths::Hello)
            return ok(hello(request));
        if (request.path == protocol::Paths::Token)
            return ok(protocol::encode(
                protocol::TokenAnswer{"token-" + std::to_string(++m_tokens), std::chrono::seconds(600)}));
        if (request.path == protocol::Paths::Push)
            return ok(push(request));
        return ok(pull());
    }

    std::string hello(const Request &request)
    {
        const auto read = protocol::decodeHelloRequest(request.body).value();
        m_receipts = read.receipts;
        protocol::HelloAnswer answer;
        answer.time = m_clock->now();
        answer.logId = "log";
        answer.leaseUntil = m_clock->now() + std::chrono::hours(24);
        answer.commands = m_commands;
        answer.n = m_held;
        return protocol::encode(answer);
    }

    std::string push(const Request &request)
    {
        m_pushTokens.push_back(request.token);
        const auto read = protocol::decodePush(request.body).value();
        protocol::PushVerdicts verdicts;
        std::int64_t n = read.batch.from;
        for ([[maybe_unused]] const auto &line : read.batch.lines)
            verdicts.verdicts.push_back(
                {n++, changelog::VerdictKind::Accepted, changelog::Receipt{++m_seq, m_clock->now(), {}}, {}, {}});
        m_held = verdicts.n = n - 1;
        return protocol::encodePushAnswer(verdicts);
    }

    std::string pull()
    {
        changelog::PullPage page;
        page.cursor = "end";
        if (!m_pages.empty()) {
            page = m_pages.front();
            m_pages.erase(m_pages.begin());
        }
        return protocol::encodePullPage(page);
    }

    static Answer ok(std::string body) { return {200, std::move(body), {}}; }
    static Answer refused(protocol::Refusal refusal)
    {
        return {protocol::httpStatusOf(refusal), protocol::encode(protocol::ErrorAnswer{refusal, ""}), {}};
    }

    /// The next call to that path is answered by the handler.
    void once(std::string_view path, Handler handler) { m_once[std::string(path)] = std::move(handler); }
    [[nodiscard]] auto countOf(std::string_view path) const { return std::count(m_calls.begin(), m_calls.end(), path); }

    std::vector<changelog::PullPage> m_pages;
    std::vector<protocol::DeviceCommand> m_commands;
    std::vector<protocol::CommandId> m_receipts;
    std::vector<std::string> m_calls, m_pushTokens;

private:
    const base::Clock *m_clock;
    std::map<std::string, Handler, std::less<>> m_once;
    std::int64_t m_seq = 0, m_held = 0;
    int m_tokens = 0;
};

struct Bench {
    Bench() : device(1), server(device.clock())
    {
        REQUIRE(device.create().has_value());
        device.addPerson("Kim", "Test");
        runner = std::make_unique<client::SyncRunner>(device.store(), key, tenantKey.publicKey(), server,
                                                      client::SyncEnvironment{device.clock(), device.clock(), random});
    }
    base::Result<SyncReport> sync(int failuresAllowed = 0)
    {
        return test::await<SyncReport>([&](auto done) { runner->start({failuresAllowed, {}}, std::move(done)); });
    }
    std::int64_t unsent() { return device.store().counts().value().outbox; }

    test::Device device;
    crypto::SystemRandom random;
    crypto::SigningKey key = crypto::SigningKey::make().value();
    crypto::SigningKey tenantKey = crypto::SigningKey::make().value();
    FakeServer server;
    std::unique_ptr<client::SyncRunner> runner;
};

} // namespace

TEST_CASE("a sync delivers what is unsent and keeps the receipts")
{
    Bench bench;
    const std::int64_t before = bench.unsent();

    const auto report = bench.sync();

    REQUIRE(report.has_value());
    CHECK(report->counts.accepted == before);
    CHECK(bench.unsent() == 0);
    CHECK(bench.device.store().syncPosition().value().lease.until.has_value());
}

TEST_CASE("a sync tells how far it has come")
{
    Bench bench;
    const std::int64_t before = bench.unsent();
    std::vector<client::SyncProgress> told;
    client::SyncOrder order;
    order.progress = [&told](const client::SyncProgress &progress) { told.push_back(progress); };

    const auto report = test::await<SyncReport>([&](auto done) { bench.runner->start(order, std::move(done)); });

    REQUIRE(report.has_value());
    REQUIRE(told.size() >= 2);
    CHECK(told.front().underWay == before);
    CHECK(told.front().answered == 0);
    CHECK(told.back().underWay == 0);
    CHECK(told.back().answered == before);
}

TEST_CASE("what was sent over a line that broke stays under way")
{
    Bench bench;
    std::vector<client::SyncProgress> told;
    client::SyncOrder order;
    order.failuresAllowed = 0;
    order.progress = [&told](const client::SyncProgress &progress) { told.push_back(progress); };
    bench.server.once(protocol::Paths::Push,
                      [](const Request &) { return base::fail(ErrorCode::Unreachable, "the line broke"); });

    const auto report = test::await<SyncReport>([&](auto done) { bench.runner->start(order, std::move(done)); });

    CHECK(!report.has_value());
    REQUIRE(!told.empty());
    CHECK(told.back().underWay == bench.unsent());
}

TEST_CASE("a second sync has nothing to push")
{
    Bench bench;
    REQUIRE(bench.sync().has_value());
    REQUIRE(bench.sync().has_value());
    CHECK(bench.server.countOf(protocol::Paths::Push) == 1);
}

TEST_CASE("a sync fetches page after page and stores them with their cursor")
{
    Bench bench;
    test::Device colleague(2);
    REQUIRE(colleague.create().has_value());
    const auto caseId = colleague.addPerson("Robin", "Prov");
    changelog::PullPage page = test::pageFrom(colleague.store(), 100, colleague.clock().now());
    page.more = true;
    bench.server.m_pages = {page};

    const auto report = bench.sync();

    REQUIRE(report.has_value());
    CHECK(report->counts.pulled == 1);
    CHECK(report->cursor == "end");
    CHECK(bench.device.store().hasCase(caseId).value());
}

TEST_CASE("without the server a sync fails as unreachable and keeps the outbox")
{
    Bench bench;
    const std::int64_t before = bench.unsent();
    bench.server.once(protocol::Paths::Push,
                      [](const Request &) { return base::fail(ErrorCode::Unreachable, "gone"); });

    const auto report = bench.sync();

    REQUIRE_FALSE(report.has_value());
    CHECK(report.error().code() == ErrorCode::Unreachable);
    CHECK(report.error().detail() == "gone");
    CHECK(bench.unsent() == before);
}

TEST_CASE("a lost answer to a push is asked for again and nothing is sent twice over")
{
    Bench bench;
    bench.server.once(protocol::Paths::Push, [&](const Request &request) {
        (void)bench.server.push(request); // The server took it; the answer was lost.
        return base::Result<Answer>(base::fail(ErrorCode::Unreachable, "lost"));
    });

    const auto report = bench.sync(1);

    REQUIRE(report.has_value());
    CHECK(report->counts.retries == 1);
    CHECK(bench.unsent() == 0);
}

TEST_CASE("a token that ran out is asked for anew")
{
    Bench bench;
    bench.server.once(protocol::Paths::Push,
                      [](const Request &) { return FakeServer::refused(protocol::Refusal::Token); });

    REQUIRE(bench.sync().has_value());

    CHECK(bench.server.m_pushTokens == std::vector<std::string>{"token-2"});
    CHECK(bench.unsent() == 0);
}

TEST_CASE("a device that the server does not know is refused")
{
    Bench bench;
    bench.server.once(protocol::Paths::Token,
                      [](const Request &) { return FakeServer::refused(protocol::Refusal::Proof); });
    const auto report = bench.sync();
    REQUIRE_FALSE(report.has_value());
    CHECK(report.error().code() == ErrorCode::Refused);
}

TEST_CASE("a key that the tenant has not signed is left out, and the rest of its page is taken")
{
    Bench bench;
    test::Device colleague(2);
    REQUIRE(colleague.create().has_value());
    const auto caseId = colleague.addPerson("Robin", "Prov");
    changelog::PullPage page = test::pageFrom(colleague.store(), 100, colleague.clock().now());
    const auto stranger = crypto::SigningKey::make().value();
    changelog::KeyLine key{bench.device.makeId<base::DeviceId>(),
                           bench.device.makeId<base::WorkerId>(),
                           stranger.publicKey().toJwk(),
                           bench.device.clock().now(),
                           std::nullopt,
                           {}};
    key.signature = base::toBase64Url(stranger.sign(base::bytesOf(changelog::keyStatement(key))).value());
    page.items.insert(page.items.begin(), key);
    bench.server.m_pages = {page};

    REQUIRE(bench.sync().has_value());

    CHECK(bench.device.store().hasCase(caseId).value());
}

TEST_CASE("the server's orders are handed on and confirmed")
{
    Bench bench;
    const protocol::DeviceCommand wipe{bench.device.makeId<protocol::CommandId>(), protocol::CommandKind::Wipe};
    bench.server.m_commands = {wipe};

    const auto report = bench.sync();

    REQUIRE(report.has_value());
    REQUIRE(bench.runner->orders().commands == std::vector{wipe});
    CHECK(bench.runner->orders().outboxEmpty);
    bench.device.close();
    const auto confirmed = test::await<void>([&](auto done) { bench.runner->confirm({wipe.id}, std::move(done)); });
    CHECK(confirmed.has_value());
    CHECK(bench.server.m_receipts == std::vector{wipe.id});
}

TEST_CASE("the server's orders are handed on also where the sync failed after them")
{
    Bench bench;
    const protocol::DeviceCommand wipe{bench.device.makeId<protocol::CommandId>(), protocol::CommandKind::Wipe};
    bench.server.m_commands = {wipe};
    bench.server.once(protocol::Paths::Push,
                      [](const Request &) { return base::fail(ErrorCode::Unreachable, "gone"); });

    REQUIRE_FALSE(bench.sync().has_value());

    CHECK(bench.runner->orders().commands == std::vector{wipe});
    CHECK_FALSE(bench.runner->orders().outboxEmpty);
}

TEST_CASE("orders of one sync are not those of the next")
{
    Bench bench;
    bench.server.m_commands = {{bench.device.makeId<protocol::CommandId>(), protocol::CommandKind::Lock}};
    REQUIRE(bench.sync().has_value());
    bench.server.m_commands.clear();
    REQUIRE(bench.sync().has_value());
    CHECK(bench.runner->orders().commands.empty());
}

TEST_CASE("an answer without sense ends the sync as damaged")
{
    Bench bench;
    bench.server.once(protocol::Paths::Hello,
                      [](const Request &) { return FakeServer::ok("<html>Welcome to our network</html>"); });
    const auto report = bench.sync();
    REQUIRE_FALSE(report.has_value());
    CHECK(report.error().code() == ErrorCode::Damaged);
}

TEST_CASE("comparing is done when it is ordered, and then once a day; its outcome is kept")
{
    Bench bench;
    const auto sync = [&](client::SyncOrder::Compare compare) {
        client::SyncOrder order;
        order.compare = compare;
        return test::await<SyncReport>([&](auto done) { bench.runner->start(order, std::move(done)); });
    };
    using Compare = client::SyncOrder::Compare;
    const auto answer = [&](const Request &request) -> base::Result<Answer> {
        const auto read = protocol::decodeDigestRequest(request.body).value();
        CHECK(read.logId == "log");
        protocol::DigestAnswer compared;
        for (const auto &sum : read.part.cases)
            compared.unsettled.push_back(sum.caseId);
        return FakeServer::ok(protocol::encode(compared));
    };
    REQUIRE(sync(Compare::WhenDue).has_value());
    CHECK(bench.server.countOf(protocol::Paths::Digest) == 0);
    bench.server.once(protocol::Paths::Digest, answer);
    const auto report = sync(Compare::Now);
    REQUIRE(report.has_value());
    CHECK(report->counts.compared);
    CHECK(report->counts.held > 0);
    const auto proof = bench.device.store().lastProof().value();
    REQUIRE(proof);
    CHECK(proof->held == report->counts.held);
    CHECK(proof->proven == 0);
    REQUIRE(sync(Compare::WhenDue).has_value());
    CHECK(bench.server.countOf(protocol::Paths::Digest) == 1);
    bench.device.clock().advance(std::chrono::hours(25));
    bench.server.once(protocol::Paths::Digest, answer);
    REQUIRE(sync(Compare::WhenDue).has_value());
    CHECK(bench.server.countOf(protocol::Paths::Digest) == 2);
}

TEST_CASE("a restored server is offered what it lost, then gets the journal again from where it holds it")
{
    Bench bench;
    REQUIRE(bench.sync().has_value());
    bench.server.once(protocol::Paths::Hello, [&](const Request &) -> base::Result<Answer> {
        protocol::HelloAnswer restored;
        restored.time = bench.device.clock().now();
        restored.leaseUntil = restored.time + std::chrono::hours(24);
        restored.logId = "other";
        restored.logChanged = true;
        restored.offerAbove = 0;
        return FakeServer::ok(protocol::encode(restored));
    });
    bench.server.once(protocol::Paths::Offer, [&](const Request &request) -> base::Result<Answer> {
        const auto lines = protocol::decodeOffer(request.body).value();
        CHECK_FALSE(request.token.empty());
        return FakeServer::ok(protocol::encodeOfferAnswer({lines.size(), changelog::OfferVerdict::Taken}));
    });
    bench.server.once(protocol::Paths::Digest, [](const Request &) -> base::Result<Answer> {
        return FakeServer::ok(protocol::encode(protocol::DigestAnswer()));
    });
    const auto report = bench.sync();
    REQUIRE(report.has_value());
    CHECK(report->counts.takenBack > 0);
    CHECK(report->counts.accepted == report->counts.takenBack);
    CHECK(report->counts.compared);
    CHECK_FALSE(bench.device.store().syncPosition().value().compareWanted);
}
