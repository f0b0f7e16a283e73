#include "core/base/result.h"
#include "tests/support/catch.h"

#include <memory>
#include <set>

using namespace faltakt;
using base::ErrorCode;
using base::Result;

namespace {

Result<int> half(int value)
{
    if (value % 2 != 0)
        return base::fail(ErrorCode::InvalidInput, "odd");
    return value / 2;
}

Result<std::unique_ptr<int>> quarter(int value, int &reached)
{
    TRY(const int first, half(value));
    ++reached;
    TRY(auto second, half(first));
    ++reached;
    return std::make_unique<int>(second);
}

Result<void> bothHalve(int one, int other, int &reached)
{
    TRY_VOID(half(one));
    ++reached;
    TRY_VOID(half(other));
    ++reached;
    return {};
}

} // namespace

TEST_CASE("TRY gives the value or leaves with the first error")
{
    int reached = 0;
    CHECK(**quarter(8, reached) == 2);
    CHECK(reached == 2);
    reached = 0;
    CHECK(quarter(6, reached).error().code() == ErrorCode::InvalidInput);
    CHECK(reached == 1);
    reached = 0;
    CHECK(bothHalve(2, 4, reached));
    CHECK(reached == 2);
    CHECK_FALSE(bothHalve(1, 4, reached));
    CHECK(reached == 2);
}

TEST_CASE("an error says code, detail and place, and takes words in front")
{
    const base::Error error(ErrorCode::StorageFull, "page");
    CHECK(error.toString().starts_with("storageFull: page (base_result_test.cpp:"));
    CHECK(error.withContext("push").detail() == "push: page");
    CHECK(base::Error(ErrorCode::Busy).withContext("push").detail() == "push");
    CHECK(error.withContext("push").location().line() == error.location().line());
}

TEST_CASE("each code has a name of its own, and only three are worth trying again as they are")
{
    std::set<std::string_view> names;
    int retryable = 0;
    for (int i = 0; i <= int(ErrorCode::Internal); ++i) {
        names.insert(base::errorCodeName(ErrorCode(i)));
        retryable += base::isRetryable(ErrorCode(i));
    }
    CHECK(names.size() == std::size_t(ErrorCode::Internal) + 1);
    CHECK(retryable == 3);
    CHECK(base::isRetryable(ErrorCode::Unreachable));
    CHECK_FALSE(base::isRetryable(ErrorCode::Damaged));
}
