// Photos as phones write them, with all that stands beside the picture, and files that are none.
#include "platform/image/qt_photo_cleaner.h"
#include "tests/support/catch.h"

#include <QBuffer>
#include <QImage>
#include <QImageReader>
#include <QImageWriter>

using namespace faltakt;
using base::ErrorCode;
using platform::PhotoCleaner;

namespace {

const platform::QtPhotoCleaner Cleaner;

base::ByteView viewOf(const QByteArray &bytes)
{
    return base::bytesOf(std::string_view(bytes.constData(), std::size_t(bytes.size())));
}

/// Red above left, blue elsewhere.
QImage picture(int width, int height)
{
    QImage image(width, height, QImage::Format_RGB32);
    image.fill(Qt::blue);
    for (int y = 0; y < height / 2; ++y)
        for (int x = 0; x < width / 2; ++x)
            image.setPixelColor(x, y, Qt::red);
    return image;
}

QByteArray written(const QImage &image, const char *kind)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    QImageWriter writer(&buffer, kind);
    REQUIRE(writer.write(image));
    return bytes;
}

QByteArray segment(char mark, const QByteArray &content)
{
    const int size = int(content.size()) + 2;
    return QByteArray("\xff") + mark + char(size >> 8) + char(size & 0xff) + content;
}

/// An APP1 of Exif with the orientation, a place and the camera's name; big endian.
QByteArray exif(char orientation)
{
    QByteArray tiff("MM\0\x2a\0\0\0\x08\0\x02", 10);
    tiff += QByteArray("\x01\x12\0\x03\0\0\0\x01\0", 9) + orientation + QByteArray("\0\0", 2);
    tiff += QByteArray("\x01\x0f\0\x02\0\0\0\x18\0\0\0\x26", 12) + QByteArray("\0\0\0\0", 4);
    tiff += QByteArray("GPSMARK 59.4439,18.0687\0", 24);
    return segment('\xe1', QByteArray("Exif\0\0", 6) + tiff);
}

/// The picture as a phone would write it.
QByteArray phonePhoto(const QImage &image, char orientation)
{
    QByteArray jpeg = written(image, "jpeg");
    const QByteArray xmp = segment('\xe1', QByteArray("http://ns.adobe.com/xap/1.0/\0", 29) + "<x>XMPMARK</x>");
    const QByteArray comment = segment('\xfe', "COMMARK Eva Testsson");
    const QByteArray photoshop = segment('\xed', QByteArray("Photoshop 3.0\0", 14) + "IPTCMARK");
    return jpeg.insert(2, exif(orientation) + xmp + photoshop + comment);
}

QImage opened(const platform::CleanPhoto &photo)
{
    QImage image;
    REQUIRE(image.loadFromData(photo.jpeg.data(), int(photo.jpeg.size()), "jpeg"));
    return image;
}

bool hasAny(const platform::CleanPhoto &photo, std::initializer_list<const char *> marks)
{
    const auto text = base::textOf(base::ByteView(photo.jpeg));
    return std::any_of(marks.begin(), marks.end(),
                       [&](const char *mark) { return text.find(mark) != std::string_view::npos; });
}

ErrorCode faultOf(const QByteArray &file)
{
    const auto cleaned = Cleaner.clean(viewOf(file));
    return cleaned ? ErrorCode::Internal : cleaned.error().code();
}

} // namespace

TEST_CASE("a phone's photo loses place, camera, comments and all else that stood beside the picture")
{
    const QByteArray photo = phonePhoto(picture(64, 48), 1);
    for (const char *mark : {"GPSMARK", "XMPMARK", "COMMARK", "IPTCMARK", "Exif"})
        REQUIRE(photo.contains(mark));
    const auto clean = Cleaner.clean(viewOf(photo));
    REQUIRE(clean);
    CHECK_FALSE(hasAny(*clean, {"GPSMARK", "XMPMARK", "COMMARK", "IPTCMARK", "Exif", "ICC_PROFILE", "Photoshop"}));
    CHECK(opened(*clean).textKeys().isEmpty());
    CHECK(opened(*clean).size() == QSize(64, 48));
}

TEST_CASE("a photo that was taken upright by word of its Exif is upright in its points")
{
    // 6: the row above is the right side.
    const auto clean = Cleaner.clean(viewOf(phonePhoto(picture(64, 48), 6)));
    REQUIRE(clean);
    const QImage image = opened(*clean);
    CHECK(image.size() == QSize(48, 64));
    CHECK(clean->width == 48);
    CHECK(image.pixelColor(40, 8).red() > 200);
    CHECK(image.pixelColor(8, 8).blue() > 200);
}

TEST_CASE("a PNG with texts and clear points becomes a JPEG on white, without the texts")
{
    QImage image(40, 40, QImage::Format_ARGB32);
    image.fill(Qt::transparent);
    image.setText(QStringLiteral("Author"), QStringLiteral("PNGMARK"));
    const QByteArray png = written(image, "png");
    REQUIRE(png.contains("PNGMARK"));
    const auto clean = Cleaner.clean(viewOf(png));
    REQUIRE(clean);
    CHECK_FALSE(hasAny(*clean, {"PNGMARK"}));
    CHECK(opened(*clean).pixelColor(20, 20).green() > 250);
    CHECK(base::textOf(base::ByteView(clean->jpeg)).starts_with("\xff\xd8\xff"));
}

TEST_CASE("a large photo is made smaller, a small one is not made larger")
{
    const auto large = Cleaner.clean(viewOf(written(picture(4000, 1000), "jpeg")));
    REQUIRE(large);
    CHECK(opened(*large).size() == QSize(PhotoCleaner::LongestSide, 640));
    CHECK(opened(*Cleaner.clean(viewOf(written(picture(10, 7), "png")))).size() == QSize(10, 7));
}

TEST_CASE("what is no photo, is cut, or has too many points is refused each by its name")
{
    CHECK(faultOf({}) == ErrorCode::Unsupported);
    CHECK(faultOf("%PDF-1.7\n") == ErrorCode::Unsupported);
    CHECK(faultOf("<svg xmlns='http://www.w3.org/2000/svg'/>") == ErrorCode::Unsupported);
    CHECK(faultOf("GIF89a\x01\x00\x01\x00") == ErrorCode::Unsupported);
    CHECK(faultOf("\xff\xd8\xff") == ErrorCode::Damaged);
    const QByteArray png = written(picture(50, 50), "png");
    CHECK(faultOf(png.left(40)) == ErrorCode::Damaged);
    const QByteArray jpeg = phonePhoto(picture(200, 200), 1);
    for (const qsizetype kept : {jpeg.size() / 3, jpeg.size() / 2, jpeg.size() - 2})
        CHECK(faultOf(jpeg.left(kept)) == ErrorCode::Damaged);
    CHECK(Cleaner.clean(viewOf(jpeg + "behind the end")));
    CHECK(faultOf(png.left(20)) == ErrorCode::Damaged);

    // A head that promises a picture of 60,000 by 60,000 points.
    QByteArray bomb = png;
    bomb.replace(16, 8, QByteArray("\0\0\xea\x60\0\0\xea\x60", 8));
    const auto fault = faultOf(bomb);
    CHECK((fault == ErrorCode::TooLarge || fault == ErrorCode::Damaged));
    CHECK(faultOf(QByteArray(qsizetype(PhotoCleaner::MaxFileBytes) + 1, '\xff')) == ErrorCode::TooLarge);
}

TEST_CASE("a photo of 50 million points is read, one of more is not")
{
    QImage grey(7000, 7000, QImage::Format_Grayscale8);
    grey.fill(90);
    const auto clean = Cleaner.clean(viewOf(written(grey, "jpeg")));
    REQUIRE(clean);
    CHECK(opened(*clean).size() == QSize(PhotoCleaner::LongestSide, PhotoCleaner::LongestSide));
    grey = QImage(7200, 7000, QImage::Format_Grayscale8);
    grey.fill(90);
    for (const char *kind : {"jpeg", "png"})
        CHECK(faultOf(written(grey, kind)) == ErrorCode::TooLarge);
}

TEST_CASE("a photo with any byte changed is read or refused, and never more than that")
{
    const QByteArray jpeg = phonePhoto(picture(32, 24), 3);
    for (qsizetype i = 0; i < jpeg.size(); ++i) {
        QByteArray changed = jpeg;
        changed[i] = char(changed[i] ^ 0x55);
        const auto clean = Cleaner.clean(viewOf(changed));
        if (clean)
            CHECK_FALSE(hasAny(*clean, {"MARK"}));
    }
}
