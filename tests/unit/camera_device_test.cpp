// The scanner on Qt Multimedia with a camera, which is emulated below Qt: from the device's file to the text of the code.
#include "core/base/clock.h"
#include "platform/camera/qt_code_scanner.h"
#include "platform/linux/desktop_camera.h"
#include "tests/support/catch.h"
#include "tests/support/code_pictures.h"
#include "tests/unit/camera_frames.h"
#include "tests/unit/camera_watched.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace faltakt;
using namespace std::chrono_literals;
using platform::CameraAccess;
using platform::QtCodeScanner;
using platform::ScanFault;
using test::Watched;

namespace {

const std::string Text = "faltakt://a-code-in-sight";
constexpr int PatienceMs = 20'000;

/// The emulated camera, plugged in for the whole program: Qt looks for cameras once.
class Camera {
public:
    Camera()
    {
        hold(test::photograph(test::drawCode(Text), {.modulePixels = 8, .degrees = 5}));
        qputenv("FALTAKT_CAMERA", file().toLocal8Bit());
        test::guiApplication();
    }
    ~Camera() { QFile::remove(file()); }

    void hold(const platform::GreyPicture &picture)
    {
        QByteArray frame;
        for (const std::uint8_t pixel : picture.pixels)
            frame.append(char(pixel)).append(char(128));
        write(frame);
    }
    void pullOut() { REQUIRE(QFile::remove(file())); }
    /// It is there and gives no picture.
    void fallSilent() { write("half a frame"); }

private:
    [[nodiscard]] static QString file()
    {
        static const QTemporaryDir folder;
        return folder.filePath(QStringLiteral("frame"));
    }
    static void write(const QByteArray &content)
    {
        QFile frame(file());
        REQUIRE(frame.open(QIODevice::WriteOnly));
        REQUIRE(frame.write(content) == content.size());
    }
};

} // namespace

TEST_CASE("a code before the camera is read, again and again until the scanner is stopped from what it tells")
{
    const Camera camera;
    CHECK(platform::cameraAccess() == CameraAccess::Allowed);
    const base::SystemMonotonicClock clock;
    QtCodeScanner scanner(platform::cameraAccess, clock);
    CHECK(scanner.mayHaveCamera());
    Watched watched;
    platform::ScanWatch watch = watched.watch();
    watch.codeRead = [&](const std::string &text) {
        watched.codes.push_back(text);
        if (watched.codes.size() == 3)
            scanner.stop();
    };
    scanner.start(watch);
    REQUIRE(QTest::qWaitFor([&] { return watched.codes.size() == 3; }, PatienceMs));
    CHECK(watched.codes == std::vector(3, Text));
    CHECK(watched.pictures > 1);
    const int pictures = watched.pictures;
    constexpr int Longer = 300;
    QTest::qWait(Longer);
    CHECK(watched.codes.size() == 3);
    CHECK(watched.pictures == pictures);
    CHECK(watched.faults.empty());
}

TEST_CASE("a camera that was stopped can be started again")
{
    const Camera camera;
    const base::SystemMonotonicClock clock;
    QtCodeScanner scanner(platform::cameraAccess, clock);
    for (int times = 0; times < 2; ++times) {
        Watched watched;
        scanner.start(watched.watch());
        CHECK(QTest::qWaitFor([&] { return !watched.codes.empty(); }, PatienceMs));
        scanner.stop();
    }
}

TEST_CASE("a camera that is pulled out while it is on is told as lost, once")
{
    Camera camera;
    const base::SystemMonotonicClock clock;
    QtCodeScanner scanner(platform::cameraAccess, clock);
    Watched watched;
    scanner.start(watched.watch());
    REQUIRE(QTest::qWaitFor([&] { return !watched.codes.empty(); }, PatienceMs));
    camera.pullOut();
    REQUIRE(QTest::qWaitFor([&] { return !watched.faults.empty(); }, PatienceMs));
    CHECK(watched.faults == std::vector{ScanFault::Lost});
}

TEST_CASE("a camera that gives no picture is told as not started")
{
    Camera camera;
    camera.fallSilent();
    const base::SystemMonotonicClock clock;
    QtCodeScanner scanner(platform::cameraAccess, clock);
    Watched watched;
    scanner.start(watched.watch());
    REQUIRE(QTest::qWaitFor([&] { return !watched.faults.empty(); }, PatienceMs));
    CHECK(watched.faults == std::vector{ScanFault::NotStarted});
    CHECK(watched.pictures == 0);
}

TEST_CASE("a camera that this user may not have is told as not allowed, and not opened")
{
    const Camera camera;
    qputenv("FALTAKT_CAMERA_FORBIDDEN", "1");
    CHECK(platform::cameraAccess() == CameraAccess::Forbidden);
    const base::SystemMonotonicClock clock;
    QtCodeScanner scanner(platform::cameraAccess, clock);
    CHECK(scanner.mayHaveCamera());
    Watched watched;
    scanner.start(watched.watch());
    REQUIRE(QTest::qWaitFor([&] { return !watched.faults.empty(); }, PatienceMs));
    CHECK(watched.faults == std::vector{ScanFault::NotAllowed});
    qunsetenv("FALTAKT_CAMERA_FORBIDDEN");
    // Somebody allowed it meanwhile.
    scanner.start(watched.watch());
    CHECK(QTest::qWaitFor([&] { return !watched.codes.empty(); }, PatienceMs));
}
