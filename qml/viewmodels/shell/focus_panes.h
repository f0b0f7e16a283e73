#pragma once

#include <QQmlListProperty>
#include <QQuickItem>
#include <QtQml/qqmlregistration.h>

namespace faltakt::viewmodels {

/// F6: the parts of the window in the order in which they are walked through. Main thread.
class FocusPanes : public QObject {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(QQmlListProperty<QQuickItem> panes READ panes CONSTANT FINAL)
    Q_CLASSINFO("DefaultProperty", "panes")
public:
    explicit FocusPanes(QObject *parent = nullptr) : QObject(parent) {}

    [[nodiscard]] QQmlListProperty<QQuickItem> panes() { return {this, &m_panes}; }

    /// False where the focus is on nothing that can be worked.
    Q_INVOKABLE [[nodiscard]] bool haveFocus() const { return current() >= 0; }

public Q_SLOTS:
    /// Gives the focus to the next pane in sight: to what had it there before, else to the first thing that takes it.
    void next();

private:
    [[nodiscard]] int current() const;
    static bool enter(QQuickItem *pane);

    QList<QQuickItem *> m_panes;
};

} // namespace faltakt::viewmodels
