#include "qml/viewmodels/shell/app_view_model.h"

namespace faltakt::viewmodels {

AppViewModel::AppViewModel(Workspace &workspace, AppSettings &settings, QObject *parent)
    : QObject(parent), m_services{workspace, settings, *this, workspace.setup().clock}, m_today(m_services),
      m_people(m_services), m_guidance(m_services), m_more(m_services), m_lock(m_services), m_enrol(m_services),
      m_emergency(m_services), m_autoLock(m_services)
{
    connect(&workspace, &Workspace::stateChanged, this, &AppViewModel::onWorkspaceState);
    connect(&workspace, &Workspace::contentChanged, this, &AppViewModel::reloadPages);
    connect(&settings, &AppSettings::namesHiddenChanged, this, &AppViewModel::reloadPages);
    connect(&settings, &AppSettings::languageChanged, this, &AppViewModel::reloadPages);
    connect(&m_autoLock, &AutoLock::expired, this, &AppViewModel::lockNow);
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
    Q_EMIT coverChanged();
}

void AppViewModel::onWorkspaceState()
{
    const bool isOpen = m_services.workspace.state() == Workspace::State::Open;
    if (m_wasOpen && !isOpen)
        clearPages();
    if (isOpen) {
        setCover(Cover::None);
        reloadPages();
    } else if (m_services.workspace.state() == Workspace::State::NoDevice) {
        setCover(Cover::Enrol);
    } else if (m_cover == Cover::None) {
        setCover(Cover::Lock);
    }
    m_wasOpen = isOpen;
}

void AppViewModel::clearPages()
{
    for (PageViewModel *page : m_navigator.pages())
        page->clear();
    // A place that is not on the stack may still hold what it showed last.
    for (PageViewModel *place : std::initializer_list<PageViewModel *>{&m_today, &m_people, &m_guidance, &m_more})
        place->clear();
}

void AppViewModel::reloadPages()
{
    if (m_services.workspace.state() != Workspace::State::Open)
        return;
    for (PageViewModel *page : m_navigator.pages())
        page->load();
}

void AppViewModel::lockNow() { m_services.workspace.lock(); }

void AppViewModel::hideNow()
{
    // Covered before the store is closed: what is on the screen goes with the press.
    setCover(Cover::Harmless);
    clearPages();
    m_services.workspace.lock();
}

void AppViewModel::returnFromHiding() { setCover(Cover::Lock); }

void AppViewModel::addWorker() { setCover(Cover::Enrol); }

void AppViewModel::cancelEnrolment()
{
    if (m_services.workspace.state() == Workspace::State::Locked)
        setCover(Cover::Lock);
}

void AppViewModel::toggleNames() { m_services.settings.setNamesHidden(!m_services.settings.namesHidden()); }

} // namespace faltakt::viewmodels
