// Draws one QML page to a PNG without a screen: snapshot QML-URL WIDTH HEIGHT SCHEME TEXT-SCALE FILE
// SCHEME is 0 light, 1 dark, 2 and 3 the same in high contrast. A tool for looking, not a test.
#include "qml/controls/theme.h"

#include <QGuiApplication>
#include <QQmlEngine>
#include <QQuickItem>
#include <QQuickView>
#include <QTimer>
#include <QtQml/QQmlExtensionPlugin>

#include <cstdio>

Q_IMPORT_QML_PLUGIN(Faltakt_ControlsPlugin)

using faltakt::controls::Theme;

namespace {

constexpr int SettleMilliseconds = 400;

// Only after the page: the types of a static module are known once something has imported it.
void prepareTheme(QQuickView &view, const QStringList &arguments)
{
    const int type = qmlTypeId("Faltakt.Controls", 1, 0, "Theme");
    auto *theme = view.engine()->singletonInstance<Theme *>(type);
    theme->setScheme(static_cast<Theme::Scheme>(arguments[4].toInt()));
    theme->setTextScale(arguments[5].toDouble());
    theme->setReducedMotion(true);
}

} // namespace

int main(int argc, char **argv)
{
    qputenv("QT_QPA_PLATFORM", "offscreen");
    qputenv("QT_QUICK_BACKEND", "software");
    qputenv("QML_DISABLE_DISK_CACHE", "1");
    const QGuiApplication app(argc, argv);
    const auto arguments = QGuiApplication::arguments();
    if (arguments.size() != 7) {
        std::fprintf(stderr, "usage: snapshot QML-URL WIDTH HEIGHT SCHEME TEXT-SCALE FILE\n");
        return 2;
    }
    QQuickView view;
    view.engine()->addImportPath(QStringLiteral("qrc:/qt/qml"));
    view.setResizeMode(QQuickView::SizeRootObjectToView);
    view.resize(arguments[2].toInt(), arguments[3].toInt());
    view.setSource(QUrl(arguments[1]));
    if (view.status() != QQuickView::Ready)
        return 1;
    prepareTheme(view, arguments);
    view.show();
    QTimer::singleShot(SettleMilliseconds, &view, [&] {
        const bool saved = view.grabWindow().save(arguments[6]);
        QGuiApplication::exit(saved ? 0 : 1);
    });
    return QGuiApplication::exec();
}
