#pragma once

#include "qml/controls/theme.h"

#include <QAccessible>
#include <QGuiApplication>
#include <QQmlEngine>
#include <QQuickItem>
#include <QQuickWindow>

#include <memory>

namespace faltakt::test {

/// A window without a screen in which one piece of QML stands, and hands and keys to work it. Everything is synchronous:
/// settle() lays out and draws once. Main thread only.
class Stage {
public:
    /// `body` is QML for the inside of an Item `stage` with `property int acts` and `property string heard`.
    explicit Stage(const QString &body, QSize size = {390, 844});

    controls::Theme &theme() const { return *m_theme; }
    QQuickWindow &window() { return *m_window; }
    QQuickItem *root() const { return m_root.get(); }
    /// The item with this objectName; fails the test when there is none.
    QQuickItem *item(const QString &name = QStringLiteral("it")) const;
    /// Every item below `top`, itself included, that is shown.
    static QList<QQuickItem *> shown(QQuickItem *top);

    void settle();
    void resize(QSize size);
    void click(QQuickItem *item);
    void press(Qt::Key key, const QString &text = {});
    void type(const QString &text);
    /// As if the focus came by Tab.
    void focus(QQuickItem *item);

    static QAccessibleInterface *accessible(QObject *item);
    static bool readersPress(QQuickItem *item);

    int acts() const { return m_root->property("acts").toInt(); }
    QString heard() const { return m_root->property("heard").toString(); }

private:
    std::unique_ptr<QQmlEngine> m_engine;
    std::unique_ptr<QQuickWindow> m_window;
    std::unique_ptr<QQuickItem> m_root;
    controls::Theme *m_theme = nullptr;
};

/// The one application object of a test program, offscreen and drawn by software.
void ensureApplication();

} // namespace faltakt::test
