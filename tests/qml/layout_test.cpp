// Every screen of the tour and more states, in all sizes of window and text and in both languages: nothing is cut off,
// beside the window or over something else.
#include "qml/app/tour_camera.h"
#include "tests/qml/app_states.h"
#include "tests/support/catch.h"

#include <QDir>

#include <iostream>

using namespace faltakt;
using namespace faltakt::test;

namespace {

constexpr std::array Windows{QSize(390, 844), QSize(844, 390), QSize(1280, 800)};
constexpr std::array Scales{1.0, 1.5, 2.0};

/// One screen as it stands now.
void check(AppHarness &app, const QString &where)
{
    const QStringList faults = app.textFaults();
    INFO(where.toStdString() << "\n  " << faults.join(QStringLiteral("\n  ")).toStdString());
    CHECK(faults.isEmpty());
    // For the eyes, where a run is to be looked at: pictures of what it found.
    const QString folder = qEnvironmentVariable("FALTAKT_LAYOUT_PICTURES");
    if (!faults.isEmpty() && !folder.isEmpty())
        app.savePicture(
            QDir(folder).filePath(QString(where).replace(QLatin1Char(' '), QLatin1Char('-')) + QStringLiteral(".png")));
}

/// All that lies over the pages while the store is closed.
void visitCovers(AppHarness &app, const std::function<void(const QString &name)> &look)
{
    using Cover = viewmodels::AppViewModel::Cover;
    app.app().lockNow();
    app.waitFor([&] { return app.app().cover() == Cover::Lock; });
    app.settle();
    look(QStringLiteral("lock"));
    app.app().addWorker();
    app.settle();
    look(QStringLiteral("enrol"));
    app.app().enrolPage()->scan()->open();
    app.camera().see(app::codeOnPaper());
    app.settle();
    look(QStringLiteral("enrol-scan"));
    app.camera().read("https://example.org/");
    app.settle();
    look(QStringLiteral("enrol-scan-other-code"));
    app.camera().fail(platform::ScanFault::NotStarted);
    app.settle();
    look(QStringLiteral("enrol-scan-no-picture"));
    app.app().enrolPage()->scan()->close();
    app.app().cancelEnrolment();
    app.unlock();
    app.app().hideNow();
    app.waitFor([&] { return app.app().cover() == Cover::Harmless; });
    app.settle();
    look(QStringLiteral("harmless"));
    app.app().returnFromHiding();
    app.unlock();
}

/// The screen where it stands, as if the device were turned and the size of its text changed.
void checkAllLooks(AppHarness &app, const QString &name)
{
    for (const double scale : Scales) {
        app.composition().settings().setTextScale(scale);
        for (const QSize size : Windows) {
            app.window().resize(size);
            app.layOut();
            check(app, QStringLiteral("%1 %2x%3 %4 %5")
                           .arg(name)
                           .arg(size.width())
                           .arg(size.height())
                           .arg(scale)
                           .arg(app.composition().settings().language()));
        }
    }
}

void visitAll(const QString &language)
{
    AppHarness app({.language = language});
    protectSomebody(app);
    int screens = 0;
    const auto look = [&](const QString &name) {
        ++screens;
        checkAllLooks(app, name);
    };
    visitEveryScreen(app, look);
    visitCovers(app, look);
    std::cout << screens << " screens in " << language.toStdString() << ", each in " << Windows.size()
              << " windows with " << Scales.size() << " sizes of text: " << screens * Windows.size() * Scales.size()
              << " layouts" << std::endl;
}

} // namespace

TEST_CASE("every screen in every window with every size of text, in Swedish", "[sv]")
{
    visitAll(QStringLiteral("sv"));
}

TEST_CASE("every screen in every window with every size of text, in English", "[en]")
{
    visitAll(QStringLiteral("en"));
}
