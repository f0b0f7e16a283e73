// Which page is made for which call, and how it uses the window.
#include "qml/viewmodels/act/act_view_model.h"
#include "qml/viewmodels/attachment/attachment_view_model.h"
#include "qml/viewmodels/child/children_view_model.h"
#include "qml/viewmodels/child/protection_view_model.h"
#include "qml/viewmodels/conflict/conflict_view_model.h"
#include "qml/viewmodels/contact/call_list_view_model.h"
#include "qml/viewmodels/contact/contact_view_model.h"
#include "qml/viewmodels/contact/lob_contact_view_model.h"
#include "qml/viewmodels/contact/lob_sheet_view_model.h"
#include "qml/viewmodels/day/contact_card_view_model.h"
#include "qml/viewmodels/day/day_end_view_model.h"
#include "qml/viewmodels/day/met_today_view_model.h"
#include "qml/viewmodels/day/relative_call_view_model.h"
#include "qml/viewmodels/day/tally_view_model.h"
#include "qml/viewmodels/day/visit_plan_view_model.h"
#include "qml/viewmodels/guidance/guidance_card_view_model.h"
#include "qml/viewmodels/interview/handover_view_model.h"
#include "qml/viewmodels/interview/interview_view_model.h"
#include "qml/viewmodels/interview/result_view_model.h"
#include "qml/viewmodels/interview/scratch_result_view_model.h"
#include "qml/viewmodels/letter/letter_view_model.h"
#include "qml/viewmodels/letter/letters_view_model.h"
#include "qml/viewmodels/note/note_view_model.h"
#include "qml/viewmodels/people/closing_view_model.h"
#include "qml/viewmodels/people/new_person_view_model.h"
#include "qml/viewmodels/people/person_view_model.h"
#include "qml/viewmodels/people/record_view_model.h"
#include "qml/viewmodels/people/stage_view_model.h"
#include "qml/viewmodels/reading/reading_view_model.h"
#include "qml/viewmodels/settings/settings_view_model.h"
#include "qml/viewmodels/shell/app_view_model.h"
#include "qml/viewmodels/start/forms_view_model.h"
#include "qml/viewmodels/start/new_view_model.h"
#include "qml/viewmodels/sync/sync_view_model.h"
#include "qml/viewmodels/sync/team_returns_view_model.h"
#include "qml/viewmodels/team/check_in_view_model.h"
#include "qml/viewmodels/team/deputy_view_model.h"
#include "qml/viewmodels/team/takeover_view_model.h"
#include "qml/viewmodels/team/week_view_model.h"

namespace faltakt::viewmodels {

using Layout = Navigator::Layout;

void AppViewModel::goTo(Place place)
{
    if (m_navigator.isSealed())
        return;
    m_place = place;
    switch (place) {
    case Place::Today: m_navigator.showPlace(m_today, QStringLiteral("today/TodayPage.qml")); break;
    case Place::People: m_navigator.showPlace(m_people, QStringLiteral("people/PeoplePage.qml")); break;
    case Place::Guidance: m_navigator.showPlace(m_guidance, QStringLiteral("guidance/GuidancePage.qml")); break;
    case Place::More: m_navigator.showPlace(m_more, QStringLiteral("settings/MorePage.qml")); break;
    }
    Q_EMIT placeChanged();
}

void AppViewModel::goToIndex(int index)
{
    if (index >= 0 && index < m_places.rowCount())
        goTo(Place(index));
}

void AppViewModel::back()
{
    if (m_emergency.isOpen())
        m_emergency.close();
    else
        m_navigator.pop();
}

std::optional<base::CaseId> AppViewModel::shownCase() const
{
    const auto places = m_navigator.places();
    for (auto place = places.rbegin(); place != places.rend(); ++place)
        if (const auto shown = caseOf(*place))
            return shown;
    return std::nullopt;
}

void AppViewModel::openPerson(base::CaseId caseId)
{
    m_navigator.push(std::make_unique<PersonViewModel>(m_services, caseId), QStringLiteral("people/PersonPage.qml"),
                     Layout::Detail, personPlace(caseId));
}

void AppViewModel::openNewPerson(std::function<void(base::CaseId)> created)
{
    m_navigator.push(std::make_unique<NewPersonViewModel>(m_services, std::move(created)),
                     QStringLiteral("people/NewPersonPage.qml"), Layout::Detail, namedPlace("new-person"));
}

void AppViewModel::openCallList()
{
    m_navigator.push(std::make_unique<CallListViewModel>(m_services), QStringLiteral("contact/CallListPage.qml"),
                     Layout::Detail, namedPlace("call-list"));
}

void AppViewModel::openLetters()
{
    m_navigator.push(std::make_unique<LettersViewModel>(m_services), QStringLiteral("letter/LettersPage.qml"),
                     Layout::Detail, namedPlace("letters"));
}

void AppViewModel::openLetter(base::CaseId caseId, base::RecordId report)
{
    m_navigator.push(std::make_unique<LetterViewModel>(m_services, caseId, report),
                     QStringLiteral("letter/LetterPage.qml"), Layout::Detail, letterPlace(caseId, report));
}

void AppViewModel::openDay(DayPage page)
{
    const PagePlace place = dayPlace(page);
    switch (page) {
    case DayPage::MetToday:
        m_navigator.push(std::make_unique<MetTodayViewModel>(m_services), QStringLiteral("day/MetTodayPage.qml"),
                         Layout::Detail, place);
        break;
    case DayPage::Tally:
        m_navigator.push(std::make_unique<TallyViewModel>(m_services), QStringLiteral("day/TallyPage.qml"),
                         Layout::Detail, place);
        break;
    case DayPage::RelativeCall:
        m_navigator.push(std::make_unique<RelativeCallViewModel>(m_services),
                         QStringLiteral("day/RelativeCallPage.qml"), Layout::Detail, place);
        break;
    case DayPage::Visits:
        m_navigator.push(std::make_unique<VisitPlanViewModel>(m_services), QStringLiteral("day/VisitPlanPage.qml"),
                         Layout::Detail, place);
        break;
    case DayPage::ContactCard:
        // The whole window: whoever looks at the card sees nobody's name beside it.
        m_navigator.push(std::make_unique<ContactCardViewModel>(m_services), QStringLiteral("day/ContactCardPage.qml"),
                         Layout::Full, place);
        break;
    case DayPage::End:
        m_navigator.push(std::make_unique<DayEndViewModel>(m_services), QStringLiteral("day/DayEndPage.qml"),
                         Layout::Detail, place);
        break;
    }
}

void AppViewModel::openLobContact(base::CaseId caseId, std::optional<base::RecordId> report, LobStart start)
{
    m_navigator.push(std::make_unique<LobContactViewModel>(m_services, caseId, report, start),
                     QStringLiteral("contact/LobContactPage.qml"), Layout::Detail, lobContactPlace(caseId, report));
}

void AppViewModel::openContact(std::optional<base::CaseId> caseId, std::optional<base::RecordId> contact)
{
    m_navigator.push(std::make_unique<ContactViewModel>(m_services, caseId, contact),
                     QStringLiteral("contact/ContactPage.qml"), Layout::Detail, contactPlace(caseId, contact));
}

void AppViewModel::openNew()
{
    if (!isOnTop<NewViewModel>())
        m_navigator.push(std::make_unique<NewViewModel>(m_services), QStringLiteral("start/NewSheet.qml"),
                         Layout::Sheet);
}

void AppViewModel::openForms(const std::optional<base::CaseId> &caseId)
{
    m_navigator.push(std::make_unique<FormsViewModel>(m_services, caseId), QStringLiteral("start/FormsPage.qml"),
                     Layout::Detail, formsPlace(caseId));
}

void AppViewModel::openCaseForms(base::CaseId caseId)
{
    m_navigator.push(std::make_unique<FormsViewModel>(m_services, caseId, FormsViewModel::Which::OfFile),
                     QStringLiteral("start/FormsPage.qml"), Layout::Detail, caseFormsPlace(caseId));
}

void AppViewModel::openClosing(base::CaseId caseId)
{
    m_navigator.push(std::make_unique<ClosingViewModel>(m_services, caseId), QStringLiteral("people/ClosingPage.qml"),
                     Layout::Detail, closingPlace(caseId));
}

void AppViewModel::openStage(base::CaseId caseId)
{
    m_navigator.push(std::make_unique<StageViewModel>(m_services, caseId), QStringLiteral("people/StagePage.qml"),
                     Layout::Detail, stagePlace(caseId));
}

void AppViewModel::openAct(const ActOrder &order)
{
    m_navigator.push(std::make_unique<ActViewModel>(m_services, order), QStringLiteral("act/ActPage.qml"),
                     Layout::Detail, actPlace(order));
}

void AppViewModel::openInterview(const InterviewOrder &order)
{
    m_navigator.push(std::make_unique<InterviewViewModel>(m_services, order),
                     QStringLiteral("interview/InterviewPage.qml"), Layout::Full, interviewPlace(order));
}

void AppViewModel::openHandover(const HandoverOrder &order)
{
    m_navigator.push(std::make_unique<HandoverViewModel>(m_services, order),
                     QStringLiteral("interview/HandoverPage.qml"), Layout::Full, handoverPlace(order));
}

void AppViewModel::openResult(base::CaseId caseId, base::RecordId assessment)
{
    m_navigator.push(std::make_unique<ResultViewModel>(m_services, caseId, assessment),
                     QStringLiteral("interview/ResultPage.qml"), Layout::Full, resultPlace(caseId, assessment));
}

void AppViewModel::openScratchResult(base::ScratchId scratch)
{
    m_navigator.push(std::make_unique<ScratchResultViewModel>(m_services, scratch),
                     QStringLiteral("interview/ScratchResultPage.qml"), Layout::Full, scratchResultPlace(scratch));
}

void AppViewModel::openNote(std::optional<base::CaseId> caseId, std::optional<base::RecordId> draft,
                            std::optional<base::RecordId> addendumTo)
{
    m_navigator.push(std::make_unique<NoteViewModel>(m_services, caseId, draft, addendumTo),
                     QStringLiteral("note/NotePage.qml"), Layout::Detail, notePlace(caseId, draft, addendumTo));
}

void AppViewModel::openToldNote(const std::string &toldBy)
{
    m_navigator.push(std::make_unique<NoteViewModel>(m_services, std::nullopt, std::nullopt, std::nullopt, toldBy),
                     QStringLiteral("note/NotePage.qml"), Layout::Detail, toldNotePlace(toldBy));
}

void AppViewModel::openRecord(base::CaseId caseId, base::RecordId record)
{
    m_navigator.push(std::make_unique<RecordViewModel>(m_services, caseId, record),
                     QStringLiteral("people/RecordPage.qml"), Layout::Detail, recordPlace(caseId, record));
}

void AppViewModel::openChildren(base::CaseId caseId)
{
    m_navigator.push(std::make_unique<ChildrenViewModel>(m_services, caseId), QStringLiteral("child/ChildrenPage.qml"),
                     Layout::Detail, childrenPlace(caseId));
}

void AppViewModel::openProtection(base::CaseId caseId, const std::string &form, std::optional<base::RecordId> child)
{
    if (const ProtectionForm *known = protectionForm(form))
        m_navigator.push(std::make_unique<ProtectionViewModel>(m_services, *known, ProtectionSubject{caseId, child}),
                         QStringLiteral("child/ProtectionPage.qml"), Layout::Detail,
                         protectionPlace(caseId, form, child));
}

void AppViewModel::openReading(base::CaseId caseId, base::RecordId record)
{
    // No place: it does not come back after a lock or a kill.
    m_navigator.push(std::make_unique<ReadingViewModel>(m_services, caseId, record),
                     QStringLiteral("reading/ReadingPage.qml"), Layout::Full);
}

void AppViewModel::openAttachment(base::CaseId caseId, base::RecordId attachment)
{
    m_navigator.push(std::make_unique<AttachmentViewModel>(m_services, caseId, attachment),
                     QStringLiteral("attachment/AttachmentPage.qml"), Layout::Full,
                     attachmentPlace(caseId, attachment));
}

void AppViewModel::openConflict(base::RecordId record, const std::string &field)
{
    m_navigator.push(std::make_unique<ConflictViewModel>(m_services, record, field),
                     QStringLiteral("conflict/ConflictPage.qml"), Layout::Detail, conflictPlace(record, field));
}

void AppViewModel::openSync()
{
    if (!isOnTop<SyncViewModel>())
        m_navigator.push(std::make_unique<SyncViewModel>(m_services), QStringLiteral("sync/SyncPage.qml"),
                         Layout::Detail, namedPlace("sync"));
}

void AppViewModel::openTeamReturns()
{
    if (!isOnTop<TeamReturnsViewModel>())
        m_navigator.push(std::make_unique<TeamReturnsViewModel>(m_services), QStringLiteral("sync/TeamReturnsPage.qml"),
                         Layout::Detail, namedPlace("team-returns"));
}

void AppViewModel::openLobSheet()
{
    m_navigator.push(std::make_unique<LobSheetViewModel>(m_services), QStringLiteral("contact/LobSheetPage.qml"),
                     Layout::Detail, namedPlace("lob-sheet"));
}

void AppViewModel::openCheckIn(const std::optional<base::RecordId> &visit)
{
    m_navigator.push(std::make_unique<CheckInViewModel>(m_services, visit), QStringLiteral("team/CheckInPage.qml"),
                     Layout::Detail, checkInPlace(visit));
}

void AppViewModel::openTakeover(base::CaseId caseId, const std::optional<base::RecordId> &question)
{
    m_navigator.push(std::make_unique<TakeoverViewModel>(m_services, caseId, question),
                     QStringLiteral("team/TakeoverPage.qml"), Layout::Detail, takeoverPlace(caseId, question));
}

void AppViewModel::openDeputies(const std::optional<base::CaseId> &caseId)
{
    m_navigator.push(std::make_unique<DeputyViewModel>(m_services, caseId), QStringLiteral("team/DeputyPage.qml"),
                     Layout::Detail, deputiesPlace(caseId));
}

void AppViewModel::openWeek()
{
    if (!isOnTop<WeekViewModel>())
        m_navigator.push(std::make_unique<WeekViewModel>(m_services), QStringLiteral("team/WeekPage.qml"),
                         Layout::Detail, namedPlace("week"));
}

void AppViewModel::openSettings()
{
    setMenuOpen(false);
    if (!isOnTop<SettingsViewModel>())
        m_navigator.push(std::make_unique<SettingsViewModel>(m_services, m_reminders),
                         QStringLiteral("settings/SettingsPage.qml"), Layout::Detail, namedPlace("settings"));
}

void AppViewModel::openHelp(const QString &page)
{
    m_navigator.push(std::make_unique<HelpViewModel>(m_services, page), QStringLiteral("guidance/HelpPage.qml"),
                     Layout::Detail, namedPlace("help", page.toStdString()));
}

void AppViewModel::openHelpHere()
{
    if (m_cover == Cover::Lock || m_cover == Cover::Enrol)
        return openCoverHelp();
    // The harmless page tells nobody what the program is.
    if (m_cover == Cover::Harmless)
        return;
    if (m_navigator.top() && !m_navigator.isSealed() && !isOnTop<HelpViewModel>())
        openHelp(m_navigator.top()->helpPage());
}

void AppViewModel::openCoverHelp()
{
    if (m_isCoverHelpOpen)
        return;
    m_coverHelp.start(m_cover == Cover::Enrol ? QStringLiteral("enrol") : QStringLiteral("lock"));
    setCoverHelpOpen(true);
}

void AppViewModel::setCoverHelpOpen(bool open)
{
    if (std::exchange(m_isCoverHelpOpen, open) != open)
        Q_EMIT isCoverHelpOpenChanged();
}

void AppViewModel::openEmergency() { m_emergency.open(); }

void AppViewModel::openGuidanceCard(const QString &card)
{
    m_navigator.push(std::make_unique<GuidanceCardViewModel>(m_services, card),
                     QStringLiteral("guidance/GuidanceCardPage.qml"), Layout::Detail,
                     namedPlace("guidance-card", card.toStdString()));
}

} // namespace faltakt::viewmodels
