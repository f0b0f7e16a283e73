#pragma once

#include "core/base/clock.h"
#include "sync/protocol/blob.h"
#include "sync/server/api/access_log.h"
#include "sync/server/api/blob_names.h"
#include "sync/server/api/server_policy.h"

#include <mutex>
#include <span>

namespace faltakt::server {

/// /v1/blob without HTTP: takes in, keeps and hands out the bytes of attachments. It looks into none of them; what it checks
/// is who may, and that a whole blob is the one of that name. A blob is reached by its case alone: who may read the case's
/// attachments may read it. Thread-safe.
class BlobService {
public:
    BlobService(ServerStore &store, const base::Clock &clock, const AccessLog &accessLog, const ServerPolicy &policy)
        : m_store(&store), m_clock(&clock), m_accessLog(&accessLog), m_policy(policy)
    {
    }

    /// How far a blob has come.
    struct Progress {
        protocol::BlobHeld held;
        bool full = false;  ///< There is no room for it: the device's or the municipality's.
        bool wrong = false; ///< What came is not the blob of that name; it begins anew.
    };
    /// Makes room for a blob, or says what is here of it. Refused where no accepted change of the case names it, nor one that
    /// was returned to this device, and to whoever never had a right to the case's file; one that was taken away, and a
    /// revocation, keep nobody from handing in what he wrote before. InvalidInput where the size is not that of the first
    /// change that names it. Until it is whole it is the announcer's to bring; it makes way for who put the blob in.
    [[nodiscard]] base::Result<Progress> announce(const Session &session, const protocol::BlobAnnouncement &blob);
    /// One chunk; one that does not stand at the end of what is here changes nothing, and the answer says where to go on.
    /// The same where another device brings it. The last one proves the whole. NotFound where it was not announced, InvalidInput on another length than its place
    /// has, Refused as above.
    [[nodiscard]] base::Result<Progress> take(const Session &session, const protocol::BlobPlace &place,
                                              base::ByteView chunk);
    /// One chunk of a whole blob. NotFound where it is not whole or not here, Refused without a right to the case's file now.
    [[nodiscard]] base::Result<base::Bytes> read(const Session &session, const protocol::BlobPlace &place);

    struct Sweep {
        std::int64_t looked = 0;
        std::int64_t orphans = 0; ///< That nothing names, for now.
        std::int64_t removed = 0;
    };
    /// Walks over the tenant's blobs, in steps. One that no attachment and no returned change has named for the policy's time
    /// goes; one that was removed by mistake can be brought back until then. One that does not become whole goes sooner.
    [[nodiscard]] base::Result<Sweep> sweep(TenantId tenant);
    /// The same, at most once a day, and not in the first week of a log.
    [[nodiscard]] base::Result<void> sweepIfDue(TenantId tenant);

private:
    enum class Fate { Keep, Mark, Unmark, Remove };
    struct SweepStep {
        Sweep sum;
        std::vector<StoredBlob> changing;
        std::optional<BlobPosition> last;
    };
    struct LastSweep {
        std::string log, noted;
    };
    [[nodiscard]] base::Result<std::set<CaseId>> oldCases(LogReader &log, TenantId tenant);
    [[nodiscard]] base::Result<NamedBlob> findNamed(const Session &session, const protocol::BlobAnnouncement &blob);
    [[nodiscard]] bool mayTakeOver(const StoredBlob &known, const Session &session, const NamedBlob &named) const;
    [[nodiscard]] Fate fateOf(const StoredBlob &blob, bool named, base::Instant now) const;
    [[nodiscard]] base::Result<SweepStep> judgeStep(TenantId tenant, const std::optional<BlobPosition> &after,
                                                    base::Instant now);
    [[nodiscard]] base::Result<std::int64_t> carryOut(TenantId tenant, std::span<const StoredBlob> changing,
                                                      base::Instant now);
    [[nodiscard]] base::Result<void> sweepWhereDue(TenantId tenant, base::Instant now);

    ServerStore *m_store;
    const base::Clock *m_clock;
    const AccessLog *m_accessLog;
    ServerPolicy m_policy;
    std::mutex m_mutex;
    std::map<TenantId, base::Instant> m_nextSweep;
    std::map<TenantId, std::set<CaseId>> m_oldCases; ///< Read once: they become no more.
};

} // namespace faltakt::server
