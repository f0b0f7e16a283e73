#pragma once

#include "qml/viewmodels/confirm/confirm_view_model.h"
#include "qml/viewmodels/form/sheet_keeper.h"
#include "qml/viewmodels/people/file_opening.h"
#include "qml/viewmodels/people/file_reasons.h"

#include <QObject>
#include <QStringList>
#include <QtQml/qqmlregistration.h>

namespace faltakt::viewmodels {

/// What stands before the file of a person with protected identity: a reason, which is logged with the opening, and the
/// passphrase; and before a file that is opened as a deputy: what for, by one tap or in own words. What was chosen and typed comes back after a lock and a kill. Main thread; owned by the page's FileDoor.
class ProtectedGate final : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made in C++")
    Q_PROPERTY(bool isShut READ isShut NOTIFY changed FINAL)
    Q_PROPERTY(QString title READ title NOTIFY changed FINAL)
    Q_PROPERTY(QString notice READ notice NOTIFY changed FINAL)
    Q_PROPERTY(QString tone READ tone NOTIFY changed FINAL)
    Q_PROPERTY(QStringList reasons READ reasons NOTIFY changed FINAL)
    Q_PROPERTY(int reasonIndex READ reasonIndex NOTIFY changed FINAL)
    Q_PROPERTY(QString ownWords READ ownWords NOTIFY changed FINAL)
    Q_PROPERTY(QString problem READ problem NOTIFY changed FINAL)
    Q_PROPERTY(faltakt::viewmodels::ConfirmViewModel *confirm READ confirm CONSTANT FINAL)
public:
    ProtectedGate(AppServices &services, base::CaseId caseId, QObject *parent = nullptr);

    [[nodiscard]] bool isShut() const noexcept { return m_isShut; }
    [[nodiscard]] QString title() const;
    [[nodiscard]] QString notice() const;
    [[nodiscard]] QString tone() const;
    [[nodiscard]] QStringList reasons() const;
    [[nodiscard]] int reasonIndex() const noexcept { return m_index; }
    [[nodiscard]] const QString &ownWords() const noexcept { return m_ownWords; }
    [[nodiscard]] const QString &problem() const noexcept { return m_problem; }
    [[nodiscard]] ConfirmViewModel *confirm() noexcept { return &m_confirm; }

    /// What is asked for follows from what the file needs.
    void shut(FileEntry needs);
    /// The worker is let in, here or at another page of the same file.
    void open();
    void clear();
    /// The page goes: what is typed is kept.
    void flush() { m_keeper.flush(); }

public Q_SLOTS:
    void chooseReason(int index);
    void setOwnWords(const QString &words);
    void enter();

Q_SIGNALS:
    void changed();

private:
    [[nodiscard]] base::json::Object formFields() const;
    void touch();
    void forget();

    FileReasons &m_reasons;
    ConfirmViewModel m_confirm;
    base::CaseId m_caseId;
    bool m_isShut = false;
    bool m_isDeputy = false;
    int m_index = -1;
    QString m_ownWords;
    QString m_problem;
    SheetKeeper m_keeper;
};

} // namespace faltakt::viewmodels
