#pragma once

#include "core/base/bytes.h"
#include "core/base/ids.h"
#include "core/base/json.h"
#include "core/crypto/passphrase_kdf.h"
#include "core/crypto/sealed_box.h"
#include "core/crypto/try_counter.h"

#include <optional>
#include <string>

namespace faltakt::crypto {

/// Wrap A: the master key sealed under a passphrase, mixed with a device secret where the platform keeps one.
struct PassphraseWrap {
    KdfSalt salt{};
    KdfCost cost;
    bool usesDeviceSecret = false;
    base::Bytes sealedMasterKey;
};

/// The key file of a store, as it lies on disk: one line of JSON.
///
///     {"format":"faltakt-keys","version":1,"store":uuid,"recoveryKey":…,"wrapC":…,
///      "databaseKey":…,"nextDatabaseKey":… or null,"signingKey":…,"attributes":{…},"mac":…,
///      "wrapA":{"kdf":"argon2id","salt":…,"passes":n,"memoryKiB":n,"deviceSecret":bool,"sealed":…} or null,
///      "tries":{"wrong":n,"unanswered":n,"last":ms,"notBefore":ms},"checksum":…}
///
/// Bytes are base64url. "mac" is by a key that the master key gives and covers what stands before it. "wrapA" stands outside,
/// since a wipe takes it away without the master key (what it holds is sealed, and opens with its own values only); "tries"
/// too, since it changes before the master key is known. "checksum" is the plain BLAKE2b-256 of all before it and tells
/// damage from a wrong passphrase. A reader accepts exactly the bytes that the writer would write.
struct KeyFile {
    static constexpr std::size_t MaxBytes = 64 * 1024;

    explicit KeyFile(const BoxPublicKey &recovery) : recoveryKey(recovery) {}

    base::Uuid store;
    std::optional<PassphraseWrap> passphraseWrap;
    /// Wrap C: store id and master key in a box that the municipality's recovery key opens.
    BoxPublicKey recoveryKey;
    base::Bytes recoveryWrap;
    base::Bytes sealedDatabaseKey;
    std::optional<base::Bytes> sealedNextDatabaseKey;
    base::Bytes sealedSigningKey;
    /// What the caller keeps beside the keys (server, tenant, public keys): readable while locked, and authenticated
    /// once unlocked.
    base::json::Object attributes;
    base::Hash mac{};
    TryCounter tries;

    [[nodiscard]] std::string toText() const;
    /// Damaged where the text is not one of ours, byte by byte; Unsupported where a newer version wrote it.
    [[nodiscard]] static base::Result<KeyFile> fromText(std::string_view text);

    /// The text that "mac" covers.
    [[nodiscard]] std::string authenticatedText() const;
};

} // namespace faltakt::crypto
