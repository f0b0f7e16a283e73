#pragma once

#include "core/base/ids.h"
#include "core/changelog/change.h"

#include <string>
#include <vector>

namespace faltakt::casework {

/// What a made-up caseload shall be like. The same settings give the same caseload, byte for byte.
struct DemoSettings {
    std::uint64_t seed = 1;
    /// The day on which the caseload stands: reports of the weeks before it, agreements in the weeks after it.
    base::Date today;
    std::size_t people = 40; ///< At most 5,000.
    std::size_t workers = 2; ///< At least one.
    /// Rows of the file of new LOB reports; the first ones are the special paths.
    std::size_t newReports = 20;
    /// Entries in the timeline of the first case at the least; for measuring long files.
    std::size_t longFileEntries = 0;
    std::string profile = "taby";
    std::string municipality = "Täby";
};

struct DemoWorker {
    base::WorkerId id;
    std::string name;
};

/// What one press of Save by one worker wrote in one compartment; all sets create records.
struct DemoChange {
    changelog::Compartment compartment = changelog::Compartment::File;
    base::Instant at;
    base::WorkerId by;
    std::vector<changelog::RecordSet> sets;
};

struct DemoCase {
    base::CaseId id;
    std::string caseNumber;
    base::WorkerId responsible;
    std::vector<DemoChange> changes; ///< In the order of their times.
};

struct DemoCaseload {
    std::vector<DemoWorker> workers;
    std::vector<DemoCase> cases;
    /// A file for the import of LOB reports: new people, known ones, and every special path.
    std::string lobReports;
};

/// Makes a caseload for training, demonstration and measuring. Everything in it is invented: ordinary names in chance
/// combinations, phone numbers from the ranges that the telecom agency keeps for fiction, and identity numbers with the
/// birth number 000, which is believed never to have been issued, so that none belongs to a living person. As 000 is
/// even, the numbers say "woman" throughout; the field `sex` holds what the made-up person is.
[[nodiscard]] DemoCaseload makeDemoCaseload(const DemoSettings &settings);

} // namespace faltakt::casework
