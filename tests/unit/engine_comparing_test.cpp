// What a run does beside the daily way: comparing, mending, and bringing a restored server what it has lost.
#include "tests/unit/engine_driver.h"

using namespace faltakt;
using namespace faltakt::engine;
using changelog::OfferVerdict;
using test::batchOf;
using test::EngineDriver;
using test::pageOf;

namespace {

base::CaseId caseOf(std::uint8_t number)
{
    std::array<std::uint8_t, 16> bytes{};
    bytes[15] = number;
    return base::CaseId(base::Uuid(bytes));
}

changelog::OfferBatch offerOf(std::size_t lines, std::int64_t next)
{
    changelog::OfferBatch batch;
    batch.lines.resize(lines);
    batch.next = next;
    return batch;
}

changelog::DigestPart partOf(std::uint8_t first, std::uint8_t last, bool more)
{
    changelog::DigestPart part;
    for (std::uint8_t number = first; number <= last; ++number)
        part.cases.push_back({caseOf(number), {}, {10, {}}});
    if (more)
        part.through = caseOf(last);
    return part;
}

/// Everything is here; the first cases are to be summed.
EngineDriver atSumming(Plan plan = {.compare = true})
{
    EngineDriver driver;
    driver.give(Start{std::move(plan)});
    driver.give(HelloAnswered{});
    driver.give(TokenAnswered{});
    driver.give(OutboxRead{});
    driver.give(PageReceived{pageOf("", 0, false)});
    REQUIRE(driver.openAs<SumPart>());
    return driver;
}

protocol::HelloAnswer restoredHello()
{
    protocol::HelloAnswer answer;
    answer.logId = "new";
    answer.logChanged = true;
    answer.offerAbove = 40;
    answer.n = 7;
    return answer;
}

} // namespace

TEST_CASE("comparing goes part by part and notes how many lines were proven")
{
    EngineDriver driver = atSumming();
    CHECK_FALSE(driver.openAs<SumPart>()->after);
    driver.give(PartSummed{partOf(1, 3, true)});
    REQUIRE(driver.openAs<SendDigest>());
    driver.give(PartCompared{});
    REQUIRE(driver.openAs<SumPart>());
    CHECK(driver.openAs<SumPart>()->after == caseOf(3));
    driver.give(PartSummed{partOf(4, 5, false)});
    driver.give(PartCompared{});
    REQUIRE(driver.openAs<StoreProof>());
    CHECK(driver.openAs<StoreProof>()->held == 50);
    CHECK(driver.openAs<StoreProof>()->proven == 50);
    driver.give(ProofStored{});
    REQUIRE(driver.finished);
    CHECK(driver.finished->outcome == Outcome::Done);
    CHECK(driver.finished->compared);
    CHECK(driver.finished->proven == 50);
}

TEST_CASE("a case of which a right changed meanwhile is compared once the change has come")
{
    EngineDriver driver = atSumming();
    driver.give(PartSummed{partOf(1, 2, false)});
    driver.give(PartCompared{{{}, {caseOf(2)}, 10}});
    REQUIRE(driver.openAs<SendPull>());
    CHECK_FALSE(driver.openAs<SendPull>()->again);
    driver.give(PageReceived{pageOf("x", 1, false)});
    driver.give(PageStored{});
    REQUIRE(driver.openAs<SumPart>());
    driver.give(PartSummed{partOf(1, 2, false)});
    driver.give(PartCompared{});
    REQUIRE(driver.openAs<StoreProof>());
    CHECK(driver.openAs<StoreProof>()->proven == 20);
    CHECK(driver.openAs<StoreProof>()->settled);
}

TEST_CASE("where one case differs and a right to another changed, what is new comes first and the case is mended then")
{
    EngineDriver driver = atSumming();
    driver.give(PartSummed{partOf(1, 2, false)});
    driver.give(PartCompared{{{caseOf(1)}, {caseOf(2)}, 10}});
    REQUIRE(driver.openAs<SendPull>());
    driver.give(PageReceived{pageOf("x", 1, false)});
    driver.give(PageStored{});
    REQUIRE(driver.openAs<ReadOffer>());
    CHECK(driver.openAs<ReadOffer>()->caseId == caseOf(1));
}

TEST_CASE("rights that change all the time end the comparing, which stands to be done once more")
{
    EngineDriver driver = atSumming();
    for (int pass = 0; pass < Pace::MostPasses; ++pass) {
        REQUIRE(driver.openAs<SumPart>());
        driver.give(PartSummed{partOf(1, 2, false)});
        driver.give(PartCompared{{{}, {caseOf(2)}, 10}});
        if (driver.openAs<SendPull>())
            driver.give(PageReceived{pageOf("x" + std::to_string(pass), 0, false)});
        if (driver.openAs<StorePage>())
            driver.give(PageStored{});
    }
    REQUIRE(driver.openAs<StoreProof>());
    CHECK(driver.openAs<StoreProof>()->proven == 10);
    CHECK_FALSE(driver.openAs<StoreProof>()->settled);
}

TEST_CASE("a part whose answer was lost is summed again, not passed over")
{
    EngineDriver driver = atSumming();
    driver.give(PartSummed{partOf(1, 3, true)});
    driver.give(Failed{FailureKind::Unreachable});
    driver.give(Rested{});
    REQUIRE(driver.openAs<SumPart>());
    CHECK_FALSE(driver.openAs<SumPart>()->after);
}

TEST_CASE("a case that differs is offered first and then asked for again, and a second pass shows it mended")
{
    EngineDriver driver = atSumming();
    driver.give(PartSummed{partOf(1, 3, false)});
    driver.give(PartCompared{{{caseOf(2)}, {}, 30}});
    REQUIRE(driver.openAs<ReadOffer>());
    CHECK(driver.openAs<ReadOffer>()->caseId == caseOf(2));
    CHECK(driver.openAs<ReadOffer>()->above == 0);
    driver.give(OfferRead{offerOf(4, 4)});
    REQUIRE(driver.openAs<SendOffer>());
    driver.give(OfferAnswered{{4, OfferVerdict::Known}});
    REQUIRE(driver.openAs<ReadOffer>());
    CHECK(driver.openAs<ReadOffer>()->after == 4);
    driver.give(OfferRead{});
    REQUIRE(driver.openAs<SendPull>());
    CHECK(driver.openAs<SendPull>()->again == caseOf(2));
    driver.give(PageReceived{pageOf("x", 2, true)});
    driver.give(PageStored{});
    REQUIRE(driver.openAs<SendPull>());
    CHECK_FALSE(driver.openAs<SendPull>()->again);
    driver.give(PageReceived{pageOf("y", 1, false)});
    driver.give(PageStored{});
    REQUIRE(driver.openAs<SumPart>());
    driver.give(PartSummed{partOf(1, 3, false)});
    driver.give(PartCompared{});
    driver.give(ProofStored{});
    REQUIRE(driver.finished);
    CHECK(driver.finished->mended == 1);
    CHECK(driver.finished->differing == 0);
    CHECK(driver.finished->proven == 30);
}

TEST_CASE("a lost page of a case that comes again is asked for as it was")
{
    EngineDriver driver = atSumming();
    driver.give(PartSummed{partOf(1, 1, false)});
    driver.give(PartCompared{{{caseOf(1)}, {}, 9}});
    driver.give(OfferRead{});
    REQUIRE(driver.openAs<SendPull>()->again == caseOf(1));
    driver.give(Failed{FailureKind::Unreachable});
    driver.give(Rested{});
    REQUIRE(driver.openAs<SendPull>());
    CHECK(driver.openAs<SendPull>()->again == caseOf(1));
}

TEST_CASE("what the server does not take is not taken from the device: the case stays and counts as differing")
{
    EngineDriver driver = atSumming();
    for (int pass = 0; pass < Pace::MostPasses; ++pass) {
        driver.give(PartSummed{partOf(1, 1, false)});
        driver.give(PartCompared{{{caseOf(1)}, {}, 9}});
        if (pass + 1 == Pace::MostPasses)
            break;
        driver.give(OfferRead{offerOf(1, 1)});
        driver.give(OfferAnswered{{OfferVerdict::Refused}});
        driver.give(OfferRead{});
        REQUIRE(driver.openAs<SumPart>());
    }
    driver.give(ProofStored{});
    REQUIRE(driver.finished);
    CHECK(driver.finished->outcome == Outcome::Done);
    CHECK(driver.finished->differing == 1);
    CHECK(driver.finished->mended == 0);
    CHECK(driver.finished->proven == 0);
}

TEST_CASE("a server that does not know the call ends the comparing and not the run")
{
    EngineDriver driver = atSumming();
    driver.give(PartSummed{partOf(1, 1, false)});
    driver.give(Failed{FailureKind::Refused});
    REQUIRE(driver.finished);
    CHECK(driver.finished->outcome == Outcome::Done);
    CHECK_FALSE(driver.finished->compared);
}

TEST_CASE("a save during comparing is delivered before the next pass")
{
    EngineDriver driver = atSumming();
    driver.give(LocalWork{});
    driver.give(PartSummed{partOf(1, 1, false)});
    driver.give(PartCompared{});
    driver.give(ProofStored{});
    CHECK(driver.openAs<ReadOutbox>());
}

TEST_CASE("after a fork the run compares unasked")
{
    EngineDriver driver;
    driver.give(Start{});
    protocol::HelloAnswer fork;
    fork.fork = true;
    driver.give(HelloAnswered{fork});
    driver.give(EpochStarted{});
    driver.give(HelloAnswered{});
    driver.give(TokenAnswered{});
    driver.give(OutboxRead{});
    driver.give(PageReceived{pageOf("", 0, false)});
    CHECK(driver.openAs<SumPart>());
}

TEST_CASE("a run that is told of a line that the server has from elsewhere compares unasked")
{
    EngineDriver driver;
    driver.give(Start{});
    driver.give(HelloAnswered{});
    driver.give(TokenAnswered{});
    driver.give(OutboxRead{batchOf(1, 1)});
    auto verdicts = test::verdictsFor(batchOf(1, 1));
    verdicts.verdicts.front().kind = changelog::VerdictKind::Duplicate;
    driver.give(PushAnswered{std::move(verdicts)});
    driver.give(VerdictsStored{});
    driver.give(OutboxRead{});
    driver.give(PageReceived{pageOf("", 0, false)});
    CHECK(driver.openAs<SumPart>());
}

TEST_CASE("a restored server is offered what lies above its head, and only then its log counts")
{
    EngineDriver driver;
    driver.give(Start{});
    driver.give(HelloAnswered{restoredHello()});
    CHECK_FALSE(driver.told<NoteContact>());
    driver.give(TokenAnswered{});
    REQUIRE(driver.openAs<ReadOffer>());
    CHECK_FALSE(driver.openAs<ReadOffer>()->caseId);
    CHECK(driver.openAs<ReadOffer>()->above == 40);
    driver.give(OfferRead{offerOf(3, 3)});
    driver.give(OfferAnswered{{OfferVerdict::Taken, OfferVerdict::Known, OfferVerdict::Refused}});
    driver.give(OfferRead{});
    REQUIRE(driver.openAs<StartLog>());
    CHECK(driver.openAs<StartLog>()->logId == "new");
    CHECK(driver.openAs<StartLog>()->n == 7);
    driver.give(LogStarted{});
    REQUIRE(driver.openAs<SendHello>());
    protocol::HelloAnswer same;
    same.logId = "new";
    driver.give(HelloAnswered{same});
    REQUIRE(driver.told<NoteContact>());
    driver.give(TokenAnswered{});
    driver.give(OutboxRead{});
    driver.give(PageReceived{pageOf("", 0, false)});
    REQUIRE(driver.openAs<SumPart>());
    driver.give(PartSummed{});
    driver.give(PartCompared{});
    driver.give(ProofStored{});
    REQUIRE(driver.finished);
    CHECK(driver.finished->offered == 3);
    CHECK(driver.finished->takenBack == 1);
}

TEST_CASE("a restored server that takes nothing back is told apart, and nothing is taken over from it")
{
    protocol::HelloAnswer older = restoredHello();
    older.offerAbove.reset();
    EngineDriver driver;
    driver.give(Start{});
    driver.give(HelloAnswered{older});
    REQUIRE(driver.finished);
    CHECK(driver.finished->outcome == Outcome::LogChanged);
    EngineDriver refused;
    refused.give(Start{});
    refused.give(HelloAnswered{restoredHello()});
    refused.give(TokenAnswered{});
    refused.give(OfferRead{offerOf(1, 1)});
    refused.give(Failed{FailureKind::Refused});
    REQUIRE(refused.finished);
    CHECK(refused.finished->outcome == Outcome::LogChanged);
    CHECK_FALSE(refused.told<NoteContact>());
}

TEST_CASE("a server that is ever another one does not keep a run going for ever")
{
    EngineDriver driver;
    driver.give(Start{});
    for (int change = 0; change <= Pace::MostForks && !driver.finished; ++change) {
        driver.give(HelloAnswered{restoredHello()});
        driver.give(TokenAnswered{});
        driver.give(OfferRead{});
        driver.give(LogStarted{});
    }
    REQUIRE(driver.finished);
    CHECK(driver.finished->outcome == Outcome::LogChanged);
}

TEST_CASE("verdicts that are not those of the offer, and lines that do not move on, end nowhere but are noticed")
{
    EngineDriver driver;
    driver.give(Start{});
    driver.give(HelloAnswered{restoredHello()});
    driver.give(TokenAnswered{});
    driver.give(OfferRead{offerOf(3, 3)});
    driver.give(OfferAnswered{{OfferVerdict::Taken}});
    CHECK(driver.openAs<Rest>());
    driver.give(Rested{});
    driver.give(OfferRead{offerOf(3, 0)});
    REQUIRE(driver.finished);
    CHECK(driver.finished->outcome == Outcome::StoreFailed);
}
