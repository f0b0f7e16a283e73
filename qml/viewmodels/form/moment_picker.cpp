#include "qml/viewmodels/form/moment_picker.h"

#include "core/base/date_words.h"
#include "core/casework/swedish_time.h"
#include "core/rules/swedish_calendar.h"
#include "qml/viewmodels/form/time_input.h"
#include "qml/viewmodels/form/time_words.h"

#include <algorithm>

namespace faltakt::viewmodels {

using base::Date;
using std::chrono::days;
using std::chrono::hours;
using std::chrono::minutes;
using std::chrono::sys_days;

namespace {

constexpr int WorkingDaysOffered = 3;
constexpr int DaysBackOffered = 2;

/// The working day in even hours, noon left free, and one time for those who work.
const std::vector<minutes> TimesOffered{
    hours(9), hours(10), hours(11), hours(13), hours(14), hours(15), hours(16) + minutes(30)};

} // namespace

MomentPicker::MomentPicker(const base::Clock &clock, Direction direction, QObject *parent)
    : QObject(parent), m_clock(clock), m_direction(direction)
{
    offer();
}

void MomentPicker::offer()
{
    const Date today = casework::swedishDate(m_clock.now());
    m_days = {today};
    m_times.clear();
    if (m_direction == Direction::Past) {
        for (int back = 1; back <= DaysBackOffered; ++back)
            m_days.emplace_back(sys_days(today) - days(back));
        return;
    }
    const Date tomorrow(sys_days(today) + days(1));
    m_days.push_back(tomorrow);
    Date next = tomorrow;
    for (int count = 0; count < WorkingDaysOffered; ++count) {
        next = rules::addWorkingDays(next, 1);
        m_days.push_back(next);
    }
    m_times = TimesOffered;
}

void MomentPicker::setLanguage(base::Language language)
{
    m_language = language;
    Q_EMIT changed();
}

void MomentPicker::setMoment(std::optional<base::Instant> moment)
{
    offer();
    m_day = m_time = -1;
    m_otherDay.clear();
    m_otherTime.clear();
    m_problem.clear();
    if (moment) {
        const auto local = casework::swedishTime(*moment);
        m_day = int(std::ranges::find(m_days, local.date) - m_days.begin());
        m_time = int(std::ranges::find(m_times, local.sinceMidnight) - m_times.begin());
        if (isOtherDay())
            m_otherDay = QString::fromStdString(base::formatDate(local.date));
        if (isOtherTime())
            m_otherTime = clockText(*moment);
    }
    Q_EMIT changed();
}

void MomentPicker::setDayOf(base::Instant moment)
{
    setMoment(moment);
    m_time = -1;
    m_otherTime.clear();
    Q_EMIT changed();
}

QStringList MomentPicker::dayNames() const
{
    QStringList names;
    for (const Date day : m_days)
        names.append(capitalised(dayText(day, m_clock.now(), m_language)));
    names.append(tr("Annat datum"));
    return names;
}

QStringList MomentPicker::timeNames() const
{
    QStringList names;
    for (const minutes time : m_times)
        names.append(QString::fromStdString(base::clockWords(time)));
    names.append(m_times.empty() ? tr("Klockslag") : tr("Annan tid"));
    return names;
}

std::optional<Date> MomentPicker::day() const
{
    if (m_day >= 0 && !isOtherDay())
        return m_days[std::size_t(m_day)];
    const DaySide side = m_direction == Direction::Ahead ? DaySide::Ahead : DaySide::Past;
    return isOtherDay() ? dayIn(m_otherDay, casework::swedishDate(m_clock.now()), side) : std::nullopt;
}

std::optional<minutes> MomentPicker::time() const
{
    if (m_time >= 0 && !isOtherTime())
        return m_times[std::size_t(m_time)];
    return isOtherTime() ? timeIn(m_otherTime) : std::nullopt;
}

std::optional<base::Instant> MomentPicker::named() const
{
    const auto onDay = day();
    const auto atTime = time();
    return onDay && atTime ? std::optional(casework::instantOf({*onDay, *atTime})) : std::nullopt;
}

QString MomentPicker::fault() const
{
    if (!day())
        return isOtherDay() && !m_otherDay.isEmpty() ? tr("Skriv datumet som 2026-10-23 eller 23/10.")
                                                     : tr("Välj en dag.");
    if (!time())
        return isOtherTime() && !m_otherTime.isEmpty() ? tr("Skriv klockslaget som 16:30.") : tr("Välj en tid.");
    const base::Instant moment = *named();
    if (m_direction == Direction::Ahead && moment <= m_clock.now())
        return tr("Tiden har redan varit. Välj en senare.");
    if (m_direction == Direction::Past && moment > m_clock.now())
        return tr("Datumet är i framtiden. Ange när det var.");
    return {};
}

std::optional<base::Instant> MomentPicker::moment() const { return fault().isEmpty() ? named() : std::nullopt; }

bool MomentPicker::check()
{
    m_problem = fault();
    Q_EMIT changed();
    return m_problem.isEmpty();
}

QString MomentPicker::text() const
{
    const auto moment = named();
    return moment ? momentText(*moment, m_clock.now(), m_language) : QString();
}

void MomentPicker::tell()
{
    m_problem.clear();
    Q_EMIT changed();
}

void MomentPicker::chooseDay(int index)
{
    if (index < 0 || index > int(m_days.size()))
        return;
    m_day = index;
    tell();
}

void MomentPicker::chooseTime(int index)
{
    if (index < 0 || index > int(m_times.size()))
        return;
    m_time = index;
    tell();
}

void MomentPicker::editDay(const QString &text)
{
    m_day = int(m_days.size());
    m_otherDay = text;
    tell();
}

void MomentPicker::editTime(const QString &text)
{
    m_time = int(m_times.size());
    m_otherTime = text;
    tell();
}

} // namespace faltakt::viewmodels
