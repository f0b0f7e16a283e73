// A code that the server prints is read back by the device, in the light and in the hands of those who hold it.
#include "platform/camera/code_reader.h"
#include "sync/protocol/enrolment_code.h"
#include "sync/server/ops/qr_text.h"
#include "tests/support/catch.h"
#include "tests/support/code_pictures.h"

using namespace faltakt;
using platform::GreyPicture;
using platform::readCode;
using test::drawCode;
using test::photograph;
using test::Shot;

namespace {

/// As long as a real one: a name of a municipality's server, a fingerprint, a secret.
std::string enrolmentCode()
{
    protocol::EnrolmentCode code{"faltakt.socialtjansten.norsjo.example", 8443, {}, {}};
    for (std::size_t index = 0; index < code.fingerprint.size(); ++index)
        code.fingerprint[index] = std::uint8_t(index * 37 + 5);
    for (std::size_t index = 0; index < code.secret.size(); ++index)
        code.secret[index] = std::uint8_t(index * 91 + 17);
    return code.toString();
}

std::string readShot(const QImage &drawing, const Shot &shot)
{
    return readCode(photograph(drawing, shot)).value_or("");
}

} // namespace

TEST_CASE("a code of the office is read from a camera's picture, however it is held")
{
    const QImage drawing = drawCode(enrolmentCode());
    const double degrees = GENERATE(0.0, 7.0, 30.0, 45.0, 90.0, 173.0, 300.0);
    INFO("turned by " << degrees);
    CHECK(readShot(drawing, {.modulePixels = 6, .degrees = degrees}) == enrolmentCode());
    CHECK(readShot(drawing, {.modulePixels = 9, .degrees = degrees, .tilt = 0.1}) == enrolmentCode());
    CHECK(readShot(drawing, {.modulePixels = 9, .degrees = degrees, .noise = 40, .blurred = 2}) == enrolmentCode());
}

TEST_CASE("a code that is small, dim, pale, noisy or out of focus is read")
{
    const QImage drawing = drawCode(enrolmentCode());
    CHECK(readShot(drawing, {.modulePixels = 3}) == enrolmentCode());
    CHECK(readShot(drawing, {.frame = QSize(640, 480), .modulePixels = 4, .degrees = 3}) == enrolmentCode());
    CHECK(readShot(drawing, {.modulePixels = 8, .noise = 6, .dark = 10, .bright = 60}) == enrolmentCode());
    CHECK(readShot(drawing, {.modulePixels = 8, .noise = 6, .dark = 170, .bright = 240}) == enrolmentCode());
    CHECK(readShot(drawing, {.modulePixels = 8, .degrees = 4, .noise = 60}) == enrolmentCode());
    CHECK(readShot(drawing, {.modulePixels = 8, .degrees = 4, .blurred = 5}) == enrolmentCode());
}

TEST_CASE("what the server prints is read off a terminal, on dark ground and on light")
{
    const bool isDarkOnLight = GENERATE(false, true);
    // Cells are not quite twice as high as wide.
    const QSize cell = GENERATE(QSize(8, 16), QSize(8, 17), QSize(9, 19), QSize(7, 15));
    INFO(cell.width() << "x" << cell.height() << (isDarkOnLight ? " dark on light" : " light on dark"));
    const QImage screen = test::drawTerminal(server::qrText(enrolmentCode()), cell, isDarkOnLight);
    CHECK(readShot(screen, {.frame = QSize(1280, 960), .modulePixels = 1.2, .degrees = 4, .noise = 25, .blurred = 2})
          == enrolmentCode());
}

TEST_CASE("the bytes of a code come out as they went in, whatever they are")
{
    using namespace std::string_literals;
    const auto bytes = GENERATE("\xff\xfe\x80 not any text"s, "zero \0 inside"s, "å ä ö"s, "<script>alert(1)</script>"s,
                                std::string(600, 'x'));
    CHECK(readShot(drawCode(bytes), {.modulePixels = 5}) == bytes);
}

TEST_CASE("a code with more in it than any of ours is passed over")
{
    const std::string most(platform::LongestCodeText, 'x');
    CHECK(readShot(drawCode(most), {.modulePixels = 5}) == most);
    CHECK(readShot(drawCode(most + "x"), {.modulePixels = 5}).empty());
}

TEST_CASE("a picture without a code holds none")
{
    QImage room(8, 8, QImage::Format_Grayscale8);
    for (int y = 0; y < 8; ++y)
        for (int x = 0; x < 8; ++x)
            room.scanLine(y)[x] = uchar((x * 31 + y * 17) % 256);
    CHECK_FALSE(readCode(photograph(room, {.modulePixels = 80, .noise = 80})).has_value());
    // Half a code is none: the frame cuts it.
    CHECK_FALSE(readCode(photograph(drawCode(enrolmentCode()), {.frame = QSize(640, 200)})).has_value());
}

TEST_CASE("a picture whose size is not that of its bytes is not looked at")
{
    CHECK_FALSE(readCode({}).has_value());
    CHECK_FALSE(readCode({0, 0, {}}).has_value());
    CHECK_FALSE(readCode({640, 480, base::Bytes(640 * 480 - 1)}).has_value());
    CHECK_FALSE(readCode({-4, -4, base::Bytes(16)}).has_value());
    CHECK_FALSE(readCode({1, 1, base::Bytes(1)}).has_value());
}
