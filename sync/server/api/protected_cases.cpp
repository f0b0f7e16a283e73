#include "sync/server/api/protected_cases.h"

#include "sync/server/api/administration.h"
#include "sync/server/api/record_reader.h"

#include <algorithm>
#include <map>

namespace faltakt::server {

using base::Result;
using changelog::CompartmentSet;

namespace {

bool namesLevel(const base::json::Value &value)
{
    const std::string *level = value.string();
    return level && !level->empty() && *level != "none";
}

/// While two workers' values stand in conflict the one that protects counts.
Result<bool> isProtected(const RecordReader &reader, CaseId caseId)
{
    TRY(const auto persons, reader.records(caseId, "person"));
    return std::ranges::any_of(persons, [](const changelog::RecordState &person) {
        return std::ranges::any_of(person.heads("protection"),
                                   [](const changelog::Head &head) { return namesLevel(head.value); });
    });
}

} // namespace

void ProtectedCases::note(const changelog::Change &change)
{
    for (const changelog::RecordSet &set : change.sets) {
        const auto *level = set.kind == "person" ? set.fields.find("protection") : nullptr;
        if (level && namesLevel(*level))
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
    for (const CaseId &caseId : m_cases) {
        TRY(const bool narrows, isProtected(reader, caseId));
        if (!narrows)
            continue;
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

} // namespace faltakt::server
