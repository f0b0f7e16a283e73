// The scanner on Qt Multimedia, as far as it goes on a machine that may have no camera.
#include "core/base/clock.h"
#include "platform/camera/qt_code_scanner.h"
#include "tests/support/catch.h"
#include "tests/unit/camera_frames.h"

#include <QCameraDevice>
#include <QMediaDevices>
#include <QTest>

using namespace faltakt;
using platform::QtCodeScanner;
using platform::ScanFault;

namespace {

struct Watched {
    platform::ScanWatch watch()
    {
        return {[this](const platform::GreyPicture &) { ++pictures; }, [](const std::string &) {},
                [this](ScanFault fault) { faults.push_back(fault); }};
    }
    int pictures = 0;
    std::vector<ScanFault> faults;
};

} // namespace

TEST_CASE("a start on a machine without a camera says so, later, and can be tried again")
{
    test::guiApplication();
    if (!QMediaDevices::videoInputs().isEmpty())
        return; // Here is one: what it sees is not for a test.
    const base::SystemMonotonicClock clock;
    QtCodeScanner scanner([] { return true; }, clock);
    Watched watched;
    scanner.start(watched.watch());
    CHECK(watched.faults.empty());
    REQUIRE(QTest::qWaitFor([&] { return !watched.faults.empty(); }));
    scanner.start(watched.watch());
    REQUIRE(QTest::qWaitFor([&] { return watched.faults.size() == 2; }));
    CHECK(watched.faults == std::vector{ScanFault::NoCamera, ScanFault::NoCamera});
}

TEST_CASE("a scanner that was stopped before its camera was on tells nothing")
{
    test::guiApplication();
    const base::SystemMonotonicClock clock;
    Watched watched;
    {
        QtCodeScanner scanner([] { return true; }, clock);
        scanner.start(watched.watch());
        scanner.stop();
        QCoreApplication::sendPostedEvents();
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    }
    CHECK(watched.faults.empty());
    CHECK(watched.pictures == 0);
}
