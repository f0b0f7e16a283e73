#pragma once

#include <QQuickItem>
#include <QQuickWindow>
#include <QtQml/qqmlregistration.h>

namespace faltakt::viewmodels {

/// The sheets that lie over the pages of a window. They live in the window's overlay, above any cover, so they have to go
/// before the window is covered. Main thread.
class OpenSheets : public QObject {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(QQuickItem *overlay MEMBER m_overlay NOTIFY overlayChanged FINAL)
public:
    explicit OpenSheets(QObject *parent = nullptr) : QObject(parent) {}

public Q_SLOTS:
    void closeAll();

Q_SIGNALS:
    void overlayChanged();

private:
    QPointer<QQuickItem> m_overlay;
};

} // namespace faltakt::viewmodels
