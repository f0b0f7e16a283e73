#pragma once

#include "platform/api/grey_picture.h"
#include "tests/support/catch.h"

#include <QGuiApplication>
#include <QVideoFrame>

#include <cstring>

namespace faltakt::test {

/// The one application object of the program: the media library wants one.
inline QGuiApplication &guiApplication()
{
    static int count = 1;
    static char name[] = "test";
    static char *names[] = {name, nullptr};
    qputenv("QT_QPA_PLATFORM", "offscreen");
    // Never deleted: the media library's own statics go after anything that could be destroyed here.
    static auto *const application = new QGuiApplication(count, names);
    return *application;
}

/// Bytes from pixel to pixel in the first plane, and the first and last of them that hold the brightness.
struct FrameBytes {
    int step;
    int first;
    int last;
};

inline FrameBytes bytesIn(QVideoFrameFormat::PixelFormat format)
{
    switch (format) {
    case QVideoFrameFormat::Format_YUYV: return {2, 0, 0};
    case QVideoFrameFormat::Format_UYVY:
    case QVideoFrameFormat::Format_Y16: return {2, 1, 1};
    case QVideoFrameFormat::Format_ARGB8888: return {4, 1, 3};
    case QVideoFrameFormat::Format_BGRA8888:
    case QVideoFrameFormat::Format_RGBX8888: return {4, 0, 2};
    default: return {1, 0, 0};
    }
}

/// The picture as a frame of a camera; colours are those of grey, or arbitrary where they stand apart from brightness.
inline QVideoFrame frameOf(const platform::GreyPicture &picture,
                           QVideoFrameFormat::PixelFormat format = QVideoFrameFormat::Format_NV12)
{
    QVideoFrame frame(QVideoFrameFormat(QSize(picture.width, picture.height), format));
    REQUIRE(frame.map(QVideoFrame::WriteOnly));
    for (int plane = 0; plane < frame.planeCount(); ++plane)
        std::memset(frame.bits(plane), 0xA5, std::size_t(frame.mappedBytes(plane)));
    const FrameBytes where = bytesIn(format);
    for (int y = 0; y < picture.height; ++y)
        for (int x = 0; x < picture.width; ++x)
            for (int byte = where.first; byte <= where.last; ++byte)
                frame.bits(0)[y * frame.bytesPerLine(0) + x * where.step + byte] =
                    picture.pixels[std::size_t(y) * std::size_t(picture.width) + std::size_t(x)];
    frame.unmap();
    return frame;
}

/// A frame that holds a file of a picture, as cameras give that pack each picture.
inline QVideoFrame packedFrame(const QByteArray &packed, QSize size)
{
    QVideoFrame frame(QVideoFrameFormat(size, QVideoFrameFormat::Format_Jpeg));
    REQUIRE(frame.map(QVideoFrame::WriteOnly));
    REQUIRE(frame.mappedBytes(0) >= packed.size());
    std::memcpy(frame.bits(0), packed.constData(), std::size_t(packed.size()));
    frame.unmap();
    return frame;
}

inline void turn(QVideoFrame &frame, int degrees)
{
#if QT_VERSION >= QT_VERSION_CHECK(6, 7, 0)
    frame.setRotation(QtVideo::Rotation(degrees));
#else
    frame.setRotationAngle(QVideoFrame::RotationAngle(degrees));
#endif
}

} // namespace faltakt::test
