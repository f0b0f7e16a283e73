#pragma once

#include "qml/viewmodels/shell/app_services.h"

#include <QObject>
#include <QTimer>
#include <QtQml/qqmlregistration.h>

namespace faltakt::viewmodels {

/// Locks after a while without a touch or a key: the time of the settings, told half a minute before. One single-shot
/// timer; nothing ticks. Watches the application's events; main thread.
class AutoLock final : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made in C++")
    Q_PROPERTY(bool isAboutToLock READ isAboutToLock NOTIFY isAboutToLockChanged FINAL)
public:
    explicit AutoLock(AppServices &services);
    ~AutoLock() override;

    [[nodiscard]] bool isAboutToLock() const noexcept { return m_isAboutToLock; }

public Q_SLOTS:
    void keepWorking();

Q_SIGNALS:
    void isAboutToLockChanged();
    void expired();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void restart();
    void onTimeout();
    void setAboutToLock(bool about);

    AppServices &m_services;
    QTimer m_timer;
    bool m_isAboutToLock = false;
};

} // namespace faltakt::viewmodels
