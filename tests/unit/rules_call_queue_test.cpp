#include "core/rules/call_queue.h"
#include "tests/unit/rules_agenda_case.h"

#include "tests/support/catch.h"

using namespace faltakt;
using namespace faltakt::rules;
using File = rules::testing::TestCase;

namespace {

base::Instant at(std::string_view text) { return *base::parseInstant(text); }

CallCase callCase(const File &file, std::uint8_t number)
{
    std::array<std::uint8_t, 16> bytes{};
    bytes[15] = number;
    CallCase each{base::CaseId(base::Uuid(bytes)), file.agenda(), file.facts(), {}};
    casework::ContactWay way;
    way.kind = "phone";
    way.value = "070-174 06 05";
    each.numbers = casework::callOrder({way}, false);
    return each;
}

File tried(std::string_view day, std::string_view hour, std::string_view outcome = "noAnswer",
           std::string_view more = "")
{
    File file;
    file.withPerson().addReport();
    file.addContact(day, outcome,
                    R"(,"at":")" + std::string(day) + "T" + std::string(hour) + R"(:00+02:00")" + std::string(more));
    return file;
}

std::vector<int> order(const std::vector<File> &files, base::Instant now)
{
    std::vector<CallCase> cases;
    for (std::size_t i = 0; i < files.size(); ++i)
        cases.push_back(callCase(files[i], std::uint8_t(i)));
    std::vector<int> numbers;
    for (const CallQueueItem &item : callQueue(files.front().profile(), cases, now))
        numbers.push_back(int(item.caseId.bytes().back()));
    return numbers;
}

} // namespace

TEST_CASE("a first attempt comes into the queue on the next working day, before its last day")
{
    File file;
    file.withPerson().addReport();
    CHECK(order({file}, at("2026-10-16T15:00:00+02:00")).empty());
    CHECK(order({file}, at("2026-10-19T08:30:00+02:00")) == std::vector{0});
}

TEST_CASE("a later attempt is not offered on the day of the last one")
{
    const File file = tried("2026-10-19", "09:00");
    CHECK(order({file}, at("2026-10-19T15:00:00+02:00")).empty());
    CHECK(order({file}, at("2026-10-20T08:30:00+02:00")) == std::vector{0});
}

TEST_CASE("hours that were not tried come before those that were")
{
    const std::vector files{tried("2026-10-19", "09:00"), tried("2026-10-19", "16:00")};
    CHECK(order(files, at("2026-10-20T09:30:00+02:00")) == std::vector{1, 0});
    CHECK(order(files, at("2026-10-20T16:30:00+02:00")) == std::vector{0, 1});
}

TEST_CASE("danger comes first, then an agreed time that has come; one still to come waits")
{
    File danger;
    danger.withPerson().addReport(R"(,"dangerSign":true)");
    File ordinary;
    ordinary.withPerson().addReport();
    const File agreed = tried("2026-10-19", "09:00", "callLater", R"(,"nextAt":"2026-10-20T10:00:00+02:00")");
    const std::vector files{ordinary, agreed, danger};
    CHECK(order(files, at("2026-10-20T09:40:00+02:00")) == std::vector{2, 1, 0});
    CHECK(order(files, at("2026-10-20T08:30:00+02:00")) == std::vector{2, 0, 1});
}

TEST_CASE("a booked time of another day is not in today's queue")
{
    const File file = tried("2026-10-19", "09:00", "callLater", R"(,"nextAt":"2026-10-22T10:00:00+02:00")");
    CHECK(order({file}, at("2026-10-20T09:00:00+02:00")).empty());
    CHECK(order({file}, at("2026-10-22T08:00:00+02:00")) == std::vector{0});
}

TEST_CASE("a line says which attempt it is, how the last one went, and whom to ring")
{
    const File file = tried("2026-10-19", "09:00");
    const auto queue = callQueue(file.profile(), {callCase(file, 1)}, at("2026-10-20T09:30:00+02:00"));
    REQUIRE(queue.size() == 1);
    CHECK(queue.front().attempt == 2);
    CHECK(queue.front().attempts == 3);
    CHECK(queue.front().last->outcome == "noAnswer");
    CHECK(queue.front().number->way.value == "070-174 06 05");
    CHECK(queue.front().isHourTried);
}

TEST_CASE("a number that is known to be wrong is not offered")
{
    File file = tried("2026-10-19", "09:00", "wrongNumber");
    file.addContact("2026-10-19", "noAnswer", R"(,"way":"visit")");
    const auto queue = callQueue(file.profile(), {callCase(file, 1)}, at("2026-10-20T09:30:00+02:00"));
    REQUIRE(queue.size() == 1);
    CHECK_FALSE(queue.front().number.has_value());
}
