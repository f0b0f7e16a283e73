// The load tool: its options, its figures, and that it sees what a server would do wrong.
#include "sync/server/app/command_line.h"
#include "sync/server/app/load_command.h"
#include "sync/server/load/latency_figures.h"
#include "sync/server/load/load_ledger.h"
#include "sync/server/load/process_figures.h"
#include "tests/support/catch.h"

#include <unistd.h>

using namespace faltakt;
using namespace faltakt::server;
using namespace std::chrono_literals;

namespace {

base::ChangeId change(std::uint8_t number)
{
    std::array<std::uint8_t, 16> bytes{};
    bytes[15] = number;
    return base::ChangeId(base::Uuid(bytes));
}

changelog::Verdict accepted(std::int64_t seq)
{
    changelog::Verdict verdict;
    verdict.receipt = changelog::Receipt{seq, {}, {}};
    return verdict;
}

std::string reasonOf(std::map<std::string, std::string> options)
{
    const auto plan = loadPlan({{"load"}, std::move(options), {}});
    return plan ? std::string("understood") : plan.error().detail();
}

/// Two teams: devices 0, 1 and 2, and device 3.
LoadLedger ledger() { return LoadLedger({0, 0, 0, 1}); }

} // namespace

TEST_CASE("a load run needs its devices and takes the rest as usual")
{
    const auto parsed = parseCommandLine({"--data", "D", "load", "--devices", "300", "--beside-real-tenants"});
    REQUIRE(parsed);
    CHECK(parsed->request.has("beside-real-tenants"));
    const auto plan = loadPlan(parsed->request);
    REQUIRE(plan);
    CHECK(plan->devices == 300);
    CHECK(plan->duration == 60s);
    CHECK(plan->every == 30s);
    const auto none = parseCommandLine({"--data", "D", "load"});
    CHECK(none.error().detail() == "load needs --devices");
}

TEST_CASE("a flag takes no word away from the command")
{
    const auto parsed = parseCommandLine({"--data", "D", "--beside-real-tenants", "load", "--devices", "1"});
    REQUIRE(parsed);
    CHECK(parsed->verb->name == "load");
    CHECK(parsed->request.has("beside-real-tenants"));
}

TEST_CASE("wrong numbers of a load run are told in words")
{
    CHECK(reasonOf({{"devices", "0"}}) == "--devices is a number from 1 to 2000");
    CHECK(reasonOf({{"devices", "2001"}}) == "--devices is a number from 1 to 2000");
    CHECK(reasonOf({{"devices", "many"}}) == "--devices is a number from 1 to 2000");
    CHECK(reasonOf({{"devices", "3"}, {"seconds", "-1"}}) == "--seconds is a number from 1 to 86400");
    CHECK(reasonOf({{"devices", "3"}, {"every", "1.5"}}) == "--every is a number from 1 to 86400");
    CHECK(reasonOf({{"devices", "3"}, {"every", "1"}}) == "understood");
}

TEST_CASE("a percentile is a time that was measured")
{
    LatencyFigures figures;
    for (int i = 100; i >= 1; --i)
        figures.add("push", std::chrono::milliseconds(i));
    CHECK(figures.percentile("push", 0.5) == 50);
    CHECK(figures.percentile("push", 0.99) == 99);
    CHECK(figures.percentile("push", 1) == 100);
    CHECK(figures.percentile("hello", 0.5) == 0);
    const base::json::Value json = figures.toJson();
    CHECK(json.find("push")->integerAt("count") == 100);
    CHECK(json.find("push")->find("max")->number() == 100);
}

TEST_CASE("a change is heard by its author's team and by nobody else")
{
    LoadLedger book = ledger();
    book.sent(0, change(1), 5ms);
    book.judged(0, change(1), accepted(10));
    CHECK(book.missing() == 2);
    CHECK(book.heard(1, change(1), 10) == std::chrono::nanoseconds(5ms));
    CHECK(book.heard(2, change(1), 10));
    CHECK(book.missing() == 0);
    CHECK(book.flawless());
    (void)book.heard(3, change(1), 10);
    CHECK_FALSE(book.flawless());
}

TEST_CASE("what is lost, twice, out of order or not accepted is no flawless run")
{
    LoadLedger book = ledger();
    book.sent(0, change(1), 0ms);
    book.sent(0, change(2), 0ms);
    SECTION("nobody judged it") { book.judged(0, change(1), accepted(10)); }
    SECTION("one place for two changes")
    {
        book.judged(0, change(1), accepted(10));
        book.judged(0, change(2), accepted(10));
    }
    SECTION("accepted twice")
    {
        book.judged(0, change(1), accepted(10));
        book.judged(0, change(1), accepted(11));
        book.judged(0, change(2), accepted(12));
    }
    SECTION("quarantined")
    {
        changelog::Verdict verdict;
        verdict.kind = changelog::VerdictKind::Quarantined;
        book.judged(0, change(1), accepted(10));
        book.judged(0, change(2), verdict);
    }
    for (const int device : {1, 2}) {
        (void)book.heard(device, change(1), 10);
        (void)book.heard(device, change(2), 11);
    }
    CHECK_FALSE(book.flawless());
}

TEST_CASE("a device that hears twice, too late or another place is told of")
{
    LoadLedger book = ledger();
    for (const std::uint8_t number : {std::uint8_t(1), std::uint8_t(2)}) {
        book.sent(0, change(number), 0ms);
        book.judged(0, change(number), accepted(number));
        (void)book.heard(1, change(number), number);
    }
    SECTION("twice")
    {
        (void)book.heard(2, change(1), 1);
        (void)book.heard(2, change(2), 2);
        CHECK(book.flawless());
        CHECK_FALSE(book.heard(2, change(2), 2));
    }
    SECTION("in the wrong order")
    {
        (void)book.heard(2, change(2), 2);
        (void)book.heard(2, change(1), 1);
    }
    SECTION("at another place")
    {
        (void)book.heard(2, change(1), 1);
        (void)book.heard(2, change(2), 3);
    }
    SECTION("not at all") { (void)book.heard(2, change(1), 1); }
    CHECK_FALSE(book.flawless());
}

TEST_CASE("the system says what a process takes")
{
    const auto own = processFigures(::getpid());
    REQUIRE(own);
    CHECK(own->memoryBytes > 1'000'000);
    CHECK(own->peakBytes >= own->memoryBytes);
    CHECK_FALSE(processFigures(-1));
}
