#pragma once

#include "core/base/bytes.h"
#include "core/base/random.h"

#include <cstddef>
#include <iosfwd>
#include <span>
#include <string>

namespace faltakt::crypto {

/// Bytes that nobody else may see: a key, a passphrase. They lie in locked memory between guard pages, are wiped when
/// dropped, compare in constant time, move but do not copy by accident, and cannot be printed. A value belongs to one
/// thread at a time. Where memory is out the program ends: a secret has no half-made form.
class SecretBytes {
public:
    SecretBytes() noexcept = default;
    SecretBytes(SecretBytes &&other) noexcept;
    SecretBytes &operator=(SecretBytes &&other) noexcept;
    SecretBytes(const SecretBytes &) = delete;
    SecretBytes &operator=(const SecretBytes &) = delete;
    ~SecretBytes();

    /// `size` zero bytes, to be filled through writable().
    [[nodiscard]] static SecretBytes ofSize(std::size_t size);
    [[nodiscard]] static SecretBytes copyOf(base::ByteView bytes);
    /// Takes over a text that was read from outside and wipes it at its old place.
    [[nodiscard]] static SecretBytes takeFrom(std::string &text);
    [[nodiscard]] static SecretBytes makeRandom(base::Random &random, std::size_t size);

    /// A copy on purpose.
    [[nodiscard]] SecretBytes clone() const { return copyOf(view()); }

    [[nodiscard]] base::ByteView view() const noexcept { return {m_bytes, m_size}; }
    [[nodiscard]] std::span<std::uint8_t> writable() noexcept { return {m_bytes, m_size}; }
    [[nodiscard]] std::size_t size() const noexcept { return m_size; }
    [[nodiscard]] bool empty() const noexcept { return m_size == 0; }

    /// In a time that depends on the sizes only.
    [[nodiscard]] bool operator==(const SecretBytes &other) const noexcept;

    /// Zeroes and gives the memory back; the value is empty then.
    void wipe() noexcept;

private:
    std::uint8_t *m_bytes = nullptr;
    std::size_t m_size = 0;
};

std::ostream &operator<<(std::ostream &, const SecretBytes &) = delete;

/// Zeroes memory in a way the compiler does not take away: for buffers that had to hold a secret for a moment.
void wipeMemory(std::span<std::uint8_t> bytes) noexcept;
void wipeMemory(std::string &text) noexcept;

/// Equal size and content, in a time that depends on the sizes only.
[[nodiscard]] bool constantTimeEqual(base::ByteView a, base::ByteView b) noexcept;

} // namespace faltakt::crypto
