#include "core/base/sentence_comparison.h"

#include "core/base/text.h"

#include <algorithm>
#include <cstdint>
#include <set>

namespace faltakt::base {

namespace {

/// Bounds the table of the comparison to 4 million cells.
constexpr std::size_t MaxSentences = 2000;

bool isSpace(char character) { return character == ' ' || character == '\t' || character == '\r'; }

/// Small å, ä, ö and é in UTF-8 have the same first byte and a second one from 0xA0 on.
bool isSmallLetter(std::string_view text)
{
    if (text.empty())
        return false;
    if (text.front() >= 'a' && text.front() <= 'z')
        return true;
    return text.size() > 1 && std::uint8_t(text[0]) == 0xC3 && std::uint8_t(text[1]) >= 0xA0;
}

bool endsSentence(std::string_view text, std::size_t at)
{
    if (text[at] == '\n')
        return true;
    if (text[at] != '.' && text[at] != '!' && text[at] != '?')
        return false;
    std::size_t next = at + 1;
    while (next < text.size() && isSpace(text[next]))
        ++next;
    return next > at + 1 && next < text.size() && text[next] != '\n' && !isSmallLetter(text.substr(next));
}

using Marks = std::vector<ComparedSentence>;

std::vector<std::string> trimmedOf(const Marks &marks)
{
    std::vector<std::string> words;
    std::ranges::transform(marks, std::back_inserter(words),
                           [](const ComparedSentence &sentence) { return trimmed(sentence.text); });
    return words;
}

/// Marks what the longest common sequence of both leaves out. Row i, column j: its length from there to the ends.
void markByOrder(Marks &first, Marks &second)
{
    const auto a = trimmedOf(first);
    const auto b = trimmedOf(second);
    const std::size_t width = b.size() + 1;
    std::vector<std::uint16_t> length((a.size() + 1) * width, 0);
    for (std::size_t i = a.size(); i-- > 0;)
        for (std::size_t j = b.size(); j-- > 0;)
            length[i * width + j] = a[i] == b[j] ? std::uint16_t(length[(i + 1) * width + j + 1] + 1)
                                                 : std::max(length[(i + 1) * width + j], length[i * width + j + 1]);
    std::size_t i = 0;
    std::size_t j = 0;
    while (i < a.size() && j < b.size()) {
        if (a[i] == b[j]) {
            ++i;
            ++j;
        } else if (length[(i + 1) * width + j] >= length[i * width + j + 1])
            first[i++].differs = true;
        else
            second[j++].differs = true;
    }
    while (i < a.size())
        first[i++].differs = true;
    while (j < b.size())
        second[j++].differs = true;
}

void markByPresence(Marks &marks, const std::vector<std::string> &others)
{
    const std::set<std::string> known(others.begin(), others.end());
    for (ComparedSentence &sentence : marks)
        sentence.differs = !known.contains(trimmed(sentence.text));
}

} // namespace

std::vector<std::string> splitSentences(std::string_view text)
{
    std::vector<std::string> sentences;
    std::size_t start = 0;
    for (std::size_t at = 0; at < text.size(); ++at) {
        if (!endsSentence(text, at))
            continue;
        while (at + 1 < text.size() && (isSpace(text[at + 1]) || text[at + 1] == '\n'))
            ++at;
        sentences.emplace_back(text.substr(start, at + 1 - start));
        start = at + 1;
    }
    if (start < text.size())
        sentences.emplace_back(text.substr(start));
    return sentences;
}

SentenceComparison compareSentences(std::string_view first, std::string_view second)
{
    SentenceComparison comparison;
    for (std::string &sentence : splitSentences(first))
        comparison.first.push_back({std::move(sentence), false});
    for (std::string &sentence : splitSentences(second))
        comparison.second.push_back({std::move(sentence), false});
    if (comparison.first.size() <= MaxSentences && comparison.second.size() <= MaxSentences) {
        markByOrder(comparison.first, comparison.second);
        return comparison;
    }
    const auto firstWords = trimmedOf(comparison.first);
    markByPresence(comparison.first, trimmedOf(comparison.second));
    markByPresence(comparison.second, firstWords);
    return comparison;
}

} // namespace faltakt::base
