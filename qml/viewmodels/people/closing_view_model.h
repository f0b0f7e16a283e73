#pragma once

#include "qml/viewmodels/form/form_keeper.h"
#include "qml/viewmodels/people/closing_store.h"
#include "qml/viewmodels/people/file_door.h"
#include "qml/viewmodels/people/record_line_list_model.h"
#include "qml/viewmodels/shell/page_view_model.h"
#include "qml/viewmodels/shell/undo_view_model.h"
#include "qml/viewmodels/today/task_view_model.h"

#include <QStringList>

namespace faltakt::viewmodels {

/// The end of a matter: how, why, and what is still open in it; and opening it again. What is typed is durable. Main thread.
class ClosingViewModel final : public faltakt::viewmodels::PageViewModel {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made in C++")
    Q_PROPERTY(QString personText READ personText NOTIFY changed FINAL)
    /// One of them, or none while nothing is read and where the file is shown with another one.
    Q_PROPERTY(bool isClosing READ isClosing NOTIFY changed FINAL)
    Q_PROPERTY(bool isReopening READ isReopening NOTIFY changed FINAL)
    Q_PROPERTY(QString statusTitle READ statusTitle NOTIFY changed FINAL)
    Q_PROPERTY(QString statusText READ statusText NOTIFY changed FINAL)
    /// How it is closed, or why it is opened again.
    Q_PROPERTY(QStringList ways READ ways NOTIFY changed FINAL)
    Q_PROPERTY(int wayIndex READ wayIndex NOTIFY changed FINAL)
    Q_PROPERTY(QString wayProblem READ wayProblem NOTIFY changed FINAL)
    /// What stands against the chosen way is about children, and is answered on their page.
    Q_PROPERTY(bool asksForChildren READ asksForChildren NOTIFY changed FINAL)
    Q_PROPERTY(QString reason READ reason NOTIFY changed FINAL)
    Q_PROPERTY(QString reasonProblem READ reasonProblem NOTIFY changed FINAL)
    Q_PROPERTY(faltakt::viewmodels::RecordLineListModel *openRows READ openRows CONSTANT FINAL)
    Q_PROPERTY(QString openText READ openText NOTIFY changed FINAL)
    Q_PROPERTY(bool leavesOpen READ leavesOpen NOTIFY changed FINAL)
    Q_PROPERTY(QString openProblem READ openProblem NOTIFY changed FINAL)
    Q_PROPERTY(QString keepingText READ keepingText NOTIFY changed FINAL)
    Q_PROPERTY(QString keepingSource READ keepingSource NOTIFY changed FINAL)
    Q_PROPERTY(bool isWriting READ isWriting NOTIFY changed FINAL)
    Q_PROPERTY(faltakt::viewmodels::UndoViewModel *undoRow READ undoRow CONSTANT FINAL)
    Q_PROPERTY(faltakt::viewmodels::TaskViewModel *task READ task CONSTANT FINAL)
public:
    ClosingViewModel(AppServices &services, base::CaseId caseId);

    [[nodiscard]] QString helpPage() const override { return QStringLiteral("closing"); }
    [[nodiscard]] ProtectedGate *gate() override { return m_door.gate(); }
    void load() override;
    void clear() override;
    void clearNames() override { load(); }
    void leave() override;
    void mainAction() override { save(); }
    void undo() override { m_undo.undo(); }

    [[nodiscard]] QString personText() const;
    [[nodiscard]] bool isClosing() const { return m_content && !m_content->isTied && !m_content->isClosed; }
    [[nodiscard]] bool isReopening() const { return m_content && !m_content->isTied && m_content->isClosed; }
    [[nodiscard]] QString statusTitle() const;
    [[nodiscard]] QString statusText() const;
    [[nodiscard]] QStringList ways() const;
    [[nodiscard]] int wayIndex() const;
    [[nodiscard]] QString wayProblem() const;
    [[nodiscard]] bool asksForChildren() const;
    [[nodiscard]] const QString &reason() const noexcept { return m_reason; }
    [[nodiscard]] const QString &reasonProblem() const noexcept { return m_reasonProblem; }
    [[nodiscard]] RecordLineListModel *openRows() noexcept { return &m_openRows; }
    [[nodiscard]] QString openText() const;
    [[nodiscard]] bool leavesOpen() const noexcept { return m_leavesOpen; }
    [[nodiscard]] const QString &openProblem() const noexcept { return m_openProblem; }
    [[nodiscard]] QString keepingText() const;
    [[nodiscard]] QString keepingSource() const;
    [[nodiscard]] bool isWriting() const noexcept { return m_isWriting; }
    [[nodiscard]] UndoViewModel *undoRow() noexcept { return &m_undo; }
    [[nodiscard]] TaskViewModel *task() noexcept { return &m_task; }

public Q_SLOTS:
    void chooseWay(int index);
    void setReason(const QString &text);
    void setLeavesOpen(bool leaves);
    void openRow(int index);
    void openChildren();
    void openPerson();
    void save();

Q_SIGNALS:
    void changed();

private:
    [[nodiscard]] base::json::Object formFields() const;
    [[nodiscard]] std::string obstacle() const;
    [[nodiscard]] bool isComplete();
    [[nodiscard]] ClosingChoice choice() const;
    void cover();
    void show(ClosingContent content);
    void showOpen();
    void readDraft();
    void forgetChoice();
    void touch();
    void written(base::Result<std::vector<base::ChangeId>> changes);
    void putBack();

    AppServices &m_services;
    base::CaseId m_caseId;
    std::optional<ClosingContent> m_content;
    std::optional<EditBase> m_base; ///< Of what the worker had before her when she began.
    std::string m_closedAs;
    std::string m_cause;
    QString m_reason;
    QString m_wayProblem;
    QString m_reasonProblem;
    QString m_openProblem;
    /// What was saved last: undoing brings it back into the form.
    struct Saved {
        std::string closedAs;
        std::string cause;
        QString reason;
    };
    std::optional<Saved> m_saved;
    bool m_leavesOpen = false;
    bool m_isFormRead = false;
    bool m_isWriting = false;
    RecordLineListModel m_openRows;
    FileDoor m_door;
    UndoViewModel m_undo;
    TaskViewModel m_task;
    FormKeeper m_keeper;
};

} // namespace faltakt::viewmodels
