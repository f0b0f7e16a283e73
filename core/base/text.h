#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace faltakt::base {

/// Well-formed UTF-8 without surrogates and overlong forms.
[[nodiscard]] bool isValidUtf8(std::string_view text) noexcept;

/// Number of code points of valid UTF-8.
[[nodiscard]] std::size_t codePointCount(std::string_view text) noexcept;

/// Folds a text for searching the Swedish way: lower case; å, ä and ö stay letters of their own, every other accent
/// falls (é is e, ü is u, æ counts as ä and ø as ö); white space and hyphens become one space. The same
/// function serves the index and the query.
[[nodiscard]] std::string foldForSearch(std::string_view text);

/// The words of a folded text.
[[nodiscard]] std::vector<std::string> splitWords(std::string_view folded);

/// Without white space (Unicode) at both ends.
[[nodiscard]] std::string trimmed(std::string_view text);

/// Split at each separator; empty parts are kept.
[[nodiscard]] std::vector<std::string> split(std::string_view text, char separator);

} // namespace faltakt::base
