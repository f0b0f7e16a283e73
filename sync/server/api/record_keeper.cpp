#include "sync/server/api/record_keeper.h"

#include "core/casework/identity_number.h"
#include "core/casework/visit_watch.h"
#include "sync/server/api/deputy_keeper.h"
#include "sync/server/api/package_keeper.h"
#include "sync/server/api/watch_keeper.h"

#include <algorithm>
#include <array>
#include <set>

namespace faltakt::server {

using base::Result;
using changelog::RecordState;

namespace {

/// What routing of police reports, lists of cases, the keeping of attachments, the minding of visits and sums look at; the rest of a file is lines only.
constexpr std::array<std::string_view, 11> KindsWithState{"person",          "case",       "lobReport", "task",
                                                          "protectedPerson", "attachment", "colleague", "visitWatch",
                                                          "takeover",        "tally",      "deputy"};

bool hasState(std::string_view kind)
{
    return std::find(KindsWithState.begin(), KindsWithState.end(), kind) != KindsWithState.end();
}

} // namespace

Result<std::int64_t> RecordKeeper::apply(const changelog::Change &change, const std::vector<RecordId> &made,
                                         std::int64_t part)
{
    std::set<RecordId> added;
    std::int64_t opened = 0;
    for (const changelog::RecordSet &set : change.sets) {
        const bool isNew = std::find(made.begin(), made.end(), set.record) != made.end();
        if (isNew && added.insert(set.record).second)
            TRY_VOID(m_transaction->log().addRecordHome(m_tenant, set.record, {change.caseId, set.kind, part}));
        if (set.kind == "takeover")
            m_turns[set.record].note(set, isNew);
        if (hasState(set.kind)) {
            TRY(const std::int64_t more, applyState(change.id, change.caseId, set));
            opened += more;
        }
    }
    return opened;
}

Result<std::int64_t> RecordKeeper::applyState(ChangeId change, CaseId caseId, const changelog::RecordSet &set)
{
    LogWriter &log = m_transaction->log();
    auto cached = m_states.find(set.record);
    bool stands = cached != m_states.end();
    if (!stands) {
        TRY(auto stored, log.recordState(m_tenant, set.record));
        stands = stored.has_value();
        cached =
            m_states.emplace(set.record, stored ? std::move(*stored) : RecordState(set.record, caseId, set.kind)).first;
    }
    const bool wasInForce = stands && isInForce(cached->second);
    std::optional<base::Error> failed;
    cached->second.apply(change, set, [&](ChangeId seen) {
        if (seen == change)
            return true;
        const auto known = log.accepted(m_tenant, seen);
        if (!known) {
            failed = known.error();
            return false;
        }
        return known->has_value();
    });
    if (failed)
        return base::fail(*failed);
    return std::int64_t(isInForce(cached->second)) - std::int64_t(wasInForce);
}

Result<void> RecordKeeper::flushNumbers(const RecordState &state)
{
    if (state.kind() != "person" && state.kind() != "protectedPerson")
        return {};
    std::vector<std::string> numbers;
    const auto add = [&](const std::string &text) {
        // Looked up by its normal form, however it was typed; a text that is no number is kept as it is.
        const auto number = casework::readIdentityNumber(text, m_today);
        const std::string &form = number.isValid() ? number.normalised : text;
        if (!form.empty() && std::ranges::find(numbers, form) == numbers.end())
            numbers.push_back(form);
    };
    for (const changelog::Head &head : state.heads("identityNumber"))
        if (head.value.string())
            add(*head.value.string());
    // And those that another one has replaced.
    for (const changelog::Head &head : state.heads("aliases"))
        if (head.value.object())
            for (const auto &[id, alias] : *head.value.object())
                add(alias.stringAt("number"));
    return m_transaction->office().setNumbers(m_tenant, state.id(), numbers);
}

Result<void> RecordKeeper::flush()
{
    for (const auto &[record, state] : m_states) {
        TRY_VOID(m_transaction->log().setRecordState(m_tenant, state));
        TRY_VOID(flushNumbers(state));
        if (state.kind() == casework::VisitWatch::Kind)
            TRY_VOID(keepWatch(*m_transaction, m_tenant, state));
        if (state.kind() == "deputy")
            TRY_VOID(keepDeputy(*m_transaction, m_tenant, state, m_now));
    }
    return {};
}

Result<void> RecordKeeper::keepTakeovers()
{
    for (const auto &[record, turn] : m_turns)
        TRY_VOID(keepTakeover(*m_transaction, m_tenant, m_states.at(record), turn, m_now));
    m_states.clear();
    m_turns.clear();
    return {};
}

} // namespace faltakt::server
