#pragma once

#include "sync/server/api/case_access.h"
#include "sync/server/store/server_store.h"

#include <set>
#include <vector>

namespace faltakt::server {

/// What of a case one device may hold: its compartments, and of those the field package. From a start on, everything comes in
/// order; of what lies before it the parts that were in force there or touched since then, and what was fetched. So it is a
/// function of lines, rights and fetches up to a place, and of nothing else. A value; pure.
class FieldPackage {
public:
    /// `entries`: of the case, for worker and team, in order. `fetches`: the device's for this case, in order.
    FieldPackage(const std::vector<AccessEntry> &entries, const PackageStart &device,
                 std::vector<PackageFetch> fetches);

    [[nodiscard]] const CaseAccess &access() const { return m_access; }
    /// The later one of the entry that opened the compartment for good and the device's enrolment.
    [[nodiscard]] PackageStart startOf(changelog::Compartment compartment) const;
    /// The same over all compartments that are held: what lies behind it comes in order, whatever it is.
    [[nodiscard]] PackageStart latestStart() const;
    /// True where a change at this place reaches the device in order.
    [[nodiscard]] bool delivers(changelog::Compartment compartment, std::int64_t seq) const;
    /// True where the right stands at the place and the part, as it is there, is not in the package. `part.last` must not lie
    /// behind `place`.
    [[nodiscard]] bool leavesBehind(const PackagePart &part, std::int64_t place) const;

private:
    CaseAccess m_access;
    PackageStart m_device;
    std::vector<PackageFetch> m_fetches;
};

enum class PartLines { Counted, NotCounted };
/// What these parts of a case were at a place in the order. Read from the case's lines, since what is kept of parts goes to
/// the end. Parts that have no line up to there are left out; so are, as told, their counts and sums.
[[nodiscard]] base::Result<std::vector<PackagePart>> partsAt(LogReader &log, TenantId tenant, CaseId caseId,
                                                             const std::set<std::int64_t> &firsts, std::int64_t place,
                                                             PartLines lines);

} // namespace faltakt::server
