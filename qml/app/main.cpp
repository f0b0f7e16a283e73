#include "core/crypto/initialise.h"
#include "core/crypto/self_test.h"
#include "core/crypto/system_random.h"
#include "qml/viewmodels/shell/app_view_model.h"

#include <QCommandLineParser>
#include <QGuiApplication>
#include <QQmlApplicationEngine>
#include <QStandardPaths>
#include <QtQml/QQmlExtensionPlugin>

#include <cstdio>

Q_IMPORT_QML_PLUGIN(Faltakt_ControlsPlugin)
Q_IMPORT_QML_PLUGIN(Faltakt_ViewModelsPlugin)
Q_IMPORT_QML_PLUGIN(Faltakt_ScreensPlugin)

int main(int argc, char **argv)
{
    using namespace faltakt;
    QGuiApplication::setApplicationName(QStringLiteral("faltakt"));
    QGuiApplication application(argc, argv);
    if (const auto ready = crypto::initialise(); !ready)
        return 1;
    QCommandLineParser parser;
    parser.addHelpOption();
    const QCommandLineOption dataOption(QStringLiteral("data"), QStringLiteral("The folder of this device's stores."),
                                        QStringLiteral("DIR"));
    parser.addOption(dataOption);
    parser.process(application);
    const QString data = parser.isSet(dataOption) ? parser.value(dataOption)
                                                  : QStandardPaths::writableLocation(QStandardPaths::AppDataLocation);

    const base::SystemClock clock;
    const base::SystemMonotonicClock monotonic;
    crypto::SystemRandom random;
    viewmodels::Workspace workspace({data.toStdString(), clock, monotonic, random});
    viewmodels::AppSettings settings(data.toStdString());
    viewmodels::AppViewModel app(workspace, settings);

    QQmlApplicationEngine engine;
    engine.addImportPath(QStringLiteral("qrc:/qt/qml"));
    engine.setInitialProperties({{QStringLiteral("app"), QVariant::fromValue(&app)}});
    engine.load(QUrl(QStringLiteral("qrc:/qt/qml/Faltakt/Screens/shell/AppWindow.qml")));
    return engine.rootObjects().isEmpty() ? 1 : QGuiApplication::exec();
}
