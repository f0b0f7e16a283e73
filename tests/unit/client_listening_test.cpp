// A sync that stays: what it hears, what wakes it, and how it ends.
#include "tests/unit/client_fake_server.h"

using namespace faltakt;
using base::ErrorCode;
using client::Answer;
using client::Request;
using client::SyncReport;
using test::Bench;
using test::comesTrue;

namespace {

struct Listener {
    Listener()
    {
        bench.server.holdCalls();
        client::SyncOrder order;
        order.failuresAllowed = 0;
        order.keepListening = true;
        order.progress = [this](const client::SyncProgress &progress) { last = progress; };
        bench.runner->start(order, [this](base::Result<SyncReport> report) { done = std::move(report); });
        REQUIRE(comesTrue([this] { return bench.server.isHeld(); }));
    }

    Bench bench;
    client::SyncProgress last;
    std::optional<base::Result<SyncReport>> done;
};

} // namespace

TEST_CASE("a sync that keeps listening stays, and says that everything is here")
{
    Listener listener;
    CHECK(listener.last.isListening);
    CHECK(listener.bench.unsent() == 0);
    CHECK_FALSE(listener.done);
}

TEST_CASE("what is saved while it listens is pushed without waiting for the held call, which is given up")
{
    Listener listener;
    listener.bench.device.addPerson("Robin", "Prov");
    REQUIRE(listener.bench.unsent() > 0);
    listener.bench.runner->noteLocalWork();
    CHECK_FALSE(listener.bench.server.isHeld());
    CHECK(comesTrue([&] { return listener.bench.unsent() == 0 && listener.bench.server.isHeld(); }));
    CHECK(listener.last.isListening);
    CHECK(listener.bench.server.countOf(protocol::Paths::Hello) == 1);
}

TEST_CASE("news are stored as they come, and it listens on")
{
    Listener listener;
    test::Device colleague(2);
    REQUIRE(colleague.create().has_value());
    const auto caseId = colleague.addPerson("Robin", "Prov");
    listener.bench.server.answerHeld(test::pageFrom(colleague.store(), 100, colleague.clock().now()));
    CHECK(comesTrue([&] { return listener.bench.server.isHeld(); }));
    CHECK(listener.bench.device.store().hasCase(caseId).value());
    CHECK(listener.last.pulled > 0);
    CHECK(listener.last.isListening);
}

TEST_CASE("an order that comes while it listens is heard at once and ends it, whatever was refused before")
{
    Listener listener;
    const auto kind = GENERATE(protocol::CommandKind::Lock, protocol::CommandKind::Wipe);
    // Refused for another reason, greeted, and listening again.
    for (int i = 0; i < 2; ++i) {
        listener.bench.server.refuseHeld();
        REQUIRE(comesTrue([&] { return listener.bench.server.isHeld(); }));
        changelog::PullPage nothing;
        nothing.cursor = "end";
        listener.bench.server.answerHeld(nothing);
        REQUIRE(comesTrue([&] { return listener.bench.server.isHeld(); }));
    }
    const protocol::DeviceCommand order{listener.bench.device.makeId<protocol::CommandId>(), kind};
    listener.bench.server.m_commands = {order};
    listener.bench.server.refuseHeld();
    REQUIRE(comesTrue([&] { return listener.done.has_value(); }));
    REQUIRE(listener.done->has_value());
    CHECK(listener.bench.runner->orders().commands == std::vector{order});
    CHECK(listener.bench.runner->orders().outboxEmpty);
}

TEST_CASE("wound up it ends at once with a report")
{
    Listener listener;
    listener.bench.runner->windUp();
    CHECK_FALSE(listener.bench.server.isHeld());
    REQUIRE(comesTrue([&] { return listener.done.has_value(); }));
    CHECK(listener.done->value().counts.outcome == engine::Outcome::Done);
}

TEST_CASE("stopped it ends at once, and the next sync goes on from there")
{
    Listener listener;
    listener.bench.runner->stop();
    REQUIRE(comesTrue([&] { return listener.done.has_value(); }));
    CHECK(listener.done->value().counts.outcome == engine::Outcome::Stopped);
    CHECK(listener.bench.sync().has_value());
}

TEST_CASE("dropped while it listens it gives up its call and tells nobody")
{
    Listener listener;
    listener.bench.runner.reset();
    CHECK_FALSE(listener.bench.server.isHeld());
    CHECK_FALSE(listener.done);
}

TEST_CASE("what the server asks for as a pause is told where it ended the sync")
{
    Bench bench;
    bench.server.once(protocol::Paths::Push, [](const Request &) -> base::Result<Answer> {
        return Answer{503, protocol::encode(protocol::ErrorAnswer{protocol::Refusal::Busy, ""}),
                      std::chrono::seconds(40)};
    });
    client::SyncOrder order;
    order.longestRest = std::chrono::seconds(5);
    const auto report = test::await<SyncReport>([&](auto done) { bench.runner->start(order, std::move(done)); });
    REQUIRE_FALSE(report.has_value());
    CHECK(report.error().code() == ErrorCode::Unreachable);
    CHECK(bench.runner->retryAfter() == std::chrono::seconds(40));
}

TEST_CASE("on a slow link batches shrink, and a break costs the one that was under way")
{
    Bench bench;
    for (int i = 0; i < 400; ++i)
        bench.device.addPerson("Kim", "Nummer " + std::to_string(i));
    const std::int64_t before = bench.unsent();
    // Ten lines a second: a hundred take more than a page may, twenty do not.
    bench.server.beSlow(bench.device.clock(), std::chrono::milliseconds(200), std::chrono::milliseconds(100));
    int pushes = 0;
    std::function<base::Result<Answer>(const Request &)> breakFifth =
        [&](const Request &request) -> base::Result<Answer> {
        if (++pushes == 5) {
            bench.server.push(request); // It arrived; the answer did not.
            return base::fail(ErrorCode::Unreachable, "the line broke");
        }
        bench.server.once(protocol::Paths::Push, breakFifth);
        return test::FakeServer::ok(bench.server.push(request));
    };
    bench.server.once(protocol::Paths::Push, breakFifth);
    REQUIRE(bench.sync(1).has_value());
    CHECK(bench.unsent() == 0);
    const std::vector<std::size_t> &batches = bench.server.batches();
    REQUIRE(batches.size() > 5);
    CHECK(batches.front() == engine::Pace::FirstLines);
    CHECK(*std::max_element(batches.begin() + 2, batches.end()) <= 50);
    std::size_t sent = 0;
    for (const std::size_t lines : batches)
        sent += lines;
    CHECK(sent == std::size_t(before) + batches[4]);
}
