#include "core/store/content_packs.h"

#include "core/crypto/hash.h"
#include "core/store/blob_column.h"

#include <algorithm>

namespace faltakt::store {

using base::ErrorCode;
using base::fail;
using base::Result;

namespace {

Result<void> setState(Database &database, const base::Hash &hash, PackState state, std::string_view reason,
                      std::string_view judgedBy, base::Instant now)
{
    TRY(auto statement, database.prepare("UPDATE content_pack SET state = ?2, reason = ?3, judged_by = ?4, noted = ?5"
                                         " WHERE hash = ?1"));
    statement.bind(1, hash).bind(2, std::int64_t(state)).bind(3, reason).bind(4, judgedBy);
    return statement.bind(5, now).run();
}

Result<void> dropChunks(Database &database, const base::Hash &hash)
{
    TRY(auto statement, database.prepare("DELETE FROM content_pack_chunk WHERE hash = ?1"));
    return statement.bind(1, hash).run();
}

} // namespace

template <typename Work>
Result<void> ContentPacks::inTransaction(Work work) const
{
    TRY(auto transaction, Transaction::begin(*m_database));
    TRY_VOID(work());
    return transaction.commit();
}

Result<std::vector<PackRow>> ContentPacks::rows() const
{
    TRY(auto statement,
        m_database->prepare("SELECT hash, pack, version, size, state, reason, judged_by, noted FROM content_pack"
                            " ORDER BY pack, noted DESC, hash"));
    std::vector<PackRow> rows;
    while (true) {
        TRY(const bool row, statement.step());
        if (!row)
            return rows;
        rows.push_back({.hash = statement.hash(0),
                        .pack = std::string(statement.text(1)),
                        .version = std::string(statement.text(2)),
                        .size = statement.integer(3),
                        .state = PackState(statement.integer(4)),
                        .reason = std::string(statement.text(5)),
                        .judgedBy = std::string(statement.text(6)),
                        .noted = statement.instant(7)});
    }
}

Result<std::int64_t> ContentPacks::taken() const
{
    TRY(auto statement, m_database->prepare("SELECT count(*) FROM content_pack WHERE state = ?1"));
    TRY_VOID(statement.bind(1, std::int64_t(PackState::Taken)).step());
    return statement.integer(0);
}

Result<void> ContentPacks::expect(const base::Hash &hash, const std::string &pack, const std::string &version,
                                  std::int64_t size)
{
    return inTransaction([&]() -> Result<void> {
        TRY(auto statement, m_database->prepare("INSERT INTO content_pack (hash, pack, version, size, state, noted)"
                                                " VALUES (?1, ?2, ?3, ?4, 0, ?5) ON CONFLICT (hash) DO NOTHING"));
        statement.bind(1, hash).bind(2, pack).bind(3, version).bind(4, size);
        return statement.bind(5, m_clock->now()).run();
    });
}

Result<void> ContentPacks::keepTakenAnd(const std::vector<base::Hash> &names)
{
    TRY(const auto all, rows());
    return inTransaction([&]() -> Result<void> {
        for (const PackRow &row : all) {
            if (isForGood(row.state) || std::ranges::find(names, row.hash) != names.end())
                continue;
            TRY_VOID(dropChunks(*m_database, row.hash));
            TRY(auto statement, m_database->prepare("DELETE FROM content_pack WHERE hash = ?1"));
            TRY_VOID(statement.bind(1, row.hash).run());
        }
        return {};
    });
}

Result<std::int64_t> ContentPacks::held(const base::Hash &hash) const
{
    TRY(auto statement,
        m_database->prepare("SELECT coalesce(sum(length(content)), 0) FROM content_pack_chunk WHERE hash = ?1"));
    TRY_VOID(statement.bind(1, hash).step());
    return statement.integer(0);
}

Result<void> ContentPacks::addChunk(const base::Hash &hash, base::ByteView chunk, std::string_view damaged)
{
    TRY(const std::int64_t before, held(hash));
    TRY(const auto all, rows());
    const auto row = std::ranges::find(all, hash, &PackRow::hash);
    if (row == all.end() || row->state != PackState::Coming)
        return fail(ErrorCode::NotFound, "no such pack is coming");
    const std::int64_t now = before + std::int64_t(chunk.size());
    if (std::int64_t(chunk.size()) != std::min(ChunkBytes, row->size - before) || chunk.empty())
        return fail(ErrorCode::InvalidInput, "a chunk of another length");
    return inTransaction([&]() -> Result<void> {
        TRY(auto statement,
            m_database->prepare("INSERT INTO content_pack_chunk (hash, position, content) VALUES (?1, ?2, ?3)"));
        TRY_VOID(statement.bind(1, hash).bind(2, before / ChunkBytes).bind(3, chunk).run());
        if (now < row->size)
            return {};
        TRY(const std::string whole, content(hash));
        if (crypto::blake2b256(base::bytesOf(whole)) == hash)
            return setState(*m_database, hash, PackState::Arrived, {}, {}, m_clock->now());
        TRY_VOID(dropChunks(*m_database, hash));
        return setState(*m_database, hash, PackState::Refused, damaged, {}, m_clock->now());
    });
}

Result<std::string> ContentPacks::content(const base::Hash &hash) const
{
    TRY(auto statement,
        m_database->prepare("SELECT content FROM content_pack_chunk WHERE hash = ?1 ORDER BY position"));
    statement.bind(1, hash);
    std::string bytes;
    while (true) {
        TRY(const bool row, statement.step());
        if (!row)
            break;
        bytes += base::textOf(statement.blob(0));
    }
    if (bytes.empty())
        return fail(ErrorCode::NotFound, "the pack is not here");
    return bytes;
}

Result<void> ContentPacks::judge(const base::Hash &hash, PackState state, std::string_view reason,
                                 std::string_view judgedBy)
{
    return inTransaction(
        [&]() -> Result<void> { return setState(*m_database, hash, state, reason, judgedBy, m_clock->now()); });
}

Result<void> ContentPacks::fetchAnew(const base::Hash &hash)
{
    return inTransaction([&]() -> Result<void> {
        TRY_VOID(dropChunks(*m_database, hash));
        return setState(*m_database, hash, PackState::Coming, {}, {}, m_clock->now());
    });
}

Result<std::vector<base::Bytes>> ContentPacks::publishers() const
{
    TRY(auto statement, m_database->prepare("SELECT key FROM pack_publisher ORDER BY key"));
    return readBlobs(statement);
}

Result<void> ContentPacks::addPublisher(base::ByteView key)
{
    return inTransaction([&]() -> Result<void> {
        TRY(auto statement, m_database->prepare("INSERT INTO pack_publisher (key, noted) VALUES (?1, ?2)"
                                                " ON CONFLICT (key) DO NOTHING"));
        return statement.bind(1, key).bind(2, m_clock->now()).run();
    });
}

} // namespace faltakt::store
