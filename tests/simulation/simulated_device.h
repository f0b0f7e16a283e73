#pragma once

#include "sync/engine/engine.h"
#include "sync/protocol/offer.h"
#include "tests/simulation/crash_vfs.h"
#include "tests/simulation/device_blobs.h"
#include "tests/simulation/network.h"
#include "tests/simulation/people.h"
#include "tests/simulation/witness.h"

#include <map>
#include <memory>
#include <optional>

namespace faltakt::simulation {

/// A device with its own store, engine and wrong clock. Does for the engine what the client does, without sockets.
/// A crash ends its process: the engine forgets, the store comes back from what the disk kept.
class SimulatedDevice {
public:
    SimulatedDevice(int number, Timeline &timeline, Network &network, SimulatedServer &server, Findings &findings,
                    std::uint64_t seed);
    ~SimulatedDevice();

    [[nodiscard]] int number() const noexcept { return m_number; }
    [[nodiscard]] bool isRunning() const noexcept { return m_store != nullptr; }
    [[nodiscard]] bool isSyncing() const noexcept { return m_engine.phase != engine::Phase::Idle; }
    [[nodiscard]] store::CaseStore &store() { return *m_store; }
    [[nodiscard]] CrashDisk &disk() { return m_disk; }
    [[nodiscard]] base::Random &random() { return m_random; }
    [[nodiscard]] base::UuidMaker &ids() { return m_ids; }
    [[nodiscard]] SkewedClock &clock() { return m_clock; }
    [[nodiscard]] const std::optional<engine::Report> &lastReport() const { return m_lastReport; }
    [[nodiscard]] std::uint64_t forks() const { return m_forks; }
    [[nodiscard]] std::uint64_t takenBack() const { return m_takenBack; }
    [[nodiscard]] std::uint64_t mended() const { return m_mended; }
    [[nodiscard]] std::uint64_t crashes() const { return m_life; }

    /// Called whenever a pull is sent: people do not stop writing while the device syncs.
    void setOnPull(std::function<void()> onPull) { m_onPull = std::move(onPull); }
    void startSync(engine::Plan plan);
    void stopSync();
    /// Saves; what the store has confirmed must never be lost. False where the device went down over it.
    bool save(const std::vector<store::Draft> &drafts);
    /// Saves a new photo of so many bytes; the same.
    bool attach(CaseId caseId, std::size_t size);
    [[nodiscard]] DeviceBlobs &blobs() { return *m_blobs; }
    /// The process ends now.
    void kill();
    void restart(CrashKind kind);
    /// Where a step of the store failed because the disk went down, the process ends.
    bool diedOf(const base::Error &error);

    void backUp();
    [[nodiscard]] bool hasBackup() const { return m_backup.has_value(); }
    /// Becomes what the other one is at this moment: one device twice.
    void becomeCopyOf(SimulatedDevice &other);
    /// Something goes wrong in the store that no code of ours did: lines, receipts. False where there was nothing to hit.
    bool damage();
    /// Ids of all changes that lie here, sent or not.
    [[nodiscard]] std::set<ChangeId> held();
    /// Puts the backup back; what was saved since and is not at the server is gone with the old disk.
    void putBackupBack(const Witness &witness);

    /// Ids that this device's user was told are saved.
    [[nodiscard]] const std::map<ChangeId, int> &saved() const { return m_saved; }
    [[nodiscard]] const std::set<ChangeId> &gone() const { return m_gone; }
    /// Lines that are here and not sent.
    [[nodiscard]] std::set<ChangeId> unsent();

private:
    void give(std::uint64_t ticket, engine::Happening what);
    void carryOut(engine::Order order);
    void carryOutCall(std::uint64_t ticket, const engine::SendHello &);
    void carryOutCall(std::uint64_t ticket, const engine::SendToken &);
    void carryOutCall(std::uint64_t ticket, const engine::SendPush &push);
    void carryOutCall(std::uint64_t ticket, const engine::SendPull &pull);
    void carryOutCall(std::uint64_t ticket, engine::SendOffer &offer);
    void carryOutCall(std::uint64_t ticket, engine::SendDigest &digest);
    void carryOutCall(std::uint64_t ticket, const engine::SendFetch &fetch);
    void carryOutComparing(engine::Order order);
    /// Runs a step of the store and answers the order with what it gives.
    template <typename Work>
    void atStore(std::uint64_t ticket, Work work);
    void call(std::uint64_t ticket, const Network::Serve &serve, Network::Read read);
    [[nodiscard]] store::StoreSetup setup() const;
    void makeBlobs();
    bool noteSaved(const base::Result<std::vector<ChangeId>> &written);
    void learnWhatIsThere();
    /// A save in several cases is there whole or not at all.
    void checkTogether();
    /// What builds on a returned change must go out of sight with it, at once.
    void checkDependants();
    /// Unsent work of a case that a page has granted again must be in sight again.
    void checkGranted(const changelog::PullPage &page);

    const int m_number;
    Timeline *m_timeline;
    Network *m_network;
    SimulatedServer *m_server;
    Findings *m_findings;
    SkewedClock m_clock;
    base::SeededRandom m_random;
    base::UuidMaker m_ids;
    CrashDisk m_disk;
    std::unique_ptr<store::CaseStore> m_store;
    std::unique_ptr<DeviceBlobs> m_blobs; ///< As long as the store is open.
    engine::State m_engine;
    std::function<void()> m_onPull;
    std::uint64_t m_life = 0; ///< Counts processes: what was meant for an earlier one is passed over.
    std::optional<engine::Report> m_lastReport;
    std::uint64_t m_forks = 0;
    std::uint64_t m_takenBack = 0;
    std::uint64_t m_mended = 0;
    std::map<ChangeId, int> m_saved; ///< With the number of the save.
    int m_saveCount = 0;
    std::set<base::RecordId> m_together; ///< Of a save in several cases that the device went down over.
    std::set<ChangeId> m_gone;
    struct Backup {
        CrashDisk::Image image;
        int saveCount = 0;
    };
    std::optional<Backup> m_backup;
};

} // namespace faltakt::simulation
