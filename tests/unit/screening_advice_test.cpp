#include "core/screening/brief_advice.h"

#include "tests/support/catch.h"
#include "tests/unit/screening_fixtures.h"

using namespace faltakt;
using namespace faltakt::screening;
using faltakt::screening::test::instrument;

namespace {

std::string catalogue(const std::string &level, const std::string &text)
{
    return R"({"format":1,"note":{"sv":"egen","en":"own"},"levels":[{"code":"simple","name":{"sv":"råd","en":"advice"},)"
           R"("meaning":{"sv":"kort","en":"short"},"fromMinutes":1,"toMinutes":5}],"cards":[{"instrument":"audit",)"
           R"("zone":"I","level":")"
           + level + R"(","points":[{"text":)" + text + R"(}],"guidance":["levels"]}]})";
}

} // namespace

TEST_CASE("every zone of every shipped instrument has talking points in both languages")
{
    const AdviceCatalogue advice = AdviceCatalogue::shipped().value();
    for (const char *id : {"audit", "audit-c", "dudit"})
        for (const Zone &zone : instrument(id)->interpretation()->zones) {
            CAPTURE(id, zone.code);
            const AdviceCard *card = advice.card(id, zone.code);
            REQUIRE(card);
            CHECK(card->points.size() >= 2);
            CHECK(advice.level(card->level));
        }
}

TEST_CASE("no card speaks of a zone that its instrument has not")
{
    const AdviceCatalogue advice = AdviceCatalogue::shipped().value();
    for (const AdviceCard &card : advice.cards()) {
        const auto &zones = instrument(card.instrument)->interpretation()->zones;
        CAPTURE(card.instrument, card.zone);
        CHECK(std::ranges::find(zones, card.zone, &Zone::code) != zones.end());
    }
}

TEST_CASE("no talking point uses a word that labels the person")
{
    const AdviceCatalogue advice = AdviceCatalogue::shipped().value();
    for (const AdviceCard &card : advice.cards())
        for (const LocalText &point : card.points)
            for (const char *word : {"missbruk", "riskbruk", "alkoholist", "narkoman", "patient", "klient"})
                CHECK(point.in("sv").find(word) == std::string::npos);
}

TEST_CASE("a catalogue with an unknown level, a missing language or an unknown member is refused")
{
    CHECK(AdviceCatalogue::parse(catalogue("simple", R"({"sv":"a","en":"b"})")).has_value());
    CHECK_FALSE(AdviceCatalogue::parse(catalogue("other", R"({"sv":"a","en":"b"})")).has_value());
    CHECK_FALSE(AdviceCatalogue::parse(catalogue("simple", R"({"sv":"a"})")).has_value());
    CHECK_FALSE(AdviceCatalogue::parse(catalogue("simple", R"({"sv":"a","en":"b","de":"c"})")).has_value());
}

TEST_CASE("advice that was given is kept with its level and minutes")
{
    const base::json::Object field = briefAdviceField("advising", 10);
    CHECK(base::json::serialise(field) == R"({"level":"advising","minutes":10})");
}
