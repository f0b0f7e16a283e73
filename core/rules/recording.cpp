#include "core/rules/recording.h"

#include <algorithm>
#include <array>

namespace faltakt::rules {

Recording recordingOf(const ProfileInsats &insats)
{
    if (!insats.documentation)
        return Recording::Full;
    if (insats.documentation->value == "advice")
        return Recording::Advice;
    // A decision without its day is none.
    const bool isDecided = insats.documentation->value == "anonymous" && insats.documentation->decidedAt;
    return isDecided ? Recording::Anonymous : Recording::Full;
}

Recording recordingOf(const Profile &profile, std::span<const std::string_view> types)
{
    Recording least = Recording::Full;
    for (const ProfileInsats &insats : profile.insatser)
        if (std::ranges::find(types, insats.type) != types.end())
            least = std::max(least, recordingOf(insats));
    return least;
}

namespace {

/// The sorts of help that advice to a relative belongs to.
constexpr std::array<std::string_view, 2> AdviceTypes = {"advice", "relatives"};

RecordingState inFile(const Profile &profile, base::Date day)
{
    RecordingState state;
    for (const ProfileInsats &insats : profile.insatserOn(day)) {
        const Recording recording = recordingOf(insats);
        if (recording == Recording::Advice)
            state.notRecorded.push_back(insats.name);
        else if (recording == Recording::Anonymous)
            state.nameless.push_back(insats.name);
    }
    return state;
}

/// The help that allows the least decides; where all is written down, the help that the profile says it of.
RecordingState ofAdvice(const Profile &profile)
{
    RecordingState state{recordingOf(profile, AdviceTypes), RecordingReason::Silent, {}, {}};
    for (const ProfileInsats &insats : profile.insatser) {
        const bool isAdvice = std::ranges::find(AdviceTypes, insats.type) != AdviceTypes.end();
        if (!isAdvice || !insats.documentation || recordingOf(insats) != state.recording)
            continue;
        state.reason = RecordingReason::Profile;
        (state.recording == Recording::Anonymous ? state.nameless : state.notRecorded).push_back(insats.name);
    }
    if (state.recording == Recording::Full)
        state.notRecorded.clear();
    return state;
}

} // namespace

RecordingState recordingStateOf(const Profile &profile, Writing writing, base::Date day)
{
    using Reason = RecordingReason;
    switch (writing) {
    case Writing::Note:
    case Writing::Contact: return inFile(profile, day);
    case Writing::LobSheet:
    case Writing::LobTalk: return {Recording::Full, Reason::Police, {}, {}};
    case Writing::Screening: return {Recording::Full, Reason::Answers, {}, {}};
    case Writing::QuickScreening: return {Recording::Advice, Reason::Nobody, {}, {}};
    case Writing::TeamAct: return {Recording::Full, Reason::Team, {}, {}};
    case Writing::Children: return {Recording::Full, Reason::Children, {}, {}};
    case Writing::Protection: return {Recording::Full, Reason::Veiled, {}, {}};
    case Writing::RelativeCall: return ofAdvice(profile);
    case Writing::Tally: return {Recording::Advice, Reason::Count, {}, {}};
    case Writing::Act: break;
    }
    return {};
}

} // namespace faltakt::rules
