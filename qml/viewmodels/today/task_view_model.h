#pragma once

#include "qml/viewmodels/form/edit_base.h"
#include "qml/viewmodels/form/sheet_keeper.h"
#include "qml/viewmodels/shell/undo_view_model.h"
#include "qml/viewmodels/today/today_row.h"

#include <QObject>
#include <QStringList>
#include <QtQml/qqmlregistration.h>

#include <functional>
#include <optional>

namespace faltakt::viewmodels {

/// The sheet for one task: a new own one, or one that stands on I dag, to be moved, finished or dropped. Each act can be
/// undone by the page's UndoViewModel. What is typed is kept while it is typed, and comes back after a lock and a kill.
/// Main thread.
class TaskViewModel final : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made in C++")
    Q_PROPERTY(bool isOpen READ isOpen NOTIFY changed FINAL)
    Q_PROPERTY(bool isNew READ isNew NOTIFY changed FINAL)
    Q_PROPERTY(QString who READ who NOTIFY changed FINAL)
    /// What the task says, where it cannot be rewritten here.
    Q_PROPERTY(QString what READ what NOTIFY changed FINAL)
    /// True for the worker's own tasks, whose text can be written.
    Q_PROPERTY(bool hasText READ hasText NOTIFY changed FINAL)
    Q_PROPERTY(QString taskText READ taskText NOTIFY changed FINAL)
    Q_PROPERTY(QString textProblem READ textProblem NOTIFY changed FINAL)
    Q_PROPERTY(QStringList days READ days NOTIFY changed FINAL)
    Q_PROPERTY(int dayIndex READ dayIndex NOTIFY changed FINAL)
    /// Without a time, some times, another one that is written.
    Q_PROPERTY(QStringList times READ times NOTIFY changed FINAL)
    Q_PROPERTY(int timeIndex READ timeIndex NOTIFY changed FINAL)
    Q_PROPERTY(bool isOtherTime READ isOtherTime NOTIFY changed FINAL)
    Q_PROPERTY(QString otherTime READ otherTime NOTIFY changed FINAL)
    Q_PROPERTY(QString timeProblem READ timeProblem NOTIFY changed FINAL)
    /// Something was typed or chosen since the sheet opened.
    Q_PROPERTY(bool isTouched READ isTouched NOTIFY changed FINAL)
    Q_PROPERTY(QString problem READ problem NOTIFY changed FINAL)
public:
    /// With `only` the tasks of that person, otherwise those of I dag.
    TaskViewModel(AppServices &services, UndoViewModel &undo, std::optional<base::CaseId> only = {},
                  QObject *parent = nullptr);

    [[nodiscard]] bool isOpen() const noexcept { return m_caseId.has_value(); }
    [[nodiscard]] bool isNew() const noexcept { return !m_task; }
    [[nodiscard]] const QString &who() const noexcept { return m_who; }
    [[nodiscard]] const QString &what() const noexcept { return m_what; }
    [[nodiscard]] bool hasText() const noexcept { return m_hasText; }
    [[nodiscard]] const QString &taskText() const noexcept { return m_text; }
    [[nodiscard]] const QString &textProblem() const noexcept { return m_textProblem; }
    [[nodiscard]] QStringList days() const;
    [[nodiscard]] int dayIndex() const noexcept { return m_dayIndex; }
    [[nodiscard]] QStringList times() const;
    [[nodiscard]] int timeIndex() const noexcept { return m_timeIndex; }
    [[nodiscard]] bool isOtherTime() const;
    [[nodiscard]] const QString &otherTime() const noexcept { return m_otherTime; }
    [[nodiscard]] const QString &timeProblem() const noexcept { return m_timeProblem; }
    [[nodiscard]] bool isTouched() const noexcept { return m_isTouched; }
    [[nodiscard]] const QString &problem() const noexcept { return m_problem; }

    void openNew(base::CaseId caseId, const QString &who);
    void open(base::CaseId caseId, base::RecordId task, const QString &who, const QString &what);
    /// The sheet as it lay open when the page was cleared or the app was killed.
    void restore();
    /// Closes without an end: what is typed is kept.
    void clear();
    /// The page goes: what is typed is kept.
    void flush() { m_keeper.flush(); }
    /// Done without the sheet: the button on the row.
    void finish(base::RecordId task);
    /// What the row's [Klar] does: a task is done, a clock of an act ticked off.
    void finishRow(const faltakt::viewmodels::TodayRow &row);

public Q_SLOTS:
    void setTaskText(const QString &text);
    void chooseDay(int index);
    void chooseTime(int index);
    void editTime(const QString &text);
    void save();
    /// The sheet's main button: a new task is saved, one that stands there is done.
    void finishOrSave();
    void drop();
    void openPerson();
    void close();

Q_SIGNALS:
    void changed();
    /// What was asked for without the sheet did not happen; in words for the page.
    void failed(const QString &problem);

private:
    [[nodiscard]] base::json::Object formFields() const;
    void show(const store::FormDraft &kept);
    struct Opened;
    void show(const Opened &opened);
    void touch();
    void forget();
    void tell(const QString &problem);
    /// The days that can be chosen.
    [[nodiscard]] std::vector<base::Date> choices() const;
    /// The day that was chosen, or the one on which the task stands.
    [[nodiscard]] std::optional<base::Date> day() const;
    /// As chosen or written; empty without one.
    [[nodiscard]] QString timeText() const;
    void takeTime(const QString &text);
    /// When it is to be done, as chosen; the last second of a day without a time.
    [[nodiscard]] std::optional<base::Instant> due() const;
    /// Why that cannot be saved; empty where it can.
    [[nodiscard]] QString timeFault() const;
    [[nodiscard]] bool isMoved() const;
    /// "i morgon 14:00"
    [[nodiscard]] QString dueText() const;
    void write(std::function<base::Result<std::vector<base::ChangeId>>(OpenStore &)> work, const QString &done);
    /// On what holds now: for the acts that say nothing of what the task says.
    void edit(base::RecordId task, base::json::Object fields, const QString &done);

    AppServices &m_services;
    UndoViewModel &m_undo;
    std::optional<base::CaseId> m_caseId;
    std::optional<base::RecordId> m_task;
    EditBase m_base; ///< Of the task when the sheet opened.
    QString m_who;
    QString m_what;
    QString m_text;
    QString m_textBefore;
    QString m_textProblem;
    QString m_problem;
    bool m_hasText = false;
    bool m_isWriting = false;
    int m_dayIndex = -1;
    int m_timeIndex = 0;
    QString m_otherTime;
    QString m_timeProblem;
    std::optional<base::Instant> m_dueBefore; ///< Of the task when the sheet opened.
    bool m_isTouched = false;
    SheetKeeper m_keeper;
};

} // namespace faltakt::viewmodels
