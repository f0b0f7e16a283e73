// Profiles on a device: fetched on a line that breaks, kept by steps that fail, used only where they prove themselves.
#include "core/crypto/hash.h"
#include "sync/client/profile_transfer.h"
#include "sync/protocol/messages.h"
#include "tests/unit/client_event_loop.h"
#include "tests/unit/client_home.h"

#include <QTimer>

#include <algorithm>
#include <fstream>

using namespace faltakt;
using base::ErrorCode;
using client::Answer;
using client::Request;
using crypto::testing::BreakingFileSteps;

namespace {

/// Profiles as the server has them, on a line that breaks where it is told.
class ProfileServer final : public client::RequestSender {
public:
    client::RequestNumber send(Request request, Done done) override
    {
        ++m_calls;
        base::Result<Answer> answer = base::fail(ErrorCode::Unreachable);
        if (m_calls != m_breakAt)
            answer = respond(request);
        QTimer::singleShot(0, &test::application(),
                           [answer = std::move(answer), done = std::move(done)]() mutable { done(std::move(answer)); });
        return client::RequestNumber(m_calls);
    }
    void giveUp(client::RequestNumber) override {}
    [[nodiscard]] client::Traffic traffic() const override { return {}; }

    std::map<base::Hash, std::string> m_bodies;
    std::string m_token = "token";
    int m_calls = 0, m_breakAt = 0, m_sent = 0, m_tokens = 0;

private:
    static Answer refused(protocol::Refusal refusal)
    {
        return {protocol::httpStatusOf(refusal), protocol::encode(protocol::ErrorAnswer{refusal, ""}), {}};
    }
    Answer respond(const Request &request)
    {
        if (request.path == protocol::Paths::Token) {
            ++m_tokens;
            return {200, protocol::encode(protocol::TokenAnswer{m_token, std::chrono::seconds(600)}), {}};
        }
        REQUIRE(request.path == protocol::Paths::Profile);
        if (request.token != m_token)
            return refused(protocol::Refusal::Token);
        const auto body = m_bodies.find(protocol::decodeProfileQuery(request.query).value());
        if (body == m_bodies.end())
            return refused(protocol::Refusal::NotFound);
        ++m_sent;
        return {200, body->second, {}};
    }
};

struct Line {
    /// A profile that the tenant's key signed, at the server.
    protocol::ProfileNotice publish(const std::string &text, std::int64_t version = 1)
    {
        const base::Hash hash = crypto::blake2b256(base::bytesOf(text));
        const auto statement = protocol::profileStatement(owner.tenant, hash);
        server.m_bodies[hash] =
            protocol::encode(protocol::SignedProfile{home.tenantKey.sign(base::bytesOf(statement)).value(), text});
        return {"exempelby", version, hash, std::int64_t(text.size())};
    }
    base::Result<int> transfer(const std::vector<protocol::ProfileNotice> &notices)
    {
        client::ProfileTransfer transfer(*store, server, home.random);
        return test::await<int>([&](auto done) { transfer.start(notices, std::move(done)); });
    }
    /// As after the app was killed and started anew.
    void reopen()
    {
        store.reset();
        store = home.unlock().value();
    }
    std::vector<std::string> texts() const
    {
        std::vector<std::string> found;
        for (const auto &each : store->receivedProfiles())
            found.push_back(each.text);
        std::ranges::sort(found);
        return found;
    }

    test::Home home;
    ProfileServer server;
    std::unique_ptr<client::FieldStore> store = home.unlock().value();
    store::Owner owner = store->registration().owner;
};

} // namespace

TEST_CASE("profiles come, are there after a kill, and are not fetched twice")
{
    Line line;
    const auto first = line.publish("one"), second = line.publish("two", 2);
    CHECK(line.transfer({second, first}).value() == 2);
    CHECK(line.texts() == std::vector<std::string>{"one", "two"});
    line.reopen();
    CHECK(line.texts() == std::vector<std::string>{"one", "two"});
    const int sent = line.server.m_sent;
    client::ProfileTransfer again(*line.store, line.server, line.home.random);
    CHECK_FALSE(again.hasWork({second, first}));
    CHECK(line.transfer({second, first, second}).value() == 0);
    CHECK(line.server.m_sent == sent);
    // A server that tells of it no more takes nothing away.
    CHECK(line.transfer({}).value() == 0);
    line.reopen();
    CHECK(line.texts().size() == 2);
}

TEST_CASE("a line that breaks at any message costs that one profile, which comes with the next sync")
{
    for (int breakAt = 1; breakAt <= 3; ++breakAt) {
        Line line;
        const auto first = line.publish("one"), second = line.publish("two", 2);
        line.server.m_breakAt = breakAt;
        CHECK(line.transfer({second, first}).error().code() == ErrorCode::Unreachable);
        CHECK(int(line.texts().size()) == std::max(0, breakAt - 2));
        line.reopen();
        CHECK(line.transfer({second, first}).has_value());
        CHECK(line.texts() == std::vector<std::string>{"one", "two"});
    }
}

TEST_CASE("a token that has ended is made anew once")
{
    Line line;
    const auto notice = line.publish("one"), other = line.publish("two");
    client::ProfileTransfer transfer(*line.store, line.server, line.home.random);
    const auto run = [&](const std::vector<protocol::ProfileNotice> &notices) {
        return test::await<int>([&](auto done) { transfer.start(notices, std::move(done)); });
    };
    REQUIRE(run({notice}).value() == 1);
    line.server.m_token = "next";
    CHECK(run({notice, other}).value() == 1);
    CHECK(line.server.m_tokens == 2);
}

TEST_CASE("what does not prove itself is passed over, and not asked for again until the store is opened anew")
{
    Line line;
    const auto good = line.publish("good"), foreign = line.publish("foreign"), cut = line.publish("cut"),
               lost = line.publish("lost"), swapped = line.publish("swapped");
    const crypto::SigningKey stranger = crypto::SigningKey::make().value();
    line.server.m_bodies[foreign.hash] = protocol::encode(protocol::SignedProfile{
        stranger.sign(base::bytesOf(protocol::profileStatement(line.owner.tenant, foreign.hash))).value(), "foreign"});
    line.server.m_bodies[cut.hash].resize(40);
    line.server.m_bodies.erase(lost.hash);
    line.server.m_bodies[swapped.hash] = line.server.m_bodies[good.hash];
    client::ProfileTransfer transfer(*line.store, line.server, line.home.random);
    const std::vector notices{foreign, cut, lost, swapped, good};
    CHECK(test::await<int>([&](auto done) { transfer.start(notices, std::move(done)); }).value() == 1);
    CHECK(line.texts() == std::vector<std::string>{"good"});
    CHECK_FALSE(transfer.hasWork(notices));
    CHECK(client::ProfileTransfer(*line.store, line.server, line.home.random).hasWork(notices));
}

TEST_CASE("keeping a profile fails at any step: it is there whole or not at all, and the former one stays")
{
    using Break = BreakingFileSteps::Break;
    for (const Break how : {Break::Error, Break::Crash}) {
        for (int step = 1;; ++step) {
            Line line;
            const auto first = line.publish("one"), second = line.publish("two", 2);
            REQUIRE(line.transfer({first}).value() == 1);
            line.home.files.breakAt(step, how);
            const auto kept = line.store->keepProfile(second.hash, line.server.m_bodies[second.hash]);
            const bool broke = line.home.files.broke();
            line.home.files.breakAt(0, how);
            line.reopen();
            const auto texts = line.texts();
            CHECK(texts.front() == "one");
            if (kept)
                CHECK(texts.size() == 2);
            CHECK(line.transfer({second, first}).has_value());
            CHECK(line.texts() == std::vector<std::string>{"one", "two"});
            if (!broke)
                break;
        }
    }
}

TEST_CASE("a profile that was changed on the disk is as if it were not there, and comes anew")
{
    Line line;
    const auto notice = line.publish("one");
    REQUIRE(line.transfer({notice}).value() == 1);
    line.store.reset();
    const auto file = line.home.path() / "profiles" / base::toBase64Url(notice.hash);
    REQUIRE(std::filesystem::exists(file));
    std::ofstream(file, std::ios::binary | std::ios::app) << "and more";
    std::ofstream(line.home.path() / "profiles" / "other", std::ios::binary) << "nobody's";
    line.store = line.home.unlock().value();
    CHECK(line.texts().empty());
    CHECK(line.transfer({notice}).value() == 1);
    line.reopen();
    CHECK(line.texts() == std::vector<std::string>{"one"});
}

TEST_CASE("a wipe takes the profiles along")
{
    Line line;
    REQUIRE(line.transfer({line.publish("one")}).value() == 1);
    REQUIRE(line.store->wipe(true, line.home.environment()).has_value());
    CHECK_FALSE(std::filesystem::exists(line.home.path() / "profiles"));
}

TEST_CASE("rules made of the profiles that came are in force at once")
{
    test::Home home;
    int made = 0;
    std::size_t seen = 0;
    auto environment = home.environment();
    environment.projections = [&](const std::string &profile,
                                  const auto &received) -> base::Result<client::Projections> {
        CHECK(profile == "norsjo");
        ++made;
        seen = received.size();
        auto agenda = std::make_unique<test::NoteAgenda>();
        agenda->m_version = std::to_string(received.size());
        return client::Projections{&test::Schema, std::move(agenda), std::make_unique<test::PersonCards>()};
    };
    const auto store =
        client::FieldStore::unlock(home.path(), test::secret("long enough for here"), environment).value();
    CHECK(made == 1);
    const base::Hash hash = crypto::blake2b256(base::bytesOf("one"));
    const auto statement = protocol::profileStatement(store->registration().owner.tenant, hash);
    const auto body =
        protocol::encode(protocol::SignedProfile{home.tenantKey.sign(base::bytesOf(statement)).value(), "one"});
    REQUIRE(store->keepProfile(hash, body).has_value());
    CHECK_FALSE(store->cases().rebuildNeeded().value());
    REQUIRE(store->renewProjections(environment).has_value());
    CHECK(made == 2);
    CHECK(seen == 1);
    CHECK_FALSE(store->cases().rebuildNeeded().value());
    // Rules that cannot be made leave the former ones.
    environment.projections = [](const std::string &, const auto &) -> base::Result<client::Projections> {
        return base::fail(ErrorCode::Damaged, "a profile");
    };
    CHECK_FALSE(store->renewProjections(environment).has_value());
    home.savePerson(*store);
    CHECK(store->cases().cases()->size() == 1);
}
