#include "sync/blobs/attachments.h"

#include <algorithm>

namespace faltakt::blobs {

using base::RecordId;
using base::Result;
using store::BlobState;

Result<std::vector<base::ChangeId>> Attachments::add(const store::Draft &draft, RecordId record,
                                                     const crypto::SealedBlob &blob)
{
    const crypto::BlobReference &reference = blob.reference;
    // The bytes first: a record of which the only copy of the bytes is missing would be a promise that nobody can keep.
    auto stored = [&]() -> Result<std::vector<base::ChangeId>> {
        for (std::size_t i = 0; i < blob.chunks.size(); ++i)
            TRY_VOID(m_folder->put({reference.name, reference.size}, std::int64_t(i), blob.chunks[i]));
        return m_cases->saveWithBlob(
            draft, {record, draft.caseId, reference.name, reference.size, BlobState::ToSend, {}, true});
    }();
    if (!stored)
        static_cast<void>(m_folder->drop({reference.name, reference.size}));
    return stored;
}

Result<AttachmentState> Attachments::stateOf(RecordId record) const
{
    TRY(const auto row, m_cases->blob(record));
    if (!row)
        return AttachmentState::Elsewhere;
    switch (row->state) {
    case BlobState::ToSend: return AttachmentState::Waiting;
    case BlobState::Here: return AttachmentState::Here;
    case BlobState::Wanted: return AttachmentState::Ordered;
    }
    return AttachmentState::Elsewhere;
}

Result<void> Attachments::order(base::CaseId caseId, RecordId record, const crypto::BlobReference &blob)
{
    TRY(const auto known, m_cases->blob(record));
    // What is here alone is never given up for anything.
    if (known && known->isOwn && known->state == BlobState::ToSend)
        return {};
    const bool isWhole = m_folder->chunksHeld({blob.name, blob.size}) == crypto::BlobForm::chunkCount(blob.size);
    if (known && known->name == blob.name && known->size == blob.size && known->fault.empty()
        && (known->state == BlobState::Wanted || isWhole))
        return {};
    return m_cases->noteBlob(
        {record, caseId, blob.name, blob.size, BlobState::Wanted, {}, known ? known->isOwn : false});
}

Result<void> Attachments::orderAnew(base::CaseId caseId, RecordId record, const crypto::BlobReference &blob)
{
    TRY_VOID(dropFetched({blob.name, blob.size}));
    return order(caseId, record, blob);
}

Result<void> Attachments::dropFetched(const BlobFile &blob)
{
    TRY(const auto unsent, m_cases->unsentBlobs());
    const bool isUnsent = std::ranges::any_of(
        unsent, [&](const store::BlobRow &row) { return row.name == blob.name && row.size == blob.size; });
    return isUnsent ? Result<void>() : m_folder->drop(blob);
}

Result<std::set<BlobFile>> Attachments::hereAlone() const
{
    TRY(const auto unsent, m_cases->unsentBlobs());
    std::set<BlobFile> files;
    for (const store::BlobRow &row : unsent)
        files.insert({row.name, row.size});
    return files;
}

Result<void> Attachments::tidy()
{
    TRY(auto rows, m_cases->blobs());
    if (!rows.empty()) {
        TRY_VOID(m_cases->dropStaleBlobs());
        for (const char *fault : {BlobFault::Refused, BlobFault::TooLarge, BlobFault::Damaged})
            TRY_VOID(m_cases->dropForsakenBlobs(fault));
        TRY(rows, m_cases->blobs());
    }
    std::set<BlobFile> files;
    for (const store::BlobRow &row : rows)
        files.insert({row.name, row.size});
    return m_folder->keepOnly(files);
}

} // namespace faltakt::blobs
