#pragma once

#include "core/base/bytes.h"
#include "core/base/clock.h"

#include <cstdint>
#include <string>
#include <vector>

namespace faltakt::store {

class Database;

enum class PackState : std::uint8_t {
    Coming,  ///< Told of by the server; what of its bytes is here is not all.
    Arrived, ///< Whole, as the server named it, and not judged yet.
    Taken,   ///< Judged good. Of several versions the newest that is valid already is used.
    Refused, ///< Not used, for the reason that stands with it.
    Kept,    ///< Good, and here only to read and go on with what was begun with it: never what is asked from now on.
};

/// True where the pack stays on the device whatever the server says.
[[nodiscard]] constexpr bool isForGood(PackState state) noexcept
{
    return state == PackState::Taken || state == PackState::Kept;
}

/// A content pack as this device knows it.
struct PackRow {
    base::Hash hash{}; ///< BLAKE2b-256 of its bytes; its name.
    std::string pack;
    std::string version;
    std::int64_t size = 0;
    PackState state = PackState::Coming;
    std::string reason = {};   ///< Of a refusal, one word.
    std::string judgedBy = {}; ///< The program that judged it last.
    base::Instant noted = {};  ///< When its state was written last.

    bool operator==(const PackRow &) const = default;
};

/// The content packs in a device's store, with the publishers whom its worker trusts. What a pack means, core/screening
/// knows. Every write is one transaction. Borrows the database; a light value, made anew for each use.
class ContentPacks {
public:
    static constexpr std::int64_t ChunkBytes = 256 * 1024;

    ContentPacks(Database &database, const base::Clock &clock) : m_database(&database), m_clock(&clock) {}

    /// By pack, and the last one noted first.
    [[nodiscard]] base::Result<std::vector<PackRow>> rows() const;
    /// How many are taken. It only grows: another number, and there is something new to read.
    [[nodiscard]] base::Result<std::int64_t> taken() const;

    /// A pack that the server has told of. One that is known stays as it is.
    [[nodiscard]] base::Result<void> expect(const base::Hash &hash, const std::string &pack, const std::string &version,
                                            std::int64_t size);
    /// Forgets what was neither taken nor kept and has none of these names.
    [[nodiscard]] base::Result<void> keepTakenAnd(const std::vector<base::Hash> &names);
    /// Bytes from the start that are here.
    [[nodiscard]] base::Result<std::int64_t> held(const base::Hash &hash) const;
    /// The next chunk. The last one proves the whole: where the name does not come out nothing is kept of it, and the pack
    /// is refused with `damaged` as the reason. InvalidInput where the chunk has not the length that belongs to its place.
    [[nodiscard]] base::Result<void> addChunk(const base::Hash &hash, base::ByteView chunk, std::string_view damaged);
    /// All bytes; NotFound where not all are here.
    [[nodiscard]] base::Result<std::string> content(const base::Hash &hash) const;

    [[nodiscard]] base::Result<void> judge(const base::Hash &hash, PackState state, std::string_view reason,
                                           std::string_view judgedBy);
    /// Forgets what is here of it, so that it is fetched anew.
    [[nodiscard]] base::Result<void> fetchAnew(const base::Hash &hash);

    [[nodiscard]] base::Result<std::vector<base::Bytes>> publishers() const;
    [[nodiscard]] base::Result<void> addPublisher(base::ByteView key);

private:
    template <typename Work>
    base::Result<void> inTransaction(Work work) const;

    Database *m_database;
    const base::Clock *m_clock;
};

} // namespace faltakt::store
