#include "core/rules/recording.h"

#include <algorithm>

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

} // namespace faltakt::rules
