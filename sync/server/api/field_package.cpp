#include "sync/server/api/field_package.h"

#include "sync/server/api/package_keeper.h"

#include <algorithm>
#include <map>

namespace faltakt::server {

using base::Result;
using changelog::Compartment;

namespace {

constexpr int ChunkSize = 1000;

/// Takes in one more place of the case.
Result<void> follow(LogReader &log, TenantId tenant, const ChangePlace &place, const std::set<std::int64_t> &firsts,
                    PartLines lines, std::map<std::int64_t, PackagePart> &parts)
{
    std::set<std::int64_t> reached{place.place.part};
    if (place.place.touchesMore) {
        TRY(reached, partsTouchedBy(log, tenant, place.seq));
    }
    for (const std::int64_t first : reached) {
        if (!firsts.contains(first))
            continue;
        PackagePart &part = parts.try_emplace(first, PackagePart{.caseId = place.caseId, .first = first}).first->second;
        part.last = place.seq;
        if (place.place.touchesMore) {
            part.always = true;
            continue;
        }
        part.compartment = place.compartment;
        part.touched = std::max(part.touched, place.received);
        part.open = place.place.inForce ? 1 : 0;
        if (lines == PartLines::NotCounted)
            continue;
        TRY(const StoredChange change, log.change(tenant, place.seq));
        part.lines.add(change.hash);
    }
    return {};
}

} // namespace

FieldPackage::FieldPackage(const std::vector<AccessEntry> &entries, const PackageStart &device,
                           std::vector<PackageFetch> fetches)
    : m_access(entries), m_device(device), m_fetches(std::move(fetches))
{
}

PackageStart FieldPackage::startOf(Compartment compartment) const
{
    const PackageStart opened = m_access.opened(compartment);
    return opened.seq > m_device.seq ? opened : m_device;
}

PackageStart FieldPackage::latestStart() const
{
    PackageStart latest;
    for (int i = 0; i < changelog::CompartmentCount; ++i) {
        if (!m_access.effective().contains(Compartment(i)))
            continue;
        const PackageStart start = startOf(Compartment(i));
        latest.seq = std::max(latest.seq, start.seq);
        latest.since = std::max(latest.since, start.since);
    }
    return latest;
}

bool FieldPackage::delivers(Compartment compartment, std::int64_t seq) const
{
    return m_access.effective().contains(compartment) && startOf(compartment).seq < seq;
}

bool FieldPackage::leavesBehind(const PackagePart &part, std::int64_t place) const
{
    if (!m_access.effective().contains(part.compartment))
        return false;
    const PackageStart start = startOf(part.compartment);
    if (part.last > start.seq || part.inForce())
        return false;
    base::Instant since = start.since;
    for (const PackageFetch &fetch : m_fetches)
        if (fetch.seq > start.seq && fetch.seq <= place)
            since = std::min(since, fetch.since);
    return part.touched < since;
}

Result<std::vector<PackagePart>> partsAt(LogReader &log, TenantId tenant, CaseId caseId,
                                         const std::set<std::int64_t> &firsts, std::int64_t place, PartLines lines)
{
    std::map<std::int64_t, PackagePart> parts;
    if (firsts.empty())
        return std::vector<PackagePart>();
    for (std::int64_t after = *firsts.begin() - 1;;) {
        TRY(const auto places, log.changesOfCase(tenant, caseId, after, place, ChunkSize));
        for (const ChangePlace &one : places)
            TRY_VOID(follow(log, tenant, one, firsts, lines, parts));
        if (places.size() < std::size_t(ChunkSize))
            break;
        after = places.back().seq;
    }
    std::vector<PackagePart> found;
    for (auto &[first, part] : parts)
        found.push_back(part);
    return found;
}

} // namespace faltakt::server
