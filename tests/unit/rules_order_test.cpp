#include "core/casework/swedish_time.h"
#include "core/rules/agenda_order.h"
#include "core/rules/agenda_text.h"
#include "core/rules/next_attempt.h"
#include "core/rules/swedish_calendar.h"
#include "tests/support/catch.h"

#include <rapidcheck.h>

#include <set>

using namespace faltakt;
using namespace faltakt::rules;
using std::chrono::hours;
using std::chrono::minutes;

namespace {

base::Instant at(std::string_view text) { return *base::parseInstant(text); }
const base::Instant Now = at("2026-10-19T09:00:00+02:00");

store::AgendaEntry row(std::string kind, std::optional<base::Instant> due)
{
    return {.record = {}, .kind = std::move(kind), .rule = "x", .reason = "x", .due = due, .notBefore = {}};
}

std::vector<std::string> kindsOf(const std::vector<store::AgendaEntry> &rows)
{
    std::vector<std::string> kinds;
    for (const auto &each : rows)
        kinds.push_back(each.kind);
    return kinds;
}

casework::LocalTime localOf(base::Instant instant) { return casework::swedishTime(instant); }

} // namespace

TEST_CASE("urgency goes by Swedish days")
{
    CHECK(urgencyOf(at("2026-10-18T23:59:59+02:00"), Now) == Urgency::Overdue);
    CHECK(urgencyOf(at("2026-10-19T00:00:00+02:00"), Now) == Urgency::Today);
    CHECK(urgencyOf(at("2026-10-19T23:59:59+02:00"), Now) == Urgency::Today);
    CHECK(urgencyOf(at("2026-10-20T00:00:00+02:00"), Now) == Urgency::Tomorrow);
    CHECK(urgencyOf(at("2026-10-21T00:00:00+02:00"), Now) == Urgency::Later);
    CHECK(urgencyOf(std::nullopt, Now) == Urgency::Later);
    // 23:30 UTC is already the next day in Sweden.
    CHECK(urgencyOf(at("2026-10-19T23:30:00Z"), Now) == Urgency::Tomorrow);
}

TEST_CASE("urgency names are those of the command line")
{
    CHECK(urgencyName(Urgency::Overdue) == "overdue");
    CHECK(urgencyName(Urgency::Today) == "today");
    CHECK(urgencyName(Urgency::Tomorrow) == "tomorrow");
    CHECK(urgencyName(Urgency::Later) == "later");
}

TEST_CASE("life, child and violence stand before everything, then urgency, then kind, then due time")
{
    const auto yesterday = Now - hours(24);
    const auto nextWeek = Now + hours(168);
    std::vector<store::AgendaEntry> rows{row("default", yesterday), row("law", nextWeek),  row("guideline", Now),
                                         row("law", Now),           row("agreed", Now),    row("violence", nextWeek),
                                         row("child", yesterday),   row("life", nextWeek), row("default", Now)};
    sortAgenda(rows, Now);
    CHECK(kindsOf(rows)
          == std::vector<std::string>{"child", "life", "violence", "default", "law", "agreed", "guideline", "default",
                                      "law"});
}

TEST_CASE("rows of one kind and urgency go by due time, those without one last")
{
    std::vector<store::AgendaEntry> rows{row("default", std::nullopt), row("default", Now + hours(100)),
                                         row("default", Now + hours(90))};
    sortAgenda(rows, Now);
    CHECK(rows[0].due == Now + hours(90));
    CHECK(rows[1].due == Now + hours(100));
    CHECK_FALSE(rows[2].due.has_value());
}

TEST_CASE("a kind of a newer version comes after the known ones of its urgency")
{
    std::vector<store::AgendaEntry> rows{row("oracle", Now), row("default", Now)};
    sortAgenda(rows, Now);
    CHECK(kindsOf(rows) == std::vector<std::string>{"default", "oracle"});
}

TEST_CASE("the order is total: every shuffle of the same rows gives the same list")
{
    const std::vector<std::string> kinds{"life",   "child",     "violence", "law",
                                         "agreed", "guideline", "default",  "unknown"};
    CHECK(rc::check([&] {
        std::vector<store::AgendaEntry> rows;
        const auto count = *rc::gen::inRange(0, 30);
        for (int index = 0; index < count; ++index) {
            std::array<std::uint8_t, 16> id{};
            id[15] = std::uint8_t(index);
            auto each = row(*rc::gen::elementOf(kinds), Now + hours(*rc::gen::inRange(-72, 72)));
            each.record = base::RecordId(base::Uuid(id));
            if (*rc::gen::inRange(0, 5) == 0)
                each.due.reset();
            rows.push_back(each);
        }
        auto shuffled = rows;
        for (std::size_t index = shuffled.size(); index > 1; --index)
            std::swap(shuffled[index - 1], shuffled[*rc::gen::inRange<std::size_t>(0, index)]);
        sortAgenda(rows, Now);
        sortAgenda(shuffled, Now);
        for (std::size_t index = 0; index < rows.size(); ++index)
            RC_ASSERT(rows[index].record == shuffled[index].record);
        for (std::size_t index = 1; index < rows.size(); ++index) {
            const bool wasFirst = kindWeight(rows[index - 1].kind) < 3;
            const bool isFirst = kindWeight(rows[index].kind) < 3;
            RC_ASSERT(wasFirst || !isFirst);
            if (wasFirst == isFirst)
                RC_ASSERT(urgencyOf(rows[index - 1].due, Now) <= urgencyOf(rows[index].due, Now));
        }
    }));
}

TEST_CASE("lines that hold an entry are sorted by it")
{
    struct Line {
        int number;
        store::AgendaEntry entry;
    };
    std::vector<Line> lines{{1, row("default", Now)}, {2, row("child", Now)}};
    sortAgenda(lines, Now, &Line::entry);
    CHECK(lines.front().number == 2);
}

TEST_CASE("every reason has words in both languages, and parameters are filled in")
{
    for (const std::string_view code : agendaReasonCodes()) {
        INFO(code);
        CHECK(agendaReasonText(std::string(code) + ":1:3", Language::Swedish) != std::string(code) + ":1:3");
        CHECK(agendaReasonText(code, Language::English) != agendaReasonText(code, Language::Swedish));
    }
    CHECK(agendaReasonText("lobAttempt:2:3", Language::Swedish) == "Ring, försök 2 av 3");
    CHECK(agendaReasonText("lobAttempt:2:3", Language::English) == "Call, attempt 2 of 3");
    CHECK(agendaReasonText("task:letter", Language::Swedish) == "Skicka brev");
    CHECK(agendaReasonText("task:other", Language::Swedish) == "Uppgift");
    CHECK(agendaReasonText("fromTheFuture:1", Language::Swedish) == "fromTheFuture:1");
}

TEST_CASE("a contact way's hours are understood in the forms that people write")
{
    CHECK(agreedHours("17-19") == HourWindow{hours(17), hours(19)});
    CHECK(agreedHours("vardagar kl 9–11:30") == HourWindow{hours(9), hours(11) + minutes(30)});
    CHECK(agreedHours("08.30 - 10") == HourWindow{hours(8) + minutes(30), hours(10)});
    CHECK(agreedHours("Efter kl. 16") == HourWindow{hours(16), hours(21)});
    CHECK(agreedHours("före 10") == HourWindow{hours(8), hours(10)});
    CHECK(agreedHours("Helst förmiddagar") == HourWindow{hours(8), hours(12)});
    CHECK(agreedHours("på eftermiddagen") == HourWindow{hours(13), hours(17)});
    CHECK(agreedHours("kvällar") == HourWindow{hours(17), hours(21)});
    CHECK_FALSE(agreedHours("när som helst").has_value());
    CHECK_FALSE(agreedHours("19-17").has_value());
    CHECK_FALSE(agreedHours("070-174 06 05").has_value());
    CHECK_FALSE(agreedHours("").has_value());
    CHECK_FALSE(agreedHours("25-99").has_value());
}

TEST_CASE("the next try is on another working day and at an hour not yet tried")
{
    const auto first = at("2026-10-16T09:10:00+02:00"); // Friday morning
    const auto second = proposeNextAttempt({first}, first);
    CHECK(localOf(second) == casework::LocalTime{*base::parseDate("2026-10-19"), hours(16)});
    const auto third = proposeNextAttempt({first, second}, second);
    CHECK(localOf(third) == casework::LocalTime{*base::parseDate("2026-10-20"), hours(12)});
}

TEST_CASE("agreed hours decide the hour of the next try")
{
    const auto first = at("2026-10-19T09:10:00+02:00");
    const auto next = proposeNextAttempt({first}, first, agreedHours("17-19"));
    CHECK(localOf(next) == casework::LocalTime{*base::parseDate("2026-10-20"), hours(17) + minutes(30)});
}

TEST_CASE("proposed tries lie on working days, in working hours, and later than every try before")
{
    CHECK(rc::check([] {
        const auto start = base::instantFromMs(*rc::gen::inRange<std::int64_t>(1'700'000'000, 1'900'000'000) * 1000);
        std::vector<base::Instant> tried;
        base::Instant now = start;
        std::set<minutes> hoursUsed;
        for (int count = 0; count < 4; ++count) {
            const auto next = proposeNextAttempt(tried, now);
            const auto local = localOf(next);
            RC_ASSERT(next > now);
            RC_ASSERT(local.date > casework::swedishDate(now));
            RC_ASSERT(isWorkingDay(local.date));
            RC_ASSERT(local.sinceMidnight >= hours(8));
            RC_ASSERT(local.sinceMidnight < hours(17));
            hoursUsed.insert(local.sinceMidnight);
            tried.push_back(next);
            now = next;
        }
        RC_ASSERT(hoursUsed.size() == 4U);
    }));
}

TEST_CASE("hours are read from any text without harm")
{
    CHECK(rc::check([](const std::string &text) {
        const auto found = agreedHours(text);
        if (found) {
            RC_ASSERT(found->from >= minutes(0));
            RC_ASSERT(found->until > found->from);
            RC_ASSERT(found->until <= hours(24));
        }
    }));
}
