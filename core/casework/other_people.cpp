#include "core/casework/other_people.h"

#include "core/base/text.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <utility>

namespace faltakt::casework {

namespace {

/// Folded; what follows them in a word (the brother, brothers, a brother's) counts too.
constexpr std::array<std::string_view, 41> Stems = {
    "mamma",   "pappa",   "mor",     "far",      "modern",    "fadern",      "foralder", "förälder",
    "bror",    "broder",  "syster",  "syskon",   "son",       "dotter",      "barn",     "fru",
    "hustru",  "make",    "maka",    "mannen",   "sambo",     "partner",     "flickvan", "flickvän",
    "pojkvan", "pojkvän", "kusin",   "grann",    "hyresvärd", "arbetsgivar", "chef",     "kompis",
    "vännen",  "anhorig", "anhörig", "anmälare", "anmälan",   "anmält",      "anmälde",  "uppgiftslämnare",
    "företräd"};

/// Words that begin so and mean nobody.
constexpr std::array<std::string_view, 12> Harmless = {"morgon", "morgonen", "mord",   "mort",  "farligt", "farlig",
                                                       "fart",   "fara",     "farten", "frukt", "morot",   "frukost"};

/// How much may follow a short stem: "mor", "mors", "moster" is another word.
constexpr std::size_t LongestEnding = 5;
constexpr std::size_t ShortStem = 4;

bool isAboutKin(std::string_view word)
{
    if (std::ranges::find(Harmless, word) != Harmless.end())
        return false;
    return std::ranges::any_of(Stems, [word](std::string_view stem) {
        if (!word.starts_with(stem))
            return false;
        const std::size_t ending = word.size() - stem.size();
        // "far" is in "farhåga", "son" in "sonett": a short stem takes a short ending.
        return stem.size() < ShortStem ? ending <= 2 : ending <= LongestEnding;
    });
}

bool beginsLarge(std::string_view word)
{
    if (word.empty())
        return false;
    if (word.front() >= 'A' && word.front() <= 'Z')
        return true;
    // Å, Ä, Ö, É: the second byte lies below that of the small ones.
    return word.size() > 1 && std::uint8_t(word[0]) == 0xC3 && std::uint8_t(word[1]) < 0xA0;
}

bool hasSmallLetter(std::string_view word)
{
    return std::ranges::any_of(word, [](char each) { return each >= 'a' && each <= 'z'; });
}

/// A name as it stands in a text: "Anna", not "LOB".
bool isName(std::string_view word) { return beginsLarge(word) && hasSmallLetter(word); }

} // namespace

bool maySpeakOfOthers(std::string_view sentence, const std::vector<std::string> &ownNames)
{
    std::vector<std::string> own;
    for (const std::string &name : ownNames)
        for (std::string &word : base::splitWords(base::foldForSearch(name)))
            own.push_back(std::move(word));
    const auto isOwn = [&own](const std::string &word) {
        return std::ranges::any_of(own,
                                   [&word](const std::string &name) { return word == name || word == name + 's'; });
    };
    bool isFirst = true;
    for (const std::string &word : base::split(base::trimmed(sentence), ' ')) {
        const auto folded = base::splitWords(base::foldForSearch(word));
        if (folded.empty())
            continue;
        const bool isNamed = !std::exchange(isFirst, false) && isName(word);
        for (const std::string &part : folded)
            if (!isOwn(part) && (isNamed || isAboutKin(part)))
                return true;
    }
    return false;
}

} // namespace faltakt::casework
