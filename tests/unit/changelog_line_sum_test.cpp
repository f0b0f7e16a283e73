#include "core/changelog/line_sum.h"

#include "core/base/random.h"
#include "tests/support/catch.h"

#include <algorithm>

using namespace faltakt;
using changelog::LineSum;

namespace {

std::vector<base::Hash> someHashes(std::size_t count)
{
    base::SeededRandom random(3);
    std::vector<base::Hash> hashes(count);
    for (base::Hash &hash : hashes)
        random.fill(hash);
    return hashes;
}

LineSum sumOf(const std::vector<base::Hash> &hashes)
{
    LineSum sum;
    for (const base::Hash &hash : hashes)
        sum.add(hash);
    return sum;
}

} // namespace

TEST_CASE("a sum of lines is the same in any order, and of parts what it is of the whole")
{
    auto hashes = someHashes(50);
    const LineSum whole = sumOf(hashes);
    std::reverse(hashes.begin(), hashes.end());
    CHECK(sumOf(hashes) == whole);
    LineSum parts = sumOf({hashes.begin(), hashes.begin() + 20});
    parts.add(sumOf({hashes.begin() + 20, hashes.end()}));
    CHECK(parts == whole);
}

TEST_CASE("a line taken out leaves the sum of the others, also across the end of the numbers")
{
    base::Hash highest{};
    highest.fill(0xff);
    base::Hash one{};
    one.back() = 1;
    LineSum sum = sumOf({highest, one});
    CHECK(sum.count == 2);
    CHECK(sum.sum == base::Hash{});
    sum.subtract(one);
    CHECK(sum == sumOf({highest}));
    auto hashes = someHashes(10);
    LineSum fewer = sumOf(hashes);
    fewer.subtract(hashes.back());
    hashes.pop_back();
    CHECK(fewer == sumOf(hashes));
}

TEST_CASE("a missing line, one twice and one bit more are seen")
{
    auto hashes = someHashes(10);
    const LineSum whole = sumOf(hashes);
    auto twice = hashes;
    twice.back() = twice.front();
    CHECK(sumOf(twice) != whole);
    auto flipped = hashes;
    flipped[4][7] ^= 1;
    CHECK(sumOf(flipped) != whole);
    CHECK(sumOf({hashes.begin() + 1, hashes.end()}) != whole);
}
