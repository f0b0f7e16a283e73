#include "sync/server/api/folded_case.h"

#include "core/changelog/change.h"
#include "core/rules/case_facts.h"
#include "core/store/sealed_records.h"

namespace faltakt::server {

using base::Result;
using changelog::RecordState;

namespace {

constexpr int ChunkSize = 500;

/// Who opened what is no part of what a case says.
bool isOfCase(changelog::Compartment compartment) { return compartment != changelog::Compartment::Reading; }

} // namespace

Result<FoldedCase> FoldedCase::read(LogReader &log, TenantId tenant, CaseId caseId)
{
    FoldedCase folded(caseId);
    TRY(const std::int64_t last, log.lastSeq(tenant));
    for (std::int64_t after = 0;;) {
        TRY(const auto places, log.changesOfCase(tenant, caseId, after, last, ChunkSize));
        for (const ChangePlace &place : places) {
            if (!isOfCase(place.compartment))
                continue;
            TRY(const StoredChange stored, log.change(tenant, place.seq));
            TRY(const auto line, changelog::readChangeLine(stored.line));
            folded.add(line.change, stored.received);
        }
        if (places.size() < std::size_t(ChunkSize))
            return folded;
        after = places.back().seq;
    }
}

void FoldedCase::add(const changelog::Change &change, std::optional<base::Instant> received)
{
    const auto isApplied = [this](ChangeId seen) { return m_metas.contains(seen); };
    for (const changelog::RecordSet &set : change.sets) {
        if (!rules::readsKind(set.kind) && set.kind != store::SealedRecords::Kind)
            continue;
        auto state = m_states.try_emplace(set.record, RecordState(set.record, m_caseId, set.kind)).first;
        state->second.apply(change.id, set, [&](ChangeId seen) { return seen == change.id || isApplied(seen); });
    }
    m_metas.emplace(change.id, changelog::ChangeMeta{change.by, change.at, received});
}

changelog::ChangeMeta FoldedCase::metaOf(ChangeId change) const
{
    const auto known = m_metas.find(change);
    return known == m_metas.end() ? changelog::ChangeMeta{} : known->second;
}

store::RecordView FoldedCase::viewOf(const RecordState &state) const
{
    const auto meta = [this](ChangeId change) { return metaOf(change); };
    store::RecordView view{.id = state.id(), .caseId = m_caseId, .kind = state.kind(), .fields = {}};
    view.deleted = changelog::isDeleted(state, meta);
    for (const auto &[field, heads] : state.fields()) {
        view.fields.append(field, changelog::displayedValue(heads, meta));
        if (heads.size() > 1)
            for (const changelog::Head &head : heads)
                view.otherValues.emplace_back(field, head.value);
    }
    return view;
}

Result<std::vector<store::RecordView>> FoldedCase::records(CaseId caseId, std::string_view kind) const
{
    if (caseId != m_caseId)
        return std::vector<store::RecordView>();
    auto views = viewsOf(kind);
    // What a rule reads hangs on nothing that hangs on something else: a report names its child itself.
    store::SealedRecords(viewsOf(store::SealedRecords::Kind), {}).removeFrom(views);
    return views;
}

std::vector<store::RecordView> FoldedCase::viewsOf(std::string_view kind) const
{
    std::vector<store::RecordView> views;
    for (const auto &[id, state] : m_states)
        if (state.kind() == kind)
            views.push_back(viewOf(state));
    // Who closes a matter that a colleague has thrown away meanwhile has not made it: what it was still counts.
    if (kind != "case")
        std::erase_if(views, [](const store::RecordView &view) { return view.deleted; });
    return views;
}

} // namespace faltakt::server
