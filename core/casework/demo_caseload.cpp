#include "core/casework/demo_caseload.h"

#include "core/casework/demo_case_builder.h"
#include "core/casework/demo_lob_file.h"
#include "core/casework/identity_number.h"

#include <algorithm>
#include <array>
#include <cstdio>

namespace faltakt::casework {

using base::json::Object;
using demo::CaseBuilder;
using demo::Person;

namespace {

constexpr std::size_t MostPeople = 5'000;
constexpr int OldestWithoutAgeRule = 65; // Above it, AUDIT's second zone begins at another score.

/// What a story is told with.
struct Teller {
    CaseBuilder &builder;
    demo::People &people;
    const Person &person;
    std::string caseNumber;
    base::Date today;

    void open(int daysAgo, Object caseFields = {}) const
    {
        builder.open(person, caseNumber, daysAgo, std::move(caseFields));
    }

    [[nodiscard]] const demo::AnsweredSheet &audit() const
    {
        const auto sheets = demo::auditSheets();
        if (ageOn(person.birthDate, today) > OldestWithoutAgeRule)
            return sheets.front();
        return sheets[people.below(sheets.size())];
    }
};

/// The Friday or Saturday night of the last weekend but `weeks` that is over and whose Monday has come, as days before
/// today.
int weekendNight(const Teller &teller, int weeks)
{
    int sinceFriday = int((std::chrono::weekday(std::chrono::sys_days(teller.today)) - std::chrono::Friday).count());
    if (sinceFriday < 3)
        sinceFriday += 7;
    return 7 * weeks + sinceFriday - int(teller.people.below(2));
}

Object link(base::RecordId report) { return {{"lobReport", report.toString()}}; }
Object linked(base::RecordId report, Object fields)
{
    fields.set("lobReport", report.toString());
    return fields;
}

/// Came in with the weekend's post; nobody has called yet.
void tellNewReport(const Teller &teller)
{
    const int night = weekendNight(teller, 0);
    teller.open(night - 1);
    teller.builder.addReport(night);
}

/// Two tries without an answer; the third stands to be made, and the letter.
void tellNotReached(const Teller &teller)
{
    const int night = weekendNight(teller, 2);
    teller.open(night - 1);
    const auto report = teller.builder.addReport(night);
    teller.builder.addContact(night - 4, "call", "noAnswer", link(report));
    teller.builder.addContact(night - 6, "call", teller.people.oneIn(3) ? "someoneElse" : "noAnswer", link(report));
    teller.builder.addTask(night - 3, "letter", "guideline", 3, link(report));
}

/// One try without an answer; the second stands to be made.
void tellTriedOnce(const Teller &teller)
{
    // Early in the week nobody has had a working day to call about the weekend before.
    const int last = weekendNight(teller, 0);
    const int night = last < 5 ? last + 7 : last;
    teller.open(night - 1);
    const auto report = teller.builder.addReport(night);
    teller.builder.addContact(night - 4, "call", "noAnswer", link(report));
}

/// Reached, answered the questions, wants to be in touch again.
void tellTookAdvice(const Teller &teller)
{
    const int night = weekendNight(teller, 3);
    teller.open(night - 1, {{"stage", "followUp"}});
    const auto report = teller.builder.addReport(night, {{"status", "closed"}, {"closedAs", "reached"}});
    teller.builder.addContact(night - 4, "call", "noAnswer", link(report));
    teller.builder.addContact(night - 5, "call", "reached",
                              linked(report, {{"result", "tookAdvice"},
                                              {"mayContactAgain", "yes"},
                                              {"children", "none"},
                                              {"ownWish", teller.people.pick(demo::ownWishes())},
                                              {"briefAdvice", Object{{"level", "simple"}, {"minutes", 10}}}}));
    teller.builder.addAssessment(night - 5, teller.audit());
    teller.builder.addTask(night - 5, "nextContact", "agreed", 4);
}

/// Declined, asked once, left in peace.
void tellDeclined(const Teller &teller)
{
    const int night = weekendNight(teller, 4);
    teller.open(night - 1, {{"stage", "closed"},
                            {"closedAs", "declined"},
                            {"closedReason", "Tackade nej till kontakt. Vet var vi finns."}});
    const auto report = teller.builder.addReport(night, {{"status", "closed"}, {"closedAs", "declined"}});
    teller.builder.addContact(night - 4, "call", "reached",
                              linked(report, {{"result", "declined"},
                                              {"mayContactAgain", "no"},
                                              {"text", "Artig och bestämd. Ville inte ha kontakt."}}));
}

/// In an insats for months; notes, talks, an agreed next time.
void tellOngoing(const Teller &teller)
{
    const int opened = 90 + int(teller.people.below(200));
    teller.open(opened, {{"stage", "insats"}});
    teller.builder.addAssessment(opened - 7, teller.audit());
    if (teller.people.oneIn(4))
        teller.builder.addAssessment(opened - 7, demo::duditSheets()[teller.people.below(demo::duditSheets().size())]);
    for (int day = opened - 14; day > 0; day -= 10 + int(teller.people.below(12))) {
        teller.builder.addContact(day, teller.people.oneIn(3) ? "visit" : "call", "reached",
                                  {{"nextAt", base::formatInstant(teller.builder.workingTime(day - 14))}});
        teller.builder.addNote(day);
    }
    teller.builder.addTask(5, "nextContact", "agreed", int(teller.people.below(9)));
    if (teller.people.oneIn(3))
        teller.builder.addTask(8, "ownTask", "own", 2, {{"text", "Ring hyresvärden om trappan"}});
}

/// A talk that was broken off in the middle of the questions.
void tellDraft(const Teller &teller)
{
    const int night = weekendNight(teller, 2);
    teller.open(night - 1);
    const auto report = teller.builder.addReport(night);
    teller.builder.addContact(
        night - 4, "visit", "reached",
        linked(report, {{"result", "bookedVisit"}, {"mayContactAgain", "yes"}, {"children", "notAsked"}}));
    teller.builder.addDraft(night - 4, demo::auditSheets()[1], 2 + teller.people.below(6));
}

/// The second or third time within the year.
void tellRepeated(const Teller &teller)
{
    const int first = weekendNight(teller, 30);
    teller.open(first - 1, {{"stage", "preAssessment"}});
    const auto report = teller.builder.addReport(first, {{"status", "closed"}, {"closedAs", "reached"}});
    teller.builder.addContact(
        first - 5, "call", "reached",
        linked(report, {{"result", "tookAdvice"}, {"mayContactAgain", "yes"}, {"children", "none"}}));
    if (teller.people.oneIn(2))
        teller.builder.addReport(weekendNight(teller, 12), {{"status", "closed"}, {"closedAs", "noContact"}});
    const int last = weekendNight(teller, 0);
    teller.builder.addReport(last);
    teller.builder.addTask(last - 1, "reviewSupport", "guideline", 4);
}

/// Children in the home; support was talked about, a look is agreed.
void tellChildren(const Teller &teller)
{
    const int night = weekendNight(teller, 2);
    teller.open(night - 1, {{"stage", "preAssessment"}});
    const auto report = teller.builder.addReport(night, {{"childrenPresent", "yes"}});
    teller.builder.addContact(night - 4, "visit", "reached",
                              linked(report, {{"result", "wantsToApply"},
                                              {"children", teller.people.oneIn(3) ? "worry" : "noWorry"},
                                              {"alone", "yes"},
                                              {"mayContactAgain", "yes"},
                                              {"ownWish", teller.people.pick(demo::ownWishes())}}));
    teller.builder.addNote(night - 4);
    teller.builder.addTask(night - 4, "children", "law", 1);
}

/// Done and closed some time ago.
void tellClosed(const Teller &teller)
{
    const int opened = 300 + int(teller.people.below(200));
    teller.open(opened,
                {{"stage", "closed"}, {"closedAs", "done"}, {"closedReason", "Målen är nådda. Avslutat tillsammans."}});
    teller.builder.addAssessment(opened - 10, teller.audit());
    for (int day = opened - 20; day > opened - 140; day -= 28) {
        teller.builder.addContact(day, "call", "reached");
        teller.builder.addNote(day);
    }
}

using Story = void (*)(const Teller &);
constexpr std::array<Story, 12> Stories = {tellOngoing,  tellNewReport, tellNotReached, tellTookAdvice,
                                           tellOngoing,  tellDeclined,  tellDraft,      tellRepeated,
                                           tellChildren, tellClosed,    tellTriedOnce,  tellNewReport};

/// In turn, and another one begins with each round of stories, so that everybody meets all of them.
std::size_t responsibleFor(std::size_t index, std::size_t workers)
{
    return (index + index / Stories.size()) % workers;
}

std::string caseNumberOf(base::Date today, std::size_t index)
{
    char text[32];
    std::snprintf(text, sizeof text, "%d-%04u", int(today.year()), unsigned(index + 1));
    return text;
}

/// Notes over the years before today, until the case has as many entries as were asked for.
void lengthen(CaseBuilder &builder, std::size_t entries)
{
    for (std::size_t i = 0; i < entries; ++i) {
        const int daysAgo = 1 + int(i * 1'400 / std::max<std::size_t>(entries, 1));
        if (i % 3 == 0)
            builder.addContact(daysAgo, "call", i % 2 == 0 ? "reached" : "noAnswer");
        else
            builder.addNote(daysAgo);
    }
}

std::vector<DemoWorker> makeWorkers(std::size_t count, base::Random &random, base::Date today)
{
    base::ManualClock clock{base::Instant(std::chrono::sys_days(today))};
    base::UuidMaker ids(clock, random);
    std::vector<DemoWorker> workers;
    const auto names = demo::workerNames();
    for (std::size_t i = 0; i < std::max<std::size_t>(count, 1); ++i) {
        std::string name(names[i % names.size()]);
        if (i >= names.size())
            name += " " + std::to_string(i / names.size() + 1);
        workers.push_back({ids.makeId<base::WorkerId>(), std::move(name)});
    }
    return workers;
}

} // namespace

DemoCaseload makeDemoCaseload(const DemoSettings &settings)
{
    base::SeededRandom random(settings.seed);
    demo::People people(random, settings.today);
    DemoCaseload caseload;
    caseload.workers = makeWorkers(settings.workers, random, settings.today);
    demo::KnownForFile known;
    const std::size_t count = std::min(settings.people, MostPeople);
    for (std::size_t i = 0; i < count; ++i) {
        const Person person = people.make(21, 78);
        CaseBuilder builder(people, random, settings, caseload.workers[responsibleFor(i, caseload.workers.size())].id);
        const Story story = Stories[i % Stories.size()];
        story({builder, people, person, caseNumberOf(settings.today, i), settings.today});
        if (i == 0)
            lengthen(builder, settings.longFileEntries);
        if (story == tellOngoing && known.withOpenMatter.size() < 2)
            known.withOpenMatter.push_back(person);
        if (story == tellClosed && known.withClosedMatter.empty())
            known.withClosedMatter.push_back(person);
        caseload.cases.push_back(builder.take());
    }
    caseload.lobReports = demo::makeLobFile(people, settings, known);
    return caseload;
}

} // namespace faltakt::casework
