#pragma once

#include "core/crypto/secret_bytes.h"

#include <array>
#include <optional>
#include <string>

namespace faltakt::cli {

/// Lines from a file descriptor, one after the other, without the line end. Reads no further than needed to hand out a
/// line where the other side writes line by line, and wipes what it has handed out, since the first line may be a
/// PIN. One reader for standard input per process; borrows the descriptor.
class LineInput {
public:
    explicit LineInput(int descriptor) : m_descriptor(descriptor) {}
    ~LineInput();
    LineInput(const LineInput &) = delete;
    LineInput &operator=(const LineInput &) = delete;

    /// The next line; empty at the end. TooLarge beyond 64 KiB, StorageFailed where reading fails.
    [[nodiscard]] base::Result<std::optional<std::string>> next();
    /// The next line as a secret; on a terminal after `prompt` on standard error and without echo.
    [[nodiscard]] base::Result<std::optional<crypto::SecretBytes>> nextSecret(std::string_view prompt);

private:
    [[nodiscard]] base::Result<bool> fill();

    int m_descriptor;
    std::array<char, 4096> m_buffer{};
    std::size_t m_start = 0;
    std::size_t m_end = 0;
};

/// The first line of a file as a secret. NotFound where it cannot be opened.
[[nodiscard]] base::Result<std::optional<crypto::SecretBytes>> readSecretFile(const std::string &path);

} // namespace faltakt::cli
