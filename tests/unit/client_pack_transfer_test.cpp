// Content packs on their way to a device, broken at every message.
#include "sync/client/pack_transfer.h"

#include "core/crypto/hash.h"
#include "core/crypto/system_random.h"
#include "sync/protocol/messages.h"
#include "tests/support/catch.h"
#include "tests/support/store_fixture.h"
#include "tests/unit/client_event_loop.h"

#include <QTimer>

using namespace faltakt;
using base::ErrorCode;
using client::Answer;
using client::Request;
using store::ContentPacks;
using store::PackRow;
using store::PackState;

namespace {

/// Packs as the server keeps them, on a line that breaks where it is told.
class PackServer final : public client::RequestSender {
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

    std::map<base::Hash, std::string> m_packs;
    std::string m_token = "token";
    int m_calls = 0, m_breakAt = 0, m_chunks = 0, m_tokens = 0;

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
        REQUIRE(request.path == protocol::Paths::Pack);
        if (request.token != m_token)
            return refused(protocol::Refusal::Token);
        const auto place = protocol::decodePackQuery(request.query).value();
        const auto pack = m_packs.find(place.hash);
        if (pack == m_packs.end() || place.at >= std::int64_t(pack->second.size()))
            return refused(protocol::Refusal::NotFound);
        ++m_chunks;
        return {200, pack->second.substr(std::size_t(place.at), std::size_t(ContentPacks::ChunkBytes)), {}};
    }
};

struct Line {
    Line()
    {
        REQUIRE(device.create());
        bytes.resize(std::size_t(ContentPacks::ChunkBytes) * 2 + 100);
        for (std::size_t i = 0; i < bytes.size(); ++i)
            bytes[i] = char('a' + i % 23);
        notice = {"pack", "1", crypto::blake2b256(base::bytesOf(bytes)), std::int64_t(bytes.size())};
        server.m_packs[notice.hash] = bytes;
    }
    base::Result<int> transfer(const std::vector<protocol::PackNotice> &notices)
    {
        client::PackTransfer transfer(device.store(), key, server, device.clock(), random);
        return test::await<int>([&](auto done) { transfer.start(notices, std::move(done)); });
    }
    ContentPacks packs() { return device.store().contentPacks(); }

    test::Device device{5};
    crypto::SystemRandom random;
    crypto::SigningKey key = crypto::SigningKey::make().value();
    PackServer server;
    std::string bytes;
    protocol::PackNotice notice;
};

} // namespace

TEST_CASE("a pack comes whole, waits to be judged, and is not fetched twice")
{
    Line line;
    CHECK(line.transfer({line.notice}).value() == 1);
    CHECK(line.packs().rows().value().front().state == PackState::Arrived);
    CHECK(line.packs().content(line.notice.hash).value() == line.bytes);
    const int chunks = line.server.m_chunks;
    CHECK(line.transfer({line.notice}).value() == 0);
    CHECK(line.server.m_chunks == chunks);
}

TEST_CASE("wherever the line breaks or the device dies, each chunk travels once")
{
    for (int at = 1; at <= 4; ++at) {
        Line line;
        line.server.m_breakAt = at;
        CHECK(line.transfer({line.notice}).error().code() == ErrorCode::Unreachable);
        // As after the end of the process.
        REQUIRE(line.device.reopen());
        CHECK(line.transfer({line.notice}).value() == 1);
        CHECK(line.packs().content(line.notice.hash).value() == line.bytes);
        CHECK(line.server.m_chunks == 3);
    }
}

TEST_CASE("a token that has run out is made anew once")
{
    Line line;
    CHECK(line.transfer({line.notice}).value() == 1);
    CHECK(line.server.m_tokens == 1);
    // The server's process began anew; what it gives now does not help either.
    Line other;
    other.server.m_breakAt = 0;
    client::PackTransfer transfer(other.device.store(), other.key, other.server, other.device.clock(), other.random);
    const auto run = [&] {
        return test::await<int>([&](auto done) { transfer.start({other.notice}, std::move(done)); });
    };
    CHECK(run().value() == 1);
    other.server.m_token = "another";
    const std::string more = "more";
    const protocol::PackNotice next{"pack", "2", crypto::blake2b256(base::bytesOf(more)), 4};
    other.server.m_packs[next.hash] = more;
    CHECK(test::await<int>([&](auto done) { transfer.start({next}, std::move(done)); }).value() == 1);
    CHECK(other.server.m_tokens == 2);
}

TEST_CASE("what comes damaged is refused, holds up no other pack, and is fetched anew the next day")
{
    Line line;
    const std::string sound = line.server.m_packs[line.notice.hash];
    line.server.m_packs[line.notice.hash].back() = '!';
    const std::string other = "other";
    const protocol::PackNotice second{"zebra", "1", crypto::blake2b256(base::bytesOf(other)), 5};
    line.server.m_packs[second.hash] = other;
    CHECK(line.transfer({line.notice, second}).value() == 1);
    const PackRow row = line.packs().rows().value().front();
    CHECK(row.state == PackState::Refused);
    CHECK(row.reason == "damaged");
    line.server.m_packs[line.notice.hash] = sound;
    CHECK(line.transfer({line.notice, second}).value() == 0);
    line.device.clock().advance(std::chrono::hours(25));
    CHECK(line.transfer({line.notice, second}).value() == 1);
}

TEST_CASE("a pack that the server does not hand out, or not as it said, holds up no other one and is told at the end")
{
    for (const bool isGone : {true, false}) {
        Line line;
        const std::string other = "other";
        const protocol::PackNotice second{"aardvark", "1", crypto::blake2b256(base::bytesOf(other)), 5};
        line.server.m_packs[second.hash] = other;
        if (isGone)
            line.server.m_packs.erase(line.notice.hash);
        else
            line.server.m_packs[line.notice.hash].resize(100);
        const auto outcome = line.transfer({line.notice, second});
        CHECK(outcome.error().code() == (isGone ? ErrorCode::NotFound : ErrorCode::Damaged));
        CHECK(line.packs().held(line.notice.hash).value() == 0);
        CHECK(line.packs().content(second.hash).value() == other);
        // With the next greeting it is tried again.
        line.server.m_packs[line.notice.hash] = line.bytes;
        CHECK(line.transfer({line.notice, second}).value() == 1);
    }
}

TEST_CASE("packs are fetched in the order in which the server told of them")
{
    Line line;
    const std::string last = "last";
    const protocol::PackNotice behind{"aardvark", "1", crypto::blake2b256(base::bytesOf(last)), 4};
    line.server.m_packs[behind.hash] = last;
    line.server.m_breakAt = 5; // A token, three chunks, and the one that breaks.
    CHECK(line.transfer({line.notice, behind}).error().code() == ErrorCode::Unreachable);
    CHECK(line.packs().content(line.notice.hash).value() == line.bytes);
    CHECK(line.packs().held(behind.hash).value() == 0);
}

TEST_CASE("what the server tells of no more and was not taken is forgotten, what was taken stays")
{
    Line line;
    CHECK(line.transfer({line.notice}).value() == 1);
    CHECK(line.transfer({}).value() == 0);
    CHECK(line.packs().rows().value().empty());
    CHECK(line.packs().held(line.notice.hash).value() == 0);
    CHECK(line.transfer({line.notice}).value() == 1);
    for (const PackState good : {PackState::Taken, PackState::Kept}) {
        REQUIRE(line.packs().judge(line.notice.hash, good, {}, "test"));
        CHECK(line.transfer({}).value() == 0);
        CHECK(line.packs().content(line.notice.hash).value() == line.bytes);
    }
}
