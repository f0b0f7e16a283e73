#include "core/crypto/hash.h"
#include "core/crypto/sealed_blob.h"
#include "core/crypto/system_random.h"
#include "tests/support/catch.h"

using namespace faltakt;
using base::ErrorCode;
using crypto::BlobAssembler;
using crypto::BlobForm;
using crypto::SealedBlob;

namespace {

base::Bytes contentOf(std::size_t size)
{
    base::SeededRandom random(size + 1);
    base::Bytes content(size);
    random.fill(content);
    return content;
}

SealedBlob blobOf(const base::Bytes &content)
{
    crypto::SystemRandom random;
    auto blob = crypto::sealBlob(content, random);
    REQUIRE(blob);
    return std::move(*blob);
}

base::Result<base::Bytes> assembled(const crypto::BlobReference &reference, const std::vector<base::Bytes> &chunks)
{
    TRY(auto assembler, BlobAssembler::begin(reference));
    for (const base::Bytes &chunk : chunks)
        TRY_VOID(assembler.add(chunk));
    return assembler.takeContent();
}

crypto::BlobReference copyOf(const crypto::BlobReference &reference)
{
    return {reference.name, reference.size, reference.key.clone()};
}

} // namespace

TEST_CASE("a blob gives its content back, whatever its size")
{
    constexpr auto Piece = BlobForm::ChunkContent;
    for (const std::size_t size :
         {std::size_t(1), std::size_t(77), Piece - 1, Piece, Piece + 1, 3 * Piece, 700'000UL}) {
        const auto content = contentOf(size);
        const auto blob = blobOf(content);
        CAPTURE(size);
        std::int64_t sum = 0;
        for (std::size_t i = 0; i < blob.chunks.size(); ++i) {
            CHECK(blob.chunks[i].size() == BlobForm::chunkSize(blob.reference.size, std::int64_t(i)));
            CHECK((i + 1 == blob.chunks.size() || blob.chunks[i].size() == BlobForm::ChunkBytes));
            sum += std::int64_t(blob.chunks[i].size());
        }
        CHECK(sum == blob.reference.size);
        CHECK(BlobForm::isSize(sum));
        CHECK(BlobForm::chunkCount(sum) == std::int64_t(blob.chunks.size()));
        CHECK(assembled(blob.reference, blob.chunks).value() == content);
    }
}

TEST_CASE("the name of a blob is the root over what travels, in its written form")
{
    const auto blob = blobOf(contentOf(300'000));
    REQUIRE(blob.chunks.size() == 2);
    const auto number = [](std::uint8_t last) { return base::Bytes{0, 0, 0, 0, 0, 0, 0, last}; };
    const auto label = [](std::string_view text) { return base::bytesOf(text); };
    std::vector<base::Hash> leaves;
    for (std::uint8_t i = 0; i < 2; ++i)
        leaves.push_back(crypto::blake2b256(label("faltakt-blob-1 leaf\n"), number(i), blob.chunks[i]));
    base::Bytes size(8);
    for (std::size_t i = 0; i < 8; ++i)
        size[i] = std::uint8_t(blob.reference.size >> (56 - 8 * i));
    CHECK(crypto::blake2b256(label("faltakt-blob-1 root\n"), size, leaves[0], leaves[1]) == blob.reference.name);
}

TEST_CASE("the same content never gives the same blob")
{
    const auto content = contentOf(5000);
    CHECK(blobOf(content).reference.name != blobOf(content).reference.name);
}

TEST_CASE("a blob with any byte changed does not open")
{
    const auto blob = blobOf(contentOf(200));
    REQUIRE(blob.chunks.size() == 1);
    for (std::size_t i = 0; i < blob.chunks[0].size(); ++i) {
        auto chunks = blob.chunks;
        chunks[0][i] ^= 0x04;
        CHECK(assembled(blob.reference, chunks).error().code() == ErrorCode::Damaged);
    }
    const auto large = blobOf(contentOf(2 * BlobForm::ChunkContent + 10));
    for (std::size_t chunk = 0; chunk < 3; ++chunk)
        for (const std::size_t at : {std::size_t(0), std::size_t(30), large.chunks[chunk].size() - 1}) {
            auto chunks = large.chunks;
            chunks[chunk][at] ^= 0x80;
            CHECK(assembled(large.reference, chunks).error().code() == ErrorCode::Damaged);
        }
}

TEST_CASE("a blob that was cut, or whose chunks were moved, doubled or taken from another, does not open")
{
    const auto blob = blobOf(contentOf(3 * BlobForm::ChunkContent));
    const auto other = blobOf(contentOf(3 * BlobForm::ChunkContent));
    const auto refused = [&](std::vector<base::Bytes> chunks) {
        return assembled(blob.reference, chunks).error().code() == ErrorCode::Damaged;
    };
    const auto &c = blob.chunks;
    CHECK(refused({}));
    CHECK(refused({c[0], c[1]}));
    CHECK(refused({c[1], c[0], c[2]}));
    CHECK(refused({c[0], c[1], c[1]}));
    CHECK(refused({c[0], c[1], c[2], c[2]}));
    CHECK(refused({c[0], other.chunks[1], c[2]}));
    base::Bytes shorter(c[2].begin(), c[2].end() - 1);
    CHECK(refused({c[0], c[1], shorter}));
    CHECK(refused({c[0], c[1], {}}));

    // Also where somebody who has no key takes the size back as well.
    auto reference = copyOf(blob.reference);
    reference.size = std::int64_t(2 * BlobForm::ChunkBytes);
    const std::vector<base::Hash> leaves{crypto::blobLeaf(0, c[0]), crypto::blobLeaf(1, c[1])};
    reference.name = crypto::blobName(reference.size, leaves);
    CHECK(assembled(reference, {c[0], c[1]}).error().code() == ErrorCode::Damaged);
}

TEST_CASE("a blob opens with its own key and under its own name alone")
{
    crypto::SystemRandom random;
    const auto blob = blobOf(contentOf(1000));
    auto reference = copyOf(blob.reference);
    reference.key = crypto::SecretBytes::makeRandom(random, 32);
    CHECK(assembled(reference, blob.chunks).error().code() == ErrorCode::Damaged);
    reference = copyOf(blob.reference);
    reference.name[5] ^= 1;
    CHECK(assembled(reference, blob.chunks).error().code() == ErrorCode::Damaged);
}

TEST_CASE("sizes and keys that no blob has are refused at once")
{
    crypto::SystemRandom random;
    for (const std::int64_t size : {std::int64_t(-1), std::int64_t(0), std::int64_t(42),
                                    std::int64_t(BlobForm::ChunkBytes) + 42, BlobForm::MaxBytes + 1, INT64_MAX}) {
        CAPTURE(size);
        CHECK_FALSE(BlobForm::isSize(size));
        const crypto::BlobReference reference{{}, size, crypto::SecretBytes::makeRandom(random, 32)};
        CHECK(BlobAssembler::begin(reference).error().code() == ErrorCode::InvalidInput);
    }
    const crypto::BlobReference reference{{}, 100, crypto::SecretBytes::makeRandom(random, 31)};
    CHECK(BlobAssembler::begin(reference).error().code() == ErrorCode::InvalidInput);
    CHECK(crypto::sealBlob({}, random).error().code() == ErrorCode::InvalidInput);
    const base::Bytes largest(BlobForm::MaxBytes - 80 * 42);
    REQUIRE(crypto::sealBlob(largest, random));
    CHECK(crypto::sealBlob(largest, random)->reference.size == BlobForm::MaxBytes);
    CHECK(crypto::sealBlob(base::Bytes(largest.size() + 1), random).error().code() == ErrorCode::TooLarge);
}
