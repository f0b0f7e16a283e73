// How a run suits the link: it listens, it waits as long as it is asked to, and its batches are what the link carries.
#include "tests/unit/engine_driver.h"

using namespace faltakt;
using namespace faltakt::engine;
using test::atOutbox;
using test::atPull;
using test::batchOf;
using test::EngineDriver;
using test::pageOf;
using test::verdictsFor;

TEST_CASE("where the server wants a longer pause than the run may sleep, the run ends and says for how long")
{
    EngineDriver driver = atPull({.longestRest = std::chrono::seconds(5)});
    driver.give(Failed{FailureKind::Busy, std::chrono::seconds(5)});
    REQUIRE(driver.openAs<Rest>());
    driver.give(Rested{});
    driver.give(Failed{FailureKind::Busy, std::chrono::seconds(6)});
    REQUIRE(driver.finished);
    CHECK(driver.finished->outcome == Outcome::Busy);
    CHECK(driver.finished->retryAfter == std::chrono::seconds(6));
}

TEST_CASE("a server that answers every held call at once is not asked without a pause")
{
    EngineDriver driver = atPull({.keepListening = true});
    driver.give(PageReceived{pageOf("", 0, false)});
    Milliseconds rested{0};
    for (int i = 0; i < 200; ++i) {
        REQUIRE(driver.phase() == Phase::Listening);
        driver.give(PageReceived{pageOf("", 0, false)});
        REQUIRE(driver.openAs<Rest>());
        CHECK(driver.openAs<Rest>()->duration <= Pace::ListeningPause);
        CHECK(driver.state().isListening());
        rested += driver.openAs<Rest>()->duration;
        driver.give(Rested{});
    }
    CHECK(rested > 200 * Pace::ListeningPause / 4);
}

TEST_CASE("what is saved between two held calls is pushed at once too")
{
    EngineDriver driver = atPull({.keepListening = true});
    driver.give(PageReceived{pageOf("", 0, false)});
    driver.give(PageReceived{pageOf("", 0, false)});
    REQUIRE(driver.openAs<Rest>());
    driver.give(LocalWork{});
    CHECK(driver.openAs<ReadOutbox>());
}

TEST_CASE("what is saved while a listening run rests after a failure is pushed before it listens again")
{
    EngineDriver driver = atPull({.keepListening = true});
    driver.give(PageReceived{pageOf("", 0, false)});
    driver.give(Failed{FailureKind::Unreachable});
    REQUIRE(driver.openAs<Rest>());
    CHECK_FALSE(driver.state().isListening());
    driver.give(LocalWork{});
    REQUIRE(driver.openAs<Rest>());
    driver.give(Rested{});
    CHECK(driver.openAs<ReadOutbox>());
}

TEST_CASE("a run that is wound up while it listens ends at once; another one goes through first")
{
    EngineDriver listening = atPull({.keepListening = true});
    listening.give(PageReceived{pageOf("", 0, false)});
    listening.give(WindUp{});
    CHECK(listening.told<Abandon>());
    REQUIRE(listening.finished);
    CHECK(listening.finished->outcome == Outcome::Done);

    EngineDriver pulling = atPull({.keepListening = true});
    pulling.give(WindUp{});
    CHECK_FALSE(pulling.finished);
    pulling.give(PageReceived{pageOf("a", 1, false)});
    pulling.give(PageStored{});
    CHECK(pulling.finished);
}

TEST_CASE("a held call that is refused makes the run greet again, where it hears that the device was revoked")
{
    EngineDriver driver = atPull({.keepListening = true});
    driver.give(PageReceived{pageOf("", 0, false)});
    driver.give(Failed{FailureKind::Refused});
    REQUIRE(driver.openAs<SendHello>());
    EngineDriver revoked = driver;
    protocol::HelloAnswer answer;
    answer.revoked = true;
    revoked.give(HelloAnswered{answer});
    revoked.give(TokenAnswered{});
    revoked.give(OutboxRead{});
    REQUIRE(revoked.finished);
    CHECK(revoked.finished->outcome == Outcome::Revoked);
    // Where the greeting brings no reason, it is not done again and again.
    driver.give(HelloAnswered{});
    driver.give(TokenAnswered{});
    driver.give(OutboxRead{});
    driver.give(PageReceived{pageOf("", 0, false)});
    REQUIRE(driver.phase() == Phase::Listening);
    driver.give(Failed{FailureKind::Refused});
    REQUIRE(driver.finished);
    CHECK(driver.finished->outcome == Outcome::Refused);
}

TEST_CASE("batches and pages grow on a swift link and shrink on a slow one, between their bounds")
{
    const auto batchAfter = [](Milliseconds took) {
        EngineDriver driver = atOutbox();
        std::int64_t from = 1;
        for (int i = 0; i < 12; ++i) {
            const std::size_t lines = driver.openAs<ReadOutbox>()->maxLines;
            driver.give(OutboxRead{batchOf(from, lines)});
            driver.give(PushAnswered{verdictsFor(driver.openAs<SendPush>()->batch), took});
            driver.give(VerdictsStored{});
            from += std::int64_t(lines);
        }
        return driver.openAs<ReadOutbox>()->maxLines;
    };
    CHECK(batchAfter(Milliseconds(100)) == protocol::Limits::PushLines);
    CHECK(batchAfter(Milliseconds(4000)) == Pace::FirstLines);
    CHECK(batchAfter(Milliseconds(9000)) == Pace::LeastLines);

    const auto pageAfter = [](Milliseconds took) {
        EngineDriver driver = atPull();
        for (int i = 0; i < 12; ++i) {
            const std::size_t lines = driver.openAs<SendPull>()->limit;
            driver.give(PageReceived{pageOf(std::to_string(i), lines, true), took});
            driver.give(PageStored{});
        }
        return driver.openAs<SendPull>()->limit;
    };
    CHECK(pageAfter(Milliseconds(100)) == protocol::Limits::PullLines);
    CHECK(pageAfter(Milliseconds(4000)) == Pace::FirstPageLines);
    CHECK(pageAfter(Milliseconds(9000)) == Pace::LeastLines);
}

TEST_CASE("a link of one's own size is found within a few batches and kept")
{
    // A link that carries so many lines a second, with a fifth of a second for each call.
    for (const int linesPerSecond : {3, 10, 30, 100, 1000}) {
        EngineDriver driver = atPull();
        Milliseconds longest{0};
        for (int i = 0; i < 20; ++i) {
            const std::size_t lines = driver.openAs<SendPull>()->limit;
            const Milliseconds took(200 + std::int64_t(lines) * 1000 / linesPerSecond);
            if (i >= 5)
                longest = std::max(longest, took);
            driver.give(PageReceived{pageOf(std::to_string(i), lines, true), took});
            driver.give(PageStored{});
        }
        INFO("lines a second " << linesPerSecond);
        CHECK(longest
              <= std::max(Pace::Slow, Milliseconds(200 + std::int64_t(Pace::LeastLines) * 1000 / linesPerSecond)));
    }
}

TEST_CASE("where a link is paid for by amount pages stay small")
{
    EngineDriver driver = atPull({.pullLines = 60});
    CHECK(driver.openAs<SendPull>()->limit == 60);
    driver.give(PageReceived{pageOf("a", 60, true)});
    driver.give(PageStored{});
    CHECK(driver.openAs<SendPull>()->limit == 60);
}

TEST_CASE("a run that has heard an order to lock or to wipe does not listen before it is carried out")
{
    for (const auto kind : {protocol::CommandKind::Lock, protocol::CommandKind::FetchProfile}) {
        protocol::HelloAnswer hello;
        hello.commands = {{protocol::CommandId(), kind}};
        EngineDriver driver = atOutbox({.keepListening = true}, hello);
        driver.give(OutboxRead{});
        driver.give(PageReceived{pageOf("", 0, false)});
        // What this program does not do itself is no reason to be deaf for ever.
        const bool ends = kind == protocol::CommandKind::Lock;
        CHECK(driver.finished.has_value() == ends);
        CHECK((driver.phase() == Phase::Listening) == !ends);
    }
}
