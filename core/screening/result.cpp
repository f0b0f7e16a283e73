#include "core/screening/result.h"

namespace faltakt::screening {

using base::ErrorCode;
using base::Result;
using base::json::Array;
using base::json::Object;
using base::json::Value;

namespace {

constexpr int MaxAge = 130;

/// Points of a question that count now; empty where it is closed or without an option.
std::optional<int> countedPoints(const AnswerSheet &answers, const std::vector<bool> &open, std::size_t question)
{
    const auto position = answers.positionAt(question);
    if (!open[question] || !position)
        return std::nullopt;
    return answers.questionnaire().questions()[question].options[*position].weight;
}

std::vector<RaisedFlag> raisedFlags(const AnswerSheet &answers, SkipRule skipRule)
{
    const Interpretation &interpretation = *answers.questionnaire().interpretation();
    const std::vector<bool> open = openQuestions(answers, skipRule);
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

LocalText disclaimer()
{
    LocalText text("sv", "Stöd i samtalet, inte en diagnos");
    text.add("en", "Support for the talk, not a diagnosis");
    return text;
}

/// Joins the words for "somewhere between these two".
std::string uncertainMeaning(const Zone &from, const Zone &to, std::string_view language)
{
    if (language == "en")
        return "Answers are missing: anything from " + from.code + " to " + to.code + " is possible.";
    return "Svar saknas: allt från " + from.code + " till " + to.code + " är möjligt.";
}

Value zoneToJson(const ZoneReading &reading, const Interpretation &interpretation, std::string_view language)
{
    const Zone &from = interpretation.zones[reading.from];
    const Zone &to = interpretation.zones[reading.to];
    if (reading.isCertain())
        return Object{{"zone", from.code},
                      {"meaning", from.workerText.in(language)},
                      {"personMeaning", from.personText.in(language)}};
    return Object{
        {"zone", nullptr}, {"meaning", uncertainMeaning(from, to, language)}, {"from", from.code}, {"to", to.code}};
}

Value cutoffsToJson(const CutoffSet &set, std::string_view language)
{
    return Object{{"set", set.id},
                  {"label", set.label.in(language)},
                  {"source", set.source},
                  {"confidence", confidenceName(set.confidence)}};
}

Value skipRuleToJson(const ScreeningResult &result)
{
    const Questionnaire &questionnaire = *result.questionnaire;
    return Object{{"on", result.settings.skipRule == SkipRule::On},
                  {"source", questionnaire.skipRuleSource()},
                  {"confidence", confidenceName(questionnaire.skipRuleConfidence())}};
}

/// The parts that an instrument with zones adds: zones, flags with their reasons, and where the limits come from.
void addInterpretation(Object &json, const ScreeningResult &result, std::string_view language)
{
    const Interpretation &interpretation = *result.questionnaire->interpretation();
    Object zones;
    for (const ZoneReading &reading : result.zones)
        zones.append(std::string(sexCode(reading.sex)), zoneToJson(reading, interpretation, language));
    Array flags;
    Array reasons;
    for (const RaisedFlag &raised : result.flags) {
        const Flag &flag = interpretation.flags[raised.flag];
        flags.emplace_back(flag.code);
        reasons.emplace_back(Object{{"flag", flag.code},
                                    {"items", Array(raised.items.begin(), raised.items.end())},
                                    {"meaning", flag.workerText.in(language)}});
    }
    json.set("zones", std::move(zones));
    json.set("flags", std::move(flags));
    json.append("flagReasons", std::move(reasons));
    json.append("cutoffs", cutoffsToJson(*result.cutoffs, language));
}

} // namespace

Result<ScreeningResult> interpret(const AnswerSheet &answers, const ResultSettings &settings)
{
    if (settings.age && (*settings.age < 0 || *settings.age > MaxAge))
        return base::fail(ErrorCode::InvalidInput, "age: not within 0 to 130");
    const Interpretation *interpretation = answers.questionnaire().interpretation();
    ScreeningResult result{
        answers.questionnairePointer(), settings, score(answers, settings.skipRule), nullptr, {}, {}};
    if (!interpretation) {
        if (settings.cutoffSet)
            return base::fail(ErrorCode::InvalidInput, "cut-off set: the instrument has none");
        return result;
    }
    result.cutoffs = interpretation->findCutoffSet(settings.cutoffSet.value_or(interpretation->defaultCutoffSet));
    if (!result.cutoffs)
        return base::fail(ErrorCode::InvalidInput, "cut-off set: the instrument has none of that name");
    for (const Sex sex : {Sex::Female, Sex::Male}) {
        if (settings.sex && *settings.sex != sex)
            continue;
        const CutoffRow &row = result.cutoffs->row(sex, settings.age);
        result.zones.push_back({sex, zoneAt(row, result.score.min), zoneAt(row, result.score.max)});
    }
    result.flags = raisedFlags(answers, settings.skipRule);
    return result;
}

Value resultToJson(const ScreeningResult &result, std::string_view language)
{
    const Questionnaire &questionnaire = *result.questionnaire;
    const bool scored = questionnaire.isScored();
    const auto total = scored ? result.score.total() : std::nullopt;
    Object json{{"instrument", questionnaire.id()},
                {"version", questionnaire.version()},
                {"score", total ? Value(*total) : Value()},
                {"min", scored ? Value(result.score.min) : Value()},
                {"max", scored ? Value(result.score.max) : Value()},
                {"complete", result.score.complete},
                {"unanswered", Array(result.score.unanswered.begin(), result.score.unanswered.end())},
                {"zones", Object()},
                {"flags", Array()},
                {"wording", questionnaire.wording()},
                {"disclaimer", disclaimer().in(language)},
                {"scaleMax", scored ? Value(questionnaire.maxScore()) : Value()}};
    if (questionnaire.interpretation())
        addInterpretation(json, result, language);
    if (questionnaire.hasSkipRule())
        json.append("skipRule", skipRuleToJson(result));
    return json;
}

} // namespace faltakt::screening
