#pragma once

#include "core/rules/stage_moving.h"
#include "qml/viewmodels/form/edit_base.h"
#include "qml/viewmodels/workspace/open_store.h"

#include <optional>
#include <string>
#include <vector>

namespace faltakt::viewmodels {

/// What the page that moves a matter is opened with. A value, made in the store thread.
struct StageContent {
    store::CardEntry person;
    EditBase base; ///< Of the case's own record.
    bool isClosed = false;
    bool isTied = false; ///< The file is shown with another one, in which the matter is moved.
    std::string stage;
    std::string reason; ///< Why it was last moved back.
    std::optional<base::Instant> since;
    std::vector<rules::StageWay> ways;
    base::RecordId newForm;
    std::optional<store::FormDraft> draft = {};
};

inline constexpr std::string_view StageForm = "stageMoving";

/// NotFound where the device does not hold the case.
[[nodiscard]] base::Result<StageContent> readStage(OpenStore &store, base::CaseId caseId);

/// To where a matter is moved.
struct StageChoice {
    EditBase base;
    std::string stage;
    base::Date day; ///< Of the decision, in Sweden.
    std::string reason;
};

/// Writes it by the rules, as they are when it is written, and takes the form away in the same transaction. Errors as of
/// rules::planStage; InvalidInput "stageBefore" for a day before the one on which the matter came to where it stands.
[[nodiscard]] base::Result<std::vector<base::ChangeId>> writeStage(OpenStore &store, const StageChoice &choice,
                                                                   std::optional<base::RecordId> form);

} // namespace faltakt::viewmodels
