// The modules of a code, as ZXing reads them.
#include "core/qr/qr_code.h"
#include "platform/camera/code_reader.h"
#include "tests/support/catch.h"
#include "tests/support/code_pictures.h"

using namespace faltakt;

TEST_CASE("what a code is made of is read back, whatever bytes they are")
{
    using namespace std::string_literals;
    const auto bytes = GENERATE("x"s, "BEGIN:VCARD\r\nFN:Åsa \\, Öst\r\nEND:VCARD\r\n"s, "zero \0 inside"s,
                                "\xff\xfe\x80"s, std::string(1000, 'x'));
    CHECK(platform::readCode(test::photograph(test::drawCode(bytes), {.modulePixels = 5})) == bytes);
}

TEST_CASE("nothing, and more than any code holds, make no code")
{
    CHECK_FALSE(qr::codeOf(""));
    CHECK_FALSE(qr::codeOf(std::string(3000, 'x')));
}

TEST_CASE("beyond its edges a code is light")
{
    const auto code = qr::codeOf("x");
    REQUIRE(code.has_value());
    CHECK(code->side == 21);
    CHECK(code->isDark(0, 0));
    CHECK_FALSE(code->isDark(-1, 0));
    CHECK_FALSE(code->isDark(0, -1));
    CHECK_FALSE(code->isDark(21, 0));
    CHECK_FALSE(code->isDark(0, 21));
}
