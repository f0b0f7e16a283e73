#pragma once

#include "qml/viewmodels/child/children_content.h"
#include "qml/viewmodels/form/choice_list_model.h"
#include "qml/viewmodels/form/recording_mark.h"
#include "qml/viewmodels/people/file_door.h"
#include "qml/viewmodels/shell/line_list_model.h"
#include "qml/viewmodels/shell/page_view_model.h"
#include "qml/viewmodels/shell/undo_view_model.h"

namespace faltakt::viewmodels {

/// The children in a person's life: what is known, each child with the step that was taken, and the ways on. Main thread.
class ChildrenViewModel final : public faltakt::viewmodels::PageViewModel {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made in C++")
    /// Whether what is written here becomes a record, and why.
    Q_PROPERTY(faltakt::viewmodels::RecordingMark recording READ recording NOTIFY loadingChanged FINAL)
    Q_PROPERTY(QString who READ who NOTIFY changed FINAL)
    /// The chips; a press saves the answer.
    Q_PROPERTY(faltakt::viewmodels::ChoiceListModel *answers READ answers CONSTANT FINAL)
    /// One line for each child: key, text, secondary; `kind` "worry" where a step is missing.
    Q_PROPERTY(faltakt::viewmodels::LineListModel *children READ children CONSTANT FINAL)
    /// What was moved to the file of somebody else, each as its seal.
    Q_PROPERTY(faltakt::viewmodels::LineListModel *sealedRows READ sealedRows CONSTANT FINAL)
    Q_PROPERTY(QString emptyText READ emptyText NOTIFY changed FINAL)
    /// What holds the closing of the matter up; empty where nothing does.
    Q_PROPERTY(QString obstacleText READ obstacleText NOTIFY changed FINAL)
    Q_PROPERTY(bool isWorry READ isWorry NOTIFY changed FINAL)
    Q_PROPERTY(QString consequences READ consequences NOTIFY changed FINAL)
    Q_PROPERTY(faltakt::viewmodels::UndoViewModel *undoRow READ undoRow CONSTANT FINAL)
public:
    ChildrenViewModel(AppServices &services, base::CaseId caseId);

    [[nodiscard]] QString helpPage() const override { return QStringLiteral("children"); }
    [[nodiscard]] ProtectedGate *gate() override { return m_door.gate(); }
    void load() override;
    void clear() override;
    void clearNames() override { show(); }
    void leave() override { m_door.flush(); }
    void undo() override { m_undo.undo(); }

    [[nodiscard]] RecordingMark recording() const { return recordingMark(m_services, rules::Writing::Children); }
    [[nodiscard]] QString who() const;
    [[nodiscard]] ChoiceListModel *answers() noexcept { return &m_answers; }
    [[nodiscard]] LineListModel *children() noexcept { return &m_children; }
    [[nodiscard]] LineListModel *sealedRows() noexcept { return &m_sealed; }
    [[nodiscard]] QString emptyText() const;
    [[nodiscard]] QString obstacleText() const;
    [[nodiscard]] bool isWorry() const { return m_content && !m_content->worries.empty(); }
    [[nodiscard]] QString consequences() const;
    [[nodiscard]] UndoViewModel *undoRow() noexcept { return &m_undo; }

public Q_SLOTS:
    void addChild();
    void openChild(int row);
    void openSealed(int row);
    /// About this child.
    void reportChild(int row);
    /// About all of them.
    void report();
    void openFamily();
    void checkSafety();
    void startTalk();
    void close();

Q_SIGNALS:
    void changed();

private:
    void show();
    void showSealed();
    void answer(const std::string &code);
    [[nodiscard]] std::optional<store::RecordPlace> childAt(int row) const;

    AppServices &m_services;
    base::CaseId m_caseId;
    FileDoor m_door;
    std::set<base::CaseId> m_logged; ///< Files shown as one with this one whose opening has been logged.
    std::optional<ChildrenContent> m_content;
    ChoiceListModel m_answers;
    LineListModel m_children;
    LineListModel m_sealed;
    UndoViewModel m_undo;
};

} // namespace faltakt::viewmodels
