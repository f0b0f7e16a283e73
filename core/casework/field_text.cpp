#include "core/casework/field_text.h"

#include "core/base/date_words.h"
#include "core/casework/code_words.h"
#include "core/casework/contact_way.h"
#include "core/casework/moment_words.h"
#include "core/casework/person_card.h"
#include "core/casework/record_schemas.h"
#include "core/casework/swedish_time.h"

#include <algorithm>
#include <array>
#include <vector>

namespace faltakt::casework {

using base::inLanguage;
using base::Language;
using base::json::Value;
using changelog::FieldType;

namespace {

std::string joined(const std::vector<std::string> &parts, std::string_view between)
{
    std::string text;
    for (const std::string &part : parts)
        if (!part.empty())
            text += (text.empty() ? "" : std::string(between)) + part;
    return text;
}

std::string dateText(std::string_view written, const ValueContext &context)
{
    const auto date = base::parseDate(written);
    return date ? base::dayWords(*date, swedishDate(context.now), context.language) : std::string(written);
}

std::string instantText(std::string_view written, const ValueContext &context)
{
    const auto moment = base::parseInstant(written);
    return moment ? momentWords(*moment, context.now, context.language) : std::string(written);
}

/// A field of an object that may hold a day or a moment.
std::string whenText(const Value &object, std::string_view name, const ValueContext &context)
{
    const std::string written = object.stringAt(name);
    return base::parseDate(written) ? dateText(written, context) : instantText(written, context);
}

std::string wayText(const Value &element, Language language)
{
    const std::string kind = element.stringAt("kind");
    const std::string value = element.stringAt("value");
    std::vector<std::string> remarks{element.stringAt("hours"), element.stringAt("through"),
                                     element.stringAt("comment")};
    if (element.boolAt("neverVoicemail"))
        remarks.emplace_back(inLanguage(language, "aldrig röstbrevlåda", "never voicemail"));
    if (element.boolAt("shared"))
        remarks.emplace_back(inLanguage(language, "delas med andra", "shared with others"));
    const std::string shown = kind == "phone" || kind == "sms" ? phoneText(value) : value;
    const std::string remark = joined(remarks, ", ");
    return contactWayKindText(kind, language) + ": " + joined({shown, remark}, ", ");
}

std::string flagElementText(const Value &element, const ValueContext &context)
{
    std::string text = flagText(element.stringAt("code"), context.language);
    if (const std::string source = element.stringAt("source"); !source.empty())
        text += ", " + source;
    if (element.find("review"))
        text += std::string(inLanguage(context.language, ", ses över ", ", to be looked over "))
                + whenText(element, "review", context);
    return text;
}

/// "Kim Berg (tidigare namn)"; a number that was replaced is said to be one.
std::string aliasText(const Value &element, const ValueContext &context)
{
    if (const std::string number = element.stringAt("number"); !number.empty())
        return number + std::string(inLanguage(context.language, " (tidigare nummer)", " (former number)"));
    const std::string kind = element.stringAt("kind");
    const std::string name = element.stringAt("name");
    if (name.empty())
        return base::json::serialise(element);
    return kind.empty() || kind == "other" ? name : name + " (" + aliasKindText(kind, context.language) + ")";
}

std::string listText(std::string_view field, const Value &value, const ValueContext &context)
{
    if (!value.object())
        return base::json::serialise(value);
    std::vector<std::string> lines;
    for (const auto &[id, element] : *value.object()) {
        if (!element.object())
            lines.push_back(base::json::serialise(element));
        else if (field == "contactWays")
            lines.push_back(wayText(element, context.language));
        else if (field == "flags")
            lines.push_back(flagElementText(element, context));
        else if (field == "aliases")
            lines.push_back(aliasText(element, context));
        else
            lines.push_back(element.find("name") ? element.stringAt("name") : base::json::serialise(element));
    }
    return joined(lines, "\n");
}

std::string noContactText(const Value &value, const ValueContext &context)
{
    std::vector<std::string> parts;
    if (value.find("since"))
        parts.push_back(std::string(inLanguage(context.language, "Sedan ", "Since "))
                        + whenText(value, "since", context));
    if (value.find("mayAskAgainAt"))
        parts.push_back(std::string(inLanguage(context.language, "får frågas igen ", "may be asked again "))
                        + whenText(value, "mayAskAgainAt", context));
    return parts.empty() ? std::string(inLanguage(context.language, "Ja", "Yes")) : joined(parts, ", ");
}

std::string zonesText(const Value &value, Language language)
{
    std::vector<std::string> parts;
    for (const auto &[sex, zone] : *value.object())
        if (zone.string())
            parts.push_back(zoneText(*zone.string(), language) + " (" + codeText("assessment", "sex", sex, language)
                            + ")");
    return joined(parts, ", ");
}

std::string adviceText(const Value &value, Language language)
{
    struct Level {
        std::string_view code, sv, en;
    };
    static constexpr std::array Levels{Level{"simple", "Enkla råd", "Simple advice"},
                                       Level{"advising", "Rådgivande samtal", "Advising talk"},
                                       Level{"qualified", "Kvalificerat rådgivande samtal", "Qualified advising talk"}};
    const std::string code = value.stringAt("level");
    const auto level = std::ranges::find(Levels, std::string_view(code), &Level::code);
    const std::string name = level == Levels.end() ? code : std::string(inLanguage(language, level->sv, level->en));
    const std::int64_t minutes = value.integerAt("minutes");
    const std::string length =
        minutes > 0 ? std::to_string(minutes) + std::string(inLanguage(language, " minuter", " minutes")) : "";
    return joined({name, length}, ", ");
}

std::string objectText(std::string_view field, const Value &value, const ValueContext &context)
{
    if (!value.object())
        return base::json::serialise(value);
    if (field == "seen") // Ids of changes, which say nothing to anybody.
        return {};
    if (field == "noContact")
        return noContactText(value, context);
    if (field == "zone")
        return zonesText(value, context.language);
    return field == "briefAdvice" ? adviceText(value, context.language) : base::json::serialise(value);
}

/// Codes of several options.
std::string chosenText(const base::json::Array &options, Language language)
{
    std::string text;
    for (const Value &option : options)
        if (option.string())
            text += (text.empty() ? "" : ", ") + *option.string();
    return text.empty() ? std::string(inLanguage(language, "Inget av dem", "None of them")) : text;
}

std::string answerText(const Value &value, Language language)
{
    const std::string state = value.stringAt("state");
    if (state == "refused")
        return std::string(inLanguage(language, "Vill inte svara", "Prefer not to answer"));
    if (state == "unknown")
        return std::string(inLanguage(language, "Vet inte", "Don't know"));
    if (state == "not-relevant")
        return std::string(inLanguage(language, "Inte aktuellt", "Not relevant"));
    if (const Value *yes = value.find("boolean"); yes && yes->boolean())
        return std::string(*yes->boolean() ? inLanguage(language, "Ja", "Yes") : inLanguage(language, "Nej", "No"));
    if (const Value *number = value.find("integer"); number && number->integer())
        return std::to_string(*number->integer());
    if (const Value *options = value.find("options"); options && options->array())
        return chosenText(*options->array(), language);
    for (const std::string_view form : {"option", "text", "decimal", "date"})
        if (std::string text = value.stringAt(form); !text.empty())
            return text;
    return base::json::serialise(value);
}

std::string sizeText(std::int64_t bytes, Language language)
{
    constexpr std::int64_t Kilo = 1000;
    if (bytes < Kilo * Kilo)
        return std::to_string(std::max<std::int64_t>(1, bytes / Kilo)) + " kB";
    const std::int64_t tenths = bytes / (Kilo * Kilo / 10);
    return std::to_string(tenths / 10) + std::string(inLanguage(language, ",", ".")) + std::to_string(tenths % 10)
           + " MB";
}

std::string idText(const std::string &id, const ValueContext &context)
{
    const std::string name = context.nameOf ? context.nameOf(id) : std::string();
    return name.empty() ? id : name;
}

/// A text is one of the types that are kept as strings.
std::string stringText(std::string_view kind, std::string_view field, FieldType type, const std::string &text,
                       const ValueContext &context)
{
    switch (type) {
    case FieldType::Code: return codeText(kind, field, text, context.language);
    case FieldType::Date: return dateText(text, context);
    case FieldType::Instant: return instantText(text, context);
    case FieldType::Id: return idText(text, context);
    default: break;
    }
    if (field == "interpreter" || field == "interpreterLanguage" || field == "secondLanguage")
        return languageName(text, context.language);
    return field == "phone" ? phoneText(text) : text;
}

} // namespace

std::string valueText(std::string_view kind, std::string_view field, const Value &value, const ValueContext &context)
{
    if (value.isNull())
        return std::string(inLanguage(context.language, "Inget", "Nothing"));
    if (value.boolean())
        return std::string(*value.boolean() ? inLanguage(context.language, "Ja", "Yes")
                                            : inLanguage(context.language, "Nej", "No"));
    const changelog::KindSchema *schema = recordSchemas().kind(kind);
    const changelog::FieldSchema *found = schema ? schema->field(field) : nullptr;
    const FieldType type = found ? found->type : FieldType::Text;
    // Where the bytes lie tells nobody anything, and the key is for no eyes.
    if (kind == "attachment" && (field == "key" || field == "blob"))
        return std::string(inLanguage(context.language, "Visas inte", "Not shown"));
    // What stands against a letter is for the page of that person's letter alone.
    if (kind == "lobReport" && field == "letterDespite")
        return std::string(
            inLanguage(context.language, "något fanns att ta ställning till", "something was to be decided"));
    if (kind == "attachment" && field == "size" && value.integer())
        return sizeText(*value.integer(), context.language);
    if (value.string())
        return stringText(kind, field, type, *value.string(), context);
    switch (type) {
    case FieldType::List: return listText(field, value, context);
    case FieldType::Object: return objectText(field, value, context);
    case FieldType::Answer: return answerText(value, context.language);
    default: return base::json::serialise(value);
    }
}

std::string zoneText(std::string_view zone, Language language)
{
    if (zone == "below")
        return std::string(inLanguage(language, "under gränsen", "below the limit"));
    if (zone == "positive")
        return std::string(inLanguage(language, "på eller över gränsen", "on or above the limit"));
    if (zone == "high")
        return std::string(inLanguage(language, "hög nivå", "high level"));
    return std::string(inLanguage(language, "nivå ", "level ")) + std::string(zone);
}

} // namespace faltakt::casework
