#pragma once

#include "qml/viewmodels/attachment/attach_view_model.h"
#include "qml/viewmodels/contact/booking_view_model.h"
#include "qml/viewmodels/people/card_entries_view_model.h"
#include "qml/viewmodels/people/contact_way_list_model.h"
#include "qml/viewmodels/people/contact_way_view_model.h"
#include "qml/viewmodels/people/decisions_view_model.h"
#include "qml/viewmodels/people/file_door.h"
#include "qml/viewmodels/people/merge_view_model.h"
#include "qml/viewmodels/people/older_records_view_model.h"
#include "qml/viewmodels/people/person_content.h"
#include "qml/viewmodels/people/person_field_list_model.h"
#include "qml/viewmodels/people/person_field_view_model.h"
#include "qml/viewmodels/people/record_line_list_model.h"
#include "qml/viewmodels/people/result_series_list_model.h"
#include "qml/viewmodels/people/timeline_list_model.h"
#include "qml/viewmodels/shell/page_view_model.h"
#include "qml/viewmodels/today/task_view_model.h"
#include "qml/viewmodels/today/today_list_model.h"
#include "qml/viewmodels/today/why_view_model.h"

namespace faltakt::viewmodels {

/// One person's file: what happened, who it is, results, and what is next. Every opening is logged before anything is
/// shown. Main thread.
class PersonViewModel final : public faltakt::viewmodels::PageViewModel {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made in C++")
    Q_PROPERTY(QString title READ title NOTIFY changed FINAL)
    Q_PROPERTY(QString subtitle READ subtitle NOTIFY changed FINAL)
    Q_PROPERTY(QStringList factTexts READ factTexts NOTIFY changed FINAL)
    Q_PROPERTY(QStringList factIcons READ factIcons NOTIFY changed FINAL)
    Q_PROPERTY(QString protectedText READ protectedText NOTIFY changed FINAL)
    Q_PROPERTY(QStringList tabs READ tabs NOTIFY changed FINAL)
    Q_PROPERTY(int tabIndex READ tabIndex NOTIFY tabChanged FINAL)
    Q_PROPERTY(QString callText READ callText NOTIFY changed FINAL)
    Q_PROPERTY(bool hasReport READ hasReport NOTIFY changed FINAL)
    /// "Barn: inte frågat"; leads to the page about them.
    Q_PROPERTY(QString childrenText READ childrenText NOTIFY changed FINAL)
    Q_PROPERTY(bool hasCard READ hasCard NOTIFY changed FINAL)
    /// The matter is this worker's, and there are colleagues who might take it over.
    Q_PROPERTY(bool canHandOver READ canHandOver NOTIFY changed FINAL)
    /// The matter is this worker's, or nobody's, and can be closed here.
    Q_PROPERTY(bool canClose READ canClose NOTIFY changed FINAL)
    /// It is closed: read, and written in again only once it is opened.
    Q_PROPERTY(bool isClosed READ isClosed NOTIFY changed FINAL)
    Q_PROPERTY(bool hasDeputies READ hasDeputies NOTIFY changed FINAL)
    Q_PROPERTY(QString emptyTimelineText READ emptyTimelineText NOTIFY changed FINAL)
    Q_PROPERTY(QString emptyResultsText READ emptyResultsText NOTIFY changed FINAL)
    Q_PROPERTY(faltakt::viewmodels::TimelineListModel *timeline READ timeline CONSTANT FINAL)
    Q_PROPERTY(faltakt::viewmodels::TodayListModel *steps READ steps CONSTANT FINAL)
    Q_PROPERTY(faltakt::viewmodels::ContactWayListModel *ways READ ways CONSTANT FINAL)
    Q_PROPERTY(faltakt::viewmodels::PersonFieldListModel *fields READ fields CONSTANT FINAL)
    Q_PROPERTY(faltakt::viewmodels::RecordLineListModel *results READ results CONSTANT FINAL)
    /// Each instrument over time; read when the tab is opened.
    Q_PROPERTY(faltakt::viewmodels::ResultSeriesListModel *series READ series CONSTANT FINAL)
    Q_PROPERTY(faltakt::viewmodels::BookingViewModel *booking READ booking CONSTANT FINAL)
    Q_PROPERTY(faltakt::viewmodels::UndoViewModel *undoRow READ undoRow CONSTANT FINAL)
    Q_PROPERTY(faltakt::viewmodels::WhyViewModel *why READ why CONSTANT FINAL)
    Q_PROPERTY(faltakt::viewmodels::TaskViewModel *task READ task CONSTANT FINAL)
    Q_PROPERTY(faltakt::viewmodels::ContactWayViewModel *way READ way CONSTANT FINAL)
    Q_PROPERTY(faltakt::viewmodels::AttachViewModel *attach READ attach CONSTANT FINAL)
    Q_PROPERTY(faltakt::viewmodels::PersonFieldViewModel *field READ field CONSTANT FINAL)
    Q_PROPERTY(faltakt::viewmodels::CardEntriesViewModel *entries READ entries CONSTANT FINAL)
    Q_PROPERTY(faltakt::viewmodels::MergeViewModel *merge READ merge CONSTANT FINAL)
    Q_PROPERTY(faltakt::viewmodels::OlderRecordsViewModel *older READ older CONSTANT FINAL)
    Q_PROPERTY(faltakt::viewmodels::DecisionsViewModel *decisions READ decisions CONSTANT FINAL)
public:
    PersonViewModel(AppServices &services, base::CaseId caseId);

    [[nodiscard]] QString helpPage() const override { return QStringLiteral("person"); }
    [[nodiscard]] ProtectedGate *gate() override { return m_door.gate(); }
    void load() override;
    void clear() override;
    void clearNames() override;
    void leave() override;
    void mainAction() override;
    void undo() override { m_undo.undo(); }

    [[nodiscard]] const QString &title() const noexcept { return m_title; }
    [[nodiscard]] const QString &subtitle() const noexcept { return m_subtitle; }
    [[nodiscard]] const QStringList &factTexts() const noexcept { return m_factTexts; }
    [[nodiscard]] const QStringList &factIcons() const noexcept { return m_factIcons; }
    [[nodiscard]] QString protectedText() const;
    [[nodiscard]] QStringList tabs() const;
    [[nodiscard]] int tabIndex() const noexcept { return int(m_tab); }
    /// "Ring" while a follow-up call stands to be made, otherwise "Logga samtal".
    [[nodiscard]] QString callText() const;
    [[nodiscard]] bool hasReport() const { return m_content && m_content->report; }
    [[nodiscard]] QString childrenText() const;
    /// A card that can be changed on this device.
    [[nodiscard]] bool hasCard() const { return m_content && m_content->person && !m_content->card.isProtected(); }
    [[nodiscard]] bool canHandOver() const;
    [[nodiscard]] bool canClose() const;
    [[nodiscard]] bool isClosed() const { return m_content && m_content->listed.stage == "closed"; }
    /// Somebody stands in or has done so, or may be named.
    [[nodiscard]] bool hasDeputies() const;
    [[nodiscard]] QString emptyTimelineText() const;
    [[nodiscard]] QString emptyResultsText() const;
    [[nodiscard]] TimelineListModel *timeline() noexcept { return &m_timeline; }
    [[nodiscard]] TodayListModel *steps() noexcept { return &m_steps; }
    [[nodiscard]] ContactWayListModel *ways() noexcept { return &m_ways; }
    [[nodiscard]] PersonFieldListModel *fields() noexcept { return &m_fields; }
    [[nodiscard]] RecordLineListModel *results() noexcept { return &m_results; }
    [[nodiscard]] ResultSeriesListModel *series() noexcept { return &m_series; }
    [[nodiscard]] BookingViewModel *booking() noexcept { return &m_booking; }
    [[nodiscard]] UndoViewModel *undoRow() noexcept { return &m_undo; }
    [[nodiscard]] WhyViewModel *why() noexcept { return &m_why; }
    [[nodiscard]] TaskViewModel *task() noexcept { return &m_task; }
    [[nodiscard]] ContactWayViewModel *way() noexcept { return &m_way; }
    [[nodiscard]] AttachViewModel *attach() noexcept { return &m_attach; }
    [[nodiscard]] PersonFieldViewModel *field() noexcept { return &m_field; }
    [[nodiscard]] CardEntriesViewModel *entries() noexcept { return &m_entries; }
    [[nodiscard]] MergeViewModel *merge() noexcept { return &m_merge; }
    [[nodiscard]] OlderRecordsViewModel *older() noexcept { return &m_older; }
    [[nodiscard]] DecisionsViewModel *decisions() noexcept { return &m_decisions; }

public Q_SLOTS:
    void chooseTab(int index);
    /// The sheet behind "Nytt", for this person: a phone shows no navigation here.
    void askQuestions();
    void note();
    void call();
    void openEntry(int index);
    void openResult(int index);
    void openSeries(int index);
    void openStep(int index);
    void actOnStep(int index);
    void explainStep(int index);
    void openChildren();
    void addPhoto();
    void addTask();
    void addWay();
    void changeWay(int index);
    void changeField(int index);
    void showReport();
    void handOver();
    /// The page that closes the matter, or opens it again.
    void openClosing();
    void openStage() { m_services.router.openStage(m_caseId); }
    /// What can be written in the file.
    void openForms();
    void showDeputies();

Q_SIGNALS:
    void changed();
    void tabChanged();

private:
    enum class Tab { Timeline, Person, Results };
    [[nodiscard]] ListWording wording() const;
    void cover();
    /// Says that the file is closed, where it is: then nothing is changed in it.
    [[nodiscard]] bool isHeldClosed();
    void show(PersonContent content);
    void showHead(const PersonContent &content);
    void showCard();
    void showFacts(const PersonContent &content);
    void showResults(const PersonContent &content);
    void restoreSheets();
    void readSeries();
    void openAssessment(base::CaseId caseId, base::RecordId assessment, bool isInProgress);

    AppServices &m_services;
    base::CaseId m_caseId;
    std::optional<PersonContent> m_content;
    std::set<base::CaseId> m_logged; ///< Files shown with this one whose opening has been logged.
    QString m_title;
    QString m_subtitle;
    QStringList m_factTexts;
    QStringList m_factIcons;
    Tab m_tab = Tab::Timeline;
    TimelineListModel m_timeline;
    TodayListModel m_steps;
    ContactWayListModel m_ways;
    PersonFieldListModel m_fields;
    RecordLineListModel m_results;
    ResultSeriesListModel m_series;
    FileDoor m_door;
    UndoViewModel m_undo;
    BookingViewModel m_booking;
    WhyViewModel m_why;
    TaskViewModel m_task;
    ContactWayViewModel m_way;
    PersonFieldViewModel m_field;
    CardEntriesViewModel m_entries;
    MergeViewModel m_merge;
    OlderRecordsViewModel m_older;
    DecisionsViewModel m_decisions;
    AttachViewModel m_attach;
};

} // namespace faltakt::viewmodels
