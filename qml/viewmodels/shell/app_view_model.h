#pragma once

#include "qml/viewmodels/guidance/emergency_view_model.h"
#include "qml/viewmodels/guidance/guidance_view_model.h"
#include "qml/viewmodels/guidance/help_view_model.h"
#include "qml/viewmodels/lock/auto_lock.h"
#include "qml/viewmodels/lock/enrol_view_model.h"
#include "qml/viewmodels/lock/harmless_view_model.h"
#include "qml/viewmodels/lock/lock_view_model.h"
#include "qml/viewmodels/people/people_view_model.h"
#include "qml/viewmodels/reminder/reminders.h"
#include "qml/viewmodels/settings/more_view_model.h"
#include "qml/viewmodels/shell/access_notice.h"
#include "qml/viewmodels/shell/app_look.h"
#include "qml/viewmodels/shell/app_services.h"
#include "qml/viewmodels/shell/link_watch.h"
#include "qml/viewmodels/shell/navigator.h"
#include "qml/viewmodels/shell/place_keeper.h"
#include "qml/viewmodels/shell/places_model.h"
#include "qml/viewmodels/today/today_view_model.h"

#include <QPointer>
#include <QtQml/qqmlregistration.h>

namespace faltakt::viewmodels {

/// The root of all view models: the places, the pages that lie open on them, the cover while locked, and the one who
/// sends the user from page to page. Made by the composition root before the engine.
class AppViewModel final : public QObject, public Router {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by the composition root")
    Q_PROPERTY(Cover cover READ cover NOTIFY coverChanged FINAL)
    Q_PROPERTY(faltakt::viewmodels::Navigator *navigator READ navigator CONSTANT FINAL)
    Q_PROPERTY(faltakt::viewmodels::AppSettings *settings READ settings CONSTANT FINAL)
    Q_PROPERTY(faltakt::viewmodels::LockViewModel *lock READ lockPage CONSTANT FINAL)
    Q_PROPERTY(faltakt::viewmodels::EnrolViewModel *enrol READ enrolPage CONSTANT FINAL)
    Q_PROPERTY(faltakt::viewmodels::EmergencyViewModel *emergency READ emergencySheet CONSTANT FINAL)
    Q_PROPERTY(faltakt::viewmodels::HarmlessViewModel *harmless READ harmlessPage CONSTANT FINAL)
    Q_PROPERTY(faltakt::viewmodels::AutoLock *autoLock READ autoLock CONSTANT FINAL)
    Q_PROPERTY(faltakt::viewmodels::AccessNotice *access READ accessNotice CONSTANT FINAL)
    Q_PROPERTY(faltakt::viewmodels::AppLook *look READ look CONSTANT FINAL)
    /// As places() counts them.
    Q_PROPERTY(int placeIndex READ placeIndex NOTIFY placeChanged FINAL)
    Q_PROPERTY(bool isToday READ isToday NOTIFY placeChanged FINAL)
    Q_PROPERTY(QAbstractItemModel *places READ places CONSTANT FINAL)
    Q_PROPERTY(QString placeName READ placeName NOTIFY placeChanged FINAL)
    Q_PROPERTY(QString workerInitials READ workerInitials NOTIFY coverChanged FINAL)
    Q_PROPERTY(QString workerName READ workerName NOTIFY coverChanged FINAL)
    Q_PROPERTY(bool isTraining READ isTraining CONSTANT FINAL)
    /// "Du är tillbaka på fråga 5." after unlocking, until the worker goes on; empty otherwise.
    Q_PROPERTY(QString returnText READ returnText NOTIFY returnTextChanged FINAL)
    /// The handbook over the lock or the enrolment.
    Q_PROPERTY(faltakt::viewmodels::HelpViewModel *coverHelp READ coverHelp CONSTANT FINAL)
    Q_PROPERTY(bool isCoverHelpOpen READ isCoverHelpOpen NOTIFY isCoverHelpOpenChanged FINAL)
    /// The menu behind the initials lies open.
    Q_PROPERTY(bool isMenuOpen READ isMenuOpen NOTIFY isMenuOpenChanged FINAL)
public:
    /// What lies over the pages.
    enum class Cover {
        None,     ///< The store is open.
        Enrol,    ///< Nobody has enrolled on this device, or a further worker is about to.
        Lock,     ///< Waits for a passphrase.
        Harmless, ///< "Dölj nu": the shipped guidance, which needs no store; the way back is the passphrase.
    };
    Q_ENUM(Cover)

    AppViewModel(Workspace &workspace, AppSettings &settings, const platform::DeviceAbilities &device,
                 platform::Notifier &notifier, QObject *parent = nullptr);
    ~AppViewModel() override;

    [[nodiscard]] Cover cover() const noexcept { return m_cover; }
    [[nodiscard]] Navigator *navigator() noexcept { return &m_navigator; }
    [[nodiscard]] AppSettings *settings() noexcept { return &m_services.settings; }
    [[nodiscard]] LockViewModel *lockPage() noexcept { return &m_lock; }
    [[nodiscard]] EnrolViewModel *enrolPage() noexcept { return &m_enrol; }
    [[nodiscard]] EmergencyViewModel *emergencySheet() noexcept { return &m_emergency; }
    [[nodiscard]] HarmlessViewModel *harmlessPage() noexcept { return &m_harmless; }
    [[nodiscard]] AutoLock *autoLock() noexcept { return &m_autoLock; }
    [[nodiscard]] AccessNotice *accessNotice() noexcept { return &m_access; }
    [[nodiscard]] AppLook *look() noexcept { return &m_look; }
    [[nodiscard]] Reminders &reminders() noexcept { return m_reminders; }
    [[nodiscard]] Place place() const noexcept { return m_place; }
    [[nodiscard]] int placeIndex() const noexcept { return int(m_place); }
    [[nodiscard]] bool isToday() const noexcept { return m_place == Place::Today; }
    [[nodiscard]] QAbstractItemModel *places() noexcept { return &m_places; }
    [[nodiscard]] QString placeName() const { return PlacesModel::nameOf(m_place); }
    [[nodiscard]] QString workerInitials() const;
    [[nodiscard]] QString workerName() const { return m_services.workspace.workerName(); }
    [[nodiscard]] bool isTraining() const noexcept { return m_services.workspace.isTraining(); }
    [[nodiscard]] const QString &returnText() const noexcept { return m_returnText; }
    [[nodiscard]] bool isMenuOpen() const noexcept { return m_isMenuOpen; }
    [[nodiscard]] HelpViewModel *coverHelp() noexcept { return &m_coverHelp; }
    [[nodiscard]] bool isCoverHelpOpen() const noexcept { return m_isCoverHelpOpen; }

    [[nodiscard]] std::optional<base::CaseId> shownCase() const override;
    void replaceTop() override { m_navigator.replaceTop(); }
    [[nodiscard]] bool isOnTop(const PageViewModel &page) const override { return m_navigator.top() == &page; }
    void openPerson(base::CaseId caseId) override;
    void openNewPerson(std::function<void(base::CaseId)> created) override;
    void openCallList() override;
    void openDay(DayPage page) override;
    void openLobContact(base::CaseId caseId, std::optional<base::RecordId> report,
                        LobStart start = LobStart::Open) override;
    void openContact(std::optional<base::CaseId> caseId, std::optional<base::RecordId> contact) override;
    void openForms(const std::optional<base::CaseId> &caseId) override;
    void openCaseForms(base::CaseId caseId) override;
    void openClosing(base::CaseId caseId) override;
    void openStage(base::CaseId caseId) override;
    void openAct(const ActOrder &order) override;
    void openInterview(const InterviewOrder &order) override;
    void openHandover(const HandoverOrder &order) override;
    void openResult(base::CaseId caseId, base::RecordId assessment) override;
    void openScratchResult(base::ScratchId scratch) override;
    void openNote(std::optional<base::CaseId> caseId, std::optional<base::RecordId> draft,
                  std::optional<base::RecordId> addendumTo) override;
    void openToldNote(const std::string &toldBy) override;
    void openRecord(base::CaseId caseId, base::RecordId record) override;
    void openChildren(base::CaseId caseId) override;
    void openProtection(base::CaseId caseId, const std::string &form, std::optional<base::RecordId> child) override;
    void openReading(base::CaseId caseId, base::RecordId record) override;
    void openAttachment(base::CaseId caseId, base::RecordId attachment) override;
    void openConflict(base::RecordId record, const std::string &field) override;
    void openGuidanceCard(const QString &card) override;

public Q_SLOTS:
    void goTo(faltakt::viewmodels::Router::Place place) override;
    /// As the navigation numbers them, from 0.
    void goToIndex(int index);
    void back() override;
    void openNew() override;
    void openSync() override;
    void openTeamReturns() override;
    void openTakeover(base::CaseId caseId, const std::optional<base::RecordId> &question = {}) override;
    void openWeek() override;
    void openLobSheet() override;
    void openDeputies(const std::optional<base::CaseId> &caseId) override;
    void openCheckIn(const std::optional<base::RecordId> &visit = {}) override;
    void openSettings() override;
    void openHelp(const QString &page) override;
    void openEmergency() override;
    /// Help about the page on top.
    void openHelpHere();
    void lockNow() override;
    /// Locks and shows the harmless page at once.
    void hideNow() override;
    /// From the harmless page to the passphrase.
    void returnFromHiding();
    /// A further worker on this device.
    void addWorker() override;
    /// From the camera back to the code, from the code back to the lock.
    void cancelEnrolment();
    void toggleNames();
    /// Locks, and lets another worker choose her name.
    void switchWorker();
    void openMenu() override;
    void openLetters() override;
    void openLetter(base::CaseId caseId, base::RecordId report) override;
    void closeMenu();
    /// Ctrl+K: the search of Personer.
    void search();
    /// Ctrl+Enter: what the main button of the page on top does.
    void mainAction();
    /// Ctrl+Z outside of text fields.
    void undo();

Q_SIGNALS:
    void coverChanged();
    void placeChanged();
    void returnTextChanged();
    void isMenuOpenChanged();
    void isCoverHelpOpenChanged();
    /// Pages are about to be cleared for a lock: what they look like has to be remembered now.
    void aboutToCover();
    /// Pages are cleared: what still lies over them goes. Not before: a sheet that its worker closes is over, one that a
    /// lock closes comes back.
    void cleared();
    /// Somebody has pressed what the app shows outside its window.
    void raiseWanted();

private:
    void onWorkspaceState();
    /// To I dag, by way of the passphrase where the app is locked.
    void onReminderOpened();
    /// In a person's hands and while hidden nothing is told.
    void holdReminders();
    void onPlacesChanged();
    /// The device was handed over: what lies below is forgotten, and read again when the worker has it back.
    void clearBelowSeal();
    void onNamesHidden();
    /// What may be read no longer goes from the screen at once; what may be read again comes back.
    void onAccessChanged();
    /// The store is open: the worker's pages, or those of the last time if this is her first unlock here.
    void showWorkersPages();
    void uncover();
    /// Says where the worker is once the page on top knows it.
    void sayReturn();
    [[nodiscard]] QString returnWords() const;
    void clearForLock();
    void restore(const Whereabouts &whereabouts);
    void dropPages();
    void setCover(Cover cover);
    void setReturnText(const QString &text);
    void setMenuOpen(bool open);
    void openCoverHelp();
    void setCoverHelpOpen(bool open);
    void clearPages();
    void reloadPages();
    [[nodiscard]] Whereabouts whereabouts() const;
    [[nodiscard]] std::vector<PageViewModel *> allPages();
    /// The page or nothing, so that a second press does not open it twice.
    template <typename PageType>
    [[nodiscard]] bool isOnTop() const
    {
        return dynamic_cast<PageType *>(m_navigator.top()) != nullptr;
    }

    FileReasons m_reasons;
    AppServices m_services;
    Cover m_cover = Cover::Lock;
    Place m_place = Place::Today;
    bool m_wasOpen = false;
    bool m_isRestoring = false;
    bool m_isSealed = false;       ///< As the pages below were told.
    bool m_hiddenAreStale = false; ///< Pages below an interview have not read the last changes.
    bool m_hasAccessEnded = false; ///< As the pages were told.
    bool m_isTodayWanted = false;  ///< A reminder was pressed while the app was locked.
    bool m_isMenuOpen = false;
    bool m_isCoverHelpOpen = false;
    QString m_returnText;
    QPointer<PageViewModel> m_returnedTo;
    /// Whose pages lie open; empty while nobody's do.
    std::optional<base::WorkerId> m_owner;
    PlaceKeeper m_placeKeeper;
    Navigator m_navigator;
    TodayViewModel m_today;
    PeopleViewModel m_people;
    GuidanceViewModel m_guidance;
    MoreViewModel m_more;
    LockViewModel m_lock;
    EnrolViewModel m_enrol;
    EmergencyViewModel m_emergency;
    HarmlessViewModel m_harmless;
    HelpViewModel m_coverHelp;
    AutoLock m_autoLock;
    AccessNotice m_access;
    AppLook m_look;
    LinkWatch m_linkWatch;
    PlacesModel m_places;
    Reminders m_reminders;
};

} // namespace faltakt::viewmodels
