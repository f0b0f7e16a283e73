#include "core/screening/condition_reader.h"

namespace faltakt::screening {

using base::ErrorCode;
using base::Result;

namespace {

using Operator = Condition::Operator;

std::optional<Operator> operatorFromWord(std::string_view word)
{
    if (word == "=")
        return Operator::Equals;
    if (word == "!=")
        return Operator::NotEquals;
    if (word == ">")
        return Operator::Greater;
    if (word == "<")
        return Operator::Less;
    if (word == ">=")
        return Operator::GreaterOrEqual;
    return word == "<=" ? std::optional(Operator::LessOrEqual) : std::nullopt;
}

Result<Answer> readText(const FhirElement &element)
{
    TRY(std::string text, element.string("answerString"));
    return Answer::text(std::move(text));
}

Result<Answer> readCoding(const FhirElement &element, const Question &gate)
{
    if (gate.type == QuestionType::OpenChoice && element.has("answerString"))
        return readText(element);
    TRY(const FhirElement coding, element.child("answerCoding"));
    TRY(const std::string code, coding.code("code"));
    const auto option = gate.findOption(code);
    if (!option)
        return coding.refuse(ErrorCode::InvalidInput, "code", "the question has no such option");
    return Answer::option(*option);
}

/// The answer that a condition names, in the type of its question.
Result<Answer> readExpected(const FhirElement &element, const Question &gate)
{
    switch (gate.type) {
    case QuestionType::Choice:
    case QuestionType::Choices:
    case QuestionType::OpenChoice: return readCoding(element, gate);
    case QuestionType::Boolean: {
        TRY(const bool value, element.boolean("answerBoolean"));
        return Answer::boolean(value);
    }
    case QuestionType::Integer: {
        TRY(const int value, element.integer("answerInteger"));
        return Answer::integer(value);
    }
    case QuestionType::Decimal: {
        TRY(const double value, element.number("answerDecimal"));
        const auto number = DecimalNumber::fromDouble(value);
        if (!number)
            return element.refuse(ErrorCode::TooLarge, "answerDecimal", number.error().detail());
        return Answer::decimal(*number);
    }
    case QuestionType::Date: {
        TRY(const std::string text, element.string("answerDate", MaxCodeBytes));
        const auto date = PartialDate::parse(text);
        if (!date)
            return element.refuse(ErrorCode::InvalidInput, "answerDate", date.error().detail());
        return Answer::date(*date);
    }
    case QuestionType::String:
    case QuestionType::Text: break;
    }
    return readText(element);
}

bool hasOrder(const Question &gate)
{
    return gate.type == QuestionType::Integer || gate.type == QuestionType::Decimal || gate.type == QuestionType::Date;
}

/// An answer in a row is one of several: only its own row can say which is meant.
bool isInReach(const QuestionnaireParts &parts, std::size_t node, const Question &gate)
{
    if (!gate.repeat)
        return true;
    return parts.nodes[node].repeat == gate.repeat && parts.repeats[*gate.repeat].node != node;
}

Result<Condition> readCondition(const PendingCondition &pending, const QuestionnaireParts &parts)
{
    const FhirElement &element = pending.element;
    if (element.has("modifierExtension"))
        return element.refuse(ErrorCode::Unsupported, "modifierExtension", "not read");
    Condition condition;
    TRY(const std::string linkId, element.code("question"));
    const auto gate = parts.questionByLinkId.find(linkId);
    if (gate == parts.questionByLinkId.end())
        return element.refuse(ErrorCode::InvalidInput, "question", "no question with this link id");
    condition.question = gate->second;
    const Question &question = parts.questions[condition.question];
    if (!isInReach(parts, pending.node, question))
        return element.refuse(ErrorCode::Unsupported, "question", "asked in each row of a repeating group");
    TRY(condition.skipRule, readMark(element, SkipRuleUrl));
    TRY(const std::string word, element.string("operator", MaxCodeBytes));
    if (word == "exists") {
        TRY(const bool expected, element.boolean("answerBoolean"));
        condition.comparison = expected ? Operator::Exists : Operator::Missing;
        return condition;
    }
    const auto comparison = operatorFromWord(word);
    if (!comparison)
        return element.refuse(ErrorCode::InvalidInput, "operator", "unknown");
    condition.comparison = *comparison;
    if (*comparison != Operator::Equals && *comparison != Operator::NotEquals && !hasOrder(question))
        return element.refuse(ErrorCode::Unsupported, "operator",
                              question.isChoice() ? "choices have no order" : "answers of this type have no order");
    TRY(condition.expected, readExpected(element, question));
    return condition;
}

} // namespace

Result<void> readConditions(const std::vector<PendingCondition> &pending, QuestionnaireParts &parts)
{
    for (const PendingCondition &each : pending) {
        TRY(Condition condition, readCondition(each, parts));
        if (condition.skipRule && parts.head.skipRuleSource.empty())
            return each.element.refuse(ErrorCode::InvalidInput, "part of a skip rule whose source is not stated");
        parts.nodes[each.node].conditions.push_back(std::move(condition));
    }
    return {};
}

} // namespace faltakt::screening
