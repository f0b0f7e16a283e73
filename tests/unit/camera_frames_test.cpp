// From a camera's frames to pictures and codes. The frames are made here; the camera that would give them is Qt's.
#include "platform/camera/frame_reader.h"
#include "platform/camera/video_frame_picture.h"
#include "tests/support/catch.h"
#include "tests/support/code_pictures.h"
#include "tests/unit/camera_frames.h"

#include <QBuffer>
#include <QSemaphore>
#include <QTest>
#include <QVideoSink>

using namespace faltakt;
using namespace std::chrono_literals;
using platform::FrameReader;
using platform::GreyPicture;
using platform::greyPictureOf;
using test::frameOf;
using Format = QVideoFrameFormat::PixelFormat;

namespace {

const std::string Text = "faltakt://a-code-in-sight";

GreyPicture codeInSight()
{
    return test::photograph(test::drawCode(Text), {.frame = QSize(320, 240), .modulePixels = 5});
}
GreyPicture nothingInSight() { return {320, 240, base::Bytes(std::size_t(320) * 240, 200)}; }

/// A sink that is read, and what was told.
struct Reading {
    Reading()
    {
        QObject::connect(&reader, &FrameReader::codeRead, &reader,
                         [this](const std::string &text) { codes.push_back(text); });
        QObject::connect(&reader, &FrameReader::pictureTaken, &reader,
                         [this](const GreyPicture &picture) { pictures.push_back(picture); });
    }
    /// Gives a frame and waits until it has been dealt with.
    void give(const GreyPicture &picture)
    {
        sink.setVideoFrame(frameOf(picture));
        settle();
    }
    void settle()
    {
        pool.waitForDone();
        QCoreApplication::processEvents();
    }

    QGuiApplication &application = test::guiApplication();
    base::ManualClock clock{base::instantFromMs(0)};
    QThreadPool pool;
    QVideoSink sink;
    FrameReader reader{sink, pool, clock};
    std::vector<std::string> codes;
    std::vector<GreyPicture> pictures;
};

} // namespace

TEST_CASE("the brightness of a frame is taken as the camera gives it")
{
    const auto format = GENERATE(Format::Format_Y8, Format::Format_NV12, Format::Format_NV21, Format::Format_YUV420P,
                                 Format::Format_YUYV, Format::Format_UYVY, Format::Format_Y16);
    INFO("format " << int(format));
    const GreyPicture picture = codeInSight();
    const auto taken = greyPictureOf(frameOf(picture, format));
    REQUIRE(taken.has_value());
    CHECK(taken->width == picture.width);
    CHECK(taken->height == picture.height);
    CHECK(taken->pixels == picture.pixels);
}

TEST_CASE("a frame in colours becomes grey")
{
    const auto format = GENERATE(Format::Format_BGRA8888, Format::Format_RGBX8888);
    const auto taken = greyPictureOf(frameOf(codeInSight(), format));
    REQUIRE(taken.has_value());
    CHECK(taken->pixels == codeInSight().pixels);
}

TEST_CASE("a format that no picture can be made of is known beforehand")
{
    CHECK(platform::isReadable(Format::Format_NV12));
    CHECK(platform::isReadable(Format::Format_BGRA8888));
    CHECK(platform::isReadable(Format::Format_Jpeg));
    CHECK_FALSE(platform::isReadable(Format::Format_ARGB8888));
    CHECK_FALSE(greyPictureOf(frameOf(codeInSight(), Format::Format_ARGB8888)).has_value());
}

TEST_CASE("a compressed frame is unpacked, and one that is damaged is left out")
{
    QByteArray packed;
    QBuffer buffer(&packed);
    buffer.open(QIODevice::WriteOnly);
    REQUIRE(test::imageOf(codeInSight()).save(&buffer, "JPEG", 95));
    const auto taken = greyPictureOf(test::packedFrame(packed, QSize(320, 240)));
    REQUIRE(taken.has_value());
    CHECK(taken->width == 320);
    packed.fill('x');
    CHECK_FALSE(greyPictureOf(test::packedFrame(packed, QSize(320, 240))).has_value());
}

TEST_CASE("a frame of a camera that lies on its side is turned upright")
{
    QVideoFrame frame = frameOf(codeInSight());
    test::turn(frame, 90);
    const auto taken = greyPictureOf(frame);
    REQUIRE(taken.has_value());
    CHECK(taken->width == 240);
    CHECK(taken->height == 320);
    CHECK(taken->pixels[239] == codeInSight().pixels[0]);
}

TEST_CASE("no frame, and a frame larger than any camera's, give no picture")
{
    CHECK_FALSE(greyPictureOf(QVideoFrame()).has_value());
    CHECK_FALSE(greyPictureOf(QVideoFrame(QVideoFrameFormat(QSize(9000, 2), Format::Format_Y8))).has_value());
}

TEST_CASE("a picture to look at is made smaller, evenly")
{
    const GreyPicture large{4, 2, {1, 2, 3, 4, 5, 6, 7, 8}};
    CHECK(platform::reduced(large, 4).pixels == large.pixels);
    const GreyPicture small = platform::reduced(large, 2);
    CHECK(small.width == 2);
    CHECK(small.height == 1);
    CHECK(small.pixels == base::Bytes{1, 3});
}

TEST_CASE("a frame that comes to the sink is shown and read")
{
    Reading reading;
    reading.give(codeInSight());
    CHECK(reading.codes == std::vector{Text});
    REQUIRE(reading.pictures.size() == 1);
    CHECK(reading.pictures.front().pixels == codeInSight().pixels);
}

TEST_CASE("codes are looked for a few times a second, pictures shown more often, neither for every frame")
{
    Reading reading;
    constexpr auto BetweenFrames = 10ms;
    for (int frame = 0; frame < 100; ++frame) {
        reading.give(codeInSight());
        reading.clock.advance(BetweenFrames);
    }
    CHECK(reading.codes.size() == 5);
    CHECK(reading.pictures.size() == 34);
}

TEST_CASE("frames that come while one is read wait for nobody: the newest is next")
{
    Reading reading;
    reading.pool.setMaxThreadCount(1);
    QSemaphore hold;
    reading.pool.start([&hold] { hold.acquire(); });
    for (int frame = 0; frame < 50; ++frame)
        reading.sink.setVideoFrame(frameOf(nothingInSight()));
    reading.sink.setVideoFrame(frameOf(codeInSight()));
    hold.release();
    reading.settle();
    CHECK(reading.codes == std::vector{Text});
    CHECK(reading.pictures.size() == 1);
}

TEST_CASE("a main thread that does not look gets no pile of pictures")
{
    Reading reading;
    for (int frame = 0; frame < 20; ++frame) {
        reading.sink.setVideoFrame(frameOf(nothingInSight()));
        reading.pool.waitForDone();
        reading.clock.advance(1s);
    }
    QCoreApplication::processEvents();
    CHECK(reading.pictures.size() == 1);
}

TEST_CASE("once closed nothing is told, not even what had been read")
{
    Reading reading;
    reading.sink.setVideoFrame(frameOf(codeInSight()));
    reading.pool.waitForDone();
    reading.reader.close();
    reading.settle();
    reading.clock.advance(1s);
    reading.give(codeInSight());
    CHECK(reading.codes.empty());
    CHECK(reading.pictures.empty());
}
