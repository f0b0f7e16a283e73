#include "core/base/sentence_comparison.h"

#include "tests/support/catch.h"

#include <rapidcheck.h>

using namespace faltakt::base;

namespace {

std::vector<std::string> differing(const std::vector<ComparedSentence> &sentences)
{
    std::vector<std::string> texts;
    for (const ComparedSentence &sentence : sentences)
        if (sentence.differs)
            texts.push_back(sentence.text);
    return texts;
}

std::string whole(const std::vector<ComparedSentence> &sentences)
{
    std::string text;
    for (const ComparedSentence &sentence : sentences)
        text += sentence.text;
    return text;
}

using Texts = std::vector<std::string>;

} // namespace

TEST_CASE("the sentence that was changed is marked in both texts, the others are not")
{
    const auto comparison = compareSentences("Karin vill minska. Hon bor hos sin syster. Nästa möte är tisdag.",
                                             "Karin vill sluta helt. Hon bor hos sin syster. Nästa möte är tisdag.");
    CHECK(differing(comparison.first) == Texts{"Karin vill minska. "});
    CHECK(differing(comparison.second) == Texts{"Karin vill sluta helt. "});
}

TEST_CASE("a sentence that was added is marked in the text that has it")
{
    const auto comparison = compareSentences("Ett. Tre.", "Ett. Två. Tre.");
    CHECK(differing(comparison.first).empty());
    CHECK(differing(comparison.second) == Texts{"Två. "});
}

TEST_CASE("texts that differ in white space alone do not differ")
{
    const auto comparison = compareSentences("Ett.  Två.\nTre.", "Ett. Två.\nTre.  ");
    CHECK(differing(comparison.first).empty());
    CHECK(differing(comparison.second).empty());
}

TEST_CASE("an abbreviation before a small letter ends no sentence, a line's end does")
{
    CHECK(splitSentences("Hon vill t.ex. åka buss. Och gå.") == Texts{"Hon vill t.ex. åka buss. ", "Och gå."});
    CHECK(splitSentences("- ett\n- två\n") == Texts{"- ett\n", "- två\n"});
    CHECK(splitSentences("").empty());
    CHECK(splitSentences("Klockan 10.30 blev det av.").size() == 1);
}

TEST_CASE("an empty text differs in nothing from an empty one and in everything from another")
{
    CHECK(compareSentences("", "").first.empty());
    CHECK(differing(compareSentences("", "Ett. Två.").second).size() == 2);
}

TEST_CASE("very long texts are compared too")
{
    std::string longText;
    for (int i = 0; i < 2500; ++i)
        longText += "Mening " + std::to_string(i) + ". ";
    const auto comparison = compareSentences(longText, longText + "Ny.");
    CHECK(differing(comparison.first).empty());
    CHECK(differing(comparison.second) == Texts{"Ny."});
}

TEST_CASE("sentences one after another are the text again, and a text does not differ from itself")
{
    rc::check("whole", [](const std::string &first, const std::string &second) {
        const auto comparison = compareSentences(first, second);
        RC_ASSERT(whole(comparison.first) == first);
        RC_ASSERT(whole(comparison.second) == second);
        RC_ASSERT(differing(compareSentences(first, first).first).empty());
    });
}
