#include "sync/cli/record_json.h"

#include "core/base/answer_words.h"
#include "core/changelog/change.h"

#include <algorithm>

namespace faltakt::cli {

namespace json = base::json;
using changelog::FieldSchema;
using changelog::FieldType;
using changelog::KindSchema;

json::Array headsToJson(const std::vector<store::ConflictHead> &heads)
{
    json::Array array;
    for (const store::ConflictHead &head : heads)
        array.emplace_back(json::Object{{"change", head.change.toString()},
                                        {"value", head.value},
                                        {"by", head.by.toString()},
                                        {"at", base::formatInstant(head.at)}});
    return array;
}

CommandExpected<json::Value> readJsonValue(const std::string &text)
{
    auto value = json::parse(text);
    if (!value)
        return wrongUsage("A value is JSON: text stands in double quotes, like '\"text\"' (" + value.error().detail()
                          + ").");
    return std::move(*value);
}

CommandExpected<json::Object> readFields(const std::vector<std::string> &words)
{
    json::Object fields;
    for (const std::string &word : words) {
        const std::size_t equals = word.find('=');
        if (equals == std::string::npos || equals == 0)
            return wrongUsage("--set wants FIELD=JSON.");
        std::string name = word.substr(0, equals);
        if (fields.contains(name))
            return wrongUsage("The field " + name + " is set twice.");
        TRY_COMMAND(json::Value value, readJsonValue(word.substr(equals + 1)));
        fields.append(std::move(name), std::move(value));
    }
    return fields;
}

namespace {

/// Kinds that the program writes by itself, as part of something else.
bool isOwnKind(std::string_view kind) { return kind == "access" || kind == "signature"; }

template <typename Range, typename Name>
std::string listed(const Range &range, Name name)
{
    std::string text;
    for (const auto &item : range)
        text += (text.empty() ? "" : ", ") + std::string(name(item));
    return text;
}

std::string faultText(const std::string &reason, const FieldSchema &field)
{
    if (reason == "tooLong")
        return "is longer than " + std::to_string(field.maxLength) + " characters";
    if (reason == "range")
        return "lies outside " + std::to_string(field.minimum) + " to " + std::to_string(field.maximum);
    switch (field.type) {
    case FieldType::Text: return "wants one line of text";
    case FieldType::LongText: return "wants text";
    case FieldType::Code: return "wants a code";
    case FieldType::Integer: return "wants a whole number";
    case FieldType::Boolean: return "wants true or false";
    case FieldType::Instant: return "wants a time with its zone, like \"2026-03-01T13:07:00Z\"";
    case FieldType::Date: return "wants a date, like \"2026-03-01\"";
    case FieldType::Id: return "wants an id";
    case FieldType::Object:
    case FieldType::List:
    case FieldType::Answer: break;
    }
    return "wants a JSON object";
}

bool isUnknownCode(const json::Value &value, const FieldSchema &field)
{
    if (field.type != FieldType::Code || field.codes.empty() || !value.string())
        return false;
    return std::find(field.codes.begin(), field.codes.end(), *value.string()) == field.codes.end();
}

} // namespace

CommandExpected<const KindSchema *> findKind(const changelog::SchemaTable &schema, const std::string &kind)
{
    const KindSchema *found = schema.kind(kind);
    if (!found)
        return refuse("There is " + base::noSuchWord("kind", kind) + ". There are: "
                      + listed(schema.kinds(), [](const KindSchema &known) { return known.name; }) + '.');
    if (isOwnKind(kind))
        return refuse("Records of the kind '" + kind + "' are written by the program itself.");
    return found;
}

CommandResult checkFields(const KindSchema &kind, const json::Object &fields)
{
    for (const auto &[name, value] : fields) {
        const FieldSchema *field = kind.field(name);
        if (!field)
            return refuse('\'' + std::string(kind.name) + "' has " + base::noSuchWord("field", name)
                          + ". It has: " + listed(kind.fields, [](const FieldSchema &known) { return known.name; })
                          + ". Nothing was written.");
        if (const auto reason = changelog::findValueFault(value, *field))
            return refuse("The field '" + name + "' " + faultText(*reason, *field) + ". Nothing was written.");
        if (isUnknownCode(value, *field))
            return refuse("The field '" + name
                          + "' wants one of: " + listed(field->codes, [](std::string_view code) { return code; })
                          + ". Nothing was written.");
    }
    return {};
}

} // namespace faltakt::cli
