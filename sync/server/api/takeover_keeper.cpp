#include "sync/server/api/takeover_keeper.h"

#include "sync/server/api/administration.h"
#include "sync/server/api/case_access.h"
#include "sync/server/api/protected_cases.h"
#include "sync/server/api/record_reader.h"
#include "sync/server/api/server_settings.h"

#include <algorithm>
#include <array>

namespace faltakt::server {

using base::Result;
using changelog::Change;
using changelog::Compartment;
using changelog::CompartmentSet;
using changelog::RecordSet;
using changelog::RecordState;

namespace {

constexpr std::string_view Kind = "takeover";
constexpr CompartmentSet CardAlone{Compartment::Card};

std::string textIn(const RecordSet &set, std::string_view field)
{
    const auto *value = set.fields.find(field);
    return value && value->string() ? *value->string() : std::string();
}

Result<std::optional<Worker>> workerNamed(IdentityReader &identity, TenantId tenant, const std::string &text)
{
    const auto id = WorkerId::parse(text);
    return id ? identity.worker(tenant, *id) : Result<std::optional<Worker>>(std::nullopt);
}

/// What the grantee holds of its own.
Result<CompartmentSet> heldBy(LogReader &log, TenantId tenant, CaseId caseId, Grantee grantee)
{
    TRY(const auto entries, log.accessOfCase(tenant, caseId, {grantee}));
    return entries.empty() ? CompartmentSet() : entries.back().compartments;
}

/// What worker and team hold together.
Result<CompartmentSet> effectiveFor(LogReader &log, CaseId caseId, const Worker &worker)
{
    std::vector<Grantee> grantees{worker.id.uuid()};
    if (worker.team)
        grantees.push_back(worker.team->uuid());
    TRY(const auto entries, log.accessOfCase(worker.tenant, caseId, grantees));
    return CaseAccess(entries).effective();
}

/// The fields that stand once it was asked.
bool changesQuestion(const RecordSet &set)
{
    constexpr std::array<std::string_view, 5> Fields{"from", "fromName", "to", "toName", "askedAt"};
    return std::ranges::any_of(Fields, [&](std::string_view field) { return set.fields.contains(field); });
}

Result<std::string> faultOfQuestion(StoreTransaction &transaction, const Caller &caller, CaseId caseId,
                                    const RecordSet &set, CompartmentSet rights)
{
    if (textIn(set, "from") != caller.session.worker.toString())
        return std::string("from");
    if (set.fields.contains("answer") || !CompartmentSet::ofCaseworker().without(rights).empty())
        return std::string("answer");
    if (!set.fields.contains("to")) {
        // Somebody with protected identity is for workers by name.
        const RecordReader reader(transaction.log(), caller.session.tenant);
        TRY(const bool isForNamed, isProtected(reader, caseId));
        return caller.team && !isForNamed ? std::string() : std::string("to");
    }
    TRY(const auto asked, workerNamed(transaction.identity(), caller.session.tenant, textIn(set, "to")));
    const bool isColleague = asked && !asked->revoked && asked->team && asked->team == caller.team;
    return isColleague && asked->id != caller.session.worker ? std::string() : std::string("to");
}

Result<std::string> faultOfAnswer(StoreTransaction &transaction, const Caller &caller, const RecordSet &set,
                                  const RecordState &state)
{
    const RecordReader reader(transaction.log(), caller.session.tenant);
    const std::string self = caller.session.worker.toString();
    const std::string from = reader.text(state, "from");
    const std::string to = reader.text(state, "to");
    const std::string answer = textIn(set, "answer");
    if (!state.heads("answer").empty() || textIn(set, "answeredBy") != self)
        return std::string("answer");
    if (answer == "withdrawn")
        return from == self ? std::string() : std::string("answer");
    if (!to.empty())
        return to == self ? std::string() : std::string("answer");
    TRY(const auto asker, workerNamed(transaction.identity(), caller.session.tenant, from));
    return asker && caller.team && asker->team == caller.team && from != self ? std::string() : std::string("answer");
}

/// True where this change says that its author takes the matter over.
bool takesOver(const Change &change)
{
    return std::ranges::any_of(
        change.sets, [&](const RecordSet &set) { return set.kind == Kind && textIn(set, "answer") == "accepted"; });
}

} // namespace

Result<std::string> takeoverFault(StoreTransaction &transaction, const Caller &caller, const Change &change,
                                  CompartmentSet rights, const std::map<RecordId, RecordHome> &madeHere)
{
    for (const RecordSet &set : change.sets) {
        const bool isQuestion = set.kind == Kind;
        if (!isQuestion && !(set.kind == "case" && set.fields.contains("responsible")))
            continue;
        TRY(const auto state, transaction.log().recordState(caller.session.tenant, set.record));
        std::string fault;
        if (!isQuestion) {
            // Who makes a case says whose it is.
            const bool isOwn = textIn(set, "responsible") == caller.session.worker.toString();
            if (state && !(isOwn && takesOver(change)))
                return std::string("responsible");
        } else if (!state && madeHere.contains(set.record)) {
            // Asked and taken back before anybody heard of it.
            const bool isOwn = textIn(set, "answeredBy") == caller.session.worker.toString();
            if (changesQuestion(set)
                || (set.fields.contains("answer") && !(isOwn && textIn(set, "answer") == "withdrawn")))
                fault = "answer";
        } else if (!state) {
            TRY(fault, faultOfQuestion(transaction, caller, change.caseId, set, rights));
        } else if (changesQuestion(set)) {
            fault = "from";
        } else if (set.fields.contains("answer") || set.fields.contains("answeredBy")) {
            TRY(fault, faultOfAnswer(transaction, caller, set, *state));
        }
        if (!fault.empty())
            return fault;
    }
    return std::string();
}

Result<void> keepTakeover(StoreTransaction &transaction, TenantId tenantId, const RecordState &state, base::Instant now)
{
    const RecordReader reader(transaction.log(), tenantId);
    IdentityReader &identity = transaction.identity();
    TRY(const auto tenant, identity.tenant(tenantId));
    TRY(const auto from, workerNamed(identity, tenantId, reader.text(state, "from")));
    if (!tenant || !from)
        return {};
    TRY(const auto to, workerNamed(identity, tenantId, reader.text(state, "to")));
    if (!to && !from->team)
        return {};
    const Grantee asked = to ? to->id.uuid() : from->team->uuid();
    const base::Instant since = packageSince(*tenant, now);
    const std::string answer = reader.text(state, "answer");
    TRY(const CompartmentSet own, heldBy(transaction.log(), tenantId, state.caseId(), asked));
    if (answer.empty()) {
        TRY(const CompartmentSet held,
            to ? effectiveFor(transaction.log(), state.caseId(), *to) : Result<CompartmentSet>(own));
        if (held.contains(Compartment::Card))
            return {};
        TRY_VOID(setAccess(transaction, tenantId, state.caseId(), asked, own | CardAlone, now, since));
        return {};
    }
    TRY(const auto next, workerNamed(identity, tenantId, reader.text(state, "answeredBy")));
    const bool isTaken = answer == "accepted" && next;
    // What the question alone had given goes; who takes over is given more without a break between.
    if (own == CardAlone && !(isTaken && next->id.uuid() == asked))
        TRY_VOID(setAccess(transaction, tenantId, state.caseId(), asked, CompartmentSet(), now));
    if (!isTaken)
        return {};
    TRY(const CompartmentSet nextOwn, heldBy(transaction.log(), tenantId, state.caseId(), next->id.uuid()));
    TRY_VOID(setAccess(transaction, tenantId, state.caseId(), next->id.uuid(), nextOwn | CompartmentSet::ofCaseworker(),
                       now, since));
    return {};
}

} // namespace faltakt::server
