#pragma once

#include "tests/simulation/simulated_device.h"
#include "tests/simulation/simulated_server.h"

namespace faltakt::simulation {

/// What the whole order means, and whether devices agree with it. Made anew for each look.
class Oracle {
public:
    explicit Oracle(const Witness &witness);

    /// What differs between this device and what its worker may see, in words; none: it is up to date.
    [[nodiscard]] std::vector<std::string> differences(SimulatedDevice &device) const;

    /// As it is shown.
    [[nodiscard]] bool isDeleted(base::RecordId record) const;
    /// No side of a conflict wants to keep it.
    [[nodiscard]] bool isDeletedByAll(base::RecordId record) const;

private:
    struct Record {
        changelog::Compartment compartment = changelog::Compartment::File;
        changelog::RecordState state;
    };
    void compareRecord(SimulatedDevice &device, base::RecordId id, const Record &record,
                       std::vector<std::string> &differences) const;
    void compareLists(SimulatedDevice &device, std::size_t mayHold, std::vector<std::string> &differences) const;
    [[nodiscard]] changelog::ChangeMeta metaOf(ChangeId change) const;
    [[nodiscard]] bool maySee(int device, base::RecordId id, const Record &record) const;

    const Witness *m_witness;
    std::map<base::RecordId, Record> m_records;
    std::map<ChangeId, changelog::ChangeMeta> m_meta;
};

/// Everything that a user was told is saved must be at the server, accepted or in quarantine, or still here and unsent.
/// `excused`: what was nowhere any more when a server or a device went back to an old copy.
void checkNothingLost(SimulatedDevice &device, const Witness &witness, const std::set<ChangeId> &quarantined,
                      Findings &findings, const std::set<ChangeId> &excused = {});

/// What lies in quarantine must be shown to its author as returned, so that it can be sent again.
void checkReturned(SimulatedDevice &device, const Witness &witness, const std::set<ChangeId> &quarantined,
                   Findings &findings);

/// What builds on a change in quarantine must not stand in the order: others would see the end of a story without its
/// beginning.
void checkNothingBuildsOnReturned(const Witness &witness, const std::set<ChangeId> &quarantined, Findings &findings);

} // namespace faltakt::simulation
