#include "sync/server/api/deputy_keeper.h"

#include "core/casework/deputy.h"
#include "sync/server/api/administration.h"
#include "sync/server/api/protected_cases.h"
#include "sync/server/api/record_reader.h"

#include <algorithm>
#include <array>

namespace faltakt::server {

using base::Instant;
using base::Result;
using casework::Deputy;
using changelog::Change;
using changelog::CompartmentSet;
using changelog::RecordSet;
using changelog::RecordState;
using Phase = DeputyTerm::Phase;

namespace {

std::string textIn(const RecordSet &set, std::string_view field)
{
    const auto *value = set.fields.find(field);
    return value && value->string() ? *value->string() : std::string();
}

bool isTrueIn(const RecordSet &set, std::string_view field)
{
    const auto *value = set.fields.find(field);
    return value && value->boolean() && *value->boolean();
}

/// What of a naming stands for ever.
bool changesNaming(const RecordSet &set)
{
    constexpr std::array<std::string_view, 8> Fields{"from",     "fromName", "to",  "toName",
                                                     "firstDay", "lastDay",  "all", "namedAt"};
    return std::ranges::any_of(Fields, [&](std::string_view field) { return set.fields.contains(field); });
}

bool ends(const RecordSet &set) { return set.fields.contains("endedAt") || set.fields.contains("deleted"); }

bool tellsOpening(const RecordSet &set)
{
    return std::ranges::any_of(set.fields,
                               [](const auto &field) { return field.first.starts_with(Deputy::OpenedPrefix); });
}

/// As far as any version says so.
bool isEnded(const RecordReader &reader, const RecordState &state)
{
    return reader.isDeleted(state) || std::ranges::any_of(state.heads("endedAt"), [](const changelog::Head &head) {
               return head.value.string() != nullptr;
           });
}

Result<bool> isDeputyHere(StoreTransaction &transaction, const Caller &caller, CaseId caseId)
{
    TRY(const auto terms, transaction.deputies().termsOfCase(caller.session.tenant, caseId));
    return std::ranges::any_of(terms, [&](const DeputyTerm &term) {
        return term.worker == caller.session.worker && term.phase == Phase::Given
               && !CompartmentSet::ofCaseworker().without(term.before).empty();
    });
}

Result<std::string> faultOfNaming(StoreTransaction &transaction, const Caller &caller, CaseId caseId,
                                  const RecordSet &set, CompartmentSet rights)
{
    TRY(const bool isDeputy, isDeputyHere(transaction, caller, caseId));
    if (isDeputy || textIn(set, "from") != caller.session.worker.toString()
        || !CompartmentSet::ofCaseworker().without(rights).empty())
        return std::string("from");
    if (ends(set))
        return std::string("endedAt");
    if (tellsOpening(set))
        return std::string("opened");
    const auto first = base::parseDate(textIn(set, "firstDay"));
    const auto last = base::parseDate(textIn(set, "lastDay"));
    if (!first || !last || !casework::areDeputyDays(*first, *last))
        return std::string("lastDay");
    const RecordReader reader(transaction.log(), caller.session.tenant);
    TRY(const bool isForNamed, isProtected(reader, caseId));
    if (isForNamed && isTrueIn(set, "all"))
        return std::string("all");
    const auto id = WorkerId::parse(textIn(set, "to"));
    if (!id)
        return std::string("to");
    TRY(const auto named, transaction.identity().worker(caller.session.tenant, *id));
    const bool isColleague = named && !named->revoked && named->team && named->team == caller.team;
    return isColleague && named->id != caller.session.worker ? std::string() : std::string("to");
}

/// Of a record that is at the server already.
Result<std::string> faultOfTelling(StoreTransaction &transaction, const Caller &caller, CaseId caseId,
                                   const RecordSet &set, const RecordState &state)
{
    const RecordReader reader(transaction.log(), caller.session.tenant);
    const std::string self = caller.session.worker.toString();
    if (tellsOpening(set) && reader.text(state, "to") != self)
        return std::string("opened");
    if (!ends(set) || reader.text(state, "from") == self || reader.text(state, "to") == self)
        return std::string();
    TRY(const auto file, reader.first(caseId, "case"));
    return file && reader.text(*file, "responsible") == self ? std::string() : std::string("endedAt");
}

} // namespace

Result<std::string> deputyFault(StoreTransaction &transaction, const Caller &caller, const Change &change,
                                CompartmentSet rights, const std::map<RecordId, RecordHome> &madeHere)
{
    for (const RecordSet &set : change.sets) {
        if (set.kind != Deputy::Kind)
            continue;
        TRY(const auto state, transaction.log().recordState(caller.session.tenant, set.record));
        std::string fault;
        if (!state && !madeHere.contains(set.record)) {
            TRY(fault, faultOfNaming(transaction, caller, change.caseId, set, rights));
        } else if (changesNaming(set)) {
            fault = "from";
        } else if (state) {
            TRY(fault, faultOfTelling(transaction, caller, change.caseId, set, *state));
        } else if (tellsOpening(set)) {
            fault = "opened"; // Named in this very push, so by the same worker, who is not the deputy.
        }
        if (!fault.empty())
            return fault;
    }
    return std::string();
}

Result<void> keepDeputy(StoreTransaction &transaction, TenantId tenant, const RecordState &state, Instant now)
{
    const RecordReader reader(transaction.log(), tenant);
    DeputyWriter &deputies = transaction.deputies();
    const auto worker = WorkerId::parse(reader.text(state, "to"));
    const auto first = base::parseDate(reader.text(state, "firstDay"));
    const auto last = base::parseDate(reader.text(state, "lastDay"));
    if (!worker || !first || !last)
        return {};
    TRY(const auto terms, deputies.termsOfCase(tenant, state.caseId()));
    const auto known = std::ranges::find(terms, state.id(), &DeputyTerm::record);
    const Instant closes = casework::closesAfter(*last);
    DeputyTerm term = known != terms.end() ? *known
                                           : DeputyTerm{.record = state.id(),
                                                        .caseId = state.caseId(),
                                                        .worker = *worker,
                                                        .opens = casework::opensAt(*first),
                                                        .closes = closes,
                                                        .broad = reader.value(state, "all").boolean()
                                                                 && *reader.value(state, "all").boolean()};
    if (isEnded(reader, state)) {
        if (known == terms.end() || term.phase == Phase::Named)
            return deputies.dropTerm(tenant, state.id());
        term.closes = std::min(term.closes, now);
        return deputies.setTerm(tenant, term);
    }
    TRY(const bool isForNamed, isProtected(reader, state.caseId()));
    if (closes <= now || (term.broad && isForNamed))
        return {};
    // Ended and brought back: it stands as it was named.
    term.closes = closes;
    if (term.phase == Phase::Over)
        term.phase = Phase::Named;
    return deputies.setTerm(tenant, term);
}

Result<void> takeBack(StoreTransaction &transaction, TenantId tenant, DeputyTerm term, Instant now)
{
    TRY(const auto terms, transaction.deputies().termsOfCase(tenant, term.caseId));
    const bool standsElse = std::ranges::any_of(terms, [&](const DeputyTerm &other) {
        return other.record != term.record && other.worker == term.worker && other.phase == Phase::Given;
    });
    if (!standsElse) {
        TRY(const auto entries, transaction.log().accessOfCase(tenant, term.caseId, {term.worker.uuid()}));
        const CompartmentSet held = entries.empty() ? CompartmentSet() : entries.back().compartments;
        // What somebody has taken away meanwhile does not come back.
        const CompartmentSet given = CompartmentSet::ofCaseworker().without(term.before);
        TRY_VOID(setAccess(transaction, tenant, term.caseId, term.worker.uuid(), held.without(given), now));
    }
    term.phase = Phase::Over;
    return transaction.deputies().setTerm(tenant, term);
}

Result<void> endBroadDeputies(StoreTransaction &transaction, TenantId tenant, CaseId caseId, Instant now)
{
    TRY(const auto terms, transaction.deputies().termsOfCase(tenant, caseId));
    for (DeputyTerm term : terms) {
        if (!term.broad)
            continue;
        term.closes = std::min(term.closes, now);
        if (term.phase == Phase::Given)
            TRY_VOID(takeBack(transaction, tenant, term, now));
        else if (term.phase == Phase::Named)
            TRY_VOID(transaction.deputies().dropTerm(tenant, term.record));
    }
    return {};
}

Result<void> keepForGood(StoreTransaction &transaction, TenantId tenant, CaseId caseId, WorkerId worker)
{
    TRY(const auto terms, transaction.deputies().termsOfCase(tenant, caseId));
    for (DeputyTerm term : terms) {
        if (term.worker != worker || term.phase != Phase::Given)
            continue;
        term.before = CompartmentSet::ofCaseworker();
        TRY_VOID(transaction.deputies().setTerm(tenant, term));
    }
    return {};
}

Result<void> dropDeputies(StoreTransaction &transaction, TenantId tenant, CaseId caseId)
{
    TRY(const auto terms, transaction.deputies().termsOfCase(tenant, caseId));
    for (const DeputyTerm &term : terms)
        TRY_VOID(transaction.deputies().dropTerm(tenant, term.record));
    return {};
}

Result<bool> wroteAsDeputy(StoreTransaction &transaction, const Session &session, const Change &change)
{
    TRY(const auto terms, transaction.deputies().termsOfCase(session.tenant, change.caseId));
    return std::ranges::any_of(terms, [&](const DeputyTerm &term) {
        return term.worker == session.worker && term.phase == Phase::Over && change.at >= term.opens
               && change.at < term.closes;
    });
}

} // namespace faltakt::server
