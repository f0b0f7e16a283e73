#pragma once

#include "core/base/clock.h"
#include "core/base/json.h"
#include "core/base/random.h"
#include "core/crypto/device_secret_store.h"
#include "core/crypto/file_steps.h"
#include "core/crypto/key_file.h"
#include "core/crypto/passphrase_kdf.h"
#include "core/crypto/sealed_box.h"
#include "core/crypto/secret_bytes.h"
#include "core/crypto/signing_key.h"

#include <filesystem>
#include <functional>
#include <optional>

namespace faltakt::crypto {

/// What key rings need from outside; all of it is borrowed and outlives them.
struct KeyEnvironment {
    std::reference_wrapper<const base::Clock> clock;
    std::reference_wrapper<base::Random> random;
    /// nullptr where the platform keeps no secrets.
    DeviceSecretStore *deviceSecrets = nullptr;
    /// The least cost that a key file may ask for. Tests lower it, programs do not.
    KdfCost kdfFloor = KdfCost::floor();
    /// nullptr for the real file system.
    FileSteps *files = nullptr;
};

/// What a new store's keys are made from.
struct NewKeys {
    SecretBytes passphrase;
    BoxPublicKey recoveryPublicKey;
    SigningKey signingKey;
    KdfCost cost;
    base::json::Object attributes;
};

/// What can be said about a store's keys while it is locked. Nothing here is authenticated.
struct KeyStatus {
    base::Uuid store;
    /// False once ten wrong tries or a wipe took the passphrase wrap away: only the recovery key opens the store then.
    bool hasPassphrase = false;
    std::uint32_t triesLeft = 0;
    base::Duration wait{};
    BoxPublicKey recoveryKey;
    base::json::Object attributes;
};

/// The opened keys of one store, and their life: made, opened, re-wrapped, rotated, destroyed. A random master key seals
/// the database key and the device's signing key; the key file holds the master key in wraps. Every change of the file
/// replaces it as a whole under a lock against other processes, so that after a crash at any step either the old or
/// the new file is there. Belongs to one thread (the store's); keys are zeroed when it is dropped.
///
/// `place` is the store's folder, which holds `keys.json`, or a key file itself. Errors common to all: NotFound where there
/// is no key file, Damaged and Unsupported as KeyFile::fromText says (a key file is never made anew over a bad one),
/// StorageFull and StorageFailed.
class KeyRing {
public:
    static constexpr std::string_view FileName = "keys.json";

    /// Makes the folder where needed, and the key file. AlreadyExists where there is one; InvalidInput where the
    /// passphrase or the cost is too weak.
    [[nodiscard]] static base::Result<KeyRing> create(const std::filesystem::path &place, NewKeys keys,
                                                      const KeyEnvironment &environment);

    /// Opens by the passphrase. The try is counted durably before it is made. Locked while a wait runs (no try then),
    /// WrongKey on a wrong passphrase, Refused where the passphrase wrap is gone or goes with this try, Damaged where
    /// the file was changed by somebody without the master key.
    [[nodiscard]] static base::Result<KeyRing> unlock(const std::filesystem::path &place, const SecretBytes &passphrase,
                                                      const KeyEnvironment &environment);

    /// Opens by the municipality's recovery key; changes nothing. WrongKey where it is another's.
    [[nodiscard]] static base::Result<KeyRing> openWithBox(const std::filesystem::path &place, const BoxKeyPair &pair,
                                                           const KeyEnvironment &environment);

    /// Opens by the recovery key and puts a new passphrase in the place of a forgotten or destroyed one.
    [[nodiscard]] static base::Result<KeyRing> recoverWithBox(const std::filesystem::path &place,
                                                              const BoxKeyPair &pair, const SecretBytes &newPassphrase,
                                                              const KdfCost &cost, const KeyEnvironment &environment);

    /// The wipe: takes the passphrase wrap and the device secret away for good. Needs no key. The recovery wrap stays.
    [[nodiscard]] static base::Result<void> destroyWraps(const std::filesystem::path &place,
                                                         const KeyEnvironment &environment);

    [[nodiscard]] static base::Result<KeyStatus> readStatus(const std::filesystem::path &place,
                                                            const KeyEnvironment &environment);

    /// Asks for the passphrase again before something grave; counts like unlock().
    [[nodiscard]] base::Result<void> verifyPassphrase(const SecretBytes &passphrase);
    [[nodiscard]] base::Result<void> changePassphrase(const SecretBytes &newPassphrase, const KdfCost &cost);

    /// Re-keying in steps that each survive a crash: beginRekey() writes the next key beside the current one (again:
    /// keeps it), the database is re-keyed, finishRekey() makes the next key the current one. Whoever opens the database
    /// tries databaseKey(), then nextDatabaseKey(); finishRekey() where the next one fits, abandonRekey() otherwise.
    [[nodiscard]] base::Result<void> beginRekey();
    [[nodiscard]] base::Result<void> finishRekey();
    [[nodiscard]] base::Result<void> abandonRekey();

    /// Adds or replaces what the caller keeps beside the keys.
    [[nodiscard]] base::Result<void> setAttribute(const std::string &name, base::json::Value value);

    [[nodiscard]] const base::Uuid &store() const noexcept { return m_store; }
    /// 32 bytes, for the database as a raw key.
    [[nodiscard]] const SecretBytes &databaseKey() const noexcept { return m_databaseKey; }
    /// nullptr where no re-keying is under way.
    [[nodiscard]] const SecretBytes *nextDatabaseKey() const noexcept;
    [[nodiscard]] const SigningKey &signingKey() const noexcept { return m_signingKey; }
    [[nodiscard]] const base::json::Object &attributes() const noexcept { return m_attributes; }

private:
    KeyRing(std::filesystem::path file, const KeyEnvironment &environment, SecretBytes masterKey,
            SigningKey signingKey);

    /// Checks the file against the master key and opens what is in it.
    [[nodiscard]] static base::Result<KeyRing> fromFile(std::filesystem::path path, const KeyFile &file,
                                                        SecretBytes masterKey, const KeyEnvironment &environment);
    /// Reads the file, lets `change` alter it, writes it back, all under the lock.
    template <typename Change>
    [[nodiscard]] base::Result<void> update(OldContent oldContent, Change change);
    [[nodiscard]] base::Result<void> takeOver(const KeyFile &file);

    std::filesystem::path m_file;
    KeyEnvironment m_environment;
    base::Uuid m_store;
    SecretBytes m_masterKey;
    SecretBytes m_databaseKey;
    SecretBytes m_nextDatabaseKey;
    SigningKey m_signingKey;
    base::json::Object m_attributes;
};

} // namespace faltakt::crypto
