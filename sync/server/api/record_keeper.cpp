#include "sync/server/api/record_keeper.h"

#include "core/casework/identity_number.h"

#include <algorithm>
#include <array>

namespace faltakt::server {

using base::Result;
using changelog::RecordState;

namespace {

/// What routing of police reports, lists of cases and the keeping of attachments look at; the rest of a file is lines only.
constexpr std::array<std::string_view, 6> KindsWithState{"person",          "case",      "lobReport", "task",
                                                         "protectedPerson", "attachment"};

bool hasState(std::string_view kind)
{
    return std::find(KindsWithState.begin(), KindsWithState.end(), kind) != KindsWithState.end();
}

} // namespace

Result<void> RecordKeeper::apply(const changelog::Change &change)
{
    LogWriter &log = m_transaction->log();
    for (const changelog::RecordSet &set : change.sets) {
        TRY(const auto home, log.recordHome(m_tenant, set.record));
        if (!home)
            TRY_VOID(log.addRecordHome(m_tenant, set.record, {change.caseId, set.kind}));
        if (hasState(set.kind))
            TRY_VOID(applyState(change.id, change.caseId, set));
    }
    return {};
}

Result<void> RecordKeeper::applyState(ChangeId change, CaseId caseId, const changelog::RecordSet &set)
{
    LogWriter &log = m_transaction->log();
    auto cached = m_states.find(set.record);
    if (cached == m_states.end()) {
        TRY(auto stored, log.recordState(m_tenant, set.record));
        cached =
            m_states.emplace(set.record, stored ? std::move(*stored) : RecordState(set.record, caseId, set.kind)).first;
    }
    std::optional<base::Error> failed;
    cached->second.apply(change, set, [&](ChangeId seen) {
        const auto known = log.accepted(m_tenant, seen);
        if (!known) {
            failed = known.error();
            return false;
        }
        return known->has_value();
    });
    if (failed)
        return base::fail(*failed);
    return {};
}

Result<void> RecordKeeper::flushNumbers(const RecordState &state)
{
    if (state.kind() != "person" && state.kind() != "protectedPerson")
        return {};
    std::vector<std::string> numbers;
    for (const changelog::Head &head : state.heads("identityNumber"))
        if (head.value.string() && !head.value.string()->empty()) {
            // Looked up by its normal form, however it was typed; a text that is no number is kept as it is.
            const auto number = casework::readIdentityNumber(*head.value.string(), m_today);
            numbers.push_back(number.isValid() ? number.normalised : *head.value.string());
        }
    return m_transaction->office().setNumbers(m_tenant, state.id(), numbers);
}

Result<void> RecordKeeper::flush()
{
    for (const auto &[record, state] : m_states) {
        TRY_VOID(m_transaction->log().setRecordState(m_tenant, state));
        TRY_VOID(flushNumbers(state));
    }
    m_states.clear();
    return {};
}

} // namespace faltakt::server
