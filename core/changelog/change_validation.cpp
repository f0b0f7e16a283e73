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
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '_'
               || c == '.';
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
        return *value.integer() < schema.minimum || *value.integer() > schema.maximum
                   ? std::optional<std::string>("range")
                   : std::nullopt;
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

namespace {

/// Kinds that are guarded more closely than the file: nothing else may ride in one change with them.
bool isGuarded(Compartment compartment)
{
    return compartment == Compartment::Protected || compartment == Compartment::Reading;
}

/// The compartment that a signature names; `file` where it names none that there is.
Compartment namedCompartment(const RecordSet &set)
{
    const json::Value *named = set.fields.find("compartment");
    const auto compartment = named && named->string() ? compartmentFromName(*named->string()) : std::nullopt;
    return compartment.value_or(Compartment::File);
}

/// Where one set belongs by its kind and fields alone.
Compartment compartmentOfSet(const RecordSet &set, const SchemaTable &schema)
{
    const KindSchema *kind = schema.kind(set.kind);
    if (!kind)
        return Compartment::File;
    if (kind->takesCompartmentOfRecord)
        return namedCompartment(set);
    if (isGuarded(kind->compartment))
        return kind->compartment;
    const bool allKnown = std::all_of(set.fields.begin(), set.fields.end(), [kind](const json::Member &field) {
        return field.first == "deleted" || kind->field(field.first);
    });
    return allKnown ? kind->compartment : Compartment::File;
}

/// What one change may hold together: one compartment of known kinds; unknown kinds beside anything but the guarded
/// ones; signatures among themselves, and never on what is only pushed.
std::optional<SchemaFault> findMixingFault(const Change &change, const SchemaTable &schema)
{
    std::optional<Compartment> known;
    bool signature = false;
    bool other = false;
    bool unknown = false;
    for (const RecordSet &set : change.sets) {
        const KindSchema *kind = schema.kind(set.kind);
        const bool signs = kind && kind->takesCompartmentOfRecord;
        unknown = unknown || !kind;
        signature = signature || signs;
        other = other || !signs;
        if (!kind)
            continue;
        const Compartment compartment = signs ? namedCompartment(set) : kind->compartment;
        if ((known && *known != compartment) || (signs && compartment == Compartment::Reading))
            return SchemaFault{set.kind, {}, "compartment"};
        known = compartment;
    }
    if ((signature && other) || (unknown && known && isGuarded(*known)))
        return SchemaFault{change.sets.front().kind, {}, "compartment"};
    return std::nullopt;
}

} // namespace

std::optional<SchemaFault> findSchemaFault(const Change &change, const SchemaTable &schema)
{
    if (auto fault = findMixingFault(change, schema))
        return fault;
    for (const RecordSet &set : change.sets) {
        const KindSchema *kind = schema.kind(set.kind);
        if (!kind)
            continue;
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

CompartmentSet compartmentsTouched(const Change &change, const SchemaTable &schema)
{
    CompartmentSet touched;
    for (const RecordSet &set : change.sets) {
        touched = touched | CompartmentSet({compartmentOfSet(set, schema)});
        const KindSchema *kind = schema.kind(set.kind);
        if (kind && !kind->takesCompartmentOfRecord)
            touched = touched | CompartmentSet({kind->compartment});
    }
    return touched;
}

Compartment compartmentOf(const Change &change, const SchemaTable &schema)
{
    const CompartmentSet touched = compartmentsTouched(change, schema);
    for (const Compartment guarded : {Compartment::Protected, Compartment::Reading})
        if (touched.contains(guarded))
            return guarded;
    const Compartment first = compartmentOfSet(change.sets.front(), schema);
    const bool same = std::all_of(change.sets.begin(), change.sets.end(),
                                  [&](const RecordSet &set) { return compartmentOfSet(set, schema) == first; });
    return same ? first : Compartment::File;
}

} // namespace faltakt::changelog
