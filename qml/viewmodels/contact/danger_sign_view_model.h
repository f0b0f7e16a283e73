#pragma once

#include "qml/viewmodels/form/edit_base.h"
#include "qml/viewmodels/shell/undo_view_model.h"

namespace faltakt::viewmodels {

/// Whether a police report has signs of danger: said, or taken back, with one press that can be undone. Only ever a person's
/// word, or the sheet's. Main thread; owned by the view model of its page.
class DangerSignViewModel final : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made in C++")
    /// There is a report of which it can be said.
    Q_PROPERTY(bool isAsked READ isAsked NOTIFY changed FINAL)
    Q_PROPERTY(bool isSet READ isSet NOTIFY changed FINAL)
    Q_PROPERTY(QString problem READ problem NOTIFY changed FINAL)
    Q_PROPERTY(faltakt::viewmodels::UndoViewModel *undoRow READ undoRow CONSTANT FINAL)
public:
    explicit DangerSignViewModel(AppServices &services);

    /// The report as its page shows it.
    void show(const EditBase &report, bool isSet);
    /// Nothing to say it of.
    void hide();
    /// What was said here before is not told to whoever comes next.
    void clear();

    [[nodiscard]] bool isAsked() const noexcept { return m_report.has_value(); }
    [[nodiscard]] bool isSet() const noexcept { return m_isSet; }
    [[nodiscard]] const QString &problem() const noexcept { return m_problem; }
    [[nodiscard]] UndoViewModel *undoRow() noexcept { return &m_undo; }

public Q_SLOTS:
    /// Says it, or takes it back.
    void change();

Q_SIGNALS:
    void changed();

private:
    AppServices &m_services;
    std::optional<EditBase> m_report;
    bool m_isSet = false;
    bool m_isWriting = false;
    QString m_problem;
    UndoViewModel m_undo;
};

} // namespace faltakt::viewmodels
