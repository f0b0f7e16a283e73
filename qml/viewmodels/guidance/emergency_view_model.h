#pragma once

#include "qml/viewmodels/shell/app_services.h"

#include <QObject>
#include <QtQml/qqmlregistration.h>

namespace faltakt::viewmodels {

/// Whom to ring when it is urgent; two taps from every screen, also while locked. Needs no store. Main thread.
class EmergencyViewModel final : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made in C++")
    Q_PROPERTY(bool isOpen READ isOpen NOTIFY isOpenChanged FINAL)
public:
    explicit EmergencyViewModel(AppServices &services);

    [[nodiscard]] bool isOpen() const noexcept { return m_isOpen; }

public Q_SLOTS:
    void open();
    void close();

Q_SIGNALS:
    void isOpenChanged();

private:
    AppServices &m_services;
    bool m_isOpen = false;
};

} // namespace faltakt::viewmodels
