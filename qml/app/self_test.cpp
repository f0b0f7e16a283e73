#include "qml/app/self_test.h"

#include "platform/fake/fake_code_scanner.h"
#include "platform/fake/fake_notifier.h"
#include "platform/fake/fake_photo_shelf.h"
#include "qml/app/tour.h"
#include "qml/app/tour_camera.h"
#include "qml/app/tour_photo.h"

#include <QGuiApplication>

#include <algorithm>
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
    // Nor a view's that lets go of a row it was still making when the lock emptied its list, as it empties all at once.
    const bool isOurs = !text.startsWith(QStringLiteral("QStandardPaths:"))
                        && !text.startsWith(QStringLiteral("QUnifiedTimer:"))
                        && !text.startsWith(QStringLiteral("DelegateModel::cancel:"));
    if (isOurs && type != QtDebugMsg && type != QtInfoMsg)
        ++warningCount;
    nextHandler(type, context, text);
}

/// A name that is none would leave nothing to show, and that for ever.
template <typename Named>
bool areKnown(const std::vector<Named> &all, const QStringList &names, const char *what)
{
    const auto isKnown = [&all](const QString &name) {
        return std::ranges::find(all, name, &Named::name) != all.end();
    };
    if (std::ranges::all_of(names, isKnown))
        return true;
    std::fprintf(stderr, "faltakt: there is no %s of that name.\n", what);
    return false;
}

template <typename Named>
void keepNamed(std::vector<Named> &all, const QStringList &names)
{
    if (!names.isEmpty())
        std::erase_if(all, [&](const Named &each) { return !names.contains(each.name); });
}

struct Shown {
    int screens = 0;
    bool failed = false;
};

/// One look from its first scene to its last; the device is closed again afterwards.
Shown showLook(viewmodels::WorkspaceSetup device, Look look, const std::optional<QDir> &folder,
               crypto::SecretBytes passphrase, const QStringList &names)
{
    std::vector<Scene> scenes = tourScenes();
    keepNamed(scenes, names);
    // Pictures of two machines are laid side by side: neither shows the room it stands in.
    platform::FakeCodeScanner camera;
    camera.setView(codeOnPaper());
    platform::FakePhotoShelf photos;
    photos.put("IMG_2041.jpg", photoOfPaper(), device.clock.now());
    // And none of it is told on the desktop of whoever takes the pictures.
    platform::FakeNotifier notifier;
    Composition composition(std::move(device), {&camera, nullptr, &photos, nullptr, &notifier});
    if (!composition.loadWindow())
        return {0, true};
    Shown shown;
    Tour tour(composition, std::move(scenes), std::move(look), folder, std::move(passphrase));
    QObject::connect(&tour, &Tour::finished, &composition, [&shown](int screens, bool failed) {
        shown = {screens, failed};
        QGuiApplication::quit();
    });
    tour.start();
    QGuiApplication::exec();
    return shown;
}

} // namespace

int runScenes(const DeviceMaker &makeDevice, const crypto::SecretBytes &passphrase, const AppOptions &options)
{
    nextHandler = qInstallMessageHandler(countWarnings);
    std::vector<Look> looks = tourLooks();
    if (!areKnown(looks, options.looks, "look") || !areKnown(tourScenes(), options.scenes, "scene"))
        return 2;
    keepNamed(looks, options.looks);
    std::optional<QDir> folder;
    if (options.tour) {
        folder = QDir(*options.tour);
        if (!folder->mkpath(QStringLiteral("."))) {
            std::fprintf(stderr, "faltakt: the folder for the pictures cannot be made.\n");
            return 1;
        }
    }
    Shown all;
    for (Look &look : looks) {
        auto device = makeDevice();
        if (!device) {
            std::fprintf(stderr, "faltakt: %s\n", device.error().toString().c_str());
            return 1;
        }
        const Shown shown = showLook(std::move(*device), std::move(look), folder, passphrase.clone(), options.scenes);
        all.screens += shown.screens;
        all.failed = all.failed || shown.failed;
    }
    std::printf("%d screens shown, %d warnings\n", all.screens, warningCount);
    return all.failed || (options.isSelfTest && warningCount > 0) ? 1 : 0;
}

} // namespace faltakt::app
