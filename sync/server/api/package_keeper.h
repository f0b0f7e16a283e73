#pragma once

#include "core/changelog/change.h"
#include "sync/server/store/server_store.h"

#include <map>
#include <set>

namespace faltakt::server {

/// Keeps, for the changes of one transaction, the parts of field packages that they make and touch. Lives within it; flush()
/// writes what changed.
///
/// What may stay behind when a case comes to a device are contacts, notes, tasks, reports and visits, each with its signatures; a
/// person, a case, a screening and what this version does not know always come. Records that share a change are one part, as
/// long as they were made by it; a change that reaches into a part and beyond it keeps that part in force for ever.
class PackageKeeper {
public:
    PackageKeeper(LogWriter &log, TenantId tenant, const changelog::SchemaTable &schema)
        : m_log(&log), m_tenant(tenant), m_schema(&schema)
    {
    }

    /// What a change stands in: its part, and the records that it makes.
    struct Placing {
        PartPlace place;
        std::vector<RecordId> made;
        std::set<std::int64_t> touched; ///< Parts beside its own.
    };
    /// `seq` is the place that the change will get. Records that earlier changes of this transaction made must have been added.
    [[nodiscard]] base::Result<Placing> place(const changelog::Change &change, changelog::Compartment compartment,
                                              std::int64_t seq);
    /// Counts a change that was placed. `opened`: how many more of its records are in force than before, or fewer.
    [[nodiscard]] base::Result<void> count(Placing &placing, const StoredChange &change, std::int64_t opened);
    [[nodiscard]] base::Result<void> flush();

private:
    [[nodiscard]] base::Result<PackagePart *> part(CaseId caseId, std::int64_t first);
    [[nodiscard]] base::Result<std::set<std::int64_t>> reach(const changelog::Change &change,
                                                             changelog::Compartment compartment,
                                                             std::vector<RecordId> &made);
    [[nodiscard]] bool mayStayBehind(const changelog::RecordSet &set, changelog::Compartment compartment) const;

    LogWriter *m_log;
    TenantId m_tenant;
    const changelog::SchemaTable *m_schema;
    std::map<std::pair<CaseId, std::int64_t>, PackagePart> m_parts;
};

/// Whether a task is not done, a report not closed or a visit not over; false for every other kind.
[[nodiscard]] bool isInForce(const changelog::RecordState &state);

/// The parts that a change reaches, whose line says so (PartPlace::touchesMore).
[[nodiscard]] base::Result<std::set<std::int64_t>> partsTouchedBy(LogReader &log, TenantId tenant, std::int64_t seq);

} // namespace faltakt::server
