#include "sync/client/known_question.h"

#include "tests/unit/client_fake_server.h"

using namespace faltakt;
using base::ErrorCode;
using client::Request;
using protocol::KnownAnswer;

namespace {

struct Asker : test::Bench {
    Asker() : question(device.store().owner(), key, server, random) {}

    base::Result<KnownAnswer> ask()
    {
        return test::await<KnownAnswer>([&](auto done) { question.ask({"199001010008"}, std::move(done)); });
    }
    ErrorCode faultOf(const test::FakeServer::Handler &answer)
    {
        server.once(protocol::Paths::Known, answer);
        const auto told = ask();
        REQUIRE_FALSE(told.has_value());
        return told.error().code();
    }

    client::KnownQuestion question;
};

} // namespace

TEST_CASE("a number is asked after with a token in the body of a post, never in the address")
{
    Asker asker;
    std::vector<Request> asked;
    asker.server.once(protocol::Paths::Known, [&](const Request &request) {
        asked.push_back(request);
        return test::FakeServer::ok(protocol::encode(KnownAnswer{true, "Ungdom"}));
    });
    const auto told = asker.ask();
    REQUIRE(told.has_value());
    CHECK(told->isKnown);
    CHECK(told->unit == "Ungdom");
    REQUIRE(asked.size() == 1);
    CHECK(asked.front().method == Request::Method::Post);
    CHECK(asked.front().token == "token-1");
    CHECK(asked.front().query.empty());
    CHECK(protocol::decodeKnownRequest(asked.front().body).value().number == "199001010008");
}

TEST_CASE("a question that fails says why, and can be asked again")
{
    Asker asker;
    using protocol::Refusal;
    CHECK(asker.faultOf([](const Request &) { return test::FakeServer::refused(Refusal::TooMany); })
          == ErrorCode::Busy);
    CHECK(asker.faultOf([](const Request &) { return base::fail(ErrorCode::Unreachable, "cut"); })
          == ErrorCode::Unreachable);
    CHECK(asker.faultOf([](const Request &) { return test::FakeServer::ok("{\"known\":\"maybe\"}"); })
          != ErrorCode::Unreachable);
    CHECK(asker.faultOf([](const Request &) { return test::FakeServer::refused(Refusal::NotFound); })
          == ErrorCode::NotFound);
    asker.server.once(protocol::Paths::Known,
                      [](const Request &) { return test::FakeServer::ok(protocol::encode(KnownAnswer{})); });
    CHECK(asker.ask().has_value());
}
