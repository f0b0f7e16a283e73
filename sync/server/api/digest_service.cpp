#include "sync/server/api/digest_service.h"

#include "sync/server/api/case_access.h"
#include "sync/server/api/pull_cursor.h"
#include "sync/server/api/server_settings.h"

#include <map>
#include <set>

namespace faltakt::server {

using base::ErrorCode;
using base::fail;
using base::Result;
using changelog::CaseSum;
using changelog::CompartmentSet;
using changelog::DigestPart;

namespace {

constexpr int ChunkSize = 1000;
/// Places behind the cursor that are looked at: what comes while a device compares, and no more.
constexpr int MostBehind = 50'000;

bool isIn(const DigestPart &part, CaseId caseId)
{
    return (!part.after || *part.after < caseId) && (!part.through || !(*part.through < caseId));
}

/// What the caller should hold of the cases of one part, at the place where its cursor stands.
class Expectation {
public:
    Expectation(LogReader &log, const Caller &caller, const DigestPart &part, std::int64_t place)
        : m_log(log), m_tenant(caller.session.tenant), m_grantees(caller.grantees()), m_part(part), m_place(place)
    {
    }

    Result<void> read()
    {
        TRY_VOID(readRights());
        TRY_VOID(readSums());
        return takeOffWhatCameLater();
    }
    [[nodiscard]] const std::map<CaseId, CaseSum> &sums() const { return m_sums; }
    [[nodiscard]] const std::set<CaseId> &unsettled() const { return m_unsettled; }

private:
    Result<void> readRights()
    {
        std::map<CaseId, std::vector<AccessEntry>> entries;
        for (std::int64_t after = 0;;) {
            TRY(const auto some, m_log.accessAfter(m_tenant, m_grantees, after, ChunkSize));
            for (const AccessEntry &entry : some)
                if (isIn(m_part, entry.caseId))
                    entries[entry.caseId].push_back(entry);
            if (some.size() < std::size_t(ChunkSize))
                break;
            after = some.back().seq;
        }
        for (const auto &[caseId, all] : entries) {
            if (all.back().seq > m_place)
                m_unsettled.insert(caseId);
            else if (const CompartmentSet rights = CaseAccess(all).effective(); !rights.empty())
                m_rights.emplace(caseId, rights);
        }
        return {};
    }

    Result<void> readSums()
    {
        std::vector<CaseId> cases;
        for (const auto &[caseId, rights] : m_rights) {
            cases.push_back(caseId);
            m_sums.emplace(caseId, CaseSum{caseId, rights, {}});
        }
        if (cases.empty())
            return {};
        TRY(const auto sums, m_log.caseSums(m_tenant, cases));
        for (const CompartmentSum &sum : sums)
            if (m_rights.at(sum.caseId).contains(sum.compartment))
                m_sums[sum.caseId].lines.add(sum.lines);
        return {};
    }

    Result<void> takeOffWhatCameLater()
    {
        int seen = 0;
        for (std::int64_t after = m_place;;) {
            TRY(const auto places, m_log.changesAfter(m_tenant, after, ChunkSize));
            for (const ChangePlace &place : places) {
                const auto rights = m_rights.find(place.caseId);
                if (rights == m_rights.end() || !rights->second.contains(place.compartment))
                    continue;
                TRY(const StoredChange change, m_log.change(m_tenant, place.seq));
                m_sums[place.caseId].lines.subtract(change.hash);
            }
            seen += int(places.size());
            if (places.size() < std::size_t(ChunkSize))
                return {};
            if (seen >= MostBehind)
                return fail(ErrorCode::InvalidInput, "cursor: pull first");
            after = places.back().seq;
        }
    }

    LogReader &m_log;
    TenantId m_tenant;
    std::vector<Grantee> m_grantees;
    const DigestPart &m_part;
    std::int64_t m_place;
    std::map<CaseId, CompartmentSet> m_rights;
    std::set<CaseId> m_unsettled;
    std::map<CaseId, CaseSum> m_sums;
};

protocol::DigestAnswer differences(const Expectation &expected, const DigestPart &part)
{
    std::map<CaseId, CaseSum> held;
    for (const CaseSum &sum : part.cases)
        held.emplace(sum.caseId, sum);
    protocol::DigestAnswer answer;
    std::set<CaseId> differ;
    for (const auto &[caseId, sum] : expected.sums()) {
        answer.lines += sum.lines.count;
        const auto found = held.find(caseId);
        if (found == held.end() || found->second != sum)
            differ.insert(caseId);
    }
    for (const auto &[caseId, sum] : held)
        if (!expected.sums().contains(caseId) && !expected.unsettled().contains(caseId))
            differ.insert(caseId);
    answer.differ.assign(differ.begin(), differ.end());
    answer.unsettled.assign(expected.unsettled().begin(), expected.unsettled().end());
    return answer;
}

} // namespace

Result<protocol::DigestAnswer> DigestService::compare(const Session &session, const protocol::DigestRequest &request)
{
    TRY(const PullCursor cursor, PullCursor::parse(request.cursor));
    if (cursor.grant != 0 || cursor.again)
        return fail(ErrorCode::InvalidInput, "cursor: pull first");
    return m_store->read([&](StoreSnapshot &snapshot) -> Result<protocol::DigestAnswer> {
        TRY(const Caller caller, findCaller(snapshot.identity(), session));
        if (caller.revoked)
            return fail(ErrorCode::Refused, "revoked");
        TRY(const std::string logId, snapshot.identity().setting(SettingNames::LogId));
        if (request.logId != logId || cursor.logId != logId)
            return fail(ErrorCode::Refused, "another log");
        Expectation expected(snapshot.log(), caller, request.part, cursor.seq);
        TRY_VOID(expected.read());
        return differences(expected, request.part);
    });
}

} // namespace faltakt::server
