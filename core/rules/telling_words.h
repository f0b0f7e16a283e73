#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace faltakt::rules {

// What a text gives away to anybody who reads it over a shoulder, on a doormat, or in a list of contacts.

/// The words of a text in small letters. Only å, ä and ö are left of the letters beyond ASCII when a text is folded.
[[nodiscard]] std::vector<std::string> plainWords(std::string_view text);

/// Does the text say who writes or why?
[[nodiscard]] bool isTelling(std::string_view text);

} // namespace faltakt::rules
