#pragma once

#include "core/rules/letter_queue.h"
#include "core/rules/letter_text.h"
#include "qml/viewmodels/workspace/open_store.h"

#include <optional>
#include <string>
#include <vector>

namespace faltakt::viewmodels {

/// One letter of the queue, with whose file it lies in. Says nothing of why it is held.
struct QueuedLetter {
    base::CaseId caseId;
    store::CardEntry card;
    rules::FileLetter letter;
};

/// The letters of every file that the device holds: held ones, those to be asked for, ready ones, those that went; within
/// these the oldest first, of those that went the newest.
[[nodiscard]] base::Result<std::vector<QueuedLetter>> readLetterQueue(OpenStore &store);

/// Who writes, in the worker's own words where the profile does not say: kept with the forms of this device.
struct OwnSender {
    std::string unit;
    std::string number;
    bool operator==(const OwnSender &) const = default;
};

inline constexpr std::string_view LetterForm = "letter";

/// What the page of one letter shows. A value, made on the store thread.
struct LetterContent {
    store::CardEntry card;
    std::optional<rules::FileLetter> letter; ///< Empty: none belongs to this report.
    std::string heldReason;                  ///< In a worker's own words.
    std::string sentWay;
    std::optional<base::Instant> asked;
    rules::LetterText text;
    rules::LetterSender sender; ///< With the worker's own words where the profile has none.
    OwnSender own;
    bool asksUnit = false; ///< The profile does not say.
    bool asksNumber = false;
    std::string worker;
    base::RecordId newForm;
    std::optional<store::FormDraft> draft = {};
};

/// NotFound where the device does not hold the case.
[[nodiscard]] base::Result<LetterContent> readLetter(OpenStore &store, base::CaseId caseId, base::RecordId report);

[[nodiscard]] base::Result<void> keepOwnSender(OpenStore &store, const OwnSender &own);

// What is done with a letter, by the rules as they are when it is written. Errors as of rules/lob_letter.h.

using LetterChanges = std::vector<base::ChangeId>;
[[nodiscard]] base::Result<LetterChanges> askForLetter(OpenStore &store, base::CaseId caseId, base::RecordId report);
[[nodiscard]] base::Result<LetterChanges> holdLetter(OpenStore &store, base::CaseId caseId, base::RecordId report,
                                                     const rules::LetterHolding &holding,
                                                     std::optional<base::RecordId> form);
[[nodiscard]] base::Result<LetterChanges> noteLetterSent(OpenStore &store, base::CaseId caseId, base::RecordId report,
                                                         base::Date day, const std::string &way,
                                                         std::optional<base::RecordId> form);

} // namespace faltakt::viewmodels
