#include "qml/viewmodels/reminder/reminder_settings.h"

#include <QStringList>

#include <algorithm>

namespace faltakt::viewmodels {

namespace {

const QString OffKey = QStringLiteral("reminders/off");
const QString FromKey = QStringLiteral("reminders/from");
const QString UntilKey = QStringLiteral("reminders/until");
const QString EveryDayKey = QStringLiteral("reminders/everyDay");
const QString ToldKey = QStringLiteral("reminders/told");
const QString CheckInsKey = QStringLiteral("reminders/checkIns");
const QString SnoozedKey = QStringLiteral("reminders/snoozed");

QString nameOf(rules::ReminderKind kind)
{
    const std::string_view name = rules::reminderKindName(kind);
    return QString::fromLatin1(name.data(), qsizetype(name.size()));
}

std::optional<base::Instant> instantIn(const QString &text)
{
    const auto instant = base::parseInstant(text.toStdString());
    return instant ? std::optional(*instant) : std::nullopt;
}

QString wordOf(base::Instant instant) { return QString::fromStdString(base::formatInstant(instant)); }

/// "task 2025-10-17T12:00:00Z 2025-10-17T12:13:00Z"
QString wordsOf(const rules::SnoozedReminder &snoozed)
{
    return QStringList{nameOf(snoozed.kind), wordOf(snoozed.at), wordOf(snoozed.until)}.join(QLatin1Char(' '));
}

std::optional<rules::SnoozedReminder> snoozedIn(const QString &words)
{
    const QStringList parts = words.split(QLatin1Char(' '));
    if (parts.size() != 3)
        return std::nullopt;
    const auto kind = rules::reminderKindNamed(parts[0].toStdString());
    const auto at = instantIn(parts[1]);
    const auto until = instantIn(parts[2]);
    if (!kind || !at || !until)
        return std::nullopt;
    return rules::SnoozedReminder{*kind, *at, *until};
}

int hourIn(const QVariant &value, int usual, int earliest, int latest)
{
    bool isNumber = false;
    const int hour = value.toInt(&isNumber);
    return isNumber ? std::clamp(hour, earliest, latest) : usual;
}

} // namespace

ReminderSettings::ReminderSettings(const std::filesystem::path &dataFolder, QObject *parent)
    : QObject(parent), m_settings(QString::fromStdString((dataFolder / "settings.ini").string()), QSettings::IniFormat)
{
}

rules::ReminderChoices ReminderSettings::choices() const
{
    rules::ReminderChoices choices;
    const QStringList off = m_settings.value(OffKey).toStringList();
    for (const rules::ReminderKind kind : rules::ReminderKinds)
        choices.isOn[std::size_t(kind)] = !off.contains(nameOf(kind));
    choices.fromHour = hourIn(m_settings.value(FromKey), choices.fromHour, EarliestFrom, LatestFrom);
    choices.untilHour = hourIn(m_settings.value(UntilKey), choices.untilHour, EarliestUntil, LatestUntil);
    choices.everyDay = m_settings.value(EveryDayKey, false).toBool();
    return choices;
}

void ReminderSettings::setChoices(const rules::ReminderChoices &choices)
{
    if (choices == this->choices())
        return;
    QStringList off;
    for (const rules::ReminderKind kind : rules::ReminderKinds)
        if (!choices.has(kind))
            off += nameOf(kind);
    m_settings.setValue(OffKey, off);
    m_settings.setValue(FromKey, choices.fromHour);
    m_settings.setValue(UntilKey, choices.untilHour);
    m_settings.setValue(EveryDayKey, choices.everyDay);
    m_settings.sync();
    Q_EMIT changed();
}

std::optional<rules::ReminderState> ReminderSettings::state() const
{
    const auto told = instantIn(m_settings.value(ToldKey).toString());
    const auto checkIns = instantIn(m_settings.value(CheckInsKey).toString());
    if (!told || !checkIns)
        return std::nullopt;
    rules::ReminderState state{*told, *checkIns, {}, {}};
    const QStringList kept = m_settings.value(SnoozedKey).toStringList();
    for (const QString &words : kept)
        if (const auto snoozed = snoozedIn(words))
            state.snoozed.push_back(*snoozed);
    return state;
}

void ReminderSettings::setState(const rules::ReminderState &state)
{
    QStringList snoozed;
    for (const rules::SnoozedReminder &each : state.snoozed)
        snoozed += wordsOf(each);
    m_settings.setValue(ToldKey, wordOf(state.toldUntil));
    m_settings.setValue(CheckInsKey, wordOf(state.checkInsUntil));
    m_settings.setValue(SnoozedKey, snoozed);
    m_settings.sync();
}

} // namespace faltakt::viewmodels
