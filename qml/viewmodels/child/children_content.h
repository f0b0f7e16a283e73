#pragma once

#include "core/rules/case_facts.h"
#include "qml/viewmodels/child/child_words.h"
#include "qml/viewmodels/workspace/open_store.h"

#include <map>
#include <set>

namespace faltakt::viewmodels {

/// What the page about a person's children shows, read in one go on the store thread. A value.
struct ChildrenContent {
    store::CardEntry card;
    rules::ChildrenChip chip = rules::ChildrenChip::NotAsked;
    std::vector<store::RecordView> children;
    std::map<base::CaseId, store::CardEntry> others; ///< Files shown as one with this one.
    std::vector<base::RecordId> worries;             ///< Records of the open ones.
    std::string consequences;                        ///< What it means for the children, as somebody wrote it.
    std::string obstacle; ///< Why the matter may not be closed or decided on; a code with words.
    std::optional<store::RecordView> answer;
    std::vector<store::RecordView> sealed; ///< What stood here of children and was moved: their seals.
};
/// Of this file and those shown as one with it; openings that are not in `logged` are logged.
[[nodiscard]] base::Result<ChildrenContent> readChildren(OpenStore &store, base::CaseId caseId,
                                                         const std::set<base::CaseId> &logged);
/// What is known in any of these files: a worry outweighs that there is none, and an answer that nobody asked.
[[nodiscard]] base::Result<rules::ChildrenChip> childrenChipOf(const OpenStore &store,
                                                               const std::vector<base::CaseId> &files);

/// The answer to the question about children, by itself; makes the record or changes it.
[[nodiscard]] base::Result<std::vector<base::ChangeId>> saveChildrenAnswer(OpenStore &store, base::CaseId caseId,
                                                                           const std::string &answer);

} // namespace faltakt::viewmodels
