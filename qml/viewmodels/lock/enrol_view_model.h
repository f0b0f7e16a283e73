#pragma once

#include "qml/viewmodels/lock/secret_input.h"
#include "qml/viewmodels/shell/app_services.h"

#include <QObject>
#include <QtQml/qqmlregistration.h>

namespace faltakt::viewmodels {

/// Makes this device a worker's: the code from the office, then a passphrase, then the server's answer. Main thread.
class EnrolViewModel final : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made in C++")
    Q_PROPERTY(QString code READ code NOTIFY changed FINAL)
    Q_PROPERTY(QString problem READ problem NOTIFY changed FINAL)
    Q_PROPERTY(bool isBusy READ isBusy NOTIFY changed FINAL)
public:
    explicit EnrolViewModel(AppServices &services);

    [[nodiscard]] const QString &code() const noexcept { return m_code; }
    [[nodiscard]] const QString &problem() const noexcept { return m_problem; }
    [[nodiscard]] bool isBusy() const;

public Q_SLOTS:
    void setCode(const QString &code);
    void enrol(faltakt::viewmodels::SecretInput *secret);

Q_SIGNALS:
    void changed();

private:
    void setProblem(const QString &problem);

    AppServices &m_services;
    QString m_code;
    QString m_problem;
};

} // namespace faltakt::viewmodels
