#pragma once

#include "core/casework/person_card.h"
#include "core/rules/lob_clocks.h"
#include "core/rules/lob_follow_up.h"
#include "core/rules/templates.h"
#include "qml/viewmodels/contact/attempt_form.h"
#include "qml/viewmodels/form/edit_base.h"
#include "qml/viewmodels/workspace/open_store.h"

namespace faltakt::viewmodels {

/// What the page about a police report shows, read in one go on the store thread. A value.
struct LobPage {
    store::CardEntry card;
    casework::PersonCard person;
    std::vector<casework::CallChoice> numbers; ///< The one to ring first comes first.
    std::string stage;

    std::optional<base::RecordId> report;
    std::optional<base::Instant> takenAt;
    int attempt = 1;  ///< The one that is made now.
    int attempts = 0; ///< As many as the profile wants.
    rules::FollowUpState state = rules::FollowUpState::NotOurs;
    std::optional<rules::ContactFacts> last;
    rules::RepeatPrompt repeat = rules::RepeatPrompt::None;
    int repeatCount = 1;
    bool hasDangerSign = false;
    EditBase reportBase = {}; ///< Of the report as it was read; only where there is one.

    rules::LetterState letter = rules::LetterState::NotNeeded;
    std::vector<std::string> letterHolds; ///< Why somebody must look before it goes; for this page alone.
    bool isLetterAsked = false;
    bool isLetterSent = false;
    std::string letterObstacle; ///< Why it cannot go at all; code of rules::letterObstacle.
    bool isLetterToAll = false;
    std::string closingObstacle; ///< Code of rules::closingObstacle; empty where closing is offered.
    std::string childUnitNumber; ///< As the profile states it; empty where it does not.

    std::vector<rules::ProfileTemplate> textTemplates;
    std::string textNumber; ///< Where a text message may go; empty where none may.
    std::string workerName;
    std::string ownNumber;

    std::optional<base::CaseId> next; ///< Who stands next in the call list.
};

/// Of the report that is named, otherwise of the latest open one.
[[nodiscard]] base::Result<LobPage> readLobPage(OpenStore &store, base::CaseId caseId,
                                                std::optional<base::RecordId> report);

/// The form of an attempt, read apart from the file: it is the worker's own, and can be gone on with when the file may be
/// read no longer.
struct AttemptStart {
    std::optional<store::FormDraft> form; ///< An attempt that was begun.
    base::RecordId newForm;               ///< Id for one that begins now.
};
[[nodiscard]] base::Result<AttemptStart> readAttemptStart(OpenStore &store, base::CaseId caseId);

} // namespace faltakt::viewmodels
