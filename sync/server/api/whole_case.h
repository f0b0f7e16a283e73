#pragma once

#include "core/store/projection.h"
#include "sync/server/store/server_store.h"

#include <map>

namespace faltakt::server {

/// All records of one case, put together from its lines: for the office's own work, which needs kinds of which the server
/// keeps no state. A value; read within one snapshot or transaction.
class WholeCase final : public store::CaseReader {
public:
    [[nodiscard]] static base::Result<WholeCase> read(LogReader &log, TenantId tenant, CaseId caseId);

    /// Those that are neither deleted nor sealed as in the wrong file, in the order of their ids.
    [[nodiscard]] base::Result<std::vector<store::RecordView>> records(CaseId caseId,
                                                                       std::string_view kind) const override;
    /// nullptr where it is not in the case.
    [[nodiscard]] const changelog::RecordState *state(RecordId record) const;

private:
    WholeCase() = default;
    [[nodiscard]] std::vector<store::RecordView> viewsOf(std::string_view kind) const;
    [[nodiscard]] store::RecordView viewOf(const changelog::RecordState &state) const;

    std::map<RecordId, changelog::RecordState> m_states;
    std::map<ChangeId, changelog::ChangeMeta> m_metas;
};

} // namespace faltakt::server
