#pragma once

#include "sync/server/api/field_package.h"
#include "sync/server/api/session.h"

#include <map>
#include <set>

namespace faltakt::server {

/// The field packages of one device as one walk along the order asks for them: which parts of a case stay behind at a place,
/// and which come with a fetch or a change. Each case is read once. Lives within one snapshot; borrows log and caller.
class WalkedPackages {
public:
    /// Parts by the place of their first change.
    using Parts = std::set<std::int64_t>;

    WalkedPackages(LogReader &log, const Caller &caller) : m_log(log), m_caller(caller) {}

    /// Comes before anything else is asked. There are as many as somebody asked for on this device.
    [[nodiscard]] base::Result<void> readFetches();
    [[nodiscard]] const std::vector<PackageFetch> &fetches() const { return m_fetches; }
    [[nodiscard]] base::Result<const FieldPackage *> of(CaseId caseId);
    /// Those that stay behind for a device whose walk has come to this place.
    [[nodiscard]] base::Result<Parts> behind(CaseId caseId, std::int64_t place);
    /// What lies in the package of the fetch and lay not in the one before it.
    [[nodiscard]] base::Result<Parts> openedBy(const PackageFetch &fetch);
    /// The parts that stayed behind and that this change touches; told once for each part, since it is brought then.
    [[nodiscard]] base::Result<Parts> touchedBy(const ChangePlace &place);

private:
    [[nodiscard]] base::Result<const std::vector<PackagePart> *> outside(CaseId caseId);

    LogReader &m_log;
    const Caller &m_caller;
    std::vector<PackageFetch> m_fetches;
    std::map<CaseId, FieldPackage> m_packages;
    std::map<CaseId, std::vector<PackagePart>> m_outside;
    Parts m_followed; ///< Parts of which it is known that they were brought, or came in order.
};

} // namespace faltakt::server
