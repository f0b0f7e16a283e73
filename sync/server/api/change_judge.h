#pragma once

#include "core/rules/closing_guard.h"
#include "sync/server/api/case_access.h"
#include "sync/server/api/prepared_line.h"
#include "sync/server/api/session.h"

#include <map>
#include <set>
#include <variant>

namespace faltakt::server {

/// Whether the author is bound by rights. The server's own writes (import, admin) are not, and do not hand out rights.
enum class Authority { Worker, Server };

struct Acceptance {
    bool newCase = false; ///< The first change for a case that the tenant did not have.
};
struct Repetition {
    std::optional<changelog::Receipt> receipt; ///< Missing where the first one stands earlier in the same batch.
    /// Who gets a right again, since the author is back at a case that others brought to a restored server.
    std::vector<Grantee> entitled = {};
};
struct Rejection {
    std::string reason;
    std::string field;
};
using Judgement = std::variant<Acceptance, Repetition, Rejection>;

/// Judges the lines of one push, one after the other, against the store and against what it let in before. Lives within
/// one transaction.
class ChangeJudge {
public:
    ChangeJudge(StoreTransaction &transaction, const Caller &caller, Authority authority)
        : m_transaction(&transaction), m_caller(&caller), m_authority(authority)
    {
    }

    /// The line must be held. Reasons: form author case record access schema dependsOn children idReused revoked.
    [[nodiscard]] base::Result<Judgement> judge(const PreparedLine &line);

private:
    struct CaseStanding {
        bool known = false;
        bool foreign = false;
        changelog::CompartmentSet rights;
        bool everHeld = false;
    };

    [[nodiscard]] base::Result<std::optional<Judgement>> judgeIdentity(const changelog::ChangeLine &line);
    [[nodiscard]] base::Result<Judgement> repeat(const changelog::Change &change,
                                                 const std::optional<changelog::Receipt> &receipt);
    [[nodiscard]] base::Result<std::optional<Rejection>> judgeCase(const PreparedLine &line,
                                                                   const CaseStanding &standing) const;
    [[nodiscard]] base::Result<std::optional<Rejection>> judgeSignatures(const PreparedLine &line);
    [[nodiscard]] base::Result<std::optional<Rejection>> judgeRecords(const changelog::Change &change);
    [[nodiscard]] base::Result<std::optional<Rejection>> judgeBases(const changelog::Change &change);
    [[nodiscard]] base::Result<std::optional<Rejection>> judgeClosing(const changelog::Change &change);
    [[nodiscard]] base::Result<std::optional<Rejection>> judgeProtection(const changelog::Change &change);
    [[nodiscard]] base::Result<CaseStanding> standingOf(CaseId caseId);
    [[nodiscard]] base::Result<std::optional<RecordHome>> homeOf(RecordId record);
    void letIn(const changelog::ChangeLine &line);

    StoreTransaction *m_transaction;
    const Caller *m_caller;
    Authority m_authority;
    std::map<ChangeId, base::Hash> m_letIn;
    std::set<ChangeId> m_rejected;
    std::set<CaseId> m_ownCases; ///< Of repeated lines; looked at once.
    std::map<CaseId, CaseStanding> m_cases;
    std::map<RecordId, RecordHome> m_homes;
    /// Of this push, by case: what the log does not hold yet.
    std::map<CaseId, std::vector<changelog::Change>> m_changes;
    rules::ClosingGuard m_guard;
};

} // namespace faltakt::server
