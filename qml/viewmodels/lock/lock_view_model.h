#pragma once

#include "qml/viewmodels/lock/secret_input.h"
#include "qml/viewmodels/shell/app_services.h"

#include <QObject>
#include <QStringList>
#include <QtQml/qqmlregistration.h>

namespace faltakt::viewmodels {

/// The screen on which a worker unlocks her store. Knows names of workers, never of clients. Main thread.
class LockViewModel final : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made in C++")
    Q_PROPERTY(QStringList workers READ workers NOTIFY changed FINAL)
    Q_PROPERTY(int workerIndex READ workerIndex NOTIFY changed FINAL)
    Q_PROPERTY(QString workerName READ workerName NOTIFY changed FINAL)
    Q_PROPERTY(QString problem READ problem NOTIFY changed FINAL)
    Q_PROPERTY(bool isBusy READ isBusy NOTIFY changed FINAL)
public:
    explicit LockViewModel(AppServices &services);

    [[nodiscard]] QStringList workers() const;
    [[nodiscard]] int workerIndex() const noexcept { return m_index; }
    [[nodiscard]] QString workerName() const;
    [[nodiscard]] const QString &problem() const noexcept { return m_problem; }
    [[nodiscard]] bool isBusy() const;

public Q_SLOTS:
    void chooseWorker(int index);
    void unlock(faltakt::viewmodels::SecretInput *secret);

Q_SIGNALS:
    void changed();

private:
    void readDevices();
    [[nodiscard]] QString wordsFor(const base::Error &error) const;

    AppServices &m_services;
    std::vector<WorkerDevice> m_devices;
    int m_index = 0;
    QString m_problem;
};

} // namespace faltakt::viewmodels
