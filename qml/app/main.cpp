#include <QGuiApplication>
#include <QQmlApplicationEngine>
#include <QtPlugin>
#include <QtQml/QQmlExtensionPlugin>

Q_IMPORT_QML_PLUGIN(Faltakt_ControlsPlugin)
Q_IMPORT_QML_PLUGIN(Faltakt_ViewModelsPlugin)
Q_IMPORT_QML_PLUGIN(Faltakt_ScreensPlugin)

int main(int argc, char **argv)
{
    const QGuiApplication app(argc, argv);
    QQmlApplicationEngine engine;
    engine.addImportPath(QStringLiteral("qrc:/qt/qml"));
    engine.load(QUrl(QStringLiteral("qrc:/qt/qml/Faltakt/Screens/shell/Main.qml")));
    return engine.rootObjects().isEmpty() ? 1 : QGuiApplication::exec();
}
