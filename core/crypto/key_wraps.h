#pragma once

#include "core/crypto/key_file.h"

namespace faltakt::crypto {

/// The cipher work of a key ring, without files and clocks. `store` goes into every sealing, so that nothing sealed for
/// one store opens in another's key file.

[[nodiscard]] base::Result<PassphraseWrap> wrapUnderPassphrase(const base::Uuid &store, const SecretBytes &masterKey,
                                                               const SecretBytes &passphrase,
                                                               const SecretBytes &deviceSecret, const KdfCost &cost,
                                                               base::Random &random);
/// WrongKey where passphrase or device secret are wrong.
[[nodiscard]] base::Result<SecretBytes> unwrapByPassphrase(const base::Uuid &store, const PassphraseWrap &wrap,
                                                           const SecretBytes &passphrase,
                                                           const SecretBytes &deviceSecret);

[[nodiscard]] base::Result<base::Bytes> wrapForRecovery(const base::Uuid &store, const SecretBytes &masterKey,
                                                        const BoxPublicKey &recoveryKey);
/// WrongKey where it is another municipality's key.
[[nodiscard]] base::Result<SecretBytes> unwrapForRecovery(const base::Uuid &store, base::ByteView wrap,
                                                          const BoxKeyPair &pair);

/// What the master key seals.
enum class KeyPart : std::uint8_t { DatabaseKey, SigningKey };

[[nodiscard]] base::Result<base::Bytes> sealPart(const base::Uuid &store, const SecretBytes &masterKey, KeyPart part,
                                                 const SecretBytes &content, base::Random &random);
/// Damaged where it does not open.
[[nodiscard]] base::Result<SecretBytes> openPart(const base::Uuid &store, const SecretBytes &masterKey, KeyPart part,
                                                 base::ByteView sealed);

/// What the file's "mac" has to be, and the check that it is: Damaged where somebody without the master key changed it.
[[nodiscard]] base::Hash macOf(const KeyFile &file, const SecretBytes &masterKey);
[[nodiscard]] base::Result<void> checkMac(const KeyFile &file, const SecretBytes &masterKey);

} // namespace faltakt::crypto
