#pragma once

#include "qml/viewmodels/form/form_keeper.h"
#include "qml/viewmodels/shell/app_services.h"
#include "qml/viewmodels/shell/line_list_model.h"
#include "qml/viewmodels/shell/page_view_model.h"
#include "qml/viewmodels/shell/undo_view_model.h"
#include "qml/viewmodels/team/deputy_store.h"

#include <QStringList>

namespace faltakt::viewmodels {

/// Who stands in, for one case or for all of the worker's own: naming somebody from day to day, ending it early, and on which
/// days the deputy was in the file.
class DeputyViewModel final : public faltakt::viewmodels::PageViewModel {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made in C++")
    Q_PROPERTY(QString aboutText READ aboutText NOTIFY changed FINAL)
    Q_PROPERTY(QString scopeText READ scopeText NOTIFY changed FINAL)
    Q_PROPERTY(bool canName READ canName NOTIFY changed FINAL)
    /// Why nobody can be named here; empty where somebody can.
    Q_PROPERTY(QString emptyText READ emptyText NOTIFY changed FINAL)
    Q_PROPERTY(QStringList colleagues READ colleagues NOTIFY changed FINAL)
    Q_PROPERTY(int colleagueIndex READ colleagueIndex NOTIFY changed FINAL)
    Q_PROPERTY(QString colleagueProblem READ colleagueProblem NOTIFY changed FINAL)
    Q_PROPERTY(QStringList spans READ spans CONSTANT FINAL)
    Q_PROPERTY(int spanIndex READ spanIndex NOTIFY changed FINAL)
    Q_PROPERTY(QString firstDay READ firstDay NOTIFY changed FINAL)
    Q_PROPERTY(QString lastDay READ lastDay NOTIFY changed FINAL)
    Q_PROPERTY(QString firstProblem READ firstProblem NOTIFY changed FINAL)
    Q_PROPERTY(QString lastProblem READ lastProblem NOTIFY changed FINAL)
    /// Those named; `kind` is "ending" where they can be ended here.
    Q_PROPERTY(faltakt::viewmodels::LineListModel *lines READ lines CONSTANT FINAL)
    Q_PROPERTY(faltakt::viewmodels::UndoViewModel *undoing READ undoing CONSTANT FINAL)
    Q_PROPERTY(bool isWriting READ isWriting NOTIFY changed FINAL)
public:
    DeputyViewModel(AppServices &services, std::optional<base::CaseId> caseId);

    [[nodiscard]] QString helpPage() const override { return QStringLiteral("deputy"); }
    void load() override;
    void clear() override;
    void clearNames() override { load(); }
    void leave() override;

    [[nodiscard]] QString aboutText() const;
    [[nodiscard]] QString scopeText() const;
    [[nodiscard]] bool canName() const;
    [[nodiscard]] QString emptyText() const;
    [[nodiscard]] QStringList colleagues() const;
    [[nodiscard]] int colleagueIndex() const;
    [[nodiscard]] const QString &colleagueProblem() const noexcept { return m_whomProblem; }
    [[nodiscard]] QStringList spans() const;
    [[nodiscard]] int spanIndex() const;
    [[nodiscard]] const QString &firstDay() const noexcept { return m_firstDay; }
    [[nodiscard]] const QString &lastDay() const noexcept { return m_lastDay; }
    [[nodiscard]] const QString &firstProblem() const noexcept { return m_firstProblem; }
    [[nodiscard]] const QString &lastProblem() const noexcept { return m_lastProblem; }
    [[nodiscard]] LineListModel *lines() noexcept { return &m_lines; }
    [[nodiscard]] UndoViewModel *undoing() noexcept { return &m_undoing; }
    [[nodiscard]] bool isWriting() const noexcept { return m_isWriting; }

public Q_SLOTS:
    void chooseColleague(int index);
    /// From today on, so many days.
    void chooseSpan(int index);
    void setFirstDay(const QString &text);
    void setLastDay(const QString &text);
    void name();
    void end(int index);
    void mainAction() override { name(); }

Q_SIGNALS:
    void changed();

private:
    [[nodiscard]] base::json::Object formFields() const;
    [[nodiscard]] base::Date today() const;
    [[nodiscard]] QString dayProblem(const QString &text) const;
    [[nodiscard]] std::optional<DeputyPlan> checkedPlan();
    void show(DeputiesOpened opened);
    void showLines();
    void touch();
    void write(std::function<base::Result<std::vector<base::ChangeId>>(OpenStore &)> work, const QString &done,
               bool takesForm);

    AppServices &m_services;
    std::optional<base::CaseId> m_caseId;
    std::optional<DeputiesOpened> m_opened;
    std::string m_whom; ///< Worker's id.
    QString m_whomProblem;
    QString m_firstDay;
    QString m_lastDay;
    QString m_firstProblem;
    QString m_lastProblem;
    LineListModel m_lines;
    UndoViewModel m_undoing;
    bool m_isFormRead = false;
    bool m_isTouched = false;
    bool m_isWriting = false;
    int m_turn = 0; ///< An answer from before a lock is not shown after it.
    FormKeeper m_keeper;
};

} // namespace faltakt::viewmodels
