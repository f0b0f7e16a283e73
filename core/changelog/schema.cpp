#include "core/changelog/schema.h"

#include <array>

namespace faltakt::changelog {

namespace {
constexpr std::array<std::string_view, CompartmentCount> CompartmentNames = {
    "file", "card", "lob", "screening", "order", "protected", "reading"};
} // namespace

std::string_view compartmentName(Compartment compartment) noexcept
{
    return CompartmentNames[std::size_t(compartment)];
}

std::optional<Compartment> compartmentFromName(std::string_view name) noexcept
{
    for (std::size_t i = 0; i < CompartmentNames.size(); ++i)
        if (CompartmentNames[i] == name)
            return Compartment(i);
    return std::nullopt;
}

std::vector<std::string_view> CompartmentSet::names() const
{
    std::vector<std::string_view> names;
    for (int i = 0; i < CompartmentCount; ++i)
        if (contains(Compartment(i)))
            names.push_back(compartmentName(Compartment(i)));
    return names;
}

const FieldSchema *KindSchema::field(std::string_view fieldName) const noexcept
{
    for (const FieldSchema &schema : fields) {
        if (schema.name == fieldName && !schema.isPrefix)
            return &schema;
        const bool underPrefix = schema.isPrefix && fieldName.size() > schema.name.size() + 1
                                 && fieldName.starts_with(schema.name) && fieldName[schema.name.size()] == '/';
        if (underPrefix)
            return &schema;
    }
    return nullptr;
}

const KindSchema *SchemaTable::kind(std::string_view name) const noexcept
{
    for (const KindSchema &schema : m_kinds)
        if (schema.name == name)
            return &schema;
    return nullptr;
}

} // namespace faltakt::changelog
