// What a result says, as JSON for programs and golden vectors.
#include "core/screening/result.h"

namespace faltakt::screening {

using base::json::Array;
using base::json::Object;
using base::json::Value;

namespace {

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
    if (result.cutoffs)
        json.append("cutoffs", cutoffsToJson(*result.cutoffs, language));
}

Value resultsToJson(const ScreeningResult &result)
{
    Object results;
    for (const ItemResult &item : result.results)
        results.append(result.questionnaire->calculations()[item.calculation].linkId, item.value);
    return results;
}

} // namespace

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
                {"complete", result.unanswered.empty()},
                {"unanswered", Array(result.unanswered.begin(), result.unanswered.end())},
                {"zones", Object()},
                {"flags", Array()},
                {"wording", questionnaire.wording()},
                {"disclaimer", disclaimer().in(language)},
                {"scaleMax", scored ? Value(questionnaire.maxScore()) : Value()},
                {"results", resultsToJson(result)}};
    if (!questionnaire.pack().empty())
        json.append("pack", questionnaire.pack());
    if (questionnaire.interpretation())
        addInterpretation(json, result, language);
    if (questionnaire.hasSkipRule())
        json.append("skipRule", skipRuleToJson(result));
    return json;
}

} // namespace faltakt::screening
