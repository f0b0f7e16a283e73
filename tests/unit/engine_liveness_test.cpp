// No state without a way out: every phase is met with every event, and from wherever that leads a world that now behaves
// brings the run to its end.
#include "core/base/random.h"
#include "tests/unit/engine_driver.h"

#include <set>

using namespace faltakt;
using namespace faltakt::engine;
using test::batchOf;
using test::EngineDriver;
using test::pageOf;
using test::verdictsFor;

namespace {

/// Answers an order as a world without faults does, with at most `unsent` lines and two pages.
class GoodWorld {
public:
    void answer(EngineDriver &driver)
    {
        const Command open = driver.open;
        if (std::holds_alternative<SendHello>(open))
            driver.give(HelloAnswered{});
        else if (std::holds_alternative<SendToken>(open))
            driver.give(TokenAnswered{});
        else if (const auto *read = std::get_if<ReadOutbox>(&open))
            driver.give(OutboxRead{nextBatch(driver, read->maxLines)});
        else if (const auto *push = std::get_if<SendPush>(&open))
            driver.give(PushAnswered{verdictsFor(push->batch)});
        else if (std::holds_alternative<StoreVerdicts>(open))
            driver.give(VerdictsStored{});
        else if (std::holds_alternative<StartNextEpoch>(open))
            driver.give(EpochStarted{});
        else if (std::holds_alternative<SendPull>(open))
            driver.give(PageReceived{nextPage()});
        else if (std::holds_alternative<StorePage>(open))
            driver.give(PageStored{});
        else if (std::holds_alternative<SendFetch>(open))
            driver.give(FetchAnswered{});
        else if (std::holds_alternative<ReadOffer>(open))
            driver.give(OfferRead{nextOffer()});
        else if (const auto *offer = std::get_if<SendOffer>(&open))
            driver.give(OfferAnswered{{offer->batch.lines.size(), changelog::OfferVerdict::Known}});
        else if (std::holds_alternative<StartLog>(open))
            driver.give(LogStarted{});
        else if (std::holds_alternative<SumPart>(open))
            driver.give(PartSummed{});
        else if (std::holds_alternative<SendDigest>(open))
            driver.give(PartCompared{});
        else if (std::holds_alternative<StoreProof>(open))
            driver.give(ProofStored{});
        else if (std::holds_alternative<Rest>(open))
            driver.give(Rested{});
    }

private:
    changelog::JournalBatch nextBatch(const EngineDriver &driver, std::size_t most)
    {
        const std::size_t count = std::min<std::size_t>(most, std::size_t(m_unsent));
        m_unsent -= int(count);
        const State &state = driver.state();
        return batchOf(state.judgedThrough + 1, count, std::max<std::int64_t>(state.judgedEpoch, 1));
    }
    changelog::PullPage nextPage()
    {
        ++m_pages;
        return pageOf("good" + std::to_string(std::min(m_pages, 3)), m_pages <= 2 ? 1 : 0, m_pages < 2);
    }

    changelog::OfferBatch nextOffer()
    {
        changelog::OfferBatch batch;
        if (++m_offers % 2 == 1) {
            batch.lines.resize(2);
            batch.next = m_offers + 100;
        }
        return batch;
    }

    int m_offers = 0;
    int m_unsent = 30;
    int m_pages = 0;
};

/// True where the run ends within `most` answers.
bool endsInGoodWorld(EngineDriver driver, int most = 60)
{
    GoodWorld world;
    for (int i = 0; i < most; ++i) {
        if (driver.phase() == Phase::Idle)
            return true;
        world.answer(driver);
    }
    return driver.phase() == Phase::Idle;
}

std::vector<Happening> everyEvent()
{
    protocol::HelloAnswer forked;
    forked.fork = true;
    protocol::HelloAnswer changed;
    changed.logChanged = true;
    protocol::HelloAnswer revoked;
    revoked.revoked = true;
    protocol::HelloAnswer restored = changed;
    restored.logId = "other";
    restored.offerAbove = 3;
    changelog::OfferBatch offer;
    offer.lines.resize(2);
    offer.next = 2;
    std::vector<Happening> events = {Start{{.listen = std::chrono::seconds(60)}},
                                     Stop{},
                                     LocalWork{},
                                     WindUp{},
                                     HelloAnswered{},
                                     HelloAnswered{forked},
                                     HelloAnswered{changed},
                                     HelloAnswered{revoked},
                                     TokenAnswered{},
                                     OutboxRead{},
                                     OutboxRead{batchOf(1, 20)},
                                     OutboxRead{batchOf(21, 3)},
                                     PushAnswered{verdictsFor(batchOf(1, 20))},
                                     PushAnswered{verdictsFor(batchOf(21, 3))},
                                     PushAnswered{verdictsFor(batchOf(7, 1))},
                                     PushAnswered{protocol::PushGap{5}},
                                     PushAnswered{protocol::PushFork{5}},
                                     VerdictsStored{},
                                     EpochStarted{},
                                     PageReceived{pageOf("", 0, false)},
                                     PageReceived{pageOf("a", 1, true)},
                                     PageReceived{pageOf("b", 1, false)},
                                     PageStored{},
                                     HelloAnswered{restored},
                                     FetchAnswered{},
                                     OfferRead{},
                                     OfferRead{offer},
                                     OfferAnswered{{2, changelog::OfferVerdict::Taken}},
                                     OfferAnswered{{2, changelog::OfferVerdict::Refused}},
                                     OfferAnswered{},
                                     LogStarted{},
                                     PartSummed{},
                                     PartSummed{{{}, base::CaseId(), {{base::CaseId(), {}, {}}}}},
                                     PartCompared{},
                                     PartCompared{{{base::CaseId()}, {}, 1}},
                                     ProofStored{},
                                     Rested{}};
    for (int kind = 0; kind <= int(FailureKind::Store); ++kind)
        events.emplace_back(Failed{FailureKind(kind), std::chrono::seconds(5)});
    return events;
}

/// One state for each phase, reached by running.
std::vector<EngineDriver> everyPhase()
{
    std::vector<EngineDriver> drivers;
    EngineDriver driver;
    const auto keep = [&] { drivers.push_back(driver); };
    keep();
    driver.give(Start{{.listen = std::chrono::seconds(60)}});
    keep();
    EngineDriver restored = driver;
    protocol::HelloAnswer other;
    other.logChanged = true;
    other.offerAbove = 3;
    restored.give(HelloAnswered{other});
    restored.give(TokenAnswered{});
    drivers.push_back(restored);
    changelog::OfferBatch offer;
    offer.lines.resize(2);
    offer.next = 2;
    restored.give(OfferRead{offer});
    drivers.push_back(restored);
    restored.give(OfferAnswered{{2, changelog::OfferVerdict::Taken}});
    restored.give(OfferRead{});
    drivers.push_back(restored);
    EngineDriver comparing;
    comparing.give(Start{{.compare = true}});
    comparing.give(HelloAnswered{});
    comparing.give(TokenAnswered{});
    comparing.give(OutboxRead{});
    comparing.give(PageReceived{pageOf("", 0, false)});
    drivers.push_back(comparing);
    comparing.give(PartSummed{});
    drivers.push_back(comparing);
    comparing.give(PartCompared{});
    drivers.push_back(comparing);
    EngineDriver forked = driver;
    protocol::HelloAnswer answer;
    answer.fork = true;
    forked.give(HelloAnswered{answer});
    drivers.push_back(forked);
    EngineDriver resting = driver;
    resting.give(Failed{FailureKind::Unreachable});
    drivers.push_back(resting);
    EngineDriver fetching;
    Plan older;
    older.fetch = protocol::FetchRequest{{}, "why", {}};
    fetching.give(Start{older});
    fetching.give(HelloAnswered{});
    fetching.give(TokenAnswered{});
    fetching.give(OutboxRead{});
    drivers.push_back(fetching);
    driver.give(HelloAnswered{});
    keep();
    driver.give(TokenAnswered{});
    keep();
    driver.give(OutboxRead{batchOf(1, 20)});
    keep();
    driver.give(PushAnswered{verdictsFor(batchOf(1, 20))});
    keep();
    driver.give(VerdictsStored{});
    driver.give(OutboxRead{});
    keep();
    driver.give(PageReceived{pageOf("a", 1, false)});
    keep();
    driver.give(PageStored{});
    keep();
    return drivers;
}

} // namespace

TEST_CASE("every phase is reached by running")
{
    std::set<Phase> phases;
    for (const EngineDriver &driver : everyPhase())
        phases.insert(driver.phase());
    CHECK(phases.size() == PhaseCount);
}

TEST_CASE("whatever comes in whatever phase, an order is open or the run has ended, and a good world ends it")
{
    for (const EngineDriver &before : everyPhase()) {
        for (const Happening &event : everyEvent()) {
            EngineDriver driver = before;
            driver.finished.reset();
            driver.give(event);
            INFO("phase " << int(before.phase()) << " event " << event.index() << " leads to " << int(driver.phase()));
            int asked = 0;
            for (const Order &order : driver.orders)
                asked += order.ticket != 0;
            CHECK(asked <= 1);
            const bool wasIdle = before.phase() == Phase::Idle;
            if (driver.phase() == Phase::Idle) {
                CHECK(asked == 0);
                CHECK(driver.finished.has_value() == !wasIdle);
            } else {
                CHECK_FALSE(driver.finished.has_value());
                const bool waits = driver.phase() == before.phase() && driver.state().ticket == before.state().ticket;
                CHECK((asked == 1 || waits));
            }
            CHECK(endsInGoodWorld(driver));
        }
    }
}

TEST_CASE("late answers to an order that was given up change nothing")
{
    for (const EngineDriver &before : everyPhase()) {
        for (const Happening &event : everyEvent()) {
            if (event.index() < 4)
                continue; // Start, Stop, WindUp and LocalWork answer no order.
            EngineDriver driver = before;
            driver.giveWithTicket(before.state().ticket + 1, event);
            CHECK(driver.orders.empty());
            CHECK(driver.phase() == before.phase());
            CHECK(driver.state().report == before.state().report);
        }
    }
}

TEST_CASE("random events, right and wrong, never lead where a good world cannot end the run")
{
    const std::vector<Happening> events = everyEvent();
    base::SeededRandom random(11);
    for (int walk = 0; walk < 400; ++walk) {
        EngineDriver driver(State::atRest(std::uint64_t(walk)));
        GoodWorld world;
        driver.give(Start{});
        for (int step = 0; step < 60; ++step) {
            if (driver.phase() == Phase::Idle)
                driver.give(Start{{.failuresAllowed = int(random.below(5)), .keepListening = random.below(4) == 0}});
            else if (random.below(3) != 0)
                world.answer(driver);
            else
                driver.give(events[random.below(events.size())]);
            if (driver.state().plan.keepListening)
                continue;
            INFO("walk " << walk << " step " << step << " phase " << int(driver.phase()));
            REQUIRE(endsInGoodWorld(driver));
        }
    }
}

TEST_CASE("a world that fails at every call ends the run after the failures that the plan allows")
{
    for (int kind = 0; kind <= int(FailureKind::Store); ++kind) {
        EngineDriver driver;
        driver.give(Start{{.failuresAllowed = 7}});
        int calls = 0;
        while (driver.phase() != Phase::Idle && calls < 100) {
            if (driver.openAs<Rest>())
                driver.give(Rested{});
            else
                driver.give(Failed{FailureKind(kind)}), ++calls;
        }
        CHECK(calls <= 8);
        CHECK(driver.finished);
    }
}
