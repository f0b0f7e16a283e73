#include "core/casework/outreach_tally.h"
#include "core/casework/swedish_time.h"
#include "tests/support/catch.h"

using namespace faltakt;
using namespace faltakt::casework;
using base::Language;

namespace {

base::Instant swedish(int year, unsigned month, unsigned day, int hour = 12)
{
    return instantOf({base::Date(std::chrono::year(year) / std::chrono::month(month) / std::chrono::day(day)),
                      std::chrono::hours(hour)});
}

} // namespace

TEST_CASE("a week is that of the Swedish calendar, at its edges too")
{
    CHECK(tallyWeek(swedish(2025, 10, 17)) == "2025-W42");
    // 2026 begins on a Thursday: its first week begins in the year before.
    CHECK(tallyWeek(swedish(2025, 12, 28)) == "2025-W52");
    CHECK(tallyWeek(swedish(2025, 12, 29)) == "2026-W01");
    CHECK(tallyWeek(swedish(2026, 12, 31)) == "2026-W53");
    CHECK(tallyWeek(swedish(2027, 1, 3)) == "2026-W53");
    // Monday begins at midnight here, which is Sunday still in UTC.
    CHECK(tallyWeek(swedish(2026, 11, 23, 0)) == "2026-W48");
    CHECK(tallyWeek(swedish(2026, 11, 22, 23)) == "2026-W47");
}

TEST_CASE("the name of a count says what and where, and is told from other counts")
{
    for (const std::string_view what : TallyWhat)
        for (const std::string_view area : TallyArea) {
            const TallyKind kind{std::string(what), std::string(area)};
            CHECK(tallyKindOf(tallyName(kind)) == kind);
        }
    CHECK_FALSE(tallyKindOf("quickScreening").has_value());
    CHECK_FALSE(tallyKindOf("outreach/talk").has_value());
}

TEST_CASE("every count has words in both languages; a newer code is shown as it is")
{
    for (const std::string_view what : TallyWhat)
        for (const Language language : {Language::Swedish, Language::English})
            CHECK(tallyWhatText(what, language) != what);
    for (const std::string_view area : TallyArea)
        for (const Language language : {Language::Swedish, Language::English})
            CHECK(tallyAreaText(area, language) != area);
    CHECK(tallyWhatText("fromTomorrow", Language::Swedish) == "fromTomorrow");
}

TEST_CASE("a week's name gives its Monday, and what names no week gives none")
{
    const auto day = [](std::string_view text) { return *base::parseDate(text); };
    CHECK(mondayOfTallyWeek("2026-W01") == day("2025-12-29"));
    CHECK(mondayOfTallyWeek("2026-W53") == day("2026-12-28"));
    CHECK(mondayOfTallyWeek("2025-W42") == day("2025-10-13"));
    for (const char *bad : {"", "2025-W53", "2026-W00", "2026-W54", "2026-w07", "2026-W7", "20x6-W07", "2026-W071"}) {
        CAPTURE(bad);
        CHECK_FALSE(mondayOfTallyWeek(bad).has_value());
    }
}
