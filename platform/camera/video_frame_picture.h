#pragma once

#include "platform/api/grey_picture.h"

#include <QVideoFrameFormat>

#include <optional>

class QVideoFrame;

namespace faltakt::platform {

/// The brightness of a camera's picture, upright, every pixel of it; empty for a frame that cannot be read or is larger than
/// any camera's. Most cameras give brightness apart from colour, which costs one copy. Any thread.
[[nodiscard]] std::optional<GreyPicture> greyPictureOf(QVideoFrame frame);

/// Whether frames of this format can be read at all.
[[nodiscard]] bool isReadable(QVideoFrameFormat::PixelFormat format);

/// The picture made smaller: every second, third, … pixel, so that no edge is longer than `longest`.
[[nodiscard]] GreyPicture reduced(const GreyPicture &picture, int longest);

} // namespace faltakt::platform
