#include "core/base/text.h"
#include "sync/protocol/messages.h"
#include "tests/support/catch.h"
#include "tests/unit/protocol_samples.h"

#include <functional>

using namespace faltakt;
using namespace faltakt::protocol;
using base::ErrorCode;
namespace json = base::json;

namespace {

EnrolmentCode sampleCode()
{
    EnrolmentCode code;
    code.host = "server.example";
    code.port = 8443;
    code.fingerprint[0] = 0xff;
    code.secret[15] = 1;
    return code;
}

HelloRequest sampleHello()
{
    HelloRequest hello;
    hello.device = test::id<base::DeviceId>(1);
    hello.app = "faltakt-cli 0.1";
    hello.epoch = 3;
    hello.n = 42;
    hello.link[5] = 9;
    hello.cursor = "abc";
    hello.logId = "log-1";
    hello.receipts = {test::id<CommandId>(8), test::id<CommandId>(9)};
    return hello;
}

HelloAnswer sampleHelloAnswer()
{
    HelloAnswer answer;
    answer.time = base::instantFromMs(1'700'000'000'123);
    answer.logId = "log-1";
    answer.leaseUntil = answer.time + std::chrono::hours(168);
    answer.limits = {100, 262144, 250};
    answer.commands = {{test::id<CommandId>(3), CommandKind::Wipe},
                       {test::id<CommandId>(4), CommandKind::FetchProfile}};
    answer.n = 17;
    answer.fork = true;
    return answer;
}

/// Decodes a message again and again, each time with one member gone or of another type.
void everyMemberIsNeeded(const std::string &body, const std::vector<std::string> &optional,
                         const std::function<std::optional<ErrorCode>(std::string_view)> &decode)
{
    const json::Object object = *json::parse(body)->object();
    for (const auto &[name, value] : object) {
        if (std::find(optional.begin(), optional.end(), name) != optional.end())
            continue;
        INFO(name);
        json::Object without = object;
        without.remove(name);
        CHECK(decode(json::serialise(without)) == ErrorCode::InvalidInput);
        json::Object wrong = object;
        wrong.set(name, json::Array{json::Value(true)});
        CHECK(decode(json::serialise(wrong)) == ErrorCode::InvalidInput);
    }
    json::Object more = object;
    more.set("fromANewerVersion", json::Object{{"x", 1}});
    CHECK(decode(json::serialise(more)) == std::nullopt);
}

template <typename Decode>
auto codeOf(Decode decode)
{
    return [decode](std::string_view body) -> std::optional<ErrorCode> {
        const auto result = decode(body);
        return result ? std::nullopt : std::optional(result.error().code());
    };
}

} // namespace

TEST_CASE("an enrolment code reads back as it was written")
{
    const EnrolmentCode code = sampleCode();
    CHECK(EnrolmentCode::parse(code.toString()).value() == code);
    CHECK(code.origin() == "https://server.example:8443");
    CHECK(EnrolmentCode::parse("  " + code.toString() + "\n").value() == code);
}

TEST_CASE("an enrolment code may name an IPv6 address")
{
    EnrolmentCode code = sampleCode();
    code.host = "2001:db8::1";
    CHECK(code.origin() == "https://[2001:db8::1]:8443");
    CHECK(EnrolmentCode::parse(code.toString()).value() == code);
}

TEST_CASE("a damaged enrolment code says which part is wrong")
{
    const std::string good = sampleCode().toString();
    const auto detailOf = [](const std::string &text) { return EnrolmentCode::parse(text).error().detail(); };
    const auto with = [&](std::string_view what, std::string_view instead) {
        std::string text = good;
        return text.replace(text.find(what), what.size(), instead);
    };
    CHECK(detailOf(with("faltakt://", "https://")).find("begin with faltakt://") != std::string::npos);
    CHECK(detailOf(with("server.example", "")).find("host") != std::string::npos);
    CHECK(detailOf(with("server.example", "user@host")).find("host") != std::string::npos);
    CHECK(detailOf(with("server.example", "[::1")).find("host") != std::string::npos);
    CHECK(detailOf(with(":8443", "")).find("port") != std::string::npos);
    CHECK(detailOf(with(":8443", ":0")).find("port") != std::string::npos);
    CHECK(detailOf(with(":8443", ":65536")).find("port") != std::string::npos);
    CHECK(detailOf(with("/#", "/")).find("/#") != std::string::npos);
    CHECK(detailOf(good.substr(0, good.size() - 1)).find("secret") != std::string::npos);
    CHECK(detailOf(good.substr(0, good.find('.', good.find('#')))).find("secret") != std::string::npos);
    CHECK(detailOf(with("/#_w", "/#w")).find("fingerprint") != std::string::npos);
    CHECK(EnrolmentCode::parse(std::string(600, 'x')).error().code() == ErrorCode::TooLarge);
    CHECK_FALSE(EnrolmentCode::parse(""));
}

TEST_CASE("an enrolment request reads back and needs every member")
{
    const auto key = crypto::SigningKey::make();
    const EnrolRequest request{sampleCode().secret, key->publicKey(), "Surfplatta 3", "faltakt-cli 0.1"};
    const std::string body = encode(request);
    const auto read = decodeEnrolRequest(body);
    REQUIRE(read);
    CHECK(read->secret == request.secret);
    CHECK(read->key == request.key);
    CHECK(read->name == "Surfplatta 3");
    CHECK(encode(*read) == body);
    everyMemberIsNeeded(body, {}, codeOf(decodeEnrolRequest));
}

TEST_CASE("an enrolment answer reads back and needs every member")
{
    const auto key = crypto::SigningKey::make();
    const EnrolAnswer answer{test::id<base::DeviceId>(1),
                             test::id<base::WorkerId>(2),
                             "Alva",
                             test::id<base::TenantId>(3),
                             "Prov",
                             "log-1",
                             base::Bytes(32, 1),
                             base::Bytes(32, 2),
                             key->publicKey(),
                             "taby",
                             {{"leaseDays", 7}}};
    const std::string body = encode(answer);
    const auto read = decodeEnrolAnswer(body);
    REQUIRE(read);
    CHECK(encode(*read) == body);
    CHECK(read->policy == answer.policy);
    everyMemberIsNeeded(body, {}, codeOf(decodeEnrolAnswer));
}

TEST_CASE("token messages read back and need every member")
{
    const std::string request = encode(TokenRequest{test::id<base::DeviceId>(1), "a.b.c"});
    CHECK(encode(decodeTokenRequest(request).value()) == request);
    everyMemberIsNeeded(request, {}, codeOf(decodeTokenRequest));
    const std::string answer = encode(TokenAnswer{"sealed", std::chrono::seconds(600)});
    CHECK(decodeTokenAnswer(answer)->expiresIn == std::chrono::seconds(600));
    everyMemberIsNeeded(answer, {}, codeOf(decodeTokenAnswer));
}

TEST_CASE("hello reads back both ways and needs every member")
{
    const std::string request = encode(sampleHello());
    CHECK(encode(decodeHelloRequest(request).value()) == request);
    everyMemberIsNeeded(request, {}, codeOf(decodeHelloRequest));
    const std::string answer = encode(sampleHelloAnswer());
    CHECK(decodeHelloAnswer(answer).value() == sampleHelloAnswer());
    everyMemberIsNeeded(answer, {}, codeOf(decodeHelloAnswer));
}

TEST_CASE("a command of a newer server is left out, not refused")
{
    json::Object body = *json::parse(encode(sampleHelloAnswer()))->object();
    json::Array commands = *body.find("commands")->array();
    commands.emplace_back(json::Object{{"id", test::uuid(7).toString()}, {"command", "dance"}});
    body.set("commands", commands);
    CHECK(decodeHelloAnswer(json::serialise(body))->commands == sampleHelloAnswer().commands);
}

TEST_CASE("a server cannot raise the limits beyond those of the protocol")
{
    HelloAnswer answer = sampleHelloAnswer();
    answer.limits = {1'000'000, 1'000'000'000, 1'000'000};
    CHECK(decodeHelloAnswer(encode(answer))->limits == OfferedLimits());
    answer.limits = {0, 0, 0};
    CHECK_FALSE(decodeHelloAnswer(encode(answer)));
}

TEST_CASE("numbers out of range and texts out of size are refused")
{
    HelloRequest hello = sampleHello();
    hello.epoch = 0;
    CHECK(decodeHelloRequest(encode(hello)).error().detail().find("epoch") != std::string::npos);
    hello = sampleHello();
    hello.n = -1;
    CHECK_FALSE(decodeHelloRequest(encode(hello)));
    hello = sampleHello();
    hello.cursor = std::string(Limits::CursorBytes + 1, 'c');
    CHECK(decodeHelloRequest(encode(hello)).error().code() == ErrorCode::TooLarge);
    hello = sampleHello();
    hello.receipts.assign(Limits::Receipts + 1, test::id<CommandId>(1));
    CHECK(decodeHelloRequest(encode(hello)).error().code() == ErrorCode::TooLarge);
    CHECK(decodeHelloRequest(std::string(Limits::BodyBytes + 1, ' ')).error().code() == ErrorCode::TooLarge);
}

TEST_CASE("bodies that are no single object are refused")
{
    for (const char *body : {"", "[]", "null", "{", "{}{}", "\xEF\xBB\xBF{}", "{\"device\":\"\\u0000\"}"}) {
        INFO(body);
        CHECK_FALSE(decodeHelloRequest(body));
        CHECK_FALSE(decodeTokenRequest(body));
        CHECK_FALSE(decodeEnrolRequest(body));
        CHECK_FALSE(decodeErrorAnswer(body));
    }
}

TEST_CASE("every refusal has its name and status, and is found by its name")
{
    for (int i = 0; i <= int(Refusal::Full); ++i) {
        const auto refusal = Refusal(i);
        CHECK(refusalFromName(refusalName(refusal)) == refusal);
        CHECK(httpStatusOf(refusal) >= 400);
        const auto answer = decodeErrorAnswer(encode(ErrorAnswer{refusal, "words"}));
        REQUIRE(answer);
        CHECK(answer->error == refusal);
        CHECK(answer->detail == "words");
    }
    CHECK(decodeErrorAnswer(R"({"error":"ofTomorrow","detail":""})").error().code() == ErrorCode::NotFound);
}

TEST_CASE("a status without a body still has a meaning")
{
    CHECK_FALSE(refusalFromStatus(200));
    CHECK(refusalFromStatus(401) == Refusal::Token);
    CHECK(refusalFromStatus(413) == Refusal::TooLarge);
    CHECK(refusalFromStatus(429) == Refusal::TooMany);
    CHECK(refusalFromStatus(502) == Refusal::Busy);
    CHECK(refusalFromStatus(507) == Refusal::Full);
    CHECK(refusalFromStatus(599) == Refusal::Failed);
    CHECK(refusalFromStatus(302) == Refusal::Refused);
}
