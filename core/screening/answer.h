#pragma once

#include "core/base/json.h"
#include "core/screening/questionnaire.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace faltakt::screening {

/// What a person said to one question: an option, "would rather not answer", or "does not know". A value.
class Answer {
public:
    enum class Kind { Option, Refused, Unknown };

    /// Position of the option, from 0.
    [[nodiscard]] static Answer option(std::size_t position) noexcept { return Answer(Kind::Option, position); }
    [[nodiscard]] static Answer refused() noexcept { return Answer(Kind::Refused, 0); }
    [[nodiscard]] static Answer unknown() noexcept { return Answer(Kind::Unknown, 0); }

    [[nodiscard]] Kind kind() const noexcept { return m_kind; }
    /// The option's position; empty for refused and unknown.
    [[nodiscard]] std::optional<std::size_t> position() const noexcept
    {
        return m_kind == Kind::Option ? std::optional<std::size_t>(m_position) : std::nullopt;
    }

    bool operator==(const Answer &) const = default;

private:
    Answer(Kind kind, std::size_t position) : m_kind(kind), m_position(position) {}
    Kind m_kind;
    std::size_t m_position;
};

/// The form in which an answer is kept in the field answers/<linkId> of an assessment: {"option":"<code>"} or
/// {"state":"refused"} or {"state":"unknown"}. No answer is null (the field unset). Positions are never stored:
/// codes keep their meaning when a later version adds an option.
[[nodiscard]] base::json::Value storedAnswer(const Question &question, const Answer &answer);
/// Reads the stored form; empty for null. InvalidInput for another form or an option that the question has not.
[[nodiscard]] base::Result<std::optional<Answer>> answerFromStored(const Question &question,
                                                                   const base::json::Value &value);

/// Reads what a script or a worker gives: the option's position from 0, its code, "refused", "unknown", the stored
/// form, or null for no answer. InvalidInput otherwise.
[[nodiscard]] base::Result<std::optional<Answer>> answerFromInput(const Question &question,
                                                                  const base::json::Value &value);
/// The same from a typed word; digits are a position.
[[nodiscard]] base::Result<Answer> answerFromText(const Question &question, std::string_view text);

/// The name of the field of an assessment that keeps the answer to this question: "answers/<linkId>".
[[nodiscard]] std::string answerField(std::string_view linkId);

/// The answers given so far to one questionnaire, by question. A value; answers to closed questions may be among
/// them: they are kept but do not count while closed.
class AnswerSheet {
public:
    explicit AnswerSheet(QuestionnairePointer questionnaire);

    /// {"<linkId>": input, …} as a script writes it. The first item that does not exist or cannot be read is
    /// refused with its number.
    [[nodiscard]] static base::Result<AnswerSheet> fromInput(QuestionnairePointer questionnaire,
                                                             const base::json::Value &answers);

    /// What the reading of a stored assessment gave. Fields that this version of the questionnaire cannot read
    /// (another version wrote them) are listed, not lost: the question counts as not answered.
    struct Stored;
    /// {"<linkId>": stored form, …}.
    [[nodiscard]] static Stored fromStored(QuestionnairePointer questionnaire, const base::json::Object &answers);

    [[nodiscard]] const Questionnaire &questionnaire() const noexcept { return *m_questionnaire; }
    [[nodiscard]] const QuestionnairePointer &questionnairePointer() const noexcept { return m_questionnaire; }

    [[nodiscard]] const std::optional<Answer> &at(std::size_t question) const { return m_answers[question]; }
    void set(std::size_t question, std::optional<Answer> answer) { m_answers[question] = answer; }
    /// The chosen option; empty where there is no answer, or refused or unknown.
    [[nodiscard]] std::optional<std::size_t> positionAt(std::size_t question) const
    {
        return m_answers[question] ? m_answers[question]->position() : std::nullopt;
    }

private:
    QuestionnairePointer m_questionnaire;
    std::vector<std::optional<Answer>> m_answers;
};

struct AnswerSheet::Stored {
    AnswerSheet sheet;
    std::vector<std::string> unreadable; ///< Link ids.
};

} // namespace faltakt::screening
