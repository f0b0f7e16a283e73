#include "core/base/json.h"
#include "core/base/log.h"
#include "tests/support/catch.h"

using namespace faltakt;

TEST_CASE("a log line is one JSON object with time, event and typed fields")
{
    const base::ManualClock clock(base::instantFromMs(1'772'370'420'000));
    std::vector<std::string> lines;
    const base::Log log(clock, [&lines](std::string_view line) { lines.emplace_back(line); });
    const auto device = base::DeviceId::parse("01900000-0000-7000-8000-0000000000bb").value();
    log.write(base::LogEvent("push").number("lines", 3).id("device", device).word("verdict", "accepted"));
    REQUIRE(lines.size() == 1);
    const auto value = base::json::parse(lines[0]);
    REQUIRE(value);
    CHECK(value->stringAt("at") == "2026-03-01T13:07:00Z");
    CHECK(value->stringAt("event") == "push");
    CHECK(value->integerAt("lines") == 3);
    CHECK(value->stringAt("device") == device.toString());
    CHECK(value->stringAt("verdict") == "accepted");
}

TEST_CASE("a logged error shows its code and place, never its detail")
{
    const base::Error error(base::ErrorCode::Damaged, "Lisa");
    const std::string line = base::LogEvent("open").error(error).toJson(base::instantFromMs(0));
    const auto value = base::json::parse(line);
    REQUIRE(value);
    CHECK(value->stringAt("error") == "damaged");
    CHECK(value->stringAt("place").starts_with("base_log_test.cpp:"));
    CHECK(line.find("Lisa") == std::string::npos);
}
