#include "core/rules/attempt_plan.h"

#include "core/casework/record_codes.h"
#include "core/casework/swedish_time.h"
#include "core/rules/agenda_rows.h"
#include "core/rules/attempt_choices.h"
#include "core/rules/stage_moving.h"
#include "core/rules/swedish_calendar.h"

#include <algorithm>
#include <array>

namespace faltakt::rules {

using base::Instant;
using base::json::Object;

namespace {

namespace codes = casework::codes;

constexpr std::string_view ApplicationText = "Ta emot ansökan som gjordes muntligt";
constexpr std::string_view CloseText = "Berätta var någon nära kan få eget stöd";

/// The person was on the line, however short.
bool wasThere(std::string_view outcome)
{
    static constexpr std::array<std::string_view, 7> There{"reached",          "hungUp",        "callLater", "notFit",
                                                           "needsInterpreter", "alreadyWithUs", "declined"};
    return std::ranges::find(There, outcome) != There.end();
}

/// What was chosen about a talk before it turned out that there was none is not written. Words that were typed are.
AttemptEntry keptOf(AttemptEntry entry)
{
    if (!followUpOf(entry.outcome).talk) {
        entry.result.clear();
        entry.briefAdvice.reset();
        entry.closePerson.clear();
        entry.agreesToNext.clear();
    }
    if (!wasThere(entry.outcome)) {
        entry.alone.clear();
        entry.children.clear();
        entry.mayContactAgain.clear();
        entry.mayContactAt.reset();
    }
    return entry;
}

/// Collects the writes while it keeps the facts as they will be after them.
class Planner {
public:
    Planner(const Profile &profile, const CaseFacts &facts, const AttemptEntry &entry, base::WorkerId worker,
            base::UuidMaker &ids)
        : m_profile(profile), m_facts(facts), m_entry(entry), m_worker(worker), m_ids(ids),
          m_before(lobFollowUpOf(profile, facts))
    {
    }

    [[nodiscard]] AttemptPlan plan(const std::optional<HourWindow> &agreedHours);

private:
    void addContact();
    void noteOnCard();
    void moveStage();
    void finishTask(TaskFacts &task, std::string_view status);
    void dropTasks();
    void answerTask();
    void moveFollowUpTask();
    void addOwnTask(std::string_view text, Instant due, std::string_view basis);
    void addTasksOfTalk();
    void withdrawLetters();
    void holdLetters();
    void closeReports();
    void closeReport(ReportFacts &report, std::string_view closedAs);
    [[nodiscard]] std::optional<PlannedWrite> takeLetterTask();
    [[nodiscard]] bool wantsNothingMore(const ReportFacts &report) const;
    [[nodiscard]] std::string closedAs() const;
    [[nodiscard]] ContactFacts contactFacts() const;
    [[nodiscard]] bool isNo() const { return contactFacts().isNo(); }
    [[nodiscard]] bool isDeath() const { return m_entry.outcome == "deceased"; }

    const Profile &m_profile;
    CaseFacts m_facts;
    const AttemptEntry &m_entry;
    base::WorkerId m_worker;
    base::UuidMaker &m_ids;
    LobFollowUp m_before;
    AttemptPlan m_plan;
};

ContactFacts Planner::contactFacts() const
{
    ContactFacts contact;
    contact.id = m_plan.contact;
    contact.at = m_entry.at;
    contact.way = m_entry.way;
    contact.outcome = m_entry.outcome;
    contact.result = m_entry.result;
    contact.children = m_entry.children;
    contact.mayContactAgain = m_entry.mayContactAgain;
    contact.mayContactAt = m_entry.mayContactAt;
    contact.nextAt = m_entry.nextAt;
    if (m_before.report)
        contact.report = m_before.report->id;
    return contact;
}

/// A no and a death take a next time away, whatever was chosen before.
void Planner::addContact()
{
    m_plan.contact = m_entry.record ? *m_entry.record : m_ids.makeId<base::RecordId>();
    ContactFacts contact = contactFacts();
    if (isNo() || isDeath())
        contact.nextAt.reset();
    Object fields{{"way", m_entry.way}};
    const auto append = [&](std::string_view name, const std::string &text) {
        if (!text.empty())
            fields.append(std::string(name), text);
    };
    append("outcome", m_entry.outcome);
    append("at", base::formatInstant(m_entry.at));
    append("result", m_entry.result);
    append("lobReport", contact.report ? contact.report->toString() : std::string());
    append("task", m_entry.task ? m_entry.task->toString() : std::string());
    append("nextAt", contact.nextAt ? base::formatInstant(*contact.nextAt) : std::string());
    append("mayContactAgain", m_entry.mayContactAgain);
    append("mayContactAt", m_entry.mayContactAt ? base::formatInstant(*m_entry.mayContactAt) : std::string());
    append("alone", m_entry.alone);
    append("children", m_entry.children);
    append("closePerson", m_entry.closePerson);
    append("agreesToNext", m_entry.agreesToNext);
    append("ownWish", m_entry.ownWish);
    append("text", m_entry.text);
    if (m_entry.briefAdvice)
        fields.append("briefAdvice", *m_entry.briefAdvice);
    for (const auto &[name, value] : m_entry.more)
        fields.append(name, value);
    m_plan.writes.push_back({true, m_plan.contact, "contact", std::move(fields)});
    const auto place = std::ranges::upper_bound(m_facts.contacts, contact.at, {}, &ContactFacts::at);
    m_facts.contacts.insert(place, std::move(contact));
}

/// What the talk showed about the person: a death, a wish not to be contacted, the interpreter's language.
void Planner::noteOnCard()
{
    Object fields;
    if (isDeath()) {
        fields.append("deceased", true);
        m_facts.person.deceased = true;
    }
    if (isNo() && m_entry.mayContactAgain == "no") {
        fields.append("noContact", Object{{"since", base::formatInstant(m_entry.at)}});
        m_facts.person.noContactSince = m_entry.at;
    }
    if (!m_entry.interpreter.empty())
        fields.append("interpreter", m_entry.interpreter);
    if (fields.empty() || !m_facts.hasPerson)
        return;
    // On the person's cards in other files too: nobody rings the dead because of a file that was tied to this one.
    for (const base::RecordId card : m_facts.otherCards)
        m_plan.writes.push_back({false, card, "person", fields});
    m_plan.writes.push_back({false, m_facts.personRecord, "person", std::move(fields)});
}

/// An investigation that was opened in the talk: the matter stands there from now on.
void Planner::moveStage()
{
    if (m_entry.result != "investigationOpened")
        return;
    if (auto fields = stageAfter(m_facts, "investigation", m_entry.at))
        m_plan.writes.push_back({false, m_facts.caseRecord, "case", std::move(*fields)});
}

void Planner::finishTask(TaskFacts &task, std::string_view status)
{
    task.status = std::string(status);
    task.doneAt = m_entry.at;
    m_plan.writes.push_back(
        {false, task.id, "task", {{"status", status}, {"doneAt", base::formatInstant(m_entry.at)}}});
}

void Planner::dropTasks()
{
    for (TaskFacts &task : m_facts.tasks) {
        const bool isAnswer = m_entry.task && *m_entry.task == task.id;
        const bool outlivesDeath = task.what == "children" || task.what == "ownTask";
        const bool isOver = isDeath() ? !outlivesDeath : isNo() && isAutomaticTask(task);
        if (task.isOpen() && isOver && !isAnswer)
            finishTask(task, "dropped");
    }
}

void Planner::answerTask()
{
    for (TaskFacts &task : m_facts.tasks)
        // A follow-up task that is done ends the follow-up; one attempt does not.
        if (m_entry.task && task.id == *m_entry.task && task.isOpen() && task.what != "followUpLob")
            finishTask(task, "done");
}

/// An open task decides when the next attempt is due, so it moves along or ends with the follow-up.
void Planner::moveFollowUpTask()
{
    for (TaskFacts &task : m_facts.tasks) {
        if (task.what != "followUpLob" || !task.isOpen() || !m_before.report || task.report != m_before.report->id)
            continue;
        if (m_plan.after.state == FollowUpState::Concluded)
            finishTask(task, "done");
        else if (m_plan.after.state == FollowUpState::Trying && m_entry.nextAt) {
            task.due = m_entry.nextAt;
            m_plan.writes.push_back({false, task.id, "task", {{"due", base::formatInstant(*m_entry.nextAt)}}});
        } else if (m_plan.after.state == FollowUpState::Trying && task.due && *task.due <= m_entry.at) {
            // Without another time the rules' own clock counts again.
            task.due.reset();
            m_plan.writes.push_back({false, task.id, "task", {{"due", nullptr}}});
        }
    }
}

void Planner::addOwnTask(std::string_view text, Instant due, std::string_view basis)
{
    m_plan.writes.push_back({true,
                             m_ids.makeId<base::RecordId>(),
                             "task",
                             {{"what", "ownTask"},
                              {"text", text},
                              {"due", base::formatInstant(due)},
                              {"basis", basis},
                              {"assignedTo", m_worker.toString()},
                              {"record", m_plan.contact.toString()},
                              {"status", "open"}}});
}

void Planner::addTasksOfTalk()
{
    const base::Date day = casework::swedishDate(m_entry.at);
    if (m_entry.result == "wantsToApply")
        addOwnTask(ApplicationText, endOfDay(day), "law");
    if (m_entry.closePerson == "yes")
        addOwnTask(CloseText, endOfDay(nextWorkingDay(day)), "agreed");
}

std::string Planner::closedAs() const
{
    if (isDeath())
        return "deceased";
    if (isNo())
        return "declined";
    return m_entry.result == "otherMunicipality" ? "moved" : "reached";
}

/// True where no rule has a row about the report any more.
bool Planner::wantsNothingMore(const ReportFacts &report) const
{
    if (m_facts.isDeceased())
        return true;
    const LobFollowUp followUp = lobFollowUpOf(m_profile, m_facts);
    const RowContext context{m_profile, m_facts, followUp};
    Rows rows;
    addFollowUpRows(context, rows);
    addReportRows(context, rows);
    addChildrenRows(context, rows);
    return std::ranges::none_of(rows, [&](const store::AgendaEntry &row) { return row.record == report.id; });
}

/// A letter that still belongs to the report would be lost with it: it becomes a task.
std::optional<PlannedWrite> Planner::takeLetterTask()
{
    const LobFollowUp followUp = lobFollowUpOf(m_profile, m_facts);
    if (followUp.letter != LetterState::Pending && followUp.letter != LetterState::Held)
        return std::nullopt;
    const Clock clock = letterClock(m_profile, followUp.report->received);
    const std::string what = followUp.letter == LetterState::Held ? "letterHeld" : "letter";
    const auto record = m_ids.makeId<base::RecordId>();
    m_facts.tasks.push_back({.id = record,
                             .what = what,
                             .basis = kindWord(clock.kind),
                             .status = "open",
                             .due = clock.due,
                             .doneAt = std::nullopt,
                             .report = followUp.report->id,
                             .record = std::nullopt});
    return PlannedWrite{true,
                        record,
                        "task",
                        {{"what", what},
                         {"due", base::formatInstant(clock.due)},
                         {"basis", kindWord(clock.kind)},
                         {"assignedTo", m_worker.toString()},
                         {"lobReport", followUp.report->id.toString()},
                         {"status", "open"}}};
}

void Planner::closeReport(ReportFacts &report, std::string_view closedAs)
{
    report.open = false;
    Object fields{{"status", "closed"}, {"closedAs", closedAs}};
    const auto written = std::ranges::find(m_plan.writes, report.id, &PlannedWrite::record);
    if (written == m_plan.writes.end()) {
        m_plan.writes.push_back({false, report.id, "lobReport", std::move(fields)});
        return;
    }
    for (const auto &[name, value] : fields)
        written->fields.set(name, value);
}

/// A letter that was asked for and has not gone does not go after a no or a death.
void Planner::withdrawLetters()
{
    if (!isNo() && !isDeath())
        return;
    for (ReportFacts &report : m_facts.reports) {
        if (!report.letterRequested || report.letterSent)
            continue;
        report.letterRequested.reset();
        report.letterAt.reset();
        m_plan.writes.push_back({false, report.id, "lobReport", {{"letterRequestedAt", nullptr}}});
    }
}

/// After a talk that came to something nobody is to get a letter by surprise, unless everybody gets one.
void Planner::holdLetters()
{
    const auto toAll = m_profile.setting(&ProfileSettings::lobLetterToAll);
    const bool isReached = m_plan.after.state == FollowUpState::Concluded && m_before.state != FollowUpState::Concluded;
    if (!isReached || (toAll && toAll->value))
        return;
    for (ReportFacts &report : m_facts.reports) {
        if (!report.letterRequested || report.letterSent || !report.letterHeldFor.empty())
            continue;
        report.letterHeldFor = "reached";
        m_plan.writes.push_back({false, report.id, "lobReport", {{"letterHeldFor", report.letterHeldFor}}});
    }
}

/// Closes the report of the follow-up, and older ones with it: one talk answers for all of them.
void Planner::closeReports()
{
    const auto latest = std::ranges::find_if(m_facts.reports, [&](const ReportFacts &report) {
        return m_before.report && report.id == m_before.report->id;
    });
    const FollowUpState state = m_plan.after.state;
    const bool isOver = state == FollowUpState::Concluded || state == FollowUpState::Stopped || isDeath();
    if (latest == m_facts.reports.end() || !isOver)
        return;
    const std::vector<TaskFacts> tasks = m_facts.tasks;
    const auto letter = isDeath() ? std::nullopt : takeLetterTask();
    if (!wantsNothingMore(*latest)) {
        m_facts.tasks = tasks;
        return;
    }
    if (letter)
        m_plan.writes.push_back(*letter);
    for (auto report = m_facts.reports.begin(); report != latest; ++report)
        if (report->open && wantsNothingMore(*report))
            closeReport(*report, closedAs());
    closeReport(*latest, closedAs());
    m_plan.endsFollowUp = true;
}

AttemptPlan Planner::plan(const std::optional<HourWindow> &agreedHours)
{
    addContact();
    noteOnCard();
    moveStage();
    answerTask();
    dropTasks();
    withdrawLetters();
    m_plan.after = lobFollowUpOf(m_profile, m_facts);
    holdLetters();
    moveFollowUpTask();
    addTasksOfTalk();
    closeReports();
    if (!m_entry.nextAt)
        m_plan.proposal = proposeNext(m_facts, m_plan.after, agreedHours);
    return std::move(m_plan);
}

} // namespace

base::Result<AttemptPlan> planAttempt(const Profile &profile, const CaseFacts &facts, const AttemptEntry &entry,
                                      const std::optional<HourWindow> &agreedHours, base::WorkerId worker,
                                      base::UuidMaker &ids)
{
    const bool isOnlySent = entry.outcome.empty() && (entry.way == "sms" || entry.way == "note");
    if (!isOnlySent && std::ranges::find(codes::ContactOutcome, entry.outcome) == codes::ContactOutcome.end())
        return base::fail(base::ErrorCode::InvalidInput, "outcome: no such outcome");
    if (std::ranges::find(codes::ContactMode, entry.way) == codes::ContactMode.end())
        return base::fail(base::ErrorCode::InvalidInput, "way: no such way");
    if (entry.nextAt && *entry.nextAt <= entry.at)
        return base::fail(base::ErrorCode::InvalidInput, "nextAt: not after the contact");
    const AttemptEntry kept = keptOf(entry);
    return Planner(profile, facts, kept, worker, ids).plan(agreedHours);
}

base::Result<std::vector<changelog::RecordSet>> makeSets(const std::vector<PlannedWrite> &writes,
                                                         const StateLookup &states)
{
    std::vector<changelog::RecordSet> sets;
    for (const PlannedWrite &write : writes) {
        if (write.isNew) {
            sets.push_back(changelog::makeCreation(write.record, write.kind, write.fields));
            continue;
        }
        const changelog::RecordState *state = states(write.record);
        if (!state)
            return base::fail(base::ErrorCode::NotFound, "a record to be changed is not here");
        sets.push_back(changelog::makeEdit(*state, write.fields));
    }
    return sets;
}

} // namespace faltakt::rules
