#pragma once

#include "core/base/instant.h"
#include "core/base/json.h"
#include "core/base/language.h"

#include <functional>
#include <string>
#include <string_view>

namespace faltakt::casework {

/// What stands for a kind, field or code that only a newer version knows: "Från en nyare version (plan)".
[[nodiscard]] std::string newerVersionText(std::string_view name, base::Language language);

/// "Anteckning", "LOB-rapport"; a kind of a newer version is said to be one.
[[nodiscard]] std::string kindText(std::string_view kind, base::Language language);

/// "Telefon och andra vägar", "Personen ser det annorlunda": what a field is called on a page about it, also for the prefix
/// "answers/7" ("Svar på fråga 7"). A field of a newer version is said to be one.
[[nodiscard]] std::string fieldText(std::string_view kind, std::string_view field, base::Language language);
/// True where this version has a name for the field.
[[nodiscard]] bool hasFieldText(std::string_view kind, std::string_view field);

/// What the rendering of a value needs besides it.
struct ValueContext {
    base::Instant now;
    base::Language language = base::Language::Swedish;
    /// The name behind an id (a worker, a record); may be empty, then the id itself is shown.
    std::function<std::string(std::string_view)> nameOf;
};

/// Any field's value in words by its type: "fredag 17 oktober", "fre 17 okt 13:07", "Ja", codes in words, a list as one line
/// for each element. A value of another type than the schema's is shown as JSON; null is "Inget".
[[nodiscard]] std::string valueText(std::string_view kind, std::string_view field, const base::json::Value &value,
                                    const ValueContext &context);

/// "AUDIT, nivå II" is made of these: the zone of an instrument in a few words ("nivå II", "under gränsen").
[[nodiscard]] std::string zoneText(std::string_view zone, base::Language language);

} // namespace faltakt::casework
