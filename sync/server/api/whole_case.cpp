#include "sync/server/api/whole_case.h"

#include "core/store/sealed_records.h"

#include <algorithm>
#include <iterator>

namespace faltakt::server {

using base::Result;
using changelog::RecordState;

namespace {
constexpr int ChunkSize = 500;
} // namespace

Result<WholeCase> WholeCase::read(LogReader &log, TenantId tenant, CaseId caseId)
{
    WholeCase whole;
    TRY(const std::int64_t last, log.lastSeq(tenant));
    for (std::int64_t after = 0;;) {
        TRY(const auto places, log.changesOfCase(tenant, caseId, after, last, ChunkSize));
        for (const ChangePlace &place : places) {
            TRY(const StoredChange stored, log.change(tenant, place.seq));
            TRY(const changelog::ChangeLine line, changelog::readChangeLine(stored.line));
            const auto isApplied = [&](ChangeId seen) { return whole.m_metas.contains(seen); };
            for (const changelog::RecordSet &set : line.change.sets)
                whole.m_states.try_emplace(set.record, set.record, caseId, set.kind)
                    .first->second.apply(stored.id, set, isApplied);
            whole.m_metas[stored.id] = {stored.by, stored.at, stored.received};
            after = place.seq;
        }
        if (places.size() < std::size_t(ChunkSize))
            return whole;
    }
}

store::RecordView WholeCase::viewOf(const RecordState &state) const
{
    const auto metaOf = [this](ChangeId change) {
        const auto meta = m_metas.find(change);
        return meta == m_metas.end() ? changelog::ChangeMeta{} : meta->second;
    };
    store::RecordView view{.id = state.id(), .caseId = state.caseId(), .kind = state.kind(), .fields = {}};
    view.deleted = changelog::isDeleted(state, metaOf);
    for (const auto &[field, heads] : state.fields()) {
        view.fields.append(field, changelog::displayedValue(heads, metaOf));
        if (heads.size() > 1)
            for (const changelog::Head &head : heads)
                view.otherValues.emplace_back(field, head.value);
    }
    return view;
}

Result<std::vector<store::RecordView>> WholeCase::records(CaseId, std::string_view kind) const
{
    auto views = viewsOf(kind);
    auto hanging = viewsOf("note");
    for (const char *ofChild : {"concernReport", "safetyCheck"})
        std::ranges::move(viewsOf(ofChild), std::back_inserter(hanging));
    store::SealedRecords(viewsOf(store::SealedRecords::Kind), hanging).removeFrom(views);
    return views;
}

std::vector<store::RecordView> WholeCase::viewsOf(std::string_view kind) const
{
    std::vector<store::RecordView> views;
    for (const auto &[id, state] : m_states) {
        if (state.kind() != kind)
            continue;
        store::RecordView view = viewOf(state);
        if (!view.deleted)
            views.push_back(std::move(view));
    }
    return views;
}

const RecordState *WholeCase::state(RecordId record) const
{
    const auto found = m_states.find(record);
    return found == m_states.end() ? nullptr : &found->second;
}

} // namespace faltakt::server
