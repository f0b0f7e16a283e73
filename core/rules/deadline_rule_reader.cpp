#include "core/rules/deadline_rule_reader.h"

#include "core/rules/deadline_rule_checks.h"

#include <algorithm>
#include <array>
#include <utility>

namespace faltakt::rules {

namespace {

using base::Result;

constexpr std::size_t MaxName = 40;
constexpr std::size_t MaxWords = 120;
constexpr std::size_t MaxSentence = 300;
constexpr std::size_t MaxSource = 60;
constexpr int MaxFigure = 400;
constexpr int MaxAge = 130;
constexpr int MaxParts = 100;
constexpr int MaxLimit = 1'000'000;

/// A word of the file and what it stands for.
template <typename T>
using Word = std::pair<std::string_view, T>;

constexpr std::array Units{
    Word<CountUnit>{"atOnce", CountUnit::AtOnce},
    Word<CountUnit>{"given", CountUnit::Given},
    Word<CountUnit>{"hours", CountUnit::Hours},
    Word<CountUnit>{"days", CountUnit::Days},
    Word<CountUnit>{"workingDays", CountUnit::WorkingDays},
    Word<CountUnit>{"weeks", CountUnit::Weeks},
    Word<CountUnit>{"months", CountUnit::Months},
    Word<CountUnit>{"years", CountUnit::Years},
};
constexpr std::array DayUnits{Word<CountUnit>{"days", CountUnit::Days},
                              Word<CountUnit>{"workingDays", CountUnit::WorkingDays}};
constexpr std::array KeyTypes{Word<KeyType>{"day", KeyType::Day}, Word<KeyType>{"integer", KeyType::Integer},
                              Word<KeyType>{"yesNo", KeyType::YesNo}};
constexpr std::array YesAndNo{Word<bool>{"yes", true}, Word<bool>{"no", false}};
constexpr std::array Ends{Word<PeriodEnd>{"quarter", PeriodEnd::Quarter}, Word<PeriodEnd>{"year", PeriodEnd::Year},
                          Word<PeriodEnd>{"nextYear", PeriodEnd::NextYear}};
constexpr std::array Rolls{Word<Roll>{"none", Roll::None}, Word<Roll>{"forward", Roll::Forward},
                           Word<Roll>{"back", Roll::Back}};
constexpr std::array Senses{Word<DeadlineSense>{"latest", DeadlineSense::Latest},
                            Word<DeadlineSense>{"from", DeadlineSense::From}};
constexpr std::array Audiences{Word<DeadlineAudience>{"field", DeadlineAudience::Field},
                               Word<DeadlineAudience>{"office", DeadlineAudience::Office}};
constexpr std::array SourceKinds{
    Word<SourceKind>{"law", SourceKind::Law}, Word<SourceKind>{"guideline", SourceKind::Guideline},
    Word<SourceKind>{"default", SourceKind::Default}, Word<SourceKind>{"agreed", SourceKind::Agreed}};

template <typename T, std::size_t Count>
Result<T> readWord(const PathReader &reader, std::string_view member, const std::array<Word<T>, Count> &words)
{
    TRY(const std::string found, reader.text(member, MaxName));
    std::string known;
    for (const auto &[word, value] : words) {
        if (found == word)
            return value;
        known += (known.empty() ? "" : ", ") + std::string(word);
    }
    return reader.refuse(member, "must be one of: " + known);
}

/// A member that is there or not; never written as false.
Result<bool> readTrue(const PathReader &reader, std::string_view member)
{
    if (!reader.has(member))
        return false;
    TRY(const bool value, reader.boolean(member));
    if (!value)
        return reader.refuse(member, "is true or not there");
    return true;
}

bool isLetterOrDigit(char character)
{
    return (character >= 'a' && character <= 'z') || (character >= 'A' && character <= 'Z')
           || (character >= '0' && character <= '9');
}

bool isNamePart(std::string_view text)
{
    return !text.empty() && text.front() >= 'a' && text.front() <= 'z' && std::ranges::all_of(text, isLetterOrDigit);
}

/// The name of a setting has one part or two.
Result<std::string> readSetting(const PathReader &reader, std::string_view member)
{
    TRY(std::string found, reader.text(member, MaxName));
    if (!isNamePart(found) && !isDeadlineName(found))
        return reader.refuse(member, "must be the name of a setting, such as lob.attempts");
    return found;
}

/// "12", "F2" or "1.8".
bool isRow(std::string_view text)
{
    const auto isDigit = [](char character) { return character >= '1' && character <= '9'; };
    if (text.size() == 3)
        return isDigit(text[0]) && text[1] == '.' && isDigit(text[2]);
    if (text.size() == 2 && text[0] == 'F')
        return isDigit(text[1]);
    return !text.empty() && text.size() <= 2 && isDigit(text[0])
           && (text.size() == 1 || text[1] == '0' || isDigit(text[1]));
}

Result<DeadlineShare> readShare(const PathReader &reader)
{
    TRY_VOID(reader.allowOnly({"key", "parts", "setting"}));
    DeadlineShare share;
    TRY(share.key, reader.code("key"));
    TRY(share.parts, reader.integer("parts", 2, MaxParts));
    TRY(share.setting, readSetting(reader, "setting"));
    return share;
}

Result<DeadlineFigure> readFigure(const PathReader &reader)
{
    TRY_VOID(reader.allowOnly({"value", "unit", "setting", "stated", "given", "before", "share"}));
    DeadlineFigure figure;
    TRY(figure.unit, readWord(reader, "unit", Units));
    if (reader.has("value")) {
        TRY(figure.value, reader.integer("value", 0, MaxFigure));
    }
    if (reader.has("setting")) {
        TRY(figure.setting, readSetting(reader, "setting"));
    }
    TRY(figure.mayBeStated, readTrue(reader, "stated"));
    TRY(figure.isBefore, readTrue(reader, "before"));
    if (reader.has("given")) {
        TRY(figure.given, reader.code("given"));
    }
    if (reader.has("share")) {
        TRY(const PathReader share, reader.object("share"));
        TRY(figure.share, readShare(share));
    }
    return figure;
}

Result<DeadlineKey> readKey(const PathReader &reader)
{
    TRY_VOID(reader.allowOnly({"name", "type", "required", "min", "max", "default", "label"}));
    DeadlineKey key;
    TRY(key.name, reader.code("name"));
    TRY(key.type, readWord(reader, "type", KeyTypes));
    TRY(key.isRequired, reader.boolean("required"));
    if (reader.has("min")) {
        TRY(key.minimum, reader.integer("min", -MaxLimit, MaxLimit));
    }
    if (reader.has("max")) {
        TRY(key.maximum, reader.integer("max", key.minimum.value_or(-MaxLimit), MaxLimit));
    }
    if (reader.has("default")) {
        TRY(key.otherwise, readWord(reader, "default", YesAndNo));
        if (key.isRequired || key.type != KeyType::YesNo)
            return reader.refuse("default", "is for a yes or no that may be left out");
    }
    TRY(key.label, readLocalText(reader, "label", MaxWords));
    return key;
}

Result<DeadlineCondition> readCondition(const PathReader &reader)
{
    TRY_VOID(reader.allowOnly({"key", "atLeast", "below", "setting", "is", "refuse"}));
    DeadlineCondition condition;
    TRY(condition.key, reader.code("key"));
    if (reader.has("atLeast")) {
        TRY(condition.atLeast, reader.integer("atLeast", 0, MaxAge));
    }
    if (reader.has("below")) {
        TRY(condition.below, reader.integer("below", 0, MaxAge));
    }
    if (reader.has("setting")) {
        TRY(condition.setting, readSetting(reader, "setting"));
    }
    if (reader.has("is")) {
        TRY(condition.is, readWord(reader, "is", YesAndNo));
    }
    TRY(condition.refusal, readLocalText(reader, "refuse", MaxWords));
    return condition;
}

Result<DayCount> readDayCount(const PathReader &reader)
{
    DayCount count;
    TRY(count.value, reader.integer("value", -MaxFigure, MaxFigure));
    TRY(count.unit, readWord(reader, "unit", DayUnits));
    return count;
}

Result<LaterStart> readLaterStart(const PathReader &reader)
{
    TRY_VOID(reader.allowOnly({"event", "key"}));
    LaterStart later;
    TRY(later.event, readDeadlineName(reader, "event"));
    TRY(later.key, reader.code("key"));
    return later;
}

/// Reads a list of at least one element where it is there.
template <typename Element, typename Read>
Result<std::vector<Element>> readList(const PathReader &reader, std::string_view member, std::size_t maxCount,
                                      Read read)
{
    std::vector<Element> elements;
    if (!reader.has(member))
        return elements;
    TRY(const auto readers, reader.objects(member, maxCount));
    if (readers.empty())
        return reader.refuse(member, "must not be empty");
    for (const PathReader &each : readers) {
        TRY(Element element, read(each));
        elements.push_back(std::move(element));
    }
    return elements;
}

/// Which day it is: the members that mean nothing without a figure.
Result<void> readCounting(const PathReader &reader, DeadlineRule &rule)
{
    if (!reader.has("figure")) {
        for (const std::string_view member : {"roll", "sense", "end", "then", "laterOf", "notBefore", "notAfter"}) {
            if (reader.has(member))
                return reader.refuse(member, "means nothing without a figure");
        }
        return {};
    }
    TRY(const PathReader figure, reader.object("figure"));
    TRY(rule.figure, readFigure(figure));
    TRY(rule.roll, readWord(reader, "roll", Rolls));
    TRY(rule.sense, readWord(reader, "sense", Senses));
    if (rule.start.empty())
        return reader.refuse("start", "is missing");
    if (reader.has("end")) {
        TRY(rule.end, readWord(reader, "end", Ends));
    }
    if (reader.has("then")) {
        TRY(const PathReader then, reader.object("then"));
        TRY_VOID(then.allowOnly({"value", "unit"}));
        TRY(rule.then, readDayCount(then));
    }
    TRY(rule.laterOf, readList<LaterStart>(reader, "laterOf", 3, readLaterStart));
    if (reader.has("notBefore")) {
        TRY(const PathReader earliest, reader.object("notBefore"));
        TRY_VOID(earliest.allowOnly({"key", "value", "unit"}));
        rule.notBefore.emplace();
        TRY(rule.notBefore->key, earliest.code("key"));
        TRY(rule.notBefore->count, readDayCount(earliest));
    }
    if (reader.has("notAfter")) {
        TRY(const PathReader latest, reader.object("notAfter"));
        TRY_VOID(latest.allowOnly({"key"}));
        TRY(rule.notAfter, latest.code("key"));
    }
    return {};
}

/// What the rule is, where it comes from, whom it concerns.
Result<void> readBinding(const PathReader &reader, DeadlineRule &rule)
{
    TRY(rule.law, reader.code("law"));
    TRY(rule.kind, readWord(reader, "kind", SourceKinds));
    if (reader.has("source")) {
        TRY(rule.source, reader.text("source", MaxSource));
    }
    TRY(rule.audience, readWord(reader, "audience", Audiences));
    TRY(rule.confidence, readConfidence(reader, "confidence"));
    if (reader.has("needs")) {
        TRY(rule.needs, readSetting(reader, "needs"));
    }
    if (reader.has("from")) {
        TRY(rule.from, reader.date("from"));
    }
    if (reader.has("until")) {
        TRY(rule.until, reader.date("until"));
    }
    if (rule.from && rule.until && *rule.until < *rule.from)
        return reader.refuse("until", "lies before from");
    if (rule.kind != SourceKind::Guideline && !rule.source.empty())
        return reader.refuse("source", "is for guidelines");
    const bool isSomebodys = !rule.source.empty() || !rule.needs.empty()
                             || (rule.figure && (!rule.figure->setting.empty() || rule.figure->mayBeStated));
    if (rule.kind == SourceKind::Guideline && !isSomebodys)
        return reader.refuse("source", "is missing: a guideline is somebody's");
    return {};
}

Result<void> readNames(const PathReader &reader, DeadlineRule &rule)
{
    TRY(rule.id, readDeadlineName(reader, "id"));
    TRY(rule.rows, reader.texts("rows", 4, MaxName));
    for (std::size_t index = 0; index < rule.rows.size(); ++index) {
        if (!isRow(rule.rows[index]))
            return reader.refuse("rows[" + std::to_string(index) + "]", "must be a line such as 12, F2 or 1.8");
    }
    TRY(rule.title, readLocalText(reader, "title", MaxWords));
    if (!reader.has("start"))
        return {};
    TRY(rule.start, reader.texts("start", 4, MaxName));
    for (std::size_t index = 0; index < rule.start.size(); ++index) {
        if (!isDeadlineName(rule.start[index]))
            return reader.refuse("start[" + std::to_string(index) + "]", "must be an event such as report.received");
    }
    return {};
}

} // namespace

std::optional<CountUnit> countUnitNamed(std::string_view name) noexcept
{
    const auto *found = std::ranges::find(Units, name, &Word<CountUnit>::first);
    return found == Units.end() ? std::nullopt : std::optional(found->second);
}

bool isDeadlineName(std::string_view text) noexcept
{
    const std::size_t dot = text.find('.');
    return text.size() <= MaxName && dot != std::string_view::npos && isNamePart(text.substr(0, dot))
           && isNamePart(text.substr(dot + 1));
}

Result<std::string> readDeadlineName(const PathReader &reader, std::string_view member)
{
    TRY(std::string found, reader.text(member, MaxName));
    if (!isDeadlineName(found))
        return reader.refuse(member, "must be area and thing, such as appeal.arrive");
    return found;
}

Result<DeadlineRule> readDeadlineRule(const PathReader &reader)
{
    TRY_VOID(reader.allowOnly({"id",    "rows",      "title",    "start",  "laterOf",  "figure",     "end",     "roll",
                               "then",  "notBefore", "notAfter", "sense",  "needs",    "conditions", "keys",    "from",
                               "until", "law",       "kind",     "source", "audience", "confidence", "sentence"}));
    DeadlineRule rule;
    TRY_VOID(readNames(reader, rule));
    TRY_VOID(readCounting(reader, rule));
    TRY(rule.conditions, readList<DeadlineCondition>(reader, "conditions", 4, readCondition));
    TRY(rule.keys, readList<DeadlineKey>(reader, "keys", 6, readKey));
    TRY_VOID(readBinding(reader, rule));
    TRY(rule.sentence, readLocalText(reader, "sentence", MaxSentence));
    TRY_VOID(checkDeadlineRule(reader, rule));
    return rule;
}

} // namespace faltakt::rules
