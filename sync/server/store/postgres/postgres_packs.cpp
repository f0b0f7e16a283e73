#include "sync/server/store/postgres/postgres_packs.h"

#include <algorithm>

namespace faltakt::server {

using base::ErrorCode;
using base::fail;
using base::Result;

namespace {

constexpr char ReadPacks[] = "SELECT pack, version, hash, size, added FROM content_pack WHERE tenant = $1"
                             " ORDER BY number";
constexpr char ReadPackChunk[] = "SELECT content FROM content_pack_chunk WHERE tenant = $1 AND hash = $2"
                                 " AND position = $3";
constexpr char ReadPublishers[] = "SELECT key FROM pack_publisher WHERE tenant = $1 ORDER BY number";
constexpr char AddPack[] = "INSERT INTO content_pack (tenant, pack, version, hash, size, added)"
                           " VALUES ($1, $2, $3, $4, $5, $6)";
constexpr char AddPackChunk[] = "INSERT INTO content_pack_chunk (tenant, hash, position, content)"
                                " VALUES ($1, $2, $3, $4)";
constexpr char AddPublisher[] = "INSERT INTO pack_publisher (tenant, key, added) VALUES ($1, $2, $3)"
                                " ON CONFLICT (tenant, key) DO NOTHING";

base::Bytes bytesAt(const PostgresRow &row)
{
    const auto content = row.bytes(0);
    return {content.begin(), content.end()};
}

} // namespace

Result<std::vector<StoredPack>> PostgresPacks::packs(TenantId tenant)
{
    TRY_VOID(m_session->enter(tenant));
    TRY(const auto rows, m_session->query(ReadPacks, PostgresParameters().add(tenant)));
    return readAll<StoredPack>(rows, [](const PostgresRow &row) {
        return StoredPack{.pack = std::string(row.text(0)),
                          .version = std::string(row.text(1)),
                          .hash = row.hash(2),
                          .size = row.integer(3),
                          .added = row.instant(4)};
    });
}

Result<base::Bytes> PostgresPacks::packChunk(TenantId tenant, const base::Hash &hash, std::int64_t index)
{
    TRY_VOID(m_session->enter(tenant));
    TRY(const auto rows, m_session->query(ReadPackChunk, PostgresParameters().add(tenant).add(hash).add(index)));
    if (rows.empty())
        return fail(ErrorCode::NotFound, "no such pack, or no such place in it");
    return bytesAt(rows.front());
}

Result<std::vector<base::Bytes>> PostgresPacks::publishers(TenantId tenant)
{
    TRY_VOID(m_session->enter(tenant));
    TRY(const auto rows, m_session->query(ReadPublishers, PostgresParameters().add(tenant)));
    return readAll<base::Bytes>(rows, bytesAt);
}

Result<void> PostgresPacks::addPack(TenantId tenant, const StoredPack &pack, base::ByteView bytes)
{
    TRY(const auto all, packs(tenant));
    if (std::ranges::find(all, pack.hash, &StoredPack::hash) != all.end())
        return fail(ErrorCode::AlreadyExists, "this pack is here already");
    PostgresParameters parameters;
    parameters.add(tenant).add(pack.pack).add(pack.version).add(pack.hash).add(pack.size).add(pack.added);
    m_session->queue(AddPack, parameters);
    for (std::int64_t at = 0; at < std::int64_t(bytes.size()); at += StoredPack::ChunkBytes) {
        const auto size = std::min<std::size_t>(std::size_t(StoredPack::ChunkBytes), bytes.size() - std::size_t(at));
        PostgresParameters chunk;
        chunk.add(tenant).add(pack.hash).add(at / StoredPack::ChunkBytes).add(bytes.subspan(std::size_t(at), size));
        m_session->queue(AddPackChunk, chunk);
    }
    return {};
}

Result<void> PostgresPacks::addPublisher(TenantId tenant, base::ByteView key, base::Instant at)
{
    TRY_VOID(m_session->enter(tenant));
    m_session->queue(AddPublisher, PostgresParameters().add(tenant).add(key).add(at));
    return {};
}

} // namespace faltakt::server
