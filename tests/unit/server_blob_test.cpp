// The bytes of attachments at the server: who may bring and who may read, what is proven, what room they take, what goes.
#include "tests/unit/server_world.h"

#include "core/casework/attachment.h"
#include "core/crypto/sealed_blob.h"
#include "core/crypto/system_random.h"

using namespace faltakt::server;
using namespace faltakt::server::testing;
using faltakt::base::ErrorCode;
using faltakt::changelog::CompartmentSet;
using faltakt::crypto::BlobForm;
namespace base = faltakt::base;
namespace crypto = faltakt::crypto;
namespace casework = faltakt::casework;
namespace protocol = faltakt::protocol;

namespace {

constexpr auto Day = std::chrono::hours(24);

struct BlobWorld : World {
    WorkerId anna = addWorker("Anna", team);
    WorkerId bo = addWorker("Bo");
    TestDevice annas{*this, anna};
    TestDevice bos{*this, bo};
    CaseId caseId = ids.makeId<CaseId>();
    crypto::SystemRandom systemRandom;

    BlobWorld() { annas.push(annas.note(caseId)); }

    crypto::SealedBlob blobOf(std::size_t size)
    {
        base::Bytes content(size);
        systemRandom.fill(content);
        return need(crypto::sealBlob(content, systemRandom));
    }
    protocol::BlobAnnouncement announcementOf(const crypto::SealedBlob &blob, CaseId of) const
    {
        return {of, blob.reference.name, blob.reference.size};
    }
    base::Result<BlobService::Progress> take(const TestDevice &by, const crypto::SealedBlob &blob, std::size_t index,
                                             std::optional<CaseId> of = {})
    {
        return core->blobs().take(
            by.session,
            {of.value_or(caseId), blob.reference.name, std::int64_t(index) * std::int64_t(BlobForm::ChunkBytes)},
            blob.chunks[index]);
    }
    void bring(const TestDevice &by, const crypto::SealedBlob &blob)
    {
        need(core->blobs().announce(by.session, announcementOf(blob, caseId)));
        for (std::size_t i = 0; i < blob.chunks.size(); ++i)
            need(take(by, blob, i));
    }
    base::Result<base::Bytes> read(const TestDevice &by, const crypto::SealedBlob &blob, std::int64_t index = 0,
                                   std::optional<CaseId> of = {})
    {
        return core->blobs().read(
            by.session, {of.value_or(caseId), blob.reference.name, index * std::int64_t(BlobForm::ChunkBytes)});
    }
    bool has(const crypto::SealedBlob &blob)
    {
        return need(store->read([&](StoreSnapshot &s) { return s.blobs().blob(tenant, caseId, blob.reference.name); }))
            .has_value();
    }
    void grant(WorkerId to, CompartmentSet compartments)
    {
        need(store->write([&](StoreTransaction &t) -> base::Result<void> {
            TRY(const auto seq, t.log().takeSeqs(tenant, 1));
            return t.log().addAccess(tenant, {seq, caseId, to.uuid(), compartments});
        }));
    }
    /// A record that names the blob.
    ChangeLine attachmentLine(TestDevice &by, const crypto::SealedBlob &blob, RecordId record, CaseId of)
    {
        casework::Attachment attachment;
        attachment.mediaType = casework::Attachment::Jpeg;
        attachment.at = clock.now();
        attachment.blob = {blob.reference.name, blob.reference.size, blob.reference.key.clone()};
        return by.change(of, record, "attachment", casework::attachmentFields(attachment));
    }
    BlobService::Sweep sweep() { return need(core->blobs().sweep(tenant)); }
};

template <typename T>
ErrorCode codeOf(const base::Result<T> &result)
{
    return result ? ErrorCode::Internal : result.error().code();
}

} // namespace

TEST_CASE_METHOD(BlobWorld, "a blob goes up in chunks, is whole at its end, and comes down as it was")
{
    const auto blob = blobOf(600'000);
    REQUIRE(blob.chunks.size() == 3);
    CHECK(codeOf(take(annas, blob, 0)) == ErrorCode::NotFound);
    CHECK(need(core->blobs().announce(annas.session, announcementOf(blob, caseId))).held.held == 0);
    CHECK(need(take(annas, blob, 0)).held.held == 262144);
    CHECK(codeOf(read(annas, blob)) == ErrorCode::NotFound);
    CHECK(need(take(annas, blob, 1)).held.held == 2 * 262144);
    CHECK(need(take(annas, blob, 2)).held.held == blob.reference.size);
    for (std::size_t i = 0; i < 3; ++i)
        CHECK(need(read(annas, blob, std::int64_t(i))) == blob.chunks[i]);
    CHECK(codeOf(read(annas, blob, 3)) == ErrorCode::NotFound);
    CHECK(need(core->blobs().announce(annas.session, announcementOf(blob, caseId))).held.held == blob.reference.size);
}

TEST_CASE_METHOD(BlobWorld, "a chunk that is repeated, or comes too early, changes nothing and is told where to go on")
{
    const auto blob = blobOf(600'000);
    need(core->blobs().announce(annas.session, announcementOf(blob, caseId)));
    CHECK(need(take(annas, blob, 1)).held.held == 0);
    need(take(annas, blob, 0));
    CHECK(need(take(annas, blob, 0)).held.held == 262144);
    CHECK(need(take(annas, blob, 2)).held.held == 262144);
    need(take(annas, blob, 1));
    need(take(annas, blob, 2));
    CHECK(need(take(annas, blob, 1)).held.held == blob.reference.size);
    CHECK(need(read(annas, blob, 1)) == blob.chunks[1]);
}

TEST_CASE_METHOD(BlobWorld, "what is not the blob of its name is thrown away whole, and can be brought again")
{
    const auto blob = blobOf(300'000);
    auto wrong = blobOf(300'000);
    wrong.reference.name = blob.reference.name;
    need(core->blobs().announce(annas.session, announcementOf(blob, caseId)));
    need(take(annas, wrong, 0));
    const auto last = need(take(annas, blob, 1));
    CHECK(last.wrong);
    CHECK(last.held.held == 0);
    CHECK(codeOf(read(annas, blob)) == ErrorCode::NotFound);
    CHECK_FALSE(need(take(annas, blob, 0)).wrong);
    CHECK(need(take(annas, blob, 1)).held.held == blob.reference.size);
}

TEST_CASE_METHOD(BlobWorld, "chunks of another length than their place has are refused")
{
    const auto blob = blobOf(300'000);
    need(core->blobs().announce(annas.session, announcementOf(blob, caseId)));
    for (const std::size_t size : {0, 1, 262143, 262145}) {
        const base::Bytes chunk(size, 1);
        CHECK(codeOf(core->blobs().take(annas.session, {caseId, blob.reference.name, 0}, chunk))
              == ErrorCode::InvalidInput);
    }
    protocol::BlobAnnouncement other = announcementOf(blob, caseId);
    --other.size;
    CHECK(codeOf(core->blobs().announce(annas.session, other)) == ErrorCode::InvalidInput);
}

TEST_CASE_METHOD(BlobWorld, "who has no right to the case's file gets nothing, also who knows the name")
{
    const auto blob = blobOf(1000);
    bring(annas, blob);
    CHECK(codeOf(read(bos, blob)) == ErrorCode::Refused);
    CHECK(codeOf(core->blobs().announce(bos.session, announcementOf(blob, caseId))) == ErrorCode::Refused);
    CHECK(codeOf(take(bos, blob, 0)) == ErrorCode::Refused);

    // Under a case of one's own the name leads nowhere.
    const CaseId own = ids.makeId<CaseId>();
    bos.push(bos.note(own));
    CHECK(codeOf(read(bos, blob, 0, own)) == ErrorCode::NotFound);

    // A right to other parts of the case does not open it.
    grant(bo, CompartmentSet::ofCaseworker().without({faltakt::changelog::Compartment::File}));
    CHECK(codeOf(read(bos, blob)) == ErrorCode::Refused);
    grant(bo, CompartmentSet{faltakt::changelog::Compartment::File});
    CHECK(need(read(bos, blob)) == blob.chunks[0]);
    grant(bo, {});
    CHECK(codeOf(read(bos, blob)) == ErrorCode::Refused);
    CHECK(codeOf(read(bos, blob, 0, ids.makeId<CaseId>())) == ErrorCode::Refused);
}

TEST_CASE_METHOD(BlobWorld, "a foreign tenant gets nothing and takes no place")
{
    const auto blob = blobOf(1000);
    bring(annas, blob);
    const TenantId other = addTenant("Flen");
    TestDevice foreign(*this, need(core->administration().addWorker(other, {}, "Cia", "caseworker")));
    CHECK(codeOf(read(foreign, blob)) == ErrorCode::Refused);
    CHECK(codeOf(core->blobs().announce(foreign.session, announcementOf(blob, caseId))) == ErrorCode::Refused);
}

TEST_CASE_METHOD(BlobWorld,
                 "a right that was taken away and a revocation keep nobody from handing in, and from reading all")
{
    const auto blob = blobOf(300'000);
    need(core->blobs().announce(annas.session, announcementOf(blob, caseId)));
    need(take(annas, blob, 0));
    need(core->administration().revokeDevice(annas.session.device));
    CHECK(need(take(annas, blob, 1)).held.held == blob.reference.size);
    CHECK(codeOf(read(annas, blob)) == ErrorCode::Refused);
}

TEST_CASE_METHOD(BlobWorld, "writing and reading stand in the access log, with who and which case")
{
    const auto blob = blobOf(300'000);
    bring(annas, blob);
    need(read(annas, blob, 1));
    static_cast<void>(read(bos, blob));
    const auto entries =
        need(store->read([&](StoreSnapshot &snapshot) { return snapshot.accessLog().entriesAfter(tenant, 0, 100); }));
    std::vector<std::pair<AccessAct, DeviceId>> seen;
    for (const AccessLogEntry &entry : entries)
        if (entry.word == "attachment") {
            CHECK(entry.caseId == caseId);
            seen.emplace_back(entry.act, entry.device);
        }
    const auto device = annas.session.device;
    CHECK(seen
          == std::vector<std::pair<AccessAct, DeviceId>>{{AccessAct::Written, device}, {AccessAct::Delivered, device}});
}

TEST_CASE_METHOD(BlobWorld, "room is bounded for a device and for a municipality, and what is there goes on")
{
    ServerPolicy policy;
    policy.blobBytesOfDevice = 1'000'000;
    policy.blobBytesOfTenant = 1'500'000;
    BlobService tight(*store, clock, core->accessLog(), policy);
    TestDevice second(*this, anna);
    const auto first = blobOf(600'000);
    CHECK_FALSE(need(tight.announce(annas.session, announcementOf(first, caseId))).full);
    CHECK(need(tight.announce(annas.session, announcementOf(blobOf(600'000), caseId))).full);
    CHECK_FALSE(need(tight.announce(second.session, announcementOf(blobOf(600'000), caseId))).full);
    CHECK(need(tight.announce(second.session, announcementOf(blobOf(350'000), caseId))).full);
    CHECK_FALSE(need(tight.announce(annas.session, announcementOf(first, caseId))).full);
    CHECK(need(tight.take(annas.session, {caseId, first.reference.name, 0}, first.chunks[0])).held.held == 262144);
}

TEST_CASE_METHOD(BlobWorld, "bytes that an attachment names stay, and go 30 days after nothing has named them")
{
    const auto named = blobOf(1000);
    const auto unnamed = blobOf(1000);
    bring(annas, named);
    bring(annas, unnamed);
    const auto record = ids.makeId<RecordId>();
    const auto line = attachmentLine(annas, named, record, caseId);
    annas.push(line);
    CHECK(sweep().orphans == 1);
    clock.advance(30 * Day - std::chrono::hours(1));
    CHECK(sweep().removed == 0);
    clock.advance(std::chrono::hours(1));
    CHECK(sweep().removed == 1);
    CHECK_FALSE(has(unnamed));
    CHECK(need(read(annas, named)) == named.chunks[0]);

    // Removed: the count begins then, and an undo within it ends it.
    annas.push(annas.change(caseId, record, "attachment", {{"deleted", true}}, {line.change.id}));
    CHECK(sweep().orphans == 1);
    clock.advance(20 * Day);
    CHECK(sweep().removed == 0);
    const auto state = need(store->read([&](StoreSnapshot &s) { return s.log().recordState(tenant, record); }));
    annas.push(annas.change(caseId, record, "attachment", {{"deleted", false}}, faltakt::changelog::allHeads(*state)));
    CHECK(sweep().orphans == 0);
    clock.advance(31 * Day);
    CHECK(sweep().removed == 0);
    CHECK(has(named));
}

TEST_CASE_METHOD(BlobWorld, "bytes that a returned change names are kept for its author")
{
    const auto blob = blobOf(1000);
    bring(annas, blob);
    const auto first = annas.note(caseId);
    annas.push(first);
    need(core->administration().revokeDevice(annas.session.device));
    annas.push(attachmentLine(annas, blob, ids.makeId<RecordId>(), caseId));
    CHECK(sweep().orphans == 0);
}

TEST_CASE_METHOD(BlobWorld, "bytes that never came whole go too, and their room with them")
{
    const auto blob = blobOf(300'000);
    need(core->blobs().announce(annas.session, announcementOf(blob, caseId)));
    need(take(annas, blob, 0));
    sweep();
    clock.advance(31 * Day);
    CHECK(sweep().removed == 1);
    const auto room = need(store->read([&](StoreSnapshot &s) { return s.blobs().room(tenant, annas.session.device); }));
    CHECK(room.ofTenant == 0);
}

TEST_CASE_METHOD(BlobWorld, "a sweep that is due comes once a day")
{
    bring(annas, blobOf(1000));
    need(core->blobs().sweepIfDue(tenant));
    const auto marked = [&] {
        return need(store->read([&](StoreSnapshot &s) { return s.blobs().blobsAfter(tenant, {}, 10); }))
            .front()
            .orphanSince;
    };
    REQUIRE(marked() == Start);
    clock.advance(30 * Day);
    need(core->blobs().sweepIfDue(tenant));
    CHECK(need(store->read([&](StoreSnapshot &s) { return s.blobs().blobsAfter(tenant, {}, 10); })).empty());
    bring(annas, blobOf(1000));
    clock.advance(std::chrono::hours(23));
    need(core->blobs().sweepIfDue(tenant));
    CHECK_FALSE(marked());
}
