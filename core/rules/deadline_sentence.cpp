#include "core/rules/deadline_sentence.h"

namespace faltakt::rules {

namespace {

Explanation sumText(const Counting &counting)
{
    Explanation end = dayText(counting.end);
    if (counting.isGiven)
        return {"bestämt till " + end.sv, "set to " + end.en};
    if (!counting.count)
        return end;
    if (counting.fromInstant && counting.endInstant)
        return periodText(momentText(*counting.fromInstant), lengthText(*counting.count, counting.unit),
                          momentText(*counting.endInstant));
    const Explanation length = lengthText(*counting.count, counting.unit);
    const Explanation from = dayText(counting.from);
    if (counting.isBefore)
        return withMove(periodBeforeText(from, length, dayText(counting.computed)), counting.computed, counting.end);
    const Explanation counted = counting.unit == CountUnit::WorkingDays
                                    ? workingDaysText(counting.from, *counting.count, counting.computed)
                                    : periodText(from, length, dayText(counting.computed));
    return withMove(counted, counting.computed, counting.end);
}

Explanation keyText(const KeyValue &value)
{
    if (const auto *day = std::get_if<base::Date>(&value))
        return dayText(*day);
    if (const auto *number = std::get_if<int>(&value))
        return {std::to_string(*number), std::to_string(*number)};
    return std::get<bool>(value) ? Explanation{"ja", "yes"} : Explanation{"nej", "no"};
}

Explanation placeText(const std::string &place, const KeyValues &keys, const Counting &counting)
{
    if (place == "start")
        return dayText(counting.from);
    if (place == "end")
        return dayText(counting.end);
    if (place == "sum")
        return sumText(counting);
    if (place == "whole" && counting.whole)
        return lengthText(*counting.whole, counting.unit);
    if (place == "parts" && counting.parts)
        return {std::to_string(*counting.parts), std::to_string(*counting.parts)};
    if (place == "figure" && counting.count)
        return lengthText(*counting.count, counting.unit);
    const auto key = keys.find(place);
    return key == keys.end() ? Explanation{} : keyText(key->second);
}

std::string filled(std::string_view pattern, Language language, const KeyValues &keys, const Counting &counting)
{
    std::string text;
    while (true) {
        const std::size_t open = pattern.find('{');
        const std::size_t close = pattern.find('}', open == std::string_view::npos ? 0 : open);
        if (open == std::string_view::npos || close == std::string_view::npos)
            return text + std::string(pattern);
        text += pattern.substr(0, open);
        const Explanation words = placeText(std::string(pattern.substr(open + 1, close - open - 1)), keys, counting);
        text += language == Language::Swedish ? words.sv : words.en;
        pattern.remove_prefix(close + 1);
    }
}

} // namespace

Explanation filledSentence(const DeadlineRule &rule, const KeyValues &keys, const Counting &counting)
{
    return {filled(rule.sentence.swedish, Language::Swedish, keys, counting),
            filled(rule.sentence.english, Language::English, keys, counting)};
}

} // namespace faltakt::rules
