#pragma once

#include "core/crypto/file_steps.h"
#include "core/crypto/sealed_blob.h"

#include <filesystem>
#include <set>

namespace faltakt::blobs {

/// What the files of one blob are found by. The size is part of it, although a name has one true size only: records come from
/// others, and one that names a colleague's blob with another size must not reach the bytes of that.
struct BlobFile {
    base::Hash name{};
    std::int64_t size = 0; ///< As sealed.
    auto operator<=>(const BlobFile &) const = default;
};

/// The bytes of attachments on a device, sealed as they travel: one file for each chunk, named by the blob's name, its size and
/// the chunk's number, so that a file is there whole or not at all and a transfer goes on where it broke. Nothing in it can be
/// read without the keys that lie in the encrypted store, and no name in it says what it is or of whom. Borrows the steps.
class BlobFolder {
public:
    static constexpr std::string_view FolderName = "blobs";

    BlobFolder(std::filesystem::path folder, crypto::FileSteps &files) : m_folder(std::move(folder)), m_files(&files) {}

    /// Durable when it returns; in the place of what was there.
    [[nodiscard]] base::Result<void> put(const BlobFile &blob, std::int64_t index, base::ByteView chunk);
    /// NotFound where it is not here.
    [[nodiscard]] base::Result<base::Bytes> chunk(const BlobFile &blob, std::int64_t index) const;
    /// How many chunks are here without a gap from the first.
    [[nodiscard]] std::int64_t chunksHeld(const BlobFile &blob) const;
    /// Its content; NotFound where chunks are missing, Damaged where they are not the blob that is meant.
    [[nodiscard]] base::Result<base::Bytes> open(const crypto::BlobReference &reference) const;
    [[nodiscard]] base::Result<void> drop(const BlobFile &blob);
    /// Takes away everything that is not of one of these, also what a crash left half written.
    [[nodiscard]] base::Result<void> keepOnly(const std::set<BlobFile> &blobs);

private:
    [[nodiscard]] std::filesystem::path fileOf(const BlobFile &blob, std::int64_t index) const;

    std::filesystem::path m_folder;
    crypto::FileSteps *m_files;
};

} // namespace faltakt::blobs
