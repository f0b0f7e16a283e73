#include "qml/app/tour.h"

#include <QImage>

namespace faltakt::app {

namespace {

constexpr int RoundMs = 25;
/// So many rounds without anything loading: animations have come to rest then.
constexpr int CalmRounds = 14;
constexpr int MostRounds = 400;

} // namespace

Tour::Tour(Composition &composition, std::vector<Scene> scenes, Look look, std::optional<QDir> folder,
           crypto::SecretBytes passphrase)
    : m_composition(composition), m_scenes(std::move(scenes)), m_look(std::move(look)), m_folder(std::move(folder)),
      m_passphrase(std::move(passphrase)), m_timer(this)
{
    m_timer.setInterval(RoundMs);
    connect(&m_timer, &QTimer::timeout, this, &Tour::waitUntilSettled);
}

void leaveSealed(Composition &composition)
{
    viewmodels::Navigator &navigator = *composition.app().navigator();
    if (!navigator.isSealed())
        return;
    navigator.top()->clear();
    navigator.drop();
}

void Tour::start() { next(); }

void Tour::next()
{
    if (m_scene == m_scenes.size()) {
        m_timer.stop();
        Q_EMIT finished(m_shown, m_failed);
        return;
    }
    const bool isOpen = m_composition.workspace().state() == viewmodels::Workspace::State::Open;
    if (m_scenes[m_scene].isLocked)
        show();
    else if (isOpen)
        showWhenUncovered();
    else
        unlockThenShow();
}

void Tour::unlockThenShow()
{
    m_composition.workspace().unlock(m_passphrase.clone(), this, [this](const base::Result<void> &opened) {
        m_failed = m_failed || !opened;
        if (opened)
            showWhenUncovered();
        else
            Q_EMIT finished(m_shown, true);
    });
}

// The pages that lay open come back first; a scene that was shown before that would go under them.
void Tour::showWhenUncovered()
{
    viewmodels::AppViewModel &app = m_composition.app();
    if (app.cover() == viewmodels::AppViewModel::Cover::None)
        return show();
    connect(&app, &viewmodels::AppViewModel::coverChanged, this, &Tour::showWhenUncovered,
            Qt::ConnectionType(Qt::QueuedConnection | Qt::SingleShotConnection));
}

void Tour::show()
{
    leaveSealed(m_composition);
    // What the last scene opened over its page would lie over the next one too.
    Q_EMIT m_composition.app().cleared();
    viewmodels::AppSettings &settings = m_composition.settings();
    settings.setScheme(m_look.scheme);
    settings.setTextScale(m_look.textScale);
    settings.setLanguage(m_look.language);
    m_composition.window()->resize(m_look.size);
    m_composition.app().goTo(viewmodels::Router::Place::Today);
    m_scenes[m_scene].go(m_composition);
    m_calmRounds = 0;
    m_waitedRounds = 0;
    m_timer.start();
}

bool Tour::isSettled() const
{
    const auto state = m_composition.workspace().state();
    using State = viewmodels::Workspace::State;
    if (state == State::Unlocking || state == State::Closing || state == State::Enrolling)
        return false;
    const viewmodels::PageViewModel *top = m_composition.app().navigator()->top();
    return state != State::Open || (top && !top->isLoading());
}

void Tour::waitUntilSettled()
{
    ++m_waitedRounds;
    m_calmRounds = isSettled() ? m_calmRounds + 1 : 0;
    if (m_calmRounds < CalmRounds && m_waitedRounds < MostRounds)
        return;
    m_timer.stop();
    take();
    ++m_scene;
    next();
}

void Tour::take()
{
    ++m_shown;
    if (m_waitedRounds >= MostRounds) {
        qWarning("tour: %s never came to rest", qPrintable(m_scenes[m_scene].name));
        m_failed = true;
    }
    if (!m_folder)
        return;
    const QString name = m_scenes[m_scene].name + QLatin1Char('-') + m_look.name + QStringLiteral(".png");
    if (!m_composition.window()->grabWindow().save(m_folder->filePath(name))) {
        qWarning("tour: %s cannot be written", qPrintable(name));
        m_failed = true;
    }
}

} // namespace faltakt::app
