#pragma once

#include "qml/viewmodels/people/misfiled_store.h"
#include "qml/viewmodels/shell/undo_view_model.h"
#include "qml/viewmodels/start/person_chooser.h"

#include <QObject>
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
    Q_PROPERTY(bool isWriting READ isWriting NOTIFY changed FINAL)
public:
    MisfiledViewModel(AppServices &services, UndoViewModel &undo, base::CaseId caseId, base::RecordId record,
                      QObject *parent = nullptr);

    [[nodiscard]] bool isOpen() const noexcept { return m_isOpen; }
    [[nodiscard]] PersonChooser *chooser() noexcept { return &m_chooser; }
    [[nodiscard]] const QString &chosenText() const noexcept { return m_chosenText; }
    [[nodiscard]] QString goesText() const;
    [[nodiscard]] QString staysText() const;
    [[nodiscard]] const QString &problem() const noexcept { return m_problem; }
    [[nodiscard]] bool canMove() const noexcept { return m_chosen && !m_isWriting; }
    [[nodiscard]] bool isWriting() const noexcept { return m_isWriting; }

    void show(const MisfiledItems &items) { m_items = items; }
    void clear();

public Q_SLOTS:
    void open();
    void move();
    void close();

Q_SIGNALS:
    void changed();

private:
    void choose(const PersonChooser::Person &person);
    void conclude(base::Result<std::vector<base::ChangeId>> changes);
    [[nodiscard]] QString obstacle() const;

    AppServices &m_services;
    UndoViewModel &m_undo;
    base::CaseId m_caseId;
    base::RecordId m_record;
    PersonChooser m_chooser;
    MisfiledItems m_items;
    std::optional<base::CaseId> m_chosen;
    QString m_chosenText;
    QString m_problem;
    bool m_isOpen = false;
    bool m_isWriting = false;
};

} // namespace faltakt::viewmodels
