#pragma once

#include "core/casework/file_links.h"
#include "core/rules/case_facts.h"
#include "qml/viewmodels/workspace/open_store.h"

#include <set>
#include <string_view>
#include <vector>

// Files of one person that are shown as one. In the store thread.
namespace faltakt::viewmodels {

/// Of the files on this device. Reads those alone that are tied.
/// What the rules know of the other files of this person, without this one; nothing of those that are not here.
[[nodiscard]] base::Result<std::vector<rules::CaseFacts>> factsOfTied(const OpenStore &store, base::CaseId caseId);
[[nodiscard]] base::Result<casework::FileLinks> readFileLinks(const store::CaseStore &cases);

/// The files tied to this one, whose content is shown with it. Without those whose person has protected identity: each of
/// them has its own door.
[[nodiscard]] base::Result<std::vector<store::CaseRow>> openTiedFiles(const store::CaseStore &cases,
                                                                      base::CaseId caseId);

/// This file and all that are shown as one with it, itself first; each of the others that is not in `logged` is opened, which
/// is logged before anything of it is read. None of somebody with protected identity.
[[nodiscard]] base::Result<std::vector<base::CaseId>> openWholeFile(OpenStore &store, base::CaseId caseId,
                                                                    const std::set<base::CaseId> &logged);
/// The records of a kind in all of these files.
[[nodiscard]] base::Result<std::vector<store::RecordView>> recordsOfFiles(const store::CaseStore &cases,
                                                                          const std::vector<base::CaseId> &files,
                                                                          std::string_view kind);

/// Ties the other file to this one: a change that says so and that undo takes back. Nothing in either file is altered. Refused
/// where the other has protected identity, or where this one is tied to the other already.
[[nodiscard]] base::Result<std::vector<base::ChangeId>> tieFile(OpenStore &store, base::CaseId caseId,
                                                                base::CaseId other);
/// Each stands for itself again.
[[nodiscard]] base::Result<std::vector<base::ChangeId>> untieFile(OpenStore &store, base::CaseId tied);

} // namespace faltakt::viewmodels
