// What the schema says about a change: faults, and the compartment it lies in.
#include "core/base/instant.h"
#include "core/base/text.h"
#include "core/changelog/change.h"

#include <algorithm>

namespace faltakt::changelog {

namespace json = base::json;

namespace {

std::optional<std::string> textFault(const json::Value &value, const FieldSchema &schema)
{
    const std::string *text = value.string();
    if (!text)
        return "type";
    if (base::codePointCount(*text) > schema.maxLength)
        return "tooLong";
    if (schema.type == FieldType::Text && text->find('\n') != std::string::npos)
        return "type";
    return std::nullopt;
}

/// A code of a newer version is kept and shown raw, so only its form is judged.
std::optional<std::string> codeFault(const json::Value &value)
{
    const std::string *text = value.string();
    if (!text)
        return "type";
    const bool wellFormed = !text->empty() && text->size() <= 64 && std::all_of(text->begin(), text->end(), [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '_' || c == '.';
    });
    return wellFormed ? std::nullopt : std::optional<std::string>("code");
}

template <typename Parse>
std::optional<std::string> parsedFault(const json::Value &value, Parse parse)
{
    return value.string() && parse(*value.string()).has_value() ? std::nullopt : std::optional<std::string>("type");
}

} // namespace

std::optional<std::string> findValueFault(const json::Value &value, const FieldSchema &schema)
{
    if (value.isNull()) // Null clears a field, whatever its type.
        return std::nullopt;
    switch (schema.type) {
    case FieldType::Text:
    case FieldType::LongText: return textFault(value, schema);
    case FieldType::Code: return codeFault(value);
    case FieldType::Integer:
        if (!value.integer())
            return "type";
        return *value.integer() < schema.minimum || *value.integer() > schema.maximum ? std::optional<std::string>("range") : std::nullopt;
    case FieldType::Boolean: return value.isBool() ? std::nullopt : std::optional<std::string>("type");
    case FieldType::Instant: return parsedFault(value, base::parseInstant);
    case FieldType::Date: return parsedFault(value, base::parseDate);
    case FieldType::Id: return parsedFault(value, base::Uuid::parse);
    case FieldType::Object:
    case FieldType::List:
    case FieldType::Answer:
        if (!value.isObject())
            return "type";
        return json::serialise(value).size() > schema.maxLength ? std::optional<std::string>("tooLong") : std::nullopt;
    }
    return std::nullopt;
}

std::optional<SchemaFault> findSchemaFault(const Change &change, const SchemaTable &schema)
{
    std::optional<Compartment> compartment;
    for (const RecordSet &set : change.sets) {
        const KindSchema *kind = schema.kind(set.kind);
        if (!kind)
            continue;
        if (!kind->takesCompartmentOfRecord) {
            if (compartment && *compartment != kind->compartment)
                return SchemaFault{set.kind, {}, "compartment"};
            compartment = kind->compartment;
        }
        for (const auto &[name, value] : set.fields) {
            if (name == "deleted") {
                if (!value.isBool())
                    return SchemaFault{set.kind, name, "type"};
                continue;
            }
            const FieldSchema *field = kind->field(name);
            if (!field)
                continue;
            if (const auto reason = findValueFault(value, *field))
                return SchemaFault{set.kind, name, *reason};
        }
    }
    return std::nullopt;
}

Compartment compartmentOf(const Change &change, const SchemaTable &schema)
{
    for (const RecordSet &set : change.sets) {
        const KindSchema *kind = schema.kind(set.kind);
        if (!kind)
            return Compartment::File;
        // What is guarded more closely than the file stays where it is, whatever a newer version adds to it.
        if (kind->compartment == Compartment::Protected || kind->compartment == Compartment::Reading)
            return kind->compartment;
        for (const auto &[name, value] : set.fields)
            if (name != "deleted" && !kind->field(name))
                return Compartment::File;
    }
    const RecordSet &first = change.sets.front();
    const KindSchema *kind = schema.kind(first.kind);
    if (!kind->takesCompartmentOfRecord)
        return kind->compartment;
    const json::Value *named = first.fields.find("compartment");
    const auto compartment = named && named->string() ? compartmentFromName(*named->string()) : std::nullopt;
    return compartment.value_or(Compartment::File);
}

} // namespace faltakt::changelog
