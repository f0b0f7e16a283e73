#pragma once

#include "core/base/json.h"
#include "core/screening/local_text.h"

#include <string>
#include <string_view>
#include <vector>

namespace faltakt::screening {

/// A level of brief advice, with the minutes that its talk usually takes.
struct AdviceLevel {
    std::string code; ///< simple, advising, qualified
    LocalText name;
    LocalText meaning;
    int fromMinutes = 0;
    int toMinutes = 0;
};

/// Talking points for one zone of one instrument.
struct AdviceCard {
    std::string instrument;
    std::string zone;
    std::string level; ///< The level proposed; the worker chooses.
    std::vector<LocalText> points;
    std::vector<std::string> guidance; ///< Ids of guidance cards to go on with, the nearest first.
};

/// The cards for brief advice after a screening (assets/advice). Worded by us, without any official standing.
/// Immutable after reading.
class AdviceCatalogue {
public:
    [[nodiscard]] static base::Result<AdviceCatalogue> shipped();
    /// Strict: an unknown member, a level that does not exist or a text without one of the two languages is refused
    /// with its place.
    [[nodiscard]] static base::Result<AdviceCatalogue> parse(std::string_view json);

    /// Where the levels come from, and that the words are our own.
    [[nodiscard]] const LocalText &note() const noexcept { return m_note; }
    [[nodiscard]] const std::vector<AdviceLevel> &levels() const noexcept { return m_levels; }
    [[nodiscard]] const std::vector<AdviceCard> &cards() const noexcept { return m_cards; }
    /// nullptr where there is nothing to say.
    [[nodiscard]] const AdviceCard *card(std::string_view instrument, std::string_view zone) const noexcept;
    [[nodiscard]] const AdviceLevel *level(std::string_view code) const noexcept;

private:
    LocalText m_note;
    std::vector<AdviceLevel> m_levels;
    std::vector<AdviceCard> m_cards;
};

/// The field `briefAdvice` of a contact: that advice was given, on which level and for how long.
[[nodiscard]] base::json::Object briefAdviceField(std::string_view level, int minutes);

} // namespace faltakt::screening
