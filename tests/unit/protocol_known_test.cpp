// POST /v1/known: what goes over the line and what is not taken from it.
#include "sync/protocol/known.h"
#include "sync/protocol/limits.h"
#include "tests/support/catch.h"

using namespace faltakt;
using namespace faltakt::protocol;
using base::ErrorCode;

namespace {

constexpr const char *Number = "199001010008";

} // namespace

TEST_CASE("a question after a number comes back as it was sent, with and without the file that is not meant")
{
    const auto plain = decodeKnownRequest(encode(KnownRequest{Number})).value();
    CHECK(plain.number == Number);
    CHECK_FALSE(plain.except.has_value());
    const auto own = base::CaseId::parse("01900000-0000-7000-8000-000000000001").value();
    CHECK(decodeKnownRequest(encode(KnownRequest{Number, own})).value().except == own);
}

TEST_CASE("an answer tells a unit of somebody who is known, and of nobody else")
{
    const auto known = decodeKnownAnswer(encode(KnownAnswer{true, "Vuxen \"Väst\""})).value();
    CHECK(known.isKnown);
    CHECK(known.unit == "Vuxen \"Väst\"");
    CHECK(encode(KnownAnswer{false, "Vuxen"}) == "{\"known\":false}");
    CHECK(decodeKnownAnswer("{\"known\":false,\"unit\":\"Vuxen\"}").value().unit.empty());
    CHECK(decodeKnownAnswer("{\"known\":true,\"unit\":null}").value().unit.empty());
    // What a newer server adds is passed by.
    CHECK(decodeKnownAnswer("{\"known\":true,\"unit\":\"\",\"more\":[1]}").value().isKnown);
}

TEST_CASE("a question that is not twelve digits, or no question at all, is invalid and never a crash")
{
    for (const std::string &body :
         {std::string(), std::string("{}"), std::string("[]"), std::string("{\"number\":199001010008}"),
          std::string("{\"number\":\"\"}"), std::string("{\"number\":\"900101-0008\"}"),
          std::string("{\"number\":\"19900101000\"}"), std::string("{\"number\":\"1990010100080\"}"),
          std::string("{\"number\":\"19900101000 \"}"), std::string("{\"number\":\"19900101000\\u0000\"}"),
          std::string("{\"number\":\"١٩٩٠٠١\"}"), std::string("{\"number\":\"1990%1010008\"}"),
          std::string("{\"number\":\"199001010008\",\"except\":\"1\"}"),
          std::string("{\"number\":\"199001010008\",\"except\":7}"),
          std::string("{\"number\":\"199001010008\",\"number\":\"199001010008\"}"),
          std::string("{\"number\":[\"199001010008\"]}"), std::string("{\"number\":\"199001010008\"}x"),
          "{\"number\":\"" + std::string(200'000, '1') + "\"}"}) {
        INFO(body.substr(0, 80));
        const auto request = decodeKnownRequest(body);
        REQUIRE_FALSE(request.has_value());
        CHECK((request.error().code() == ErrorCode::InvalidInput || request.error().code() == ErrorCode::TooLarge));
        CHECK(request.error().toString().find("199001010008") == std::string::npos);
    }
    for (const char *body : {"", "{}", "{\"known\":1}", "{\"known\":\"true\"}", "{\"known\":true,\"unit\":7}"})
        CHECK_FALSE(decodeKnownAnswer(body).has_value());
    CHECK_FALSE(decodeKnownAnswer("{\"known\":true,\"unit\":\"" + std::string(Limits::TextBytes + 1, 'x') + "\"}"));
}
