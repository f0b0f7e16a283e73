#pragma once

#include "core/base/clock.h"
#include "core/base/random.h"
#include "core/crypto/key_ring.h"
#include "core/rules/profile_catalogue.h"
#include "sync/client/field_store.h"
#include "sync/protocol/enrolment_code.h"

#include <QString>

#include <chrono>
#include <filesystem>
#include <optional>
#include <string_view>
#include <vector>

namespace faltakt::viewmodels {

/// The passphrase of every training device; shown on its lock screen, since it guards nobody.
inline constexpr std::string_view TrainingPassphrase = "utbildning123";

/// What a workspace is made from; the references outlive it and are used from the store thread too.
struct WorkspaceSetup {
    std::filesystem::path dataFolder; ///< Holds one folder for each worker, and nothing of theirs in clear text.
    const base::Clock &clock;
    const base::MonotonicClock &monotonic;
    base::Random &random;
    crypto::DeviceSecretStore *deviceSecrets = nullptr;
    crypto::KeystoreKind keystore = crypto::KeystoreKind::None;
    crypto::KdfCost kdfFloor = crypto::KdfCost::floor();
    /// Empty: tuned on the device when a worker enrols.
    std::optional<crypto::KdfCost> kdfCost = std::nullopt;
    int pageCacheMiB = 16;
    /// Where the system says that there is no network, the server is tried by itself no oftener than this: it may be wrong.
    std::chrono::milliseconds triesWithoutNetwork = std::chrono::minutes(2);
    /// A workspace for training never syncs and says so.
    bool isTraining = false;
};

/// One worker's store on this device, as far as it is known while locked. None of it is secret, none of it is a client's.
struct WorkerDevice {
    std::filesystem::path folder;
    QString workerName;
    QString tenantName;
    bool canUnlock = true; ///< False once the passphrase wrap is gone.
    int triesLeft = 0;
    std::optional<base::Instant> waitUntil = {}; ///< No try before this moment.
    bool hasSealedWork = false;                  ///< Unsent work lies sealed in the folder.
};

/// The devices below a data folder, by worker's name. Folders that hold no device are passed over.
[[nodiscard]] std::vector<WorkerDevice> workerDevices(const WorkspaceSetup &setup);

/// Where the device of a code is made: the same folder for the same code, so that a try whose answer was lost is gone on
/// with, also after the program was restarted.
[[nodiscard]] std::filesystem::path enrolmentFolder(const WorkspaceSetup &setup, const protocol::EnrolmentCode &code);

/// The program's profiles with those that a device's server has sent over them; what does not fit this program stands among
/// its faults.
[[nodiscard]] rules::LaidProfiles profilesWith(const std::vector<client::ReceivedProfile> &received);
/// The profile of that name as it holds on the day; the product's own figures where it is not known.
[[nodiscard]] base::Result<rules::Profile> profileFor(const rules::ProfileCatalogue &known, const std::string &name,
                                                      base::Instant now);

[[nodiscard]] client::FieldEnvironment fieldEnvironment(const WorkspaceSetup &setup);

} // namespace faltakt::viewmodels
