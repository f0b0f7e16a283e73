// When a worker is reminded, and that nothing is told twice, in the quiet, or too late. All moments are Swedish wall clock.
#include "core/casework/swedish_time.h"
#include "core/rules/agenda.h"
#include "core/rules/reminder_bundle.h"
#include "core/rules/swedish_calendar.h"
#include "tests/support/catch.h"

#include <algorithm>

using namespace faltakt;
using namespace faltakt::rules;
using base::Instant;
using std::chrono::hours;
using std::chrono::minutes;

namespace {

/// "2025-10-17 13:07" by a Swedish clock.
Instant at(const std::string &text)
{
    const base::Date day = base::parseDate(text.substr(0, 10)).value();
    const int minute = std::stoi(text.substr(11, 2)) * 60 + std::stoi(text.substr(14, 2));
    return casework::instantOf({day, minutes(minute)});
}

Instant dayOf(const std::string &date) { return endOfDay(base::parseDate(date).value()); }

store::AgendaRow row(const std::string &rule, std::optional<Instant> due, int person = 1)
{
    store::AgendaRow row{base::CaseId::parse("01890000-0000-7000-8000-00000000000" + std::to_string(person)).value(),
                         {}};
    row.entry.rule = rule;
    row.entry.kind = "agreed";
    row.entry.due = due;
    return row;
}

using Plan = std::vector<Reminder>;

Plan planAt(Instant now, std::vector<store::AgendaRow> rows, int unsignedNotes = 0, const ReminderChoices &choices = {})
{
    return planReminders({std::move(rows), unsignedNotes}, choices, now);
}

std::vector<Instant> momentsOf(const Plan &plan, ReminderKind kind)
{
    std::vector<Instant> moments;
    for (const Reminder &reminder : plan)
        if (reminder.kind == kind)
            moments.push_back(reminder.at);
    return moments;
}

int countAt(const Plan &plan, ReminderKind kind, Instant moment)
{
    const auto found =
        std::ranges::find_if(plan, [&](const Reminder &each) { return each.kind == kind && each.at == moment; });
    return found == plan.end() ? 0 : found->count;
}

const ReminderChoices Usual;
using Moments = std::vector<Instant>;

} // namespace

TEST_CASE("quiet is outside eight to five, at weekends and on red days")
{
    CHECK(isQuiet(Usual, at("2025-10-17 07:59")));
    CHECK_FALSE(isQuiet(Usual, at("2025-10-17 08:00")));
    CHECK_FALSE(isQuiet(Usual, at("2025-10-17 16:59")));
    CHECK(isQuiet(Usual, at("2025-10-17 17:00")));
    CHECK(isQuiet(Usual, at("2025-10-18 12:00"))); // Saturday
    CHECK(isQuiet(Usual, at("2025-12-24 12:00"))); // Christmas Eve, a Wednesday
    CHECK(isQuiet(Usual, at("2026-06-19 12:00"))); // Midsummer's Eve, a Friday
    ReminderChoices everyDay;
    everyDay.everyDay = true;
    CHECK_FALSE(isQuiet(everyDay, at("2025-10-18 12:00")));
    CHECK(isQuiet(everyDay, at("2025-10-18 18:00")));
}

TEST_CASE("the quiet of a weekend and of Christmas ends on the next working morning")
{
    CHECK(afterQuiet(Usual, at("2025-10-17 17:00")) == at("2025-10-20 08:00"));
    CHECK(afterQuiet(Usual, at("2025-10-20 06:30")) == at("2025-10-20 08:00"));
    CHECK(afterQuiet(Usual, at("2025-12-23 20:00")) == at("2025-12-29 08:00"));
    CHECK(afterQuiet(Usual, at("2025-10-20 09:10")) == at("2025-10-20 09:10"));
    CHECK(beforeQuiet(Usual, at("2025-10-19 10:00")) == at("2025-10-17 16:45"));
    CHECK(beforeQuiet(Usual, at("2025-10-20 07:45")) == at("2025-10-17 16:45"));
    CHECK(beforeQuiet(Usual, at("2025-12-28 10:00")) == at("2025-12-23 16:45"));
}

TEST_CASE("a booked contact is told a quarter before, a task at its time")
{
    const Instant now = at("2025-10-17 08:30");
    const Plan plan = planAt(now, {row("contact.next", at("2025-10-17 14:30")), row("task", at("2025-10-17 14:00")),
                                   row("task", at("2025-10-17 14:07"))});
    CHECK(momentsOf(plan, ReminderKind::Appointment) == Moments{at("2025-10-17 14:15")});
    // Both in one quarter: one reminder of two.
    CHECK(countAt(plan, ReminderKind::Task, at("2025-10-17 14:00")) == 2);
    // What has a time is not told in the morning besides; the next morning it is late, unless it was done.
    CHECK(countAt(plan, ReminderKind::Task, at("2025-10-17 08:00")) == 0);
    CHECK(countAt(plan, ReminderKind::Task, at("2025-10-20 08:00")) == 2);
    CHECK(countAt(plan, ReminderKind::Deadline, at("2025-10-20 08:00")) == 1);
}

TEST_CASE("what has its time in the quiet is told before it, and early in the morning as the quiet ends")
{
    const Instant now = at("2025-10-17 08:30"); // Friday
    const auto told = [&](Instant due) {
        return momentsOf(planAt(now, {row("contact.next", due)}), ReminderKind::Appointment);
    };
    CHECK(told(at("2025-10-17 18:30")) == Moments{at("2025-10-17 16:45")});
    CHECK(told(at("2025-10-19 10:00")) == Moments{at("2025-10-17 16:45")});
    CHECK(told(at("2025-10-20 07:30")) == Moments{at("2025-10-17 16:45")});
    CHECK(told(at("2025-10-20 08:10")) == Moments{at("2025-10-20 08:00")});
    CHECK(told(at("2025-10-20 17:05")) == Moments{at("2025-10-20 16:45")});
}

TEST_CASE("what is for a day is told in the morning, and each working morning while it is late")
{
    const Instant now = at("2025-12-22 07:00"); // Monday before Christmas
    const Plan plan = planAt(now, {row("investigation.open", dayOf("2025-12-23")), row("task", dayOf("2025-12-23"))});
    for (const ReminderKind kind : {ReminderKind::Deadline, ReminderKind::Task})
        CHECK(momentsOf(plan, kind) == Moments{at("2025-12-23 08:00"), at("2025-12-29 08:00")});
}

TEST_CASE("a person is called once, however many reports there are")
{
    const Instant now = at("2025-10-17 07:00");
    const Plan plan =
        planAt(now, {row("lob.attempt", dayOf("2025-10-17"), 1), row("lob.firstAttempt", dayOf("2025-10-17"), 1),
                     row("lob.nextAttempt", dayOf("2025-10-16"), 2)});
    CHECK(countAt(plan, ReminderKind::Calls, at("2025-10-17 08:00")) == 2);
    CHECK(momentsOf(plan, ReminderKind::Deadline).empty());
}

TEST_CASE("notes without a signature are told half an hour before the day ends")
{
    const Plan plan = planAt(at("2025-10-17 09:00"), {}, 3);
    CHECK(countAt(plan, ReminderKind::Unsigned, at("2025-10-17 16:30")) == 3);
    CHECK(countAt(plan, ReminderKind::Unsigned, at("2025-10-20 16:30")) == 3);
    CHECK(planAt(at("2025-10-17 09:00"), {}, 0).empty());
}

TEST_CASE("rows without a day, that are not to be seen yet, or that ask for nothing, are not told of")
{
    store::AgendaRow later = row("lob.attempt", dayOf("2025-10-17"));
    later.entry.notBefore = at("2025-12-01 00:00");
    CHECK(planAt(at("2025-10-17 07:00"), {row("task", {}), later, row(std::string(DeputyRule), dayOf("2025-10-17")),
                                          row(std::string(TakeoverWaitingRule), dayOf("2025-10-17")),
                                          row(std::string(VisitAlarmRule), at("2025-10-17 12:00"))})
              .empty());
}

TEST_CASE("the end of a visit is told ten minutes before and when it has come, also at night")
{
    const Plan plan = planAt(at("2025-10-18 21:00"), {row(std::string(VisitOpenRule), at("2025-10-18 22:37"))});
    CHECK(momentsOf(plan, ReminderKind::CheckIn) == Moments{at("2025-10-18 22:27"), at("2025-10-18 22:37")});
    ReminderState state = freshReminderState(at("2025-10-18 21:00"));
    CHECK(nextReminder(state, plan, Usual, at("2025-10-18 21:00")) == at("2025-10-18 22:27"));
    CHECK(takeReminders(state, plan, Usual, at("2025-10-18 22:26")).empty());
    CHECK(takeReminders(state, plan, Usual, at("2025-10-18 22:27")).size() == 1);
    CHECK(takeReminders(state, plan, Usual, at("2025-10-18 22:28")).empty());
    CHECK(takeReminders(state, plan, Usual, at("2025-10-18 22:37")).size() == 1);
}

TEST_CASE("a kind that is off is never told")
{
    for (const ReminderKind kind : ReminderKinds) {
        ReminderChoices choices;
        choices.isOn[std::size_t(kind)] = false;
        const Plan plan = planAt(at("2025-10-17 07:00"),
                                 {row(std::string(VisitOpenRule), at("2025-10-17 12:00")),
                                  row("contact.next", at("2025-10-17 13:00")), row("task", dayOf("2025-10-17")),
                                  row("plan.review", dayOf("2025-10-17")), row("lob.attempt", dayOf("2025-10-17"))},
                                 1, choices);
        for (const ReminderKind each : ReminderKinds)
            CHECK(momentsOf(plan, each).empty() == (each == kind));
    }
}

TEST_CASE("eight in the morning is eight by the clock on both sides of a change of the hour")
{
    // Summer time ends on Sunday 26 October 2025, and begins on Sunday 29 March 2026.
    const auto mondays = [&](Instant now) {
        return momentsOf(planAt(now, {row("plan.review", dayOf("2025-10-01"))}), ReminderKind::Deadline);
    };
    const Moments autumn = mondays(at("2025-10-24 07:00"));
    CHECK(autumn[0] == base::parseInstant("2025-10-24T06:00:00Z").value());
    CHECK(autumn[1] == base::parseInstant("2025-10-27T07:00:00Z").value());
    const Moments spring = mondays(at("2026-03-27 07:00"));
    CHECK(spring[0] == base::parseInstant("2026-03-27T07:00:00Z").value());
    CHECK(spring[1] == base::parseInstant("2026-03-30T06:00:00Z").value());
    // In the hour that comes twice the check-in keeps its own moment.
    const Instant second = base::parseInstant("2025-10-26T01:30:00Z").value();
    const Plan night = planAt(second - hours(2), {row(std::string(VisitOpenRule), second)});
    CHECK(momentsOf(night, ReminderKind::CheckIn) == Moments{second - minutes(10), second});
}

TEST_CASE("a morning is one bundle, and a reminder is told once")
{
    const Plan plan = planAt(at("2025-10-17 07:00"),
                             {row("task", dayOf("2025-10-17")), row("plan.review", dayOf("2025-10-16")),
                              row("lob.attempt", dayOf("2025-10-17")), row("contact.next", at("2025-10-17 08:10"))});
    ReminderState state = freshReminderState(at("2025-10-17 07:00"));
    CHECK(nextReminder(state, plan, Usual, at("2025-10-17 07:00")) == at("2025-10-17 08:00"));
    CHECK(takeReminders(state, plan, Usual, at("2025-10-17 08:00")).size() == 4);
    CHECK(takeReminders(state, plan, Usual, at("2025-10-17 08:00")).empty());
    CHECK(nextReminder(state, plan, Usual, at("2025-10-17 08:00")) == at("2025-10-20 08:00"));
}

TEST_CASE("after a restart nothing is told again, and what was missed is told late on the same day")
{
    const Plan plan =
        planAt(at("2025-10-17 07:00"), {row("task", at("2025-10-17 09:00")), row("task", at("2025-10-17 11:00"))});
    ReminderState before = freshReminderState(at("2025-10-17 07:00"));
    CHECK(takeReminders(before, plan, Usual, at("2025-10-17 09:00")).size() == 1);
    ReminderState state{before.toldUntil, before.checkInsUntil, {}, before.snoozed};
    CHECK(nextReminder(state, plan, Usual, at("2025-10-17 11:40")) == at("2025-10-17 11:40"));
    const ReminderBundle late = takeReminders(state, plan, Usual, at("2025-10-17 11:40"));
    REQUIRE(late.size() == 1);
    CHECK(late.front().at == at("2025-10-17 11:00"));
}

TEST_CASE("what a weekend has passed over is not told late; Monday's morning counts it")
{
    const std::vector rows{row("task", at("2025-10-17 15:00"))};
    ReminderState state = freshReminderState(at("2025-10-17 09:00"));
    const Instant monday = at("2025-10-20 07:30");
    const Plan plan = planAt(at("2025-10-17 09:00"), rows);
    CHECK(nextReminder(state, plan, Usual, monday) == at("2025-10-20 08:00"));
    const ReminderBundle morning = takeReminders(state, plan, Usual, at("2025-10-20 08:00"));
    REQUIRE(morning.size() == 1);
    CHECK(morning.front().isOfDay);
}

TEST_CASE("two bundles do not fall into one quarter of an hour")
{
    const Plan first = planAt(at("2025-10-17 09:00"), {row("task", at("2025-10-17 10:00"))});
    ReminderState state = freshReminderState(at("2025-10-17 09:00"));
    CHECK(takeReminders(state, first, Usual, at("2025-10-17 10:03")).size() == 1);
    // Come by the network, and due already.
    Plan second = first;
    second.push_back({ReminderKind::Appointment, at("2025-10-17 10:05"), 1, false});
    CHECK(takeReminders(state, second, Usual, at("2025-10-17 10:06")).empty());
    CHECK(nextReminder(state, second, Usual, at("2025-10-17 10:06")) == at("2025-10-17 10:15"));
    CHECK(takeReminders(state, second, Usual, at("2025-10-17 10:15")).size() == 1);
}

TEST_CASE("what was due when it became known was seen on the screen")
{
    const Plan plan = planAt(at("2025-10-17 09:00"), {row("task", at("2025-10-17 09:30"))});
    ReminderState state = freshReminderState(at("2025-10-17 09:00"));
    noteSeen(state, at("2025-10-17 09:40"));
    CHECK(takeReminders(state, plan, Usual, at("2025-10-17 09:45")).empty());
}

TEST_CASE("a clock set back by less than an hour tells nothing twice, one that was far ahead does not silence")
{
    const Plan plan =
        planAt(at("2025-10-17 07:00"), {row("task", at("2025-10-17 10:00")), row("task", at("2025-10-17 14:00"))});
    ReminderState state = freshReminderState(at("2025-10-17 07:00"));
    CHECK(takeReminders(state, plan, Usual, at("2025-10-17 10:20")).size() == 1);
    CHECK(takeReminders(state, plan, Usual, at("2025-10-17 09:50")).empty());
    CHECK(takeReminders(state, plan, Usual, at("2025-10-17 10:00")).empty());

    ReminderState ahead = freshReminderState(at("2031-01-01 09:00"));
    CHECK(nextReminder(ahead, plan, Usual, at("2025-10-17 13:00")) == at("2025-10-17 14:00"));
    CHECK(takeReminders(ahead, plan, Usual, at("2025-10-17 13:00")).empty());
    CHECK(takeReminders(ahead, plan, Usual, at("2025-10-17 14:00")).size() == 1);
}

TEST_CASE("what is put off comes back once, outside the quiet, as far as it still stands")
{
    const Instant now = at("2025-10-17 14:00");
    const Plan plan = planAt(at("2025-10-17 07:00"), {row("task", now)});
    const auto putOff = [&](SnoozeLength length, Instant when) {
        ReminderState state = freshReminderState(at("2025-10-17 07:00"));
        snooze(state, takeReminders(state, plan, Usual, now), length, Usual, when);
        return state;
    };
    ReminderState ten = putOff(SnoozeLength::TenMinutes, at("2025-10-17 14:03"));
    CHECK(nextReminder(ten, plan, Usual, at("2025-10-17 14:03")) == at("2025-10-17 14:13"));
    CHECK(takeReminders(ten, plan, Usual, at("2025-10-17 14:12")).empty());
    CHECK(takeReminders(ten, plan, Usual, at("2025-10-17 14:13")).size() == 1);
    CHECK(ten.snoozed.empty());

    ReminderState hour = putOff(SnoozeLength::Hour, at("2025-10-17 16:20"));
    CHECK(nextReminder(hour, plan, Usual, at("2025-10-17 16:20")) == at("2025-10-20 08:00"));
    ReminderState morning = putOff(SnoozeLength::Morning, at("2025-10-17 14:03"));
    CHECK(morning.snoozed.front().until == at("2025-10-20 08:00"));

    // Done meanwhile: it is not in the new plan.
    ReminderState done = putOff(SnoozeLength::TenMinutes, at("2025-10-17 14:03"));
    CHECK(takeReminders(done, {}, Usual, at("2025-10-17 14:13")).empty());
    CHECK(done.snoozed.empty());
}

TEST_CASE("the end of a visit is put off for ten minutes at most, and through the quiet")
{
    const Instant end = at("2025-10-18 22:37");
    const Plan plan = planAt(at("2025-10-18 21:00"), {row(std::string(VisitOpenRule), end)});
    ReminderState state = freshReminderState(at("2025-10-18 21:00"));
    const Instant told = at("2025-10-18 22:27");
    snooze(state, takeReminders(state, plan, Usual, told), SnoozeLength::Morning, Usual, told);
    CHECK(state.snoozed.front().until == told + minutes(10));
    // It comes with the second reminder, as one.
    const ReminderBundle both = takeReminders(state, plan, Usual, end);
    CHECK(both.size() == 2);
    REQUIRE(toldOf(both).size() == 1);
    CHECK(toldOf(both).front().count == 1);
}

TEST_CASE("what counts a whole day is not added to what it counts")
{
    const Instant morning = at("2025-10-20 08:00");
    const ReminderBundle told = toldOf({{ReminderKind::Task, at("2025-10-17 14:00"), 1, false},
                                        {ReminderKind::Task, morning, 3, true},
                                        {ReminderKind::Appointment, morning, 1, false},
                                        {ReminderKind::Appointment, morning + minutes(15), 1, false}});
    REQUIRE(told.size() == 2);
    CHECK(told[0].kind == ReminderKind::Appointment);
    CHECK(told[0].count == 2);
    CHECK(told[1].count == 3);
}

TEST_CASE("a settings file names each kind as it is read")
{
    for (const ReminderKind kind : ReminderKinds)
        CHECK(reminderKindNamed(reminderKindName(kind)) == kind);
    CHECK_FALSE(reminderKindNamed("violence"));
}
