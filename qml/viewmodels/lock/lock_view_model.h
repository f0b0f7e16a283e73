#pragma once

#include "qml/viewmodels/lock/secret_input.h"
#include "qml/viewmodels/shell/app_services.h"

#include <QObject>
#include <QStringList>
#include <QTimer>
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
    Q_PROPERTY(QString tenantName READ tenantName NOTIFY changed FINAL)
    Q_PROPERTY(QString problem READ problem NOTIFY changed FINAL)
    /// When the next try is allowed and why; empty where it is now.
    Q_PROPERTY(QString waitText READ waitText NOTIFY changed FINAL)
    /// Why this device has no passphrase any more and what to do; empty where it has one.
    Q_PROPERTY(QString closedText READ closedText NOTIFY changed FINAL)
    /// That unsent work lies here and goes by itself; empty where none does.
    Q_PROPERTY(QString sealedText READ sealedText NOTIFY changed FINAL)
    /// What the server has ordered and was carried out; empty where nothing was.
    Q_PROPERTY(QString orderText READ orderText NOTIFY changed FINAL)
    /// Said under the field: that nothing is lost; on a training device also what the passphrase is.
    Q_PROPERTY(QString help READ help NOTIFY changed FINAL)
    Q_PROPERTY(bool canTry READ canTry NOTIFY changed FINAL)
    Q_PROPERTY(bool isBusy READ isBusy NOTIFY changed FINAL)
    /// Digits are enough: the keystore is a chip that counts tries itself.
    Q_PROPERTY(bool takesPin READ takesPin CONSTANT FINAL)
    Q_PROPERTY(bool isChoosing READ isChoosing NOTIFY changed FINAL)
public:
    explicit LockViewModel(AppServices &services);

    [[nodiscard]] QStringList workers() const;
    [[nodiscard]] int workerIndex() const noexcept { return m_index; }
    [[nodiscard]] QString workerName() const;
    [[nodiscard]] QString tenantName() const;
    [[nodiscard]] const QString &problem() const noexcept { return m_problem; }
    [[nodiscard]] QString waitText() const;
    [[nodiscard]] QString closedText() const;
    [[nodiscard]] QString sealedText() const;
    [[nodiscard]] const QString &orderText() const noexcept { return m_orderText; }
    [[nodiscard]] QString help() const;
    [[nodiscard]] bool canTry() const;
    [[nodiscard]] bool isBusy() const;
    [[nodiscard]] bool takesPin() const;
    /// The list of workers lies open.
    [[nodiscard]] bool isChoosing() const noexcept { return m_isChoosing; }

public Q_SLOTS:
    void startChoosing();
    void stopChoosing();
    void chooseWorker(int index);
    void unlock(faltakt::viewmodels::SecretInput *secret);

Q_SIGNALS:
    void changed();
    /// A try was refused; the field is empty again and wants the focus.
    void refused();

private:
    void readDevices();
    void onOrderedAway(bool wiped);
    [[nodiscard]] const WorkerDevice *device() const;

    AppServices &m_services;
    std::vector<WorkerDevice> m_devices;
    int m_index = 0;
    bool m_isChoosing = false;
    QString m_problem;
    QString m_orderText;
    QTimer m_waitEnd; ///< Single shot: reads again when a wait is over.
};

} // namespace faltakt::viewmodels
