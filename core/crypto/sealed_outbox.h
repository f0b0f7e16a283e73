#pragma once

#include "core/base/ids.h"
#include "core/crypto/file_steps.h"
#include "core/crypto/sealed_box.h"

#include <filesystem>

namespace faltakt::crypto {

/// The unsent work of a device, sealed to the server's public key when the store closes, so that it can be pushed while the
/// store is locked, after a forgotten passphrase and before a wipe. Nobody but the server opens it, the device neither.
///
/// Form: the 8 bytes "FALTOBX1", then a sealed box (sealed_box.h) with one line of JSON
/// `{"format":"faltakt-outbox","version":1,"device":uuid,"store":uuid}` and after its line end the content as it was given:
/// a run of the journal as one or more signed pushes. The box says nothing about who sealed; the signatures inside do.
struct SealedOutbox {
    static constexpr std::size_t MaxBytes = 64 * 1024 * 1024;

    base::DeviceId device;
    base::Uuid store;
    base::Bytes content;

    /// TooLarge beyond MaxBytes.
    [[nodiscard]] base::Result<base::Bytes> sealFor(const BoxPublicKey &server) const;
    /// Damaged, Unsupported or TooLarge by form; WrongKey where it was sealed to another server or changed.
    [[nodiscard]] static base::Result<SealedOutbox> open(base::ByteView sealed, const BoxKeyPair &server);

    /// Seals and replaces the file as a whole; durable when it returns.
    [[nodiscard]] base::Result<void> writeFile(FileSteps &files, const std::filesystem::path &path,
                                               const BoxPublicKey &server) const;
    /// The sealed bytes, for sending; NotFound where nothing waits.
    [[nodiscard]] static base::Result<base::Bytes> readSealed(FileSteps &files, const std::filesystem::path &path);
};

} // namespace faltakt::crypto
