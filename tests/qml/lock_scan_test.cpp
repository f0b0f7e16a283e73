// Making a device a worker's by holding the code from the office before its camera.
#include "platform/camera/code_reader.h"
#include "qml/viewmodels/lock/viewfinder.h"
#include "tests/support/app_harness.h"
#include "tests/support/catch.h"
#include "tests/support/code_pictures.h"
#include "tests/unit/client_office.h"

#include <QSignalSpy>
#include <QTest>

using namespace faltakt;
using platform::GreyPicture;
using platform::ScanFault;
using test::AppHarness;
using viewmodels::AppViewModel;
using viewmodels::CodeScanViewModel;
using viewmodels::EnrolViewModel;

namespace {

const std::string Code = "faltakt://faltakt.example:8443/#" + std::string(43, 'A') + "." + std::string(22, 'A');
const QString Passphrase = QStringLiteral("fyra vanliga ord här");

GreyPicture bareTable() { return {64, 48, base::Bytes(std::size_t(64) * 48, 120)}; }

/// In front of the page that asks for the code.
struct AtEnrolment : AppHarness {
    AtEnrolment() : AppHarness({.unlocks = false})
    {
        app().addWorker();
        settle();
    }
    EnrolViewModel &enrol() { return *app().enrolPage(); }
    CodeScanViewModel &scan() { return *app().enrolPage()->scan(); }
    void openScan()
    {
        tap(QStringLiteral("Skanna kod"));
        camera().see(bareTable());
        settle();
    }
    /// A picture comes to the camera, and what the real reader finds in it.
    void hold(const GreyPicture &picture)
    {
        camera().see(picture);
        if (const auto text = platform::readCode(picture))
            camera().read(*text);
        settle();
    }
};

/// Whether the focus is on what is named so.
bool isFocused(AppHarness &harness, const QString &name)
{
    return harness.focused() && AppHarness::nameOf(harness.focused()) == name;
}

} // namespace

TEST_CASE("a device without a camera offers no scanning")
{
    AppHarness harness({.unlocks = false});
    harness.camera().setMayHaveCamera(false);
    harness.app().addWorker();
    harness.settle();
    CHECK(harness.findPressable(QStringLiteral("Klistra in")));
    CHECK_FALSE(harness.findPressable(QStringLiteral("Skanna kod")));
}

TEST_CASE("the camera is off until scanning is asked for, and the page says what to do")
{
    AtEnrolment harness;
    CHECK_FALSE(harness.camera().isOn());
    harness.tap(QStringLiteral("Skanna kod"));
    CHECK(harness.camera().isOn());
    CHECK(harness.shows(QStringLiteral("Startar kameran.")));
    CHECK_FALSE(harness.findPressable(QStringLiteral("Klistra in")));
    harness.camera().see(bareTable());
    harness.settle();
    CHECK(harness.shows(QStringLiteral("Håll koden i rutan.")));
    CHECK(harness.find(QAccessible::Graphic, QStringLiteral("Kamerans bild")));
    CHECK(isFocused(harness, QStringLiteral("Avbryt")));
}

TEST_CASE("a code in sight makes the device a worker's, as a pasted one does")
{
    test::Office office;
    AtEnrolment harness;
    harness.openScan();
    harness.hold(test::photograph(test::drawCode(office.code(1).toString()),
                                  {.modulePixels = 6, .degrees = 5, .tilt = 0.1, .noise = 20, .blurred = 2}));
    CHECK_FALSE(harness.camera().isOn());
    CHECK(harness.enrol().code().toStdString() == office.code(1).toString());
    REQUIRE(harness.enrol().step() == EnrolViewModel::Step::Passphrase);
    CHECK(harness.shows(QStringLiteral("127.0.0.1")));
    // The focus is where the passphrase goes: it is typed at once.
    for (int times = 0; times < 2; ++times) {
        harness.type(Passphrase);
        harness.key(Qt::Key_Return);
    }
    harness.waitFor([&] { return harness.app().cover() == AppViewModel::Cover::None; });
    CHECK(harness.app().workerName() == QStringLiteral("Worker"));
    CHECK(office.keysSeen().size() == 1);
}

TEST_CASE("what is no code from the office is refused in words, not shown, and the camera goes on")
{
    using namespace std::string_literals;
    const auto [what, text] = GENERATE(table<std::string, std::string>({
        {"a shop's", "https://example.org/meny"},
        {"of a network", "WIFI:S:Gasten;T:WPA;P:hemligt;;"},
        {"not text", "\xff\xfe\x00\x80"s},
        {"ours but cut off", Code.substr(0, 60)},
        {"ours with a tail", Code + "\n\0rm -rf"s},
        {"too long", "faltakt://faltakt.example:8443/#" + std::string(900, 'A')},
        {"markup", "<b>faltakt://</b><img src=x>"},
        {"nothing", ""},
    }));
    INFO("a code that is " << what);
    AtEnrolment harness;
    harness.openScan();
    harness.camera().read(text);
    harness.settle();
    CHECK(harness.camera().isOn());
    CHECK(harness.enrol().code().isEmpty());
    CHECK(harness.shows(QStringLiteral("inte en kod från kontoret")));
    CHECK(harness.shows(QStringLiteral("Håll koden i rutan.")));
    const QString shown = QString::fromStdString(text).left(12);
    CHECK((shown.isEmpty() || !harness.shows(shown)));
    // And the right one is taken after it.
    harness.camera().read(Code);
    CHECK(harness.enrol().step() == EnrolViewModel::Step::Passphrase);
    CHECK_FALSE(harness.camera().isOn());
}

TEST_CASE("another code that stays in sight is told once")
{
    AtEnrolment harness;
    harness.openScan();
    QSignalSpy announced(&harness.scan(), &CodeScanViewModel::announcementChanged);
    for (int times = 0; times < 5; ++times) {
        harness.camera().see(bareTable());
        harness.camera().read("https://example.org/");
    }
    CHECK(announced.size() == 1);
    CHECK(harness.scan().announcement().startsWith(QStringLiteral("Det här är inte en kod")));
}

TEST_CASE("each fault of the camera has words that say what to do, and scanning can be tried again")
{
    const auto [fault, words] = GENERATE(table<ScanFault, QString>({
        {ScanFault::NoCamera, QStringLiteral("hittar ingen kamera")},
        {ScanFault::NotAllowed, QStringLiteral("får inte använda kameran. Tillåt det")},
        {ScanFault::NotStarted, QStringLiteral("ger ingen bild")},
        {ScanFault::Lost, QStringLiteral("slutade ge bilder")},
    }));
    AtEnrolment harness;
    harness.openScan();
    harness.camera().fail(fault);
    harness.settle();
    CHECK(harness.shows(words));
    CHECK(harness.shows(QStringLiteral("klistra in koden")));
    CHECK(harness.shows(QStringLiteral("Kameran är av.")));
    CHECK_FALSE(harness.find(QAccessible::Graphic, QStringLiteral("Kamerans bild")));
    CHECK(harness.scan().picture().isNull());
    harness.tap(QStringLiteral("Försök igen"));
    CHECK(harness.camera().isOn());
    CHECK_FALSE(harness.shows(words));
    CHECK(harness.camera().starts() == 2);
}

TEST_CASE("Avbryt, Tillbaka and Esc switch the camera off and lead back to the code")
{
    const int way = GENERATE(0, 1, 2);
    AtEnrolment harness;
    harness.openScan();
    if (way == 0)
        harness.tap(QStringLiteral("Avbryt"));
    else if (way == 1)
        harness.tap(QStringLiteral("Tillbaka"));
    else
        harness.key(Qt::Key_Escape);
    CHECK_FALSE(harness.camera().isOn());
    CHECK(harness.scan().picture().isNull());
    CHECK(harness.app().cover() == AppViewModel::Cover::Enrol);
    CHECK(harness.findPressable(QStringLiteral("Klistra in")));
    CHECK(isFocused(harness, QStringLiteral("Skanna kod")));
    harness.key(Qt::Key_Return);
    CHECK(harness.camera().isOn());
}

TEST_CASE("Dölj nu switches the camera off")
{
    AtEnrolment harness;
    harness.openScan();
    harness.key(Qt::Key_H, Qt::ControlModifier);
    CHECK(harness.app().cover() == AppViewModel::Cover::Harmless);
    CHECK_FALSE(harness.camera().isOn());
    CHECK_FALSE(harness.scan().isOpen());
}

TEST_CASE("the camera goes off when the page gives way to the lock")
{
    AtEnrolment harness;
    harness.openScan();
    harness.unlock();
    CHECK(harness.app().cover() == AppViewModel::Cover::None);
    CHECK_FALSE(harness.camera().isOn());
}

TEST_CASE("the camera goes off when the app is laid aside, and says so when it is taken up again")
{
    AtEnrolment harness;
    harness.openScan();
    Q_EMIT qGuiApp->applicationStateChanged(Qt::ApplicationInactive);
    CHECK(harness.camera().isOn());
    const auto state = GENERATE(Qt::ApplicationSuspended, Qt::ApplicationHidden);
    Q_EMIT qGuiApp->applicationStateChanged(state);
    CHECK_FALSE(harness.camera().isOn());
    Q_EMIT qGuiApp->applicationStateChanged(Qt::ApplicationActive);
    harness.settle();
    CHECK_FALSE(harness.camera().isOn());
    CHECK(harness.shows(QStringLiteral("lades åt sidan")));
    CHECK(harness.findPressable(QStringLiteral("Försök igen")));
}

TEST_CASE("a camera that nobody holds a code before is not left on")
{
    AtEnrolment harness;
    harness.openScan();
    auto *pause = harness.scan().findChild<QTimer *>();
    REQUIRE(pause);
    CHECK(pause->intervalAsDuration() == CodeScanViewModel::LongestLook);
    pause->start(0);
    harness.waitFor([&] { return !harness.camera().isOn(); });
    CHECK(harness.scan().problem().contains(QStringLiteral("tre minuter")));
    CHECK(harness.scan().isOpen());
}

TEST_CASE("what a camera sends after its end changes nothing")
{
    AtEnrolment harness;
    harness.openScan();
    harness.camera().see({5, 5, base::Bytes(3)});
    CHECK(harness.scan().picture().width() == 64);
    harness.tap(QStringLiteral("Avbryt"));
    harness.camera().see(bareTable());
    harness.camera().read(Code);
    harness.camera().fail(ScanFault::Lost);
    CHECK(harness.scan().picture().isNull());
    CHECK(harness.enrol().code().isEmpty());
    CHECK_FALSE(harness.scan().isOpen());
}

TEST_CASE("what the camera sees is on the screen, its middle in the item's shape")
{
    using viewmodels::Viewfinder;
    CHECK(Viewfinder::middleOf({640, 480}, {300, 300}) == QRectF(80, 0, 480, 480));
    CHECK(Viewfinder::middleOf({480, 640}, {300, 300}) == QRectF(0, 80, 480, 480));
    CHECK(Viewfinder::middleOf({640, 360}, {64, 36}) == QRectF(0, 0, 640, 360));

    AtEnrolment harness;
    harness.openScan();
    const auto *finder = harness.window().findChild<Viewfinder *>();
    REQUIRE(finder);
    const QPoint corner = finder->mapToScene({10, 10}).toPoint();
    const QPoint away = finder->mapToScene({finder->width() - 10, 10}).toPoint();
    GreyPicture halves = bareTable();
    for (std::size_t index = 0; index < halves.pixels.size(); ++index)
        halves.pixels[index] = index % 64 < 32 ? 10 : 240;
    harness.camera().see(halves);
    const QImage screen = harness.window().grabWindow();
    CHECK(qGray(screen.pixel(corner)) < 40);
    CHECK(qGray(screen.pixel(away)) > 200);
}
