#include "core/rules/profile_member_reader.h"
#include "core/rules/profile_part_readers.h"
#include "core/rules/telling_words.h"

#include <algorithm>
#include <array>

namespace faltakt::rules {

namespace {

using base::Result;

constexpr int OldestAge = 120;
constexpr int LongestPeriod = 366;
constexpr std::size_t MaxPhoneNumber = 30;
/// What is read at a glance, and fits into a code that any telephone reads.
constexpr std::size_t MaxCardLine = 60;

Result<Setting<std::string>> readNumber(const PathReader &reader, const std::string &profile)
{
    TRY_VOID(allowWithStatement(reader, {"value"}));
    Figure<std::string> figure;
    TRY(figure.value, reader.text("value", MaxPhoneNumber));
    if (figure.value.find_first_not_of("0123456789+- ") != std::string::npos || figure.value.front() == '-')
        return reader.refuse("value", "must be a telephone number of digits, spaces, hyphens and a plus");
    TRY_VOID(readStatement(reader, profile, figure));
    return Setting<std::string>(std::move(figure));
}

Result<void> readPart(const PathReader &reader, const std::string &, ProfileSubstance &substance)
{
    static constexpr std::array<std::string_view, 10> Codes{"alcohol",  "drugs",   "medicines", "doping", "solvents",
                                                            "gambling", "tobacco", "sex",       "food",   "shopping"};
    static constexpr std::array<std::string_view, 3> Scopes{"care", "prevention", "outside"};
    TRY_VOID(allowWithStatement(reader, {"code", "scope"}));
    TRY(substance.code, reader.oneOf("code", Codes));
    TRY(substance.scope, reader.oneOf("scope", Scopes));
    return {};
}

Result<void> readPart(const PathReader &reader, const std::string &, ProfileBody &body)
{
    static constexpr std::array<std::string_view, 5> Types{"board", "committee", "unit", "provider", "group"};
    TRY_VOID(allowWithStatement(reader, {"code", "name", "type", "does"}));
    TRY(body.name, reader.text("name", ProfileTextLength));
    TRY(body.type, reader.oneOf("type", Types));
    TRY(body.does, readWordsIfThere(reader, "does", ProfileParagraphLength));
    return {};
}

Result<void> readPart(const PathReader &reader, const std::string &profile, ProfileContact &contact)
{
    static constexpr std::array<std::string_view, 6> Groups{"own",       "region",   "authority",
                                                            "voluntary", "provider", "national"};
    TRY_VOID(allowWithStatement(reader, {"code", "name", "group", "does", "number", "hours", "cardName"}));
    TRY(contact.name, reader.text("name", ProfileTextLength));
    if (reader.has("group")) {
        TRY(contact.group, reader.oneOf("group", Groups));
    }
    TRY(contact.does, readWordsIfThere(reader, "does", ProfileParagraphLength));
    if (reader.has("number")) {
        TRY(const PathReader number, reader.object("number"));
        TRY(contact.number, readNumber(number, profile));
    }
    TRY(contact.hours, readWordsIfThere(reader, "hours", MaxCardLine));
    TRY(contact.cardName, readWordsIfThere(reader, "cardName", MaxCardLine));
    if (isTelling(contact.cardName.swedish))
        return reader.refuse("cardName.sv", "gives away who writes or why");
    if (isTelling(contact.cardName.english))
        return reader.refuse("cardName.en", "gives away who writes or why");
    return {};
}

Result<void> readPart(const PathReader &reader, const std::string &, ProfileInstrument &instrument)
{
    TRY_VOID(allowWithStatement(reader, {"code", "mandatory", "when", "priority", "maxAge", "version", "cutoffSet"}));
    if (reader.has("mandatory")) {
        TRY(instrument.mandatory, reader.boolean("mandatory"));
    }
    TRY(instrument.when, readWordsIfThere(reader, "when", ProfileTextLength));
    TRY(instrument.priority, readIntegerIfThere(reader, "priority", 1, LastPriority));
    TRY(instrument.maxAge, readIntegerIfThere(reader, "maxAge", 1, OldestAge));
    if (reader.has("version")) {
        TRY(instrument.version, reader.text("version", ProfileTextLength));
    }
    TRY(instrument.cutoffSet, readCodeIfThere(reader, "cutoffSet"));
    return {};
}

Result<void> readPart(const PathReader &reader, const std::string &, ProfileTest &test)
{
    TRY_VOID(allowWithStatement(reader, {"code", "priority", "notFor"}));
    TRY(test.priority, readIntegerIfThere(reader, "priority", 1, LastPriority));
    TRY(test.notFor, readWordsIfThere(reader, "notFor", ProfileTextLength));
    return {};
}

Result<void> readPart(const PathReader &reader, const std::string &, ProfileMethod &method)
{
    TRY_VOID(allowWithStatement(reader, {"code", "name", "priority"}));
    TRY(method.name, readWords(reader, "name", ProfileTextLength));
    TRY(method.priority, readIntegerIfThere(reader, "priority", 1, LastPriority));
    return {};
}

Result<void> readPart(const PathReader &reader, const std::string &, ProfileResponsibility &responsibility)
{
    static constexpr std::array<std::string_view, 3> Answerers{"municipality", "region", "shared"};
    TRY_VOID(allowWithStatement(reader, {"code", "name", "by"}));
    TRY(responsibility.name, readWords(reader, "name", ProfileTextLength));
    TRY(responsibility.by, reader.oneOf("by", Answerers));
    return {};
}

Result<void> readPart(const PathReader &reader, const std::string &profile, ProfileInsats &insats)
{
    TRY(insats, readProfileInsats(reader, profile));
    return {};
}

Result<void> readPart(const PathReader &reader, const std::string &, ProfileDeadline &deadline)
{
    TRY_VOID(allowWithStatement(reader, {"rule", "value", "unit"}));
    if (reader.has("value") || reader.has("unit")) {
        TRY(deadline.value, reader.integer("value", 1, LongestPeriod));
        TRY(deadline.unit, reader.oneOf("unit", PeriodUnits));
    }
    return {};
}

Result<void> readPart(const PathReader &reader, const std::string &, ProfileDelegation &delegation)
{
    static constexpr std::array<std::string_view, 6> Deciders{"caseworker", "teamLeader", "unitManager",
                                                              "committee",  "chair",      "board"};
    TRY_VOID(allowWithStatement(reader, {"code", "decider", "body", "note"}));
    TRY(delegation.decider, reader.oneOf("decider", Deciders));
    const bool isForElected = delegation.code == "lvmApplication" || delegation.code == "lvmCustody";
    if (isForElected && delegation.decider != "committee" && delegation.decider != "board")
        return reader.refuse("decider", "must be committee or board: no officer may decide this");
    TRY(delegation.body, readCodeIfThere(reader, "body"));
    TRY(delegation.note, readWordsIfThere(reader, "note", ProfileParagraphLength));
    return {};
}

Result<void> readPart(const PathReader &reader, const std::string &profile, ProfileTemplate &letter)
{
    TRY(letter, readProfileTemplate(reader, profile));
    return {};
}

Result<void> readPart(const PathReader &reader, const std::string &, ProfileText &text)
{
    TRY_VOID(allowWithStatement(reader, {"code", "title", "text"}));
    TRY(text.title, readWords(reader, "title", ProfileTextLength));
    TRY(text.text, readWords(reader, "text", ProfileParagraphLength));
    return {};
}

Result<std::string> readKey(const PathReader &reader, std::string_view key)
{
    if (key != "rule")
        return reader.code(key);
    TRY(std::string rule, reader.text(key, ProfileTextLength));
    if (!isRuleName(rule))
        return reader.refuse(key, "must be the name of a rule, such as lob.firstAttempt");
    return rule;
}

template <typename Element>
Result<Element> readElement(const PathReader &reader, std::string_view key, const std::string &profile)
{
    Element element;
    TRY(const std::string code, readKey(reader, key));
    element.code = code;
    if (reader.has("off")) {
        TRY_VOID(reader.allowOnly({key, "off"}));
        TRY(element.removed, reader.boolean("off"));
        if (!element.removed)
            return reader.refuse("off", "is true or not there");
        return element;
    }
    TRY_VOID(readPart(reader, profile, element));
    element.code = code;
    TRY_VOID(readStatement(reader, profile, element));
    return element;
}

template <typename Element>
Result<void> readList(const PathReader &reader, std::string_view name, std::vector<Element> &elements,
                      const std::string &profile)
{
    const std::string_view key = std::is_same_v<Element, ProfileDeadline> ? "rule" : "code";
    TRY(const auto readers, reader.objects(name, ProfileListLength));
    for (const PathReader &each : readers) {
        TRY(Element element, readElement<Element>(each, key, profile));
        if (std::ranges::find(elements, element.code, &Element::code) != elements.end())
            return each.refuse(key, "is there twice");
        elements.push_back(std::move(element));
    }
    return {};
}

} // namespace

Result<void> readProfileLists(const PathReader &reader, Profile &profile)
{
    Result<void> outcome;
    forEachList([&](std::string_view name, auto list) {
        if (outcome && reader.has(name))
            outcome = readList(reader, name, profile.*list, profile.id);
    });
    return outcome;
}

} // namespace faltakt::rules
