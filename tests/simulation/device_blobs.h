#pragma once

#include "sync/blobs/blob_carrier.h"
#include "tests/simulation/crash_files.h"
#include "tests/simulation/network.h"

#include <functional>
#include <memory>

namespace faltakt::simulation {

/// The bytes of attachments on a device, for the life of one process: the client's own folder, tidying and carrier, on the
/// simulated disk and network. Dropping it ends what is under way. Borrows all that it is given.
class DeviceBlobs final : private blobs::BlobLine {
public:
    /// Told of the store's errors, from the timeline.
    using Failed = std::function<void(const base::Error &error)>;

    /// Tidies, as unlocking does.
    DeviceBlobs(int device, store::CaseStore &store, CrashDisk &disk, Timeline &timeline, Network &network,
                SimulatedServer &server, Failed failed);
    ~DeviceBlobs() override;
    DeviceBlobs(const DeviceBlobs &) = delete;
    DeviceBlobs &operator=(const DeviceBlobs &) = delete;

    /// A new photo of so many bytes.
    [[nodiscard]] base::Result<std::vector<base::ChangeId>> add(base::CaseId caseId, base::RecordId record,
                                                                std::size_t size, base::Random &random);
    /// Has somebody's photo fetched with the next transfer; whatever it is, it is done at once or not.
    [[nodiscard]] base::Result<void> order(base::CaseId caseId, base::RecordId record);
    void carry(blobs::BlobCarrier::Scope scope);
    /// Gives up what is under way.
    void stop();
    [[nodiscard]] bool isCarrying() const { return m_carrier->isRunning(); }
    [[nodiscard]] blobs::BlobFolder &folder() { return m_folder; }
    /// Names of all files in the folder.
    [[nodiscard]] std::vector<std::string> filesHeld();

private:
    struct UnderWay {
        blobs::BlobCall call;
        Answered answered;
        Broken broken;
        bool hasFreshToken = false;
    };
    void call(blobs::BlobCall call, Answered answered, Broken broken) override;
    void giveUp() override { m_underWay.reset(); }
    void renewToken();
    void send();
    void takeToken(Network::Arrival &arrival);
    void takeAnswer(Network::Arrival &arrival);
    /// Passes over what comes for an earlier call.
    void carry(const Network::Serve &serve, void (DeviceBlobs::*take)(Network::Arrival &));
    void breakOff();
    [[nodiscard]] std::unique_ptr<blobs::BlobCarrier> makeCarrier();
    void conclude(const base::Result<blobs::TransferReport> &report);

    int m_device;
    store::CaseStore *m_store;
    Timeline *m_timeline;
    Network *m_network;
    SimulatedServer *m_server;
    Failed m_failed;
    CrashFiles m_files;
    blobs::BlobFolder m_folder;
    blobs::Attachments m_attachments;
    std::shared_ptr<UnderWay> m_underWay; ///< Late answers hold on to it weakly.
    bool m_hasToken = false;
    int m_step = 0; ///< Of the call under way: its token or itself.
    std::shared_ptr<bool> m_life = std::make_shared<bool>(true);
    std::unique_ptr<blobs::BlobCarrier> m_carrier;
};

/// What a photo shows, as far as that can be told again from its record and its length.
[[nodiscard]] base::Bytes photoOf(base::RecordId record, std::size_t size);
/// The length of the content of a sealed blob.
[[nodiscard]] std::size_t contentSize(std::int64_t sealedSize);

} // namespace faltakt::simulation
