#include "qml/viewmodels/people/written_record.h"

#include <map>

namespace faltakt::viewmodels {

using base::ChangeId;
using base::ErrorCode;
using base::fail;
using base::RecordId;
using base::Result;

Result<WrittenRecord> readWritten(OpenStore &store, RecordId record)
{
    TRY(auto state, store.cases.recordState(record));
    if (!state)
        return fail(ErrorCode::NotFound, "record");
    WrittenRecord written{std::move(*state), {}, {}};
    std::map<ChangeId, changelog::ChangeMeta> metas;
    for (const ChangeId &id : changelog::allHeads(written.state)) {
        TRY(auto line, store.cases.changeLine(id));
        TRY(const auto received, store.cases.receipt(id));
        metas.emplace(id, changelog::ChangeMeta{line.change.by, line.change.at, received});
        written.changes.push_back(std::move(line.change));
    }
    const auto metaOf = [&](ChangeId id) {
        const auto known = metas.find(id);
        return known == metas.end() ? changelog::ChangeMeta{} : known->second;
    };
    written.view = {.id = record,
                    .caseId = written.state.caseId(),
                    .kind = written.state.kind(),
                    .fields = {},
                    .deleted = changelog::isDeleted(written.state, metaOf),
                    .conflicted = changelog::hasConflict(written.state)};
    for (const auto &[field, heads] : written.state.fields())
        written.view.fields.append(field, changelog::displayedValue(heads, metaOf));
    return written;
}

} // namespace faltakt::viewmodels
