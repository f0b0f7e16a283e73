#pragma once

#include "sync/protocol/offer.h"
#include "sync/server/api/alarm_service.h"
#include "sync/server/api/blob_service.h"
#include "sync/server/api/digest_service.h"
#include "sync/server/api/fetch_service.h"
#include "sync/server/api/hello_service.h"
#include "sync/server/api/offer_service.h"
#include "sync/server/api/pull_service.h"
#include "sync/server/api/push_service.h"
#include "sync/server/api/server_author.h"
#include "sync/server/store/embedded/embedded_store.h"
#include "tests/simulation/crash_vfs.h"
#include "tests/simulation/people.h"
#include "tests/simulation/timeline.h"
#include "tests/simulation/witness.h"

#include <memory>
#include <optional>
#include <string>

namespace faltakt::simulation {

/// The server's own push, pull and hello over its own store, on a disk that may go down; bodies as they travel. What gets
/// into the order is shown to the witness after each call.
class SimulatedServer {
public:
    SimulatedServer(const Timeline &timeline, Witness &witness, std::uint64_t seed, Version version = Version::Older);
    ~SimulatedServer();

    [[nodiscard]] bool isUp() const { return m_running != nullptr; }
    /// What hello offers from now on, so that batches and pages are small and end anywhere.
    void setOffer(protocol::OfferedLimits offer) { m_offer = offer; }
    /// From now on some rights bring all of a case, and others what was touched lately.
    void limitPackages() { m_limitsPackages = true; }
    [[nodiscard]] CrashDisk &disk() { return m_disk; }
    [[nodiscard]] SkewedClock &clock() { return m_clock; }
    /// Ends the process; restart() brings it back.
    void stop();
    /// A store that does not open again is a finding of the caller's.
    [[nodiscard]] base::Result<void> restart(CrashKind kind);

    // Calls of devices. Unreachable where the server is down.
    [[nodiscard]] base::Result<std::string> hello(int device, std::string_view body);
    [[nodiscard]] base::Result<std::string> push(int device, std::string_view body);
    [[nodiscard]] base::Result<std::string> pull(int device, std::string_view query);

    [[nodiscard]] base::Result<std::string> digest(int device, std::string_view body);
    [[nodiscard]] base::Result<std::string> fetch(int device, std::string_view body);
    [[nodiscard]] base::Result<std::string> offer(int device, std::string_view body);
    [[nodiscard]] base::Result<std::string> announceBlob(int device, std::string_view body);
    [[nodiscard]] base::Result<std::string> bringChunk(int device, std::string_view query, std::string_view chunk);
    [[nodiscard]] base::Result<std::string> fetchChunk(int device, std::string_view query);

    /// From its next start on there is room for so many bytes of attachments a device.
    void setBlobRoom(std::int64_t bytes) { m_policy.blobBytesOfDevice = bytes; }
    [[nodiscard]] std::int64_t blobRoom() const { return m_policy.blobBytesOfDevice; }
    /// Clears away what nothing has named for a month.
    [[nodiscard]] base::Result<void> sweepBlobs();
    [[nodiscard]] base::Result<std::vector<server::StoredBlob>> blobs();
    /// As the store keeps count of it.
    [[nodiscard]] base::Result<server::BlobRoom> roomOf(int device);
    /// NotFound where it is not whole.
    [[nodiscard]] base::Result<std::vector<base::Bytes>> chunksOf(CaseId caseId, const base::Hash &name);

    /// Cases of which some device may only now be told that a right is gone: the page is under way.
    [[nodiscard]] std::set<CaseId> forgettingUnderWay() const;

    /// Copies the store as it is; the server must be up.
    void backUp();
    [[nodiscard]] bool hasBackup() const { return m_backup.has_value(); }
    /// The process ends, and another one goes on from the copy, with a new log. What came since is gone from here.
    [[nodiscard]] base::Result<void> putBackupBack();

    // What an administrator does.
    /// With it comes what was touched within `reach` before it; without one everything, or what limitPackages() says.
    [[nodiscard]] base::Result<void> setAccess(CaseId caseId, const base::Uuid &grantee, CompartmentSet compartments,
                                               std::optional<std::chrono::seconds> reach = {});
    /// A case with a person and a report, for nobody yet.
    [[nodiscard]] base::Result<CaseId> importReport(const std::string &name);
    [[nodiscard]] base::Result<void> revoke(int device);

    /// By two workers' word; changes nothing where nobody is protected.
    [[nodiscard]] base::Result<void> takeProtectionOff(CaseId caseId);
    /// Looks for visits that are over, as the program does every few seconds.
    [[nodiscard]] base::Result<void> raiseAlarms();

    /// Everything that lies in quarantine.
    [[nodiscard]] base::Result<std::vector<changelog::ChangeLine>> quarantinedLines();
    [[nodiscard]] base::Result<std::set<ChangeId>> quarantined();
    /// What is wrong with the chain of the access log; empty where it is whole.
    [[nodiscard]] base::Result<std::string> accessLogFault();

private:
    struct Running;
    [[nodiscard]] base::Result<void> start();
    template <typename Work>
    auto guarded(Work work) -> decltype(work());
    [[nodiscard]] base::Result<void> observe();

    const Timeline *m_timeline;
    Witness *m_witness;
    SkewedClock m_clock;
    base::SeededRandom m_random;
    server::IdSource m_ids;
    server::MemoryKeyVault m_keys;
    CrashDisk m_disk;
    std::unique_ptr<Running> m_running;
    std::int64_t m_observed = 0;
    std::vector<std::pair<base::Instant, CaseId>> m_forgets; ///< Told to devices, with the time.
    protocol::OfferedLimits m_offer;
    server::ServerPolicy m_policy;
    bool m_limitsPackages = false;
    Version m_version;
    struct Backup {
        CrashDisk::Image image;
        Witness witness;
        std::int64_t observed = 0;
    };
    std::optional<Backup> m_backup;
};

} // namespace faltakt::simulation
