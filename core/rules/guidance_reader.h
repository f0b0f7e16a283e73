#pragma once

#include "core/rules/confidence.h"
#include "core/rules/figure.h"
#include "core/rules/local_text.h"
#include "core/rules/text_block.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace faltakt::rules {

/// A block of a card in both languages. Lists have the same length in both.
struct GuidanceFileBlock {
    TextBlock::Kind kind = TextBlock::Kind::Paragraph;
    LocalText text;
    std::vector<std::string> swedish;
    std::vector<std::string> english;
};

struct GuidanceFileCard {
    std::string id;
    std::string area;
    LocalText title;
    std::vector<GuidanceFileBlock> body;
    std::vector<std::string> swedishTags;
    std::vector<std::string> englishTags;
    std::vector<std::string> profiles; ///< empty: for all
    std::optional<int> priority;
    SourceKind kind = SourceKind::Default;
    std::string source;
    Confidence confidence = Confidence::Primary;
    bool harmless = false;
};

struct GuidanceFileArea {
    std::string code;
    LocalText name;
};

/// assets/guidance/guidance.json as it stands.
struct GuidanceFile {
    std::vector<GuidanceFileArea> areas;
    std::vector<GuidanceFileCard> cards;
};

constexpr std::size_t GuidanceFileBytes = 1024 * 1024;

/// Strict: unknown names, missing languages, texts over the limits of assets/schemas/guidance.schema.json and cards of
/// an unknown area are refused with "path: reason".
[[nodiscard]] base::Result<GuidanceFile> readGuidance(std::string_view text);

} // namespace faltakt::rules
