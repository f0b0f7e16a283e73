#include "qml/viewmodels/settings/reminder_view_model.h"

#include "core/casework/moment_words.h"
#include "qml/viewmodels/shell/language.h"

namespace faltakt::viewmodels {

using Permission = platform::Notifier::Permission;

namespace {

QStringList hours(int from, int until)
{
    QStringList times;
    for (int hour = from; hour <= until; ++hour)
        times += QStringLiteral("%1:00").arg(hour, 2, 10, QLatin1Char('0'));
    return times;
}

} // namespace

ReminderViewModel::ReminderViewModel(AppServices &services, Reminders &reminders)
    : m_services(services), m_reminders(reminders)
{
    connect(&reminders, &Reminders::changed, this, &ReminderViewModel::show);
    connect(&reminders.settings(), &ReminderSettings::changed, this, &ReminderViewModel::show);
    connect(&services.settings, &AppSettings::languageChanged, this, &ReminderViewModel::show);
    show();
}

void ReminderViewModel::show()
{
    const rules::ReminderChoices choices = m_reminders.settings().choices();
    std::vector<LineListModel::Line> lines;
    lines.reserve(rules::ReminderKinds.size());
    for (const rules::ReminderKind kind : rules::ReminderKinds)
        lines.push_back({.key = std::string(rules::reminderKindName(kind)),
                         .kind = choices.has(kind) ? QStringLiteral("on") : QStringLiteral("off"),
                         .text = reminderKindText(kind),
                         .secondary = reminderKindNote(kind)});
    m_kinds.setLines(std::move(lines));
    Q_EMIT changed();
}

QStringList ReminderViewModel::fromTimes() const
{
    return hours(ReminderSettings::EarliestFrom, ReminderSettings::LatestFrom);
}

int ReminderViewModel::fromIndex() const
{
    return m_reminders.settings().choices().fromHour - ReminderSettings::EarliestFrom;
}

QStringList ReminderViewModel::untilTimes() const
{
    return hours(ReminderSettings::EarliestUntil, ReminderSettings::LatestUntil);
}

int ReminderViewModel::untilIndex() const
{
    return m_reminders.settings().choices().untilHour - ReminderSettings::EarliestUntil;
}

QString ReminderViewModel::nextText() const
{
    const auto next = m_reminders.next();
    if (!next || next->bundle.empty())
        return tr("Ingen påminnelse väntar.");
    return tr("Nästa, %1: %2")
        .arg(text(casework::momentWords(next->at, m_services.clock.now(), languageOf(m_services.settings))),
             reminderLine(next->bundle));
}

QString ReminderViewModel::exampleText() const
{
    const rules::ReminderBundle example = m_reminders.example();
    if (example.empty())
        return tr("Alla påminnelser är avstängda.");
    return QString::fromStdString(reminderNotification(example, ReminderUse::AtWork).text);
}

QString ReminderViewModel::problem() const
{
    switch (m_reminders.permission()) {
    case Permission::Denied: return tr("Aviseringar är avstängda för Fältakt i enhetens inställningar.");
    case Permission::Missing: return tr("Den här enheten kan inte visa påminnelser. Allt står på I dag.");
    case Permission::Unknown:
    case Permission::Granted: break;
    }
    return {};
}

void ReminderViewModel::toggleKind(int row)
{
    if (row < 0 || std::size_t(row) >= rules::ReminderKinds.size())
        return;
    rules::ReminderChoices choices = m_reminders.settings().choices();
    choices.isOn[std::size_t(row)] = !choices.isOn[std::size_t(row)];
    m_reminders.settings().setChoices(choices);
}

void ReminderViewModel::chooseFrom(int index)
{
    rules::ReminderChoices choices = m_reminders.settings().choices();
    choices.fromHour = ReminderSettings::EarliestFrom + index;
    if (index >= 0 && choices.fromHour <= ReminderSettings::LatestFrom)
        m_reminders.settings().setChoices(choices);
}

void ReminderViewModel::chooseUntil(int index)
{
    rules::ReminderChoices choices = m_reminders.settings().choices();
    choices.untilHour = ReminderSettings::EarliestUntil + index;
    if (index >= 0 && choices.untilHour <= ReminderSettings::LatestUntil)
        m_reminders.settings().setChoices(choices);
}

void ReminderViewModel::toggleEveryDay()
{
    rules::ReminderChoices choices = m_reminders.settings().choices();
    choices.everyDay = !choices.everyDay;
    m_reminders.settings().setChoices(choices);
}

void ReminderViewModel::openHelp() { m_services.router.openHelp(QStringLiteral("reminders")); }

void ReminderViewModel::tryOut() { m_reminders.showExample(); }

} // namespace faltakt::viewmodels
