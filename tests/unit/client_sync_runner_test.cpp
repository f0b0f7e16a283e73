#include "sync/client/sync_runner.h"

#include "tests/unit/client_fake_server.h"

using namespace faltakt;
using base::ErrorCode;
using client::Answer;
using client::Request;
using client::SyncReport;
using test::Bench;
using test::FakeServer;

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
        return FakeServer::ok(protocol::encode(protocol::DigestAnswer()));
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
    CHECK(proof->proven == report->counts.held);
    REQUIRE(sync(Compare::WhenDue).has_value());
    CHECK(bench.server.countOf(protocol::Paths::Digest) == 1);
    bench.device.clock().advance(std::chrono::hours(25));
    bench.server.once(protocol::Paths::Digest, answer);
    REQUIRE(sync(Compare::WhenDue).has_value());
    CHECK(bench.server.countOf(protocol::Paths::Digest) == 2);
}

TEST_CASE("older records are asked for with their reason after the outbox is empty, and what is new comes all the same")
{
    Bench bench;
    const auto fetch = [&](const FakeServer::Handler &reply) {
        std::vector<std::string> reasons;
        bench.server.once(protocol::Paths::Fetch, [&](const Request &request) -> base::Result<Answer> {
            CHECK(bench.unsent() == 0);
            CHECK_FALSE(request.token.empty());
            reasons.push_back(protocol::decodeFetchRequest(request.body).value().reason);
            return reply(request);
        });
        client::SyncOrder order;
        order.fetch = protocol::FetchRequest{bench.device.makeId<base::CaseId>(), "why", {}};
        auto report = test::await<SyncReport>([&](auto done) { bench.runner->start(order, std::move(done)); });
        CHECK(reasons == std::vector<std::string>{"why"});
        REQUIRE(report.has_value());
        return report->counts;
    };
    const auto granted =
        fetch([](const Request &) { return FakeServer::ok(protocol::encode(protocol::FetchAnswer{3})); });
    CHECK(granted.fetch == engine::Report::Fetch::Granted);
    CHECK(granted.left == 3);
    const auto pulls = bench.server.countOf(protocol::Paths::Pull);
    const auto refused = fetch([](const Request &) { return FakeServer::refused(protocol::Refusal::Refused); });
    CHECK(refused.fetch == engine::Report::Fetch::Refused);
    CHECK(bench.server.countOf(protocol::Paths::Pull) > pulls);
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
