#pragma once

#include "core/crypto/system_random.h"
#include "platform/camera/qt_code_scanner.h"
#include "platform/image/qt_photo_cleaner.h"
#include "platform/linux/desktop_file_export.h"
#include "platform/linux/desktop_notifier.h"
#include "platform/linux/desktop_photo_shelf.h"
#include "platform/linux/desktop_screen_guard.h"
#include "platform/linux/desktop_telephone.h"
#include "platform/network/qt_network.h"
#include "platform/print/qt_pdf_printer.h"
#include "platform/speech/qt_voice.h"
#include "qml/viewmodels/shell/app_view_model.h"

#include <QQmlApplicationEngine>
#include <QQuickWindow>
#include <QTranslator>

#include <memory>

namespace faltakt::app {

/// What takes the place of parts of the device, where it is there; outlives the app.
struct StandIns {
    platform::CodeScanner *scanner = nullptr;
    platform::Network *network = nullptr;
    const platform::PhotoShelf *photos = nullptr;
    platform::Voice *voice = nullptr;
    platform::Notifier *notifier = nullptr;
};

/// The long-lived objects of the app, made once and torn down in the opposite order: settings, workspace with its store
/// thread, view models, engine. Main thread.
class Composition final : public QObject {
    Q_OBJECT
public:
    /// The clocks and the randomness outlive it.
    explicit Composition(viewmodels::WorkspaceSetup setup, const StandIns &standIns = {});
    ~Composition() override;

    /// Loads the app's window; false where its QML has a fault, which Qt has told then.
    [[nodiscard]] bool loadWindow();

    [[nodiscard]] viewmodels::Workspace &workspace() noexcept { return m_workspace; }
    [[nodiscard]] viewmodels::AppSettings &settings() noexcept { return m_settings; }
    [[nodiscard]] viewmodels::AppViewModel &app() noexcept { return m_app; }
    [[nodiscard]] QQmlApplicationEngine &engine() noexcept { return m_engine; }
    /// nullptr before loadWindow().
    [[nodiscard]] QQuickWindow *window() const;

private:
    void applyLanguage();
    void raiseWindow();
    /// Applies the language now and at every change, before any view model hears of the change and asks for its words.
    QMetaObject::Connection applyLanguageFirst();

    viewmodels::AppSettings m_settings;
    QTranslator m_translator;
    QMetaObject::Connection m_languageChange; ///< Made before the view models, so that it is told first.
    platform::DesktopTelephone m_telephone;
    platform::DesktopScreenGuard m_screen;
    platform::DesktopFileExport m_files;
    platform::QtPdfPrinter m_pdf;
    platform::QtCodeScanner m_camera;
    platform::QtNetwork m_network;
    platform::DesktopPhotoShelf m_photos;
    platform::QtPhotoCleaner m_cleaner;
    platform::QtVoice m_voice;
    platform::DesktopNotifier m_notifier;
    viewmodels::Workspace m_workspace;
    viewmodels::AppViewModel m_app;
    QQmlApplicationEngine m_engine;
};

/// Where the modules of the app lie among the resources; needed by every engine.
void addModules(QQmlEngine &engine);

} // namespace faltakt::app
