#pragma once

#include "core/base/bytes.h"
#include "core/base/result.h"

namespace faltakt::platform {

/// A photo that tells nothing but what is to be seen in it. A value.
struct CleanPhoto {
    base::Bytes jpeg;
    int width = 0;
    int height = 0;
};

/// Makes photos fit to go into a person's file. Holds no state; any thread.
class PhotoCleaner {
public:
    /// Larger ones are made smaller: a page of text stays readable, a mobile link bears it.
    static constexpr int LongestSide = 2560;
    /// Of a file that is looked at at all.
    static constexpr std::size_t MaxFileBytes = 40 * 1024 * 1024;

    virtual ~PhotoCleaner() = default;
    /// Draws the photo anew, upright and without anything that stood beside the picture in the file: time, place, camera,
    /// names, comments, thumbnails, colour profiles. Unsupported where the file is no photo of a known kind (JPEG, PNG),
    /// Damaged where it is cut or broken, TooLarge where it has too many bytes or pixels.
    [[nodiscard]] virtual base::Result<CleanPhoto> clean(base::ByteView file) const = 0;
};

} // namespace faltakt::platform
