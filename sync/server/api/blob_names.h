#pragma once

#include "sync/server/store/server_store.h"

#include <map>
#include <set>

namespace faltakt::server {

/// A blob as the record says that leads to it.
struct NamedBlob {
    std::int64_t size = 0; ///< As sealed.
    WorkerId author;       ///< Who put it in.
};

/// Which blobs are named by something that counts: an attachment, or a change that was returned to its author and may be sent
/// again. Reads each case once; lives within one transaction.
class BlobNames {
public:
    /// `oldCases`: see casesBeforeAttachments.
    BlobNames(LogReader &log, TenantId tenant, const std::set<CaseId> &oldCases)
        : m_log(&log), m_tenant(tenant), m_oldCases(&oldCases)
    {
    }

    /// By an attachment that is not removed, or by a returned change.
    [[nodiscard]] base::Result<bool> contain(CaseId caseId, const base::Hash &name);
    /// As the first accepted change says that names it: who comes later can know the name from that alone. Where there is none,
    /// as a change says that was returned to this device. Empty where nothing names it.
    [[nodiscard]] base::Result<std::optional<NamedBlob>> find(CaseId caseId, const base::Hash &name, DeviceId device);

    /// Cases with attachments from before this server kept states of them: their lines have to be read. None joins them later.
    [[nodiscard]] static base::Result<std::set<CaseId>> casesBeforeAttachments(LogReader &log, TenantId tenant);

private:
    struct OfCase {
        std::set<std::string> live;                ///< Names in base64url, of attachments that are not removed.
        std::map<std::string, NamedBlob> firstOld; ///< Of lines whose records have no state.
        std::set<std::string> returned;
    };
    [[nodiscard]] base::Result<const OfCase *> ofCase(CaseId caseId);
    [[nodiscard]] base::Result<void> readStates(CaseId caseId, OfCase &names);
    [[nodiscard]] base::Result<void> readOldLines(CaseId caseId, OfCase &names);
    [[nodiscard]] base::Result<std::optional<NamedBlob>> firstAccepted(CaseId caseId, const std::string &name);

    LogReader *m_log;
    TenantId m_tenant;
    const std::set<CaseId> *m_oldCases;
    std::map<CaseId, OfCase> m_cases;
};

} // namespace faltakt::server
