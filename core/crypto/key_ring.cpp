#include "core/crypto/key_ring.h"

#include "core/crypto/key_wraps.h"

#include <sys/stat.h>

#include <cerrno>

namespace faltakt::crypto {

namespace json = base::json;
namespace fs = std::filesystem;
using base::ErrorCode;
using base::fail;
using base::Result;

namespace {

constexpr std::size_t KeySize = 32;

fs::path filePathOf(const fs::path &place)
{
    std::error_code error;
    return fs::is_directory(place, error) ? place / KeyRing::FileName : place;
}

FileSteps &filesOf(const KeyEnvironment &environment)
{
    // Holds no state, so that one for all is as good as many.
    static SystemFileSteps systemFiles;
    return environment.files ? *environment.files : systemFiles;
}

KeystoreKind keystoreOf(const KeyEnvironment &environment)
{
    return environment.deviceSecrets ? environment.deviceSecrets->kind() : KeystoreKind::None;
}

Result<KeyFile> load(const fs::path &path, const KeyEnvironment &environment)
{
    auto bytes = filesOf(environment).read(path, KeyFile::MaxBytes);
    if (!bytes && bytes.error().code() == ErrorCode::TooLarge)
        return fail(ErrorCode::Damaged, "key file: too large");
    if (!bytes)
        return fail(bytes.error().withContext("key file"));
    TRY(auto file, KeyFile::fromText(base::textOf(*bytes)));
    if (file.passphraseWrap && !checkKdfCost(file.passphraseWrap->cost, environment.kdfFloor))
        return fail(ErrorCode::Damaged, "key file: passphrase cost out of range");
    return file;
}

Result<void> save(const fs::path &path, const KeyFile &file, const KeyEnvironment &environment,
                  OldContent oldContent = OldContent::Leave)
{
    const std::string text = file.toText();
    if (text.size() > KeyFile::MaxBytes)
        return fail(ErrorCode::TooLarge, "key file");
    return replaceFile(filesOf(environment), path, base::bytesOf(text), oldContent);
}

Result<void> makeFolder(const fs::path &folder)
{
    std::error_code error;
    if (fs::is_directory(folder, error))
        return {};
    if (folder.has_parent_path() && folder.parent_path() != folder)
        fs::create_directories(folder.parent_path(), error);
    if (::mkdir(folder.c_str(), S_IRWXU) != 0 && errno != EEXIST)
        return fail(ErrorCode::StorageFailed, "store folder cannot be made");
    return {};
}

/// The secret that this device mixes in: the one it keeps, or a new one; empty without a keystore.
Result<SecretBytes> ensureDeviceSecret(const KeyEnvironment &environment)
{
    if (!environment.deviceSecrets)
        return SecretBytes();
    auto kept = environment.deviceSecrets->read();
    if (kept || kept.error().code() != ErrorCode::NotFound)
        return kept;
    SecretBytes secret = SecretBytes::makeRandom(environment.random, KeySize);
    TRY_VOID(environment.deviceSecrets->write(secret));
    return secret;
}

Result<PassphraseWrap> makePassphraseWrap(const base::Uuid &store, const SecretBytes &masterKey,
                                          const SecretBytes &passphrase, const KdfCost &cost,
                                          const KeyEnvironment &environment)
{
    TRY_VOID(checkPassphrase(passphrase, keystoreOf(environment)));
    TRY_VOID(checkKdfCost(cost, environment.kdfFloor));
    TRY(const SecretBytes deviceSecret, ensureDeviceSecret(environment));
    return wrapUnderPassphrase(store, masterKey, passphrase, deviceSecret, cost, environment.random);
}

/// The device secret that a wrap asks for; empty where it asks for none.
Result<SecretBytes> deviceSecretFor(const PassphraseWrap &wrap, const KeyEnvironment &environment)
{
    if (!wrap.usesDeviceSecret)
        return SecretBytes();
    if (!environment.deviceSecrets)
        return fail(ErrorCode::Unsupported, "keystore that holds the device secret");
    auto secret = environment.deviceSecrets->read();
    if (!secret)
        return fail(secret.error().withContext("device secret"));
    return secret;
}

Result<void> takeWrapsAway(const fs::path &path, KeyFile &file, const KeyEnvironment &environment)
{
    file.passphraseWrap.reset();
    file.tries.reset();
    TRY_VOID(save(path, file, environment, OldContent::Overwrite));
    if (environment.deviceSecrets)
        return environment.deviceSecrets->remove();
    return {};
}

tl::unexpected<base::Error> passphraseGone()
{
    return fail(ErrorCode::Refused, "no passphrase opens this store any more; the recovery key does");
}

/// Refuses a try that may not be made now.
Result<void> admitTry(const fs::path &path, KeyFile &file, const KeyEnvironment &environment)
{
    if (!file.passphraseWrap)
        return passphraseGone();
    if (file.tries.isUsedUp()) {
        TRY_VOID(takeWrapsAway(path, file, environment));
        return passphraseGone();
    }
    const TryCounter before = file.tries;
    const base::Duration wait = file.tries.waitAt(environment.clock.get().now());
    if (!(file.tries == before)) {
        TRY_VOID(save(path, file, environment));
    }
    if (wait > base::Duration(0)) {
        const auto seconds = std::chrono::ceil<std::chrono::seconds>(wait).count();
        return fail(ErrorCode::Locked, "next try in " + std::to_string(seconds) + " seconds");
    }
    return {};
}

/// Writes down that the try was wrong; the last one takes the wrap away.
tl::unexpected<base::Error> answerWrong(const fs::path &path, KeyFile &file, const KeyEnvironment &environment)
{
    file.tries.answerWrong(environment.clock.get().now());
    const bool last = file.tries.isUsedUp();
    const auto written = last ? takeWrapsAway(path, file, environment) : save(path, file, environment);
    if (!written)
        return tl::unexpected<base::Error>(written.error());
    if (last)
        return passphraseGone();
    return fail(ErrorCode::WrongKey,
                "wrong passphrase, " + std::to_string(TryCounter::MostTries - file.tries.tries()) + " tries left");
}

/// One counted try; the file holds the reset counter afterwards only in memory.
Result<SecretBytes> tryPassphrase(const fs::path &path, KeyFile &file, const SecretBytes &passphrase,
                                  const KeyEnvironment &environment)
{
    TRY_VOID(admitTry(path, file, environment));
    TRY(const SecretBytes deviceSecret, deviceSecretFor(*file.passphraseWrap, environment));
    file.tries.begin(environment.clock.get().now());
    TRY_VOID(save(path, file, environment));
    auto masterKey = unwrapByPassphrase(file.store, *file.passphraseWrap, passphrase, deviceSecret);
    if (!masterKey && masterKey.error().code() == ErrorCode::WrongKey)
        return answerWrong(path, file, environment);
    if (!masterKey) {
        file.tries.takeBack();
        TRY_VOID(save(path, file, environment));
        return masterKey;
    }
    file.tries.reset();
    return masterKey;
}

} // namespace

KeyRing::KeyRing(fs::path file, const KeyEnvironment &environment, SecretBytes masterKey, SigningKey signingKey)
    : m_file(std::move(file)), m_environment(environment), m_masterKey(std::move(masterKey)),
      m_signingKey(std::move(signingKey))
{
}

const SecretBytes *KeyRing::nextDatabaseKey() const noexcept
{
    return m_nextDatabaseKey.empty() ? nullptr : &m_nextDatabaseKey;
}

Result<void> KeyRing::takeOver(const KeyFile &file)
{
    TRY(m_databaseKey, openPart(file.store, m_masterKey, KeyPart::DatabaseKey, file.sealedDatabaseKey));
    m_nextDatabaseKey.wipe();
    if (file.sealedNextDatabaseKey) {
        TRY(m_nextDatabaseKey, openPart(file.store, m_masterKey, KeyPart::DatabaseKey, *file.sealedNextDatabaseKey));
    }
    m_store = file.store;
    m_attributes = file.attributes;
    return {};
}

Result<KeyRing> KeyRing::fromFile(fs::path path, const KeyFile &file, SecretBytes masterKey,
                                  const KeyEnvironment &environment)
{
    TRY_VOID(checkMac(file, masterKey));
    TRY(const SecretBytes privateBytes, openPart(file.store, masterKey, KeyPart::SigningKey, file.sealedSigningKey));
    auto signingKey = SigningKey::fromPrivate(privateBytes);
    if (!signingKey)
        return fail(ErrorCode::Damaged, "key file: signing key");
    KeyRing ring(std::move(path), environment, std::move(masterKey), std::move(*signingKey));
    TRY_VOID(ring.takeOver(file));
    return ring;
}

Result<KeyRing> KeyRing::create(const fs::path &place, NewKeys keys, const KeyEnvironment &environment)
{
    TRY_VOID(makeFolder(place));
    const fs::path path = place / FileName;
    TRY(const auto lock, FolderLock::take(path.parent_path()));
    const auto existing = filesOf(environment).read(path, KeyFile::MaxBytes);
    if (existing || existing.error().code() != ErrorCode::NotFound)
        return fail(ErrorCode::AlreadyExists, "key file");

    base::UuidMaker ids(environment.clock, environment.random);
    const SecretBytes masterKey = SecretBytes::makeRandom(environment.random, KeySize);
    const SecretBytes databaseKey = SecretBytes::makeRandom(environment.random, KeySize);
    KeyFile file(keys.recoveryPublicKey);
    file.store = ids.make();
    TRY(file.passphraseWrap, makePassphraseWrap(file.store, masterKey, keys.passphrase, keys.cost, environment));
    TRY(file.recoveryWrap, wrapForRecovery(file.store, masterKey, keys.recoveryPublicKey));
    TRY(file.sealedDatabaseKey, sealPart(file.store, masterKey, KeyPart::DatabaseKey, databaseKey, environment.random));
    TRY(const SecretBytes privateBytes, keys.signingKey.privateBytes());
    TRY(file.sealedSigningKey, sealPart(file.store, masterKey, KeyPart::SigningKey, privateBytes, environment.random));
    file.attributes = std::move(keys.attributes);
    file.mac = macOf(file, masterKey);
    TRY_VOID(save(path, file, environment));
    return fromFile(path, file, masterKey.clone(), environment);
}

Result<KeyRing> KeyRing::unlock(const fs::path &place, const SecretBytes &passphrase, const KeyEnvironment &environment)
{
    const fs::path path = filePathOf(place);
    TRY_VOID(load(path, environment)); // So that a folder without keys gets no lock file.
    TRY(const auto lock, FolderLock::take(path.parent_path()));
    TRY(KeyFile file, load(path, environment));
    TRY(SecretBytes masterKey, tryPassphrase(path, file, passphrase, environment));
    TRY(KeyRing ring, fromFile(path, file, std::move(masterKey), environment));
    TRY_VOID(save(path, file, environment));
    return ring;
}

Result<KeyRing> KeyRing::openWithBox(const fs::path &place, const BoxKeyPair &pair, const KeyEnvironment &environment)
{
    const fs::path path = filePathOf(place);
    TRY(const KeyFile file, load(path, environment));
    TRY(SecretBytes masterKey, unwrapForRecovery(file.store, file.recoveryWrap, pair));
    return fromFile(path, file, std::move(masterKey), environment);
}

Result<KeyRing> KeyRing::recoverWithBox(const fs::path &place, const BoxKeyPair &pair, const SecretBytes &newPassphrase,
                                        const KdfCost &cost, const KeyEnvironment &environment)
{
    TRY(KeyRing ring, openWithBox(place, pair, environment));
    TRY_VOID(ring.changePassphrase(newPassphrase, cost));
    return ring;
}

Result<void> KeyRing::destroyWraps(const fs::path &place, const KeyEnvironment &environment)
{
    const fs::path path = filePathOf(place);
    TRY_VOID(load(path, environment));
    TRY(const auto lock, FolderLock::take(path.parent_path()));
    TRY(KeyFile file, load(path, environment));
    return takeWrapsAway(path, file, environment);
}

Result<KeyStatus> KeyRing::readStatus(const fs::path &place, const KeyEnvironment &environment)
{
    TRY(KeyFile file, load(filePathOf(place), environment));
    const bool open = file.passphraseWrap && !file.tries.isUsedUp();
    return KeyStatus{
        .store = file.store,
        .hasPassphrase = open,
        .triesLeft = open ? TryCounter::MostTries - file.tries.tries() : 0,
        .wait = open ? file.tries.waitAt(environment.clock.get().now()) : base::Duration(0),
        .recoveryKey = file.recoveryKey,
        .attributes = std::move(file.attributes),
    };
}

template <typename Change>
Result<void> KeyRing::update(OldContent oldContent, Change change)
{
    TRY(const auto lock, FolderLock::take(m_file.parent_path()));
    TRY(KeyFile file, load(m_file, m_environment));
    if (file.store != m_store)
        return fail(ErrorCode::Damaged, "key file of another store");
    TRY_VOID(checkMac(file, m_masterKey));
    TRY_VOID(change(file));
    file.mac = macOf(file, m_masterKey);
    TRY_VOID(save(m_file, file, m_environment, oldContent));
    return takeOver(file);
}

Result<void> KeyRing::verifyPassphrase(const SecretBytes &passphrase)
{
    TRY(const auto lock, FolderLock::take(m_file.parent_path()));
    TRY(KeyFile file, load(m_file, m_environment));
    TRY(const SecretBytes masterKey, tryPassphrase(m_file, file, passphrase, m_environment));
    if (!(masterKey == m_masterKey))
        return fail(ErrorCode::Damaged, "key file of another store");
    return save(m_file, file, m_environment);
}

Result<void> KeyRing::changePassphrase(const SecretBytes &newPassphrase, const KdfCost &cost)
{
    return update(OldContent::Overwrite, [&](KeyFile &file) -> Result<void> {
        TRY(file.passphraseWrap, makePassphraseWrap(m_store, m_masterKey, newPassphrase, cost, m_environment));
        file.tries.reset();
        return {};
    });
}

Result<void> KeyRing::beginRekey()
{
    return update(OldContent::Leave, [&](KeyFile &file) -> Result<void> {
        if (file.sealedNextDatabaseKey)
            return {};
        const SecretBytes next = SecretBytes::makeRandom(m_environment.random, KeySize);
        TRY(file.sealedNextDatabaseKey,
            sealPart(m_store, m_masterKey, KeyPart::DatabaseKey, next, m_environment.random));
        return {};
    });
}

Result<void> KeyRing::finishRekey()
{
    // The old key goes for good: whoever has an old copy of the database shall not find it here.
    return update(OldContent::Overwrite, [](KeyFile &file) -> Result<void> {
        if (!file.sealedNextDatabaseKey)
            return fail(ErrorCode::NotFound, "no re-keying under way");
        file.sealedDatabaseKey = std::move(*file.sealedNextDatabaseKey);
        file.sealedNextDatabaseKey.reset();
        return {};
    });
}

Result<void> KeyRing::abandonRekey()
{
    return update(OldContent::Leave, [](KeyFile &file) -> Result<void> {
        file.sealedNextDatabaseKey.reset();
        return {};
    });
}

Result<void> KeyRing::setAttribute(const std::string &name, json::Value value)
{
    return update(OldContent::Leave, [&](KeyFile &file) -> Result<void> {
        file.attributes.set(name, std::move(value));
        return {};
    });
}

} // namespace faltakt::crypto
