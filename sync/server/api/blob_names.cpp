#include "sync/server/api/blob_names.h"

#include "core/casework/attachment.h"

#include <algorithm>

namespace faltakt::server {

using base::Result;
using changelog::ChangeLine;
using changelog::RecordSet;
using changelog::RecordState;

namespace {

constexpr int LinesAtOnce = 200;

struct NamedInSet {
    std::string name;
    std::int64_t size = 0;
    RecordId record;
};

/// What a line's attachments name; nothing else in it counts, whatever stands there.
std::vector<NamedInSet> namesIn(const ChangeLine &line)
{
    std::vector<NamedInSet> names;
    for (const RecordSet &set : line.change.sets) {
        const auto *blob = set.kind == casework::Attachment::Kind ? set.fields.find("blob") : nullptr;
        if (!blob || !blob->string())
            continue;
        const auto *size = set.fields.find("size");
        names.push_back({*blob->string(), size && size->integer() ? *size->integer() : 0, set.record});
    }
    return names;
}

/// A removal that somebody has not agreed to yet is none.
bool isRemoved(const RecordState &state)
{
    const auto &removals = state.heads("deleted");
    return !removals.empty() && std::ranges::all_of(removals, [](const changelog::Head &head) {
        return head.value.boolean() && *head.value.boolean();
    });
}

/// The size that came in the change that named the blob.
std::int64_t sizeBeside(const RecordState &state, const changelog::Head &blob)
{
    for (const changelog::Head &size : state.heads("size"))
        if (size.change == blob.change && size.value.integer())
            return *size.value.integer();
    return 0;
}

} // namespace

Result<std::set<CaseId>> BlobNames::casesBeforeAttachments(LogReader &log, TenantId tenant)
{
    TRY(const auto cases, log.casesWithoutState(tenant, casework::Attachment::Kind));
    return std::set<CaseId>(cases.begin(), cases.end());
}

Result<void> BlobNames::readStates(CaseId caseId, OfCase &names)
{
    TRY(const auto states, m_log->recordStates(m_tenant, caseId, casework::Attachment::Kind));
    for (const RecordState &state : states)
        for (const changelog::Head &head : state.heads("blob"))
            if (head.value.string() && !isRemoved(state))
                names.live.insert(*head.value.string());
    return {};
}

Result<void> BlobNames::readOldLines(CaseId caseId, OfCase &names)
{
    for (std::int64_t after = 0;;) {
        TRY(const auto places, m_log->changesOfCase(m_tenant, caseId, after, INT64_MAX, LinesAtOnce));
        for (const ChangePlace &place : places) {
            after = place.seq;
            TRY(const StoredChange change, m_log->change(m_tenant, place.seq));
            TRY(const auto line, changelog::readChangeLine(change.line));
            for (const NamedInSet &named : namesIn(line)) {
                TRY(const auto state, m_log->recordState(m_tenant, named.record));
                if (!state)
                    names.firstOld.emplace(named.name, NamedBlob{named.size, line.change.by});
            }
        }
        if (places.size() < std::size_t(LinesAtOnce))
            return {};
    }
}

Result<const BlobNames::OfCase *> BlobNames::ofCase(CaseId caseId)
{
    if (const auto known = m_cases.find(caseId); known != m_cases.end())
        return &known->second;
    OfCase names;
    TRY_VOID(readStates(caseId, names));
    if (m_oldCases->contains(caseId))
        TRY_VOID(readOldLines(caseId, names));
    TRY(const auto returned, m_log->quarantineOfCase(m_tenant, caseId));
    for (const QuarantinedChange &change : returned)
        if (const auto line = changelog::readChangeLine(change.line))
            for (const NamedInSet &named : namesIn(*line))
                names.returned.insert(named.name);
    return &m_cases.emplace(caseId, std::move(names)).first->second;
}

Result<bool> BlobNames::contain(CaseId caseId, const base::Hash &name)
{
    const std::string text = base::toBase64Url(name);
    TRY(const OfCase *names, ofCase(caseId));
    return names->live.contains(text) || names->returned.contains(text) || names->firstOld.contains(text);
}

Result<std::optional<NamedBlob>> BlobNames::firstAccepted(CaseId caseId, const std::string &name)
{
    std::optional<NamedBlob> first;
    std::int64_t firstSeq = 0;
    TRY(const auto states, m_log->recordStates(m_tenant, caseId, casework::Attachment::Kind));
    for (const RecordState &state : states) {
        for (const changelog::Head &head : state.heads("blob")) {
            if (!head.value.string() || *head.value.string() != name)
                continue;
            TRY(const auto change, m_log->accepted(m_tenant, head.change));
            if (!change || !change->receipt || (first && change->receipt->seq > firstSeq))
                continue;
            TRY(const auto meta, m_log->changeMeta(m_tenant, head.change));
            first = NamedBlob{sizeBeside(state, head), meta.by};
            firstSeq = change->receipt->seq;
        }
    }
    return first;
}

Result<std::optional<NamedBlob>> BlobNames::find(CaseId caseId, const base::Hash &name, DeviceId device)
{
    const std::string text = base::toBase64Url(name);
    if (m_oldCases->contains(caseId)) {
        TRY(const OfCase *names, ofCase(caseId));
        if (const auto old = names->firstOld.find(text); old != names->firstOld.end())
            return std::optional(old->second);
    }
    TRY(const auto accepted, firstAccepted(caseId, text));
    if (accepted)
        return accepted;
    TRY(const auto returned, m_log->quarantineOfCase(m_tenant, caseId));
    for (const QuarantinedChange &change : returned) {
        const auto line = change.device == device ? changelog::readChangeLine(change.line)
                                                  : Result<ChangeLine>(base::fail(base::ErrorCode::NotFound));
        if (!line)
            continue;
        for (const NamedInSet &named : namesIn(*line))
            if (named.name == text)
                return std::optional(NamedBlob{named.size, change.worker});
    }
    return std::optional<NamedBlob>();
}

} // namespace faltakt::server
