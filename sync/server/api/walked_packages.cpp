#include "sync/server/api/walked_packages.h"

#include "sync/server/api/package_keeper.h"

#include <algorithm>
#include <iterator>

namespace faltakt::server {

using base::Result;

namespace {

constexpr int ChunkSize = 1000;

} // namespace

Result<void> WalkedPackages::readFetches()
{
    for (std::int64_t after = 0;;) {
        TRY(const auto some, m_log.fetchesAfter(m_caller.session.tenant, m_caller.session.device, after, ChunkSize));
        m_fetches.insert(m_fetches.end(), some.begin(), some.end());
        if (some.size() < std::size_t(ChunkSize))
            return {};
        after = some.back().seq;
    }
}

Result<const FieldPackage *> WalkedPackages::of(CaseId caseId)
{
    auto cached = m_packages.find(caseId);
    if (cached == m_packages.end()) {
        TRY(const auto entries, m_log.accessOfCase(m_caller.session.tenant, caseId, m_caller.grantees()));
        std::vector<PackageFetch> fetches;
        std::copy_if(m_fetches.begin(), m_fetches.end(), std::back_inserter(fetches),
                     [caseId](const PackageFetch &fetch) { return fetch.caseId == caseId; });
        cached = m_packages.emplace(caseId, FieldPackage(entries, m_caller.package, std::move(fetches))).first;
    }
    return &cached->second;
}

/// Those that may lie outside this device's package.
Result<const std::vector<PackagePart> *> WalkedPackages::outside(CaseId caseId)
{
    auto cached = m_outside.find(caseId);
    if (cached == m_outside.end()) {
        TRY(const FieldPackage *package, of(caseId));
        const PackageStart latest = package->latestStart();
        std::vector<PackagePart> parts;
        if (latest.since != base::Instant()) {
            TRY(parts, m_log.partsOutside(m_caller.session.tenant, {caseId}, latest.since, latest.seq));
        }
        cached = m_outside.emplace(caseId, std::move(parts)).first;
    }
    return &cached->second;
}

Result<WalkedPackages::Parts> WalkedPackages::behind(CaseId caseId, std::int64_t place)
{
    TRY(const FieldPackage *package, of(caseId));
    TRY(const auto *outsiders, outside(caseId));
    Parts parts;
    for (const PackagePart &part : *outsiders)
        if (package->leavesBehind(part, place))
            parts.insert(part.first);
    return parts;
}

/// A fetch that lies before the right it needs, or behind its end, opens nothing.
Result<WalkedPackages::Parts> WalkedPackages::openedBy(const PackageFetch &fetch)
{
    TRY(const FieldPackage *package, of(fetch.caseId));
    TRY(const auto *outsiders, outside(fetch.caseId));
    Parts parts;
    for (const PackagePart &part : *outsiders) {
        const std::int64_t start = package->startOf(part.compartment).seq;
        if (!package->delivers(part.compartment, fetch.seq) || part.first > start)
            continue;
        // What was touched later than the fetch may have lain outside before; twice does no harm.
        const bool opened =
            part.last <= start && package->leavesBehind(part, fetch.seq - 1) && !package->leavesBehind(part, fetch.seq);
        if (opened || part.last > fetch.seq)
            parts.insert(part.first);
    }
    return parts;
}

Result<WalkedPackages::Parts> WalkedPackages::touchedBy(const ChangePlace &place)
{
    const bool startsItself = place.place.part == place.seq;
    if (startsItself || (place.place.part == 0 && !place.place.touchesMore))
        return Parts();
    TRY(const FieldPackage *package, of(place.caseId));
    // Nothing is held, or everything since always.
    const PackageStart latest = package->latestStart();
    if (package->access().effective().empty() || latest.since == base::Instant())
        return Parts();
    Parts reached{place.place.part};
    if (place.place.touchesMore) {
        TRY(reached, partsTouchedBy(m_log, m_caller.session.tenant, place.seq));
    }
    std::erase_if(reached, [&](std::int64_t first) { return first > latest.seq || m_followed.contains(first); });
    TRY(const auto parts,
        partsAt(m_log, m_caller.session.tenant, place.caseId, reached, place.seq - 1, PartLines::NotCounted));
    m_followed.insert(reached.begin(), reached.end());
    Parts behind;
    for (const PackagePart &part : parts)
        if (package->leavesBehind(part, place.seq - 1) && package->delivers(part.compartment, place.seq))
            behind.insert(part.first);
    return behind;
}

} // namespace faltakt::server
