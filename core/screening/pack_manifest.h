#pragma once

#include "core/base/bytes.h"
#include "core/base/instant.h"
#include "core/base/json.h"

#include <compare>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace faltakt::screening {

/// Sizes beyond which a content pack is refused, in bytes where nothing else is said.
struct PackLimits {
    static constexpr std::size_t PackBytes = 8 * 1024 * 1024;
    static constexpr std::size_t ManifestBytes = 64 * 1024;
    static constexpr std::size_t Files = 128;
    static constexpr std::size_t LicenceBytes = 256 * 1024;
    static constexpr std::size_t TextBytes = 200; ///< Title, publisher, name of the licence.
    static constexpr std::size_t Languages = 40;
    static constexpr std::size_t IdBytes = 64;
};

/// "2026.1": one to four whole numbers, compared one after the other; a missing one counts as 0.
class PackVersion {
public:
    PackVersion() = default;
    /// InvalidInput for leading zeros, more than six digits, or more than four numbers.
    [[nodiscard]] static base::Result<PackVersion> parse(std::string_view text);
    [[nodiscard]] const std::string &toString() const noexcept { return m_text; }

    std::strong_ordering operator<=>(const PackVersion &other) const noexcept { return m_numbers <=> other.m_numbers; }
    bool operator==(const PackVersion &other) const noexcept { return m_numbers == other.m_numbers; }

private:
    std::array<std::uint32_t, 4> m_numbers{};
    std::string m_text;
};

/// A file of a pack. It has an id and a kind, no path: nothing of a pack is ever written under a name that it chose.
struct PackFile {
    enum class Kind : std::uint8_t { Licence, Instrument, Vectors };
    Kind kind = Kind::Licence;
    std::string id; ///< Of the instrument; empty for the licence.
    std::int64_t size = 0;
    base::Hash hash{}; ///< BLAKE2b-256 of the content.

    bool operator==(const PackFile &) const = default;
};

/// What a pack says about itself; what stands in it is signed.
struct PackManifest {
    std::string id; ///< Small letters, digits and hyphens.
    PackVersion version;
    std::string title;
    std::string publisher;
    std::string licence; ///< The licence's name; its text is a file.
    base::Date validFrom{};
    std::vector<std::string> languages; ///< BCP 47; every instrument has all of them.
    std::vector<PackFile> files;        ///< The licence first, then instruments with their vectors, by id.

    /// One form for one content: what is read must be written like this, byte for byte.
    [[nodiscard]] std::string toText() const;
    /// Damaged where it is not what toText() writes or breaks a rule, TooLarge, Unsupported on a newer form.
    [[nodiscard]] static base::Result<PackManifest> fromText(std::string_view text);

    /// "id version": how results name the pack.
    [[nodiscard]] std::string edition() const { return id + ' ' + version.toString(); }
};

/// Small letters, digits and single hyphens between them, at most PackLimits::IdBytes.
[[nodiscard]] bool isPackId(std::string_view text) noexcept;
/// What publishers write about a pack before it is signed: everything but the files, as JSON.
[[nodiscard]] base::Result<PackManifest> readPackDescription(std::string_view json);

} // namespace faltakt::screening
