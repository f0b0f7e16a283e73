#include "core/base/text.h"
#include "tests/support/catch.h"

#include <rapidcheck.h>

using namespace faltakt;
using base::foldForSearch;
using Words = std::vector<std::string>;

namespace {

/// Names and words put together from letters and signs that are hard to fold.
rc::Gen<std::string> nameLike()
{
    const auto piece = rc::gen::elementOf(
        std::vector<std::string>{"a", "B", "å",  "Ä",      "ö",      "é", "È", "ü", "ø", "Æ", "ß", "ı",       "İ",
                                 "ñ", "č", "ž",  "ł",      "Đ",      "ﬁ", "№", "℡", "Å", "ǻ", "Ǆ", "a\u030a", "e\u0301",
                                 "-", " ", "  ", "\u00a0", "\u2011", "'", "’", ".", "7", "😀", "𝐀", "中"});
    return rc::gen::map(rc::gen::container<std::vector<std::string>>(piece),
                        [](const std::vector<std::string> &pieces) {
                            std::string text;
                            for (const auto &part : pieces)
                                text += part;
                            return text;
                        });
}

} // namespace

TEST_CASE("å, ä and ö stay letters of their own")
{
    CHECK(foldForSearch("Åberg") == "åberg");
    CHECK(foldForSearch("ÄRLIG") == "ärlig");
    CHECK(foldForSearch("Öst") == "öst");
    CHECK(foldForSearch("Åberg") != foldForSearch("Aberg"));
    CHECK(foldForSearch("Ångström") == "ångström");
    CHECK(foldForSearch("Höst") != foldForSearch("Host"));
}

TEST_CASE("other accents fall")
{
    CHECK(foldForSearch("Idé") == "ide");
    CHECK(foldForSearch("Müller") == "muller");
    CHECK(foldForSearch("Ñuñez Čapek") == "nunez capek");
    CHECK(foldForSearch("Sørensen") == "sörensen");
    CHECK(foldForSearch("Ægir") == "ägir");
}

TEST_CASE("letters in parts fold like letters in one piece")
{
    CHECK(foldForSearch("A\u030aberg") == "åberg");
    CHECK(foldForSearch("\u212bberg") == "åberg"); // The ångström sign.
    CHECK(foldForSearch("Ide\u0301") == "ide");
}

TEST_CASE("hyphens and any white space part words")
{
    CHECK(foldForSearch("  Anna-Lena\u00a0\tSvensson \n") == "anna lena svensson");
    CHECK(foldForSearch("Anna\u2010Lena") == "anna lena");
    CHECK(foldForSearch("O'Brien") == "obrien");
    CHECK(foldForSearch("") == "");
    CHECK(foldForSearch(" - ") == "");
    CHECK(base::splitWords(foldForSearch("Anna-Lena  Svensson")) == Words{"anna", "lena", "svensson"});
}

TEST_CASE("folding a folded text changes nothing, and it stays valid")
{
    CHECK(rc::check([] {
        const std::string folded = foldForSearch(*nameLike());
        RC_ASSERT(foldForSearch(folded) == folded);
        RC_ASSERT(base::isValidUtf8(folded));
        RC_ASSERT(folded.find("  ") == std::string::npos);
    }));
}

TEST_CASE("the beginning of a name folds to the beginning of the folded name")
{
    const std::string name = "Björn-Åke Öström";
    const std::string folded = foldForSearch(name);
    for (std::size_t length = 0; length <= name.size(); ++length) {
        const std::string start = name.substr(0, length);
        if (base::isValidUtf8(start))
            CHECK(folded.starts_with(foldForSearch(start)));
    }
}

TEST_CASE("only well-formed UTF-8 is valid")
{
    for (const char *text : {"", "a", "åäö", "€", "😀", "\xf4\x8f\xbf\xbf", "\xed\x9f\xbf", "\xee\x80\x80"})
        CHECK(base::isValidUtf8(text));
    for (const char *text : {"\x80", "\xc3", "\xc0\x80", "\xc1\xbf", "\xe0\x9f\xbf", "\xed\xa0\x80", "\xf0\x8f\xbf\xbf",
                             "\xf4\x90\x80\x80", "\xf5\x80\x80\x80", "\xe2\x82", "a\xff", "\xe2\x28\xa1"})
        CHECK_FALSE(base::isValidUtf8(text));
    CHECK(base::isValidUtf8(std::string_view("\0", 1)));
}

TEST_CASE("characters are counted as code points")
{
    CHECK(base::codePointCount("") == 0);
    CHECK(base::codePointCount("åäö") == 3);
    CHECK(base::codePointCount("a😀b") == 3);
}

TEST_CASE("trimming takes white space at both ends, splitting keeps empty parts")
{
    CHECK(base::trimmed("\u00a0 å b \t\n") == "å b");
    CHECK(base::trimmed(" ") == "");
    CHECK(base::split("a,,b,", ',') == Words{"a", "", "b", ""});
    CHECK(base::split("", ',') == Words{""});
}
