#include "sync/server/api/blob_service.h"

#include "core/crypto/sealed_blob.h"
#include "sync/server/api/case_access.h"
#include "sync/server/api/server_settings.h"

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
/// Before the first one in a new log.
constexpr std::chrono::hours AfterNewLog{7 * 24};
/// Blobs looked at in one snapshot, and bytes removed in one transaction: others are not kept waiting for long.
constexpr int SweepStepBlobs = 100;
constexpr std::int64_t SweepStepBytes = 8 * 1024 * 1024;

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

/// What is left for somebody who takes an announcement over.
BlobRoom without(const StoredBlob &blob, BlobRoom room, DeviceId device)
{
    room.ofTenant -= blob.room();
    room.ofDevice -= blob.device == device ? blob.room() : 0;
    return room;
}

} // namespace

Result<std::set<CaseId>> BlobService::oldCases(LogReader &log, TenantId tenant)
{
    {
        const std::lock_guard lock(m_mutex);
        if (const auto known = m_oldCases.find(tenant); known != m_oldCases.end())
            return known->second;
    }
    TRY(auto cases, BlobNames::casesBeforeAttachments(log, tenant));
    const std::lock_guard lock(m_mutex);
    m_oldCases.insert_or_assign(tenant, cases);
    return cases;
}

/// Changes go first, so that something names it by then: room is not given for a promise. Before the transaction, since of one
/// tenant one writes at a time; what is accepted stays so.
Result<NamedBlob> BlobService::findNamed(const Session &session, const protocol::BlobAnnouncement &blob)
{
    return m_store->read([&](StoreSnapshot &snapshot) -> Result<NamedBlob> {
        TRY(const Caller caller, findCaller(snapshot.identity(), session));
        TRY_VOID(checkMayBring(snapshot.log(), caller, blob.caseId));
        TRY(const auto old, oldCases(snapshot.log(), session.tenant));
        TRY(const auto named,
            BlobNames(snapshot.log(), session.tenant, old).find(blob.caseId, blob.name, session.device));
        // A revoked device hands in what is its worker's, and nothing else.
        if (!named || (caller.revoked && named->author != session.worker))
            return fail(ErrorCode::Refused, "nothing names it");
        if (named->size != blob.size)
            return fail(ErrorCode::InvalidInput, "size");
        return *named;
    });
}

Result<BlobService::Progress> BlobService::announce(const Session &session, const protocol::BlobAnnouncement &blob)
{
    TRY(const NamedBlob named, findNamed(session, blob));
    return m_store->write([&](StoreTransaction &transaction) -> Result<Progress> {
        TRY(const Caller caller, findCaller(transaction.identity(), session));
        TRY_VOID(checkMayBring(transaction.log(), caller, blob.caseId));
        TRY(const auto known, transaction.blobs().blob(session.tenant, blob.caseId, blob.name));
        if (known && !mayTakeOver(*known, session, named))
            return Progress{{known->held}};
        TRY(BlobRoom room, transaction.blobs().room(session.tenant, session.device));
        StoredBlob fresh;
        fresh.caseId = blob.caseId;
        fresh.name = blob.name;
        fresh.size = blob.size;
        fresh.device = session.device;
        fresh.announced = m_clock->now();
        if (isFull(known ? without(*known, room, session.device) : room, fresh.room(), m_policy))
            return Progress{{0}, true};
        if (known)
            TRY_VOID(transaction.blobs().removeBlob(session.tenant, *known));
        TRY_VOID(transaction.blobs().addBlob(session.tenant, fresh));
        return Progress{{0}};
    });
}

/// What is not whole is its announcer's. It makes way for the one who put the blob in, since it can have been begun wrong,
/// and for anybody where it lies too long.
bool BlobService::mayTakeOver(const StoredBlob &known, const Session &session, const NamedBlob &named) const
{
    if (known.isWhole())
        return false;
    if (known.size != named.size)
        return true;
    return known.device != session.device
           && (named.author == session.worker || m_clock->now() - known.announced >= m_policy.idleUpload);
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
        if (blob->isWhole() || place.at != blob->held || blob->device != session.device)
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
        TRY(const bool wiped, isToBeWiped(snapshot.identity(), session));
        if (caller.revoked || wiped)
            return fail(ErrorCode::Refused, wiped ? "to be wiped" : "revoked");
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

/// What becomes of a blob in a sweep.
BlobService::Fate BlobService::fateOf(const StoredBlob &blob, bool named, base::Instant now) const
{
    if (!blob.isWhole() && now - blob.announced >= m_policy.unfinishedLife)
        return Fate::Remove;
    if (named)
        return blob.orphanSince ? Fate::Unmark : Fate::Keep;
    if (!blob.orphanSince)
        return Fate::Mark;
    return now - *blob.orphanSince >= m_policy.orphanLife ? Fate::Remove : Fate::Keep;
}

Result<BlobService::SweepStep> BlobService::judgeStep(TenantId tenant, const std::optional<BlobPosition> &after,
                                                      base::Instant now)
{
    return m_store->read([&](StoreSnapshot &snapshot) -> Result<SweepStep> {
        SweepStep step;
        TRY(const auto old, oldCases(snapshot.log(), tenant));
        TRY(const auto blobs, snapshot.blobs().blobsAfter(tenant, after, SweepStepBlobs));
        BlobNames names(snapshot.log(), tenant, old);
        for (const StoredBlob &blob : blobs) {
            step.last = BlobPosition{blob.caseId, blob.name};
            ++step.sum.looked;
            TRY(const bool named, names.contain(blob.caseId, blob.name));
            step.sum.orphans += named ? 0 : 1;
            if (fateOf(blob, named, now) != Fate::Keep)
                step.changing.push_back(blob);
        }
        return step;
    });
}

/// As many of them as one transaction may carry; each is looked at again, since it may have changed meanwhile.
Result<std::int64_t> BlobService::carryOut(TenantId tenant, std::span<const StoredBlob> changing, base::Instant now)
{
    return m_store->write([&](StoreTransaction &transaction) -> Result<std::int64_t> {
        std::int64_t removed = 0;
        TRY(const auto old, oldCases(transaction.log(), tenant));
        BlobNames names(transaction.log(), tenant, old);
        for (const StoredBlob &judged : changing) {
            TRY(const auto blob, transaction.blobs().blob(tenant, judged.caseId, judged.name));
            if (!blob || *blob != judged)
                continue;
            TRY(const bool named, names.contain(blob->caseId, blob->name));
            switch (fateOf(*blob, named, now)) {
            case Fate::Keep: break;
            case Fate::Mark: TRY_VOID(transaction.blobs().setOrphanSince(tenant, *blob, now)); break;
            case Fate::Unmark: TRY_VOID(transaction.blobs().setOrphanSince(tenant, *blob, std::nullopt)); break;
            case Fate::Remove:
                ++removed;
                TRY_VOID(transaction.blobs().removeBlob(tenant, *blob));
                break;
            }
        }
        return removed;
    });
}

Result<BlobService::Sweep> BlobService::sweep(TenantId tenant)
{
    Sweep sum;
    const base::Instant now = m_clock->now();
    for (std::optional<BlobPosition> after;;) {
        TRY(const SweepStep step, judgeStep(tenant, after, now));
        sum.looked += step.sum.looked;
        sum.orphans += step.sum.orphans;
        for (std::span<const StoredBlob> left = step.changing; !left.empty();) {
            std::size_t count = 0;
            std::int64_t bytes = 0;
            while (count < left.size() && (count == 0 || bytes + left[count].held <= SweepStepBytes))
                bytes += left[count++].held;
            TRY(const std::int64_t removed, carryOut(tenant, left.first(count), now));
            sum.removed += removed;
            left = left.subspan(count);
        }
        if (step.sum.looked < SweepStepBlobs)
            return sum;
        after = step.last;
    }
}

Result<void> BlobService::sweepIfDue(TenantId tenant)
{
    const base::Instant now = m_clock->now();
    {
        const std::lock_guard lock(m_mutex);
        base::Instant &next = m_nextSweep[tenant];
        if (next != base::Instant() && now < next)
            return {};
        next = now + BetweenSweeps;
    }
    const auto swept = sweepWhereDue(tenant, now);
    if (!swept) {
        const std::lock_guard lock(m_mutex);
        m_nextSweep.erase(tenant);
    }
    return swept;
}

/// The time of the last whole sweep stands in the store, with the log that it was of: another process may have done it, and in
/// a log that is new the devices bring back first what the restored store has lost.
Result<void> BlobService::sweepWhereDue(TenantId tenant, base::Instant now)
{
    const std::string name = std::string(SettingNames::BlobsSwept) + tenant.toString();
    TRY(const auto last, m_store->read([&](StoreSnapshot &snapshot) -> Result<LastSweep> {
        TRY(const std::string log, snapshot.identity().setting(SettingNames::LogId));
        TRY(const std::string noted, snapshot.identity().setting(name));
        return LastSweep{log, noted};
    }));
    const auto note = [&](base::Instant at) {
        return m_store->write([&](StoreTransaction &transaction) {
            return transaction.identity().setSetting(name, last.log + ' ' + base::formatInstant(at));
        });
    };
    const auto space = last.noted.find(' ');
    const auto at = base::parseInstant(space == std::string::npos ? std::string() : last.noted.substr(space + 1));
    if (at && last.noted.substr(0, space) != last.log)
        return note(now + AfterNewLog - BetweenSweeps);
    if (at && now < *at + BetweenSweeps)
        return {};
    TRY_VOID(sweep(tenant));
    return note(now);
}

} // namespace faltakt::server
