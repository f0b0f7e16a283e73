#pragma once

#include "core/rules/guidance_card.h"
#include "core/rules/profile.h"

#include <memory>
#include <string_view>
#include <vector>

namespace faltakt::rules {

/// The cards of assets/guidance/guidance.json, and of a profile. A value without a store: the same on a locked device. A
/// copy shares the cards that were read.
class GuidanceCatalogue {
public:
    /// Reads a file strictly. Refuses with "path: reason" what is not in order: a card that is there twice, one of an
    /// unknown area, lists that differ in length between the languages.
    [[nodiscard]] static base::Result<GuidanceCatalogue> create(std::string_view text);

    /// Adds what a municipality has decided, as it holds on the day: its cards stand after those of the file, are found by
    /// the same search, and belong to whoever asks.
    void addProfile(const Profile &profile, base::Date day);

    /// Areas in the order of the file, those of a profile behind them.
    [[nodiscard]] std::vector<GuidanceArea> areas(Language language) const;
    /// The cards for everyone and those of the profile or of its parent, in the order of the file.
    [[nodiscard]] std::vector<GuidanceCard> cards(const Profile &profile, Language language) const;
    /// The cards that may be shown to whoever comes in, for the page after "Dölj nu".
    [[nodiscard]] std::vector<GuidanceCard> harmlessCards(Language language) const;
    /// Of cards(): those in which every word of the query begins a word of title, tags or text, folded as
    /// base::foldForSearch. Those with all words in the title come first, then title and tags, then the rest; otherwise
    /// in the order of the file. A query without words gives all cards.
    [[nodiscard]] std::vector<GuidanceCard> search(std::string_view query, const Profile &profile,
                                                   Language language) const;
    /// The card of an id, whatever its profile; NotFound where there is none.
    [[nodiscard]] base::Result<GuidanceCard> find(std::string_view id, Language language) const;
    /// Every profile that some card names, once, by name: a test holds it against the shipped profiles.
    [[nodiscard]] std::vector<std::string> profiles() const;

private:
    struct Content;
    using Part = std::shared_ptr<const Content>;
    explicit GuidanceCatalogue(Part file) : m_parts{std::move(file)} {}

    std::vector<Part> m_parts; ///< The file's, then each profile's.
};

/// The cards that come with the program, compiled in and read once a process; a fault in them shows in the tests.
[[nodiscard]] base::Result<GuidanceCatalogue> shippedGuidance();

} // namespace faltakt::rules
