#pragma once

#include "core/base/ids.h"
#include "core/crypto/file_steps.h"
#include "core/crypto/sealed_box.h"
#include "core/crypto/secret_bytes.h"

#include <filesystem>

namespace faltakt::crypto {

/// A municipality's offline recovery key: opens wrap C of every store of the tenant. Made once, kept away from the server,
/// on paper or on a stick. Its file is text that can be printed and typed in again:
///
///     faltakt-recovery-key 1
///     tenant 0190…-…
///     key 1f2e 3d4c …            (64 hexadecimal digits)
///     check 9a8b 7c6d            (the first 4 bytes of BLAKE2b-256 over the two values)
///
/// Lines that begin with '#' and empty lines are passed over; case and spaces between digits do not matter.
struct RecoveryKey {
    static constexpr std::size_t MaxBytes = 4 * 1024;

    base::TenantId tenant;
    BoxKeyPair pair;

    [[nodiscard]] static RecoveryKey make(const base::TenantId &tenant, base::Random &random);
    [[nodiscard]] SecretBytes toText() const;
    /// Damaged where a line is missing or the check does not fit, Unsupported on another version.
    [[nodiscard]] static base::Result<RecoveryKey> fromText(const SecretBytes &text);

    /// Makes a file that only its owner reads. AlreadyExists where there is one: a recovery key is never written over.
    [[nodiscard]] base::Result<void> writeFile(FileSteps &files, const std::filesystem::path &path) const;
    [[nodiscard]] static base::Result<RecoveryKey> readFile(FileSteps &files, const std::filesystem::path &path);
};

} // namespace faltakt::crypto
