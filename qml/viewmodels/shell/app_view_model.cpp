#include "qml/viewmodels/shell/app_view_model.h"

#include <QClipboard>
#include <QGuiApplication>

namespace faltakt::viewmodels {

namespace {

/// What was copied or selected in the app is not left for other programs once the app is locked.
void forgetCopies()
{
    QClipboard &clipboard = *QGuiApplication::clipboard();
    if (clipboard.ownsClipboard())
        clipboard.clear(QClipboard::Clipboard);
    if (clipboard.ownsSelection())
        clipboard.clear(QClipboard::Selection);
}

} // namespace

AppViewModel::AppViewModel(Workspace &workspace, AppSettings &settings, const platform::DeviceAbilities &device,
                           platform::Notifier &notifier, QObject *parent)
    : QObject(parent), m_services{workspace,     settings,       *this,       workspace.setup().clock, device.telephone,
                                  device.screen, device.files,   device.pdf,  device.scanner,          m_reasons,
                                  device.photos, device.cleaner, device.voice},
      m_placeKeeper(m_services), m_today(m_services), m_people(m_services), m_guidance(m_services), m_more(m_services),
      m_lock(m_services), m_enrol(m_services), m_emergency(m_services), m_harmless(m_services),
      m_coverHelp(m_services, QStringLiteral("lock"), HelpViewModel::Host::Cover), m_autoLock(m_services),
      m_access(m_services), m_look(settings), m_linkWatch(workspace, settings, device.network), m_places(m_services),
      m_reminders(m_services, notifier)
{
    connect(&workspace, &Workspace::stateChanged, this, &AppViewModel::onWorkspaceState);
    connect(&workspace, &Workspace::contentChanged, this, &AppViewModel::reloadPages);
    connect(&workspace, &Workspace::orderedAway, this, &AppViewModel::dropPages);
    connect(&settings, &AppSettings::namesHiddenChanged, this, &AppViewModel::onNamesHidden);
    connect(&settings, &AppSettings::languageChanged, this, &AppViewModel::reloadPages);
    connect(&settings, &AppSettings::languageChanged, this, &AppViewModel::placeChanged);
    connect(&m_coverHelp, &HelpViewModel::closed, this, [this] { setCoverHelpOpen(false); });
    connect(&m_access, &AccessNotice::changed, this, &AppViewModel::onAccessChanged);
    connect(&m_autoLock, &AutoLock::expired, this, &AppViewModel::lockNow);
    connect(&m_reminders, &Reminders::opened, this, &AppViewModel::onReminderOpened);
    connect(&m_navigator, &Navigator::placesChanged, this, &AppViewModel::onPlacesChanged);
    connect(&m_navigator, &Navigator::longTalkChanged, &m_autoLock, &AutoLock::setInTalk);
    connect(&m_navigator, &Navigator::safeTalkChanged, &m_autoLock, &AutoLock::setInSafeTalk);
    m_navigator.setReads(false);
    goTo(Place::Today);
    onWorkspaceState();
}

AppViewModel::~AppViewModel() = default;

QString AppViewModel::workerInitials() const
{
    QString initials;
    for (const QString &word : workerName().split(QLatin1Char(' '), Qt::SkipEmptyParts))
        initials += word.front().toUpper();
    return initials.left(2);
}

void AppViewModel::setCover(Cover cover)
{
    if (m_cover == cover)
        return;
    m_cover = cover;
    setCoverHelpOpen(false);
    m_enrol.scan()->close();
    holdReminders();
    Q_EMIT coverChanged();
}

void AppViewModel::onWorkspaceState()
{
    const bool isOpen = m_services.workspace.state() == Workspace::State::Open;
    m_navigator.setReads(isOpen);
    if (m_wasOpen && !isOpen)
        clearForLock();
    m_wasOpen = isOpen;
    if (isOpen)
        showWorkersPages();
    else if (m_services.workspace.state() == Workspace::State::NoDevice)
        setCover(Cover::Enrol);
    else if (m_cover == Cover::None)
        setCover(Cover::Lock);
}

void AppViewModel::showWorkersPages()
{
    // Whom a reminder has led to I dag is not back where she was.
    const bool isLed = m_isTodayWanted;
    if (m_owner == m_services.workspace.worker()) {
        uncover();
        if (!isLed)
            sayReturn();
        return;
    }
    dropPages();
    m_owner = m_services.workspace.worker();
    m_placeKeeper.read([this, isLed](const Whereabouts &kept) {
        if (m_services.workspace.state() != Workspace::State::Open)
            return;
        restore(kept);
        uncover();
        if (!kept.pages.empty() && !isLed)
            sayReturn();
    });
}

void AppViewModel::sayReturn()
{
    m_returnedTo = m_navigator.top();
    // The person is not told where a worker is.
    if (m_navigator.isSealed())
        return;
    const auto say = [this] {
        if (m_cover == Cover::None && m_navigator.top() == m_returnedTo)
            setReturnText(returnWords());
    };
    if (!m_returnedTo->isLoading())
        return say();
    // Only a page that has been read knows where in it one was; queued, because it says that it was read before it shows it.
    connect(m_returnedTo, &PageViewModel::loadingChanged, this, say,
            Qt::ConnectionType(Qt::QueuedConnection | Qt::SingleShotConnection));
}

QString AppViewModel::returnWords() const
{
    const QString words = m_navigator.top()->placeWords();
    return words.isEmpty() ? tr("Du är tillbaka där du var.") : tr("Du är tillbaka på %1.").arg(words);
}

void AppViewModel::restore(const Whereabouts &whereabouts)
{
    m_isRestoring = true;
    goTo(whereabouts.place);
    for (const PagePlace &page : whereabouts.pages)
        openPlace(*this, page);
    m_isRestoring = false;
    onPlacesChanged();
}

void AppViewModel::dropPages()
{
    m_owner.reset();
    // What another worker's pages hold belongs to another store: it is not kept in this one.
    m_navigator.drop();
    m_people.forgetChoices();
    clearPages();
    m_navigator.setReads(false);
    goTo(Place::Today);
    m_navigator.setReads(m_services.workspace.state() == Workspace::State::Open);
}

void AppViewModel::holdReminders() { m_reminders.setHeld(m_cover == Cover::Harmless || m_navigator.isSealed()); }

void AppViewModel::onReminderOpened()
{
    if (m_services.workspace.state() == Workspace::State::Open)
        goTo(Place::Today);
    else
        m_isTodayWanted = true;
    Q_EMIT raiseWanted();
}

void AppViewModel::uncover()
{
    setCover(Cover::None);
    if (std::exchange(m_isTodayWanted, false))
        goTo(Place::Today);
    reloadPages();
}

void AppViewModel::clearForLock()
{
    if (m_cover == Cover::None)
        Q_EMIT aboutToCover();
    setReturnText({});
    setMenuOpen(false);
    m_reasons.forget();
    clearPages();
    Q_EMIT cleared();
    forgetCopies();
}

Whereabouts AppViewModel::whereabouts() const { return {m_place, m_navigator.places()}; }

void AppViewModel::onPlacesChanged()
{
    // A page that is read again is where it was.
    if (!m_returnedTo || m_navigator.top() != m_returnedTo || returnWords() != m_returnText)
        setReturnText({});
    setMenuOpen(false);
    holdReminders();
    clearBelowSeal();
    const std::vector<PagePlace> places = m_navigator.places();
    const auto shown = places.empty() ? std::nullopt : caseOf(places.front());
    std::set<base::CaseId> files;
    for (const PagePlace &place : places)
        if (const auto file = caseOf(place))
            files.insert(*file);
    m_reasons.keepOnly(files);
    for (PageViewModel *place : std::initializer_list<PageViewModel *>{&m_today, &m_people})
        place->noteShownCase(shown);
    if (!m_isRestoring && m_owner)
        m_placeKeeper.keep(whereabouts());
    if (m_hiddenAreStale && !m_navigator.topIsFull())
        reloadPages();
}

void AppViewModel::clearBelowSeal()
{
    if (std::exchange(m_isSealed, m_navigator.isSealed()) || !m_isSealed)
        return;
    for (PageViewModel *page : allPages())
        if (page != m_navigator.top())
            page->clear();
    m_hiddenAreStale = true;
}

void AppViewModel::onNamesHidden()
{
    // Not when the store has answered: it may be busy with a page from the server.
    if (m_services.settings.namesHidden()) {
        const std::vector<PageViewModel *> open = m_navigator.pages();
        for (PageViewModel *page : allPages()) {
            page->clearNames();
            // A place that lies behind no page is read when it is gone to.
            if (std::ranges::find(open, page) == open.end())
                page->clear();
        }
    }
    reloadPages();
}

void AppViewModel::onAccessChanged()
{
    if (m_services.workspace.state() != Workspace::State::Open
        || std::exchange(m_hasAccessEnded, m_access.hasEnded()) == m_access.hasEnded())
        return;
    if (m_hasAccessEnded)
        for (PageViewModel *page : allPages())
            page->clearRead();
    reloadPages();
}

std::vector<PageViewModel *> AppViewModel::allPages()
{
    // A place that is not on the stack may still hold what it showed last.
    std::vector<PageViewModel *> pages = m_navigator.pages();
    for (PageViewModel *place : std::initializer_list<PageViewModel *>{&m_today, &m_people, &m_guidance, &m_more})
        if (pages.empty() || pages.front() != place)
            pages.push_back(place);
    return pages;
}

void AppViewModel::clearPages()
{
    for (PageViewModel *page : allPages())
        page->clear();
}

void AppViewModel::reloadPages()
{
    if (m_services.workspace.state() != Workspace::State::Open)
        return;
    // What an interview hides is read again when it has gone: an answer costs no list of five thousand people.
    m_hiddenAreStale = m_navigator.topIsFull();
    if (m_hiddenAreStale)
        return m_navigator.top()->load();
    for (PageViewModel *page : m_navigator.pages())
        page->load();
}

void AppViewModel::setReturnText(const QString &text)
{
    if (std::exchange(m_returnText, text) != text)
        Q_EMIT returnTextChanged();
}

void AppViewModel::setMenuOpen(bool open)
{
    if (std::exchange(m_isMenuOpen, open) != open)
        Q_EMIT isMenuOpenChanged();
}

void AppViewModel::openMenu() { setMenuOpen(!m_navigator.isSealed()); }

void AppViewModel::closeMenu() { setMenuOpen(false); }

void AppViewModel::lockNow() { m_services.workspace.lock(); }

void AppViewModel::hideNow()
{
    // Covered before the store is closed: what is on the screen goes with the press.
    Q_EMIT aboutToCover();
    m_emergency.close();
    setMenuOpen(false);
    setCover(Cover::Harmless);
    m_services.workspace.lock();
    // Where no store was open, nothing was cleared, and a sheet may lie over the lock.
    Q_EMIT cleared();
}

void AppViewModel::returnFromHiding()
{
    setCover(m_services.workspace.state() == Workspace::State::NoDevice ? Cover::Enrol : Cover::Lock);
}

void AppViewModel::switchWorker()
{
    m_services.workspace.lock();
    m_lock.startChoosing();
}

void AppViewModel::addWorker()
{
    m_lock.stopChoosing();
    m_enrol.reset();
    // Covered first: from here the way back leads to the lock.
    setCover(Cover::Enrol);
    m_services.workspace.lock();
}

void AppViewModel::cancelEnrolment()
{
    if (m_enrol.scan()->isOpen())
        return m_enrol.scan()->close();
    if (!m_enrol.canCancel())
        return;
    m_enrol.reset();
    setCover(Cover::Lock);
}

void AppViewModel::toggleNames()
{
    if (!m_navigator.isSealed())
        m_services.settings.setNamesHidden(!m_services.settings.namesHidden());
}

void AppViewModel::search()
{
    if (m_navigator.isSealed())
        return;
    goTo(Place::People);
    Q_EMIT m_people.searchWanted();
}

void AppViewModel::mainAction()
{
    if (m_navigator.top())
        m_navigator.top()->mainAction();
}

void AppViewModel::undo()
{
    if (m_navigator.top())
        m_navigator.top()->undo();
}

} // namespace faltakt::viewmodels
