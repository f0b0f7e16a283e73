#pragma once

#include "platform/api/photo_cleaner.h"

namespace faltakt::platform {

/// By Qt's own readers of pictures, which are bounded in memory, and its JPEG writer. Needs no window.
class QtPhotoCleaner final : public PhotoCleaner {
public:
    [[nodiscard]] base::Result<CleanPhoto> clean(base::ByteView file) const override;
};

} // namespace faltakt::platform
