#include "core/screening/answer_classes.h"

#include <algorithm>
#include <set>

namespace faltakt::screening {

using base::ErrorCode;
using base::Result;

namespace {

bool isComparing(const Condition &condition) { return condition.expected.has_value(); }

/// Options that a condition names stand alone; the others, and words of one's own, are one class.
std::vector<AnswerClass> optionClasses(const Question &question, const std::vector<Condition *> &conditions)
{
    std::set<std::size_t> named;
    for (const Condition *condition : conditions)
        if (isComparing(*condition) && condition->expected->position())
            named.insert(*condition->expected->position());
    std::vector<AnswerClass> classes;
    std::optional<std::size_t> others;
    const auto add = [&](const Answer &answer, int weight, bool isNamed) {
        if (!isNamed && others) {
            classes[*others].minWeight = std::min(classes[*others].minWeight, weight);
            classes[*others].maxWeight = std::max(classes[*others].maxWeight, weight);
            return;
        }
        if (!isNamed)
            others = classes.size();
        classes.push_back({answer, weight, weight});
    };
    for (const Condition *condition : conditions)
        if (isComparing(*condition) && condition->expected->text())
            add(*condition->expected, 0, true);
    for (std::size_t i = 0; i < question.options.size(); ++i)
        add(Answer::option(i), question.options[i].weight(), named.contains(i));
    if (question.type == QuestionType::OpenChoice)
        add(Answer::text("-"), 0, false);
    return classes;
}

bool isWithin(const Question &question, std::int64_t value, std::int64_t (*valueOf)(const Answer &))
{
    return (!question.minimum || value >= valueOf(*question.minimum))
           && (!question.maximum || value <= valueOf(*question.maximum));
}

/// Numbers at and beside every figure that a condition names, and the ends: one of each kind there is.
std::set<std::int64_t> tellingNumbers(const Question &question, const std::vector<Condition *> &conditions,
                                      std::int64_t (*valueOf)(const Answer &))
{
    std::set<std::int64_t> numbers;
    for (const Condition *condition : conditions) {
        if (!isComparing(*condition))
            continue;
        const std::int64_t figure = valueOf(*condition->expected);
        numbers.insert({figure - 1, figure, figure + 1});
    }
    std::erase_if(numbers, [&](std::int64_t number) { return !isWithin(question, number, valueOf); });
    for (const auto &end : {question.minimum, question.maximum})
        if (end)
            numbers.insert(valueOf(*end));
    if (numbers.empty())
        numbers.insert(0);
    return numbers;
}

std::int64_t wholeOf(const Answer &answer) { return *answer.integer(); }
std::int64_t partsOf(const Answer &answer) { return answer.decimal()->parts(); }

Result<std::vector<AnswerClass>> classesOf(const Question &question, const std::vector<Condition *> &conditions)
{
    std::vector<AnswerClass> classes;
    switch (question.type) {
    case QuestionType::Choice:
    case QuestionType::OpenChoice: return optionClasses(question, conditions);
    case QuestionType::Boolean:
        for (const bool value : {false, true})
            classes.push_back({Answer::boolean(value), 0, 0});
        return classes;
    case QuestionType::Integer:
        for (const std::int64_t value : tellingNumbers(question, conditions, wholeOf))
            classes.push_back({Answer::integer(value), 0, 0});
        return classes;
    case QuestionType::Decimal:
        for (const std::int64_t value : tellingNumbers(question, conditions, partsOf))
            classes.push_back({Answer::decimal(DecimalNumber::fromParts(value)), 0, 0});
        return classes;
    default: break;
    }
    for (const Condition *condition : conditions)
        if (isComparing(*condition))
            return base::fail(ErrorCode::Unsupported, "enableWhen: the range of the score cannot be told with a "
                                                      "comparison of item "
                                                          + question.linkId);
    // Whether there is an answer is all that is asked.
    classes.push_back({Answer::text("-"), 0, 0});
    return classes;
}

/// Leaves one class of those without points that every condition takes alike.
void mergeAlike(std::vector<AnswerClass> &classes, const std::vector<Condition *> &conditions)
{
    std::set<std::vector<bool>> seen;
    std::erase_if(classes, [&](const AnswerClass &answerClass) {
        std::vector<bool> verdicts;
        for (const Condition *condition : conditions)
            verdicts.push_back(condition->holds(&answerClass.representative));
        return !seen.insert(std::move(verdicts)).second;
    });
}

} // namespace

Result<void> classifyAnswers(QuestionnaireParts &parts, std::size_t gate)
{
    std::vector<Condition *> conditions;
    for (const std::size_t node : parts.dependents[gate])
        for (Condition &condition : parts.nodes[node].conditions)
            if (condition.question == gate)
                conditions.push_back(&condition);
    Question &question = parts.questions[gate];
    TRY(question.classes, classesOf(question, conditions));
    if (!question.isChoice())
        mergeAlike(question.classes, conditions);
    for (Condition *condition : conditions)
        for (const AnswerClass &answerClass : question.classes)
            condition->holdsFor.push_back(condition->holds(&answerClass.representative));
    return {};
}

} // namespace faltakt::screening
