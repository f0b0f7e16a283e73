#pragma once

#include "core/base/clock.h"
#include "sync/protocol/blob.h"
#include "sync/server/api/access_log.h"
#include "sync/server/api/server_policy.h"

#include <mutex>

namespace faltakt::server {

/// /v1/blob without HTTP: takes in, keeps and hands out the bytes of attachments. It has no key to any of them; what it checks
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
    /// Makes room for a blob, or says what is here of it. Refused to whoever never had a right to the case's file; one that
    /// was taken away, and a revocation, keep nobody from handing in what was written before. InvalidInput where a blob of
    /// that name has another size.
    [[nodiscard]] base::Result<Progress> announce(const Session &session, const protocol::BlobAnnouncement &blob);
    /// One chunk; one that does not stand at the end of what is here changes nothing, and the answer says where to go on.
    /// The last one proves the whole. NotFound where it was not announced, InvalidInput on another length than its place
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
    /// Walks over the tenant's blobs. One that no attachment and no returned change has named for the policy's time goes; one
    /// that was removed by mistake can be brought back until then.
    [[nodiscard]] base::Result<Sweep> sweep(TenantId tenant);
    /// The same, at most once a day.
    [[nodiscard]] base::Result<void> sweepIfDue(TenantId tenant);

private:
    ServerStore *m_store;
    const base::Clock *m_clock;
    const AccessLog *m_accessLog;
    ServerPolicy m_policy;
    std::mutex m_mutex;
    std::map<TenantId, base::Instant> m_swept;
};

} // namespace faltakt::server
