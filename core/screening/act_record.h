#pragma once

#include "core/screening/interview_session.h"
#include "core/store/projection.h"

#include <string>
#include <vector>

namespace faltakt::screening {

// The fields of an act record as a form writes and reads them: what was answered and, apart from it, what the days in it start,
// give and end. The rules read only the latter, so that they need no form.

/// Open questions that the form is not saved without and that have no answer, by key.
[[nodiscard]] std::vector<std::string> missingAnswers(const InterviewSession &session);

/// The whole record: form, version, when it happened, answers/<key> of what is open, starts/<event>, gives/<key>,
/// ends/<rule> and replaces/<rule>.
/// It happened on the first of the form's days that stands at today by itself; where that is the day of `begun`, or there is
/// none, at `begun`.
/// Days of a month or a year alone start nothing.
[[nodiscard]] base::json::Object actFields(const InterviewSession &session, base::Instant begun);

/// What makes one record of the other: the fields that are new, and null for what is gone.
[[nodiscard]] base::json::Object actChanges(const base::json::Object &before, const base::json::Object &after);

/// A form with its days at today and, where it goes on from an act, with that act's answers to the items that both have.
[[nodiscard]] AnswerSheet begunForm(QuestionnairePointer form, base::Date today,
                                    const AnswerSheet *goesOnFrom = nullptr);

/// One line of an act that is read: a question and what was answered, in the order of the form.
struct ActLine {
    std::string heading; ///< Of the group that begins here; empty where it goes on.
    std::string label;
    std::string value;
    bool operator==(const ActLine &) const = default;
};
/// The answers as they were written. What this version of the form does not know stands last, by its key.
[[nodiscard]] std::vector<ActLine> actLines(const QuestionnairePointer &form, const base::json::Object &recordFields,
                                            const std::string &language);

} // namespace faltakt::screening
