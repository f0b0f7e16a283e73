#include "core/screening/answer.h"

#include <algorithm>
#include <charconv>

namespace faltakt::screening {

using base::ErrorCode;
using base::Result;
using base::json::Object;
using base::json::Value;

namespace {

constexpr std::string_view RefusedWord = "refused";
constexpr std::string_view UnknownWord = "unknown";

tl::unexpected<base::Error> refuseAnswer(const Question &question, std::string_view reason)
{
    return base::fail(ErrorCode::InvalidInput, "item " + question.linkId + ": " + std::string(reason));
}

std::optional<Answer> stateFromWord(std::string_view word)
{
    if (word == RefusedWord)
        return Answer::refused();
    if (word == UnknownWord)
        return Answer::unknown();
    return std::nullopt;
}

Result<Answer> answerFromPosition(const Question &question, std::int64_t position)
{
    if (position < 0 || position >= std::int64_t(question.options.size()))
        return refuseAnswer(question, "choices are 0 to " + std::to_string(question.options.size() - 1));
    return Answer::option(std::size_t(position));
}

} // namespace

Value storedAnswer(const Question &question, const Answer &answer)
{
    switch (answer.kind()) {
    case Answer::Kind::Option: return Object{{"option", question.options[*answer.position()].code}};
    case Answer::Kind::Refused: return Object{{"state", RefusedWord}};
    case Answer::Kind::Unknown: break;
    }
    return Object{{"state", UnknownWord}};
}

Result<std::optional<Answer>> answerFromStored(const Question &question, const Value &value)
{
    if (value.isNull())
        return std::optional<Answer>();
    const Object *object = value.object();
    if (!object || object->size() != 1)
        return refuseAnswer(question, "an answer is {\"option\"} or {\"state\"}");
    if (const Value *option = object->find("option"); option && option->isString()) {
        const auto position = question.findOption(*option->string());
        if (!position)
            return refuseAnswer(question, "no such option");
        return std::optional<Answer>(Answer::option(*position));
    }
    if (const Value *state = object->find("state"); state && state->isString()) {
        if (auto answer = stateFromWord(*state->string()))
            return answer;
        return refuseAnswer(question, "a state is refused or unknown");
    }
    return refuseAnswer(question, "an answer is {\"option\"} or {\"state\"}");
}

Result<std::optional<Answer>> answerFromInput(const Question &question, const Value &value)
{
    if (value.isObject() || value.isNull())
        return answerFromStored(question, value);
    if (const std::int64_t *position = value.integer()) {
        TRY(const Answer answer, answerFromPosition(question, *position));
        return std::optional<Answer>(answer);
    }
    if (const std::string *word = value.string()) {
        if (auto state = stateFromWord(*word))
            return state;
        const auto position = question.findOption(*word);
        if (!position)
            return refuseAnswer(question, "no such option");
        return std::optional<Answer>(Answer::option(*position));
    }
    return refuseAnswer(question, "a choice is given by its position from 0");
}

Result<Answer> answerFromText(const Question &question, std::string_view text)
{
    std::int64_t position = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), position);
    if (error == std::errc() && end == text.data() + text.size())
        return answerFromPosition(question, position);
    TRY(const auto answer, answerFromInput(question, Value(text)));
    return *answer;
}

std::string answerField(std::string_view linkId) { return "answers/" + std::string(linkId); }

AnswerSheet::AnswerSheet(QuestionnairePointer questionnaire)
    : m_questionnaire(std::move(questionnaire)), m_answers(m_questionnaire->questions().size())
{
}

Result<AnswerSheet> AnswerSheet::fromInput(QuestionnairePointer questionnaire, const Value &answers)
{
    const Object *object = answers.object();
    if (!object)
        return base::fail(ErrorCode::InvalidInput, "answers: not an object of item and value");
    AnswerSheet sheet(std::move(questionnaire));
    for (const auto &[linkId, value] : *object) {
        const auto index = sheet.questionnaire().findQuestion(linkId);
        if (!index)
            return base::fail(ErrorCode::InvalidInput,
                              "answers: an item that " + sheet.questionnaire().id() + " has not");
        TRY(const auto answer, answerFromInput(sheet.questionnaire().questions()[*index], value));
        sheet.set(*index, answer);
    }
    return sheet;
}

AnswerSheet::Stored AnswerSheet::fromStored(QuestionnairePointer questionnaire, const Object &answers)
{
    Stored stored{AnswerSheet(std::move(questionnaire)), {}};
    for (const auto &[linkId, value] : answers) {
        const auto index = stored.sheet.questionnaire().findQuestion(linkId);
        if (!index) {
            stored.unreadable.push_back(linkId);
            continue;
        }
        const auto answer = answerFromStored(stored.sheet.questionnaire().questions()[*index], value);
        if (answer)
            stored.sheet.set(*index, *answer);
        else
            stored.unreadable.push_back(linkId);
    }
    return stored;
}

} // namespace faltakt::screening
