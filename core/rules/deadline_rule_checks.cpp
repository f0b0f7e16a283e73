#include "core/rules/deadline_rule_checks.h"

#include <algorithm>
#include <set>

namespace faltakt::rules {

namespace {

using base::Result;

/// Calls visitor(place in the rule, name of the key, its type) for each key that the rule counts with.
template <typename Visitor>
void forEachKeyUsed(const DeadlineRule &rule, Visitor &&visitor)
{
    for (std::size_t index = 0; index < rule.conditions.size(); ++index)
        visitor("conditions[" + std::to_string(index) + "].key", rule.conditions[index].key,
                rule.conditions[index].is ? KeyType::YesNo : KeyType::Integer);
    for (std::size_t index = 0; index < rule.laterOf.size(); ++index)
        visitor("laterOf[" + std::to_string(index) + "].key", rule.laterOf[index].key, KeyType::Day);
    if (rule.figure && !rule.figure->given.empty())
        visitor(std::string("figure.given"), rule.figure->given, KeyType::Day);
    if (rule.figure && rule.figure->share)
        visitor(std::string("figure.share.key"), rule.figure->share->key, KeyType::Integer);
    if (rule.notBefore)
        visitor(std::string("notBefore.key"), rule.notBefore->key, KeyType::Day);
    if (!rule.notAfter.empty())
        visitor(std::string("notAfter.key"), rule.notAfter, KeyType::Day);
}

Result<void> checkKeys(const PathReader &reader, const DeadlineRule &rule)
{
    std::set<std::string_view> used;
    Result<void> outcome;
    forEachKeyUsed(rule, [&](const std::string &place, const std::string &name, KeyType type) {
        const DeadlineKey *key = rule.key(name);
        used.insert(name);
        if (!outcome)
            return;
        if (!key)
            outcome = reader.refuse(place, "is none of the rule's keys");
        else if (key->type != type)
            outcome = reader.refuse(place, "must be a key of the type " + std::string(keyTypeName(type)));
    });
    TRY_VOID(outcome);
    std::set<std::string_view> names;
    for (std::size_t index = 0; index < rule.keys.size(); ++index) {
        const std::string place = "keys[" + std::to_string(index) + "].name";
        const std::string &name = rule.keys[index].name;
        if (!names.insert(name).second)
            return reader.refuse(place, "is there twice");
        if (!used.contains(name))
            return reader.refuse(place, "is used by nothing");
    }
    return {};
}

Result<void> checkFigure(const PathReader &reader, const DeadlineRule &rule)
{
    if (!rule.figure)
        return {};
    const DeadlineFigure &figure = *rule.figure;
    const bool countsNothing = figure.unit == CountUnit::AtOnce || figure.unit == CountUnit::Given;
    const bool hasNumber = figure.value || !figure.setting.empty() || figure.mayBeStated;
    if (hasNumber == countsNothing)
        return reader.refuse("figure", "number and unit do not fit together");
    if (figure.share && (figure.unit == CountUnit::Hours || countsNothing))
        return reader.refuse("figure.share", "is for days and longer");
    if (figure.unit == CountUnit::Given) {
        const DeadlineKey *key = rule.key(figure.given);
        if (!key || !key->isRequired)
            return reader.refuse("figure.given", "must name a key that is required");
    }
    const bool hasNothingToRoll =
        figure.unit == CountUnit::AtOnce || figure.unit == CountUnit::Hours || figure.unit == CountUnit::WorkingDays;
    if (rule.roll != Roll::None && hasNothingToRoll)
        return reader.refuse("roll", "there is nothing to roll");
    return {};
}

/// The names between braces; empty where a brace stands alone.
std::optional<std::set<std::string>> placesToFill(std::string_view text)
{
    std::set<std::string> places;
    while (true) {
        const std::size_t open = text.find_first_of("{}");
        if (open == std::string_view::npos)
            return places;
        const std::size_t close = text.find('}', open);
        if (text[open] == '}' || close == std::string_view::npos)
            return std::nullopt;
        places.emplace(text.substr(open + 1, close - open - 1));
        text.remove_prefix(close + 1);
    }
}

bool mayBeFilled(const DeadlineRule &rule, const std::string &place)
{
    if (!rule.figure)
        return false;
    if (place == "whole" || place == "parts")
        return rule.figure->share.has_value();
    return place == "start" || place == "figure" || place == "end" || place == "sum" || rule.key(place) != nullptr;
}

Result<void> checkSentence(const PathReader &reader, const DeadlineRule &rule)
{
    const auto swedish = placesToFill(rule.sentence.swedish);
    const auto english = placesToFill(rule.sentence.english);
    if (!swedish || !rule.sentence.swedish.ends_with('.'))
        return reader.refuse("sentence.sv", "must be a whole sentence with closed braces");
    if (!english || !rule.sentence.english.ends_with('.'))
        return reader.refuse("sentence.en", "must be a whole sentence with closed braces");
    for (const std::string &place : *swedish) {
        if (!mayBeFilled(rule, place))
            return reader.refuse("sentence.sv", "has a place that nothing fills");
    }
    if (*swedish != *english)
        return reader.refuse("sentence.en", "has other places to fill than the Swedish one");
    const bool tellsTheDay = swedish->contains("start") || swedish->contains("end") || swedish->contains("sum");
    if (rule.figure && !tellsTheDay)
        return reader.refuse("sentence.sv", "does not say the day");
    return {};
}

} // namespace

Result<void> checkDeadlineRule(const PathReader &reader, const DeadlineRule &rule)
{
    TRY_VOID(checkKeys(reader, rule));
    TRY_VOID(checkFigure(reader, rule));
    return checkSentence(reader, rule);
}

} // namespace faltakt::rules
