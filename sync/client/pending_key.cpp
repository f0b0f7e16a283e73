#include "sync/client/pending_key.h"

#include "core/crypto/hash.h"

namespace faltakt::client {

namespace fs = std::filesystem;
using base::ErrorCode;
using base::fail;
using base::Result;
using crypto::SigningKey;

namespace {

constexpr std::string_view Folder = "key";
constexpr std::string_view CodeAttribute = "code";

/// Tells codes apart without giving the secret away.
std::string nameOf(const protocol::EnrolmentSecret &code)
{
    return base::toBase64Url(crypto::blake2b256(base::ByteView(code)));
}

Result<SigningKey> copyOf(const SigningKey &key)
{
    TRY(const crypto::SecretBytes bytes, key.privateBytes());
    return SigningKey::fromPrivate(bytes);
}

crypto::KeyEnvironment keyEnvironment(const FieldEnvironment &environment)
{
    return {environment.clock, environment.random, environment.deviceSecrets, environment.kdfFloor, environment.files};
}

} // namespace

Result<SigningKey> PendingKey::ensure(const fs::path &staging, const protocol::EnrolmentSecret &code,
                                      const crypto::SecretBytes &passphrase, const crypto::KdfCost &cost,
                                      const FieldEnvironment &environment)
{
    const fs::path place = staging / Folder;
    const crypto::KeyEnvironment keyEnv = keyEnvironment(environment);
    if (const auto kept = crypto::KeyRing::readStatus(place, keyEnv);
        kept && kept->attributes.find(CodeAttribute) && *kept->attributes.find(CodeAttribute) == nameOf(code)) {
        const auto opened = crypto::KeyRing::unlock(place, passphrase, keyEnv);
        if (!opened && opened.error().code() == ErrorCode::WrongKey)
            return fail(ErrorCode::WrongKey,
                        "enrolling with this code began with another passphrase; give that one, or "
                        "ask for a new code");
        if (!opened)
            return fail(opened.error());
        return copyOf(opened->signingKey());
    }
    drop(staging);
    TRY(SigningKey key, SigningKey::make());
    TRY(SigningKey kept, copyOf(key));
    std::error_code fault;
    fs::create_directories(staging, fault);
    fs::permissions(staging, fs::perms::owner_all, fault);
    if (fault)
        return fail(ErrorCode::StorageFailed, "the store's folder cannot be made");
    // There is no recovery key yet; the box goes to a key that nobody keeps.
    const auto nobody = crypto::BoxKeyPair::make(environment.random).publicKey();
    TRY_VOID(crypto::KeyRing::create(
        place, {passphrase.clone(), nobody, std::move(kept), cost, {{std::string(CodeAttribute), nameOf(code)}}},
        keyEnv));
    TRY_VOID(crypto::SystemFileSteps().syncFolder(staging));
    return key;
}

void PendingKey::drop(const fs::path &staging)
{
    std::error_code fault;
    fs::remove_all(staging / Folder, fault); // A folder that cannot be emptied stops the next step, which says why.
    fs::remove(staging, fault);              // Only where nothing else is in it.
}

} // namespace faltakt::client
