#include "sync/server/api/blob_names.h"

#include "core/casework/attachment.h"

#include <algorithm>

namespace faltakt::server {

using base::Result;

namespace {

constexpr int LinesAtOnce = 200;

} // namespace

Result<std::set<std::string>> BlobNames::ofCase(CaseId caseId)
{
    TRY(const auto states, m_log->recordStates(m_tenant, caseId, casework::Attachment::Kind));
    std::set<std::string> names;
    for (const changelog::RecordState &state : states) {
        // A removal that somebody has not agreed to yet is none.
        const auto &removals = state.heads("deleted");
        const bool isRemoved = !removals.empty() && std::ranges::all_of(removals, [](const changelog::Head &head) {
            return head.value.boolean() && *head.value.boolean();
        });
        for (const changelog::Head &head : state.heads("blob"))
            if (!isRemoved && head.value.string())
                names.insert(*head.value.string());
    }
    return names;
}

Result<bool> BlobNames::isInOldLines(CaseId caseId, const std::string &name)
{
    std::int64_t after = 0;
    while (true) {
        TRY(const auto places, m_log->changesOfCase(m_tenant, caseId, after, INT64_MAX, LinesAtOnce));
        for (const ChangePlace &place : places) {
            after = place.seq;
            TRY(const StoredChange change, m_log->change(m_tenant, place.seq));
            if (change.line.find(name) == std::string::npos)
                continue;
            TRY(const auto read, changelog::readChangeLine(change.line));
            for (const changelog::RecordSet &set : read.change.sets) {
                TRY(const auto state, m_log->recordState(m_tenant, set.record));
                if (!state)
                    return true;
            }
        }
        if (places.size() < std::size_t(LinesAtOnce))
            return false;
    }
}

Result<bool> BlobNames::contain(CaseId caseId, const base::Hash &name)
{
    const std::string text = base::toBase64Url(name);
    auto known = m_named.find(caseId);
    if (known == m_named.end()) {
        TRY(auto names, ofCase(caseId));
        known = m_named.emplace(caseId, std::move(names)).first;
    }
    if (known->second.contains(text))
        return true;
    if (!m_returned) {
        TRY(m_returned, m_log->quarantine(m_tenant));
    }
    const auto isIn = [&](const QuarantinedChange &change) { return change.line.find(text) != std::string::npos; };
    if (std::ranges::any_of(*m_returned, isIn))
        return true;
    return isInOldLines(caseId, text);
}

} // namespace faltakt::server
