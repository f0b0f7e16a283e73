#include "tests/unit/engine_driver.h"

using namespace faltakt;
using namespace faltakt::engine;
using test::atOutbox;
using test::atPull;
using test::atPush;
using test::batchOf;
using test::EngineDriver;
using test::greeted;
using test::pageOf;
using test::pushOnce;
using test::verdictsFor;

TEST_CASE("a run says hello, gets a token, pushes until nothing is unsent and pulls until nothing is left")
{
    EngineDriver driver;
    driver.give(Start{});
    REQUIRE(driver.openAs<SendHello>());
    protocol::HelloAnswer hello;
    hello.logId = "log";
    driver.give(HelloAnswered{hello});
    REQUIRE(driver.told<NoteContact>());
    CHECK(driver.told<NoteContact>()->logId == "log");
    REQUIRE(driver.openAs<SendToken>());
    driver.give(TokenAnswered{});
    REQUIRE(driver.openAs<ReadOutbox>());
    pushOnce(driver, 1, 100);
    pushOnce(driver, 101, 30);
    driver.give(OutboxRead{});
    REQUIRE(driver.openAs<SendPull>());
    CHECK(driver.openAs<SendPull>()->wait == std::chrono::seconds(0));
    driver.give(PageReceived{pageOf("a", 3, true)});
    REQUIRE(driver.openAs<StorePage>());
    driver.give(PageStored{});
    driver.give(PageReceived{pageOf("b", 2, false)});
    driver.give(PageStored{});
    REQUIRE(driver.finished);
    CHECK(driver.finished->outcome == Outcome::Done);
    CHECK(driver.finished->pushed == 130);
    CHECK(driver.finished->accepted == 130);
    CHECK(driver.finished->grants == 5);
    CHECK(driver.finished->pages == 2);
    CHECK(driver.phase() == Phase::Idle);
}

TEST_CASE("verdicts leave the outbox only when they are stored")
{
    EngineDriver driver = atPush();
    driver.give(PushAnswered{verdictsFor(batchOf(1, 10))});
    REQUIRE(driver.openAs<StoreVerdicts>());
    CHECK(driver.openAs<StoreVerdicts>()->verdicts.size() == 10);
    CHECK(driver.state().report.pushed == 0);
    driver.give(VerdictsStored{});
    CHECK(driver.state().report.pushed == 10);
}

TEST_CASE("verdicts that are not those of the push are damage")
{
    for (const auto &wrong : {batchOf(1, 9), batchOf(2, 10), batchOf(1, 0)}) {
        EngineDriver driver = atPush();
        driver.give(PushAnswered{verdictsFor(wrong)});
        CHECK(driver.openAs<Rest>());
        CHECK_FALSE(driver.told<StoreVerdicts>());
    }
}

TEST_CASE("after a failed push the outbox is read again in smaller batches, down to a least one")
{
    EngineDriver driver = atOutbox({.failuresAllowed = 100});
    std::size_t last = driver.openAs<ReadOutbox>()->maxLines;
    for (int i = 0; i < 6; ++i) {
        driver.give(OutboxRead{batchOf(1, last)});
        driver.give(Failed{FailureKind::Unreachable});
        REQUIRE(driver.openAs<Rest>());
        driver.give(Rested{});
        REQUIRE(driver.openAs<ReadOutbox>());
        CHECK(driver.openAs<ReadOutbox>()->maxLines <= last);
        last = driver.openAs<ReadOutbox>()->maxLines;
    }
    CHECK(last == Pace::LeastLines);
    CHECK(driver.openAs<ReadOutbox>()->maxBytes == Pace::LeastBytes);
}

TEST_CASE("batches grow with success up to what the server takes, and the size is kept for the next run")
{
    EngineDriver driver = atOutbox();
    std::int64_t from = 1;
    for (int i = 0; i < 5; ++i) {
        const std::size_t lines = driver.openAs<ReadOutbox>()->maxLines;
        pushOnce(driver, from, lines);
        from += std::int64_t(lines);
    }
    CHECK(driver.openAs<ReadOutbox>()->maxLines == protocol::Limits::PushLines);
    driver.give(Stop{});
    driver.give(Start{});
    driver.give(HelloAnswered{});
    driver.give(TokenAnswered{});
    CHECK(driver.openAs<ReadOutbox>()->maxLines == protocol::Limits::PushLines);
}

TEST_CASE("the server's limits bound batches and pages")
{
    protocol::HelloAnswer hello;
    hello.limits = {10, 200'000, 50};
    EngineDriver driver = atOutbox({}, hello);
    CHECK(driver.openAs<ReadOutbox>()->maxLines == 10);
    CHECK(driver.openAs<ReadOutbox>()->maxBytes == 200'000);
    driver.give(OutboxRead{});
    CHECK(driver.openAs<SendPull>()->limit == 50);
}

TEST_CASE("a batch that is too large is halved until it goes, and refused when one line does not")
{
    EngineDriver driver = atPush(4);
    driver.give(Failed{FailureKind::TooLarge});
    REQUIRE(driver.openAs<ReadOutbox>());
    CHECK(driver.openAs<ReadOutbox>()->maxLines == 2);
    driver.give(OutboxRead{batchOf(1, 2)});
    driver.give(Failed{FailureKind::TooLarge});
    CHECK(driver.openAs<ReadOutbox>()->maxLines == 1);
    driver.give(OutboxRead{batchOf(1, 1)});
    driver.give(Failed{FailureKind::TooLarge});
    REQUIRE(driver.finished);
    CHECK(driver.finished->outcome == Outcome::Refused);
}

TEST_CASE("a page that is too large is asked for in halves")
{
    EngineDriver driver = atPull();
    const std::size_t first = driver.openAs<SendPull>()->limit;
    driver.give(Failed{FailureKind::TooLarge});
    REQUIRE(driver.openAs<SendPull>());
    CHECK(driver.openAs<SendPull>()->limit == first / 2);
}

TEST_CASE("a token that is not taken is renewed and the call made again, at most twice in a row")
{
    EngineDriver driver = atPull();
    for (int i = 0; i < Pace::MostUnauthorised; ++i) {
        driver.give(Failed{FailureKind::Unauthorised});
        REQUIRE(driver.openAs<SendToken>());
        driver.give(TokenAnswered{});
        REQUIRE(driver.openAs<SendPull>());
    }
    driver.give(Failed{FailureKind::Unauthorised});
    REQUIRE(driver.finished);
    CHECK(driver.finished->outcome == Outcome::Unauthorised);
}

TEST_CASE("a device that is not known ends the run at once")
{
    EngineDriver driver;
    driver.give(Start{});
    driver.give(Failed{FailureKind::Unauthorised});
    REQUIRE(driver.finished);
    CHECK(driver.finished->outcome == Outcome::Unauthorised);
}

TEST_CASE("what the server asks for as a pause is kept, with jitter on top")
{
    EngineDriver driver = atPull();
    driver.give(Failed{FailureKind::Busy, std::chrono::seconds(30)});
    REQUIRE(driver.openAs<Rest>());
    CHECK(driver.openAs<Rest>()->duration >= std::chrono::seconds(30));
    CHECK(driver.openAs<Rest>()->duration <= std::chrono::seconds(31));
    driver.give(Rested{});
    driver.give(Failed{FailureKind::Busy, std::chrono::hours(100)});
    CHECK(driver.openAs<Rest>()->duration <= BackOff::LongestAsked + BetweenCalls.longest);
}

TEST_CASE("pauses grow within doubling bounds and differ between devices")
{
    std::vector<Milliseconds> pauses[2];
    for (const std::uint64_t seed : {1U, 2U}) {
        EngineDriver driver(State::atRest(seed));
        driver.give(Start{{.failuresAllowed = 30}});
        for (int i = 0; i < 30; ++i) {
            driver.give(Failed{FailureKind::Unreachable});
            const auto pause = driver.openAs<Rest>()->duration;
            CHECK(pause <= BetweenCalls.bound(i + 1));
            pauses[seed - 1].push_back(pause);
            driver.give(Rested{});
            REQUIRE(driver.openAs<SendHello>());
        }
        driver.give(Failed{FailureKind::Unreachable});
        REQUIRE(driver.finished);
        CHECK(driver.finished->outcome == Outcome::Unreachable);
        CHECK(driver.finished->retries == 30);
    }
    CHECK(pauses[0] != pauses[1]);
    CHECK(*std::max_element(pauses[0].begin(), pauses[0].end()) > std::chrono::seconds(60));
}

TEST_CASE("progress forgives earlier failures")
{
    EngineDriver driver = atPull({.failuresAllowed = 1});
    for (int i = 0; i < 10; ++i) {
        driver.give(Failed{FailureKind::Unreachable});
        driver.give(Rested{});
        driver.give(PageReceived{pageOf("c" + std::to_string(i), 1, true)});
        driver.give(PageStored{});
        REQUIRE(driver.openAs<SendPull>());
    }
}

TEST_CASE("a fork starts the next epoch and says hello again")
{
    protocol::HelloAnswer forked;
    forked.fork = true;
    EngineDriver driver = greeted({}, forked);
    REQUIRE(driver.openAs<StartNextEpoch>());
    driver.give(EpochStarted{});
    REQUIRE(driver.openAs<SendHello>());
    driver.give(HelloAnswered{forked});
    REQUIRE(driver.openAs<StartNextEpoch>());
    driver.give(EpochStarted{});
    driver.give(HelloAnswered{});
    driver.give(TokenAnswered{});
    pushOnce(driver, 1, 3);
    CHECK(driver.state().report.forks == 2);
}

TEST_CASE("a fork found by a push starts the next epoch too, and lower positions of it are pushed")
{
    EngineDriver driver = atOutbox();
    pushOnce(driver, 50, 10);
    driver.give(OutboxRead{batchOf(60, 5)});
    driver.give(PushAnswered{protocol::PushFork{60}});
    REQUIRE(driver.openAs<StartNextEpoch>());
    driver.give(EpochStarted{});
    driver.give(HelloAnswered{});
    driver.give(TokenAnswered{});
    driver.give(OutboxRead{batchOf(1, 5, 2)});
    CHECK(driver.openAs<SendPush>());
}

TEST_CASE("endless forks end the run")
{
    protocol::HelloAnswer forked;
    forked.fork = true;
    EngineDriver driver;
    driver.give(Start{});
    for (int i = 0; i < Pace::MostForks; ++i) {
        driver.give(HelloAnswered{forked});
        driver.give(EpochStarted{});
    }
    driver.give(HelloAnswered{forked});
    REQUIRE(driver.finished);
    CHECK(driver.finished->outcome == Outcome::Refused);
}

TEST_CASE("a server that lost what it had acknowledged ends the run, and nothing is stored")
{
    protocol::HelloAnswer changed;
    changed.logChanged = true;
    EngineDriver driver = greeted({}, changed);
    REQUIRE(driver.finished);
    CHECK(driver.finished->outcome == Outcome::LogChanged);
    CHECK_FALSE(driver.told<NoteContact>());
    EngineDriver gap = atPush();
    gap.give(PushAnswered{protocol::PushGap{1}});
    REQUIRE(gap.finished);
    CHECK(gap.finished->outcome == Outcome::LogChanged);
}

TEST_CASE("a revoked device gives its work and asks for nothing")
{
    protocol::HelloAnswer revoked;
    revoked.revoked = true;
    EngineDriver driver = atOutbox({}, revoked);
    pushOnce(driver, 1, 3);
    driver.give(OutboxRead{});
    REQUIRE(driver.finished);
    CHECK(driver.finished->outcome == Outcome::Revoked);
    CHECK(driver.finished->pushed == 3);
}

TEST_CASE("the server's commands are passed on at the end, with word on whether everything is sent")
{
    protocol::HelloAnswer hello;
    hello.commands = {{protocol::CommandId(), protocol::CommandKind::Wipe}};
    EngineDriver driver = atOutbox({}, hello);
    driver.give(OutboxRead{});
    // Ordered to wipe itself, it gives its work and asks for nothing.
    REQUIRE(driver.finished);
    CHECK(driver.finished->outcome == Outcome::Done);
    REQUIRE(driver.told<CarryOut>());
    CHECK(driver.told<CarryOut>()->outboxEmpty);
    CHECK(driver.told<CarryOut>()->commands == hello.commands);
    EngineDriver failing = atOutbox({.failuresAllowed = 0}, hello);
    failing.give(OutboxRead{batchOf(1, 1)});
    failing.give(Failed{FailureKind::Unreachable});
    REQUIRE(failing.told<CarryOut>());
    CHECK_FALSE(failing.told<CarryOut>()->outboxEmpty);
}

TEST_CASE("listening ends with the first news or when its time is over")
{
    EngineDriver driver = atPull({.listen = std::chrono::seconds(90)});
    driver.give(PageReceived{pageOf("a", 0, false)});
    driver.give(PageStored{});
    REQUIRE(driver.phase() == Phase::Listening);
    CHECK(driver.openAs<SendPull>()->wait == protocol::Limits::LongestWait);
    driver.give(PageReceived{pageOf("a", 0, false)});
    REQUIRE(driver.phase() == Phase::Listening);
    CHECK(driver.openAs<SendPull>()->wait == std::chrono::seconds(35));
    EngineDriver silent = driver;
    silent.give(PageReceived{pageOf("a", 0, false)});
    REQUIRE(silent.finished);
    CHECK(silent.finished->outcome == Outcome::Done);
    EngineDriver busy = driver;
    busy.give(PageReceived{pageOf("b", 1, true)});
    busy.give(PageStored{});
    CHECK(busy.phase() == Phase::Pulling);
    EngineDriver news = driver;
    news.give(PageReceived{pageOf("b", 1, false)});
    news.give(PageStored{});
    REQUIRE(news.finished);
    CHECK(news.finished->grants == 1);
}

TEST_CASE("what is saved while listening is pushed at once")
{
    EngineDriver driver = atPull({.keepListening = true});
    driver.give(PageReceived{pageOf("", 0, false)});
    REQUIRE(driver.phase() == Phase::Listening);
    const std::uint64_t listening = driver.state().ticket;
    driver.give(LocalWork{});
    CHECK(driver.told<Abandon>());
    REQUIRE(driver.openAs<ReadOutbox>());
    driver.giveWithTicket(listening, PageReceived{pageOf("late", 5, false)});
    CHECK(driver.orders.empty());
    CHECK(driver.phase() == Phase::ReadingOutbox);
}

TEST_CASE("what is saved during a pull is pushed before the run ends")
{
    EngineDriver driver = atPull();
    driver.give(LocalWork{});
    driver.give(PageReceived{pageOf("", 0, false)});
    CHECK(driver.openAs<ReadOutbox>());
    driver.give(OutboxRead{});
    driver.give(PageReceived{pageOf("", 0, false)});
    CHECK(driver.finished);
}

TEST_CASE("a second start joins the run that is under way")
{
    EngineDriver driver = atPull();
    driver.give(Start{});
    CHECK(driver.orders.empty());
    driver.give(PageReceived{pageOf("", 0, false)});
    CHECK(driver.openAs<ReadOutbox>());
}

TEST_CASE("a store that hands out the same lines again after their verdicts ends the run")
{
    EngineDriver driver = atOutbox();
    pushOnce(driver, 1, 10);
    driver.give(OutboxRead{batchOf(5, 10)});
    REQUIRE(driver.finished);
    CHECK(driver.finished->outcome == Outcome::StoreFailed);
}

TEST_CASE("a server that gives the same page again and again is damage")
{
    EngineDriver driver = atPull();
    driver.give(PageReceived{pageOf("a", 1, true)});
    driver.give(PageStored{});
    driver.give(PageReceived{pageOf("a", 1, true)});
    CHECK(driver.openAs<Rest>());
}

TEST_CASE("older records are asked for once, when nothing is unsent, and the pull goes on behind that")
{
    Plan plan;
    plan.fetch = protocol::FetchRequest{{}, "why", {}};
    EngineDriver driver = atOutbox(plan);
    driver.give(OutboxRead{});
    REQUIRE(driver.openAs<SendFetch>());
    CHECK(driver.openAs<SendFetch>()->request.reason == "why");
    SECTION("granted")
    {
        driver.give(FetchAnswered{{3}});
        driver.give(LocalWork{});
        driver.give(PageReceived{pageOf("", 0, false)});
        driver.give(OutboxRead{});
        CHECK(driver.openAs<SendPull>());
        driver.give(PageReceived{pageOf("", 0, false)});
        REQUIRE(driver.finished);
        CHECK(driver.finished->fetch == Report::Fetch::Granted);
        CHECK(driver.finished->left == 3);
    }
    SECTION("refused: what is new comes all the same")
    {
        driver.give(Failed{FailureKind::Refused});
        REQUIRE(driver.openAs<SendPull>());
        driver.give(PageReceived{pageOf("", 0, false)});
        REQUIRE(driver.finished);
        CHECK(driver.finished->outcome == Outcome::Done);
        CHECK(driver.finished->fetch == Report::Fetch::Refused);
    }
    SECTION("a token that ran out is got anew, and it is asked again")
    {
        driver.give(Failed{FailureKind::Unauthorised});
        driver.give(TokenAnswered{});
        CHECK(driver.openAs<SendFetch>());
    }
    SECTION("a broken connection is tried again")
    {
        driver.give(Failed{FailureKind::Unreachable});
        driver.give(Rested{});
        CHECK(driver.openAs<SendFetch>());
    }
}

TEST_CASE("a revoked device asks for nothing older")
{
    Plan plan;
    plan.fetch = protocol::FetchRequest{{}, "why", {}};
    protocol::HelloAnswer answer;
    answer.revoked = true;
    EngineDriver driver = atOutbox(plan, answer);
    driver.give(OutboxRead{});
    REQUIRE(driver.finished);
    CHECK(driver.finished->outcome == Outcome::Revoked);
}
