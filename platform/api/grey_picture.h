#pragma once

#include "core/base/bytes.h"

namespace faltakt::platform {

/// A picture without colours: a byte for each pixel, 0 is black, row after row without gaps.
struct GreyPicture {
    int width = 0;
    int height = 0;
    base::Bytes pixels;

    /// Whether there is a byte for each pixel, and at least one.
    [[nodiscard]] bool isSound() const noexcept
    {
        return width > 0 && height > 0 && pixels.size() == std::size_t(width) * std::size_t(height);
    }
};

} // namespace faltakt::platform
