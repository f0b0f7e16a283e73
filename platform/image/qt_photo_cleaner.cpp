#include "platform/image/qt_photo_cleaner.h"

#include <QBuffer>
#include <QColorSpace>
#include <QImage>
#include <QImageReader>
#include <QImageWriter>
#include <QPainter>

#include <string_view>

namespace faltakt::platform {

using base::ErrorCode;
using base::fail;
using base::Result;

namespace {

constexpr int LongestSideRead = 20'000;
/// A phone's largest; decoded they fit into the 256 MB that Qt allows a reader.
constexpr qint64 MostPixels = 50'000'000;
constexpr int Quality = 85;

/// The kind is told from the first bytes and never from a name; of all readers that Qt may have only these two are asked.
const char *kindOf(const QByteArray &file)
{
    if (file.startsWith("\xff\xd8\xff"))
        return "jpeg";
    return file.startsWith("\x89PNG\r\n\x1a\n") ? "png" : nullptr;
}

/// Qt's reader fills up a photo that was cut with grey. Its end must stand somewhere behind the head; a thumbnail within the
/// head has one of its own, and phones put things behind the end.
bool isCutJpeg(const QByteArray &file)
{
    constexpr int StartOfScan = 0xda;
    qsizetype at = 2;
    const auto byteAt = [&](qsizetype place) { return int(std::uint8_t(file.at(place))); };
    while (at + 4 <= file.size() && byteAt(at) == 0xff && byteAt(at + 1) != StartOfScan)
        at += 2 + byteAt(at + 2) * 256 + byteAt(at + 3);
    return file.indexOf("\xff\xd9", at) < 0;
}

Result<QImage> readUpright(QByteArray &file)
{
    const char *kind = kindOf(file);
    if (!kind)
        return fail(ErrorCode::Unsupported, "not a photo of a known kind");
    if (std::string_view(kind) == "jpeg" && isCutJpeg(file))
        return fail(ErrorCode::Damaged, "a photo that was cut");
    QBuffer buffer(&file);
    buffer.open(QIODevice::ReadOnly);
    QImageReader reader(&buffer, kind);
    reader.setAutoTransform(true);
    const QSize size = reader.size();
    if (!size.isValid() || size.isEmpty())
        return fail(ErrorCode::Damaged, "a photo without a size");
    if (size.width() > LongestSideRead || size.height() > LongestSideRead
        || qint64(size.width()) * size.height() > MostPixels)
        return fail(ErrorCode::TooLarge, "a photo with too many points");
    // The reader of JPEG makes a picture smaller while it decodes: the large one is never in the memory as a whole.
    constexpr int Longest = PhotoCleaner::LongestSide;
    if (std::string_view(kind) == "jpeg" && (size.width() > Longest || size.height() > Longest))
        reader.setScaledSize(size.scaled(Longest, Longest, Qt::KeepAspectRatio));
    QImage read = reader.read();
    if (read.isNull())
        return fail(ErrorCode::Damaged, "a photo that cannot be read");
    return read;
}

/// The points alone, on white: a new picture knows nothing of the texts and profiles of the one that was read.
QImage drawnAnew(QImage read)
{
    if (read.colorSpace().isValid())
        read.convertToColorSpace(QColorSpace::SRgb);
    constexpr int Longest = PhotoCleaner::LongestSide;
    if (read.width() > Longest || read.height() > Longest)
        read = read.scaled(Longest, Longest, Qt::KeepAspectRatio, Qt::SmoothTransformation);
    read.setDevicePixelRatio(1);
    QImage fresh(read.size(), QImage::Format_RGB32);
    fresh.fill(Qt::white);
    QPainter painter(&fresh);
    painter.drawImage(QPoint(), read);
    painter.end();
    return fresh;
}

} // namespace

Result<CleanPhoto> QtPhotoCleaner::clean(base::ByteView file) const
{
    if (file.size() > MaxFileBytes)
        return fail(ErrorCode::TooLarge, "the file of a photo");
    QByteArray bytes(reinterpret_cast<const char *>(file.data()), qsizetype(file.size()));
    TRY(QImage read, readUpright(bytes));
    const QImage fresh = drawnAnew(std::move(read));
    QByteArray jpeg;
    QBuffer out(&jpeg);
    out.open(QIODevice::WriteOnly);
    QImageWriter writer(&out, "jpeg");
    writer.setQuality(Quality);
    if (!writer.write(fresh))
        return fail(ErrorCode::Internal, "the photo cannot be written anew");
    return CleanPhoto{base::Bytes(jpeg.begin(), jpeg.end()), fresh.width(), fresh.height()};
}

} // namespace faltakt::platform
