#include "core/casework/protected_ways.h"

#include "core/casework/person_card.h"

namespace faltakt::casework {

bool forbidsAddress(std::string_view level)
{
    return protectionStrength(level) >= protectionStrength("skyddadFolkbokforing");
}

base::json::Object withoutAddresses(const base::json::Object &ways)
{
    base::json::Object kept;
    for (const auto &[id, element] : ways)
        if (element.stringAt("kind") != "address")
            kept.append(id, element);
    return kept;
}

} // namespace faltakt::casework
