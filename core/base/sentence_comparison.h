#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace faltakt::base {

/// A sentence of one of two texts; the sentences of a text one after another are the text again, white space too.
struct ComparedSentence {
    std::string text;
    bool differs = false; ///< The other text has no such sentence at this place.
};

struct SentenceComparison {
    std::vector<ComparedSentence> first;
    std::vector<ComparedSentence> second;
};

/// Which sentences of two versions of a text differ, in the order of the texts; white space at the ends of a sentence
/// does not count. A sentence ends with '.', '!' or '?' before white space and something else than a small letter, or at
/// a line's end. Very long texts (more than 2000 sentences) are compared without regard to order.
[[nodiscard]] SentenceComparison compareSentences(std::string_view first, std::string_view second);

/// The sentences as they are told apart there.
[[nodiscard]] std::vector<std::string> splitSentences(std::string_view text);

} // namespace faltakt::base
