#include "core/base/answer_words.h"
#include "core/base/text.h"
#include "tests/support/catch.h"

using namespace faltakt::base;

TEST_CASE("an answer is one line that can be printed, whatever stood in it")
{
    CHECK(answerWords("Åsa hämtar 3 st. – klart") == "Åsa hämtar 3 st. – klart");
    CHECK(answerWords("one\ntwo\tthree") == "one two three");
    CHECK(answerWords("\x1b[2J\x07 red") == "?[2J? red");
    CHECK(answerWords("a\xff\xfe[") == "a?\?[");
    CHECK(answerWords("abc\u202Edef\u2066") == "abc?def?");
    CHECK(answerWords("\U0001F642") == "\U0001F642");
    CHECK(answerWords(std::string_view("a\0b", 3)) == "a?b");
}

TEST_CASE("a long answer is cut between two characters, and says so")
{
    const std::string cut = answerWords(std::string(200'000, 'x'));
    CHECK(cut.ends_with("x…"));
    CHECK(cut.size() < 1000);
    std::string letters;
    for (int i = 0; i < 5000; ++i)
        letters += "å";
    CHECK(isValidUtf8(answerWords(letters)));
}

TEST_CASE("a plain word that is none is said again, and nothing else is")
{
    CHECK(noSuchWord("verb", "dance") == "no verb 'dance'");
    CHECK(noSuchWord("option", "--loud") == "no option '--loud'");
    for (const std::string_view typed : {"", "Åsa", "Kim Ek", "19800101-0009 Kim", "\x1b[2J", "a'b", "<b>"})
        CHECK(noSuchWord("verb", typed) == "no such verb");
    CHECK(noSuchWord("verb", std::string(41, 'x')) == "no such verb");
}
