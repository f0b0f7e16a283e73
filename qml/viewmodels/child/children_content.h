#pragma once

#include "core/rules/case_facts.h"
#include "qml/viewmodels/child/child_words.h"
#include "qml/viewmodels/workspace/open_store.h"

namespace faltakt::viewmodels {

/// What the page about a person's children shows, read in one go on the store thread. A value.
struct ChildrenContent {
    store::CardEntry card;
    rules::ChildrenChip chip = rules::ChildrenChip::NotAsked;
    std::vector<store::RecordView> children;
    std::vector<base::RecordId> worries; ///< Records of the open ones.
    std::string consequences;            ///< What it means for the children, as somebody wrote it.
    std::string obstacle;                ///< Why the matter may not be closed or decided on; a code with words.
    std::optional<store::RecordView> answer;
};
[[nodiscard]] base::Result<ChildrenContent> readChildren(OpenStore &store, base::CaseId caseId);

/// The answer to the question about children, by itself; makes the record or changes it.
[[nodiscard]] base::Result<std::vector<base::ChangeId>> saveChildrenAnswer(OpenStore &store, base::CaseId caseId,
                                                                           const std::string &answer);

} // namespace faltakt::viewmodels
