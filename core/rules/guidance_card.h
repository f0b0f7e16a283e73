#pragma once

#include "core/rules/agenda_text.h"
#include "core/rules/confidence.h"
#include "core/rules/figure.h"
#include "core/rules/text_block.h"

#include <optional>
#include <string>
#include <vector>

namespace faltakt::rules {

/// A card of the place "Vägledning" in one language, ready to show: our own words, with their source.
struct GuidanceCard {
    std::string id;
    std::string area;     ///< code
    std::string areaName; ///< in words
    std::string title;
    std::vector<TextBlock> blocks;
    std::vector<std::string> tags;
    std::optional<int> priority; ///< 1 to 10 of the national guidelines; 1–3 should, 4–7 can, 8–10 exceptionally
    SourceKind kind = SourceKind::Default;
    std::string source;
    Confidence confidence = Confidence::Primary;
    std::string number;    ///< of whom the card is about, to be rung with one press; empty where there is none
    bool harmless = false; ///< may stand on a screen that somebody else looks at
};

struct GuidanceArea {
    std::string code;
    std::string name;
};

/// "Prioritet 1 av 10: bör erbjudas" for a priority of the national guidelines.
[[nodiscard]] std::string priorityText(int priority, Language language);
/// What a reader should think of the source: "Läst i källan", "Återgivet av någon annan", "Kontrollera lokalt".
[[nodiscard]] std::string confidenceText(Confidence confidence, Language language);

} // namespace faltakt::rules
