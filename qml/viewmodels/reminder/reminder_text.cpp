#include "qml/viewmodels/reminder/reminder_text.h"

#include <QCoreApplication>
#include <QStringList>

#include <array>

namespace faltakt::viewmodels {

using rules::ReminderKind;

namespace {

constexpr std::array SnoozeIds{"snooze-10", "snooze-60", "snooze-morning"};
constexpr std::array SnoozeWords{QT_TRANSLATE_NOOP("Reminder", "Om 10 minuter"),
                                 QT_TRANSLATE_NOOP("Reminder", "Om en timme"),
                                 QT_TRANSLATE_NOOP("Reminder", "I morgon bitti")};

QString words(const char *text) { return QCoreApplication::translate("Reminder", text); }

QString partOf(const rules::Reminder &reminder)
{
    switch (reminder.kind) {
    case ReminderKind::CheckIn:
        return words(QT_TRANSLATE_NOOP("Reminder", "Din incheckning går ut. Checka ut eller förläng."));
    case ReminderKind::Appointment:
        return words(QT_TRANSLATE_NOOP("Reminder", "Bokade kontakter: %1")).arg(reminder.count);
    case ReminderKind::Task: return words(QT_TRANSLATE_NOOP("Reminder", "Uppgifter: %1")).arg(reminder.count);
    case ReminderKind::Deadline: return words(QT_TRANSLATE_NOOP("Reminder", "Att göra i dag: %1")).arg(reminder.count);
    case ReminderKind::Calls: return words(QT_TRANSLATE_NOOP("Reminder", "Att ringa: %1")).arg(reminder.count);
    case ReminderKind::Unsigned: break;
    }
    return words(QT_TRANSLATE_NOOP("Reminder", "Att signera: %1")).arg(reminder.count);
}

QStringList partsOf(const rules::ReminderBundle &bundle)
{
    QStringList parts;
    for (const rules::Reminder &reminder : rules::toldOf(bundle))
        parts += partOf(reminder);
    return parts;
}

bool isOfCheckInAlone(const rules::ReminderBundle &bundle)
{
    return std::ranges::all_of(bundle, [](const rules::Reminder &each) { return each.kind == ReminderKind::CheckIn; });
}

} // namespace

QString reminderLine(const rules::ReminderBundle &bundle) { return partsOf(bundle).join(QStringLiteral(" · ")); }

platform::Notification reminderNotification(const rules::ReminderBundle &bundle, ReminderUse use)
{
    platform::Notification notification;
    notification.title =
        use == ReminderUse::AtWork ? "Fältakt" : words(QT_TRANSLATE_NOOP("Reminder", "Fältakt, övning")).toStdString();
    notification.text = partsOf(bundle).join(QLatin1Char('\n')).toStdString();
    // The end of a visit waits ten minutes at most.
    const std::size_t offered = isOfCheckInAlone(bundle) ? 1 : SnoozeIds.size();
    for (std::size_t i = 0; i < offered; ++i)
        notification.choices.push_back({SnoozeIds[i], words(SnoozeWords[i]).toStdString()});
    return notification;
}

std::optional<rules::SnoozeLength> snoozeLengthOf(const std::string &choice)
{
    for (std::size_t i = 0; i < SnoozeIds.size(); ++i)
        if (choice == SnoozeIds[i])
            return rules::SnoozeLength(i);
    return std::nullopt;
}

QString reminderKindText(ReminderKind kind)
{
    switch (kind) {
    case ReminderKind::CheckIn: return words(QT_TRANSLATE_NOOP("Reminder", "Din incheckning"));
    case ReminderKind::Appointment: return words(QT_TRANSLATE_NOOP("Reminder", "Bokade kontakter"));
    case ReminderKind::Task: return words(QT_TRANSLATE_NOOP("Reminder", "Uppgifter"));
    case ReminderKind::Deadline: return words(QT_TRANSLATE_NOOP("Reminder", "Att göra i dag"));
    case ReminderKind::Calls: return words(QT_TRANSLATE_NOOP("Reminder", "Att ringa"));
    case ReminderKind::Unsigned: break;
    }
    return words(QT_TRANSLATE_NOOP("Reminder", "Att signera"));
}

QString reminderKindNote(ReminderKind kind)
{
    switch (kind) {
    case ReminderKind::CheckIn:
        return words(QT_TRANSLATE_NOOP(
            "Reminder",
            "Tio minuter innan besöket skulle vara slut, och när det är slut. Även när det ska vara tyst."));
    case ReminderKind::Appointment: return words(QT_TRANSLATE_NOOP("Reminder", "En kvart före."));
    case ReminderKind::Task: return words(QT_TRANSLATE_NOOP("Reminder", "På uppgiftens tid. Utan tid: på morgonen."));
    case ReminderKind::Deadline:
        return words(QT_TRANSLATE_NOOP("Reminder", "På morgonen: det som ska göras senast i dag eller är försenat."));
    case ReminderKind::Calls: return words(QT_TRANSLATE_NOOP("Reminder", "På morgonen: hur många som ska ringas."));
    case ReminderKind::Unsigned: break;
    }
    return words(QT_TRANSLATE_NOOP("Reminder", "En halvtimme före dagens slut."));
}

} // namespace faltakt::viewmodels
