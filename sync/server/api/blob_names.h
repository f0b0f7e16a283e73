#pragma once

#include "sync/server/store/server_store.h"

#include <map>
#include <set>

namespace faltakt::server {

/// Which blobs are named by something that counts: an attachment that is not removed, or a change that was returned to its
/// author and may be sent again. Reads each case once; lives within one transaction.
class BlobNames {
public:
    BlobNames(LogReader &log, TenantId tenant) : m_log(&log), m_tenant(tenant) {}

    [[nodiscard]] base::Result<bool> contain(CaseId caseId, const base::Hash &name);

private:
    [[nodiscard]] base::Result<std::set<std::string>> ofCase(CaseId caseId);
    /// Of lines that came while this server did not know attachments yet, and kept no states of them.
    [[nodiscard]] base::Result<bool> isInOldLines(CaseId caseId, const std::string &name);

    LogReader *m_log;
    TenantId m_tenant;
    std::map<CaseId, std::set<std::string>> m_named; ///< Names in base64url.
    std::optional<std::vector<QuarantinedChange>> m_returned;
};

} // namespace faltakt::server
