#include "sync/protocol/push_sequence.h"

#include "core/base/clock.h"
#include "core/base/random.h"
#include "core/changelog/journal.h"
#include "core/crypto/hash.h"
#include "tests/support/catch.h"

using namespace faltakt;
using base::ErrorCode;

namespace {

/// A run of the journal; every third line is no longer held.
changelog::JournalBatch runOf(int lines, std::size_t lineBytes)
{
    changelog::JournalBatch run;
    run.epoch = 2;
    run.from = 7;
    run.previous.fill(9);
    run.head = run.previous;
    for (int index = 0; index < lines; ++index) {
        const std::string text = std::to_string(index) + std::string(lineBytes, 'x');
        changelog::JournalLine line{crypto::blake2b256(base::bytesOf(text)), text};
        if (index % 3 == 2)
            line.line.reset();
        run.head = changelog::nextLink(run.head, line.hash);
        run.lines.push_back(std::move(line));
    }
    return run;
}

struct Sender {
    [[nodiscard]] base::Result<std::vector<protocol::PushRequest>> sign(const changelog::JournalBatch &run) const
    {
        return protocol::signPushes(run, tenant, device, key);
    }

    base::ManualClock clock{base::instantFromMs(1'780'000'000'000)};
    base::SeededRandom random{1};
    base::UuidMaker ids{clock, random};
    base::TenantId tenant = ids.makeId<base::TenantId>();
    base::DeviceId device = ids.makeId<base::DeviceId>();
    crypto::SigningKey key = crypto::SigningKey::make().value();
};

} // namespace

TEST_CASE("a run of any length comes back from its sequence, in pushes within the limits, each signed")
{
    const Sender sender;
    for (const int lines : {1, 499, 500, 501, 1200})
        for (const std::size_t lineBytes : {std::size_t(10), std::size_t(60'000)}) {
            const auto run = runOf(lines, lineBytes);
            const auto text = protocol::encodePushSequence(sender.sign(run).value());
            const auto pushes = protocol::decodePushSequence(text).value();
            std::size_t count = 0;
            for (const auto &push : pushes) {
                CHECK(push.batch.from == run.from + std::int64_t(count));
                CHECK(protocol::verifyPush(push, sender.tenant, sender.key.publicKey()));
                for (const auto &line : push.batch.lines)
                    CHECK(line.hash == run.lines.at(count++).hash);
            }
            CHECK(count == run.lines.size());
            CHECK(pushes.back().batch.head == run.head);
            CHECK(protocol::encodePushSequence(pushes) == text);
        }
}

TEST_CASE("nothing unsent, or links that lead elsewhere, make no sequence")
{
    const Sender sender;
    CHECK(sender.sign({}).error().code() == ErrorCode::InvalidInput);
    auto run = runOf(3, 10);
    run.head.fill(0);
    CHECK(sender.sign(run).error().code() == ErrorCode::InvalidInput);
}

TEST_CASE("a sequence that is cut anywhere or goes on is refused")
{
    const Sender sender;
    const auto text = protocol::encodePushSequence(sender.sign(runOf(5, 10)).value());
    for (std::size_t size = 0; size < text.size(); ++size)
        CHECK_FALSE(protocol::decodePushSequence(std::string_view(text).substr(0, size)).has_value());
    CHECK_FALSE(protocol::decodePushSequence(text + "x").has_value());
}

TEST_CASE("pushes that do not follow one another are refused")
{
    const Sender sender;
    auto pushes = sender.sign(runOf(1200, 10)).value();
    REQUIRE(pushes.size() == 3);
    std::swap(pushes[1], pushes[2]);
    CHECK(protocol::decodePushSequence(protocol::encodePushSequence(pushes)).error().code() == ErrorCode::InvalidInput);
    std::swap(pushes[1], pushes[2]);
    pushes[1].device = base::DeviceId();
    CHECK_FALSE(protocol::decodePushSequence(protocol::encodePushSequence(pushes)).has_value());
}

TEST_CASE("a sequence of another version or with sizes that are none is refused")
{
    const auto codeOf = [](const char *header) { return protocol::decodePushSequence(header).error().code(); };
    CHECK(codeOf("{\"format\":\"faltakt-pushes\",\"version\":2,\"sizes\":[5]}\n") == ErrorCode::Unsupported);
    for (const char *header : {"{\"format\":\"other\",\"version\":1,\"sizes\":[1]}\nx",
                               "{\"format\":\"faltakt-pushes\",\"version\":1,\"sizes\":[]}\n",
                               "{\"format\":\"faltakt-pushes\",\"version\":1,\"sizes\":[0]}\n",
                               "{\"format\":\"faltakt-pushes\",\"version\":1,\"sizes\":[-1]}\n",
                               "{\"format\":\"faltakt-pushes\",\"version\":1,\"sizes\":[9223372036854775807]}\n",
                               "{\"format\":\"faltakt-pushes\",\"version\":1}\n", "\n", ""})
        CHECK(codeOf(header) == ErrorCode::InvalidInput);
}
