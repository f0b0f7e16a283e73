#pragma once

#include "core/casework/person_card.h"
#include "core/rules/case_facts.h"
#include "qml/viewmodels/workspace/open_store.h"

// Who the person of a file is, where the file is tied to another one of the same person. In the store thread.
namespace faltakt::viewmodels {

/// The card by whose name the file is shown: that of the file to which it is tied, else its own. Empty where the file is not
/// here.
[[nodiscard]] base::Result<std::optional<store::CardEntry>> shownCardOf(const store::CaseStore &cases,
                                                                        base::CaseId caseId);

/// The file's own card; where nobody knew who the person was when it was made, with the name of the file to which it is tied.
[[nodiscard]] base::Result<std::optional<store::CaseRow>> namedCardOf(const store::CaseStore &cases,
                                                                      base::CaseId caseId);

/// The person as whoever rings needs to know her: the file's own card, with the flags and the death of the cards in the other
/// files; the numbers are those of the card that has any.
[[nodiscard]] base::Result<casework::PersonCard> personOfFile(const store::CaseStore &cases,
                                                              const rules::CaseFacts &facts);

} // namespace faltakt::viewmodels
