#pragma once

#include "sync/server/api/access_log.h"
#include "sync/server/api/record_reader.h"
#include "sync/server/api/server_author.h"

#include <set>

namespace faltakt::server {

/// The word in the access log where a team's right was taken since the person's identity is protected.
inline constexpr char TeamRightTaken[] = "teamRightTaken";

/// Whether a person of the case has a level of protection. While two workers' values stand in conflict the one that
/// protects counts.
[[nodiscard]] base::Result<bool> isProtected(const RecordReader &reader, CaseId caseId);

/// The cases of whose persons changes name a level of protection, that they tie to another one, or about which they ask a
/// team. Somebody with protected identity is for named workers: what teams hold of the case, and of every file that is tied
/// to it, is taken from them, so that their devices forget it; whoever has a right by name keeps it. Nothing is given back
/// by itself when the level goes. Lives within one transaction.
class ProtectedCases {
public:
    void note(const changelog::Change &change);
    /// By the record states as they stand now, with the access log told.
    [[nodiscard]] base::Result<void> narrowRights(StoreTransaction &transaction, TenantId tenant, base::Instant now,
                                                  AccessNotes &notes) const;

private:
    std::set<CaseId> m_cases;
};

/// Takes the level off the person's card: by one worker's word, with another one's, and for a reason; the three stand in the
/// access log. Rights stay as they are. NotFound where there is no such case or worker, Refused where it is one worker
/// twice, where no reason is given, or where nobody in the case is protected.
struct ProtectionTakenOff {
    CaseId caseId;
    WorkerId by;
    WorkerId with;
    std::string reason;
};
[[nodiscard]] base::Result<void> takeProtectionOff(StoreTransaction &transaction, const ServerAuthor &author,
                                                   const AccessLog &accessLog, const ProtectionTakenOff &order);

} // namespace faltakt::server
