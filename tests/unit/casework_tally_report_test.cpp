// What is handed in of a week: sealed to the server, of one length, with room for codes alone.
#include "core/casework/tally_report.h"
#include "core/crypto/initialise.h"
#include "tests/support/catch.h"

using namespace faltakt;
using namespace faltakt::casework;
using base::ErrorCode;

namespace {

struct Keys {
    Keys() { REQUIRE(crypto::initialise()); }
    base::SeededRandom random{911};
    crypto::BoxKeyPair server = crypto::BoxKeyPair::make(random);
};

TallyReport reportOf(base::DeviceId device)
{
    return {tallyRecord(device, "2026-W07"), "2026-W07", {{"talk@park", 3}, {"quickScreening@unknown", 1}}};
}

std::string textWith(std::string_view counts)
{
    return R"({"form":"faltakt-tally-1","record":"01900000-0000-7000-8000-000000000001","week":"2026-W07","counts":)"
           + std::string(counts) + "}";
}

} // namespace

TEST_CASE("what was sealed opens at the server alone, and is as long whatever was counted")
{
    Keys keys;
    const auto device = base::DeviceId(base::Uuid(std::array<std::uint8_t, 16>{7}));
    TallyReport report = reportOf(device);
    const std::string sealed = sealTally(report, keys.server.publicKey()).value();
    CHECK(openTally(sealed, keys.server).value() == report);
    CHECK(openTally(sealed, crypto::BoxKeyPair::make(keys.random)).error().code() == ErrorCode::WrongKey);
    report.counts["talk@park"] = 4000;
    CHECK(sealTally(report, keys.server.publicKey()).value().size() == sealed.size());
    CHECK(sealed.size() < 2048);
    std::string changed = sealed;
    changed[60] = changed[60] == 'A' ? 'B' : 'A';
    CHECK_FALSE(openTally(changed, keys.server).has_value());
}

TEST_CASE("a device has one record for a week, and another one for another week or device")
{
    const auto one = base::DeviceId(base::Uuid(std::array<std::uint8_t, 16>{1}));
    const auto two = base::DeviceId(base::Uuid(std::array<std::uint8_t, 16>{2}));
    CHECK(tallyRecord(one, "2026-W07") == tallyRecord(one, "2026-W07"));
    CHECK(tallyRecord(one, "2026-W07") != tallyRecord(one, "2026-W08"));
    CHECK(tallyRecord(one, "2026-W07") != tallyRecord(two, "2026-W07"));
}

TEST_CASE("what the store counts goes by codes, and what is none is not handed in")
{
    CHECK(tallyReportName("outreach/talk@park") == "talk@park");
    CHECK(tallyReportName("quickScreening") == "quickScreening@unknown");
    for (const char *other : {"", "outreach/talk", "outreach/@park", "outreach/Anna Ek@park", "something"})
        CHECK(tallyReportName(other).empty());
}

TEST_CASE("a report with a name in it, or anything else that is none, is refused")
{
    CHECK(readTally(textWith(R"({"talk@park":3})")).has_value());
    CHECK(readTally(textWith("{}")).has_value());
    std::string many = "{";
    for (int i = 0; i <= int(TallyReport::MostCounts); ++i)
        many += (i > 0 ? ",\"a@" : "\"a@") + std::to_string(i) + "\":1";
    for (const std::string &bad :
         {std::string(), std::string("[]"), textWith("[]"), textWith(R"({"Anna Ek@park":1})"),
          textWith(R"({"talk":1})"), textWith(R"({"talk@park":-1})"), textWith(R"({"talk@park":1.5})"),
          textWith(R"({"talk@park":100001})"), textWith(R"({"talk@park":"3"})"), textWith(R"({"talk@p@ark":1})"),
          textWith(R"({"talk@park":{"a":{}}})"), textWith(many + "}"),
          std::string(R"({"form":"faltakt-tally-2","record":"01900000-0000-7000-8000-000000000001","week":"2026-W07",)"
                      R"("counts":{}})"),
          std::string(R"({"form":"faltakt-tally-1","record":"x","week":"2026-W07","counts":{}})"),
          std::string(R"({"form":"faltakt-tally-1","record":"01900000-0000-7000-8000-000000000001","week":"2026-W54",)"
                      R"("counts":{}})")}) {
        CAPTURE(bad);
        CHECK_FALSE(readTally(bad).has_value());
    }
    CHECK_FALSE(openTally("not base64 url!", Keys().server).has_value());
    CHECK_FALSE(openTally("", Keys().server).has_value());
}
