#include "tests/qml/stage.h"

#include "tests/support/catch.h"

#include <QQmlComponent>
#include <QtQml/QQmlExtensionPlugin>

Q_IMPORT_QML_PLUGIN(Faltakt_ControlsPlugin)

namespace faltakt::test {
namespace {

void collect(QQuickItem *item, QList<QQuickItem *> &into)
{
    if (!item->isVisible())
        return;
    into.append(item);
    const auto children = item->childItems();
    for (auto *child : children)
        collect(child, into);
}

QString page(const QString &body)
{
    return QStringLiteral("import QtQuick\nimport QtQuick.Layouts\nimport Faltakt.Controls\n"
                          "Item { id: stage; property int acts: 0; property string heard: \"\"\n%1\n}")
        .arg(body);
}

} // namespace

void ensureApplication()
{
    static int count = 1;
    static char name[] = "qml_controls";
    static char *arguments[] = {name, nullptr};
    if (QGuiApplication::instance())
        return;
    qputenv("QT_QPA_PLATFORM", "offscreen");
    qputenv("QT_QUICK_BACKEND", "software");
    // Kept compiled QML of another build, whose types were others, crashes.
    qputenv("QML_DISABLE_DISK_CACHE", "1");
    // Never destroyed: Qt Quick has globals of its own that must not outlive it, and their order is not ours to set.
    new QGuiApplication(count, arguments);
}

Stage::Stage(const QString &body, QSize size)
{
    ensureApplication();
    m_engine = std::make_unique<QQmlEngine>();
    m_engine->addImportPath(QStringLiteral("qrc:/qt/qml"));
    m_window = std::make_unique<QQuickWindow>();
    m_window->resize(size);
    QQmlComponent component(m_engine.get());
    component.setData(page(body).toUtf8(), QUrl(QStringLiteral("qrc:/stage.qml")));
    INFO(component.errorString().toStdString());
    m_root.reset(qobject_cast<QQuickItem *>(component.create()));
    REQUIRE(m_root);
    m_theme = m_engine->singletonInstance<controls::Theme *>(qmlTypeId("Faltakt.Controls", 1, 0, "Theme"));
    REQUIRE(m_theme);
    m_theme->setReducedMotion(true);
    m_root->setParentItem(m_window->contentItem());
    m_window->show();
    resize(size);
}

void Stage::resize(QSize size)
{
    m_window->resize(size);
    m_root->setSize(size);
    settle();
}

QQuickItem *Stage::item(const QString &name) const
{
    const auto items = shown(m_window->contentItem());
    for (auto *item : items)
        if (item->objectName() == name)
            return item;
    FAIL("no item is named " << name.toStdString());
    return nullptr;
}

QList<QQuickItem *> Stage::shown(QQuickItem *top)
{
    QList<QQuickItem *> items;
    collect(top, items);
    return items;
}

void Stage::settle()
{
    // A layout may need the height that the text found in the pass before.
    for (int pass = 0; pass < 3; ++pass)
        m_window->grabWindow();
}

void Stage::click(QQuickItem *item)
{
    const QPointF middle = item->mapToScene(QPointF(item->width() / 2, item->height() / 2));
    for (const auto type : {QEvent::MouseButtonPress, QEvent::MouseButtonRelease}) {
        const auto held = type == QEvent::MouseButtonPress ? Qt::LeftButton : Qt::NoButton;
        QMouseEvent event(type, middle, m_window->mapToGlobal(middle), Qt::LeftButton, held, Qt::NoModifier);
        QGuiApplication::sendEvent(m_window.get(), &event);
    }
    settle();
}

void Stage::press(Qt::Key key, const QString &text)
{
    for (const auto type : {QEvent::KeyPress, QEvent::KeyRelease}) {
        QKeyEvent event(type, key, Qt::NoModifier, text);
        QGuiApplication::sendEvent(m_window.get(), &event);
    }
    settle();
}

void Stage::type(const QString &text)
{
    for (const auto character : text)
        press(Qt::Key_unknown, character);
}

void Stage::focus(QQuickItem *item)
{
    item->forceActiveFocus(Qt::TabFocusReason);
    settle();
}

QAccessibleInterface *Stage::accessible(QObject *item)
{
    auto *interface = QAccessible::queryAccessibleInterface(item);
    REQUIRE(interface);
    return interface;
}

bool Stage::readersPress(QQuickItem *item)
{
    auto *actions = accessible(item)->actionInterface();
    REQUIRE(actions);
    if (!actions->actionNames().contains(QAccessibleActionInterface::pressAction()))
        return false;
    actions->doAction(QAccessibleActionInterface::pressAction());
    return true;
}

} // namespace faltakt::test
