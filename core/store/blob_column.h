#pragma once

#include "core/base/bytes.h"
#include "core/store/database.h"

#include <vector>

namespace faltakt::store {

/// The first column of every row that is left, as bytes of the caller's own.
[[nodiscard]] inline base::Result<std::vector<base::Bytes>> readBlobs(Statement &statement)
{
    std::vector<base::Bytes> blobs;
    while (true) {
        TRY(const bool row, statement.step());
        if (!row)
            return blobs;
        const base::ByteView blob = statement.blob(0);
        blobs.emplace_back(blob.begin(), blob.end());
    }
}

} // namespace faltakt::store
