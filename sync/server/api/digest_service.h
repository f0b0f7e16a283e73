#pragma once

#include "sync/protocol/digest.h"
#include "sync/server/api/session.h"

namespace faltakt::server {

/// POST /v1/digest without HTTP: which cases a device holds otherwise than it should. Reads the sums that stand beside the
/// lines, and no line but those that came after the device's cursor. Thread-safe.
class DigestService {
public:
    explicit DigestService(ServerStore &store) : m_store(&store) {}

    /// Refused for a revoked device and for another log, InvalidInput on a cursor that is none, that stands inside a case,
    /// or from which very much has come since. A case that the caller has no right to is one without lines, whether it
    /// exists or not; one whose rights changed behind the cursor is left to the next pull.
    [[nodiscard]] base::Result<protocol::DigestAnswer> compare(const Session &session,
                                                               const protocol::DigestRequest &request);

private:
    ServerStore *m_store;
};

} // namespace faltakt::server
