#include "qml/app/composition.h"

#include "platform/linux/desktop_camera.h"

#include <QGuiApplication>
#include <QLocale>
#include <QScreen>
#include <QtQml/QQmlExtensionPlugin>

#include <cmath>

Q_IMPORT_QML_PLUGIN(Faltakt_ControlsPlugin)
Q_IMPORT_QML_PLUGIN(Faltakt_ViewModelsPlugin)
Q_IMPORT_QML_PLUGIN(Faltakt_ScreensPlugin)

namespace faltakt::app {

namespace {

/// Letters as the system draws them, which cost a third less of a picture where no GPU helps; in between the steps of a
/// fractional scale they would stand unevenly, so Qt draws them there.
void chooseTextRendering()
{
    const qreal ratio = QGuiApplication::primaryScreen()->devicePixelRatio();
    if (qFuzzyCompare(ratio, std::round(ratio)))
        QQuickWindow::setTextRenderType(QQuickWindow::NativeTextRendering);
}

} // namespace

void addModules(QQmlEngine &engine) { engine.addImportPath(QStringLiteral("qrc:/qt/qml")); }

Composition::Composition(viewmodels::WorkspaceSetup setup, const StandIns &standIns)
    : m_settings(setup.dataFolder), m_languageChange(applyLanguageFirst()),
      m_camera(platform::cameraAccess, setup.monotonic), m_workspace(std::move(setup)),
      m_app(m_workspace, m_settings,
            {m_telephone, m_screen, m_files, m_pdf, standIns.scanner ? *standIns.scanner : m_camera,
             standIns.network ? *standIns.network : m_network, standIns.photos ? *standIns.photos : m_photos, m_cleaner,
             standIns.voice ? *standIns.voice : m_voice},
            standIns.notifier ? *standIns.notifier : m_notifier)
{
    addModules(m_engine);
    connect(&m_settings, &viewmodels::AppSettings::languageChanged, this, [this] { m_engine.retranslate(); });
    connect(&m_app, &viewmodels::AppViewModel::raiseWanted, this, &Composition::raiseWindow);
}

void Composition::raiseWindow()
{
    if (QQuickWindow *const shown = window()) {
        shown->show();
        shown->raise();
        shown->requestActivate();
    }
}

Composition::~Composition() = default;

bool Composition::loadWindow()
{
    chooseTextRendering();
    m_engine.setInitialProperties({{QStringLiteral("app"), QVariant::fromValue(&m_app)}});
    m_engine.load(QUrl(QStringLiteral("qrc:/qt/qml/Faltakt/Screens/shell/AppWindow.qml")));
    return !m_engine.rootObjects().isEmpty();
}

QQuickWindow *Composition::window() const
{
    const auto roots = m_engine.rootObjects();
    return roots.isEmpty() ? nullptr : qobject_cast<QQuickWindow *>(roots.front());
}

QMetaObject::Connection Composition::applyLanguageFirst()
{
    applyLanguage();
    return connect(&m_settings, &viewmodels::AppSettings::languageChanged, this, &Composition::applyLanguage);
}

void Composition::applyLanguage()
{
    const QString language = m_settings.language();
    QLocale::setDefault(
        QLocale(language == QStringLiteral("en") ? QLocale::English : QLocale::Swedish, QLocale::Sweden));
    QCoreApplication::removeTranslator(&m_translator);
    // Swedish is what the source says; its file only holds the plural forms.
    if (m_translator.load(QStringLiteral(":/i18n/faltakt_%1.qm").arg(language)))
        QCoreApplication::installTranslator(&m_translator);
}

} // namespace faltakt::app
