#pragma once

#include <QPointer>
#include <QQuickItem>
#include <QQuickWindow>

namespace faltakt::controls {

/// Remembers what had the focus before a sheet opened and gives it back after, with its ring when it had one. Qt 6.4
/// gives the focus to the window instead, where no key works. Where nothing had it or that is gone, the window's content
/// gets it.
class FocusReturn : public QObject {
    Q_OBJECT
    QML_ELEMENT

public:
    explicit FocusReturn(QObject *parent = nullptr) : QObject(parent) {}

    /// Call while the focus is still where it was; `near` is any item of the window.
    Q_INVOKABLE void remember(QQuickItem *near);
    Q_INVOKABLE void giveBack();
    /// What opened the sheet was found by key, so that the sheet shows where the focus is.
    Q_INVOKABLE [[nodiscard]] bool hadRing() const noexcept { return m_hadRing; }

private:
    QPointer<QQuickWindow> m_window;
    QPointer<QQuickItem> m_item;
    bool m_hadRing = false;
};

} // namespace faltakt::controls
