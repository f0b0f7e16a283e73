#include "sync/engine/back_off.h"

#include "core/base/random.h"
#include "tests/support/catch.h"

#include <algorithm>
#include <array>

using namespace faltakt;
using engine::BackOff;
using engine::BetweenCalls;
using engine::BetweenSyncs;
using engine::Milliseconds;

TEST_CASE("the bound doubles with each failure up to the longest, and stays there for ever")
{
    CHECK(BetweenCalls.bound(1) == Milliseconds(500));
    CHECK(BetweenCalls.bound(2) == Milliseconds(1000));
    CHECK(BetweenCalls.bound(3) == Milliseconds(2000));
    CHECK(BetweenSyncs.bound(1) == std::chrono::minutes(1));
    CHECK(BetweenSyncs.bound(4) == std::chrono::minutes(8));
    for (const int failures : {5, 17, 1000, 2'000'000'000})
        CHECK(BetweenSyncs.bound(failures) == std::chrono::minutes(15));
    CHECK(BetweenSyncs.bound(0) == BetweenSyncs.bound(1));
}

TEST_CASE("a pause is anywhere between nothing and the bound, with equal right")
{
    constexpr int Rolls = 20000;
    constexpr int Parts = 10;
    base::SeededRandom random(3);
    for (const int failures : {1, 3, 9}) {
        std::array<int, Parts> counts{};
        for (int i = 0; i < Rolls; ++i) {
            const Milliseconds pause = BetweenSyncs.pause(failures, random.next());
            REQUIRE(pause >= Milliseconds(0));
            REQUIRE(pause <= BetweenSyncs.bound(failures));
            const auto part = pause.count() * Parts / (BetweenSyncs.bound(failures).count() + 1);
            ++counts[std::size_t(part)];
        }
        // A part holds a tenth; by chance alone it would differ by more than a tenth of that once in a million times.
        for (const int count : counts)
            CHECK(std::abs(count - Rolls / Parts) < Rolls / Parts / 10);
    }
}

TEST_CASE("what the server asks for comes before the jitter and is believed up to a quarter of an hour")
{
    base::SeededRandom random(4);
    for (int i = 0; i < 1000; ++i) {
        const Milliseconds pause = BetweenSyncs.pause(1, random.next(), std::chrono::seconds(90));
        CHECK(pause >= std::chrono::seconds(90));
        CHECK(pause <= std::chrono::seconds(90) + BetweenSyncs.bound(1));
    }
    CHECK(BetweenSyncs.pause(1, 0, std::chrono::hours(24 * 365)) == BackOff::LongestAsked);
    CHECK(BetweenSyncs.pause(1, 0, std::chrono::seconds(-5)) == Milliseconds(0));
}
