#include "core/rules/telling_words.h"

#include "core/base/text.h"

#include <algorithm>
#include <array>

namespace faltakt::rules {

std::vector<std::string> plainWords(std::string_view text)
{
    const std::string folded = base::foldForSearch(text);
    std::vector<std::string> words(1);
    for (std::size_t at = 0; at < folded.size(); ++at) {
        const std::string_view pair = std::string_view(folded).substr(at, 2);
        const char character = folded[at];
        if ((character >= 'a' && character <= 'z') || (character >= '0' && character <= '9')) {
            words.back() += character;
        } else if (pair == "å" || pair == "ä" || pair == "ö") {
            words.back() += pair;
            ++at;
        } else if (!words.back().empty()) {
            words.emplace_back();
        }
    }
    return words;
}

bool isTelling(std::string_view text)
{
    static constexpr std::array<std::string_view, 4> Words{"lob", "police", "intoxicated", "soc"};
    static constexpr std::array<std::string_view, 14> Beginnings{
        "polis",   "berusa",   "påverka", "missbruk", "beroende",     "addiction",   "alkohol",
        "alcohol", "narkotik", "drog",    "drug",     "socialtjänst", "socialnämnd", "socialsekreter"};
    const std::vector<std::string> words = plainWords(text);
    for (std::size_t index = 0; index < words.size(); ++index) {
        const std::string &word = words[index];
        const std::string_view next = index + 1 < words.size() ? std::string_view(words[index + 1]) : "";
        if (std::ranges::find(Words, word) != Words.end()
            || (word == "social" && (next == "services" || next == "worker")))
            return true;
        if (std::ranges::any_of(Beginnings, [&](std::string_view beginning) { return word.starts_with(beginning); }))
            return true;
    }
    return false;
}

} // namespace faltakt::rules
