#pragma once

#include <cstdint>
#include <string_view>

namespace faltakt::base {

/// The languages in which the program speaks to its user.
enum class Language : std::uint8_t { Swedish, English };

/// "sv" and "en": the tags under which texts are kept in data files.
[[nodiscard]] constexpr std::string_view languageTag(Language language) noexcept
{
    return language == Language::Swedish ? "sv" : "en";
}

/// One of two wordings.
[[nodiscard]] constexpr std::string_view inLanguage(Language language, std::string_view sv,
                                                    std::string_view en) noexcept
{
    return language == Language::Swedish ? sv : en;
}

} // namespace faltakt::base
