#include "core/screening/result.h"

#include "core/screening/filled_answers.h"

#include <algorithm>

namespace faltakt::screening {

using base::ErrorCode;
using base::Result;
using base::json::Value;

namespace {

constexpr int MaxAge = 130;

/// Points of a question that count now: those of options, one for yes, and whole numbers. Empty where it is closed or
/// has no such answer.
std::optional<std::int64_t> countedPoints(const AnswerSheet &answers, const OpenItems &open, std::size_t index)
{
    const std::optional<Answer> &answer = answers.at(index);
    if (!open.isOpen({index, std::nullopt}) || isMissing(answer) || !answer->hasValue())
        return std::nullopt;
    if (answer->boolean())
        return *answer->boolean() ? 1 : 0;
    if (answer->integer())
        return *answer->integer();
    std::int64_t points = 0;
    for (const std::size_t position : answer->positions())
        points += answers.questionnaire().questions()[index].options[position].weight();
    return points;
}

std::vector<RaisedFlag> raisedFlags(const AnswerSheet &answers, const OpenItems &open,
                                    const Interpretation &interpretation)
{
    std::vector<RaisedFlag> raised;
    for (std::size_t i = 0; i < interpretation.flags.size(); ++i) {
        RaisedFlag flag{i, {}};
        for (const std::size_t question : interpretation.flags[i].questions)
            if (const auto points = countedPoints(answers, open, question);
                points && *points >= interpretation.flags[i].from)
                flag.items.push_back(answers.questionnaire().questions()[question].linkId);
        if (!flag.items.empty())
            raised.push_back(std::move(flag));
    }
    return raised;
}

/// Works out every calculated item of one sheet.
class ResultReader {
public:
    ResultReader(const AnswerSheet &answers, const ResultSettings &settings)
        : m_answers(&answers), m_settings(&settings), m_open(answers, settings.skipRule),
          m_calculations(answers.questionnaire())
    {
    }

    Result<ItemResult> read(std::size_t index);
    /// The main score in points, from what was read of it.
    [[nodiscard]] Score mainScore(const std::vector<ItemResult> &results) const;
    [[nodiscard]] std::vector<std::string> unanswered() const { return unansweredFor(*m_answers, m_open, nullptr); }
    [[nodiscard]] std::vector<RaisedFlag> flags(const Interpretation &interpretation) const
    {
        return raisedFlags(*m_answers, m_open, interpretation);
    }

private:
    [[nodiscard]] const Calculation &at(std::size_t index) const
    {
        return m_answers->questionnaire().calculations()[index];
    }
    Result<void> readSum(ItemResult &result) const;
    Result<void> readRange(ItemResult &result) const;
    Result<void> readMeaning(ItemResult &result) const;
    Result<const CutoffSet *> chooseCutoffs(std::size_t calculation, const Interpretation &interpretation) const;

    const AnswerSheet *m_answers;
    const ResultSettings *m_settings;
    OpenItems m_open;
    Calculations m_calculations;
};

Result<ItemResult> ResultReader::read(std::size_t index)
{
    ItemResult result;
    result.calculation = index;
    if (at(index).isSum()) {
        TRY_VOID(readSum(result));
    } else {
        TRY(result.value, m_calculations.value(index, *m_answers, m_open));
        result.unanswered = unansweredFor(*m_answers, m_open, &at(index));
        result.complete = result.unanswered.empty();
        if (result.complete)
            result.min = result.max = result.value;
        else
            TRY_VOID(readRange(result));
    }
    TRY_VOID(readMeaning(result));
    return result;
}

Result<void> ResultReader::readSum(ItemResult &result) const
{
    const Calculation &sum = at(result.calculation);
    // A sum in a group that is closed is nobody's sum.
    if (sum.node && !m_open.isNodeOpen(*sum.node)) {
        result.complete = true;
        return {};
    }
    Score score = sumOfPoints(*m_answers, m_open, m_settings->skipRule, sum);
    result.min = score.min;
    result.max = score.max;
    result.complete = score.complete;
    result.unanswered = std::move(score.unanswered);
    if (score.complete)
        result.value = score.known;
    return {};
}

/// The ends that every completion stays within; a value only where both are the same.
Result<void> ResultReader::readRange(ItemResult &result) const
{
    const Calculation &calculation = at(result.calculation);
    result.value = Value();
    if (calculation.isMonotone) {
        const auto endOf = [&](Filling filling) -> Result<Value> {
            const auto filled = filledAnswers(*m_answers, m_settings->skipRule, calculation, filling);
            if (!filled)
                return Value();
            Calculations calculations(filled->questionnaire());
            return calculations.value(result.calculation, *filled, OpenItems(*filled, m_settings->skipRule));
        };
        TRY(result.min, endOf(Filling::Lowest));
        TRY(result.max, endOf(Filling::Highest));
    }
    if (!result.min.isNull() && result.min == result.max)
        result.value = result.min;
    if (result.min.isNull() || result.max.isNull()) {
        result.min = calculation.minimum ? Value(*calculation.minimum) : Value();
        result.max = calculation.maximum ? Value(*calculation.maximum) : Value();
    }
    return {};
}

Result<const CutoffSet *> ResultReader::chooseCutoffs(std::size_t calculation,
                                                      const Interpretation &interpretation) const
{
    const bool isMain = &at(calculation) == m_answers->questionnaire().mainScore();
    const CutoffSet *chosen = m_settings->cutoffSet ? interpretation.findCutoffSet(*m_settings->cutoffSet) : nullptr;
    if (isMain && m_settings->cutoffSet && !chosen)
        return base::fail(ErrorCode::InvalidInput, "cut-off set: the instrument has none of that name");
    return chosen ? chosen : interpretation.findCutoffSet(interpretation.defaultCutoffSet);
}

Result<void> ResultReader::readMeaning(ItemResult &result) const
{
    const Interpretation *interpretation = m_answers->questionnaire().interpretationOf(result.calculation);
    if (!interpretation)
        return {};
    result.reading.interpretation = interpretation;
    result.reading.flags = flags(*interpretation);
    TRY(result.reading.cutoffs, chooseCutoffs(result.calculation, *interpretation));
    if (!result.min.integer() || !result.max.integer())
        return {};
    for (const Sex sex : {Sex::Female, Sex::Male}) {
        if (m_settings->sex && *m_settings->sex != sex)
            continue;
        const CutoffRow &row = result.reading.cutoffs->row(sex, m_settings->age);
        result.reading.zones.push_back(
            {sex, zoneAt(row, int(*result.min.integer())), zoneAt(row, int(*result.max.integer()))});
    }
    return {};
}

Score ResultReader::mainScore(const std::vector<ItemResult> &results) const
{
    const Questionnaire &questionnaire = m_answers->questionnaire();
    const Calculation *main = questionnaire.mainScore();
    if (!main || main->isSum())
        return main ? sumOfPoints(*m_answers, m_open, m_settings->skipRule, *main)
                    : score(*m_answers, m_settings->skipRule);
    const ItemResult &result = results[*questionnaire.findCalculation(main->linkId)];
    const auto whole = [](const Value &value) { return int(value.number()); };
    return {.known = whole(result.value),
            .min = whole(result.min),
            .max = whole(result.max),
            .complete = result.complete && !result.value.isNull(),
            .unanswered = result.unanswered};
}

} // namespace

Result<ScreeningResult> interpret(const AnswerSheet &answers, const ResultSettings &settings)
{
    if (settings.age && (*settings.age < 0 || *settings.age > MaxAge))
        return base::fail(ErrorCode::InvalidInput, "age: not within 0 to 130");
    const Questionnaire &questionnaire = answers.questionnaire();
    const Interpretation *interpretation = questionnaire.interpretation();
    if (settings.cutoffSet && (!interpretation || interpretation->cutoffSets.empty()))
        return base::fail(ErrorCode::InvalidInput, "cut-off set: the instrument has none");
    ScreeningResult result{answers.questionnairePointer(), settings, {}, nullptr, {}, {}, {}, {}};
    ResultReader reader(answers, settings);
    for (std::size_t i = 0; i < questionnaire.calculations().size(); ++i) {
        TRY(ItemResult item, reader.read(i));
        result.results.push_back(std::move(item));
    }
    result.score = reader.mainScore(result.results);
    result.unanswered = reader.unanswered();
    if (const Calculation *main = questionnaire.mainScore()) {
        const Reading &reading = result.results[*questionnaire.findCalculation(main->linkId)].reading;
        result.cutoffs = reading.cutoffs;
        result.zones = reading.zones;
        result.flags = reading.flags;
    } else if (interpretation) {
        result.flags = reader.flags(*interpretation);
    }
    return result;
}

} // namespace faltakt::screening
