// The bytes of attachments at the server: who may bring and who may read, what is proven, what room they take, what goes.
#include "tests/unit/server_attachment_line.h"

#include "core/crypto/sealed_blob.h"
#include "core/crypto/system_random.h"
#include "sync/server/api/log_history.h"

#include <algorithm>

using namespace faltakt::server;
using namespace faltakt::server::testing;
using faltakt::base::ErrorCode;
using faltakt::changelog::CompartmentSet;
using faltakt::crypto::BlobForm;
namespace base = faltakt::base;
namespace crypto = faltakt::crypto;
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
    /// The record goes first, as a device sends it.
    RecordId name(TestDevice &by, const crypto::SealedBlob &blob, std::int64_t less = 0)
    {
        const auto record = ids.makeId<RecordId>();
        lines[record] = attachmentLine(by, caseId, record, blob.reference.name, blob.reference.size - less);
        verdict = by.push(lines[record]);
        return record;
    }
    base::Result<BlobService::Progress> announce(const TestDevice &by, const crypto::SealedBlob &blob)
    {
        return core->blobs().announce(by.session, announcementOf(blob, caseId));
    }
    /// Named and announced.
    void begin(TestDevice &by, const crypto::SealedBlob &blob)
    {
        name(by, blob);
        need(announce(by, blob));
    }
    RecordId bring(TestDevice &by, const crypto::SealedBlob &blob)
    {
        const auto record = name(by, blob);
        need(core->blobs().announce(by.session, announcementOf(blob, caseId)));
        for (std::size_t i = 0; i < blob.chunks.size(); ++i)
            need(take(by, blob, i));
        return record;
    }
    void remove(TestDevice &by, RecordId record)
    {
        by.push(by.change(caseId, record, "attachment", {{"deleted", true}}, {lines[record].change.id}));
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
    BlobService::Sweep sweep() { return need(core->blobs().sweep(tenant)); }

    std::map<RecordId, ChangeLine> lines;
    Verdict verdict; ///< Of the record that was pushed last.
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
    name(annas, blob);
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
    begin(annas, blob);
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
    begin(annas, blob);
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
    begin(annas, blob);
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
    begin(annas, blob);
    need(take(annas, blob, 0));
    need(core->administration().revokeDevice(annas.session.device));
    CHECK(need(take(annas, blob, 1)).held.held == blob.reference.size);
    CHECK(codeOf(read(annas, blob)) == ErrorCode::Refused);
}

TEST_CASE_METHOD(BlobWorld, "a device that is to be wiped gets no more bytes, and may hand in its own")
{
    const auto blob = blobOf(300'000);
    begin(annas, blob);
    need(take(annas, blob, 0));
    need(core->administration().orderDevice(annas.session.device, Administration::DeviceOrder::Wipe));
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
    const auto isFull = [&](TestDevice &by, const crypto::SealedBlob &blob) {
        name(by, blob);
        return need(tight.announce(by.session, announcementOf(blob, caseId))).full;
    };
    const auto first = blobOf(600'000);
    CHECK_FALSE(isFull(annas, first));
    CHECK(isFull(annas, blobOf(600'000)));
    CHECK_FALSE(isFull(second, blobOf(600'000)));
    CHECK(isFull(second, blobOf(350'000)));
    CHECK_FALSE(isFull(annas, first));
    CHECK(need(tight.take(annas.session, {caseId, first.reference.name, 0}, first.chunks[0])).held.held == 262144);
    // A small one takes more than its bytes.
    const auto before =
        need(store->read([&](StoreSnapshot &s) { return s.blobs().room(tenant, annas.session.device); }));
    CHECK_FALSE(isFull(annas, blobOf(3)));
    const auto after =
        need(store->read([&](StoreSnapshot &s) { return s.blobs().room(tenant, annas.session.device); }));
    CHECK(after.ofDevice - before.ofDevice == 4096);
}

TEST_CASE_METHOD(BlobWorld,
                 "no room is given for what no change names, nor for another size than the first change says")
{
    const auto blob = blobOf(300'000);
    CHECK(codeOf(announce(annas, blob)) == ErrorCode::Refused);
    grant(bo, CompartmentSet::ofCaseworker());
    // In the text of a note it does not count.
    annas.push(annas.note(caseId, base::toBase64Url(blob.reference.name)));
    CHECK(codeOf(announce(annas, blob)) == ErrorCode::Refused);
    name(annas, blob);
    name(bos, blob, 1);
    auto shorter = announcementOf(blob, caseId);
    --shorter.size;
    CHECK(codeOf(core->blobs().announce(bos.session, shorter)) == ErrorCode::InvalidInput);
    CHECK(codeOf(core->blobs().announce(annas.session, shorter)) == ErrorCode::InvalidInput);
    need(announce(annas, blob));
    need(take(annas, blob, 0));
    CHECK(need(take(annas, blob, 1)).held.held == blob.reference.size);
}

TEST_CASE_METHOD(BlobWorld, "an announcement of a wrong size makes way for the bytes that fit the name")
{
    const auto blob = blobOf(300'000);
    StoredBlob wrong;
    wrong.caseId = caseId;
    wrong.name = blob.reference.name;
    wrong.size = 1000;
    wrong.device = bos.session.device;
    wrong.announced = clock.now();
    need(store->write([&](StoreTransaction &t) { return t.blobs().addBlob(tenant, wrong); }));
    name(annas, blob);
    CHECK(need(announce(annas, blob)).held.held == 0);
    need(take(annas, blob, 0));
    CHECK(need(take(annas, blob, 1)).held.held == blob.reference.size);
    const auto room = need(store->read([&](StoreSnapshot &s) { return s.blobs().room(tenant, bos.session.device); }));
    CHECK(room.ofDevice == 0);
}

TEST_CASE_METHOD(BlobWorld, "nobody writes into another's upload, and who put the blob in takes it back at once")
{
    grant(bo, CompartmentSet::ofCaseworker());
    const auto blob = blobOf(600'000);
    auto garbage = blobOf(600'000);
    garbage.reference.name = blob.reference.name;
    begin(annas, blob);
    need(take(annas, blob, 0));
    CHECK(need(announce(bos, blob)).held.held == 262144);
    CHECK(need(take(bos, garbage, 1)).held.held == 262144);
    need(take(annas, blob, 1));
    CHECK(need(take(annas, blob, 2)).held.held == blob.reference.size);

    const auto next = blobOf(300'000);
    garbage.reference.name = next.reference.name;
    name(annas, next);
    need(announce(bos, next));
    need(take(bos, garbage, 0));
    CHECK(need(announce(annas, next)).held.held == 0);
    need(take(annas, next, 0));
    CHECK(need(take(annas, next, 1)).held.held == next.reference.size);

    // Where it lies, others who have it may bring it.
    const auto idle = blobOf(300'000);
    begin(annas, idle);
    need(take(annas, idle, 0));
    clock.advance(Day);
    CHECK(need(announce(bos, idle)).held.held == 0);
    need(take(bos, idle, 0));
    CHECK(need(take(bos, idle, 1)).held.held == idle.reference.size);
}

TEST_CASE_METHOD(BlobWorld, "a picture is not exchanged under the caption of another, which may be edited")
{
    grant(bo, CompartmentSet::ofCaseworker());
    const auto blob = blobOf(1000);
    const auto other = blobOf(1000);
    const auto record = bring(annas, blob);
    const auto base = lines[record].change.id;
    const auto fields =
        attachmentLine(bos, caseId, record, other.reference.name, other.reference.size).change.sets[0].fields;
    for (const char *field : {"blob", "size", "key"}) {
        CAPTURE(field);
        const auto edited = bos.push(bos.change(caseId, record, "attachment", {{field, *fields.find(field)}}, {base}));
        CHECK(edited.reason == "schema");
        CHECK(edited.field == "attachment.blob");
    }
    const auto caption = bos.push(bos.change(caseId, record, "attachment", {{"caption", "letter"}}, {base}));
    CHECK(caption.kind == faltakt::changelog::VerdictKind::Accepted);
    CHECK(sweep().orphans == 0);
    // The returned change names it for its author, but says no size that it could have.
    CHECK(codeOf(announce(bos, other)) == ErrorCode::InvalidInput);
}

TEST_CASE_METHOD(BlobWorld, "a revoked device hands in what its worker's changes name, and takes no other room")
{
    grant(bo, CompartmentSet::ofCaseworker());
    const auto before = blobOf(1000);
    const auto others = blobOf(1000);
    const auto after = blobOf(1000);
    name(annas, before);
    name(bos, others);
    need(core->administration().revokeDevice(annas.session.device));
    name(annas, after);
    CHECK(verdict.reason == "revoked");
    CHECK(need(announce(annas, before)).held.held == 0);
    CHECK(need(announce(annas, after)).held.held == 0);
    CHECK(codeOf(announce(annas, others)) == ErrorCode::Refused);
    // What was returned to one device is no reason to give room to another.
    CHECK(codeOf(announce(bos, after)) == ErrorCode::Refused);
}

TEST_CASE_METHOD(BlobWorld, "bytes that an attachment names stay, and go 30 days after nothing has named them")
{
    const auto named = blobOf(1000);
    const auto unnamed = blobOf(1000);
    const auto record = bring(annas, named);
    const auto line = lines[record];
    remove(annas, bring(annas, unnamed));
    // In the text of a note, and beside one, it is not named.
    annas.push(annas.note(caseId, base::toBase64Url(unnamed.reference.name)));
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
    need(core->administration().revokeDevice(annas.session.device));
    bring(annas, blob);
    CHECK(verdict.reason == "revoked");
    CHECK(sweep().orphans == 0);
}

TEST_CASE_METHOD(BlobWorld, "bytes that do not come whole go after three days, and their room with them")
{
    const auto blob = blobOf(300'000);
    begin(annas, blob);
    need(take(annas, blob, 0));
    clock.advance(3 * Day - std::chrono::minutes(1));
    CHECK(sweep().removed == 0);
    clock.advance(std::chrono::minutes(1));
    CHECK(sweep().removed == 1);
    const auto room = need(store->read([&](StoreSnapshot &s) { return s.blobs().room(tenant, annas.session.device); }));
    CHECK(room.ofTenant == 0);
}

TEST_CASE_METHOD(BlobWorld, "a sweep removes more than one transaction carries, in steps")
{
    std::vector<crypto::SealedBlob> blobs;
    blobs.reserve(3);
    for (int i = 0; i < 3; ++i)
        blobs.push_back(blobOf(5'000'000));
    for (const auto &blob : blobs)
        remove(annas, bring(annas, blob));
    sweep();
    clock.advance(30 * Day);
    CHECK(sweep().removed == 3);
    const auto room = need(store->read([&](StoreSnapshot &s) { return s.blobs().room(tenant, annas.session.device); }));
    CHECK(room.ofTenant == 0);
}

TEST_CASE_METHOD(BlobWorld, "a sweep that is due comes once a day, whichever process has done it")
{
    const auto record = bring(annas, blobOf(1000));
    remove(annas, record);
    need(core->blobs().sweepIfDue(tenant));
    const auto marks = [&] {
        std::vector<std::optional<base::Instant>> all;
        for (const auto &blob :
             need(store->read([&](StoreSnapshot &s) { return s.blobs().blobsAfter(tenant, {}, 10); })))
            all.push_back(blob.orphanSince);
        return all;
    };
    REQUIRE(marks() == std::vector{std::optional(Start)});
    clock.advance(std::chrono::hours(23));
    remove(annas, bring(annas, blobOf(1000)));
    BlobService other(*store, clock, core->accessLog(), {});
    need(other.sweepIfDue(tenant));
    need(core->blobs().sweepIfDue(tenant));
    CHECK(std::ranges::count(marks(), std::optional<base::Instant>()) == 1);
    clock.advance(30 * Day - std::chrono::hours(23));
    need(core->blobs().sweepIfDue(tenant));
    CHECK(marks().size() == 1);
    CHECK(std::ranges::count(marks(), std::optional<base::Instant>()) == 0);
}

TEST_CASE_METHOD(BlobWorld,
                 "after a restore nothing goes by the marks of the backup, and nothing is looked at in the first week")
{
    const auto blob = blobOf(1000);
    const auto record = bring(annas, blob);
    remove(annas, record);
    need(core->blobs().sweepIfDue(tenant));
    // On the 30th day the backup of the day before comes back: what was undone since then is lost until a device offers it.
    clock.advance(30 * Day);
    need(beginNewLog(*store, random));
    BlobService restarted(*store, clock, core->accessLog(), {});
    need(restarted.sweepIfDue(tenant));
    CHECK(has(blob));
    const auto mark = [&] {
        return need(store->read([&](StoreSnapshot &s) { return s.blobs().blob(tenant, caseId, blob.reference.name); }))
            ->orphanSince;
    };
    CHECK_FALSE(mark());
    clock.advance(7 * Day - std::chrono::hours(1));
    need(BlobService(*store, clock, core->accessLog(), {}).sweepIfDue(tenant));
    CHECK_FALSE(mark());
    clock.advance(std::chrono::hours(1));
    need(BlobService(*store, clock, core->accessLog(), {}).sweepIfDue(tenant));
    CHECK(mark() == clock.now());
    CHECK(has(blob));
}
