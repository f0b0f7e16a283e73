#include "core/screening/stored_answer.h"

#include "core/base/text.h"
#include "core/screening/answer_check.h"

#include <charconv>

namespace faltakt::screening {

using base::ErrorCode;
using base::Result;
using base::json::Array;
using base::json::Object;
using base::json::Value;

namespace {

constexpr std::string_view RefusedWord = "refused";
constexpr std::string_view UnknownWord = "unknown";
constexpr std::string_view NotRelevantWord = "not-relevant";

tl::unexpected<base::Error> refuseAnswer(const Question &question, std::string_view reason)
{
    return base::fail(ErrorCode::InvalidInput, "item " + question.linkId + ": " + std::string(reason));
}

/// What the stored form of an answer to this question looks like.
std::string_view storedForm(const Question &question)
{
    switch (question.type) {
    case QuestionType::Choice: return "an answer is {\"option\"} or {\"state\"}";
    case QuestionType::Choices: return "an answer is {\"options\"} or {\"state\"}";
    case QuestionType::OpenChoice: return "an answer is {\"option\"}, {\"text\"} or {\"state\"}";
    case QuestionType::Boolean: return "an answer is {\"boolean\"} or {\"state\"}";
    case QuestionType::Integer: return "an answer is {\"integer\"} or {\"state\"}";
    case QuestionType::Decimal: return "an answer is {\"decimal\"} or {\"state\"}";
    case QuestionType::Date: return "an answer is {\"date\"} or {\"state\"}";
    case QuestionType::String:
    case QuestionType::Text: break;
    }
    return "an answer is {\"text\"} or {\"state\"}";
}

/// What a script may give for it.
std::string_view inputForm(const Question &question)
{
    switch (question.type) {
    case QuestionType::Choice:
    case QuestionType::OpenChoice: return "a choice is given by its position from 0";
    case QuestionType::Choices: return "several choices are an array of positions from 0";
    case QuestionType::Boolean: return "the answer is true or false";
    case QuestionType::Integer: return "the answer is a whole number";
    case QuestionType::Decimal: return "the answer is a number";
    case QuestionType::Date: return "the answer is a date, a month or a year";
    case QuestionType::String:
    case QuestionType::Text: break;
    }
    return "the answer is a text";
}

std::optional<Answer> stateFromWord(std::string_view word)
{
    if (word == RefusedWord)
        return Answer::refused();
    if (word == UnknownWord)
        return Answer::unknown();
    if (word == NotRelevantWord)
        return Answer::notRelevant();
    return std::nullopt;
}

std::string_view stateWord(Answer::Kind kind)
{
    return kind == Answer::Kind::Refused ? RefusedWord : kind == Answer::Kind::Unknown ? UnknownWord : NotRelevantWord;
}

Result<std::optional<Answer>> checked(const Question &question, Answer answer)
{
    if (const auto problem = findProblem(question, answer))
        return refuseAnswer(question, problemWords(*problem));
    return std::optional(std::move(answer));
}

Result<std::size_t> positionOf(const Question &question, std::int64_t position)
{
    if (position < 0 || position >= std::int64_t(question.options.size()))
        return refuseAnswer(question, "choices are 0 to " + std::to_string(question.options.size() - 1));
    return std::size_t(position);
}

Result<std::size_t> positionOf(const Question &question, std::string_view code)
{
    const auto position = question.findOption(code);
    if (!position)
        return refuseAnswer(question, "no such option");
    return *position;
}

/// Position or code.
Result<std::size_t> choiceFromInput(const Question &question, const Value &value)
{
    if (value.integer())
        return positionOf(question, *value.integer());
    if (value.string())
        return positionOf(question, *value.string());
    return refuseAnswer(question, inputForm(question));
}

Result<std::optional<Answer>> choicesFromCodes(const Question &question, const Value &value)
{
    const Array *codes = value.array();
    if (!codes || codes->size() > question.options.size())
        return refuseAnswer(question, storedForm(question));
    std::vector<std::size_t> positions;
    for (const Value &code : *codes) {
        if (!code.string())
            return refuseAnswer(question, storedForm(question));
        TRY(const std::size_t position, positionOf(question, *code.string()));
        positions.push_back(position);
    }
    return checked(question, Answer::options(std::move(positions)));
}

Result<std::optional<Answer>> decimalFrom(const Question &question, std::string_view text)
{
    const auto number = DecimalNumber::parse(text);
    if (!number)
        return refuseAnswer(question, number.error().detail());
    return checked(question, Answer::decimal(*number));
}

Result<std::optional<Answer>> dateFrom(const Question &question, std::string_view text)
{
    const auto date = PartialDate::parse(text);
    if (!date)
        return refuseAnswer(question, date.error().detail());
    return checked(question, Answer::date(*date));
}

Result<std::optional<Answer>> valueFromStored(const Question &question, std::string_view name, const Value &value)
{
    if (name == "options")
        return choicesFromCodes(question, value);
    if (name == "boolean" && value.boolean())
        return checked(question, Answer::boolean(*value.boolean()));
    if (name == "integer" && value.integer())
        return checked(question, Answer::integer(*value.integer()));
    const std::string *text = value.string();
    if (!text)
        return refuseAnswer(question, storedForm(question));
    if (name == "option" && (question.type == QuestionType::Choice || question.type == QuestionType::OpenChoice)) {
        TRY(const std::size_t position, positionOf(question, *text));
        return std::optional(Answer::option(position));
    }
    if (name == "decimal")
        return decimalFrom(question, *text);
    if (name == "date")
        return dateFrom(question, *text);
    if (name == "text")
        return checked(question, Answer::text(*text));
    if (name != "state")
        return refuseAnswer(question, storedForm(question));
    const auto state = stateFromWord(*text);
    if (!state)
        return refuseAnswer(question, "a state is refused or unknown");
    return checked(question, *state);
}

/// Anything but null, an object and a word for "no answer".
Result<std::optional<Answer>> valueFromInput(const Question &question, const Value &value)
{
    switch (question.type) {
    case QuestionType::Choices: {
        std::vector<std::size_t> positions;
        if (!value.array() || value.array()->size() > question.options.size())
            return refuseAnswer(question, inputForm(question));
        for (const Value &choice : *value.array()) {
            TRY(const std::size_t position, choiceFromInput(question, choice));
            positions.push_back(position);
        }
        return checked(question, Answer::options(std::move(positions)));
    }
    case QuestionType::OpenChoice:
        if (value.string() && !question.findOption(*value.string()))
            return checked(question, Answer::text(*value.string()));
        [[fallthrough]];
    case QuestionType::Choice: {
        TRY(const std::size_t position, choiceFromInput(question, value));
        return std::optional(Answer::option(position));
    }
    case QuestionType::Boolean:
        if (value.boolean())
            return checked(question, Answer::boolean(*value.boolean()));
        break;
    case QuestionType::Integer:
        if (value.integer())
            return checked(question, Answer::integer(*value.integer()));
        break;
    case QuestionType::Decimal:
        if (value.isNumber()) {
            TRY(const DecimalNumber number, DecimalNumber::fromDouble(value.number()));
            return checked(question, Answer::decimal(number));
        }
        if (value.string())
            return decimalFrom(question, *value.string());
        break;
    case QuestionType::Date:
        if (value.string())
            return dateFrom(question, *value.string());
        break;
    case QuestionType::String:
    case QuestionType::Text:
        if (value.string())
            return checked(question, Answer::text(*value.string()));
        break;
    }
    return refuseAnswer(question, inputForm(question));
}

/// Typed words as the JSON value that a script would have given.
Value typedValue(const Question &question, std::string_view text)
{
    const bool takesWords = question.type == QuestionType::String || question.type == QuestionType::Text
                            || question.type == QuestionType::Date || question.type == QuestionType::Decimal;
    if (takesWords)
        return text;
    if (question.type == QuestionType::Boolean && (text == "true" || text == "false"))
        return text == "true";
    if (question.type == QuestionType::Choices) {
        Array choices;
        for (const std::string &choice : text == "-" ? std::vector<std::string>() : base::split(text, ','))
            choices.push_back(choice);
        return choices;
    }
    std::int64_t number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error == std::errc() && end == text.data() + text.size())
        return number;
    return text;
}

} // namespace

Value storedAnswer(const Question &question, const Answer &answer)
{
    const auto codeOf = [&question](std::size_t position) { return Value(question.options[position].code); };
    switch (answer.kind()) {
    case Answer::Kind::Option: return Object{{"option", codeOf(*answer.position())}};
    case Answer::Kind::Options: {
        Array codes;
        for (const std::size_t position : answer.positions())
            codes.push_back(codeOf(position));
        return Object{{"options", std::move(codes)}};
    }
    case Answer::Kind::Boolean: return Object{{"boolean", *answer.boolean()}};
    case Answer::Kind::Integer: return Object{{"integer", *answer.integer()}};
    case Answer::Kind::Decimal: return Object{{"decimal", answer.decimal()->text()}};
    case Answer::Kind::Date: return Object{{"date", answer.date()->text()}};
    case Answer::Kind::Text: return Object{{"text", *answer.text()}};
    case Answer::Kind::Refused:
    case Answer::Kind::Unknown:
    case Answer::Kind::NotRelevant: break;
    }
    return Object{{"state", stateWord(answer.kind())}};
}

Result<std::optional<Answer>> answerFromStored(const Question &question, const Value &value)
{
    if (value.isNull())
        return std::optional<Answer>();
    const Object *object = value.object();
    if (!object || object->size() != 1)
        return refuseAnswer(question, storedForm(question));
    const auto &[name, content] = *object->begin();
    return valueFromStored(question, name, content);
}

Result<std::optional<Answer>> answerFromInput(const Question &question, const Value &value)
{
    if (value.isObject() || value.isNull())
        return answerFromStored(question, value);
    if (const std::string *word = value.string())
        if (auto state = stateFromWord(*word))
            return checked(question, *std::move(state));
    return valueFromInput(question, value);
}

Result<Answer> answerFromText(const Question &question, std::string_view text)
{
    if (auto state = stateFromWord(text)) {
        TRY(const auto answer, checked(question, *std::move(state)));
        return *answer;
    }
    TRY(const auto answer, answerFromInput(question, typedValue(question, text)));
    return *answer;
}

std::string answerField(std::string_view key) { return "answers/" + std::string(key); }

} // namespace faltakt::screening
