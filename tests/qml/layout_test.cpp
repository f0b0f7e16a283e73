// Every screen of the tour and more states, in three window sizes: nothing is cut off, beside the
// window or over something else.
#include "tests/qml/app_states.h"
#include "tests/support/catch.h"

#include <QDir>

#include <iostream>

using namespace faltakt;
using namespace faltakt::test;

namespace {

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
    app.app().cancelEnrolment();
    app.unlock();
    app.app().hideNow();
    app.waitFor([&] { return app.app().cover() == Cover::Harmless; });
    app.settle();
    look(QStringLiteral("harmless"));
    app.app().returnFromHiding();
    app.unlock();
}

int visitAll(AppHarness &app, qreal scale, const QString &language)
{
    app.composition().settings().setTextScale(scale);
    app.composition().settings().setLanguage(language);
    int screens = 0;
    const auto look = [&](const QString &name) {
        ++screens;
        check(app, QStringLiteral("%1 %2x%3 %4 %5")
                       .arg(name)
                       .arg(app.window().width())
                       .arg(app.window().height())
                       .arg(scale)
                       .arg(language));
    };
    visitEveryScreen(app, look);
    visitCovers(app, look);
    return screens;
}

/// `looks` are sizes of text with a language.
void visitAll(QSize size, const std::vector<std::pair<qreal, QString>> &looks)
{
    AppHarness app({.size = size});
    protectSomebody(app);
    int screens = 0;
    for (const auto &[scale, language] : looks)
        screens += visitAll(app, scale, language);
    std::cout << size.width() << "x" << size.height() << ": " << screens << " screens in " << looks.size() << " looks"
              << std::endl;
}

} // namespace

TEST_CASE("a phone, with text as it comes and twice as large", "[phone]")
{
    visitAll(QSize(390, 844), {{1.0, QStringLiteral("sv")}, {2.0, QStringLiteral("sv")}});
}

TEST_CASE("a phone on its side", "[side]") { visitAll(QSize(844, 390), {{1.0, QStringLiteral("sv")}}); }

TEST_CASE("a tablet, in English with larger text", "[tablet]")
{
    visitAll(QSize(1280, 800), {{1.5, QStringLiteral("en")}});
}
