// The way of attachments' bytes between a device and the server, broken at every message.
#include "sync/client/blob_transfer.h"

#include "core/crypto/system_random.h"
#include "sync/blobs/attachments.h"
#include "sync/protocol/messages.h"
#include "tests/support/catch.h"
#include "tests/support/store_fixture.h"
#include "tests/unit/client_event_loop.h"

#include <QTimer>

#include <filesystem>
#include <map>

using namespace faltakt;
using base::ErrorCode;
using blobs::TransferReport;
using client::Answer;
using client::Request;
using protocol::Refusal;
using store::BlobState;

namespace {

/// Blobs as the server keeps them, on a line that breaks where it is told: before a message arrives, or before its answer.
class BlobServer final : public client::RequestSender {
public:
    enum class Break { Request, Answer };

    client::RequestNumber send(Request request, Done done) override
    {
        ++m_calls;
        const bool breaks = m_calls == m_breakAt;
        base::Result<Answer> answer = base::fail(ErrorCode::Unreachable);
        if (!breaks || m_how == Break::Answer)
            answer = respond(request);
        if (breaks)
            answer = base::fail(ErrorCode::Unreachable);
        QTimer::singleShot(0, &test::application(),
                           [answer = std::move(answer), done = std::move(done)]() mutable { done(std::move(answer)); });
        return client::RequestNumber(m_calls);
    }
    void giveUp(client::RequestNumber number) override { m_givenUp.push_back(number); }
    [[nodiscard]] client::Traffic traffic() const override { return {}; }
    void breakAt(int call, Break how)
    {
        m_calls = 0;
        m_breakAt = call;
        m_how = how;
    }
    [[nodiscard]] bool broke() const { return m_calls >= m_breakAt; }

    struct Kept {
        std::int64_t size = 0;
        std::vector<base::Bytes> chunks;
        [[nodiscard]] std::int64_t held() const
        {
            std::int64_t sum = 0;
            for (const base::Bytes &chunk : chunks)
                sum += std::int64_t(chunk.size());
            return sum;
        }
    };
    std::map<base::Hash, Kept> m_blobs;
    std::map<std::string, Refusal> m_refusals; ///< By "METHOD", of the calls about blobs, and "TOKEN".
    std::optional<base::Hash> m_forgets;       ///< The blob of which it keeps nothing that it takes.
    int m_chunksTaken = 0, m_chunksGiven = 0;
    std::string m_token = "token";
    std::function<void()> m_onChunk;
    std::vector<client::RequestNumber> m_givenUp;

private:
    static Answer ok(std::string body) { return {200, std::move(body), {}}; }
    static Answer refused(Refusal refusal)
    {
        return {protocol::httpStatusOf(refusal), protocol::encode(protocol::ErrorAnswer{refusal, ""}), {}};
    }
    Answer respond(const Request &request)
    {
        if (const auto refusal = m_refusals.find("TOKEN");
            request.path == protocol::Paths::Token && refusal != m_refusals.end())
            return refused(refusal->second);
        if (request.path == protocol::Paths::Token)
            return ok(protocol::encode(protocol::TokenAnswer{m_token, std::chrono::seconds(600)}));
        REQUIRE(request.path == protocol::Paths::Blob);
        if (request.token != m_token)
            return refused(Refusal::Token);
        const std::string method = request.method == Request::Method::Post    ? "POST"
                                   : request.method == Request::Method::Patch ? "PATCH"
                                                                              : "GET";
        if (const auto refusal = m_refusals.find(method); refusal != m_refusals.end())
            return refused(refusal->second);
        return method == "POST" ? announce(request) : method == "PATCH" ? take(request) : give(request);
    }
    Answer announce(const Request &request)
    {
        const auto announced = protocol::decodeBlobAnnouncement(request.body).value();
        Kept &kept = m_blobs[announced.name];
        kept.size = announced.size;
        return ok(protocol::encode(protocol::BlobHeld{kept.held()}));
    }
    Answer take(const Request &request)
    {
        const auto place = protocol::decodeBlobQuery(request.query).value();
        Kept &kept = m_blobs.at(place.name);
        if (place.at == kept.held()) {
            const auto bytes = base::bytesOf(request.body);
            kept.chunks.emplace_back(bytes.begin(), bytes.end());
            ++m_chunksTaken;
            if (m_onChunk)
                m_onChunk();
        }
        if (place.name == m_forgets)
            kept.chunks.clear();
        if (kept.held() == kept.size && nameOf(kept) != place.name) {
            kept.chunks.clear();
            return refused(Refusal::Invalid);
        }
        return ok(protocol::encode(protocol::BlobHeld{kept.held()}));
    }
    static base::Hash nameOf(const Kept &kept)
    {
        std::vector<base::Hash> leaves;
        for (const base::Bytes &chunk : kept.chunks)
            leaves.push_back(crypto::blobLeaf(std::int64_t(leaves.size()), chunk));
        return crypto::blobName(kept.size, leaves);
    }
    Answer give(const Request &request)
    {
        const auto place = protocol::decodeBlobQuery(request.query).value();
        const auto kept = m_blobs.find(place.name);
        if (kept == m_blobs.end() || kept->second.held() != kept->second.size)
            return refused(Refusal::NotFound);
        ++m_chunksGiven;
        const auto &chunk = kept->second.chunks.at(std::size_t(place.at / std::int64_t(crypto::BlobForm::ChunkBytes)));
        return ok(std::string(base::textOf(base::ByteView(chunk))));
    }

    int m_calls = 0, m_breakAt = 1'000'000;
    Break m_how = Break::Request;
};

struct Bench {
    explicit Bench(std::uint64_t seed = 1) : device(seed)
    {
        REQUIRE(device.create().has_value());
        caseId = device.addPerson("Kim", "Test");
        deliver();
    }
    /// Nothing stands in the way of attachments.
    void deliver()
    {
        const auto batch = device.store().outbox(1000, 1'000'000).value();
        std::vector<changelog::Verdict> verdicts;
        for (std::size_t i = 0; i < batch.lines.size(); ++i)
            verdicts.push_back({batch.from + std::int64_t(i),
                                changelog::VerdictKind::Accepted,
                                changelog::Receipt{++seq, device.clock().now(), {}},
                                {},
                                {}});
        REQUIRE(device.store().applyVerdicts(batch.epoch, verdicts).has_value());
    }
    crypto::SealedBlob blobOf(std::size_t size)
    {
        base::Bytes content(size);
        random.fill(content);
        return crypto::sealBlob(content, random).value();
    }
    base::RecordId add(const crypto::SealedBlob &blob)
    {
        const auto record = device.makeId<base::RecordId>();
        blobs::Attachments attachments(device.store(), folder);
        REQUIRE(attachments.add({caseId, {changelog::makeCreation(record, "note", {{"text", "photo"}})}, {}}, record,
                                blob));
        deliver();
        return record;
    }
    /// A colleague's: the record is here, the bytes are at the server.
    base::RecordId order(const crypto::SealedBlob &blob)
    {
        const auto record = device.makeId<base::RecordId>();
        REQUIRE(device.store().save({caseId, {changelog::makeCreation(record, "note", {{"text", "p"}})}, {}}));
        deliver();
        REQUIRE(blobs::Attachments(device.store(), folder).order(caseId, record, blob.reference));
        return record;
    }
    void putAtServer(const crypto::SealedBlob &blob)
    {
        server.m_blobs[blob.reference.name] = {blob.reference.size, blob.chunks};
    }
    /// A record whose reference leads to somebody else's blob, as a hand-made client would push it.
    base::RecordId orderForged(const crypto::BlobReference &of, std::int64_t size)
    {
        const auto record = device.makeId<base::RecordId>();
        REQUIRE(device.store().save({caseId, {changelog::makeCreation(record, "note", {{"text", "f"}})}, {}}));
        deliver();
        crypto::BlobReference forged{of.name, size, crypto::SecretBytes::copyOf(base::Bytes(32, 7))};
        blobs::Attachments attachments(device.store(), folder);
        REQUIRE(attachments.order(caseId, record, forged));
        REQUIRE(attachments.orderAnew(caseId, record, forged));
        return record;
    }
    base::Result<TransferReport> carry(client::BlobTransfer::Scope scope = client::BlobTransfer::Scope::All)
    {
        client::BlobTransfer transfer(device.store(), folder, key, server, random);
        return test::await<TransferReport>([&](auto done) { transfer.start(scope, {}, std::move(done)); });
    }
    store::BlobRow rowOf(base::RecordId record) { return device.store().blob(record).value().value(); }

    test::Device device;
    base::CaseId caseId;
    std::int64_t seq = 0;
    crypto::SystemRandom random;
    crypto::SigningKey key = crypto::SigningKey::make().value();
    test::TemporaryFolder place;
    crypto::SystemFileSteps files;
    blobs::BlobFolder folder{place.file("blobs"), files};
    BlobServer server;
};

} // namespace

TEST_CASE("an attachment is sent chunk by chunk and counts as sent when the server has all of it")
{
    Bench bench;
    const auto blob = bench.blobOf(600'000);
    const auto record = bench.add(blob);
    const auto report = bench.carry().value();
    CHECK(report.sent == 1);
    CHECK(bench.server.m_blobs.at(blob.reference.name).chunks == blob.chunks);
    CHECK(bench.rowOf(record).state == BlobState::Here);
    CHECK(bench.carry().value().sent == 0);
    CHECK(bench.server.m_chunksTaken == 3);
}

TEST_CASE("an attachment that was asked for is fetched, and opens with its key")
{
    Bench bench;
    const auto blob = bench.blobOf(600'000);
    bench.putAtServer(blob);
    const auto record = bench.order(blob);
    CHECK(bench.carry().value().fetched == 1);
    CHECK(bench.rowOf(record).state == BlobState::Here);
    CHECK(bench.folder.open(blob.reference)->size() == 600'000);
}

TEST_CASE("sending and fetching go on from where they broke, at whatever message, and no chunk that arrived goes again")
{
    for (const auto how : {BlobServer::Break::Request, BlobServer::Break::Answer}) {
        bool wentThrough = false;
        for (int call = 1; !wentThrough; ++call) {
            CAPTURE(call, how == BlobServer::Break::Answer);
            REQUIRE(call < 30);
            Bench bench{std::uint64_t(call)};
            const auto own = bench.blobOf(600'000);
            const auto others = bench.blobOf(300'000);
            bench.putAtServer(others);
            const auto ownRecord = bench.add(own);
            const auto othersRecord = bench.order(others);
            bench.server.breakAt(call, how);
            const auto first = bench.carry();
            wentThrough = !bench.server.broke();
            CHECK(first.has_value() == wentThrough);
            if (!first)
                CHECK(first.error().code() == ErrorCode::Unreachable);
            bench.server.breakAt(1'000'000, how);
            REQUIRE(bench.carry());
            CHECK(bench.rowOf(ownRecord).state == BlobState::Here);
            CHECK(bench.rowOf(othersRecord).state == BlobState::Here);
            CHECK(bench.server.m_blobs.at(own.reference.name).chunks == own.chunks);
            CHECK(bench.folder.open(others.reference)->size() == 300'000);
            CHECK(bench.server.m_chunksTaken == 3);
            // A chunk whose answer was lost is asked for once more.
            CHECK(bench.server.m_chunksGiven <= 3);
        }
    }
}

TEST_CASE("changes go first: with one unsent nothing is carried, and one that comes in between interrupts")
{
    Bench bench;
    const auto blob = bench.blobOf(800'000);
    const auto record = bench.add(blob);
    bench.device.addNote(bench.caseId, "unsent");
    auto report = bench.carry().value();
    CHECK(report.interrupted);
    CHECK(bench.server.m_blobs.empty());
    bench.deliver();
    bench.server.m_onChunk = [&] { bench.device.addNote(bench.caseId, "in between"); };
    report = bench.carry().value();
    CHECK(report.interrupted);
    CHECK(bench.server.m_chunksTaken == 1);
    bench.server.m_onChunk = {};
    bench.deliver();
    report = bench.carry().value();
    CHECK_FALSE(report.interrupted);
    CHECK(bench.server.m_chunksTaken == 4);
    CHECK(bench.rowOf(record).state == BlobState::Here);
}

TEST_CASE("what is wrong with one attachment is noted at it and holds up no other")
{
    const std::vector<std::pair<Refusal, const char *>> faults{{Refusal::Refused, blobs::BlobFault::Refused},
                                                               {Refusal::Full, blobs::BlobFault::Full},
                                                               {Refusal::TooLarge, blobs::BlobFault::TooLarge},
                                                               {Refusal::Invalid, blobs::BlobFault::Damaged}};
    for (const auto &[refusal, fault] : faults) {
        Bench bench;
        const auto fetched = bench.blobOf(1000);
        bench.putAtServer(fetched);
        const auto own = bench.add(bench.blobOf(1000));
        const auto others = bench.order(fetched);
        const auto missing = bench.order(bench.blobOf(500));
        bench.server.m_refusals["POST"] = refusal;
        const auto report = bench.carry().value();
        CAPTURE(fault);
        CHECK(report.failed == 2);
        CHECK(report.fetched == 1);
        CHECK(bench.rowOf(own).fault == fault);
        CHECK(bench.rowOf(own).state == BlobState::ToSend);
        CHECK(bench.rowOf(missing).fault == blobs::BlobFault::Missing);
        CHECK(bench.rowOf(others).state == BlobState::Here);
        // The next time it may have become possible.
        bench.server.m_refusals.clear();
        CHECK(bench.carry().value().sent == 1);
        CHECK(bench.rowOf(own).fault.empty());
    }
}

TEST_CASE("a server that is busy or away ends the transfer, and all stands to be tried again")
{
    for (const Refusal refusal : {Refusal::Busy, Refusal::TooMany, Refusal::Failed}) {
        Bench bench;
        const auto record = bench.add(bench.blobOf(1000));
        bench.server.m_refusals["PATCH"] = refusal;
        CHECK(bench.carry().error().code() == ErrorCode::Unreachable);
        CHECK(bench.rowOf(record).fault.empty());
        CHECK(bench.rowOf(record).state == BlobState::ToSend);
    }
}

TEST_CASE("a token that has run out is renewed in the middle, once")
{
    Bench bench;
    const auto blob = bench.blobOf(600'000);
    bench.add(blob);
    bench.server.m_onChunk = [&] {
        if (bench.server.m_chunksTaken == 1)
            bench.server.m_token = "next";
    };
    CHECK(bench.carry().value().sent == 1);
    CHECK(bench.server.m_chunksTaken == 3);
}

TEST_CASE("a server that asks for patience over the token is as good as one that cannot be reached")
{
    Bench bench;
    const auto record = bench.add(bench.blobOf(1000));
    bench.server.m_refusals["TOKEN"] = Refusal::Busy;
    const auto carried = bench.carry();
    REQUIRE_FALSE(carried);
    CHECK(carried.error().code() == ErrorCode::Unreachable);
    CHECK(bench.rowOf(record).fault.empty());
}

TEST_CASE("what comes down and is not what was meant goes again, and is fetched anew")
{
    Bench bench;
    const auto blob = bench.blobOf(300'000);
    auto wrong = bench.blobOf(300'000);
    wrong.reference.name = blob.reference.name;
    bench.putAtServer(wrong);
    const auto record = bench.order(blob);
    CHECK(bench.carry().value().failed == 1);
    CHECK(bench.rowOf(record).fault == blobs::BlobFault::Damaged);
    CHECK(bench.folder.chunksHeld({blob.reference.name, blob.reference.size}) == 0);
    bench.putAtServer(blob);
    CHECK(bench.carry().value().fetched == 1);
    CHECK(bench.folder.open(blob.reference)->size() == 300'000);
}

TEST_CASE("a record that names a colleague's unsent photo, with any size and key, does not touch the bytes of it")
{
    for (const std::int64_t less : {0, 1, 300'000}) {
        CAPTURE(less);
        Bench bench;
        const auto blob = bench.blobOf(600'000);
        const auto record = bench.add(blob);
        bench.server.m_refusals["POST"] = Refusal::Full;
        const auto forged = bench.orderForged(blob.reference, blob.reference.size - less);
        REQUIRE(bench.carry());
        CHECK(bench.folder.open(blob.reference)->size() == 600'000);
        CHECK(bench.rowOf(record).state == BlobState::ToSend);
        // Nor where the forged one goes again.
        REQUIRE(bench.device.store().remove(forged));
        bench.deliver();
        bench.server.m_refusals.clear();
        CHECK(bench.carry().value().sent == 1);
        CHECK(bench.server.m_blobs.at(blob.reference.name).chunks == blob.chunks);
        CHECK(bench.folder.open(blob.reference)->size() == 600'000);
    }
}

TEST_CASE("bytes that somebody else began wrong at the server are brought anew from the start")
{
    Bench bench;
    const auto blob = bench.blobOf(300'000);
    const auto wrong = bench.blobOf(300'000);
    bench.server.m_blobs[blob.reference.name] = {blob.reference.size, {wrong.chunks[0]}};
    const auto record = bench.add(blob);
    CHECK(bench.carry().value().sent == 1);
    CHECK(bench.server.m_blobs.at(blob.reference.name).chunks == blob.chunks);
    CHECK(bench.rowOf(record).state == BlobState::Here);
}

TEST_CASE("a file that is missing here is told as damaged, not sent as something else")
{
    Bench bench;
    const auto blob = bench.blobOf(300'000);
    const auto record = bench.add(blob);
    REQUIRE(bench.folder.drop({blob.reference.name, blob.reference.size}));
    CHECK(bench.carry().value().failed == 1);
    CHECK(bench.rowOf(record).fault == blobs::BlobFault::Damaged);
    CHECK(bench.rowOf(record).state == BlobState::ToSend);
}

TEST_CASE("a file that cannot be read, and one that does not move, hold up no other")
{
    Bench bench;
    const auto blob = bench.blobOf(300'000);
    const auto unreadable = bench.add(blob);
    const std::string chunk = base::toBase64Url(blob.reference.name) + '.' + std::to_string(blob.reference.size) + ".0";
    const auto path = std::filesystem::path(bench.place.file("blobs")) / chunk;
    REQUIRE(std::filesystem::remove(path));
    REQUIRE(std::filesystem::create_directory(path));
    const auto stuck = bench.blobOf(300'000);
    const auto stuckRecord = bench.add(stuck);
    bench.server.m_forgets = stuck.reference.name;
    const auto last = bench.add(bench.blobOf(1000));
    const auto report = bench.carry().value();
    CHECK(report.sent == 1);
    CHECK(report.failed == 2);
    CHECK(bench.rowOf(unreadable).fault == blobs::BlobFault::Damaged);
    CHECK(bench.rowOf(stuckRecord).fault == blobs::BlobFault::Stuck);
    CHECK(bench.rowOf(stuckRecord).state == BlobState::ToSend);
    CHECK(bench.rowOf(last).state == BlobState::Here);
}

TEST_CASE("a transfer that is dropped gives up what is under way and calls nobody back")
{
    Bench bench;
    bench.add(bench.blobOf(600'000));
    bool called = false;
    auto transfer = std::make_unique<client::BlobTransfer>(bench.device.store(), bench.folder, bench.key, bench.server,
                                                           bench.random);
    bench.server.m_onChunk = [&] { QTimer::singleShot(0, &test::application(), [&] { transfer.reset(); }); };
    transfer->start(client::BlobTransfer::Scope::All, {}, [&](const base::Result<TransferReport> &) { called = true; });
    REQUIRE(test::await<void>([&](auto done) { QTimer::singleShot(200, &test::application(), [done] { done({}); }); }));
    CHECK_FALSE(called);
    CHECK_FALSE(bench.server.m_givenUp.empty());
    CHECK(bench.server.m_chunksTaken < 3);
    CHECK(bench.carry().value().sent == 1);
}

TEST_CASE("on a link that is paid for only what somebody asked for is carried")
{
    Bench bench;
    const auto fetched = bench.blobOf(1000);
    bench.putAtServer(fetched);
    const auto own = bench.add(bench.blobOf(1000));
    const auto ordered = bench.order(fetched);
    const auto report = bench.carry(client::BlobTransfer::Scope::OrderedOnly).value();
    CHECK(report.fetched == 1);
    CHECK(report.sent == 0);
    CHECK(bench.rowOf(own).state == BlobState::ToSend);
    CHECK(bench.rowOf(ordered).state == BlobState::Here);
    CHECK(bench.carry().value().sent == 1);
}
