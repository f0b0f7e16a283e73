// The scanner on Qt Multimedia where there is no camera.
#include "core/base/clock.h"
#include "platform/camera/qt_code_scanner.h"
#include "platform/linux/desktop_camera.h"
#include "tests/support/catch.h"
#include "tests/unit/camera_frames.h"
#include "tests/unit/camera_watched.h"

#include <QTest>

using namespace faltakt;
using platform::QtCodeScanner;
using platform::ScanFault;
using test::Watched;

TEST_CASE("a start without a camera says so, later, and can be tried again")
{
    test::guiApplication();
    const base::SystemMonotonicClock clock;
    QtCodeScanner scanner([] { return platform::CameraAccess::Allowed; }, clock);
    Watched watched;
    scanner.start(watched.watch());
    CHECK(watched.faults.empty());
    REQUIRE(QTest::qWaitFor([&] { return !watched.faults.empty(); }));
    scanner.start(watched.watch());
    REQUIRE(QTest::qWaitFor([&] { return watched.faults.size() == 2; }));
    CHECK(watched.faults == std::vector{ScanFault::NoCamera, ScanFault::NoCamera});
}

TEST_CASE("without a device scanning is not offered")
{
    const base::SystemMonotonicClock clock;
    CHECK(platform::cameraAccess() == platform::CameraAccess::None);
    CHECK_FALSE(QtCodeScanner(platform::cameraAccess, clock).mayHaveCamera());
}

TEST_CASE("a scanner that was stopped before its camera was on tells nothing")
{
    test::guiApplication();
    const base::SystemMonotonicClock clock;
    Watched watched;
    {
        QtCodeScanner scanner([] { return platform::CameraAccess::Allowed; }, clock);
        scanner.start(watched.watch());
        scanner.stop();
        QCoreApplication::processEvents();
    }
    QCoreApplication::processEvents();
    CHECK(watched.faults.empty());
}
