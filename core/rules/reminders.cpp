#include "core/rules/reminders.h"

#include "core/casework/swedish_time.h"
#include "core/rules/agenda.h"
#include "core/rules/swedish_calendar.h"

#include <algorithm>
#include <map>
#include <set>

namespace faltakt::rules {

using base::Date;
using base::Instant;
using casework::instantOf;
using casework::swedishDate;

namespace {

using Quarters = std::chrono::duration<std::int64_t, std::ratio<900>>;

constexpr std::array<std::string_view, ReminderKinds.size()> Names{"checkIn",  "appointment", "task",
                                                                   "deadline", "calls",       "unsigned"};

bool isOpenDay(const ReminderChoices &choices, Date day) { return choices.everyDay || isWorkingDay(day); }
Instant opening(const ReminderChoices &choices, Date day)
{
    return instantOf({day, std::chrono::hours(choices.fromHour)});
}
Instant closing(const ReminderChoices &choices, Date day)
{
    return instantOf({day, std::chrono::hours(choices.untilHour)});
}

/// Swedish time is whole hours from UTC, so a quarter here is one there.
Instant quarterOf(Instant at) { return std::chrono::floor<Quarters>(at); }

bool isTimed(Instant due) { return due != endOfDay(swedishDate(due)); }

bool isAttempt(const store::AgendaEntry &entry)
{
    return entry.rule == "lob.firstAttemptAim" || entry.rule == "lob.firstAttempt" || entry.rule == "lob.attempt"
           || entry.rule == "lob.nextAttempt";
}

/// Rows that tell how things stand and ask for nothing by a time.
bool asksForNothing(const store::AgendaEntry &entry)
{
    return entry.rule == VisitOpenRule || entry.rule == VisitAlarmRule || entry.rule == TakeoverWaitingRule
           || entry.rule == DeputyRule;
}

class Planning {
public:
    Planning(const ReminderFacts &facts, const ReminderChoices &choices, Instant now)
        : m_facts(facts), m_choices(choices), m_today(swedishDate(now))
    {
    }

    std::vector<Reminder> plan()
    {
        for (const store::AgendaRow &row : m_facts.agenda)
            addOwnTime(row.entry);
        for (int ahead = 0; ahead < ReminderDays; ++ahead)
            if (const Date day = addDays(m_today, ahead); isOpenDay(m_choices, day))
                addDay(day);
        std::vector<Reminder> reminders;
        reminders.reserve(m_reminders.size());
        for (const auto &[key, reminder] : m_reminders)
            reminders.push_back(reminder);
        return reminders;
    }

private:
    /// What has a time of its own.
    void addOwnTime(const store::AgendaEntry &entry);
    /// What is for a whole day, and what is late on it.
    void addDay(Date day);
    [[nodiscard]] ReminderKind dayKindOf(const store::AgendaEntry &entry, Date day) const;
    [[nodiscard]] Instant outsideQuiet(Instant at, Instant due) const;
    void add(ReminderKind kind, Instant at, int count, bool isOfDay)
    {
        if (count <= 0 || !m_choices.has(kind) || at < startOfDay(m_today)
            || at >= startOfDay(addDays(m_today, ReminderDays)))
            return;
        const auto found = m_reminders.try_emplace(std::pair(at, kind), Reminder{kind, at, 0, isOfDay}).first;
        found->second.count += count;
        found->second.isOfDay = found->second.isOfDay || isOfDay;
    }

    const ReminderFacts &m_facts;
    const ReminderChoices &m_choices;
    Date m_today;
    std::map<std::pair<Instant, ReminderKind>, Reminder> m_reminders;
};

Instant Planning::outsideQuiet(Instant at, Instant due) const
{
    const Instant after = afterQuiet(m_choices, at);
    return after <= due ? after : beforeQuiet(m_choices, at);
}

void Planning::addOwnTime(const store::AgendaEntry &entry)
{
    if (!entry.due)
        return;
    const Instant due = *entry.due;
    if (entry.rule == VisitOpenRule) {
        add(ReminderKind::CheckIn, due - CheckInLead, 1, false);
        add(ReminderKind::CheckIn, due, 1, false);
    } else if (isTimed(due) && entry.rule == "task") {
        add(ReminderKind::Task, outsideQuiet(quarterOf(due), due), 1, false);
    } else if (isTimed(due) && entry.rule == "contact.next") {
        add(ReminderKind::Appointment, outsideQuiet(quarterOf(due - AppointmentLead), due), 1, false);
    }
}

ReminderKind Planning::dayKindOf(const store::AgendaEntry &entry, Date day) const
{
    if (isAttempt(entry))
        return ReminderKind::Calls;
    if (entry.rule == "task")
        return ReminderKind::Task;
    // A booked contact that nobody has written of is something to see to, not something that comes.
    return entry.rule == "contact.next" && *entry.due >= startOfDay(day) ? ReminderKind::Appointment
                                                                         : ReminderKind::Deadline;
}

void Planning::addDay(Date day)
{
    std::map<ReminderKind, int> counts;
    std::set<base::CaseId> called;
    for (const auto &[caseId, entry] : m_facts.agenda) {
        if (!entry.due || *entry.due > endOfDay(day) || asksForNothing(entry)
            || (entry.notBefore && *entry.notBefore > endOfDay(day)))
            continue;
        const bool hasOwnTime = isTimed(*entry.due) && (entry.rule == "task" || entry.rule == "contact.next");
        if (hasOwnTime && *entry.due >= startOfDay(day))
            continue;
        const ReminderKind kind = dayKindOf(entry, day);
        // One call to a person, however many reports she is called about.
        if (kind != ReminderKind::Calls || called.insert(caseId).second)
            ++counts[kind];
    }
    for (const auto &[kind, count] : counts)
        add(kind, opening(m_choices, day), count, true);
    add(ReminderKind::Unsigned, closing(m_choices, day) - DayEndLead, m_facts.unsignedNotes, true);
}

} // namespace

std::string_view reminderKindName(ReminderKind kind) noexcept { return Names[std::size_t(kind)]; }

std::optional<ReminderKind> reminderKindNamed(std::string_view name) noexcept
{
    const auto found = std::ranges::find(Names, name);
    return found == Names.end() ? std::nullopt : std::optional(ReminderKind(found - Names.begin()));
}

bool isQuiet(const ReminderChoices &choices, Instant at)
{
    const Date day = swedishDate(at);
    return !isOpenDay(choices, day) || at < opening(choices, day) || at >= closing(choices, day);
}

Instant afterQuiet(const ReminderChoices &choices, Instant at)
{
    if (!isQuiet(choices, at))
        return at;
    Date day = swedishDate(at);
    while (!isOpenDay(choices, day) || opening(choices, day) < at)
        day = addDays(day, 1);
    return opening(choices, day);
}

Instant beforeQuiet(const ReminderChoices &choices, Instant at)
{
    if (!isQuiet(choices, at))
        return at;
    Date day = swedishDate(at);
    while (!isOpenDay(choices, day) || closing(choices, day) > at)
        day = addDays(day, -1);
    return closing(choices, day) - Quarters(1);
}

std::vector<Reminder> planReminders(const ReminderFacts &facts, const ReminderChoices &choices, Instant now)
{
    return Planning(facts, choices, now).plan();
}

} // namespace faltakt::rules
