#pragma once

#include "core/crypto/key_ring.h"
#include "core/store/case_store.h"
#include "sync/blobs/attachments.h"
#include "sync/client/lease.h"
#include "sync/client/profile_folder.h"
#include "sync/client/registration.h"
#include "sync/client/store_lock.h"

#include <filesystem>
#include <functional>
#include <memory>
#include <optional>

namespace faltakt::client {

/// What gives records their meaning on this device; made for a municipality's profile (its id, and what its server has sent)
/// by the composition root, since this folder knows neither casework nor rules.
struct Projections {
    const changelog::SchemaTable *schema = nullptr;
    std::unique_ptr<const store::AgendaProjector> agenda;
    std::unique_ptr<const store::CaseProjector> cases;
    std::unique_ptr<const store::SaveGuard> guard = nullptr; ///< nullptr: nothing is held up.
};
using ProjectionSource =
    std::function<base::Result<Projections>(const std::string &profile, const std::vector<ReceivedProfile> &received)>;

/// What a field store needs from outside; borrowed, and outlives it.
struct FieldEnvironment {
    const base::Clock &clock;
    base::Random &random;
    ProjectionSource projections;
    crypto::DeviceSecretStore *deviceSecrets = nullptr;  ///< nullptr on bare Linux.
    crypto::KdfCost kdfFloor = crypto::KdfCost::floor(); ///< Tests lower it, programs do not.
    int pageCacheMiB = 64;
    crypto::FileSteps *files = nullptr; ///< nullptr for the real file system.
    /// With it the time for which a store is open counts into its lease, whatever is done to the clock meanwhile.
    const base::MonotonicClock *monotonic = nullptr;
};

/// What a new device is made from, once the server has said whose it is.
struct NewDevice {
    crypto::SecretBytes passphrase;
    crypto::KdfCost kdfCost;
    crypto::SigningKey signingKey;
    crypto::BoxPublicKey recoveryKey;
    Registration registration;
    /// What the store holds from the start, as a server would have sent it.
    std::vector<changelog::PullPage> content = {};
};

/// A device's folder, unlocked: keys.json (keys and registration), store.db (the encrypted store), outbox.sealed (what
/// was unsent when it was last closed), blobs (the sealed bytes of attachments), profiles (what the server sent) and lock. One process at a time; one thread at a time.
class FieldStore {
public:
    static constexpr std::string_view DatabaseName = "store.db";
    static constexpr std::string_view SealedOutboxName = "outbox.sealed";

    /// AlreadyExists where the folder holds a device, or anything else. The folder appears whole or not at all.
    [[nodiscard]] static base::Result<void> checkFree(const std::filesystem::path &folder);
    /// Where a device is put together before it appears under its own name, beside its folder. Goes when the device is
    /// there, at the latest with its first unlocking.
    [[nodiscard]] static std::filesystem::path stagingOf(const std::filesystem::path &folder);
    /// Makes the folder with a new store that holds `device.content` only, and leaves it locked.
    [[nodiscard]] static base::Result<void> create(const std::filesystem::path &folder, NewDevice device,
                                                   const FieldEnvironment &environment);

    /// Opens keys and store; brings projections that another version made up to date. After a case was taken away the
    /// file is encrypted under a new key, so that the old key no longer opens what may linger in copies of free pages.
    /// Errors as of crypto::KeyRing::unlock and store::CaseStore::open, and Busy where another process has it open.
    [[nodiscard]] static base::Result<std::unique_ptr<FieldStore>> unlock(const std::filesystem::path &folder,
                                                                          const crypto::SecretBytes &passphrase,
                                                                          const FieldEnvironment &environment);

    /// What can be said while it is locked; nothing of it is authenticated.
    [[nodiscard]] static base::Result<crypto::KeyStatus> readStatus(const std::filesystem::path &folder,
                                                                    const FieldEnvironment &environment);

    /// Without close() the store is dropped as a crash would drop it: nothing is lost, the sealed outbox stays old.
    ~FieldStore();
    FieldStore(const FieldStore &) = delete;
    FieldStore &operator=(const FieldStore &) = delete;

    /// False once it was closed or wiped.
    [[nodiscard]] bool isOpen() const noexcept { return m_cases != nullptr; }
    /// Only while it is open.
    [[nodiscard]] store::CaseStore &cases() noexcept { return *m_cases; }
    [[nodiscard]] blobs::Attachments &attachments() noexcept { return *m_attachments; }
    [[nodiscard]] blobs::BlobFolder &blobs() noexcept { return m_blobs; }
    [[nodiscard]] const crypto::KeyRing &keys() const noexcept { return m_keys; }
    [[nodiscard]] const Registration &registration() const noexcept { return m_registration; }

    [[nodiscard]] const std::vector<ReceivedProfile> &receivedProfiles() const noexcept { return m_received; }
    /// Keeps what came for a name that a greeting told. Damaged where it does not prove to be that, and the tenant's.
    [[nodiscard]] base::Result<void> keepProfile(const base::Hash &name, std::string_view signedText);
    /// Makes what is derived from the profile anew, after profiles came. An error leaves the former rules in force.
    [[nodiscard]] base::Result<void> renewProjections(const FieldEnvironment &environment);

    [[nodiscard]] const changelog::SchemaTable &schema() const noexcept { return *m_projections.schema; }

    /// Asks for the passphrase again before something that needs the worker's own hand. Wrong tries count as those of
    /// unlock() do, with the same errors; after the last one (Refused) nothing but the recovery key opens the store again,
    /// and the caller locks.
    [[nodiscard]] base::Result<void> confirmPassphrase(const crypto::SecretBytes &passphrase);
    /// Puts `next` in the place of `current`, which is asked for first and counted as by confirmPassphrase(). InvalidInput
    /// where the new one is too weak; the old one stays then. After a crash at any step one of the two opens the store.
    [[nodiscard]] base::Result<void> changePassphrase(const crypto::SecretBytes &current,
                                                      const crypto::SecretBytes &next, const crypto::KdfCost &cost);
    /// True where the passphrase was given at most `age` before `now`, by unlocking or by confirming. A clock that was set
    /// back makes it false.
    [[nodiscard]] bool isConfirmedAt(base::Instant now, base::Duration age) const noexcept
    {
        return now >= m_confirmed && now - m_confirmed <= age;
    }

    /// What is left of the lease. Writes down, now and then and at closing, how much of it has passed.
    [[nodiscard]] base::Result<Lease> lease();
    /// The terms of that, with the time for which the store has been open; what is left is leaseOf() of it at any moment.
    [[nodiscard]] base::Result<store::LeaseTerms> leaseTerms();
    /// countedTime() of it.
    [[nodiscard]] base::Result<base::Instant> countedTime();

    /// Closes the store. What is unsent also goes into one file sealed to the server's key, so that it can be delivered
    /// without the PIN; with nothing unsent that file goes away. A second call does nothing.
    [[nodiscard]] base::Result<void> close();

    /// Carries out a wipe: closes, and destroys what a passphrase opens, also where the outbox cannot be sealed. The files
    /// go only where the server holds all that was written and put in here; otherwise the sealed outbox and the recovery key
    /// still lead to it. Bytes that are not here alone go in any case. The keys in memory stay until this is dropped, so that the wipe can be confirmed.
    [[nodiscard]] base::Result<void> wipe(bool serverHoldsAll, const FieldEnvironment &environment);

private:
    FieldStore(std::filesystem::path folder, StoreLock lock, crypto::KeyRing keys, Registration registration,
               const FieldEnvironment &environment);
    [[nodiscard]] base::Result<void> openDatabase(const FieldEnvironment &environment);
    [[nodiscard]] base::Result<void> rebuild();
    /// Opens with whichever of the two keys fits, and settles a re-keying that was cut short.
    [[nodiscard]] base::Result<void> openByEitherKey(const store::StoreSetup &setup);
    /// Encrypts the file anew where a case was taken away; a failure of it leaves the store open as it was.
    [[nodiscard]] base::Result<void> renewKeyIfWanted(const store::StoreSetup &setup);
    [[nodiscard]] base::Result<void> renewKey();
    [[nodiscard]] base::Result<void> sealOutbox();
    [[nodiscard]] base::Result<void> noteTimePassed(base::Duration leeway);
    void noteBlobsHereAlone();

    std::filesystem::path m_folder;
    StoreLock m_lock;
    crypto::KeyRing m_keys;
    Registration m_registration;
    std::vector<ReceivedProfile> m_received;
    Projections m_projections;
    crypto::SystemFileSteps m_systemFiles;
    crypto::FileSteps *m_files; ///< The environment's, or m_systemFiles.
    const base::Clock *m_clock;
    base::Instant m_confirmed{}; ///< When the passphrase was given last.
    const base::MonotonicClock *m_monotonic;
    /// Since when the store has been open under the lease of this contact, and what had passed of it by then.
    struct LeaseStart {
        std::optional<base::Instant> contact;
        std::chrono::nanoseconds at{};
        base::Duration passed{};
    };
    std::optional<LeaseStart> m_leaseStart;
    blobs::BlobFolder m_blobs;
    ProfileFolder m_profiles;
    std::unique_ptr<store::CaseStore> m_cases;
    std::unique_ptr<blobs::Attachments> m_attachments; ///< Borrows both.
    /// As the store told it when it was closed; empty where it could not tell, and then nothing is safe to be deleted.
    std::optional<std::set<blobs::BlobFile>> m_hereAlone;
};

} // namespace faltakt::client
