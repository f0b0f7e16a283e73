#include "core/rules/law_map.h"
#include "tests/support/catch.h"

#include <array>
#include <fstream>
#include <sstream>

using namespace faltakt;
using namespace faltakt::rules;

namespace {

base::Date day(std::string_view text)
{
    const auto parsed = base::parseDate(text);
    REQUIRE(parsed.has_value());
    return *parsed;
}

std::string fileText(const std::string &path)
{
    std::ifstream file(FALTAKT_SOURCE_DIR + ("/" + path), std::ios::binary);
    REQUIRE(file.is_open());
    std::stringstream text;
    text << file.rdbuf();
    return text.str();
}

std::string shippedParagraph(std::string_view subject, std::string_view on)
{
    return shippedLawMap().paragraph(subject, day(on));
}

} // namespace

TEST_CASE("the shipped law map is in order and names every line of the comparison")
{
    const auto map = LawMap::create(shippedLawText());
    if (!map)
        FAIL(map.error().detail());
    CHECK(map->subjects().size() == 112);
    CHECK(map->acts().size() == 17);
    CHECK(shippedLawMap().subjects().size() == map->subjects().size());
}

TEST_CASE("the day of the decision chooses between the old and the new act")
{
    CHECK(shippedParagraph("rightToInsats", "2025-06-30") == "SoL 4:1 (2001:453)");
    CHECK(shippedParagraph("rightToInsats", "2025-07-01") == "SoL 11:1");
    CHECK(shippedParagraph("startInvestigation", "2025-06-30") == "SoL 11:1 (2001:453)");
    CHECK(shippedParagraph("startInvestigation", "2026-11-26") == "SoL 14:2");
    CHECK(shippedParagraph("safetyCheck", "2026-01-15") == "SoL 20:1");
    CHECK(shippedParagraph("lvmCustody", "1999-01-01") == "LVM 13 §");
    CHECK(shippedParagraph("lobNotice", "2026-01-15") == "FAP 023-1");
}

TEST_CASE("a change of the same place shows on its own day")
{
    const LawPlace *before = shippedLawMap().placeOn("childConcern", day("2026-01-14"));
    const LawPlace *after = shippedLawMap().placeOn("childConcern", day("2026-01-15"));
    REQUIRE(before);
    REQUIRE(after);
    CHECK(before->label == after->label);
    CHECK(before->change.empty());
    CHECK(after->change.swedish == "Fler ska anmäla.");
}

TEST_CASE("before its first place a subject has no paragraph, and an unknown subject never")
{
    CHECK(shippedParagraph("openInsats", "2025-06-30").empty());
    CHECK(shippedParagraph("openInsats", "2025-07-01") == "SoL 11:5");
    CHECK(shippedParagraph("purgeChildInvestigation", "2026-01-14").empty());
    CHECK(shippedParagraph("nothing", "2026-01-15").empty());
    CHECK(LawMap().paragraph("safetyCheck", day("2026-01-15")).empty());
}

TEST_CASE("no subject that the new act answers is cited from the old one after its last day")
{
    for (const LawSubject &subject : shippedLawMap().subjects()) {
        INFO(subject.code);
        for (const LawPlace &place : subject.places) {
            const LawAct *act = shippedLawMap().act(place.act);
            REQUIRE(act);
            CHECK(place.label.starts_with(act->shortName));
            CHECK((!act->until || (place.until && *place.until <= *act->until)));
        }
    }
}

TEST_CASE("each mistake in a law map is refused at its place")
{
    struct Wrong {
        std::string_view file;
        std::string_view at;
    };
    static constexpr std::array files{
        Wrong{"law-act-number-missing", "acts[0].number: is missing"},
        Wrong{"law-act-twice", "acts[2].code: is there twice"},
        Wrong{"law-act-unknown", "subjects[0].places[0].act: is not among the acts"},
        Wrong{"law-before-its-act", "subjects[0].places[0].from: lies before the act's first day"},
        Wrong{"law-day-impossible", "subjects[0].places[1].from: must be an existing day as YYYY-MM-DD"},
        Wrong{"law-gap", "subjects[0].places[1].from: must be the day after the last day of the place before it"},
        Wrong{"law-no-place", "subjects[0].places: must not be empty"},
        Wrong{"law-overlap", "subjects[0].places[1].from: must be the day after the last day of the place before it"},
        Wrong{"law-place-without-act", "subjects[0].places[0].act: is missing"},
        Wrong{"law-row-thirty", "subjects[0].row: must be between 1 and 29"},
        Wrong{"law-subject-code",
              "subjects[0].code: must be a code of letters, digits and hyphens that begins with a small letter"},
        Wrong{"law-subject-twice", "subjects[1].code: is there twice"},
    };
    for (const Wrong &wrong : files) {
        INFO(wrong.file);
        const auto map = LawMap::create(fileText("tests/data/deadlines/wrong/" + std::string(wrong.file) + ".json"));
        REQUIRE_FALSE(map.has_value());
        CHECK(map.error().detail() == wrong.at);
    }
    CHECK(LawMap::create(R"({"format":2})").error().code() == base::ErrorCode::Unsupported);
    CHECK(LawMap::create(std::string(LawMap::FileBytes + 1, ' ')).error().code() == base::ErrorCode::TooLarge);
}
