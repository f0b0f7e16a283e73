// Anonymous counts: durable, never sent, never below nothing.
#include "tests/support/catch.h"
#include "tests/support/store_fixture.h"

using namespace faltakt;

TEST_CASE("a count is there after reopening, adds up in its week, and never goes below nothing")
{
    test::Device device(731);
    device.create().value();
    CHECK(device.store().addToTally("outreach/talk@park", "2026-W07", 2).value() == 2);
    CHECK(device.store().addToTally("outreach/talk@park", "2026-W07", 1).value() == 3);
    CHECK(device.store().addToTally("outreach/talk@park", "2026-W08", 1).value() == 1);
    CHECK(device.store().addToTally("outreach/card@park", "2026-W07", -4).value() == 0);
    device.reopen().value();
    const auto rows = device.store().tallies("2026-W07").value();
    REQUIRE(rows.size() == 1);
    CHECK(rows.front() == store::TallyRow{"outreach/talk@park", 3});
    CHECK(device.store().counts().value().changes == 0);
    CHECK(device.store().counts().value().outbox == 0);
}

TEST_CASE("a count wants a kind and a week, and gives no room for more")
{
    test::Device device(732);
    device.create().value();
    for (const auto &[kind, week] : {std::pair<std::string, std::string>("", "2026-W07"),
                                     {std::string(65, 'x'), "2026-W07"},
                                     {"outreach/talk@park", "2026-02-13"}})
        CHECK(device.store().addToTally(kind, week, 1).error().code() == base::ErrorCode::InvalidInput);
    CHECK(device.store().tallies("2026-W07").value().empty());
}
