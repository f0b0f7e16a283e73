#include "sync/server/api/digest_service.h"

#include "sync/server/api/field_package.h"
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
        : m_log(log), m_caller(caller), m_tenant(caller.session.tenant), m_part(part), m_place(place),
          m_linesTo(std::max(place, caller.package.seq))
    {
    }

    Result<void> read()
    {
        TRY_VOID(readRights());
        TRY_VOID(readSums());
        TRY_VOID(takeOffWhatCameLater());
        return takeOffWhatStaysBehind();
    }
    [[nodiscard]] const std::map<CaseId, CaseSum> &sums() const { return m_sums; }
    [[nodiscard]] const std::set<CaseId> &unsettled() const { return m_unsettled; }

private:
    Result<void> readRights()
    {
        std::map<CaseId, std::vector<AccessEntry>> entries;
        for (std::int64_t after = 0;;) {
            TRY(const auto some, m_log.accessAfter(m_tenant, m_caller.grantees(), after, ChunkSize));
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
        return readPackages(entries);
    }

    Result<void> readPackages(const std::map<CaseId, std::vector<AccessEntry>> &entries)
    {
        std::map<CaseId, std::vector<PackageFetch>> fetches;
        for (std::int64_t after = 0;;) {
            TRY(const auto some, m_log.fetchesAfter(m_tenant, m_caller.session.device, after, ChunkSize));
            for (const PackageFetch &fetch : some)
                fetches[fetch.caseId].push_back(fetch);
            if (some.size() < std::size_t(ChunkSize))
                break;
            after = some.back().seq;
        }
        for (const auto &[caseId, rights] : m_rights)
            m_packages.emplace(caseId, FieldPackage(entries.at(caseId), m_caller.package, fetches[caseId]));
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
        for (std::int64_t after = m_linesTo;;) {
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

    Result<void> takeOffWhatStaysBehind()
    {
        PackageStart latest;
        std::vector<CaseId> cases;
        for (const auto &[caseId, package] : m_packages) {
            const PackageStart start = package.latestStart();
            if (start.since == base::Instant())
                continue;
            latest.since = std::max(latest.since, start.since);
            cases.push_back(caseId);
        }
        if (cases.empty())
            return {};
        TRY(const auto parts, m_log.partsOutside(m_tenant, cases, latest.since, m_linesTo));
        std::map<CaseId, std::set<std::int64_t>> touchedLater;
        for (const PackagePart &part : parts) {
            if (part.last > m_linesTo)
                touchedLater[part.caseId].insert(part.first);
            else
                takeOff(part);
        }
        for (const auto &[caseId, firsts] : touchedLater) {
            TRY(const auto before, partsAt(m_log, m_tenant, caseId, firsts, m_linesTo, PartLines::Counted));
            for (const PackagePart &part : before)
                takeOff(part);
        }
        return {};
    }

    /// `part` as it is at the place.
    void takeOff(const PackagePart &part)
    {
        if (m_packages.at(part.caseId).leavesBehind(part, m_place))
            m_sums.at(part.caseId).lines.subtract(part.lines);
    }

    LogReader &m_log;
    const Caller &m_caller;
    TenantId m_tenant;
    const DigestPart &m_part;
    std::int64_t m_place;
    /// A device that enrolled behind its cursor was brought at once what lay before that.
    std::int64_t m_linesTo;
    std::map<CaseId, CompartmentSet> m_rights;
    std::set<CaseId> m_unsettled;
    std::map<CaseId, FieldPackage> m_packages;
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
    if (cursor.grant != 0 || cursor.again || cursor.ahead)
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
