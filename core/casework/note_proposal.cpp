#include "core/casework/note_proposal.h"

#include <algorithm>

namespace faltakt::casework {

namespace {

constexpr std::chrono::minutes JustNow{30};
constexpr std::size_t MaxOthers = 3;

} // namespace

NoteProposal proposeNoteCase(const std::vector<CaseTouch> &touches, base::Instant now)
{
    std::vector<CaseTouch> latestFirst = touches;
    std::ranges::sort(latestFirst, std::greater(),
                      [](const CaseTouch &touch) { return std::pair(touch.at, touch.caseId); });
    NoteProposal proposal;
    // A clock that was put back must not make yesterday's file the likely one.
    const auto recent = std::ranges::find_if(
        latestFirst, [&](const CaseTouch &touch) { return touch.at <= now && now - touch.at <= JustNow; });
    if (recent != latestFirst.end())
        proposal.likely = recent->caseId;
    for (const CaseTouch &touch : latestFirst) {
        const bool isKnown = proposal.likely == touch.caseId
                             || std::ranges::find(proposal.others, touch.caseId) != proposal.others.end();
        if (touch.way == CaseTouch::Way::Wrote && !isKnown && proposal.others.size() < MaxOthers)
            proposal.others.push_back(touch.caseId);
    }
    return proposal;
}

} // namespace faltakt::casework
