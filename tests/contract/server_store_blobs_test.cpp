// The bytes of attachments: the same promises by every store.
#include "tests/contract/server_store_subjects.h"

using namespace faltakt;
using namespace faltakt::server;
using namespace faltakt::server::contract;
using base::ErrorCode;
using base::Result;

namespace {

template <typename Subject>
struct Blobs : Filled<Subject> {
    StoredBlob announced(std::uint8_t name, CaseId of, std::int64_t size = 300)
    {
        StoredBlob blob;
        blob.caseId = of;
        blob.name = hashOf(name);
        blob.size = size;
        blob.device = this->device;
        blob.announced = Now;
        return blob;
    }
    void add(TenantId to, const StoredBlob &blob)
    {
        this->write([&](StoreTransaction &t) { return t.blobs().addBlob(to, blob); });
    }
    std::optional<StoredBlob> find(TenantId of, const StoredBlob &blob)
    {
        return this->read([&](StoreSnapshot &s) { return s.blobs().blob(of, blob.caseId, blob.name); });
    }
    void addChunk(const StoredBlob &blob, std::int64_t index, const base::Bytes &chunk)
    {
        const auto now = find(this->first, blob);
        REQUIRE(now);
        this->write([&](StoreTransaction &t) {
            return t.blobs().addChunk(this->first, *now, index, hashOf(std::uint8_t(100 + index)), chunk);
        });
    }
    Result<base::Bytes> chunk(TenantId of, const StoredBlob &blob, std::int64_t index)
    {
        return this->store().read([&](StoreSnapshot &s) { return s.blobs().chunk(of, blob.caseId, blob.name, index); });
    }
    std::vector<base::Hash> leaves(const StoredBlob &blob)
    {
        return this->read([&](StoreSnapshot &s) { return s.blobs().leaves(this->first, blob.caseId, blob.name); });
    }
    BlobRoom room(TenantId of, DeviceId who)
    {
        return this->read([&](StoreSnapshot &s) { return s.blobs().room(of, who); });
    }
};

const base::Bytes Chunk(200, 0xab);
const base::Bytes Rest(100, 0x00);

} // namespace

TEMPLATE_LIST_TEST_CASE("a blob grows chunk by chunk and is there after the process has ended", "[contract]", Subjects)
{
    Blobs<TestType> all;
    const StoredBlob blob = all.announced(7, all.caseId);
    CHECK_FALSE(all.find(all.first, blob));
    all.add(all.first, blob);
    CHECK(all.find(all.first, blob)->held == 0);
    all.addChunk(blob, 0, Chunk);
    all.reopen();
    CHECK(all.find(all.first, blob)->held == 200);
    CHECK_FALSE(all.find(all.first, blob)->isWhole());
    all.addChunk(blob, 1, Rest);
    const auto whole = all.find(all.first, blob);
    CHECK(whole->isWhole());
    CHECK(whole->size == 300);
    CHECK(whole->device == all.device);
    CHECK(whole->announced == Now);
    CHECK(need(all.chunk(all.first, blob, 0)) == Chunk);
    CHECK(need(all.chunk(all.first, blob, 1)) == Rest);
    CHECK(all.chunk(all.first, blob, 2).error().code() == ErrorCode::NotFound);
    CHECK(all.leaves(blob) == std::vector{hashOf(100), hashOf(101)});
}

TEMPLATE_LIST_TEST_CASE("a blob is another one in another case and for another tenant", "[contract]", Subjects)
{
    Blobs<TestType> all;
    const StoredBlob blob = all.announced(7, all.caseId);
    const StoredBlob elsewhere = all.announced(7, idOf<CaseId>(6), 500);
    all.add(all.first, blob);
    all.addChunk(blob, 0, Chunk);
    CHECK_FALSE(all.find(all.first, elsewhere));
    CHECK_FALSE(all.find(all.second, blob));
    CHECK_FALSE(all.chunk(all.second, blob, 0));
    CHECK(all.chunk(all.first, elsewhere, 0).error().code() == ErrorCode::NotFound);
    all.add(all.first, elsewhere);
    all.add(all.second, blob);
    CHECK(all.find(all.first, elsewhere)->size == 500);
    CHECK(all.find(all.first, elsewhere)->held == 0);
    CHECK(all.find(all.second, blob)->held == 0);
    const auto again = all.store().write([&](StoreTransaction &t) { return t.blobs().addBlob(all.first, blob); });
    CHECK(again.error().code() == ErrorCode::AlreadyExists);
    CHECK(all.find(all.first, blob)->held == 200);
}

TEMPLATE_LIST_TEST_CASE("room is taken with the announcement, by device and by tenant, and given back at the end",
                        "[contract]", Subjects)
{
    Blobs<TestType> all;
    const auto other = idOf<DeviceId>(9);
    CHECK(all.room(all.first, all.device).ofTenant == 0);
    StoredBlob blob = all.announced(7, all.caseId, 30'000);
    StoredBlob others = all.announced(8, all.caseId, 50); // A small one takes more than its bytes.
    others.device = other;
    all.add(all.first, blob);
    all.add(all.first, others);
    CHECK(all.room(all.first, all.device).ofDevice == 30'000);
    CHECK(all.room(all.first, all.device).ofTenant == 34'096);
    CHECK(all.room(all.first, other).ofDevice == 4096);
    CHECK(all.room(all.second, all.device).ofTenant == 0);
    all.addChunk(blob, 0, Chunk);
    all.write([&](StoreTransaction &t) { return t.blobs().removeBlob(all.first, blob); });
    CHECK_FALSE(all.find(all.first, blob));
    CHECK_FALSE(all.chunk(all.first, blob, 0));
    CHECK(all.room(all.first, all.device).ofDevice == 0);
    CHECK(all.room(all.first, all.device).ofTenant == 4096);
    // What comes again under the name begins anew.
    all.add(all.first, blob);
    CHECK(all.leaves(blob).empty());
}

TEMPLATE_LIST_TEST_CASE("chunks that were dropped leave the blob announced and empty", "[contract]", Subjects)
{
    Blobs<TestType> all;
    const StoredBlob blob = all.announced(7, all.caseId);
    all.add(all.first, blob);
    all.addChunk(blob, 0, Chunk);
    all.write([&](StoreTransaction &t) { return t.blobs().dropChunks(all.first, blob); });
    CHECK(all.find(all.first, blob)->held == 0);
    CHECK(all.leaves(blob).empty());
    CHECK(all.room(all.first, all.device).ofDevice == StoredBlob::LeastRoom);
    all.addChunk(blob, 0, Rest);
    CHECK(need(all.chunk(all.first, blob, 0)) == Rest);
}

TEMPLATE_LIST_TEST_CASE("a tenant's blobs are walked in pages, each once and no other's", "[contract]", Subjects)
{
    Blobs<TestType> all;
    for (const std::uint8_t name : {5, 1, 3})
        for (const std::uint8_t of : {40, 30})
            all.add(all.first, all.announced(name, idOf<CaseId>(of)));
    all.add(all.second, all.announced(9, idOf<CaseId>(30)));
    std::vector<std::pair<CaseId, base::Hash>> seen;
    std::optional<BlobPosition> after;
    while (true) {
        const auto page = all.read([&](StoreSnapshot &s) { return s.blobs().blobsAfter(all.first, after, 4); });
        for (const StoredBlob &blob : page) {
            seen.emplace_back(blob.caseId, blob.name);
            after = BlobPosition{blob.caseId, blob.name};
        }
        if (page.size() < 4)
            break;
    }
    CHECK(seen.size() == 6);
    CHECK(std::is_sorted(seen.begin(), seen.end()));
    CHECK(std::adjacent_find(seen.begin(), seen.end()) == seen.end());
}

TEMPLATE_LIST_TEST_CASE("the time since when nothing names a blob is kept and taken back", "[contract]", Subjects)
{
    Blobs<TestType> all;
    const StoredBlob blob = all.announced(7, all.caseId);
    all.add(all.first, blob);
    CHECK_FALSE(all.find(all.first, blob)->orphanSince);
    all.write([&](StoreTransaction &t) { return t.blobs().setOrphanSince(all.first, blob, Now); });
    CHECK(all.find(all.first, blob)->orphanSince == Now);
    all.write([&](StoreTransaction &t) { return t.blobs().setOrphanSince(all.first, blob, std::nullopt); });
    CHECK_FALSE(all.find(all.first, blob)->orphanSince);
}

TEMPLATE_LIST_TEST_CASE("all marks of one tenant are taken back at once", "[contract]", Subjects)
{
    Blobs<TestType> all;
    const StoredBlob one = all.announced(7, all.caseId), two = all.announced(8, all.caseId);
    for (const StoredBlob &blob : {one, two}) {
        all.add(all.first, blob);
        all.write([&](StoreTransaction &t) { return t.blobs().setOrphanSince(all.first, blob, Now); });
    }
    all.add(all.second, one);
    all.write([&](StoreTransaction &t) { return t.blobs().setOrphanSince(all.second, one, Now); });
    all.write([&](StoreTransaction &t) { return t.blobs().clearOrphanMarks(all.first); });
    CHECK_FALSE(all.find(all.first, one)->orphanSince);
    CHECK_FALSE(all.find(all.first, two)->orphanSince);
    CHECK(all.find(all.second, one)->orphanSince == Now);
}

TEMPLATE_LIST_TEST_CASE("the quarantined lines of a case are found by it, in the order of their coming", "[contract]",
                        Subjects)
{
    Filled<TestType> filled;
    for (const std::uint8_t number : {1, 2, 3, 4}) {
        QuarantinedChange change;
        change.hash = hashOf(number);
        change.id = idOf<ChangeId>(number);
        if (number != 4)
            change.caseId = number == 2 ? idOf<CaseId>(99) : filled.caseId;
        change.line = std::string("line ") + std::to_string(number);
        change.worker = filled.worker;
        change.device = filled.device;
        change.received = Now;
        filled.write([&](StoreTransaction &t) { return t.log().addQuarantined(filled.first, change); });
    }
    const auto kept =
        filled.read([&](StoreSnapshot &s) { return s.log().quarantineOfCase(filled.first, filled.caseId); });
    REQUIRE(kept.size() == 2);
    CHECK(kept[0].line == "line 1");
    CHECK(kept[1].line == "line 3");
    CHECK(
        filled.read([&](StoreSnapshot &s) { return s.log().quarantineOfCase(filled.second, filled.caseId); }).empty());
}

TEMPLATE_LIST_TEST_CASE("cases whose records of a kind have no state are told, each once", "[contract]", Subjects)
{
    Filled<TestType> filled;
    filled.write([&](StoreTransaction &t) -> Result<void> {
        for (const std::uint8_t number : {101, 102})
            TRY_VOID(t.log().addRecordHome(filled.first, idOf<RecordId>(number), {filled.caseId, "attachment"}));
        TRY_VOID(t.log().addRecordHome(filled.first, idOf<RecordId>(103), {idOf<CaseId>(98), "note"}));
        TRY_VOID(t.log().addRecordHome(filled.first, idOf<RecordId>(104), {idOf<CaseId>(97), "attachment"}));
        return t.log().setRecordState(filled.first,
                                      changelog::RecordState(idOf<RecordId>(104), idOf<CaseId>(97), "attachment"));
    });
    const auto cases = [&](TenantId of) {
        return filled.read([&](StoreSnapshot &s) { return s.log().casesWithoutState(of, "attachment"); });
    };
    CHECK(cases(filled.first) == std::vector{filled.caseId});
    CHECK(cases(filled.second).empty());
}

TEMPLATE_LIST_TEST_CASE("a chunk whose transaction fails is not there, and nor is its length", "[contract]", Subjects)
{
    Blobs<TestType> all;
    const StoredBlob blob = all.announced(7, all.caseId);
    all.add(all.first, blob);
    const auto failed = all.store().write([&](StoreTransaction &t) -> Result<void> {
        TRY_VOID(t.blobs().addChunk(all.first, blob, 0, hashOf(1), Chunk));
        TRY_VOID(t.blobs().addBlob(all.first, all.announced(8, all.caseId)));
        CHECK(need(t.blobs().blob(all.first, blob.caseId, blob.name))->held == 200);
        return base::fail(ErrorCode::Internal);
    });
    CHECK_FALSE(failed);
    CHECK(all.find(all.first, blob)->held == 0);
    CHECK(all.leaves(blob).empty());
    CHECK(all.room(all.first, all.device).ofDevice == StoredBlob::LeastRoom);
}
