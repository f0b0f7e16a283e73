#include "sync/client/team_quarantine.h"

#include "tests/unit/client_fake_server.h"

using namespace faltakt;
using base::ErrorCode;
using client::Request;
using protocol::QuarantinePage;

namespace {

struct Leader : test::Bench {
    Leader() : asker(device.store().owner(), key, server, random) {}

    base::Result<QuarantinePage> ask(const protocol::QuarantineRequest &request = {})
    {
        return test::await<QuarantinePage>([&](auto done) { asker.ask(request, std::move(done)); });
    }
    ErrorCode faultOf(const test::FakeServer::Handler &answer)
    {
        server.once(protocol::Paths::Quarantine, answer);
        const auto page = ask();
        REQUIRE_FALSE(page.has_value());
        return page.error().code();
    }

    client::TeamQuarantine asker;
};

QuarantinePage onePage()
{
    protocol::QuarantinedLine line;
    line.workerName = "Anna Ek";
    line.reason = "form";
    return {{line}, 17};
}

} // namespace

TEST_CASE("a leader's question goes with a token and its place, and the answer is handed on")
{
    Leader leader;
    std::vector<Request> asked;
    leader.server.once(protocol::Paths::Quarantine, [&](const Request &request) {
        asked.push_back(request);
        return test::FakeServer::ok(protocol::encode(onePage()));
    });
    const auto page = leader.ask({.before = 5, .limit = 7});
    REQUIRE(page.has_value());
    CHECK(page->before == 17);
    REQUIRE(page->lines.size() == 1);
    CHECK(page->lines.front().workerName == "Anna Ek");
    REQUIRE(asked.size() == 1);
    CHECK(asked.front().method == Request::Method::Get);
    CHECK(asked.front().token == "token-1");
    CHECK(asked.front().body.empty());
    const auto query = protocol::decodeQuarantineQuery(asked.front().query).value();
    CHECK(query.before == 5);
    CHECK(query.limit == 7);
}

TEST_CASE("a leader's further pages go with the token of the first, until the server does not take it any more")
{
    Leader leader;
    std::vector<std::string> tokens;
    const auto answer = [&](const client::Answer &with) {
        leader.server.once(protocol::Paths::Quarantine, [&tokens, with](const Request &request) {
            tokens.push_back(request.token);
            return with;
        });
    };
    const auto page = test::FakeServer::ok(protocol::encode(onePage()));
    for (int i = 0; i < 2; ++i) {
        answer(page);
        REQUIRE(leader.ask().has_value());
    }
    CHECK(tokens == std::vector<std::string>{"token-1", "token-1"});
    // It is too old: the same question goes once more with another.
    leader.server.once(protocol::Paths::Quarantine, [&](const Request &request) {
        tokens.push_back(request.token);
        answer(page);
        return test::FakeServer::refused(protocol::Refusal::Token);
    });
    REQUIRE(leader.ask().has_value());
    CHECK(tokens.back() == "token-2");
    CHECK(tokens.size() == 4);
    // One that was given just now and is not taken is the end of it.
    CHECK(leader.faultOf([](const Request &) { return test::FakeServer::refused(protocol::Refusal::Busy); })
          == ErrorCode::Busy);
    CHECK(leader.faultOf([](const Request &) { return test::FakeServer::refused(protocol::Refusal::Token); })
          == ErrorCode::Refused);
}

TEST_CASE("a leader's question that fails says why, and can be asked again")
{
    Leader leader;
    using protocol::Refusal;
    CHECK(leader.faultOf([](const Request &) { return test::FakeServer::refused(Refusal::Refused); })
          == ErrorCode::Refused);
    CHECK(leader.faultOf([](const Request &) { return test::FakeServer::refused(Refusal::Busy); }) == ErrorCode::Busy);
    CHECK(leader.faultOf([](const Request &) { return base::fail(ErrorCode::Unreachable, "cut"); })
          == ErrorCode::Unreachable);
    CHECK(leader.faultOf([](const Request &) { return test::FakeServer::ok("{\"before\":0}\n"); })
          == ErrorCode::Damaged);
    // An older server knows no such call.
    CHECK(leader.faultOf([](const Request &) { return test::FakeServer::refused(Refusal::NotFound); })
          == ErrorCode::NotFound);
    leader.server.once(protocol::Paths::Token,
                       [](const Request &) { return base::fail(ErrorCode::Unreachable, "cut"); });
    CHECK(leader.ask().error().code() == ErrorCode::Unreachable);
    leader.server.once(protocol::Paths::Quarantine,
                       [](const Request &) { return test::FakeServer::ok(protocol::encode(onePage())); });
    CHECK(leader.ask().has_value());
}

TEST_CASE("what was asked before is given up by the next question, and all of it with the asker")
{
    test::Bench bench;
    int answers = 0;
    {
        client::TeamQuarantine asker(bench.device.store().owner(), bench.key, bench.server, bench.random);
        bench.server.once(protocol::Paths::Quarantine,
                          [](const Request &) { return test::FakeServer::ok(protocol::encode(onePage())); });
        asker.ask({}, [&](const auto &) { answers += 100; });
        const auto page = test::await<QuarantinePage>([&](auto done) { asker.ask({}, std::move(done)); });
        CHECK(page.has_value());
        asker.ask({}, [&](const auto &) { answers += 100; });
    }
    CHECK_FALSE(test::comesTrue([&] { return answers > 0; }, 50));
}
