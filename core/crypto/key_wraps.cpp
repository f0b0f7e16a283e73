#include "core/crypto/key_wraps.h"

#include "core/crypto/aead.h"
#include "core/crypto/hash.h"

#include <algorithm>

namespace faltakt::crypto {

using base::ErrorCode;
using base::fail;
using base::Result;

namespace {

constexpr std::size_t MasterKeySize = 32;
constexpr std::size_t StoreIdSize = 16;

/// Labels of the sealings; a label ends with the version of what it stands for.
std::string contextOf(std::string_view label, const base::Uuid &store)
{
    return std::string(label) + ' ' + store.toString();
}

std::string_view labelOf(KeyPart part) noexcept
{
    return part == KeyPart::DatabaseKey ? "faltakt-database-key-1" : "faltakt-signing-key-1";
}

Result<SecretBytes> wrappingKey(const PassphraseWrap &wrap, const SecretBytes &passphrase,
                                const SecretBytes &deviceSecret)
{
    TRY(const SecretBytes derived, deriveKey(passphrase, wrap.salt, wrap.cost));
    return deriveSubkey(derived, "faltakt-wrap-a-1", deviceSecret.view());
}

} // namespace

Result<PassphraseWrap> wrapUnderPassphrase(const base::Uuid &store, const SecretBytes &masterKey,
                                           const SecretBytes &passphrase, const SecretBytes &deviceSecret,
                                           const KdfCost &cost, base::Random &random)
{
    PassphraseWrap wrap;
    random.fill(wrap.salt);
    wrap.cost = cost;
    wrap.usesDeviceSecret = !deviceSecret.empty();
    TRY(const SecretBytes key, wrappingKey(wrap, passphrase, deviceSecret));
    TRY(wrap.sealedMasterKey, seal(key, masterKey.view(), base::bytesOf(contextOf("faltakt-wrap-a-1", store)), random));
    return wrap;
}

Result<SecretBytes> unwrapByPassphrase(const base::Uuid &store, const PassphraseWrap &wrap,
                                       const SecretBytes &passphrase, const SecretBytes &deviceSecret)
{
    TRY(const SecretBytes key, wrappingKey(wrap, passphrase, deviceSecret));
    TRY(SecretBytes masterKey,
        openSecret(key, wrap.sealedMasterKey, base::bytesOf(contextOf("faltakt-wrap-a-1", store))));
    if (masterKey.size() != MasterKeySize)
        return fail(ErrorCode::Damaged, "key file: master key length");
    return masterKey;
}

Result<base::Bytes> wrapForRecovery(const base::Uuid &store, const SecretBytes &masterKey,
                                    const BoxPublicKey &recoveryKey)
{
    SecretBytes content = SecretBytes::ofSize(StoreIdSize + masterKey.size());
    const auto id = store.bytes();
    std::copy(id.begin(), id.end(), content.writable().begin());
    const auto key = masterKey.view();
    std::copy(key.begin(), key.end(), content.writable().begin() + StoreIdSize);
    return sealTo(recoveryKey, content.view());
}

Result<SecretBytes> unwrapForRecovery(const base::Uuid &store, base::ByteView wrap, const BoxKeyPair &pair)
{
    TRY(const SecretBytes content, openSecretWith(pair, wrap));
    if (content.size() != StoreIdSize + MasterKeySize
        || !constantTimeEqual(content.view().first(StoreIdSize), store.bytes()))
        return fail(ErrorCode::Damaged, "key file: recovery wrap of another store");
    return SecretBytes::copyOf(content.view().subspan(StoreIdSize));
}

Result<base::Bytes> sealPart(const base::Uuid &store, const SecretBytes &masterKey, KeyPart part,
                             const SecretBytes &content, base::Random &random)
{
    return seal(masterKey, content.view(), base::bytesOf(contextOf(labelOf(part), store)), random);
}

Result<SecretBytes> openPart(const base::Uuid &store, const SecretBytes &masterKey, KeyPart part, base::ByteView sealed)
{
    auto content = openSecret(masterKey, sealed, base::bytesOf(contextOf(labelOf(part), store)));
    if (!content || (part == KeyPart::DatabaseKey && content->size() != AeadKeySize))
        return fail(ErrorCode::Damaged, "key file: sealed key");
    return content;
}

base::Hash macOf(const KeyFile &file, const SecretBytes &masterKey)
{
    return mac(deriveSubkey(masterKey, "faltakt-key-file-mac-1"), base::bytesOf(file.authenticatedText()));
}

Result<void> checkMac(const KeyFile &file, const SecretBytes &masterKey)
{
    if (!constantTimeEqual(file.mac, macOf(file, masterKey)))
        return fail(ErrorCode::Damaged, "key file: changed without its master key");
    return {};
}

} // namespace faltakt::crypto
