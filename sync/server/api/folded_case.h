#pragma once

#include "core/changelog/record_state.h"
#include "core/store/projection.h"
#include "sync/server/store/server_store.h"

#include <map>
#include <set>

namespace faltakt::server {

/// A case as the lines make it that the server holds, for the rules that must see what it keeps no state of. Reads the whole
/// case: for what happens to a case once. Lives within one transaction.
class FoldedCase final : public store::CaseReader {
public:
    /// Folds what was accepted; `log` is read once.
    [[nodiscard]] static base::Result<FoldedCase> read(LogReader &log, TenantId tenant, CaseId caseId);
    /// A line that was let in and is not in the log yet.
    void add(const changelog::Change &change, std::optional<base::Instant> received);

    /// Without what was deleted, but for the case's own record: of that also.
    [[nodiscard]] base::Result<std::vector<store::RecordView>> records(CaseId caseId,
                                                                       std::string_view kind) const override;

private:
    explicit FoldedCase(CaseId caseId) : m_caseId(caseId) {}
    [[nodiscard]] std::vector<store::RecordView> viewsOf(std::string_view kind) const;
    [[nodiscard]] store::RecordView viewOf(const changelog::RecordState &state) const;
    [[nodiscard]] changelog::ChangeMeta metaOf(ChangeId change) const;

    CaseId m_caseId;
    std::map<RecordId, changelog::RecordState> m_states; ///< In the order of their ids.
    std::map<ChangeId, changelog::ChangeMeta> m_metas;
};

} // namespace faltakt::server
