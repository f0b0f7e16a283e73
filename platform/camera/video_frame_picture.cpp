#include "platform/camera/video_frame_picture.h"

#include <QImage>
#include <QTransform>
#include <QVideoFrame>

#include <algorithm>

namespace faltakt::platform {

namespace {

/// A photograph's size; a frame that claims more is not from a camera.
constexpr int LongestEdge = 8192;

/// Where the brightness of a pixel lies in the first plane.
struct Brightness {
    int step = 0; ///< Bytes from pixel to pixel; 0 where brightness does not stand by itself.
    int offset = 0;
};

Brightness brightnessIn(QVideoFrameFormat::PixelFormat format)
{
    switch (format) {
    case QVideoFrameFormat::Format_Y8:
    case QVideoFrameFormat::Format_YUV420P:
    case QVideoFrameFormat::Format_YUV422P:
    case QVideoFrameFormat::Format_YV12:
    case QVideoFrameFormat::Format_NV12:
    case QVideoFrameFormat::Format_NV21:
    case QVideoFrameFormat::Format_IMC1:
    case QVideoFrameFormat::Format_IMC2:
    case QVideoFrameFormat::Format_IMC3:
    case QVideoFrameFormat::Format_IMC4: return {1, 0};
    case QVideoFrameFormat::Format_YUYV: return {2, 0};
    case QVideoFrameFormat::Format_UYVY: return {2, 1};
    // Two bytes, the lower one first.
    case QVideoFrameFormat::Format_Y16:
    case QVideoFrameFormat::Format_P010:
    case QVideoFrameFormat::Format_P016: return {2, 1};
    default: return {};
    }
}

std::optional<GreyPicture> copyBrightness(const QVideoFrame &frame, Brightness where)
{
    const int width = frame.width();
    const int height = frame.height();
    const qsizetype line = frame.bytesPerLine(0);
    if (line < qsizetype(width) * where.step || frame.mappedBytes(0) < line * height)
        return std::nullopt;
    GreyPicture picture{width, height, base::Bytes(std::size_t(width) * std::size_t(height))};
    auto *to = picture.pixels.data();
    for (int y = 0; y < height; ++y) {
        const uchar *from = frame.bits(0) + y * line + where.offset;
        for (int x = 0; x < width; ++x, from += where.step)
            *to++ = *from;
    }
    return picture;
}

std::optional<GreyPicture> greyPictureOf(const QImage &image)
{
    const QImage grey = image.convertToFormat(QImage::Format_Grayscale8);
    if (grey.isNull())
        return std::nullopt;
    GreyPicture picture{grey.width(), grey.height(), {}};
    picture.pixels.reserve(std::size_t(picture.width) * std::size_t(picture.height));
    for (int y = 0; y < picture.height; ++y)
        picture.pixels.insert(picture.pixels.end(), grey.constScanLine(y), grey.constScanLine(y) + picture.width);
    return picture;
}

std::optional<GreyPicture> convertColours(const QVideoFrame &frame)
{
    const auto format = frame.pixelFormat();
    if (format == QVideoFrameFormat::Format_Jpeg)
        return greyPictureOf(QImage::fromData(frame.bits(0), frame.mappedBytes(0), "JPEG"));
    const QImage::Format colours = QVideoFrameFormat::imageFormatFromPixelFormat(format);
    const int line = frame.bytesPerLine(0);
    if (colours == QImage::Format_Invalid || frame.mappedBytes(0) < line * frame.height()
        || line < frame.width() * (QImage::toPixelFormat(colours).bitsPerPixel() / 8))
        return std::nullopt;
    return greyPictureOf(QImage(frame.bits(0), frame.width(), frame.height(), line, colours));
}

std::optional<GreyPicture> readMapped(const QVideoFrame &frame)
{
    const Brightness where = brightnessIn(frame.pixelFormat());
    return where.step > 0 ? copyBrightness(frame, where) : convertColours(frame);
}

int turnOf(const QVideoFrame &frame)
{
#if QT_VERSION >= QT_VERSION_CHECK(6, 7, 0)
    return int(frame.rotation());
#else
    return int(frame.rotationAngle());
#endif
}

/// As the one who holds the device sees it: cameras of phones lie on their side.
std::optional<GreyPicture> turned(GreyPicture picture, int degrees)
{
    if (degrees == 0)
        return picture;
    const QImage lying(picture.pixels.data(), picture.width, picture.height, picture.width, QImage::Format_Grayscale8);
    return greyPictureOf(lying.transformed(QTransform().rotate(degrees)));
}

} // namespace

std::optional<GreyPicture> greyPictureOf(QVideoFrame frame)
{
    if (frame.width() < 1 || frame.height() < 1 || std::max(frame.width(), frame.height()) > LongestEdge)
        return std::nullopt;
    if (!frame.map(QVideoFrame::ReadOnly))
        return std::nullopt;
    auto picture = readMapped(frame);
    frame.unmap();
    return picture ? turned(std::move(*picture), turnOf(frame)) : std::nullopt;
}

bool isReadable(QVideoFrameFormat::PixelFormat format)
{
    return brightnessIn(format).step > 0 || format == QVideoFrameFormat::Format_Jpeg
           || QVideoFrameFormat::imageFormatFromPixelFormat(format) != QImage::Format_Invalid;
}

GreyPicture reduced(const GreyPicture &picture, int longest)
{
    const int step = std::max(1, (std::max(picture.width, picture.height) + longest - 1) / longest);
    if (step == 1)
        return picture;
    GreyPicture small{picture.width / step, picture.height / step, {}};
    small.pixels.reserve(std::size_t(small.width) * std::size_t(small.height));
    for (int y = 0; y < small.height; ++y) {
        const auto row = std::size_t(y) * std::size_t(step) * std::size_t(picture.width);
        for (int x = 0; x < small.width; ++x)
            small.pixels.push_back(picture.pixels[row + std::size_t(x) * std::size_t(step)]);
    }
    return small;
}

} // namespace faltakt::platform
