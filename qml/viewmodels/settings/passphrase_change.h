#pragma once

#include "qml/viewmodels/lock/secret_input.h"
#include "qml/viewmodels/shell/app_services.h"

#include <QObject>
#include <QtQml/qqmlregistration.h>

namespace faltakt::viewmodels {

/// Changes the passphrase of the open store: the old one first, the new one twice. What is typed stays in the page's
/// SecretInputs until the order and is wiped by it. Main thread; owned by the settings page.
class PassphraseChange final : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made in C++")
    Q_PROPERTY(bool isOpen READ isOpen NOTIFY changed FINAL)
    Q_PROPERTY(bool isBusy READ isBusy NOTIFY changed FINAL)
    Q_PROPERTY(QString oldProblem READ oldProblem NOTIFY changed FINAL)
    Q_PROPERTY(QString newProblem READ newProblem NOTIFY changed FINAL)
    Q_PROPERTY(QString againProblem READ againProblem NOTIFY changed FINAL)
    Q_PROPERTY(QString doneText READ doneText NOTIFY changed FINAL)
    /// What a new passphrase needs here.
    Q_PROPERTY(QString rule READ rule NOTIFY changed FINAL)
public:
    explicit PassphraseChange(AppServices &services);

    [[nodiscard]] bool isOpen() const noexcept { return m_isOpen; }
    [[nodiscard]] bool isBusy() const noexcept { return m_isBusy; }
    [[nodiscard]] const QString &oldProblem() const noexcept { return m_oldProblem; }
    [[nodiscard]] const QString &newProblem() const noexcept { return m_newProblem; }
    [[nodiscard]] const QString &againProblem() const noexcept { return m_againProblem; }
    [[nodiscard]] const QString &doneText() const noexcept { return m_doneText; }
    [[nodiscard]] QString rule() const;

public Q_SLOTS:
    void open();
    void close();
    void change(faltakt::viewmodels::SecretInput *current, faltakt::viewmodels::SecretInput *next,
                faltakt::viewmodels::SecretInput *again);

Q_SIGNALS:
    void changed();
    /// The fields are to be emptied: changed, given up, or typed differently.
    void wiped();

private:
    void conclude(const base::Result<void> &result);
    void clearWords();
    [[nodiscard]] QString wordsFor(const base::Error &error) const;

    AppServices &m_services;
    bool m_isOpen = false;
    bool m_isBusy = false;
    QString m_oldProblem;
    QString m_newProblem;
    QString m_againProblem;
    QString m_doneText;
};

} // namespace faltakt::viewmodels
