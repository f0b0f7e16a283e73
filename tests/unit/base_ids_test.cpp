#include "core/base/clock.h"
#include "core/base/ids.h"
#include "tests/support/catch.h"

#include <rapidcheck.h>

#include <set>

using namespace faltakt;
using namespace std::chrono_literals;
using base::Uuid;

namespace {

constexpr base::Instant Start = base::instantFromMs(1'790'000'000'000);

std::int64_t milliseconds(const Uuid &uuid)
{
    std::int64_t value = 0;
    for (int i = 0; i < 6; ++i)
        value = value << 8 | uuid.bytes()[std::size_t(i)];
    return value;
}

} // namespace

TEST_CASE("an id's text is 36 characters and gives the id back")
{
    CHECK(rc::check([](const std::array<std::uint8_t, 16> &bytes) {
        const Uuid uuid(bytes);
        RC_ASSERT(uuid.toString().size() == 36U);
        RC_ASSERT(Uuid::parse(uuid.toString()).value() == uuid);
        RC_ASSERT(Uuid::fromBytes(uuid.bytes()).value() == uuid);
    }));
    CHECK(Uuid::parse("0190ABCD-0000-7000-8000-0000000000Aa")->toString() == "0190abcd-0000-7000-8000-0000000000aa");
}

TEST_CASE("an id in another form is refused")
{
    for (const char *text : {"", "0190abcd00007000800000000000000aa", "0190abcd-0000-7000-8000-0000000000a",
                             "0190abcd-0000-7000-8000-0000000000aaa", "0190abcd-0000-7000-80000-000000000aa",
                             "{190abcd-0000-7000-8000-0000000000a}", "0190abcd-0000-7000-8000-0000000000ag",
                             "0190abcd-0000-7000-8000--000000000aa", "0190abcd_0000_7000_8000_0000000000aa"})
        CHECK(Uuid::parse(text).error().code() == base::ErrorCode::InvalidInput);
    CHECK_FALSE(Uuid::fromBytes(base::Bytes(15)));
    CHECK_FALSE(base::CaseId::parse("x"));
}

TEST_CASE("made ids are version 7 with the time in front")
{
    base::ManualClock clock(Start);
    base::SeededRandom random(1);
    base::UuidMaker maker(clock, random);
    const Uuid uuid = maker.make();
    CHECK(uuid.version() == 7);
    CHECK(uuid.bytes()[8] >> 6 == 2);
    CHECK(milliseconds(uuid) == base::toMs(Start));
}

TEST_CASE("made ids rise always, also when the clock stands still, jumps or goes back")
{
    CHECK(rc::check([](const std::vector<int> &jumps) {
        base::ManualClock clock(Start);
        base::SeededRandom random(2);
        base::UuidMaker maker(clock, random);
        Uuid last = maker.make();
        for (const int jump : jumps) {
            clock.setWall(clock.now() + base::Duration(jump % 100'000));
            for (int i = 0; i < 3; ++i) {
                const Uuid next = maker.make();
                RC_ASSERT(next > last);
                last = next;
            }
        }
    }));
}

TEST_CASE("more ids in one millisecond than the counter holds still rise and differ")
{
    base::ManualClock clock(Start);
    base::SeededRandom random(3);
    base::UuidMaker maker(clock, random);
    std::set<Uuid> seen;
    Uuid last;
    for (int i = 0; i < 20'000; ++i) {
        const Uuid uuid = maker.make();
        REQUIRE(uuid > last);
        REQUIRE(uuid.version() == 7);
        last = uuid;
        seen.insert(uuid);
    }
    CHECK(seen.size() == 20'000);
    CHECK(milliseconds(last) - base::toMs(Start) < 10);
}

TEST_CASE("a clock before 1970 still gives ids")
{
    base::ManualClock clock(base::instantFromMs(-1000));
    base::SeededRandom random(4);
    base::UuidMaker maker(clock, random);
    const Uuid first = maker.make();
    CHECK(maker.make() > first);
    CHECK(first.version() == 7);
}

TEST_CASE("two makers of one moment do not make the same id")
{
    base::ManualClock clock(Start);
    base::SeededRandom one(5);
    base::SeededRandom two(6);
    CHECK(base::UuidMaker(clock, one).make() != base::UuidMaker(clock, two).make());
}

TEST_CASE("ids of different things do not mix")
{
    STATIC_REQUIRE_FALSE(std::is_convertible_v<base::CaseId, base::RecordId>);
    STATIC_REQUIRE_FALSE(std::is_constructible_v<base::CaseId, base::RecordId>);
    STATIC_REQUIRE_FALSE(std::is_convertible_v<Uuid, base::CaseId>);
    CHECK(base::CaseId().isNil());
}
