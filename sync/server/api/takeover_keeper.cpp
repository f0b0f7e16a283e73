#include "sync/server/api/takeover_keeper.h"

#include "sync/server/api/administration.h"
#include "sync/server/api/case_access.h"
#include "sync/server/api/deputy_keeper.h"
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

Result<std::string> faultOfAnswer(StoreTransaction &transaction, const Caller &caller, CaseId caseId,
                                  const RecordSet &set, const RecordState &state)
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
    TRY(const auto asker, workerNamed(transaction.identity(), caller.session.tenant, from));
    if (asker && answer == "accepted") {
        // Nobody hands over what was taken from them since.
        TRY(const CompartmentSet held, effectiveFor(transaction.log(), caseId, *asker));
        if (!CompartmentSet::ofCaseworker().without(held).empty())
            return std::string("from");
    }
    if (!to.empty())
        return to == self ? std::string() : std::string("answer");
    return asker && caller.team && asker->team == caller.team && from != self ? std::string() : std::string("answer");
}

/// Whether another question to the same, in the same matter, stands open: it holds the card, too.
Result<bool> isAskedElsewhere(const RecordReader &reader, const RecordState &state, Grantee grantee, bool isTeam)
{
    TRY(const auto questions, reader.records(state.caseId(), Kind));
    return std::ranges::any_of(questions, [&](const RecordState &other) {
        const std::string to = reader.text(other, "to");
        const bool isTo = isTeam ? to.empty() : to == grantee.toString();
        return other.id() != state.id() && isTo && reader.text(other, "answer").empty();
    });
}

struct Asked {
    Grantee grantee;
    std::optional<Worker> worker; ///< Nobody where the whole team is asked.
};

Result<void> giveCard(StoreTransaction &transaction, CaseId caseId, TenantId tenant, const Asked &asked,
                      base::Instant now, base::Instant since)
{
    TRY(const CompartmentSet own, heldBy(transaction.log(), tenant, caseId, asked.grantee));
    TRY(const CompartmentSet held,
        asked.worker ? effectiveFor(transaction.log(), caseId, *asked.worker) : Result<CompartmentSet>(own));
    if (!held.contains(Compartment::Card))
        TRY_VOID(setAccess(transaction, tenant, caseId, asked.grantee, own | CardAlone, now, since));
    return {};
}

/// What the former worker held by name.
Result<void> letGo(StoreTransaction &transaction, CaseId caseId, const Worker &former, const TakeoverTurn &turn,
                   base::Instant now, base::Instant since)
{
    TRY(const CompartmentSet own, heldBy(transaction.log(), former.tenant, caseId, former.id.uuid()));
    if (turn.isAnswered && own.contains(Compartment::File))
        TRY_VOID(setAccess(transaction, former.tenant, caseId, former.id.uuid(), CardAlone, now, since));
    if (turn.isClosed && (turn.isAnswered || own == CardAlone))
        TRY_VOID(setAccess(transaction, former.tenant, caseId, former.id.uuid(), CompartmentSet(), now));
    return {};
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
            TRY(fault, faultOfAnswer(transaction, caller, change.caseId, set, *state));
        }
        if (!fault.empty())
            return fault;
    }
    return std::string();
}

void TakeoverTurn::note(const RecordSet &set, bool isNew)
{
    isAsked = isAsked || isNew;
    isAnswered = isAnswered || set.fields.contains("answer");
    isClosed = isClosed || set.fields.contains("closed");
}

Result<void> keepTakeover(StoreTransaction &transaction, TenantId tenantId, const RecordState &state,
                          const TakeoverTurn &turn, base::Instant now)
{
    const RecordReader reader(transaction.log(), tenantId);
    IdentityReader &identity = transaction.identity();
    TRY(const auto tenant, identity.tenant(tenantId));
    TRY(const auto from, workerNamed(identity, tenantId, reader.text(state, "from")));
    // In a case that a restored server has back and nobody holds yet, a question gives no rights: they are its author's first.
    TRY(const auto anybodys, transaction.log().accessOfCase(tenantId, state.caseId(), {}));
    if (!tenant || !from || anybodys.empty())
        return {};
    TRY(const auto to, workerNamed(identity, tenantId, reader.text(state, "to")));
    if (!to && !from->team)
        return {};
    const Grantee asked = to ? to->id.uuid() : from->team->uuid();
    const base::Instant since = packageSince(*tenant, now);
    const std::string answer = reader.text(state, "answer");
    if (answer.empty())
        return turn.isAsked ? giveCard(transaction, state.caseId(), tenantId, {asked, to}, now, since) : Result<void>();
    TRY(const auto next, workerNamed(identity, tenantId, reader.text(state, "answeredBy")));
    const bool isTaken = answer == "accepted" && next;
    if (turn.isAnswered) {
        TRY(const CompartmentSet own, heldBy(transaction.log(), tenantId, state.caseId(), asked));
        // What the question alone had given goes; who takes over is given more without a break between.
        TRY(const bool isAsked, isAskedElsewhere(reader, state, asked, !to));
        if (own == CardAlone && !isAsked && !(isTaken && next->id.uuid() == asked))
            TRY_VOID(setAccess(transaction, tenantId, state.caseId(), asked, CompartmentSet(), now));
    }
    if (turn.isAnswered && isTaken) {
        TRY(const CompartmentSet nextOwn, heldBy(transaction.log(), tenantId, state.caseId(), next->id.uuid()));
        TRY_VOID(setAccess(transaction, tenantId, state.caseId(), next->id.uuid(),
                           nextOwn | CompartmentSet::ofCaseworker(), now, since));
        TRY_VOID(keepForGood(transaction, tenantId, state.caseId(), next->id));
    }
    if (!isTaken || next->id == from->id)
        return {};
    TRY(const bool isFormerAsked, isAskedElsewhere(reader, state, from->id.uuid(), false));
    return letGo(transaction, state.caseId(), *from, {turn.isAsked, turn.isAnswered, turn.isClosed && !isFormerAsked},
                 now, since);
}

} // namespace faltakt::server
