#include "qml/app/self_test.h"

#include "qml/app/tour.h"

#include <QGuiApplication>

#include <cstdio>

namespace faltakt::app {

namespace {

/// Warnings since the program was started. A message handler has no other way to tell than what outlives it.
int warningCount = 0;
QtMessageHandler nextHandler = nullptr;

void countWarnings(QtMsgType type, const QMessageLogContext &context, const QString &text)
{
    // The platform's own remark about a missing folder for its sockets says nothing about a screen.
    // Neither does the animation driver's, when the window goes before its last frame.
    const bool isOurs =
        !text.startsWith(QStringLiteral("QStandardPaths:")) && !text.startsWith(QStringLiteral("QUnifiedTimer:"));
    if (isOurs && type != QtDebugMsg && type != QtInfoMsg)
        ++warningCount;
    nextHandler(type, context, text);
}

template <typename Named>
void keepNamed(std::vector<Named> &all, const QStringList &names)
{
    if (!names.isEmpty())
        std::erase_if(all, [&](const Named &each) { return !names.contains(each.name); });
}

} // namespace

int runScenes(viewmodels::WorkspaceSetup setup, crypto::SecretBytes passphrase, const AppOptions &options)
{
    nextHandler = qInstallMessageHandler(countWarnings);
    std::vector<Scene> scenes = tourScenes();
    std::vector<Look> looks = tourLooks();
    keepNamed(scenes, options.scenes);
    keepNamed(looks, options.looks);
    std::optional<QDir> folder;
    if (options.tour) {
        folder = QDir(*options.tour);
        if (!folder->mkpath(QStringLiteral("."))) {
            std::fprintf(stderr, "faltakt: the folder for the pictures cannot be made.\n");
            return 1;
        }
    }
    Composition composition(std::move(setup));
    if (!composition.loadWindow())
        return 1;
    Tour tour(composition, std::move(scenes), std::move(looks), folder, std::move(passphrase));
    int shownScreens = 0;
    QObject::connect(&tour, &Tour::finished, &composition, [&](int shown, bool failed) {
        shownScreens = shown;
        QGuiApplication::exit(failed ? 1 : 0);
    });
    tour.start();
    const int code = QGuiApplication::exec();
    std::printf("%d screens shown, %d warnings\n", shownScreens, warningCount);
    return code != 0 || (options.isSelfTest && warningCount > 0) ? 1 : 0;
}

} // namespace faltakt::app
