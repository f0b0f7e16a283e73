#include "sync/server/store/embedded/embedded_blobs.h"

namespace faltakt::server {

using base::ErrorCode;
using base::fail;
using base::Result;

namespace {

StoredBlob blobOf(const store::Statement &row)
{
    StoredBlob blob;
    blob.caseId = row.id<CaseId>(0);
    blob.name = row.hash(1);
    blob.size = row.integer(2);
    blob.held = row.integer(3);
    blob.device = row.id<DeviceId>(4);
    blob.announced = row.instant(5);
    if (!row.isNull(6))
        blob.orphanSince = row.instant(6);
    return blob;
}

} // namespace

Result<std::optional<StoredBlob>> EmbeddedBlobs::blob(TenantId tenant, CaseId caseId, const base::Hash &name)
{
    TRY(const auto number, m_numbers->of(tenant));
    TRY(auto statement,
        m_database->prepare("SELECT case_id, name, size, held, device, announced, orphan_since FROM blob"
                            " WHERE tenant = ? AND case_id = ? AND name = ?"));
    TRY(const bool row, statement.bind(1, number).bind(2, caseId).bind(3, name).step());
    return row ? std::optional(blobOf(statement)) : std::nullopt;
}

Result<std::vector<StoredBlob>> EmbeddedBlobs::blobsAfter(TenantId tenant, const std::optional<BlobPosition> &after,
                                                          int limit)
{
    const BlobPosition behind = after.value_or(BlobPosition());
    TRY(const auto number, m_numbers->of(tenant));
    TRY(auto statement,
        m_database->prepare("SELECT case_id, name, size, held, device, announced, orphan_since FROM blob"
                            " WHERE tenant = ? AND (case_id, name) > (?, ?)"
                            " ORDER BY case_id, name LIMIT ?"));
    statement.bind(1, number).bind(2, behind.caseId).bind(3, behind.name).bind(4, limit);
    std::vector<StoredBlob> blobs;
    while (true) {
        TRY(const bool row, statement.step());
        if (!row)
            return blobs;
        blobs.push_back(blobOf(statement));
    }
}

Result<std::int64_t> EmbeddedBlobs::numberOf(TenantId tenant, CaseId caseId, const base::Hash &name)
{
    TRY(const auto number, m_numbers->of(tenant));
    TRY(auto statement, m_database->prepare("SELECT number FROM blob WHERE tenant = ? AND case_id = ? AND name = ?"));
    TRY(const bool row, statement.bind(1, number).bind(2, caseId).bind(3, name).step());
    if (!row)
        return fail(ErrorCode::NotFound, "blob");
    return statement.integer(0);
}

Result<base::Bytes> EmbeddedBlobs::chunk(TenantId tenant, CaseId caseId, const base::Hash &name, std::int64_t index)
{
    TRY(const auto number, numberOf(tenant, caseId, name));
    TRY(auto statement, m_database->prepare("SELECT content FROM blob_chunk WHERE blob = ? AND position = ?"));
    TRY(const bool row, statement.bind(1, number).bind(2, index).step());
    if (!row)
        return fail(ErrorCode::NotFound, "chunk");
    const auto content = statement.blob(0);
    return base::Bytes(content.begin(), content.end());
}

Result<std::vector<base::Hash>> EmbeddedBlobs::leaves(TenantId tenant, CaseId caseId, const base::Hash &name)
{
    TRY(const auto number, numberOf(tenant, caseId, name));
    TRY(auto statement, m_database->prepare("SELECT leaf FROM blob_chunk WHERE blob = ? ORDER BY position"));
    statement.bind(1, number);
    std::vector<base::Hash> all;
    while (true) {
        TRY(const bool row, statement.step());
        if (!row)
            return all;
        all.push_back(statement.hash(0));
    }
}

Result<BlobRoom> EmbeddedBlobs::room(TenantId tenant, DeviceId device)
{
    TRY(const auto number, m_numbers->of(tenant));
    TRY(auto statement, m_database->prepare("SELECT coalesce(sum(bytes) FILTER (WHERE device = ?), 0),"
                                            " coalesce(sum(bytes), 0) FROM blob_room WHERE tenant = ?"));
    TRY_VOID(statement.bind(1, device).bind(2, number).step());
    return BlobRoom{statement.integer(0), statement.integer(1)};
}

Result<void> EmbeddedBlobs::takeRoom(TenantId tenant, DeviceId device, std::int64_t bytes)
{
    TRY(const auto number, m_numbers->of(tenant));
    TRY(auto statement,
        m_database->prepare("INSERT INTO blob_room (tenant, device, bytes) VALUES (?, ?, ?)"
                            " ON CONFLICT (tenant, device) DO UPDATE SET bytes = bytes + excluded.bytes"));
    return statement.bind(1, number).bind(2, device).bind(3, bytes).run();
}

Result<void> EmbeddedBlobs::addBlob(TenantId tenant, const StoredBlob &blob)
{
    TRY(const auto known, this->blob(tenant, blob.caseId, blob.name));
    if (known)
        return fail(ErrorCode::AlreadyExists, "blob");
    TRY(const auto number, m_numbers->of(tenant));
    TRY(auto statement, m_database->prepare("INSERT INTO blob (tenant, case_id, name, size, held, device, announced)"
                                            " VALUES (?, ?, ?, ?, 0, ?, ?)"));
    statement.bind(1, number).bind(2, blob.caseId).bind(3, blob.name).bind(4, blob.size);
    TRY_VOID(statement.bind(5, blob.device).bind(6, blob.announced).run());
    return takeRoom(tenant, blob.device, blob.room());
}

Result<void> EmbeddedBlobs::setHeld(std::int64_t number, std::int64_t held)
{
    TRY(auto statement, m_database->prepare("UPDATE blob SET held = ? WHERE number = ?"));
    return statement.bind(1, held).bind(2, number).run();
}

Result<void> EmbeddedBlobs::addChunk(TenantId tenant, const StoredBlob &blob, std::int64_t index,
                                     const base::Hash &leaf, base::ByteView chunk)
{
    TRY(const auto number, numberOf(tenant, blob.caseId, blob.name));
    TRY(auto statement,
        m_database->prepare("INSERT INTO blob_chunk (blob, position, leaf, content) VALUES (?, ?, ?, ?)"));
    TRY_VOID(statement.bind(1, number).bind(2, index).bind(3, leaf).bind(4, chunk).run());
    return setHeld(number, blob.held + std::int64_t(chunk.size()));
}

Result<void> EmbeddedBlobs::forgetChunks(std::int64_t number)
{
    TRY(auto statement, m_database->prepare("DELETE FROM blob_chunk WHERE blob = ?"));
    return statement.bind(1, number).run();
}

Result<void> EmbeddedBlobs::dropChunks(TenantId tenant, const StoredBlob &blob)
{
    TRY(const auto number, numberOf(tenant, blob.caseId, blob.name));
    TRY_VOID(forgetChunks(number));
    return setHeld(number, 0);
}

Result<void> EmbeddedBlobs::setOrphanSince(TenantId tenant, const StoredBlob &blob, std::optional<base::Instant> since)
{
    TRY(const auto number, numberOf(tenant, blob.caseId, blob.name));
    TRY(auto statement, m_database->prepare("UPDATE blob SET orphan_since = ? WHERE number = ?"));
    return statement.bind(1, since).bind(2, number).run();
}

Result<void> EmbeddedBlobs::clearOrphanMarks(TenantId tenant)
{
    TRY(const auto number, m_numbers->of(tenant));
    TRY(auto statement, m_database->prepare("UPDATE blob SET orphan_since = NULL"
                                            " WHERE tenant = ? AND orphan_since IS NOT NULL"));
    return statement.bind(1, number).run();
}

Result<void> EmbeddedBlobs::removeBlob(TenantId tenant, const StoredBlob &blob)
{
    TRY(const auto number, numberOf(tenant, blob.caseId, blob.name));
    TRY_VOID(forgetChunks(number));
    TRY(auto statement, m_database->prepare("DELETE FROM blob WHERE number = ?"));
    TRY_VOID(statement.bind(1, number).run());
    return takeRoom(tenant, blob.device, -blob.room());
}

} // namespace faltakt::server
