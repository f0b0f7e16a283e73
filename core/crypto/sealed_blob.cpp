#include "core/crypto/sealed_blob.h"

#include "core/crypto/hash.h"

#include <algorithm>
#include <array>

namespace faltakt::crypto {

using base::ByteView;
using base::ErrorCode;
using base::fail;
using base::Result;

namespace {

constexpr std::string_view ChunkContext = "faltakt-blob-1\n";
constexpr std::string_view LeafContext = "faltakt-blob-1 leaf\n";
constexpr std::string_view RootContext = "faltakt-blob-1 root\n";

std::array<std::uint8_t, 8> numberBytes(std::int64_t number)
{
    std::array<std::uint8_t, 8> bytes{};
    for (std::size_t i = 0; i < bytes.size(); ++i)
        bytes[i] = std::uint8_t(std::uint64_t(number) >> (8 * (bytes.size() - 1 - i)));
    return bytes;
}

base::Bytes contextOf(std::int64_t index, std::int64_t sealedSize)
{
    const ByteView label = base::bytesOf(ChunkContext);
    base::Bytes context(label.begin(), label.end());
    for (const std::int64_t number : {index, sealedSize}) {
        const auto bytes = numberBytes(number);
        context.insert(context.end(), bytes.begin(), bytes.end());
    }
    return context;
}

} // namespace

std::int64_t BlobForm::sealedSize(std::int64_t contentSize) noexcept
{
    const auto piece = std::int64_t(ChunkContent);
    return contentSize + (contentSize + piece - 1) / piece * std::int64_t(AeadOverhead);
}

std::int64_t BlobForm::chunkCount(std::int64_t sealedSize) noexcept
{
    return (sealedSize + std::int64_t(ChunkBytes) - 1) / std::int64_t(ChunkBytes);
}

std::size_t BlobForm::chunkSize(std::int64_t sealedSize, std::int64_t index) noexcept
{
    if (index < 0 || index >= chunkCount(sealedSize))
        return 0;
    return std::size_t(std::min(std::int64_t(ChunkBytes), sealedSize - index * std::int64_t(ChunkBytes)));
}

bool BlobForm::isSize(std::int64_t sealedSize) noexcept
{
    return sealedSize > 0 && sealedSize <= MaxBytes && chunkSize(sealedSize, chunkCount(sealedSize) - 1) > AeadOverhead;
}

base::Hash blobLeaf(std::int64_t index, ByteView chunk)
{
    return blake2b256(base::bytesOf(LeafContext), numberBytes(index), chunk);
}

base::Hash blobName(std::int64_t sealedSize, std::span<const base::Hash> leaves)
{
    Hasher hasher;
    hasher.add(base::bytesOf(RootContext)).add(numberBytes(sealedSize));
    for (const base::Hash &leaf : leaves)
        hasher.add(leaf);
    return hasher.finish();
}

Result<SealedBlob> sealBlob(ByteView content, base::Random &random)
{
    if (content.empty())
        return fail(ErrorCode::InvalidInput, "an empty file");
    SealedBlob blob;
    blob.reference.size = BlobForm::sealedSize(std::int64_t(content.size()));
    if (blob.reference.size > BlobForm::MaxBytes)
        return fail(ErrorCode::TooLarge, "the file");
    blob.reference.key = SecretBytes::makeRandom(random, AeadKeySize);
    std::vector<base::Hash> leaves;
    for (std::size_t from = 0; from < content.size(); from += BlobForm::ChunkContent) {
        const auto index = std::int64_t(leaves.size());
        const ByteView piece = content.subspan(from, std::min(BlobForm::ChunkContent, content.size() - from));
        TRY(auto chunk, seal(blob.reference.key, piece, contextOf(index, blob.reference.size), random));
        leaves.push_back(blobLeaf(index, chunk));
        blob.chunks.push_back(std::move(chunk));
    }
    blob.reference.name = blobName(blob.reference.size, leaves);
    return blob;
}

Result<BlobAssembler> BlobAssembler::begin(const BlobReference &reference)
{
    if (!BlobForm::isSize(reference.size) || reference.key.size() != AeadKeySize)
        return fail(ErrorCode::InvalidInput, "no blob has this size or key");
    return BlobAssembler(reference);
}

Result<void> BlobAssembler::add(ByteView chunk)
{
    const std::int64_t index = nextIndex();
    if (chunk.empty() || chunk.size() != BlobForm::chunkSize(m_reference->size, index))
        return fail(ErrorCode::Damaged, "a chunk of another length");
    const auto piece = open(m_reference->key, chunk, contextOf(index, m_reference->size));
    if (!piece)
        return fail(ErrorCode::Damaged, "a chunk that does not open");
    m_content.insert(m_content.end(), piece->begin(), piece->end());
    m_leaves.push_back(blobLeaf(index, chunk));
    return {};
}

Result<base::Bytes> BlobAssembler::takeContent()
{
    if (!isWhole())
        return fail(ErrorCode::Damaged, "chunks are missing");
    if (blobName(m_reference->size, m_leaves) != m_reference->name)
        return fail(ErrorCode::Damaged, "it is another blob");
    return std::move(m_content);
}

} // namespace faltakt::crypto
