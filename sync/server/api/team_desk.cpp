#include "sync/server/api/team_desk.h"

#include "core/crypto/hash.h"
#include "sync/server/api/administration.h"
#include "sync/server/api/record_reader.h"

#include <algorithm>
#include <array>

namespace faltakt::server {

using base::Result;
using changelog::RecordSet;
using changelog::RecordState;
namespace json = base::json;

namespace {

/// The record of a worker in the case of a team: always the same one, so that two processes make one.
RecordId recordOf(const Team &team, const Worker &worker)
{
    const base::Hash hash = crypto::blake2b256(base::bytesOf(team.id.toString() + ' ' + worker.id.toString()));
    std::array<std::uint8_t, 16> bytes{};
    std::copy_n(hash.begin(), bytes.size(), bytes.begin());
    // RFC 9562: version 8, an id of the program's own making.
    bytes[6] = std::uint8_t((bytes[6] & 0x0F) | 0x80);
    bytes[8] = std::uint8_t((bytes[8] & 0x3F) | 0x80);
    return RecordId(base::Uuid(bytes));
}

/// What a tenant's teams look like, as one text to compare.
std::string pictureOf(const std::vector<Team> &teams, const std::vector<Worker> &workers)
{
    std::string picture;
    for (const Team &team : teams)
        picture += team.id.toString() + ' ' + team.name + '\n';
    for (const Worker &worker : workers)
        picture += worker.id.toString() + ' ' + (worker.team ? worker.team->toString() : std::string()) + ' '
                   + worker.role + (worker.revoked ? " x " : " ") + worker.name + '\n';
    return picture;
}

/// The fields that say something else now; all of them where there is no record yet.
json::Object different(const RecordReader &reader, const RecordState *record, json::Object wanted)
{
    if (!record)
        return wanted;
    json::Object changed;
    for (const auto &[field, value] : wanted)
        if (reader.value(*record, field) != value)
            changed.set(field, value);
    return changed;
}

/// Adds what brings the record to `wanted`.
void bring(const RecordReader &reader, const RecordState *record, RecordId id, const std::string &kind,
           json::Object wanted, std::vector<RecordSet> &sets)
{
    json::Object changed = different(reader, record, std::move(wanted));
    if (changed.empty())
        return;
    sets.push_back(record ? changelog::makeEdit(*record, std::move(changed))
                          : changelog::makeCreation(id, kind, std::move(changed)));
}

/// What the case of one team lacks.
Result<std::vector<RecordSet>> lacking(LogReader &log, const Tenant &tenant, const Team &team,
                                       const std::vector<Worker> &workers)
{
    const CaseId caseId = TeamDesk::caseOf(team.id);
    const RecordReader reader(log, tenant.id);
    std::vector<RecordSet> sets;
    TRY(const auto file, reader.first(caseId, "case"));
    bring(reader, file ? &*file : nullptr, RecordId(team.id.uuid()), "case",
          {{"team", team.id.toString()}, {"teamName", team.name}}, sets);
    TRY(const auto known, reader.records(caseId, "colleague"));
    for (const Worker &worker : workers) {
        const RecordId id = recordOf(team, worker);
        const auto record = std::ranges::find_if(known, [&](const RecordState &one) { return one.id() == id; });
        const bool belongs = worker.team == team.id && !worker.revoked;
        if (record == known.end() && !belongs)
            continue;
        json::Object wanted{{"left", !belongs}};
        if (belongs)
            wanted = {{"worker", worker.id.toString()},
                      {"name", worker.name},
                      {"leads", worker.role == TeamLeaderRole},
                      {"left", false}};
        bring(reader, record == known.end() ? nullptr : &*record, id, "colleague", std::move(wanted), sets);
    }
    return sets;
}

} // namespace

Result<void> TeamDesk::keepIn(const Tenant &tenant)
{
    struct People {
        std::vector<Team> teams;
        std::vector<Worker> workers;
    };
    TRY(const People people, m_store->read([&](StoreSnapshot &snapshot) -> Result<People> {
        People all;
        TRY(all.teams, snapshot.identity().teams(tenant.id));
        TRY(all.workers, snapshot.identity().workers(tenant.id));
        return all;
    }));
    std::string picture = pictureOf(people.teams, people.workers);
    if (m_known[tenant.id] == picture)
        return {};
    bool grew = false;
    TRY_VOID(m_store->write([&](StoreTransaction &transaction) -> Result<void> {
        grew = false;
        for (const Team &team : people.teams) {
            TRY(auto sets, lacking(transaction.log(), tenant, team, people.workers));
            const CaseId caseId = TeamDesk::caseOf(team.id);
            if (!sets.empty()) {
                TRY_VOID(m_author->write(transaction, tenant, caseId, std::move(sets)));
                grew = true;
            }
            TRY(const bool given, setAccess(transaction, tenant.id, caseId, team.id.uuid(),
                                            changelog::CompartmentSet::ofCaseworker(), m_clock->now()));
            grew = grew || given;
        }
        return {};
    }));
    m_known[tenant.id] = std::move(picture);
    if (grew && m_orderGrew)
        m_orderGrew(tenant.id);
    return {};
}

Result<void> TeamDesk::keep()
{
    const std::lock_guard lock(m_lock);
    TRY(const auto tenants, m_store->read([](StoreSnapshot &snapshot) { return snapshot.identity().tenants(); }));
    for (const Tenant &tenant : tenants)
        TRY_VOID(keepIn(tenant));
    return {};
}

} // namespace faltakt::server
