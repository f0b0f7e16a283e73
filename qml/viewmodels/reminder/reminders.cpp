#include "qml/viewmodels/reminder/reminders.h"

#include "qml/viewmodels/reminder/reminder_reader.h"

#include <algorithm>

namespace faltakt::viewmodels {

namespace {

/// A device that sleeps has no timer, and a clock may be set: it is looked again after a while whatever comes.
constexpr std::chrono::milliseconds LongestWait = std::chrono::minutes(5);
constexpr std::chrono::milliseconds ShortestWait{200};
/// So long after a change the plan is made anew.
constexpr std::chrono::milliseconds ReadingWait{500};

} // namespace

Reminders::Reminders(AppServices &services, platform::Notifier &notifier)
    : m_services(services), m_notifier(notifier), m_settings(services.workspace.setup().dataFolder)
{
    m_timer.setSingleShot(true);
    m_reading.setSingleShot(true);
    m_reading.setInterval(ReadingWait);
    connect(&m_timer, &QTimer::timeout, this, &Reminders::look);
    connect(&m_reading, &QTimer::timeout, this, &Reminders::read);
    connect(&services.workspace, &Workspace::stateChanged, this, &Reminders::onState);
    connect(&services.workspace, &Workspace::contentChanged, &m_reading, qOverload<>(&QTimer::start));
    connect(&services.workspace, &Workspace::orderedAway, this, &Reminders::forget);
    connect(&m_settings, &ReminderSettings::changed, this, &Reminders::plan);
    m_notifier.watch({.opened =
                          [this] {
                              m_shown.clear();
                              Q_EMIT opened();
                          },
                      .chosen = [this](const std::string &choice) { snooze(choice); },
                      .closed = [this] { m_shown.clear(); },
                      .permissionChanged = [this] { Q_EMIT changed(); }});
    onState();
}

Reminders::~Reminders()
{
    m_notifier.watch({});
    m_notifier.withdraw();
}

ReminderUse Reminders::use() const
{
    return m_services.workspace.isTraining() ? ReminderUse::InTraining : ReminderUse::AtWork;
}

void Reminders::onState()
{
    const Workspace::State state = m_services.workspace.state();
    const bool isOpen = state == Workspace::State::Open;
    if (state == Workspace::State::NoDevice)
        forget();
    if (!isOpen)
        m_facts.reset();
    if (std::exchange(m_wasOpen, isOpen) || !isOpen)
        return;
    if (m_owner != m_services.workspace.worker())
        forget();
    m_owner = m_services.workspace.worker();
    // The worker has come to see for herself.
    m_shown.clear();
    m_notifier.withdraw();
    read();
}

void Reminders::read()
{
    if (m_services.workspace.state() != Workspace::State::Open)
        return;
    m_services.workspace.read<rules::ReminderFacts>(
        this, [](OpenStore &store) { return readReminderFacts(store); },
        [this](const base::Result<rules::ReminderFacts> &facts) { take(facts); });
}

void Reminders::take(const base::Result<rules::ReminderFacts> &facts)
{
    if (!facts) {
        // Who may not read any longer is not reminded either; what could not be read this once stays as it was planned.
        if (facts.error().code() == base::ErrorCode::Refused)
            forget();
        return;
    }
    m_facts = *facts;
    plan();
}

void Reminders::plan()
{
    if (!m_facts) {
        // Locked: what was planned stays, by the hours and kinds that hold now as far as it is known.
        const rules::ReminderChoices choices = m_settings.choices();
        std::erase_if(m_plan, [&](const rules::Reminder &each) { return !choices.has(each.kind); });
        return arm();
    }
    const base::Instant now = m_services.clock.now();
    if (m_state) {
        look();
        if (!m_isHeld)
            rules::noteSeen(*m_state, now);
    } else {
        m_state = m_settings.state().value_or(rules::freshReminderState(now));
        m_settings.setState(*m_state);
    }
    m_plan = rules::planReminders(*m_facts, m_settings.choices(), now);
    withdrawDone();
    look();
    Q_EMIT changed();
}

void Reminders::look()
{
    if (m_state && !m_isHeld) {
        const rules::ReminderBundle bundle =
            rules::takeReminders(*m_state, m_plan, m_settings.choices(), m_services.clock.now());
        if (!bundle.empty()) {
            m_settings.setState(*m_state);
            show(bundle);
        }
    }
    arm();
}

void Reminders::withdrawDone()
{
    if (m_shown.empty())
        return;
    std::erase_if(m_shown, [this](const rules::Reminder &each) { return !isPlanned(each); });
    if (m_shown.empty())
        m_notifier.withdraw();
}

bool Reminders::isPlanned(const rules::Reminder &reminder) const
{
    return std::ranges::any_of(
        m_plan, [&](const rules::Reminder &each) { return each.kind == reminder.kind && each.at == reminder.at; });
}

void Reminders::show(const rules::ReminderBundle &bundle)
{
    // There is one notification: what stands on it unanswered stays on it.
    std::erase_if(m_shown,
                  [&](const rules::Reminder &each) { return std::ranges::find(bundle, each) != bundle.end(); });
    std::ranges::copy(bundle, std::back_inserter(m_shown));
    m_notifier.show(reminderNotification(m_shown, use()));
    Q_EMIT changed();
}

void Reminders::snooze(const std::string &choice)
{
    const auto length = snoozeLengthOf(choice);
    if (!length || !m_state)
        return;
    rules::snooze(*m_state, m_shown, *length, m_settings.choices(), m_services.clock.now());
    m_shown.clear();
    m_settings.setState(*m_state);
    arm();
    Q_EMIT changed();
}

void Reminders::arm()
{
    m_timer.stop();
    if (!m_state || m_isHeld)
        return;
    const base::Instant now = m_services.clock.now();
    if (const auto next = rules::nextReminder(*m_state, m_plan, m_settings.choices(), now))
        m_timer.start(std::clamp<std::chrono::milliseconds>(*next - now, ShortestWait, LongestWait));
}

void Reminders::setHeld(bool held)
{
    if (std::exchange(m_isHeld, held) == held)
        return;
    if (!held)
        return look();
    m_shown.clear();
    m_notifier.withdraw();
    m_timer.stop();
}

void Reminders::forget()
{
    m_facts.reset();
    m_plan.clear();
    m_shown.clear();
    m_owner.reset();
    if (m_state) {
        m_state->snoozed.clear();
        m_settings.setState(*m_state);
    }
    m_timer.stop();
    m_notifier.withdraw();
    Q_EMIT changed();
}

std::optional<Reminders::Next> Reminders::next() const
{
    if (!m_state)
        return std::nullopt;
    const rules::ReminderChoices choices = m_settings.choices();
    const auto at = rules::nextReminder(*m_state, m_plan, choices, m_services.clock.now());
    if (!at)
        return std::nullopt;
    rules::ReminderState then = *m_state;
    return Next{*at, rules::takeReminders(then, m_plan, choices, *at)};
}

rules::ReminderBundle Reminders::example() const
{
    rules::ReminderBundle bundle;
    const rules::ReminderChoices choices = m_settings.choices();
    for (const rules::ReminderKind kind : rules::ReminderKinds)
        if (choices.has(kind))
            bundle.push_back({kind, m_services.clock.now(), 1, true});
    return bundle;
}

void Reminders::showExample()
{
    if (const rules::ReminderBundle bundle = example(); !bundle.empty()) {
        // Nothing of it stands: it is not put off.
        m_shown.clear();
        m_notifier.show(reminderNotification(bundle, use()));
    }
}

} // namespace faltakt::viewmodels
