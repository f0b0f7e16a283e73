#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace faltakt::rules {

/// A piece of a guidance card or a handbook page, in one language, in plain text without marks. The order of blocks is
/// the order of reading.
struct TextBlock {
    enum class Kind : std::uint8_t {
        Paragraph, ///< `text`
        Heading,   ///< `text`
        List,      ///< `items`, in any order
        Steps,     ///< `items`, to be numbered from 1
    };
    Kind kind = Kind::Paragraph;
    std::string text;
    std::vector<std::string> items;
    bool operator==(const TextBlock &) const = default;
};

} // namespace faltakt::rules
