#include "core/rules/guidance_catalogue.h"

#include "core/base/text.h"
#include "core/rules/guidance_files.h"
#include "core/rules/guidance_reader.h"
#include "core/rules/profile_cards.h"

#include <algorithm>
#include <array>
#include <set>

namespace faltakt::rules {

using base::Result;

namespace {

constexpr std::array Languages{Language::Swedish, Language::English};

/// How well a card answers a query; smaller is better.
enum class Rank : std::uint8_t { Title, Tags, Text, Miss };

/// The folded words of a card in one language, sorted, so that a beginning is found without reading them all.
class WordSet {
public:
    void add(std::string_view text)
    {
        for (std::string &word : base::splitWords(base::foldForSearch(text)))
            m_words.insert(std::move(word));
    }
    [[nodiscard]] bool hasBeginning(std::string_view beginning) const
    {
        const auto found = m_words.lower_bound(std::string(beginning));
        return found != m_words.end() && found->starts_with(beginning);
    }

private:
    std::set<std::string> m_words;
};

struct SearchWords {
    WordSet title;
    WordSet tags;
    WordSet text;

    [[nodiscard]] Rank rankOf(const std::vector<std::string> &query) const
    {
        Rank worst = Rank::Title;
        for (const std::string &word : query) {
            Rank rank = Rank::Miss;
            if (title.hasBeginning(word))
                rank = Rank::Title;
            else if (tags.hasBeginning(word))
                rank = Rank::Tags;
            else if (text.hasBeginning(word))
                rank = Rank::Text;
            worst = std::max(worst, rank);
        }
        return worst;
    }
};

SearchWords wordsOf(const GuidanceCard &card)
{
    SearchWords words;
    words.title.add(card.title);
    for (const std::string &tag : card.tags)
        words.tags.add(tag);
    for (const TextBlock &block : card.blocks) {
        words.text.add(block.text);
        for (const std::string &item : block.items)
            words.text.add(item);
    }
    return words;
}

GuidanceCard cardIn(const GuidanceFileCard &entry, std::string areaName, Language language)
{
    const bool swedish = language == Language::Swedish;
    GuidanceCard card;
    card.id = entry.id;
    card.area = entry.area;
    card.areaName = std::move(areaName);
    card.title = entry.title.in(language);
    for (const GuidanceFileBlock &block : entry.body)
        card.blocks.push_back({block.kind, block.text.in(language), swedish ? block.swedish : block.english});
    card.tags = swedish ? entry.swedishTags : entry.englishTags;
    card.priority = entry.priority;
    card.kind = entry.kind;
    card.source = entry.source;
    card.confidence = entry.confidence;
    card.harmless = entry.harmless;
    return card;
}

struct ShownCard {
    GuidanceCard card;
    SearchWords words;
    std::vector<std::string> profiles;

    [[nodiscard]] bool belongsTo(const Profile &profile) const
    {
        return profiles.empty() || std::ranges::any_of(profiles, [&](const std::string &id) {
                   return !id.empty() && (id == profile.id || id == profile.parent);
               });
    }
};

} // namespace

struct GuidanceCatalogue::Content {
    std::array<std::vector<GuidanceArea>, 2> areas; ///< by language
    std::array<std::vector<ShownCard>, 2> cards;    ///< by language

    [[nodiscard]] const std::vector<ShownCard> &in(Language language) const
    {
        return cards[static_cast<std::size_t>(language)];
    }
};

Result<GuidanceCatalogue> GuidanceCatalogue::create(std::string_view text)
{
    TRY(const GuidanceFile file, readGuidance(text));
    auto content = std::make_shared<Content>();
    for (const Language language : Languages) {
        auto &areas = content->areas[static_cast<std::size_t>(language)];
        for (const GuidanceFileArea &area : file.areas)
            areas.push_back({area.code, area.name.in(language)});
        for (const GuidanceFileCard &entry : file.cards) {
            const auto area = std::ranges::find(file.areas, entry.area, &GuidanceFileArea::code);
            GuidanceCard card = cardIn(entry, area->name.in(language), language);
            SearchWords words = wordsOf(card);
            content->cards[static_cast<std::size_t>(language)].push_back(
                {std::move(card), std::move(words), entry.profiles});
        }
    }
    return GuidanceCatalogue(Part(std::move(content)));
}

void GuidanceCatalogue::addProfile(const Profile &profile, base::Date day)
{
    auto content = std::make_shared<Content>();
    for (const Language language : Languages) {
        const auto index = static_cast<std::size_t>(language);
        for (GuidanceCard &card : profileCards(profile, day, language)) {
            SearchWords words = wordsOf(card);
            content->cards[index].push_back({std::move(card), std::move(words), {}});
        }
        content->areas[index] = profileAreas(language);
    }
    m_parts.push_back(std::move(content));
}

std::vector<GuidanceArea> GuidanceCatalogue::areas(Language language) const
{
    std::vector<GuidanceArea> all;
    for (const Part &part : m_parts)
        std::ranges::copy(part->areas[static_cast<std::size_t>(language)], std::back_inserter(all));
    return all;
}

std::vector<GuidanceCard> GuidanceCatalogue::cards(const Profile &profile, Language language) const
{
    return search({}, profile, language);
}

std::vector<GuidanceCard> GuidanceCatalogue::harmlessCards(Language language) const
{
    std::vector<GuidanceCard> found;
    for (const Part &part : m_parts)
        for (const ShownCard &shown : part->in(language))
            if (shown.card.harmless)
                found.push_back(shown.card);
    return found;
}

std::vector<GuidanceCard> GuidanceCatalogue::search(std::string_view query, const Profile &profile,
                                                    Language language) const
{
    const std::vector<std::string> words = base::splitWords(base::foldForSearch(query));
    std::vector<std::pair<Rank, const GuidanceCard *>> hits;
    for (const Part &part : m_parts) {
        for (const ShownCard &shown : part->in(language)) {
            const Rank rank = shown.belongsTo(profile) ? shown.words.rankOf(words) : Rank::Miss;
            if (rank != Rank::Miss)
                hits.emplace_back(rank, &shown.card);
        }
    }
    std::ranges::stable_sort(hits, {}, [](const auto &hit) { return hit.first; });
    std::vector<GuidanceCard> found;
    std::ranges::transform(hits, std::back_inserter(found), [](const auto &hit) { return *hit.second; });
    return found;
}

Result<GuidanceCard> GuidanceCatalogue::find(std::string_view id, Language language) const
{
    for (const Part &part : m_parts)
        for (const ShownCard &shown : part->in(language))
            if (shown.card.id == id)
                return shown.card;
    return base::fail(base::ErrorCode::NotFound, "no card of this id");
}

std::vector<std::string> GuidanceCatalogue::profiles() const
{
    std::set<std::string> ids;
    for (const Part &part : m_parts)
        for (const ShownCard &shown : part->in(Language::Swedish))
            ids.insert(shown.profiles.begin(), shown.profiles.end());
    return {ids.begin(), ids.end()};
}

Result<GuidanceCatalogue> shippedGuidance()
{
    static const Result<GuidanceCatalogue> catalogue = GuidanceCatalogue::create(shippedGuidanceText());
    return catalogue;
}

} // namespace faltakt::rules
