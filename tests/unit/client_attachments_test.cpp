// The bytes of attachments on a device: put in so that no crash loses them, taken away where nothing leads to them.
#include "tests/unit/client_home.h"

#include "core/crypto/sealed_blob.h"
#include "sync/blobs/attachments.h"

#include <filesystem>
#include <fstream>

using namespace faltakt;
using base::ErrorCode;
using blobs::AttachmentState;
using store::BlobState;
using Break = crypto::testing::BreakingFileSteps::Break;

namespace {

struct AttachmentHome : test::Home {
    crypto::SealedBlob blobOf(std::size_t size)
    {
        base::Bytes content(size);
        random.fill(content);
        return crypto::sealBlob(content, random).value();
    }
    /// The kind does not matter to what is tested here.
    static store::Draft draftOf(base::CaseId caseId, base::RecordId record)
    {
        return {caseId, {changelog::makeCreation(record, "note", {{"text", "photo"}})}, {}};
    }
    base::RecordId add(client::FieldStore &store, base::CaseId caseId, const crypto::SealedBlob &blob)
    {
        const auto record = ids.makeId<base::RecordId>();
        REQUIRE(store.attachments().add(draftOf(caseId, record), record, blob));
        return record;
    }
    [[nodiscard]] std::size_t filesInFolder() const
    {
        std::error_code fault;
        std::size_t count = 0;
        for (std::filesystem::directory_iterator entry(path() / blobs::BlobFolder::FolderName, fault), end;
             !fault && entry != end; entry.increment(fault))
            ++count;
        return count;
    }
    /// A colleague's, fetched.
    base::RecordId fetch(client::FieldStore &store, base::CaseId caseId, const crypto::SealedBlob &blob)
    {
        const auto record = ids.makeId<base::RecordId>();
        REQUIRE(store.cases().save(draftOf(caseId, record)));
        REQUIRE(store.attachments().order(caseId, record, blob.reference));
        for (std::size_t i = 0; i < blob.chunks.size(); ++i)
            REQUIRE(store.blobs().put({blob.reference.name, blob.reference.size}, std::int64_t(i), blob.chunks[i]));
        auto row = store.cases().blob(record).value().value();
        row.state = BlobState::Here;
        REQUIRE(store.cases().noteBlob(row));
        return record;
    }
    /// Nothing is unsent any more; the server's time is the clock's.
    void deliver(store::CaseStore &cases)
    {
        const auto batch = cases.outbox(1000, 1'000'000).value();
        std::vector<changelog::Verdict> verdicts;
        verdicts.reserve(batch.lines.size());
        for (std::size_t i = 0; i < batch.lines.size(); ++i)
            verdicts.push_back({batch.from + std::int64_t(i),
                                changelog::VerdictKind::Accepted,
                                changelog::Receipt{++seq, clock.now(), {}},
                                {},
                                {}});
        REQUIRE(cases.applyVerdicts(batch.epoch, verdicts));
    }
    /// The server says what time it is: the clock's.
    void hearTime(store::CaseStore &cases) { REQUIRE(cases.noteContact("log", clock.now(), {})); }
    static void takeAway(store::CaseStore &cases, base::CaseId caseId)
    {
        REQUIRE(cases.applyPage({{changelog::ForgetLine{caseId, {}, 1}}, "after", false}));
    }
    std::int64_t seq = 0;
    static void sendAll(store::CaseStore &cases)
    {
        auto rows = cases.blobs().value();
        for (store::BlobRow &row : rows) {
            row.state = BlobState::Here;
            REQUIRE(cases.noteBlob(row));
        }
    }
};

} // namespace

TEST_CASE_METHOD(AttachmentHome,
                 "an attachment waits from its saving on, and opens with its key after the next unlocking")
{
    const auto blob = blobOf(600'000);
    base::RecordId record;
    {
        const auto store = unlock().value();
        const auto caseId = savePerson(*store);
        record = add(*store, caseId, blob);
        CHECK(store->attachments().stateOf(record).value() == AttachmentState::Waiting);
        CHECK(store->cases().waitingCounts()->blobs == 1);
    }
    const auto store = unlock().value();
    CHECK(filesInFolder() == 3);
    CHECK(store->blobs().chunksHeld({blob.reference.name, blob.reference.size}) == 3);
    CHECK(store->blobs().open(blob.reference)->size() == 600'000);
    CHECK(store->attachments().stateOf(ids.makeId<base::RecordId>()).value() == AttachmentState::Elsewhere);
    REQUIRE(store->cases().waitingBlobs()->size() == 1);
    CHECK(store->cases().waitingBlobs()->front().name == blob.reference.name);
}

TEST_CASE_METHOD(AttachmentHome, "at whatever step putting in breaks, the attachment is there whole or not at all")
{
    for (const Break how : {Break::Error, Break::Crash}) {
        const auto blob = blobOf(300'000);
        const std::size_t before = filesInFolder();
        bool wentThrough = false;
        for (int step = 1; !wentThrough; ++step) {
            CAPTURE(step, how == Break::Crash);
            REQUIRE(step < 50);
            auto store = unlock().value();
            const auto caseId = savePerson(*store);
            const auto record = ids.makeId<base::RecordId>();
            files.breakAt(step, how);
            const auto added = store->attachments().add(draftOf(caseId, record), record, blob);
            wentThrough = !files.broke();
            files.breakAt(0, how);
            CHECK(added.has_value() == wentThrough);
            CHECK(store->cases().record(record)->has_value() == wentThrough);
            store.reset();
            store = unlock().value();
            CHECK(store->cases().blob(record)->has_value() == wentThrough);
            CHECK(filesInFolder() == before + (wentThrough ? 2U : 0U));
        }
    }
}

TEST_CASE_METHOD(AttachmentHome, "no byte of a picture lies in the folder as it was")
{
    const std::string marker = "MARKER-in-the-picture";
    base::Bytes content;
    for (int i = 0; i < 20'000; ++i)
        content.insert(content.end(), marker.begin(), marker.end());
    const auto blob = crypto::sealBlob(content, random).value();
    const auto store = unlock().value();
    add(*store, savePerson(*store), blob);
    for (const auto &entry : std::filesystem::recursive_directory_iterator(path())) {
        if (!entry.is_regular_file())
            continue;
        std::ifstream file(entry.path(), std::ios::binary);
        const std::string bytes((std::istreambuf_iterator<char>(file)), std::istreambuf_iterator<char>());
        CAPTURE(entry.path());
        CHECK(bytes.find(marker) == std::string::npos);
        const bool isOfBlob = entry.path().parent_path().filename() == blobs::BlobFolder::FolderName;
        CHECK((!isOfBlob
               || (entry.status().permissions() & std::filesystem::perms::others_all) == std::filesystem::perms::none));
    }
}

TEST_CASE_METHOD(AttachmentHome, "bytes go with the case, once the server has them, and never before")
{
    const auto store = unlock().value();
    const auto caseId = savePerson(*store);
    add(*store, caseId, blobOf(1000));
    REQUIRE(store->cases().applyPage({{changelog::ForgetLine{caseId, {}, 1}}, "after", false}));
    REQUIRE(store->attachments().tidy());
    CHECK(filesInFolder() == 1);
    CHECK(store->cases().waitingBlobs()->size() == 1);
    sendAll(store->cases());
    // What is unsent of the case is still here; its record is not.
    REQUIRE(store->attachments().tidy());
    CHECK(filesInFolder() == 0);
    CHECK(store->cases().blobs()->empty());
}

TEST_CASE_METHOD(AttachmentHome,
                 "a removed attachment loses its bytes here when the server has them, and is not sent before")
{
    const auto store = unlock().value();
    const auto record = add(*store, savePerson(*store), blobOf(1000));
    const auto removed = store->cases().remove(record).value();
    CHECK(store->cases().waitingBlobs()->empty());
    CHECK(store->cases().waitingCounts()->blobs == 0);
    REQUIRE(store->attachments().tidy());
    CHECK(filesInFolder() == 1);
    REQUIRE(store->cases().undo({removed}));
    CHECK(store->cases().waitingBlobs()->size() == 1);
    sendAll(store->cases());
    REQUIRE(store->cases().remove(record));
    REQUIRE(store->attachments().tidy());
    CHECK(filesInFolder() == 0);
}

TEST_CASE_METHOD(AttachmentHome, "what is asked for stands to be fetched, before what is to be sent, and only once")
{
    const auto store = unlock().value();
    const auto caseId = savePerson(*store);
    const auto own = add(*store, caseId, blobOf(1000));
    const auto others = blobOf(2000);
    const auto record = ids.makeId<base::RecordId>();
    REQUIRE(store->cases().save(draftOf(caseId, record)));
    REQUIRE(store->attachments().order(caseId, record, others.reference));
    REQUIRE(store->attachments().order(caseId, own, blobOf(1000).reference));
    CHECK(store->attachments().stateOf(record).value() == AttachmentState::Ordered);
    const auto waiting = store->cases().waitingBlobs().value();
    REQUIRE(waiting.size() == 2);
    CHECK(waiting[0].record == record);
    CHECK(waiting[0].state == BlobState::Wanted);
    CHECK(waiting[1].record == own);
    CHECK(waiting[1].state == BlobState::ToSend);
}

TEST_CASE_METHOD(AttachmentHome, "a restored server is brought the bytes that are here once more")
{
    const auto store = unlock().value();
    const auto record = add(*store, savePerson(*store), blobOf(1000));
    sendAll(store->cases());
    REQUIRE(store->attachments().stateOf(record).value() == AttachmentState::Here);
    REQUIRE(store->cases().startLog("other", 0));
    CHECK(store->attachments().stateOf(record).value() == AttachmentState::Waiting);
}

TEST_CASE_METHOD(AttachmentHome, "a wipe leaves no bytes, unless they are here alone")
{
    {
        const auto store = unlock().value();
        add(*store, savePerson(*store), blobOf(1000));
        REQUIRE(store->wipe(true, environment()));
    }
    CHECK(filesInFolder() == 1);
    CHECK(std::filesystem::exists(path() / client::FieldStore::DatabaseName));

    AttachmentHome second;
    {
        const auto store = second.unlock().value();
        second.add(*store, second.savePerson(*store), second.blobOf(1000));
        AttachmentHome::sendAll(store->cases());
        REQUIRE(store->wipe(true, second.environment()));
    }
    CHECK(second.filesInFolder() == 0);
    CHECK_FALSE(std::filesystem::exists(second.path() / client::FieldStore::DatabaseName));
}

TEST_CASE_METHOD(AttachmentHome,
                 "what was fetched goes with its case at once, also where it waits for a restored server")
{
    const auto store = unlock().value();
    const auto caseId = savePerson(*store);
    fetch(*store, caseId, blobOf(1000));
    REQUIRE(store->cases().startLog("other", 0));
    REQUIRE(store->cases().waitingBlobs()->size() == 1);
    CHECK(store->cases().waitingCounts()->blobs == 0);
    // Nobody asks for it: the page that takes the case away is enough.
    takeAway(store->cases(), caseId);
    CHECK(filesInFolder() == 0);
    CHECK(store->cases().blobs()->empty());
}

TEST_CASE_METHOD(AttachmentHome, "what the server will never take goes where no record leads to it, and not before")
{
    const auto store = unlock().value();
    const auto caseId = savePerson(*store);
    const auto record = add(*store, caseId, blobOf(1000));
    deliver(store->cases());
    auto row = store->cases().blob(record).value().value();
    row.fault = blobs::BlobFault::Refused;
    REQUIRE(store->cases().noteBlob(row));
    REQUIRE(store->attachments().tidy());
    CHECK(store->cases().waitingCounts()->blobs == 1);
    row.fault = {};
    REQUIRE(store->cases().noteBlob(row));
    takeAway(store->cases(), caseId);
    CHECK(filesInFolder() == 1);
    row.fault = blobs::BlobFault::Full;
    REQUIRE(store->cases().noteBlob(row));
    REQUIRE(store->attachments().tidy());
    CHECK(filesInFolder() == 1);
    row.fault = blobs::BlobFault::Refused;
    hearTime(store->cases());
    REQUIRE(store->cases().noteBlob(row));
    clock.advance(std::chrono::hours(24 * 30) - std::chrono::minutes(1));
    hearTime(store->cases());
    REQUIRE(store->cases().noteBlob(row));
    REQUIRE(store->attachments().tidy());
    CHECK(filesInFolder() == 1);
    clock.advance(std::chrono::minutes(1));
    hearTime(store->cases());
    REQUIRE(store->attachments().tidy());
    CHECK(filesInFolder() == 0);
    CHECK(store->cases().waitingCounts()->blobs == 0);
}

TEST_CASE_METHOD(AttachmentHome,
                 "what a server refused counts anew with its next log, which may come to know of it again")
{
    const auto store = unlock().value();
    const auto caseId = savePerson(*store);
    const auto record = add(*store, caseId, blobOf(1000));
    deliver(store->cases());
    takeAway(store->cases(), caseId);
    auto row = store->cases().blob(record).value().value();
    row.fault = blobs::BlobFault::Refused;
    hearTime(store->cases());
    REQUIRE(store->cases().noteBlob(row));
    clock.advance(std::chrono::hours(24 * 20));
    REQUIRE(store->cases().startLog("other", 0));
    hearTime(store->cases());
    REQUIRE(store->cases().noteBlob(row));
    clock.advance(std::chrono::hours(24 * 20));
    hearTime(store->cases());
    REQUIRE(store->attachments().tidy());
    CHECK(filesInFolder() == 1);
    clock.advance(std::chrono::hours(24 * 10));
    hearTime(store->cases());
    REQUIRE(store->attachments().tidy());
    CHECK(filesInFolder() == 0);
}

TEST_CASE_METHOD(AttachmentHome, "what was refused stays while a change of its case waits or was returned")
{
    const auto store = unlock().value();
    const auto caseId = savePerson(*store);
    const auto record = add(*store, caseId, blobOf(1000));
    auto row = store->cases().blob(record).value().value();
    row.fault = blobs::BlobFault::Refused;
    REQUIRE(store->cases().noteBlob(row));
    takeAway(store->cases(), caseId);
    REQUIRE(store->attachments().tidy());
    CHECK(filesInFolder() == 1);
    CHECK(store->cases().waitingCounts()->blobs == 1);
}

TEST_CASE_METHOD(AttachmentHome,
                 "a photo that was removed before it was sent goes 30 days after the server has the removal")
{
    const auto store = unlock().value();
    const auto record = add(*store, savePerson(*store), blobOf(1000));
    REQUIRE(store->cases().remove(record));
    clock.advance(std::chrono::hours(24 * 40));
    hearTime(store->cases());
    REQUIRE(store->attachments().tidy());
    CHECK(filesInFolder() == 1);
    deliver(store->cases());
    clock.advance(std::chrono::hours(24 * 30) - std::chrono::minutes(1));
    hearTime(store->cases());
    REQUIRE(store->attachments().tidy());
    CHECK(filesInFolder() == 1);
    clock.advance(std::chrono::minutes(1));
    hearTime(store->cases());
    REQUIRE(store->attachments().tidy());
    CHECK(filesInFolder() == 0);
    CHECK(store->cases().blobs()->empty());
}

TEST_CASE_METHOD(AttachmentHome,
                 "an old photo that was never sent stays when it is removed, also before the server knows")
{
    const auto store = unlock().value();
    const auto record = add(*store, savePerson(*store), blobOf(1000));
    deliver(store->cases());
    clock.advance(std::chrono::hours(24 * 40));
    hearTime(store->cases());
    const auto removed = store->cases().remove(record).value();
    REQUIRE(store->attachments().tidy());
    CHECK(filesInFolder() == 1);
    deliver(store->cases());
    REQUIRE(store->attachments().tidy());
    CHECK(filesInFolder() == 1);
    REQUIRE(store->cases().undo({removed}));
    CHECK(store->cases().waitingBlobs()->size() == 1);
}

TEST_CASE_METHOD(AttachmentHome, "no clock of the device's own takes a removed photo away")
{
    const auto store = unlock().value();
    const auto record = add(*store, savePerson(*store), blobOf(1000));
    REQUIRE(store->cases().remove(record));
    deliver(store->cases());
    hearTime(store->cases());
    clock.advance(std::chrono::hours(24 * 400));
    REQUIRE(store->attachments().tidy());
    CHECK(filesInFolder() == 1);
}

TEST_CASE_METHOD(AttachmentHome, "a wipe keeps what is here alone and nothing else, however often it comes")
{
    const auto own = blobOf(300'000);
    const auto store = unlock().value();
    const auto caseId = savePerson(*store);
    add(*store, caseId, own);
    fetch(*store, caseId, blobOf(600'000));
    REQUIRE(store->cases().startLog("other", 0));
    REQUIRE(filesInFolder() == 5);
    for (int time = 0; time < 2; ++time) {
        CAPTURE(time);
        REQUIRE(store->wipe(true, environment()));
        CHECK(store->blobs().open(own.reference)->size() == 300'000);
        CHECK(filesInFolder() == 2);
        CHECK(std::filesystem::exists(path() / client::FieldStore::DatabaseName));
    }
}

TEST_CASE_METHOD(AttachmentHome,
                 "a wipe leaves no bytes that others have too, also where they wait for a restored server")
{
    const auto store = unlock().value();
    fetch(*store, savePerson(*store), blobOf(1000));
    REQUIRE(store->cases().startLog("other", 0));
    REQUIRE(store->wipe(true, environment()));
    CHECK(filesInFolder() == 0);
    CHECK_FALSE(std::filesystem::exists(path() / client::FieldStore::DatabaseName));
}

TEST_CASE_METHOD(AttachmentHome,
                 "the folder's own name is durable with the first photo, and one that cannot be read is told")
{
    const auto store = unlock().value();
    const auto blob = blobOf(1000);
    const auto before = files.folderSyncs(path());
    REQUIRE(store->blobs().put({blob.reference.name, blob.reference.size}, 0, blob.chunks[0]));
    CHECK(files.folderSyncs(path()) == before + 1);
    REQUIRE(store->blobs().keepOnly({}));
    CHECK(filesInFolder() == 0);
    REQUIRE(std::filesystem::remove_all(path() / blobs::BlobFolder::FolderName) == 1);
    CHECK(store->blobs().keepOnly({}));
    std::ofstream(path() / blobs::BlobFolder::FolderName) << "a file in its place";
    CHECK(store->blobs().keepOnly({}).error().code() == ErrorCode::StorageFailed);
}
