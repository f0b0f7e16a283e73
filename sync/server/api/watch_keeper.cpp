#include "sync/server/api/watch_keeper.h"

#include "core/casework/deputy.h"
#include "core/casework/visit_watch.h"

#include <algorithm>

namespace faltakt::server {

using base::Instant;
using base::Result;
using changelog::Head;
using changelog::RecordState;

namespace {

std::optional<Instant> instantIn(const Head &head)
{
    if (!head.value.string())
        return std::nullopt;
    const auto instant = base::parseInstant(*head.value.string());
    return instant ? std::optional(*instant) : std::nullopt;
}

/// In the own name, or what was said in the own name taken back.
bool isOwnCare(const base::json::Value &care, const std::optional<RecordState> &state, const std::string &self)
{
    const auto isBySelf = [&self](const Head &head) {
        return head.value.isNull() || head.value.stringAt("by") == self;
    };
    return care.isNull() ? !state || std::ranges::all_of(state->heads("care"), isBySelf) : care.stringAt("by") == self;
}

bool isOver(const RecordState &state)
{
    const auto &ended = state.heads("endedAt");
    const auto &deleted = state.heads("deleted");
    const bool hasEnded =
        !ended.empty() && std::ranges::all_of(ended, [](const Head &head) { return instantIn(head).has_value(); });
    const bool isDeleted = !deleted.empty() && std::ranges::all_of(deleted, [](const Head &head) {
        return head.value.boolean() && *head.value.boolean();
    });
    return hasEnded || isDeleted;
}

/// When the server is to tell of it.
Result<std::optional<Instant>> dueOf(LogReader &log, TenantId tenant, const RecordState &state)
{
    std::optional<Instant> due;
    for (const Head &head : state.heads("plannedEnd")) {
        const auto end = instantIn(head);
        if (!end)
            continue;
        TRY(const changelog::ChangeMeta meta, log.changeMeta(tenant, head.change));
        const Instant received = meta.received.value_or(meta.at);
        const Instant byServer = std::min({*end, received + (*end - meta.at), Instant(received + LongestWatch)});
        due = due ? std::min(*due, byServer) : byServer;
    }
    return due;
}

} // namespace

std::optional<Instant> plannedEndOf(const RecordState &state)
{
    std::optional<Instant> earliest;
    for (const Head &head : state.heads("plannedEnd"))
        if (const auto end = instantIn(head))
            earliest = earliest ? std::min(*earliest, *end) : *end;
    return earliest;
}

Result<void> keepWatch(StoreTransaction &transaction, TenantId tenant, const RecordState &state)
{
    WatchWriter &watches = transaction.watches();
    TRY(const auto due, dueOf(transaction.log(), tenant, state));
    if (!due || isOver(state))
        return watches.dropWatch(tenant, state.id());
    TRY(const auto open, watches.openWatches(tenant));
    OpenWatch watch{.record = state.id(), .caseId = state.caseId(), .due = *due};
    const auto known = std::ranges::find(open, state.id(), &OpenWatch::record);
    // One that was moved is minded anew.
    if (known != open.end() && known->due == *due)
        watch.alarmed = known->alarmed;
    return watches.setWatch(tenant, watch);
}

Result<std::string> watchFault(LogReader &log, const Caller &caller, const changelog::RecordSet &set,
                               const std::map<RecordId, RecordHome> &madeHere)
{
    if (set.kind != casework::VisitWatch::Kind)
        return std::string();
    const std::string self = caller.session.worker.toString();
    const auto saysSelf = [&](const base::json::Value &value) { return value.string() && *value.string() == self; };
    TRY(const auto state, log.recordState(caller.session.tenant, set.record));
    const auto *worker = set.fields.find("worker");
    if (worker ? !saysSelf(*worker) : !state && !madeHere.contains(set.record))
        return std::string("worker");
    if (const auto *care = set.fields.find("care"); care && !isOwnCare(*care, state, self))
        return std::string("care");
    // One that this push has made is its author's.
    const bool isOwn =
        !state || std::ranges::all_of(state->heads("worker"), [&](const Head &head) { return saysSelf(head.value); });
    for (const auto &[field, value] : set.fields)
        if (!isOwn && field != "care")
            return field;
    return std::string();
}

bool writesServersOwn(const changelog::RecordSet &set)
{
    if (set.kind == "colleague")
        return true;
    if (set.kind == casework::VisitWatch::Kind)
        return set.fields.contains(casework::VisitWatch::ServersField);
    if (set.kind == casework::Deputy::Kind)
        return set.fields.contains(casework::Deputy::ServersField);
    return set.kind == "case" && (set.fields.contains("team") || set.fields.contains("teamName"));
}

} // namespace faltakt::server
