#include "core/screening/response_answer_reader.h"

#include "core/screening/answer_check.h"
#include "core/screening/questionnaire.h"
#include "core/screening/response_export.h"

#include <algorithm>
#include <array>

namespace faltakt::screening {

using base::ErrorCode;
using base::Result;
using base::json::Value;

namespace {

/// A text of the longest answer, in the widest characters.
constexpr std::size_t MaxAnswerBytes = 4 * MaxAnswerLength;
constexpr std::size_t MaxAddressBytes = 512;

/// All types that an answer of FHIR R4 may have.
constexpr std::array<std::string_view, 12> ValueNames = {
    "valueBoolean", "valueDecimal", "valueInteger",    "valueDate",   "valueDateTime", "valueTime",
    "valueString",  "valueUri",     "valueAttachment", "valueCoding", "valueQuantity", "valueReference"};

std::string_view expectedValue(const Question &question)
{
    switch (question.type) {
    case QuestionType::Choice:
    case QuestionType::Choices: return "valueCoding";
    case QuestionType::OpenChoice: return "valueCoding or valueString";
    case QuestionType::Boolean: return "valueBoolean";
    case QuestionType::Integer: return "valueInteger";
    case QuestionType::Decimal: return "valueDecimal";
    case QuestionType::Date: return "valueDate";
    case QuestionType::String:
    case QuestionType::Text: break;
    }
    return "valueString";
}

/// The one value that the element has; empty for none.
Result<std::string_view> nameOfValue(const FhirElement &element)
{
    std::string_view found;
    for (const std::string_view name : ValueNames) {
        if (!element.has(name))
            continue;
        if (!found.empty())
            return element.refuse(ErrorCode::InvalidInput, "several values");
        found = name;
    }
    return found;
}

Result<std::optional<Answer>> readAbsent(const FhirElement &element)
{
    TRY(const auto absent, element.maybeExtension(AbsentReasonUrl));
    if (!absent)
        return std::optional<Answer>();
    TRY(const std::string reason, absent->code("valueCode"));
    if (reason == "asked-declined")
        return std::optional(Answer::refused());
    if (reason == "asked-unknown")
        return std::optional(Answer::unknown());
    if (reason == "not-applicable")
        return std::optional(Answer::notRelevant());
    return absent->refuse(ErrorCode::InvalidInput, "valueCode", "not asked-declined, asked-unknown or not-applicable");
}

Result<std::size_t> readOption(const FhirElement &element, const Question &question)
{
    TRY(const FhirElement coding, element.child("valueCoding"));
    TRY(const std::string code, coding.code("code"));
    TRY(const auto system, coding.maybeString("system", MaxAddressBytes));
    const auto position = question.findOption(code);
    if (!position || (system && *system != question.options[*position].system))
        return coding.refuse(ErrorCode::InvalidInput, "the question has no such option");
    return *position;
}

Result<Answer> readDate(const FhirElement &element)
{
    TRY(const std::string text, element.string("valueDate", MaxCodeBytes));
    const auto date = PartialDate::parse(text);
    if (!date)
        return element.refuse(ErrorCode::InvalidInput, "valueDate", date.error().detail());
    return Answer::date(*date);
}

Result<Answer> readDecimal(const FhirElement &element)
{
    TRY(const double number, element.number("valueDecimal"));
    const auto decimal = DecimalNumber::fromDouble(number);
    if (!decimal)
        return element.refuse(ErrorCode::InvalidInput, "valueDecimal", decimal.error().detail());
    return Answer::decimal(*decimal);
}

Result<Answer> readText(const FhirElement &element)
{
    TRY(std::string text, element.string("valueString", MaxAnswerBytes));
    Answer answer = Answer::text(std::move(text)); // GCC 12 sees a wrong delete where this is a temporary.
    return answer;
}

Result<Answer> readValue(const FhirElement &element, std::string_view name)
{
    if (name == "valueBoolean") {
        TRY(const bool truth, element.boolean(name));
        return Answer::boolean(truth);
    }
    if (name == "valueInteger") {
        TRY(const int number, element.integer(name));
        return Answer::integer(number);
    }
    if (name == "valueDecimal")
        return readDecimal(element);
    return name == "valueDate" ? readDate(element) : readText(element);
}

/// One element of "answer" that has a value or says why it has none.
Result<Answer> readOne(const FhirElement &element, const Question &question)
{
    for (const char *const name : {"item", "modifierExtension"})
        if (element.has(name))
            return element.refuse(ErrorCode::Unsupported, name, "not read here");
    TRY(const std::string_view name, nameOfValue(element));
    TRY(const auto absent, readAbsent(element));
    if (absent && !name.empty())
        return element.refuse(ErrorCode::InvalidInput, "a value and a reason for having none");
    if (absent)
        return *absent;
    const bool isTaken =
        expectedValue(question) == name
        || (question.type == QuestionType::OpenChoice && (name == "valueCoding" || name == "valueString"));
    if (name.empty() || !isTaken)
        return element.refuse(ErrorCode::InvalidInput, "the question takes a " + std::string(expectedValue(question)));
    if (name != "valueCoding")
        return readValue(element, name);
    TRY(const std::size_t position, readOption(element, question));
    return Answer::option(position);
}

/// Several options, each an element of its own.
Result<Answer> readSeveral(const std::vector<FhirElement> &elements, const Question &question)
{
    std::vector<std::size_t> positions;
    for (const FhirElement &element : elements) {
        TRY(Answer one, readOne(element, question));
        if (!one.hasValue() && elements.size() == 1)
            return one;
        if (!one.hasValue())
            return element.refuse(ErrorCode::InvalidInput, "no option, beside others that are chosen");
        if (std::ranges::find(positions, *one.position()) != positions.end())
            return element.refuse(ErrorCode::InvalidInput, "the same option twice");
        positions.push_back(*one.position());
    }
    return Answer::options(std::move(positions));
}

Result<bool> saysNoneChosen(const FhirElement &item)
{
    TRY(const auto extension, item.maybeExtension(NoneChosenUrl));
    if (!extension)
        return false;
    return extension->boolean("valueBoolean");
}

} // namespace

Result<std::optional<Answer>> readResponseAnswer(const FhirElement &item, const Question &question)
{
    if (item.has("item"))
        return item.refuse(ErrorCode::InvalidInput, "item", "nothing stands below a question here");
    TRY(const auto elements, item.list("answer", MaxOptions));
    if (elements.empty()) {
        TRY(const bool isNone, saysNoneChosen(item));
        if (isNone && question.type != QuestionType::Choices)
            return item.refuse(ErrorCode::InvalidInput, "only a question with several options has none chosen");
        return isNone ? std::optional(Answer::options({})) : std::nullopt;
    }
    if (elements.size() > 1 && question.type != QuestionType::Choices)
        return elements[1].refuse(ErrorCode::InvalidInput, "the question takes one answer");
    const auto answer =
        question.type == QuestionType::Choices ? readSeveral(elements, question) : readOne(elements.front(), question);
    TRY(Answer given, answer);
    if (const auto problem = findProblem(question, given))
        return elements.front().refuse(ErrorCode::InvalidInput, problemWords(*problem));
    return std::optional(std::move(given));
}

Result<Value> readStatedValue(const FhirElement &item, const Calculation &calculation)
{
    if (item.has("item"))
        return item.refuse(ErrorCode::InvalidInput, "item", "nothing stands below a calculated item");
    TRY(const auto elements, item.list("answer", 1));
    if (elements.empty())
        return Value();
    const FhirElement &element = elements.front();
    TRY(const std::string_view name, nameOfValue(element));
    if (name.empty())
        return Value();
    switch (calculation.type) {
    case Calculation::Type::Boolean: {
        TRY(const bool truth, element.boolean("valueBoolean"));
        return Value(truth);
    }
    case Calculation::Type::Integer: {
        TRY(const int number, element.integer("valueInteger"));
        return Value(number);
    }
    case Calculation::Type::Decimal: break;
    }
    TRY(const double number, element.number("valueDecimal"));
    return Value(number);
}

} // namespace faltakt::screening
