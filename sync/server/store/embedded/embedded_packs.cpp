#include "sync/server/store/embedded/embedded_packs.h"

#include "core/store/blob_column.h"

#include <algorithm>

namespace faltakt::server {

using base::ErrorCode;
using base::fail;
using base::Result;

Result<std::vector<StoredPack>> EmbeddedPacks::packs(TenantId tenant)
{
    TRY(const auto number, m_numbers->of(tenant));
    TRY(auto statement, m_database->prepare("SELECT pack, version, hash, size, added FROM content_pack"
                                            " WHERE tenant = ? ORDER BY number"));
    statement.bind(1, number);
    std::vector<StoredPack> all;
    while (true) {
        TRY(const bool row, statement.step());
        if (!row)
            return all;
        all.push_back({.pack = std::string(statement.text(0)),
                       .version = std::string(statement.text(1)),
                       .hash = statement.hash(2),
                       .size = statement.integer(3),
                       .added = statement.instant(4)});
    }
}

Result<base::Bytes> EmbeddedPacks::packChunk(TenantId tenant, const base::Hash &hash, std::int64_t index)
{
    TRY(const auto number, m_numbers->of(tenant));
    TRY(auto statement,
        m_database->prepare("SELECT content_pack_chunk.content FROM content_pack JOIN content_pack_chunk"
                            " ON content_pack_chunk.pack = content_pack.number AND position = ?"
                            " WHERE tenant = ? AND hash = ?"));
    TRY(const bool row, statement.bind(1, index).bind(2, number).bind(3, hash).step());
    if (!row)
        return fail(ErrorCode::NotFound, "no such pack, or no such place in it");
    const base::ByteView content = statement.blob(0);
    return base::Bytes(content.begin(), content.end());
}

Result<std::vector<base::Bytes>> EmbeddedPacks::publishers(TenantId tenant)
{
    TRY(const auto number, m_numbers->of(tenant));
    TRY(auto statement, m_database->prepare("SELECT key FROM pack_publisher WHERE tenant = ? ORDER BY number"));
    statement.bind(1, number);
    return store::readBlobs(statement);
}

Result<void> EmbeddedPacks::addPack(TenantId tenant, const StoredPack &pack, base::ByteView bytes)
{
    TRY(const auto all, packs(tenant));
    if (std::ranges::find(all, pack.hash, &StoredPack::hash) != all.end())
        return fail(ErrorCode::AlreadyExists, "this pack is here already");
    TRY(const auto number, m_numbers->of(tenant));
    TRY(auto statement, m_database->prepare("INSERT INTO content_pack (tenant, pack, version, hash, size, added)"
                                            " VALUES (?, ?, ?, ?, ?, ?)"));
    statement.bind(1, number).bind(2, pack.pack).bind(3, pack.version).bind(4, pack.hash);
    TRY_VOID(statement.bind(5, pack.size).bind(6, pack.added).run());
    const std::int64_t row = m_database->lastInsertRowId();
    for (std::int64_t at = 0; at < std::int64_t(bytes.size()); at += StoredPack::ChunkBytes) {
        const auto size = std::min<std::size_t>(std::size_t(StoredPack::ChunkBytes), bytes.size() - std::size_t(at));
        TRY(auto chunk,
            m_database->prepare("INSERT INTO content_pack_chunk (pack, position, content) VALUES (?, ?, ?)"));
        chunk.bind(1, row).bind(2, at / StoredPack::ChunkBytes);
        TRY_VOID(chunk.bind(3, bytes.subspan(std::size_t(at), size)).run());
    }
    return {};
}

Result<void> EmbeddedPacks::addPublisher(TenantId tenant, base::ByteView key, base::Instant at)
{
    TRY(const auto number, m_numbers->of(tenant));
    TRY(auto statement, m_database->prepare("INSERT INTO pack_publisher (tenant, key, added) VALUES (?, ?, ?)"
                                            " ON CONFLICT (tenant, key) DO NOTHING"));
    return statement.bind(1, number).bind(2, key).bind(3, at).run();
}

} // namespace faltakt::server
