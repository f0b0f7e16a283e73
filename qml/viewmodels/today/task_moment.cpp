// When a task is to be done, as its sheet offers it.
#include "core/base/date_words.h"
#include "core/casework/swedish_time.h"
#include "core/rules/swedish_calendar.h"
#include "qml/viewmodels/form/time_input.h"
#include "qml/viewmodels/shell/language.h"
#include "qml/viewmodels/today/task_view_model.h"

#include <array>

namespace faltakt::viewmodels {

namespace {

/// As far ahead as a task is usually put: the next working days one by one, then weeks and a month.
constexpr int WorkingDaysOffered = 3;
/// Noon is left free; what lies between is written.
constexpr std::array<int, 8> HoursOffered{8, 9, 10, 11, 13, 14, 15, 16};
constexpr int WithoutTime = 0;
constexpr int OtherTime = int(HoursOffered.size()) + 1;

} // namespace

std::vector<base::Date> TaskViewModel::choices() const
{
    const base::Date today = casework::swedishDate(m_services.clock.now());
    std::vector<base::Date> days{today, rules::addDays(today, 1)};
    base::Date next = days.back();
    for (int i = 0; i < WorkingDaysOffered; ++i) {
        next = rules::nextWorkingDay(next);
        days.push_back(next);
    }
    for (const int ahead : {7, 14, 30})
        if (const base::Date day = rules::addDays(today, ahead); day > days.back())
            days.push_back(day);
    return days;
}

QStringList TaskViewModel::days() const
{
    const base::Language language = languageOf(m_services.settings);
    QStringList names;
    const auto offered = choices();
    for (const base::Date day : offered)
        names += text(base::dayWords(day, offered.front(), language));
    names[0] = tr("I dag");
    names[1] = tr("I morgon");
    return names;
}

std::optional<base::Date> TaskViewModel::day() const
{
    const auto offered = choices();
    if (m_dayIndex >= 0 && m_dayIndex < int(offered.size()))
        return offered[std::size_t(m_dayIndex)];
    return m_dueBefore ? std::optional(casework::swedishDate(*m_dueBefore)) : std::nullopt;
}

QStringList TaskViewModel::times() const
{
    QStringList names{tr("Utan tid")};
    for (const int hour : HoursOffered)
        names += timeName(std::chrono::hours(hour));
    return names << tr("Annan tid");
}

bool TaskViewModel::isOtherTime() const { return m_timeIndex == OtherTime; }

QString TaskViewModel::timeText() const
{
    if (m_timeIndex == WithoutTime)
        return {};
    return isOtherTime() ? m_otherTime : times().at(m_timeIndex);
}

void TaskViewModel::takeTime(const QString &text)
{
    const auto found = text.isEmpty() ? qsizetype(WithoutTime) : times().indexOf(text, 1);
    m_timeIndex = found < 0 ? OtherTime : int(found);
    m_otherTime = isOtherTime() ? text : QString();
}

std::optional<base::Instant> TaskViewModel::due() const
{
    const auto day = this->day();
    if (!day || m_timeIndex == WithoutTime)
        return day ? std::optional(rules::endOfDay(*day)) : std::nullopt;
    const auto time = timeIn(timeText());
    return time ? std::optional(casework::instantOf({*day, *time})) : std::nullopt;
}

bool TaskViewModel::isMoved() const { return isNew() || due() != m_dueBefore; }

QString TaskViewModel::timeFault() const
{
    if (m_timeIndex == WithoutTime)
        return {};
    if (!timeIn(timeText()))
        return tr("Skriv tiden som 16:30.");
    if (!day())
        return tr("Välj en dag.");
    if (isMoved() && *due() < m_services.clock.now())
        return tr("Den tiden har varit. Välj en senare.");
    return {};
}

QString TaskViewModel::dueText() const
{
    const QString name = days().at(m_dayIndex).toLower();
    return m_timeIndex == WithoutTime ? name : name + QLatin1Char(' ') + timeName(*timeIn(timeText()));
}

void TaskViewModel::chooseTime(int index)
{
    if (index < 0 || index > OtherTime)
        return;
    m_timeIndex = index;
    m_timeProblem.clear();
    touch();
}

void TaskViewModel::editTime(const QString &text)
{
    m_timeIndex = OtherTime;
    m_otherTime = text;
    m_timeProblem.clear();
    touch();
}

} // namespace faltakt::viewmodels
