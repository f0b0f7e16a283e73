#pragma once

#include "qml/viewmodels/people/record_line_list_model.h"
#include "qml/viewmodels/shell/undo_view_model.h"
#include "qml/viewmodels/start/person_chooser.h"

#include <QObject>
#include <QtQml/qqmlregistration.h>

#include <optional>

namespace faltakt::viewmodels {

/// Files of the same person: which there are, and the sheet by which another one is tied to this one. Main thread; owned by the
/// person's page.
class MergeViewModel final : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made in C++")
    Q_PROPERTY(bool isOpen READ isOpen NOTIFY changed FINAL)
    Q_PROPERTY(faltakt::viewmodels::PersonChooser *chooser READ chooser CONSTANT FINAL)
    /// Who was chosen; empty before.
    Q_PROPERTY(QString chosenText READ chosenText NOTIFY changed FINAL)
    Q_PROPERTY(QString problem READ problem NOTIFY changed FINAL)
    /// The files that are shown with this one, or the one with which this is shown.
    Q_PROPERTY(faltakt::viewmodels::RecordLineListModel *files READ files CONSTANT FINAL)
    Q_PROPERTY(bool canTie READ canTie NOTIFY changed FINAL)
public:
    MergeViewModel(AppServices &services, UndoViewModel &undo, base::CaseId caseId, QObject *parent = nullptr);

    [[nodiscard]] bool isOpen() const noexcept { return m_isOpen; }
    [[nodiscard]] PersonChooser *chooser() noexcept { return &m_chooser; }
    [[nodiscard]] const QString &chosenText() const noexcept { return m_chosenText; }
    [[nodiscard]] const QString &problem() const noexcept { return m_problem; }
    [[nodiscard]] RecordLineListModel *files() noexcept { return &m_files; }
    [[nodiscard]] bool canTie() const noexcept { return m_canTie; }

    /// `main` where this file is tied to another one.
    void show(const std::vector<store::CaseRow> &tied, const std::optional<store::CaseRow> &main, bool canTie);
    void clear();

public Q_SLOTS:
    void open();
    /// Once somebody is chosen.
    void tie();
    void untie(int index);
    void openFile(int index);
    void close();

Q_SIGNALS:
    void changed();

private:
    using Work = Workspace::Work<std::vector<base::ChangeId>>;
    [[nodiscard]] RecordLine lineOf(const store::CaseRow &row, const QString &words) const;
    void write(const Work &work, const QString &done);

    AppServices &m_services;
    UndoViewModel &m_undo;
    base::CaseId m_caseId;
    PersonChooser m_chooser;
    RecordLineListModel m_files;
    std::optional<base::CaseId> m_chosen;
    bool m_isTied = false; ///< This file is shown with another one.
    bool m_isOpen = false;
    bool m_canTie = false;
    bool m_isWriting = false;
    QString m_chosenText;
    QString m_problem;
};

} // namespace faltakt::viewmodels
