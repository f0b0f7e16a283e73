#include "sync/server/api/protected_cases.h"

#include "core/base/text.h"
#include "sync/server/api/administration.h"
#include "sync/server/api/deputy_keeper.h"
#include "sync/server/api/tied_cases.h"

#include <algorithm>
#include <map>

namespace faltakt::server {

using base::ErrorCode;
using base::Result;
using changelog::CompartmentSet;

namespace {

constexpr std::size_t ReasonLength = 400;

bool isOneLine(std::string_view text)
{
    return std::ranges::none_of(
        text, [](char letter) { return static_cast<unsigned char>(letter) < 0x20 || letter == 0x7f; });
}

bool namesLevel(const base::json::Value &value)
{
    const std::string *level = value.string();
    return level && !level->empty() && *level != "none";
}

} // namespace

Result<bool> isProtected(const RecordReader &reader, CaseId caseId)
{
    TRY(const auto persons, reader.records(caseId, "person"));
    return std::ranges::any_of(persons, [](const changelog::RecordState &person) {
        return std::ranges::any_of(person.heads("protection"),
                                   [](const changelog::Head &head) { return namesLevel(head.value); });
    });
}

namespace {

Result<bool> isAnyProtected(const RecordReader &reader, const std::set<CaseId> &cases)
{
    for (const CaseId &caseId : cases) {
        TRY(const bool found, isProtected(reader, caseId));
        if (found)
            return true;
    }
    return false;
}

} // namespace

void ProtectedCases::note(const changelog::Change &change)
{
    for (const changelog::RecordSet &set : change.sets) {
        const auto *level = set.kind == "person" ? set.fields.find("protection") : nullptr;
        const auto *other = set.kind == "case" ? set.fields.find("mergedInto") : nullptr;
        const bool asksTeam = set.kind == "takeover" && set.fields.contains("from") && !set.fields.contains("to");
        if ((level && namesLevel(*level)) || (other && other->string()) || asksTeam)
            m_cases.insert(change.caseId);
    }
}

Result<void> ProtectedCases::narrowRights(StoreTransaction &transaction, TenantId tenant, base::Instant now,
                                          AccessNotes &notes) const
{
    if (m_cases.empty())
        return {};
    const RecordReader reader(transaction.log(), tenant);
    TRY(const auto teams, transaction.identity().teams(tenant));
    TRY(const TiedCases tied, TiedCases::read(transaction.log(), tenant));
    std::set<CaseId> narrowed;
    for (const CaseId &noted : m_cases) {
        const auto files = tied.with(noted);
        TRY(const bool narrows, isAnyProtected(reader, files));
        if (narrows)
            narrowed.insert(files.begin(), files.end());
    }
    for (const CaseId &caseId : narrowed) {
        TRY_VOID(endBroadDeputies(transaction, tenant, caseId, now));
        for (const Team &team : teams) {
            TRY(const auto entries, transaction.log().accessOfCase(tenant, caseId, {team.id.uuid()}));
            const CompartmentSet held = entries.empty() ? CompartmentSet() : entries.back().compartments;
            TRY(const bool taken, setAccess(transaction, tenant, caseId, team.id.uuid(), CompartmentSet(), now));
            if (taken)
                notes.add(AccessAct::Written, caseId, held, TeamRightTaken);
        }
    }
    return {};
}

Result<void> takeProtectionOff(StoreTransaction &transaction, const ServerAuthor &author, const AccessLog &accessLog,
                               const ProtectionTakenOff &order)
{
    TRY(const auto tenantId, transaction.log().tenantOfCase(order.caseId));
    if (!tenantId)
        return base::fail(ErrorCode::NotFound, "there is no such case");
    if (order.by == order.with)
        return base::fail(ErrorCode::Refused, "it takes two workers");
    if (base::trimmed(order.reason).empty() || order.reason.size() > ReasonLength || !isOneLine(order.reason))
        return base::fail(ErrorCode::Refused, "the reason must be one line that is not empty");
    TRY(const auto tenant, transaction.identity().tenant(*tenantId));
    for (const WorkerId &worker : {order.by, order.with}) {
        TRY(const auto known, transaction.identity().worker(*tenantId, worker));
        if (!known || !tenant || known->revoked || worker == tenant->serverWorker)
            return base::fail(ErrorCode::NotFound, "there is no such worker");
    }
    const RecordReader reader(transaction.log(), *tenantId);
    TRY(const bool isThere, isProtected(reader, order.caseId));
    if (!isThere)
        return base::fail(ErrorCode::Refused, "no level of protection stands in the case");
    TRY(const auto persons, reader.records(order.caseId, "person"));
    std::vector<changelog::RecordSet> sets;
    for (const changelog::RecordState &person : persons)
        sets.push_back(changelog::makeEdit(person, base::json::Object{{"protection", "none"}}));
    TRY_VOID(author.write(transaction, *tenant, order.caseId, std::move(sets)));
    AccessNotes notes;
    notes.add(AccessAct::Written, order.caseId, {changelog::Compartment::Card}, "protectionTakenOff",
              order.by.toString() + " with " + order.with.toString() + ": " + base::trimmed(order.reason));
    return accessLog.append(transaction, {*tenantId, tenant->serverWorker, tenant->serverDevice}, notes);
}

} // namespace faltakt::server
