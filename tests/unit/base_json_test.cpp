#include "core/base/json.h"
#include "tests/support/catch.h"

#include <rapidcheck.h>

using namespace faltakt;
using base::ErrorCode;
namespace json = base::json;

namespace {

rc::Gen<std::string> anyText()
{
    // Code points without surrogates and NUL, in UTF-8.
    const auto codePoint =
        rc::gen::oneOf(rc::gen::inRange<std::uint32_t>(1, 0x80), rc::gen::inRange<std::uint32_t>(0x80, 0xd800),
                       rc::gen::inRange<std::uint32_t>(0xe000, 0x110000));
    return rc::gen::map(rc::gen::container<std::vector<std::uint32_t>>(codePoint),
                        [](const std::vector<std::uint32_t> &points) {
                            std::string text;
                            for (const auto point : points) {
                                if (point < 0x80) {
                                    text += char(point);
                                } else if (point < 0x800) {
                                    text += char(0xc0 | point >> 6);
                                    text += char(0x80 | (point & 63));
                                } else if (point < 0x10000) {
                                    text += char(0xe0 | point >> 12);
                                    text += char(0x80 | (point >> 6 & 63));
                                    text += char(0x80 | (point & 63));
                                } else {
                                    text += char(0xf0 | point >> 18);
                                    text += char(0x80 | (point >> 12 & 63));
                                    text += char(0x80 | (point >> 6 & 63));
                                    text += char(0x80 | (point & 63));
                                }
                            }
                            return text;
                        });
}

rc::Gen<json::Value> anyValue(int depth)
{
    constexpr std::int64_t Most = std::int64_t(1) << 53;
    const auto leaf = rc::gen::oneOf(
        rc::gen::just(json::Value(nullptr)),
        rc::gen::map(rc::gen::arbitrary<bool>(), [](bool value) { return json::Value(value); }),
        rc::gen::map(rc::gen::inRange<std::int64_t>(-Most, Most + 1),
                     [](std::int64_t value) { return json::Value(value); }),
        rc::gen::map(rc::gen::arbitrary<std::pair<std::int32_t, std::int16_t>>(),
                     [](const auto &parts) {
                         return json::Value(double(parts.first) / (1.0 + std::abs(double(parts.second))));
                     }),
        rc::gen::map(anyText(), [](std::string text) { return json::Value(std::move(text)); }));
    if (depth == 0)
        return leaf;
    const auto inner = rc::gen::resize(
        4, rc::gen::container<std::vector<json::Value>>(rc::gen::lazy([depth] { return anyValue(depth - 1); })));
    return rc::gen::oneOf(
        leaf,
        rc::gen::map(inner, [](std::vector<json::Value> items) { return json::Value(json::Array(std::move(items))); }),
        rc::gen::map(rc::gen::pair(anyText(), inner), [](const auto &parts) {
            json::Object object;
            for (std::size_t i = 0; i < parts.second.size(); ++i)
                object.append(parts.first + std::to_string(i), parts.second[i]);
            return json::Value(object);
        }));
}

ErrorCode codeOf(std::string_view text, json::Limits limits = {})
{
    const auto value = json::parse(text, limits);
    return value ? ErrorCode::Internal : value.error().code();
}

} // namespace

TEST_CASE("what is written is read as the same value, and written again as the same text")
{
    CHECK(rc::check([] {
        const json::Value value = *anyValue(3);
        const std::string text = json::serialise(value);
        const auto read = json::parse(text);
        RC_ASSERT(read.has_value());
        RC_ASSERT(*read == value);
        RC_ASSERT(json::serialise(*read) == text);
    }));
}

TEST_CASE("no bytes whatever make the reader do anything but answer")
{
    CHECK(rc::check([](const std::string &text) {
        const auto value = json::parse(text);
        RC_ASSERT((!value || json::parse(json::serialise(*value)).value() == *value));
    }));
}

TEST_CASE("what the standard does not allow is refused")
{
    for (const char *text : {"",
                             " ",
                             "{",
                             "}",
                             "[1,]",
                             "{\"a\":1,}",
                             "{a:1}",
                             "{'a':1}",
                             "[1 2]",
                             "01",
                             "+1",
                             ".5",
                             "1.",
                             "1e",
                             "-",
                             "NaN",
                             "Infinity",
                             "-Infinity",
                             "nul",
                             "True",
                             "\"\t\"",
                             "\"\n\"",
                             "\"\\x41\"",
                             "\"\\u12\"",
                             "\"a",
                             "[1]]",
                             "1 2",
                             "{}{}",
                             "// a\n1",
                             "/* a */1",
                             "{\"a\" 1}",
                             "{\"a\"}",
                             "{1:2}",
                             "[,1]",
                             "\x0c"
                             "1",
                             "\"\\\"",
                             "0x10",
                             "1__0",
                             "{\"a\":}"})
        CHECK((codeOf(text) == ErrorCode::InvalidInput ? "" : text) == std::string());
}

TEST_CASE("a name twice in one object is refused at any depth and however it is written")
{
    CHECK(codeOf(R"({"a":1,"a":1})") == ErrorCode::InvalidInput);
    CHECK(codeOf(R"({"a":1,"b":2,"\u0061":3})") == ErrorCode::InvalidInput);
    CHECK(codeOf(R"([{"x":{"å":1,"\u00e5":2}}])") == ErrorCode::InvalidInput);
    CHECK(codeOf(R"({"":1,"":2})") == ErrorCode::InvalidInput);
    CHECK(json::parse(R"({"a":{"a":1},"b":{"a":1}})"));
}

TEST_CASE("an object with very many names is read in good time, and a late name twice is noticed")
{
    std::string text = "{";
    for (int i = 0; i < 12'000; ++i)
        text += "\"n" + std::to_string(i) + "\":1,";
    CHECK(json::parse(text + "\"last\":1}")->object()->size() == 12'001);
    CHECK(codeOf(text + "\"n11999\":1}") == ErrorCode::InvalidInput);
    CHECK(codeOf(text + "\"n0\":1}") == ErrorCode::InvalidInput);
}

TEST_CASE("lone surrogates are refused, pairs are read")
{
    for (const char *text : {R"("\ud800")", R"("\udbff x")", R"("\ud800\ud800")", R"("\udc00")", R"("\udfff\ud800")",
                             R"("\ud83d\u0041")", R"({"\udc00":1})"})
        CHECK((codeOf(text) == ErrorCode::InvalidInput ? "" : text) == std::string());
    CHECK(*json::parse(R"("\ud83d\ude00")")->string() == "😀");
}

TEST_CASE("malformed UTF-8 is refused")
{
    for (const char *inside :
         {"\x80", "\xc3", "\xc3\x28", "\xc0\xaf", "\xe0\x80\xaf", "\xed\xa0\x80", "\xed\xbf\xbf", "\xf0\x80\x80\xaf",
          "\xf4\x90\x80\x80", "\xf8\x88\x80\x80\x80", "\xff", "\xfe", "\xe2\x82"}) {
        CHECK(codeOf('"' + std::string(inside) + '"') == ErrorCode::InvalidInput);
        CHECK(codeOf("{\"" + std::string(inside) + "\":1}") == ErrorCode::InvalidInput);
    }
}

TEST_CASE("a byte-order mark and NUL are refused in every form")
{
    CHECK(codeOf("\xEF\xBB\xBF{}") == ErrorCode::InvalidInput);
    CHECK(codeOf(std::string_view("{}\0", 3)) == ErrorCode::InvalidInput);
    CHECK(codeOf(std::string_view("\"a\0b\"", 5)) == ErrorCode::InvalidInput);
    CHECK(codeOf(R"("a\u0000b")") == ErrorCode::InvalidInput);
    CHECK(codeOf(R"({"a\u0000":1})") == ErrorCode::InvalidInput);
}

TEST_CASE("whole numbers reach to 2^53 either way and no further")
{
    CHECK(*json::parse("9007199254740992")->integer() == 9007199254740992);
    CHECK(*json::parse("-9007199254740992")->integer() == -9007199254740992);
    for (const char *text : {"9007199254740993", "-9007199254740993", "18446744073709551615", "18446744073709551616",
                             "1e16", "-1e16", "1e308", "1e309", "123456789012345678901234567890", "-1e400"})
        CHECK((codeOf(text) == ErrorCode::InvalidInput ? "" : text) == std::string());
    CHECK(json::parse("1.0")->isNumber());
    CHECK_FALSE(json::parse("1.0")->isInteger());
    CHECK(*json::parse("1.0") == json::Value(1));
    CHECK(*json::parse("-0") == json::Value(0));
    for (const char *zero : {"0e9", "0E-9", "-0.0e54", "0.000"})
        CHECK(json::parse(zero).value() == json::Value(0));
    CHECK(json::parse("0.1")->number() == 0.1);
    CHECK(json::parse("-12.5e-1")->number() == -1.25);
    CHECK(json::parse("2.5e3")->number() == 2500);
    CHECK(codeOf("1e-400") == ErrorCode::InvalidInput);
    CHECK_FALSE(json::Value(1) == json::Value("1"));
    CHECK_FALSE(json::Value(0) == json::Value(false));
    CHECK_FALSE(json::Value() == json::Value(0));
}

TEST_CASE("size and depth have limits of their own")
{
    CHECK(json::parse(std::string(16, '[') + std::string(16, ']')));
    CHECK(codeOf(std::string(17, '[') + std::string(17, ']')) == ErrorCode::TooLarge);
    CHECK(codeOf(std::string(100'000, '[')) == ErrorCode::TooLarge);
    CHECK(codeOf("[1,2,3]", {.maxBytes = 6}) == ErrorCode::TooLarge);
    CHECK(json::parse("[1,2,3]", {.maxBytes = 7}));
    CHECK(codeOf("[[1]]", {.maxBytes = 100, .maxDepth = 1}) == ErrorCode::TooLarge);
}

TEST_CASE("an error says where and why, and never what stood there")
{
    const auto value = json::parse(R"({"name":"Lisa","name":"Lisa"})");
    REQUIRE_FALSE(value);
    CHECK(value.error().detail().find("byte") != std::string::npos);
    CHECK(value.error().detail().find("twice") != std::string::npos);
    CHECK(value.error().detail().find("Lisa") == std::string::npos);
}

TEST_CASE("members keep their order, and the order does not matter for equality")
{
    const auto value = json::parse(R"({"b":1,"a":[true,null],"c":{"z":1,"y":2}})");
    REQUIRE(value);
    CHECK(json::serialise(*value) == R"({"b":1,"a":[true,null],"c":{"z":1,"y":2}})");
    CHECK(*value == *json::parse(R"({"c":{"y":2,"z":1},"a":[true,null],"b":1})"));
    CHECK_FALSE(*value == *json::parse(R"({"c":{"y":2,"z":1},"a":[null,true],"b":1})"));
    CHECK_FALSE(*value == *json::parse(R"({"b":1,"a":[true,null]})"));
}

TEST_CASE("an object sets, finds and removes")
{
    json::Object object{{"a", 1}};
    object.set("b", "x");
    object.set("a", 2);
    CHECK(json::serialise(object) == R"({"a":2,"b":"x"})");
    CHECK(object.remove("a"));
    CHECK_FALSE(object.remove("a"));
    CHECK(object.size() == 1);
    CHECK(object.find("a") == nullptr);
}

TEST_CASE("typed reads give the value, a default, or a refusal that names the member")
{
    const auto value = json::parse(R"({"s":"x","i":3,"b":true,"l":[1],"o":{},"d":1.5})");
    REQUIRE(value);
    CHECK(value->requireString("s").value() == "x");
    CHECK(value->requireInteger("i").value() == 3);
    CHECK(value->requireBool("b").value());
    CHECK(value->requireArray("l").value()->size() == 1);
    CHECK(value->requireObject("o").value()->empty());
    CHECK(value->stringAt("i", "none") == "none");
    CHECK(value->integerAt("d", 7) == 7);
    CHECK(value->boolAt("none", true));
    CHECK(value->requireInteger("d").error().detail() == "d must be a whole number");
    CHECK(value->requireString("none").error().code() == ErrorCode::InvalidInput);
    CHECK(json::Value(1).find("a") == nullptr);
}

TEST_CASE("lines are split at line ends only, and empty ones are kept")
{
    using Lines = std::vector<std::string_view>;
    CHECK(json::splitLines("") == Lines{});
    CHECK(json::splitLines("a") == Lines{"a"});
    CHECK(json::splitLines("a\n") == Lines{"a"});
    CHECK(json::splitLines("a\nb") == Lines{"a", "b"});
    CHECK(json::splitLines("\n\na\r\n") == Lines{"", "", "a\r"});
}
