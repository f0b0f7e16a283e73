#pragma once

#include "core/rules/file_closing.h"
#include "qml/viewmodels/form/edit_base.h"
#include "qml/viewmodels/today/today_reader.h"
#include "qml/viewmodels/workspace/open_store.h"

#include <optional>
#include <string>
#include <vector>

namespace faltakt::viewmodels {

/// What the page that closes a matter is opened with. A value, made in the store thread.
struct ClosingContent {
    store::CardEntry person;
    EditBase base; ///< Of the case's own record.
    bool isClosed = false;
    bool isTied = false; ///< The file is shown with another one, in which it is closed.
    std::string closedAs;
    std::string closedReason;
    std::string closedFrom;
    std::optional<base::Instant> closedAt;
    std::vector<rules::ClosingWay> ways;
    std::vector<TodayRow> open; ///< Steps, drafts, two versions, own notes without a signature.
    std::optional<rules::Keeping> keeping;
    base::RecordId newForm;
    std::optional<store::FormDraft> draft = {};
};

inline constexpr std::string_view ClosingForm = "fileClosing";

/// NotFound where the device does not hold the case.
[[nodiscard]] base::Result<ClosingContent> readClosing(OpenStore &store, base::CaseId caseId,
                                                       const ListWording &wording);

/// What was chosen for the end of a matter, or for opening it again.
struct ClosingChoice {
    EditBase base;
    std::string closedAs; ///< Empty: it is opened again.
    rules::ReopeningCause cause = rules::ReopeningCause::NewEvent;
    std::string reason;
};

/// Writes it by the rules, as they are when it is written, and takes the form away in the same transaction. Errors as of
/// rules::planFileClosing and rules::planReopening.
[[nodiscard]] base::Result<std::vector<base::ChangeId>> writeClosing(OpenStore &store, const ClosingChoice &choice,
                                                                     std::optional<base::RecordId> form);

} // namespace faltakt::viewmodels
