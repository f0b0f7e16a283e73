#pragma once

#include "core/screening/assessment_record.h"
#include "core/screening/interview_session.h"
#include "core/store/projection.h"
#include "qml/viewmodels/form/edit_base.h"
#include "qml/viewmodels/interview/own_training.h"
#include "qml/viewmodels/shell/router.h"
#include "qml/viewmodels/workspace/open_store.h"

namespace faltakt::viewmodels {

// What an interview does on the store thread: read where it stands, and write what was said.

/// Where the answers go: a record of a file, or a scratch. Made by the first answer, so that a form that was only looked
/// at leaves nothing behind.
struct InterviewPlace {
    std::optional<base::CaseId> caseId;
    std::optional<base::RecordId> record;
    std::optional<base::ScratchId> scratch;

    [[nodiscard]] bool isStored() const noexcept { return record || scratch; }
    bool operator==(const InterviewPlace &) const = default;
};

/// What a new interview will be, known before it is written, so that a lock or a failure half-way loses nothing and makes no
/// second one.
struct NewInterview {
    base::RecordId record;   ///< In a file.
    base::ScratchId scratch; ///< About nobody.
};

/// A note to one question that was being typed when the page was left or the device locked.
struct NoteDraft {
    base::RecordId form;
    std::string item;
    std::string text;
    /// The changes that gave the note the text which stood there when the writing began.
    std::vector<base::ChangeId> seen = {};
};

/// What of an interview was under way when the page was left, the device locked or the process ended.
struct SittingDraft {
    base::RecordId form;
    std::string item = {};                                      ///< The question shown.
    std::map<std::string, std::string, std::less<>> typed = {}; ///< By key: written and not yet an answer.
    screening::InterviewSession::Keys passed = {};
};

struct OpenedInterview {
    screening::AnswerSheet answers;
    screening::ResultSettings settings;
    InterviewPlace place;
    std::map<std::string, std::string, std::less<>> notes = {};
    std::optional<NoteDraft> noteDraft = {};
    std::optional<SittingDraft> sitting = {};
    EditBase base = {}; ///< Of the record that is gone on with.
    /// All questions have been handled before, so that a change has a score and an end to replace.
    bool isCompleted = false;
    bool isSigned = false;
    base::json::Object manner = {}; ///< How it was asked until now: the record's fields of that.
    OwnTraining training = {};      ///< The worker's.
};

/// Whether the pages of the interview can ask this form of a person: any that has a question. One in safe mode opens
/// behind a door of its own.
[[nodiscard]] bool canBeAsked(const screening::Questionnaire &questionnaire);
/// Whether it may be asked without a person, too: in a talk, by everyone, and without a word of one's own.
[[nodiscard]] bool canBeAskedOfNobody(const screening::Questionnaire &questionnaire);

/// Reads what the order names, or begins anew with the settings of the municipality and of the person's card. `fresh` is
/// where a new interview goes; where that is there already, it is gone on with. NotFound where the record or scratch is gone;
/// Unsupported where it was begun with a version of the instrument that this program has not, or where it cannot be
/// asked here.
[[nodiscard]] base::Result<OpenedInterview> openInterview(OpenStore &store, const InterviewOrder &order,
                                                          const NewInterview &fresh);

/// Begins anew with nothing of the file, not even the card: where reading has stopped.
[[nodiscard]] base::Result<OpenedInterview> openUnread(OpenStore &store, const InterviewOrder &order);

/// A scratch by its own instrument, with the municipality's settings. NotFound, Unsupported as openInterview().
[[nodiscard]] base::Result<OpenedInterview> openScratch(OpenStore &store, base::ScratchId scratch);

/// Keeps what was told of the person: age band and sex row at most.
[[nodiscard]] base::Result<void> describeScratch(OpenStore &store, base::ScratchId scratch,
                                                 const base::json::Object &context);
/// Takes the scratch into a file, with the settings of that person, and completes it where every question was handled;
/// answers with the record. Cut short between the two, it stands in the file as under way.
[[nodiscard]] base::Result<base::RecordId> attachScratchTo(OpenStore &store, base::ScratchId scratch,
                                                           base::CaseId caseId);
/// True where somebody has signed the record.
[[nodiscard]] base::Result<bool> isSigned(const store::CaseStore &cases, base::CaseId caseId, base::RecordId record);

/// What one answer writes.
struct AnswerWrite {
    InterviewPlace place;
    NewInterview fresh;
    screening::AnswerSheet answers; ///< With the answer in it: a place that is not stored yet takes all of them.
    screening::ResultSettings settings;
    std::string item;
    /// Fields of a record that is there already: the answers that are others now, and the end of the interview.
    base::json::Object fields = {};
};
/// Durable when it returns; answers where it went.
[[nodiscard]] base::Result<InterviewPlace> writeAnswer(OpenStore &store, const AnswerWrite &write);

/// The fields by which the record is completed, or goes on after having been completed.
[[nodiscard]] base::Result<base::json::Object> endingFields(const screening::InterviewSession &session,
                                                            const screening::ResultSettings &settings,
                                                            bool wasCompleted, base::Instant now);

/// Keeps that the whole form was offered and not wanted; answers with the record, for Undo.
[[nodiscard]] base::Result<base::RecordId> writeDeclined(OpenStore &store,
                                                         const screening::Questionnaire &questionnaire,
                                                         base::CaseId caseId);

} // namespace faltakt::viewmodels
