#include "sync/server/api/blob_service.h"

#include "core/crypto/sealed_blob.h"
#include "sync/server/api/blob_names.h"
#include "sync/server/api/case_access.h"

namespace faltakt::server {

using base::ErrorCode;
using base::fail;
using base::Result;
using changelog::Compartment;
using crypto::BlobForm;

namespace {

/// How the access log names what is not a line.
constexpr const char *LoggedAs = "attachment";
constexpr std::chrono::hours BetweenSweeps{24};
/// Blobs looked at in one transaction: others are not kept waiting for long.
constexpr int SweepStep = 100;

Result<CaseAccess> accessOf(LogReader &log, const Caller &caller, CaseId caseId)
{
    TRY(const auto entries, log.accessOfCase(caller.session.tenant, caseId, caller.grantees()));
    return CaseAccess(entries);
}

/// The same answer whether there is such a case or not.
Result<void> checkMayBring(LogReader &log, const Caller &caller, CaseId caseId)
{
    TRY(const CaseAccess access, accessOf(log, caller, caseId));
    return access.everHeld(Compartment::File) ? Result<void>() : fail(ErrorCode::Refused, "access");
}

AccessNotes noteOf(AccessAct act, CaseId caseId)
{
    AccessNotes notes;
    notes.add(act, caseId, {Compartment::File}, LoggedAs);
    return notes;
}

bool isFull(const BlobRoom &room, std::int64_t size, const ServerPolicy &policy)
{
    return room.ofDevice + size > policy.blobBytesOfDevice || room.ofTenant + size > policy.blobBytesOfTenant;
}

} // namespace

Result<BlobService::Progress> BlobService::announce(const Session &session, const protocol::BlobAnnouncement &blob)
{
    return m_store->write([&](StoreTransaction &transaction) -> Result<Progress> {
        TRY(const Caller caller, findCaller(transaction.identity(), session));
        TRY_VOID(checkMayBring(transaction.log(), caller, blob.caseId));
        TRY(const auto known, transaction.blobs().blob(session.tenant, blob.caseId, blob.name));
        if (known && known->size != blob.size)
            return fail(ErrorCode::InvalidInput, "size");
        if (known)
            return Progress{{known->held}};
        TRY(const BlobRoom room, transaction.blobs().room(session.tenant, session.device));
        if (isFull(room, blob.size, m_policy))
            return Progress{{0}, true};
        StoredBlob fresh;
        fresh.caseId = blob.caseId;
        fresh.name = blob.name;
        fresh.size = blob.size;
        fresh.device = session.device;
        fresh.announced = m_clock->now();
        TRY_VOID(transaction.blobs().addBlob(session.tenant, fresh));
        return Progress{{0}};
    });
}

Result<BlobService::Progress> BlobService::take(const Session &session, const protocol::BlobPlace &place,
                                                base::ByteView chunk)
{
    const std::int64_t index = place.at / std::int64_t(BlobForm::ChunkBytes);
    // Before the transaction: of one tenant one writes at a time.
    const base::Hash leaf = crypto::blobLeaf(index, chunk);
    return m_store->write([&](StoreTransaction &transaction) -> Result<Progress> {
        TRY(const Caller caller, findCaller(transaction.identity(), session));
        TRY_VOID(checkMayBring(transaction.log(), caller, place.caseId));
        BlobWriter &blobs = transaction.blobs();
        TRY(const auto blob, blobs.blob(session.tenant, place.caseId, place.name));
        if (!blob)
            return fail(ErrorCode::NotFound, "announce it first");
        if (blob->isWhole() || place.at != blob->held)
            return Progress{{blob->held}};
        if (chunk.empty() || chunk.size() != BlobForm::chunkSize(blob->size, index))
            return fail(ErrorCode::InvalidInput, "length of the chunk");
        const std::int64_t held = blob->held + std::int64_t(chunk.size());
        if (held == blob->size) {
            TRY(auto leaves, blobs.leaves(session.tenant, place.caseId, place.name));
            leaves.push_back(leaf);
            if (crypto::blobName(blob->size, leaves) != place.name) {
                TRY_VOID(blobs.dropChunks(session.tenant, *blob));
                return Progress{.held = {0}, .wrong = true};
            }
        }
        TRY_VOID(blobs.addChunk(session.tenant, *blob, index, leaf, chunk));
        if (held == blob->size)
            TRY_VOID(m_accessLog->append(transaction, session, noteOf(AccessAct::Written, place.caseId)));
        return Progress{{held}};
    });
}

Result<base::Bytes> BlobService::read(const Session &session, const protocol::BlobPlace &place)
{
    TRY(auto chunk, m_store->read([&](StoreSnapshot &snapshot) -> Result<base::Bytes> {
        TRY(const Caller caller, findCaller(snapshot.identity(), session));
        if (caller.revoked)
            return fail(ErrorCode::Refused, "revoked");
        TRY(const CaseAccess access, accessOf(snapshot.log(), caller, place.caseId));
        if (!access.effective().contains(Compartment::File))
            return fail(ErrorCode::Refused, "access");
        TRY(const auto blob, snapshot.blobs().blob(session.tenant, place.caseId, place.name));
        if (!blob || !blob->isWhole())
            return fail(ErrorCode::NotFound, "it has not come yet");
        return snapshot.blobs().chunk(session.tenant, place.caseId, place.name,
                                      place.at / std::int64_t(BlobForm::ChunkBytes));
    }));
    // What is not logged is not handed out.
    TRY_VOID(m_store->write(
        [&](StoreTransaction &transaction) {
            return m_accessLog->append(transaction, session, noteOf(AccessAct::Delivered, place.caseId));
        },
        Durability::Soon));
    return chunk;
}

Result<BlobService::Sweep> BlobService::sweep(TenantId tenant)
{
    Sweep sum;
    std::optional<BlobPosition> after;
    const base::Instant now = m_clock->now();
    while (true) {
        Sweep step;
        std::optional<BlobPosition> last;
        TRY_VOID(m_store->write([&](StoreTransaction &transaction) -> Result<void> {
            step = {};
            TRY(const auto blobs, transaction.blobs().blobsAfter(tenant, after, SweepStep));
            BlobNames names(transaction.log(), tenant);
            for (const StoredBlob &blob : blobs) {
                last = BlobPosition{blob.caseId, blob.name};
                ++step.looked;
                TRY(const bool named, names.contain(blob.caseId, blob.name));
                step.orphans += named ? 0 : 1;
                const bool isOld = !named && blob.orphanSince && now - *blob.orphanSince >= m_policy.orphanLife;
                if (isOld) {
                    ++step.removed;
                    TRY_VOID(transaction.blobs().removeBlob(tenant, blob));
                } else if (named == blob.orphanSince.has_value()) {
                    TRY_VOID(
                        transaction.blobs().setOrphanSince(tenant, blob, named ? std::nullopt : std::optional(now)));
                }
            }
            return {};
        }));
        sum = {sum.looked + step.looked, sum.orphans + step.orphans, sum.removed + step.removed};
        if (step.looked < SweepStep)
            return sum;
        after = last;
    }
}

Result<void> BlobService::sweepIfDue(TenantId tenant)
{
    {
        const std::lock_guard lock(m_mutex);
        const base::Instant now = m_clock->now();
        base::Instant &swept = m_swept[tenant];
        if (swept != base::Instant() && now - swept < BetweenSweeps)
            return {};
        swept = now;
    }
    TRY_VOID(sweep(tenant));
    return {};
}

} // namespace faltakt::server
