#pragma once

#include "core/rules/agenda_text.h"
#include "core/rules/json_path_reader.h"

#include <string>

namespace faltakt::rules {

/// A text in both languages of the app. Neither is ever empty where the text itself is not optional.
struct LocalText {
    std::string swedish;
    std::string english;

    [[nodiscard]] const std::string &in(Language language) const noexcept
    {
        return language == Language::Swedish ? swedish : english;
    }
    [[nodiscard]] bool empty() const noexcept { return swedish.empty() && english.empty(); }
    bool operator==(const LocalText &) const = default;
};

/// Reads `"name": {"sv": "…", "en": "…"}`; both are wanted, each of at most `maxLength` code points.
[[nodiscard]] base::Result<LocalText> readLocalText(const PathReader &reader, std::string_view name,
                                                    std::size_t maxLength);

} // namespace faltakt::rules
