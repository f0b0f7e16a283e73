#pragma once

#include "qml/viewmodels/people/file_door.h"
#include "qml/viewmodels/people/misfiled_look.h"
#include "qml/viewmodels/shell/undo_view_model.h"
#include "qml/viewmodels/start/person_chooser.h"

#include <QObject>
#include <QPointer>
#include <QtQml/qqmlregistration.h>

#include <optional>

namespace faltakt::viewmodels {

/// The sheet by which what was written in the wrong person's file is moved to the right one: whose it is, what goes along,
/// and what the file here will say. Main thread; owned by the record's page.
class MisfiledViewModel final : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made in C++")
    Q_PROPERTY(bool isOpen READ isOpen NOTIFY changed FINAL)
    Q_PROPERTY(faltakt::viewmodels::PersonChooser *chooser READ chooser CONSTANT FINAL)
    /// To whom it goes; empty before somebody is chosen.
    Q_PROPERTY(QString chosenText READ chosenText NOTIFY changed FINAL)
    Q_PROPERTY(QString goesText READ goesText NOTIFY changed FINAL)
    Q_PROPERTY(QString staysText READ staysText NOTIFY changed FINAL)
    Q_PROPERTY(QString problem READ problem NOTIFY changed FINAL)
    Q_PROPERTY(bool canMove READ canMove NOTIFY changed FINAL)
    /// Before the file of a protected person, and before one that is opened as a deputy: nothing of it is shown, and nothing
    /// moved there, before it has let the worker in. Null where none stands.
    Q_PROPERTY(faltakt::viewmodels::ProtectedGate *gate READ gate NOTIFY changed FINAL)
    Q_PROPERTY(bool isWriting READ isWriting NOTIFY changed FINAL)
    /// Of a record that stands in the wrong file: who said so and when.
    Q_PROPERTY(QString sealText READ sealText NOTIFY changed FINAL)
    /// Of a record that was moved into this file: from when, by whom, and whether it was signed.
    Q_PROPERTY(QString originText READ originText NOTIFY changed FINAL)
    Q_PROPERTY(bool canMisfile READ canMisfile NOTIFY changed FINAL)
    Q_PROPERTY(bool hasLate READ hasLate NOTIFY changed FINAL)
    /// Why it is not moved by itself; empty where it can be.
    Q_PROPERTY(QString goesWithText READ goesWithText NOTIFY changed FINAL)
    /// The way to what it hangs on; empty where it stands by itself.
    Q_PROPERTY(QString parentText READ parentText NOTIFY changed FINAL)
public:
    MisfiledViewModel(AppServices &services, UndoViewModel &undo, base::CaseId caseId, base::RecordId record,
                      QObject *parent = nullptr);

    [[nodiscard]] bool isOpen() const noexcept { return m_isOpen; }
    [[nodiscard]] PersonChooser *chooser() noexcept { return &m_chooser; }
    [[nodiscard]] const QString &chosenText() const noexcept { return m_chosenText; }
    [[nodiscard]] QString goesText() const;
    [[nodiscard]] QString staysText() const;
    [[nodiscard]] const QString &problem() const noexcept { return m_problem; }
    [[nodiscard]] ProtectedGate *gate() const { return m_door && m_door->gate()->isShut() ? m_door->gate() : nullptr; }
    [[nodiscard]] bool canMove() const noexcept { return m_chosen && !m_isWriting; }
    [[nodiscard]] bool isWriting() const noexcept { return m_isWriting; }

    [[nodiscard]] bool isSealed() const noexcept { return m_look.seal.has_value(); }
    [[nodiscard]] const QString &sealText() const noexcept { return m_look.sealText; }
    [[nodiscard]] const QString &originText() const noexcept { return m_look.originText; }
    [[nodiscard]] bool canMisfile() const noexcept { return m_look.items.what == MisfiledItems::What::Record; }
    [[nodiscard]] bool hasLate() const noexcept { return m_look.items.what == MisfiledItems::What::Late; }
    [[nodiscard]] QString goesWithText() const;
    [[nodiscard]] QString parentText() const;

    void show(MisfiledLook look);
    void clear();

public Q_SLOTS:
    void open();
    void move();
    void close();
    void openParent();

Q_SIGNALS:
    void changed();

private:
    void choose(const PersonChooser::Person &person);
    void enter(const PersonChooser::Person &person);
    void accept(const PersonChooser::Person &person);
    void leaveTarget();
    void conclude(base::Result<std::vector<base::ChangeId>> changes);
    [[nodiscard]] QString obstacle() const;
    [[nodiscard]] QString refusal(const base::Error &error) const;
    [[nodiscard]] std::optional<base::RecordId> parent() const;

    AppServices &m_services;
    UndoViewModel &m_undo;
    base::CaseId m_caseId;
    base::RecordId m_record;
    PersonChooser m_chooser;
    MisfiledLook m_look;
    std::optional<base::CaseId> m_chosen;
    QPointer<FileDoor> m_door; ///< Of the file that it goes to, where that has a gate.
    int m_turn = 0;            ///< Tells an answer about somebody who was chosen before.
    QString m_chosenText;
    QString m_problem;
    bool m_isOpen = false;
    bool m_isWriting = false;
};

} // namespace faltakt::viewmodels
