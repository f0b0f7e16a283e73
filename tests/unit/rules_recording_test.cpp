#include "core/rules/recording.h"
#include "tests/unit/rules_profile_texts.h"

#include <array>

using namespace faltakt;
using namespace faltakt::rules;

namespace {

ProfileInsats documented(const std::string &value, std::optional<base::Date> decidedAt = {})
{
    ProfileInsats insats;
    insats.type = "advice";
    insats.documentation.emplace();
    insats.documentation->value = value;
    insats.documentation->decidedAt = decidedAt;
    return insats;
}

constexpr std::array<std::string_view, 2> Talks = {"advice", "relatives"};

} // namespace

TEST_CASE("what is written down of help is what the profile says, and everything where it says nothing")
{
    CHECK(recordingOf(ProfileInsats()) == Recording::Full);
    CHECK(recordingOf(documented("full")) == Recording::Full);
    CHECK(recordingOf(documented("advice")) == Recording::Advice);
    CHECK(recordingOf(documented("anonymous", base::parseDate("2026-01-01").value())) == Recording::Anonymous);
    // Without the day of the decision nobody has decided it.
    CHECK(recordingOf(documented("anonymous")) == Recording::Full);
}

TEST_CASE("a talk is free of notes where one of the helps it belongs to is")
{
    Profile profile;
    CHECK(recordingOf(profile, Talks) == Recording::Full);
    profile.insatser.push_back(documented("full"));
    CHECK(recordingOf(profile, Talks) == Recording::Full);
    profile.insatser.push_back(documented("advice"));
    CHECK(recordingOf(profile, Talks) == Recording::Advice);
    profile.insatser.back().type = "treatment";
    CHECK(recordingOf(profile, Talks) == Recording::Full);
}

TEST_CASE("the shipped profiles: advice is free of notes in Täby, Norsjö and Västerbotten, and written down in Flen")
{
    for (const char *id : {"taby", "norsjo", "vasterbotten"}) {
        INFO(id);
        CHECK(recordingOf(testing::shipped(id), Talks) == Recording::Advice);
    }
    CHECK(recordingOf(testing::shipped("flen"), Talks) == Recording::Full);
}
