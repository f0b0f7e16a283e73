#include "core/screening/answer_check.h"

#include "core/base/text.h"

#include <algorithm>

namespace faltakt::screening {

namespace {

using Code = AnswerProblem::Code;

bool takesKind(const Question &question, Answer::Kind kind)
{
    switch (question.type) {
    case QuestionType::Choice: return kind == Answer::Kind::Option;
    case QuestionType::Choices: return kind == Answer::Kind::Options;
    case QuestionType::OpenChoice: return kind == Answer::Kind::Option || kind == Answer::Kind::Text;
    case QuestionType::Boolean: return kind == Answer::Kind::Boolean;
    case QuestionType::Integer: return kind == Answer::Kind::Integer;
    case QuestionType::Decimal: return kind == Answer::Kind::Decimal;
    case QuestionType::Date: return kind == Answer::Kind::Date;
    case QuestionType::String:
    case QuestionType::Text: break;
    }
    return kind == Answer::Kind::Text;
}

std::string figureOf(const Answer &limit)
{
    if (limit.integer())
        return std::to_string(*limit.integer());
    return limit.decimal() ? limit.decimal()->text() : limit.date()->text();
}

/// True where the answer certainly comes before the other; both are of the question's kind.
bool isBefore(const Answer &first, const Answer &second)
{
    if (first.integer())
        return *first.integer() < *second.integer();
    if (first.decimal())
        return *first.decimal() < *second.decimal();
    const auto order = first.date()->compare(*second.date());
    return order && *order < 0;
}

std::optional<AnswerProblem> rangeProblem(const Question &question, const Answer &answer)
{
    if (question.minimum && isBefore(answer, *question.minimum))
        return AnswerProblem{Code::BelowMinimum, figureOf(*question.minimum)};
    if (question.maximum && isBefore(*question.maximum, answer))
        return AnswerProblem{Code::AboveMaximum, figureOf(*question.maximum)};
    return std::nullopt;
}

std::optional<AnswerProblem> textProblem(const Question &question, const std::string &text)
{
    constexpr unsigned char FirstPrintable = 0x20;
    constexpr unsigned char Delete = 0x7f;
    const bool takesLines = question.type == QuestionType::Text;
    const bool isPlain = std::ranges::all_of(text, [takesLines](char c) {
        return (std::uint8_t(c) >= FirstPrintable && std::uint8_t(c) != Delete)
               || (takesLines && (c == '\n' || c == '\t'));
    });
    if (!isPlain || !base::isValidUtf8(text))
        return AnswerProblem{Code::BadCharacter};
    if (base::codePointCount(text) > question.maxLength)
        return AnswerProblem{Code::TooLong, std::to_string(question.maxLength)};
    if (base::trimmed(text).empty())
        return AnswerProblem{Code::Blank};
    return std::nullopt;
}

} // namespace

std::optional<AnswerProblem> findProblem(const Question &question, const Answer &answer)
{
    switch (answer.kind()) {
    case Answer::Kind::Refused:
    case Answer::Kind::Unknown: return std::nullopt;
    case Answer::Kind::NotRelevant:
        return question.takesNotRelevant ? std::nullopt : std::optional(AnswerProblem{Code::NotRelevant});
    default: break;
    }
    if (!takesKind(question, answer.kind()))
        return AnswerProblem{Code::WrongKind};
    for (const std::size_t position : answer.positions())
        if (position >= question.options.size())
            return AnswerProblem{Code::NoSuchOption};
    if (answer.text())
        return textProblem(question, *answer.text());
    return answer.integer() || answer.decimal() || answer.date() ? rangeProblem(question, answer) : std::nullopt;
}

std::string problemWords(const AnswerProblem &problem)
{
    switch (problem.code) {
    case Code::WrongKind: return "of another kind than the question takes";
    case Code::NoSuchOption: return "no such option";
    case Code::NotRelevant: return "cannot be not relevant";
    case Code::BelowMinimum: return "below " + problem.figure;
    case Code::AboveMaximum: return "above " + problem.figure;
    case Code::TooLong: return "longer than " + problem.figure + " characters";
    case Code::Blank: return "blank";
    case Code::BadCharacter: break;
    }
    return "holds a character that is not taken";
}

} // namespace faltakt::screening
