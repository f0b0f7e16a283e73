#pragma once

#include "core/screening/score.h"

#include <optional>
#include <string>
#include <string_view>

namespace faltakt::screening {

/// "Question n of total", both counted among the open questions; n is from 1. At the end n is total.
struct Progress {
    std::size_t number = 0;
    std::size_t total = 0;
};

/// What the caller must write durably before it shows the next question: one field of the assessment record.
/// A null value unsets the field.
struct AnswerChange {
    std::string field;
    base::json::Value value;
};

/// One interview over a compiled questionnaire: which question is shown, what an answer leads to, where one comes
/// back. A pure state machine: no storage, no clock; the caller stores each AnswerChange. Not thread-safe; a value.
///
/// Every answer moves on to the next open question that is not handled, first after the answered one, then from the
/// top; with none left the interview is at its end. Questions that an answer closes keep their answers, which do not
/// count and count again when they open again. Refused and unknown handle a question like any answer.
class InterviewSession {
public:
    /// A fresh interview, or one taken up again from the answers stored: at the question named, or at the first open
    /// question that is not handled. InvalidInput where the question named does not exist; a closed one is passed over.
    [[nodiscard]] static base::Result<InterviewSession> start(AnswerSheet answers, SkipRule skipRule,
                                                              std::optional<std::string_view> at = std::nullopt);

    /// The question to show; nullptr when every open question is handled and none is being changed.
    [[nodiscard]] const Question *current() const noexcept;
    [[nodiscard]] bool isFinished() const noexcept { return !m_current; }

    /// Answers the question and moves on. NotFound for an unknown item, Refused for one that is closed.
    [[nodiscard]] base::Result<AnswerChange> answer(std::string_view linkId, const Answer &answer);
    [[nodiscard]] base::Result<AnswerChange> refuse(std::string_view linkId)
    {
        return answer(linkId, Answer::refused());
    }
    [[nodiscard]] base::Result<AnswerChange> unknown(std::string_view linkId)
    {
        return answer(linkId, Answer::unknown());
    }
    /// Takes the answer away and shows the question.
    [[nodiscard]] base::Result<AnswerChange> unset(std::string_view linkId);

    /// Shows the open question before the current one (from the end: the last one); false at the first.
    bool back() noexcept;
    /// Shows a question to change it. NotFound, Refused as answer().
    [[nodiscard]] base::Result<void> goTo(std::string_view linkId);
    /// Leaves the question as it is and shows the next open one that is not handled; the same one where it is alone.
    void forward() noexcept;

    [[nodiscard]] Progress progress() const noexcept;
    [[nodiscard]] bool isOpen(std::size_t question) const { return m_open[question]; }
    [[nodiscard]] const AnswerSheet &answers() const noexcept { return m_answers; }
    [[nodiscard]] SkipRule skipRule() const noexcept { return m_skipRule; }

private:
    InterviewSession(AnswerSheet answers, SkipRule skipRule);
    [[nodiscard]] base::Result<std::size_t> findOpen(std::string_view linkId) const;
    [[nodiscard]] std::optional<std::size_t> nextUnhandled(std::size_t after) const noexcept;

    AnswerSheet m_answers;
    SkipRule m_skipRule;
    std::vector<bool> m_open;
    std::optional<std::size_t> m_current;
};

} // namespace faltakt::screening
