#pragma once

#include <QPointer>
#include <QQuickItem>
#include <QQuickWindow>

namespace faltakt::controls {

/// Remembers what had the focus before a sheet opened and gives it back after, with its ring when it had one. Qt 6.4
/// gives the focus to the window instead. What is gone meanwhile gets nothing.
class FocusReturn : public QObject {
    Q_OBJECT
    QML_ELEMENT

public:
    explicit FocusReturn(QObject *parent = nullptr) : QObject(parent) {}

    /// Call while the focus is still where it was; `near` is any item of the window.
    Q_INVOKABLE void remember(QQuickItem *near);
    Q_INVOKABLE void giveBack();

private:
    QPointer<QQuickItem> m_item;
    bool m_hadRing = false;
};

} // namespace faltakt::controls
