#include "core/crypto/initialise.h"
#include "core/crypto/self_test.h"
#include "qml/app/app_options.h"
#include "qml/app/composition.h"
#include "qml/app/self_test.h"
#include "qml/app/tour.h"
#include "qml/app/training.h"

#include <QGuiApplication>
#include <QTemporaryDir>

#include <cstdio>
#include <fstream>

// Leak checkers attach to their own process, which hardening forbids.
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
constexpr bool Hardened = false;
#else
constexpr bool Hardened = true;
#endif

namespace {

using namespace faltakt;

base::Result<void> prepareProcess()
{
    TRY_VOID(crypto::initialise());
    if (Hardened)
        TRY_VOID(crypto::hardenProcess());
    return crypto::selfTest();
}

int fail(const std::string &words)
{
    std::fprintf(stderr, "faltakt: %s\n", words.c_str());
    return 1;
}

/// Where the windows of Linux need one, whether a display is named; Qt would end the program without a word of help.
bool hasDisplay()
{
#if defined(Q_OS_LINUX) && !defined(Q_OS_ANDROID)
    return qEnvironmentVariableIsSet("QT_QPA_PLATFORM") || qEnvironmentVariableIsSet("DISPLAY")
           || qEnvironmentVariableIsSet("WAYLAND_DISPLAY");
#else
    return true;
#endif
}

int runGallery()
{
    QQmlApplicationEngine engine;
    app::addModules(engine);
    engine.load(QUrl(QStringLiteral("qrc:/qt/qml/Faltakt/Controls/gallery/GalleryWindow.qml")));
    return engine.rootObjects().isEmpty() ? 1 : QGuiApplication::exec();
}

/// Says so and ends the program once the first picture stands.
void endWhenShown(QQuickWindow &window)
{
    QObject::connect(
        &window, &QQuickWindow::frameSwapped, &window,
        [] {
            std::puts("shown");
            std::fflush(stdout);
            QGuiApplication::quit();
        },
        Qt::SingleShotConnection);
}

/// The app on a device of a worker, or on a training device.
int runApp(viewmodels::WorkspaceSetup setup, const app::AppOptions &options)
{
    const bool isTraining = setup.isTraining;
    app::Composition composition(std::move(setup));
    if (!composition.loadWindow())
        return 1;
    if (options.endsWhenShown)
        endWhenShown(*composition.window());
    if (isTraining)
        composition.workspace().unlock(crypto::SecretBytes::copyOf(base::bytesOf(app::TrainingPassphrase)),
                                       &composition, [](const base::Result<void> &) {});
    return QGuiApplication::exec();
}

/// Training data at a moment that never changes, so that pictures of two versions can be laid side by side.
int runTour(const app::AppOptions &options, const std::filesystem::path &folder)
{
    const auto moment = base::parseInstant("2025-10-17T11:07:00Z");
    const base::ManualClock clock(moment.value());
    crypto::SystemRandom random;
    int count = 0;
    const auto makeDevice = [&]() -> base::Result<viewmodels::WorkspaceSetup> {
        viewmodels::WorkspaceSetup setup{folder / std::to_string(++count), clock, clock, random};
        setup.isTraining = true;
        setup.kdfFloor = crypto::KdfCost::forTests();
        setup.kdfCost = crypto::KdfCost::forTests();
        TRY_VOID(app::makeTrainingDevice(setup, {}));
        return setup;
    };
    return app::runScenes(makeDevice, crypto::SecretBytes::copyOf(base::bytesOf(app::TrainingPassphrase)), options);
}

/// The tour through a device that was enrolled.
int runOwnTour(const viewmodels::WorkspaceSetup &setup, const app::AppOptions &options)
{
    std::ifstream file(options.pinFile.toStdString());
    std::string line;
    if (!std::getline(file, line) || line.empty())
        return fail("there is no passphrase in the file that --pin-file names.");
    return app::runScenes([&setup] { return base::Result<viewmodels::WorkspaceSetup>(setup); },
                          crypto::SecretBytes::takeFrom(line), options);
}

} // namespace

int main(int argumentCount, char **argumentValues)
{
    QGuiApplication::setApplicationName(QStringLiteral("faltakt"));
    QGuiApplication::setOrganizationName(QStringLiteral("faltakt"));
    // Before anything asks for a display, so that help and a wrong option are answered everywhere.
    const app::AppOptions options = app::readOptions(argumentCount, argumentValues);
    if (options.needsNoDisplay() && !qEnvironmentVariableIsSet("QT_QPA_PLATFORM")) {
        qputenv("QT_QPA_PLATFORM", "offscreen");
        qputenv("QT_QUICK_BACKEND", "software");
    }
    if (!hasDisplay())
        return fail("there is no display here. --tour DIR writes pictures without one.");
    const QGuiApplication application(argumentCount, argumentValues);
    if (const auto prepared = prepareProcess(); !prepared)
        return fail(prepared.error().toString());
    if (options.isGallery)
        return runGallery();

    const QTemporaryDir temporary;
    if ((options.tour && !options.isOwnDevice) || options.isSelfTest)
        return runTour(options, temporary.path().toStdString());
    const base::SystemClock clock;
    const base::SystemMonotonicClock monotonic;
    crypto::SystemRandom random;
    const QString data = options.isTraining ? temporary.path() : options.data;
    viewmodels::WorkspaceSetup setup{data.toStdString(), clock, monotonic, random};
    setup.isTraining = options.isTraining;
    if (options.isTraining) {
        if (const auto made = app::makeTrainingDevice(setup, {}); !made)
            return fail(made.error().toString());
    }
    return options.tour ? runOwnTour(setup, options) : runApp(std::move(setup), options);
}
