#pragma once

#include "qml/viewmodels/lock/code_scan_view_model.h"
#include "qml/viewmodels/lock/secret_input.h"
#include "qml/viewmodels/shell/app_services.h"

#include <QObject>
#include <QtQml/qqmlregistration.h>

namespace faltakt::viewmodels {

/// Makes this device a worker's: the code from the office, pasted, typed or scanned, then a passphrase given twice, then the
/// server's answer. A try that failed goes on with the same code. Main thread.
class EnrolViewModel final : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made in C++")
    Q_PROPERTY(Step step READ step NOTIFY changed FINAL)
    Q_PROPERTY(QString code READ code NOTIFY changed FINAL)
    /// "faltakt.example.se": whom the code belongs to, so that the worker can see it.
    Q_PROPERTY(QString server READ server NOTIFY changed FINAL)
    Q_PROPERTY(QString problem READ problem NOTIFY changed FINAL)
    /// What is being done, while it is.
    Q_PROPERTY(QString progress READ progress NOTIFY changed FINAL)
    Q_PROPERTY(bool isBusy READ isBusy NOTIFY changed FINAL)
    /// What a passphrase has to be.
    Q_PROPERTY(QString rule READ rule NOTIFY changed FINAL)
    Q_PROPERTY(bool takesPin READ takesPin CONSTANT FINAL)
    /// There is a worker on this device to go back to.
    Q_PROPERTY(bool canCancel READ canCancel NOTIFY changed FINAL)
    /// The page on which the code is held before the camera.
    Q_PROPERTY(faltakt::viewmodels::CodeScanViewModel *scan READ scan CONSTANT FINAL)
public:
    enum class Step {
        Code,       ///< Waits for the code.
        Passphrase, ///< Waits for a new passphrase.
        Again,      ///< Waits for the same passphrase once more.
        Server,     ///< Waits for the server's answer.
    };
    Q_ENUM(Step)

    explicit EnrolViewModel(AppServices &services);

    [[nodiscard]] Step step() const noexcept { return m_step; }
    [[nodiscard]] const QString &code() const noexcept { return m_code; }
    [[nodiscard]] QString server() const;
    [[nodiscard]] const QString &problem() const noexcept { return m_problem; }
    [[nodiscard]] QString progress() const;
    [[nodiscard]] bool isBusy() const;
    [[nodiscard]] QString rule() const;
    [[nodiscard]] bool takesPin() const;
    [[nodiscard]] bool canCancel() const;
    [[nodiscard]] CodeScanViewModel *scan() noexcept { return &m_scan; }

public Q_SLOTS:
    void setCode(const QString &code);
    void pasteCode();
    void acceptCode();
    /// Takes what was typed: the new passphrase, or the same again.
    void acceptPassphrase(faltakt::viewmodels::SecretInput *secret);
    /// One step back; what was typed of a passphrase is wiped.
    void stepBack();
    /// Forgets code and passphrase.
    void reset();

Q_SIGNALS:
    void changed();

private:
    void setStep(Step step, const QString &problem = {});
    void start();
    /// A code that the camera has read: used as if it had been pasted, or not one of ours.
    [[nodiscard]] bool takeScanned(const std::string &text);

    AppServices &m_services;
    Step m_step = Step::Code;
    QString m_code;
    QString m_problem;
    crypto::SecretBytes m_passphrase;
    CodeScanViewModel m_scan;
};

} // namespace faltakt::viewmodels
