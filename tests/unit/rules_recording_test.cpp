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

TEST_CASE("each sort of writing says what becomes of it, and why")
{
    const Profile nobody;
    const base::Date day = base::parseDate("2026-03-02").value();
    const auto state = [&](Writing writing) { return recordingStateOf(nobody, writing, day); };
    for (const Writing writing :
         {Writing::Note, Writing::Contact, Writing::LobSheet, Writing::LobTalk, Writing::Screening, Writing::Act,
          Writing::TeamAct, Writing::Children, Writing::Protection, Writing::RelativeCall})
        CHECK(state(writing).recording == Recording::Full);
    for (const Writing writing : {Writing::QuickScreening, Writing::Tally})
        CHECK(state(writing).recording == Recording::Advice);
    CHECK(state(Writing::Note).reason == RecordingReason::File);
    CHECK(state(Writing::LobTalk).reason == RecordingReason::Police);
    CHECK(state(Writing::TeamAct).reason == RecordingReason::Team);
    CHECK(state(Writing::Protection).reason == RecordingReason::Veiled);
    CHECK(state(Writing::QuickScreening).reason == RecordingReason::Nobody);
    CHECK(state(Writing::RelativeCall).reason == RecordingReason::Silent);
}

TEST_CASE("a note names the help of which a talk belongs in no file, by the profile")
{
    const base::Date day = base::parseDate("2026-03-02").value();
    Profile profile;
    profile.insatser.push_back(documented("advice"));
    profile.insatser.back().name = {"Råd", "Advice"};
    profile.insatser.push_back(documented("anonymous", base::parseDate("2026-01-01").value()));
    profile.insatser.back().name = {"Mottagning", "Walk-in"};
    profile.insatser.push_back(documented("full"));
    profile.insatser.back().name = {"Behandling", "Treatment"};
    const RecordingState note = recordingStateOf(profile, Writing::Note, day);
    CHECK(note.recording == Recording::Full);
    REQUIRE(note.notRecorded.size() == 1);
    CHECK(note.notRecorded.front().swedish == "Råd");
    REQUIRE(note.nameless.size() == 1);
    CHECK(note.nameless.front().swedish == "Mottagning");
    // Of a talk after a police report it is never a question.
    CHECK(recordingStateOf(profile, Writing::LobTalk, day).notRecorded.empty());
}

TEST_CASE("advice to somebody who calls names the help that decides, and in full it names none")
{
    const base::Date day = base::parseDate("2026-03-02").value();
    const RecordingState free = recordingStateOf(testing::shipped("taby"), Writing::RelativeCall, day);
    CHECK(free.recording == Recording::Advice);
    CHECK(free.reason == RecordingReason::Profile);
    CHECK_FALSE(free.notRecorded.empty());
    const RecordingState full = recordingStateOf(testing::shipped("flen"), Writing::RelativeCall, day);
    CHECK(full.recording == Recording::Full);
    CHECK(full.notRecorded.empty());
    CHECK(full.nameless.empty());
}
