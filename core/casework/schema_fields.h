#pragma once

#include "core/changelog/schema.h"

// How the tables of kinds name their fields: one word for each sort of value, with the limit that it has everywhere.
namespace faltakt::casework::fields {

using changelog::FieldSchema;
using changelog::FieldType;
using changelog::Sensitivity;

// Limits in code points, or in bytes of JSON for objects, lists and answers. A long text at its limit, all of it
// outside ASCII, still fits a change line of 128 KiB together with the other texts of its form.
inline constexpr std::size_t NameLength = 120;
inline constexpr std::size_t ShortLength = 200;
inline constexpr std::size_t LongLength = 10'000;
inline constexpr std::size_t ListBytes = 32 * 1024;

consteval FieldSchema text(std::string_view name, Sensitivity sensitivity = Sensitivity::Personal,
                           std::size_t length = ShortLength)
{
    return {.name = name, .type = FieldType::Text, .sensitivity = sensitivity, .maxLength = length};
}
consteval FieldSchema longText(std::string_view name, std::size_t length = LongLength)
{
    return {.name = name, .type = FieldType::LongText, .sensitivity = Sensitivity::Sensitive, .maxLength = length};
}
consteval FieldSchema code(std::string_view name, std::span<const std::string_view> codes,
                           Sensitivity sensitivity = Sensitivity::Sensitive)
{
    return {.name = name, .type = FieldType::Code, .sensitivity = sensitivity, .codes = codes};
}
consteval FieldSchema plain(std::string_view name, FieldType type)
{
    return {.name = name, .type = type, .sensitivity = Sensitivity::Plain};
}
consteval FieldSchema personal(std::string_view name, FieldType type) { return {.name = name, .type = type}; }
consteval FieldSchema sensitive(std::string_view name, FieldType type)
{
    return {.name = name, .type = type, .sensitivity = Sensitivity::Sensitive};
}
consteval FieldSchema integer(std::string_view name, std::int64_t minimum, std::int64_t maximum)
{
    return {.name = name,
            .type = FieldType::Integer,
            .sensitivity = Sensitivity::Sensitive,
            .minimum = minimum,
            .maximum = maximum};
}
consteval FieldSchema size(std::string_view name, std::int64_t maximum)
{
    return {
        .name = name, .type = FieldType::Integer, .sensitivity = Sensitivity::Plain, .minimum = 1, .maximum = maximum};
}
consteval FieldSchema structured(std::string_view name, FieldType type, std::size_t bytes, Sensitivity sensitivity)
{
    return {.name = name, .type = type, .sensitivity = sensitivity, .maxLength = bytes};
}

} // namespace faltakt::casework::fields
