#pragma once

#include "core/base/bytes.h"
#include "core/crypto/aead.h"

#include <cstdint>
#include <span>
#include <vector>

/// A file that belongs to a case, sealed in chunks under a key of its own, so that it can lie and travel where nobody may
/// read it. Version 1:
///
/// The content is cut into pieces of BlobForm::ChunkContent bytes, the last one shorter, none empty. Each piece is sealed
/// (aead.h) with the context "faltakt-blob-1\n", its index and the size of the whole blob, both as 8 bytes with the highest
/// first: a chunk that was moved, or one of a blob that was cut, does not open. The blob is the sealed chunks one after the
/// other, each but the last of exactly BlobForm::ChunkBytes.
///
/// Its name is the root of a tree over what travels, so that whoever has no key can check it as well:
/// leaf(i) = BLAKE2b-256("faltakt-blob-1 leaf\n" ‖ i ‖ chunk), name = BLAKE2b-256("faltakt-blob-1 root\n" ‖ size ‖ leaves).
namespace faltakt::crypto {

struct BlobForm {
    static constexpr std::size_t ChunkBytes = 256 * 1024;
    static constexpr std::size_t ChunkContent = ChunkBytes - AeadOverhead;
    /// Of the sealed blob.
    static constexpr std::int64_t MaxBytes = 20 * 1024 * 1024;

    /// Of a content with so many bytes.
    [[nodiscard]] static std::int64_t sealedSize(std::int64_t contentSize) noexcept;
    /// True for a size that a blob can have: at least one byte in its last chunk, at most MaxBytes.
    [[nodiscard]] static bool isSize(std::int64_t sealedSize) noexcept;
    [[nodiscard]] static std::int64_t chunkCount(std::int64_t sealedSize) noexcept;
    /// 0 where there is no such chunk.
    [[nodiscard]] static std::size_t chunkSize(std::int64_t sealedSize, std::int64_t index) noexcept;
};

[[nodiscard]] base::Hash blobLeaf(std::int64_t index, base::ByteView chunk);
[[nodiscard]] base::Hash blobName(std::int64_t sealedSize, std::span<const base::Hash> leaves);

/// What leads to a blob's content: its name and size, which everybody may see, and its key.
struct BlobReference {
    base::Hash name{};
    std::int64_t size = 0; ///< As sealed.
    SecretBytes key;
};

struct SealedBlob {
    BlobReference reference;
    std::vector<base::Bytes> chunks;
};

/// Under a new random key. InvalidInput for an empty content, TooLarge beyond BlobForm::MaxBytes.
[[nodiscard]] base::Result<SealedBlob> sealBlob(base::ByteView content, base::Random &random);

/// Puts a blob together from its chunks, in order, and opens it. Each chunk is checked as it comes; the name at the end.
class BlobAssembler {
public:
    /// `reference` must outlive it. InvalidInput on a size or a key that no blob has.
    [[nodiscard]] static base::Result<BlobAssembler> begin(const BlobReference &reference);

    /// The next one. Damaged where it has another length than its place wants, or does not open there.
    [[nodiscard]] base::Result<void> add(base::ByteView chunk);
    [[nodiscard]] std::int64_t nextIndex() const noexcept { return std::int64_t(m_leaves.size()); }
    [[nodiscard]] bool isWhole() const noexcept { return nextIndex() == m_count; }
    /// The content; Damaged where chunks are missing or what came is not the blob of that name.
    [[nodiscard]] base::Result<base::Bytes> takeContent();

private:
    explicit BlobAssembler(const BlobReference &reference)
        : m_reference(&reference), m_count(BlobForm::chunkCount(reference.size))
    {
    }

    const BlobReference *m_reference;
    std::int64_t m_count;
    std::vector<base::Hash> m_leaves;
    base::Bytes m_content;
};

} // namespace faltakt::crypto
