#include "core/base/bytes.h"
#include "tests/support/catch.h"

#include <rapidcheck.h>

using namespace faltakt;
using base::Bytes;

TEST_CASE("hexadecimal and base64url give back what they were made from")
{
    CHECK(rc::check([](const Bytes &bytes) {
        RC_ASSERT(base::fromHex(base::toHex(bytes)).value() == bytes);
        RC_ASSERT(base::fromBase64Url(base::toBase64Url(bytes)).value() == bytes);
    }));
}

TEST_CASE("base64url is that of RFC 4648, in the alphabet for addresses and without padding")
{
    const auto encode = [](std::string_view text) { return base::toBase64Url(base::bytesOf(text)); };
    CHECK(encode("") == "");
    CHECK(encode("f") == "Zg");
    CHECK(encode("fo") == "Zm8");
    CHECK(encode("foo") == "Zm9v");
    CHECK(encode("foob") == "Zm9vYg");
    CHECK(base::toBase64Url(Bytes{0xfb, 0xff}) == "-_8");
}

TEST_CASE("base64url refuses padding, foreign characters, impossible lengths and stray bits")
{
    for (const char *text :
         {"Zg==", "Zm9v=", "Zm9v\n", " Zm9", "Zm+v", "Zm/v", "Z", "Zm9vZ", "Zh", "Zm9", "Zm\xc3\xb6"})
        CHECK(base::fromBase64Url(text).error().code() == base::ErrorCode::InvalidInput);
    CHECK_FALSE(base::fromBase64Url(std::string_view("Zm\0v", 4)));
}

TEST_CASE("every text that base64url accepts is the only one for its bytes")
{
    CHECK(rc::check([](const std::string &text) {
        const auto bytes = base::fromBase64Url(text);
        RC_ASSERT((!bytes || base::toBase64Url(*bytes) == text));
    }));
}

TEST_CASE("hexadecimal accepts both cases and nothing else")
{
    CHECK(base::fromHex("aBcD").value() == Bytes{0xab, 0xcd});
    CHECK_FALSE(base::fromHex("abc"));
    CHECK_FALSE(base::fromHex("0x12"));
    CHECK_FALSE(base::fromHex("g0"));
    CHECK_FALSE(base::fromHex(" 00 "));
}

TEST_CASE("a digest has exactly 32 bytes")
{
    CHECK(base::hashFromBytes(Bytes(32, 7)).value()[31] == 7);
    CHECK_FALSE(base::hashFromBytes(Bytes(31, 7)));
    CHECK_FALSE(base::hashFromBytes(Bytes(33, 7)));
    CHECK(base::hashFromBase64Url(base::toBase64Url(Bytes(32, 7))));
    CHECK_FALSE(base::hashFromBase64Url(base::toBase64Url(Bytes(31, 7))));
}
