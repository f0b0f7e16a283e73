#pragma once

#include "tests/simulation/administration.h"
#include "tests/simulation/attachment_checks.h"
#include "tests/simulation/chance.h"
#include "tests/simulation/people_at_work.h"
#include "tests/simulation/simulated_device.h"
#include "tests/simulation/simulated_server.h"

#include <memory>
#include <vector>

namespace faltakt::simulation {

/// What one seed came to.
struct RunResult {
    std::uint64_t changes = 0;
    std::uint64_t faults = 0;
    std::uint64_t crashes = 0;
    std::uint64_t forks = 0;
    std::uint64_t quarantined = 0;
    std::uint64_t conflicts = 0;
    std::uint64_t restores = 0;  ///< Of the server, from a backup.
    std::uint64_t takenBack = 0; ///< Lines that devices brought a restored server.
    std::uint64_t copies = 0;    ///< Devices that were in use twice.
    std::uint64_t mended = 0;    ///< Cases that a comparison found damaged, and mended.
    std::uint64_t photos = 0;    ///< Whole at the server in the end.
    int rounds = 0;              ///< Rounds of syncing after the faults until everything was delivered.
    Findings findings;
};

/// One municipality through some virtual days: people save, sync and are interrupted, rights come and go, everything fails
/// now and then. Then the faults stop, and everything must be where it belongs. The same seed gives the same run.
class World {
public:
    explicit World(std::uint64_t seed);
    ~World();
    [[nodiscard]] RunResult run();

private:
    void act();
    void writeDuringPull(SimulatedDevice &device);
    void syncSome(SimulatedDevice &device);
    [[nodiscard]] std::optional<protocol::FetchRequest> somethingOlder(const SimulatedDevice &device);
    void breakSomething(SimulatedDevice &device);
    void breakServer();
    void rebootOver(SimulatedDevice &device);
    void copyDevice(SimulatedDevice &device);
    /// Does what loses a whole copy, and notes what was nowhere else.
    void goBack(const std::function<void()> &work);
    void restoreServer();
    [[nodiscard]] std::set<ChangeId> everythingThatIs();
    [[nodiscard]] std::set<ChangeId> notKeptOnceReceived() const;
    /// With First only those of the first device that has some: most rounds end at the first one that has not heard of all.
    enum class Look { First, All };
    [[nodiscard]] std::vector<std::string> differences(Look look);
    void beSomeWeek();
    void wakeUp(SimulatedDevice &device, bool now);
    void wakeServer();
    void wakeServerAnew();
    void sweep();
    void raiseAlarms();
    void settle();
    void damageSomething();
    void syncOnce(SimulatedDevice &device);
    [[nodiscard]] int bringTogether();
    void letAMonthPass();
    void conclude();
    void concludeDevice(SimulatedDevice &device, const std::set<ChangeId> &quarantined);
    [[nodiscard]] bool chance(unsigned thousandths) { return simulation::chance(m_random, thousandths); }

    base::SeededRandom m_random;
    Timeline m_timeline;
    RunResult m_result;
    Witness m_witness;
    Network m_network;
    PeopleAtWork m_people;
    Administration m_administration;
    std::unique_ptr<SimulatedServer> m_server;
    std::vector<std::unique_ptr<SimulatedDevice>> m_devices;
    Weather m_weather;
    bool m_settling = false;
    bool m_damaged = false;           ///< Something was damaged that only comparing can find.
    std::set<ChangeId> m_goneForAll;  ///< Was in no copy any more when somebody went back to an old one.
    std::set<base::Hash> m_bytesGone; ///< The same of attachments, by the names of their blobs.
    // The character of the seed.
    unsigned m_breakage = 0;
    unsigned m_rightsChurn = 0;
    std::uint64_t m_pause = 0; ///< Longest usual time between two things, in milliseconds.
};

} // namespace faltakt::simulation
