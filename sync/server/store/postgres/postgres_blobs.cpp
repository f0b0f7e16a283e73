#include "sync/server/store/postgres/postgres_blobs.h"

namespace faltakt::server {

using base::ErrorCode;
using base::fail;
using base::Result;

namespace {

constexpr char ReadBlob[] = "SELECT case_id, name, size, held, device, announced, orphan_since FROM blob"
                            " WHERE tenant = $1 AND case_id = $2 AND name = $3";
constexpr char ReadBlobs[] = "SELECT case_id, name, size, held, device, announced, orphan_since FROM blob"
                             " WHERE tenant = $1 AND (case_id, name) > ($2, $3) ORDER BY case_id, name LIMIT $4";
constexpr char ReadChunk[] = "SELECT content FROM blob_chunk WHERE tenant = $1 AND case_id = $2 AND name = $3"
                             " AND position = $4";
constexpr char ReadLeaves[] = "SELECT leaf FROM blob_chunk WHERE tenant = $1 AND case_id = $2 AND name = $3"
                              " ORDER BY position";
// A sum over bigint is numeric; what fits on a disk fits into a bigint.
constexpr char ReadRoom[] = "SELECT coalesce(sum(bytes) FILTER (WHERE device = $2), 0)::bigint,"
                            " coalesce(sum(bytes), 0)::bigint FROM blob_room WHERE tenant = $1";
constexpr char AddBlob[] = "INSERT INTO blob (tenant, case_id, name, size, held, device, announced)"
                           " VALUES ($1, $2, $3, $4, 0, $5, $6)";
constexpr char AddRoom[] = "INSERT INTO blob_room (tenant, device, bytes) VALUES ($1, $2, $3)"
                           " ON CONFLICT (tenant, device) DO UPDATE SET bytes = blob_room.bytes + excluded.bytes";
constexpr char AddChunk[] = "INSERT INTO blob_chunk (tenant, case_id, name, position, leaf, content)"
                            " VALUES ($1, $2, $3, $4, $5, $6)";
constexpr char SetHeld[] = "UPDATE blob SET held = $4 WHERE tenant = $1 AND case_id = $2 AND name = $3";
constexpr char SetOrphan[] = "UPDATE blob SET orphan_since = $4 WHERE tenant = $1 AND case_id = $2 AND name = $3";
constexpr char ClearOrphans[] = "UPDATE blob SET orphan_since = NULL WHERE tenant = $1 AND orphan_since IS NOT NULL";
constexpr char DropChunks[] = "DELETE FROM blob_chunk WHERE tenant = $1 AND case_id = $2 AND name = $3";
constexpr char DropBlob[] = "DELETE FROM blob WHERE tenant = $1 AND case_id = $2 AND name = $3";

StoredBlob blobOf(const PostgresRow &row)
{
    return {.caseId = row.id<CaseId>(0),
            .name = row.hash(1),
            .size = row.integer(2),
            .held = row.integer(3),
            .device = row.id<DeviceId>(4),
            .announced = row.instant(5),
            .orphanSince = row.optionalInstant(6)};
}

PostgresParameters keyOf(TenantId tenant, CaseId caseId, const base::Hash &name)
{
    PostgresParameters parameters;
    parameters.add(tenant).add(caseId).add(name);
    return parameters;
}

} // namespace

Result<std::optional<StoredBlob>> PostgresBlobs::blob(TenantId tenant, CaseId caseId, const base::Hash &name)
{
    TRY_VOID(m_session->enter(tenant));
    TRY(const auto rows, m_session->query(ReadBlob, keyOf(tenant, caseId, name)));
    return rows.empty() ? std::nullopt : std::optional(blobOf(rows.front()));
}

Result<std::vector<StoredBlob>> PostgresBlobs::blobsAfter(TenantId tenant, const std::optional<BlobPosition> &after,
                                                          int limit)
{
    const BlobPosition behind = after.value_or(BlobPosition());
    TRY_VOID(m_session->enter(tenant));
    TRY(const auto rows, m_session->query(ReadBlobs, keyOf(tenant, behind.caseId, behind.name).add(limit)));
    return readAll<StoredBlob>(rows, blobOf);
}

Result<base::Bytes> PostgresBlobs::chunk(TenantId tenant, CaseId caseId, const base::Hash &name, std::int64_t index)
{
    TRY_VOID(m_session->enter(tenant));
    TRY(const auto rows, m_session->query(ReadChunk, keyOf(tenant, caseId, name).add(index)));
    if (rows.empty())
        return fail(ErrorCode::NotFound, "chunk");
    const auto content = rows.front().bytes(0);
    return base::Bytes(content.begin(), content.end());
}

Result<std::vector<base::Hash>> PostgresBlobs::leaves(TenantId tenant, CaseId caseId, const base::Hash &name)
{
    TRY_VOID(m_session->enter(tenant));
    TRY(const auto rows, m_session->query(ReadLeaves, keyOf(tenant, caseId, name)));
    return readAll<base::Hash>(rows, [](const PostgresRow &row) { return row.hash(0); });
}

Result<BlobRoom> PostgresBlobs::room(TenantId tenant, DeviceId device)
{
    TRY_VOID(m_session->enter(tenant));
    TRY(const auto rows, m_session->query(ReadRoom, PostgresParameters().add(tenant).add(device)));
    return BlobRoom{rows.front().integer(0), rows.front().integer(1)};
}

void PostgresBlobs::queueRoom(TenantId tenant, DeviceId device, std::int64_t bytes)
{
    m_session->queue(AddRoom, PostgresParameters().add(tenant).add(device).add(bytes));
}

Result<void> PostgresBlobs::addBlob(TenantId tenant, const StoredBlob &blob)
{
    TRY(const auto known, this->blob(tenant, blob.caseId, blob.name));
    if (known)
        return fail(ErrorCode::AlreadyExists, "blob");
    m_session->queue(AddBlob,
                     keyOf(tenant, blob.caseId, blob.name).add(blob.size).add(blob.device).add(blob.announced));
    queueRoom(tenant, blob.device, blob.room());
    return {};
}

Result<void> PostgresBlobs::addChunk(TenantId tenant, const StoredBlob &blob, std::int64_t index,
                                     const base::Hash &leaf, base::ByteView chunk)
{
    TRY_VOID(m_session->enter(tenant));
    m_session->queue(AddChunk, keyOf(tenant, blob.caseId, blob.name).add(index).add(leaf).add(chunk));
    m_session->queue(SetHeld, keyOf(tenant, blob.caseId, blob.name).add(blob.held + std::int64_t(chunk.size())));
    return {};
}

Result<void> PostgresBlobs::dropChunks(TenantId tenant, const StoredBlob &blob)
{
    TRY_VOID(m_session->enter(tenant));
    m_session->queue(DropChunks, keyOf(tenant, blob.caseId, blob.name));
    m_session->queue(SetHeld, keyOf(tenant, blob.caseId, blob.name).add(0));
    return {};
}

Result<void> PostgresBlobs::setOrphanSince(TenantId tenant, const StoredBlob &blob, std::optional<base::Instant> since)
{
    TRY_VOID(m_session->enter(tenant));
    m_session->queue(SetOrphan, keyOf(tenant, blob.caseId, blob.name).add(since));
    return {};
}

Result<void> PostgresBlobs::clearOrphanMarks(TenantId tenant)
{
    TRY_VOID(m_session->enter(tenant));
    m_session->queue(ClearOrphans, PostgresParameters().add(tenant));
    return {};
}

Result<void> PostgresBlobs::removeBlob(TenantId tenant, const StoredBlob &blob)
{
    TRY_VOID(m_session->enter(tenant));
    m_session->queue(DropChunks, keyOf(tenant, blob.caseId, blob.name));
    m_session->queue(DropBlob, keyOf(tenant, blob.caseId, blob.name));
    queueRoom(tenant, blob.device, -blob.room());
    return {};
}

} // namespace faltakt::server
