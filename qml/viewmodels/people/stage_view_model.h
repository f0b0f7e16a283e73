#pragma once

#include "qml/viewmodels/form/form_keeper.h"
#include "qml/viewmodels/people/file_door.h"
#include "qml/viewmodels/people/stage_store.h"
#include "qml/viewmodels/shell/page_view_model.h"
#include "qml/viewmodels/shell/undo_view_model.h"

#include <QStringList>

namespace faltakt::viewmodels {

/// Where a matter stands in the work, and moving it: the decision itself is made at the office. What is typed is durable.
/// Main thread.
class StageViewModel final : public faltakt::viewmodels::PageViewModel {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made in C++")
    Q_PROPERTY(QString personText READ personText NOTIFY changed FINAL)
    Q_PROPERTY(bool isMovable READ isMovable NOTIFY changed FINAL)
    /// "Utredning", "sedan 3 oktober"; or why it cannot be moved here.
    Q_PROPERTY(QString statusTitle READ statusTitle NOTIFY changed FINAL)
    Q_PROPERTY(QString statusText READ statusText NOTIFY changed FINAL)
    Q_PROPERTY(QStringList ways READ ways NOTIFY changed FINAL)
    Q_PROPERTY(int wayIndex READ wayIndex NOTIFY changed FINAL)
    Q_PROPERTY(QString wayProblem READ wayProblem NOTIFY changed FINAL)
    /// What stands against the chosen stage is about children, and is answered on their page.
    Q_PROPERTY(bool asksForChildren READ asksForChildren NOTIFY changed FINAL)
    Q_PROPERTY(QStringList dayNames READ dayNames NOTIFY changed FINAL)
    Q_PROPERTY(int dayIndex READ dayIndex NOTIFY changed FINAL)
    Q_PROPERTY(bool isOtherDay READ isOtherDay NOTIFY changed FINAL)
    Q_PROPERTY(QString otherDay READ otherDay NOTIFY changed FINAL)
    Q_PROPERTY(QString dayProblem READ dayProblem NOTIFY changed FINAL)
    /// The matter goes back.
    Q_PROPERTY(bool wantsReason READ wantsReason NOTIFY changed FINAL)
    Q_PROPERTY(QString reason READ reason NOTIFY changed FINAL)
    Q_PROPERTY(QString reasonProblem READ reasonProblem NOTIFY changed FINAL)
    Q_PROPERTY(bool isWriting READ isWriting NOTIFY changed FINAL)
    Q_PROPERTY(faltakt::viewmodels::UndoViewModel *undoRow READ undoRow CONSTANT FINAL)
public:
    StageViewModel(AppServices &services, base::CaseId caseId);

    [[nodiscard]] QString helpPage() const override { return QStringLiteral("stage"); }
    [[nodiscard]] ProtectedGate *gate() override { return m_door.gate(); }
    void load() override;
    void clear() override;
    void clearNames() override { load(); }
    void leave() override;
    void mainAction() override { save(); }
    void undo() override { m_undo.undo(); }

    [[nodiscard]] QString personText() const;
    [[nodiscard]] bool isMovable() const { return m_content && !m_content->isTied && !m_content->ways.empty(); }
    [[nodiscard]] QString statusTitle() const;
    [[nodiscard]] QString statusText() const;
    [[nodiscard]] QStringList ways() const;
    [[nodiscard]] int wayIndex() const;
    [[nodiscard]] QString wayProblem() const;
    [[nodiscard]] bool asksForChildren() const { return obstacle().starts_with("children"); }
    [[nodiscard]] QStringList dayNames() const;
    [[nodiscard]] int dayIndex() const noexcept { return int(m_when); }
    [[nodiscard]] bool isOtherDay() const noexcept { return m_when == When::OtherDay; }
    [[nodiscard]] const QString &otherDay() const noexcept { return m_otherDay; }
    [[nodiscard]] const QString &dayProblem() const noexcept { return m_dayProblem; }
    [[nodiscard]] bool wantsReason() const;
    [[nodiscard]] const QString &reason() const noexcept { return m_reason; }
    [[nodiscard]] const QString &reasonProblem() const noexcept { return m_reasonProblem; }
    [[nodiscard]] bool isWriting() const noexcept { return m_isWriting; }
    [[nodiscard]] UndoViewModel *undoRow() noexcept { return &m_undo; }

public Q_SLOTS:
    void chooseWay(int index);
    void chooseDay(int index);
    void setOtherDay(const QString &text);
    void setReason(const QString &text);
    void openChildren() { m_services.router.openChildren(m_caseId); }
    /// Closing, and opening again, is another page.
    void openClosing() { m_services.router.openClosing(m_caseId); }
    void save();

Q_SIGNALS:
    void changed();

private:
    enum class When { Today, Yesterday, OtherDay };
    /// What is typed and chosen.
    struct Typed {
        std::string stage;
        When when = When::Today;
        QString otherDay;
        QString reason;
    };

    [[nodiscard]] base::json::Object formFields() const;
    [[nodiscard]] std::string obstacle() const;
    [[nodiscard]] std::optional<base::Date> day() const;
    [[nodiscard]] bool isComplete();
    [[nodiscard]] QString dayText(base::Date day) const;
    void cover();
    void show(StageContent content);
    void readDraft();
    void take(Typed typed);
    [[nodiscard]] Typed typed() const { return {m_stage, m_when, m_otherDay, m_reason}; }
    void forgetChoice();
    void touch();
    void written(base::Result<std::vector<base::ChangeId>> changes);
    void refused(const base::Error &error);
    void putBack();

    AppServices &m_services;
    base::CaseId m_caseId;
    std::optional<StageContent> m_content;
    std::optional<EditBase> m_base; ///< Of what the worker had before her when she began.
    std::string m_stage;
    When m_when = When::Today;
    QString m_otherDay;
    QString m_reason;
    QString m_wayProblem;
    QString m_dayProblem;
    QString m_reasonProblem;
    std::optional<Typed> m_saved; ///< Undoing brings it back into the form.
    bool m_isFormRead = false;
    bool m_isWriting = false;
    FileDoor m_door;
    UndoViewModel m_undo;
    FormKeeper m_keeper;
};

} // namespace faltakt::viewmodels
