#pragma once

#include "qml/viewmodels/shell/page_view_model.h"
#include "qml/viewmodels/shell/sync_strip_view_model.h"
#include "qml/viewmodels/shell/undo_view_model.h"
#include "qml/viewmodels/today/task_view_model.h"
#include "qml/viewmodels/today/today_filter.h"
#include "qml/viewmodels/today/today_list_model.h"
#include "qml/viewmodels/today/why_view_model.h"

namespace faltakt::viewmodels {

/// I dag: what is next, for whom, by when and why. Main thread.
class TodayViewModel final : public faltakt::viewmodels::PageViewModel {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made in C++")
    Q_PROPERTY(QString dateText READ dateText NOTIFY changed FINAL)
    Q_PROPERTY(faltakt::viewmodels::TodayListModel *rows READ rows CONSTANT FINAL)
    /// "Ringlista (9)"; empty where there is at most one call.
    Q_PROPERTY(QString callListText READ callListText NOTIFY changed FINAL)
    /// Why nothing stands here and what comes; empty while something does.
    Q_PROPERTY(QString emptyText READ emptyText NOTIFY changed FINAL)
    Q_PROPERTY(faltakt::viewmodels::TodayFilter *filter READ filter CONSTANT FINAL)
    Q_PROPERTY(faltakt::viewmodels::WhyViewModel *why READ why CONSTANT FINAL)
    Q_PROPERTY(faltakt::viewmodels::TaskViewModel *task READ task CONSTANT FINAL)
    Q_PROPERTY(faltakt::viewmodels::SyncStripViewModel *syncStrip READ syncStrip CONSTANT FINAL)
    Q_PROPERTY(faltakt::viewmodels::UndoViewModel *undoRow READ undoRow CONSTANT FINAL)
public:
    explicit TodayViewModel(AppServices &services);

    [[nodiscard]] QString helpPage() const override { return QStringLiteral("today"); }
    void load() override;
    void clear() override;
    void clearNames() override;
    void undo() override { m_undo.undo(); }
    void noteShownCase(const std::optional<base::CaseId> &caseId) override { m_rows.setChosen(caseId); }

    [[nodiscard]] const QString &dateText() const noexcept { return m_dateText; }
    [[nodiscard]] TodayListModel *rows() noexcept { return &m_rows; }
    [[nodiscard]] const QString &callListText() const noexcept { return m_callListText; }
    [[nodiscard]] const QString &emptyText() const noexcept { return m_emptyText; }
    [[nodiscard]] TodayFilter *filter() noexcept { return &m_filter; }
    [[nodiscard]] WhyViewModel *why() noexcept { return &m_why; }
    [[nodiscard]] TaskViewModel *task() noexcept { return &m_task; }
    [[nodiscard]] SyncStripViewModel *syncStrip() noexcept { return &m_strip; }
    [[nodiscard]] UndoViewModel *undoRow() noexcept { return &m_undo; }

public Q_SLOTS:
    void openRow(int index);
    /// The one button of the row.
    void act(int index);
    /// Why the row stands here.
    void explain(int index);
    void openCallList();
    void openMetToday() { m_services.router.openDay(DayPage::MetToday); }
    void openVisits() { m_services.router.openDay(DayPage::Visits); }
    void openDayEnd() { m_services.router.openDay(DayPage::End); }
    void openSearch();

Q_SIGNALS:
    void changed();

private:
    void show(TodayContent content);
    void openAgendaRow(const TodayRow &row);
    void showMore();

    AppServices &m_services;
    std::size_t m_most; ///< Rows of one group, at most.
    TodayListModel m_rows;
    TodayFilter m_filter; ///< Stands when the rows are cleared.
    SyncStripViewModel m_strip;
    UndoViewModel m_undo;
    WhyViewModel m_why;
    TaskViewModel m_task;
    QString m_dateText;
    QString m_callListText;
    QString m_emptyText;
};

} // namespace faltakt::viewmodels
