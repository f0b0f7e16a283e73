#include "qml/viewmodels/contact/lob_page.h"

#include "core/rules/lob_closing.h"
#include "core/rules/lob_letter.h"
#include "qml/viewmodels/contact/attempt_writer.h"
#include "qml/viewmodels/contact/call_queue_reader.h"
#include "qml/viewmodels/contact/own_number.h"
#include "qml/viewmodels/people/file_person.h"

#include <algorithm>

namespace faltakt::viewmodels {

using base::Result;

namespace {

/// Only the report that was asked for stays, so that the page speaks of that one; where it is gone, all do.
void keepOnly(rules::CaseFacts &facts, std::optional<base::RecordId> wanted)
{
    if (!wanted || std::ranges::find(facts.reports, *wanted, &rules::ReportFacts::id) == facts.reports.end())
        return;
    std::erase_if(facts.reports, [&](const rules::ReportFacts &report) { return report.id != *wanted; });
    std::erase_if(facts.tasks, [&](const rules::TaskFacts &task) { return task.report && *task.report != *wanted; });
}

Result<void> readReport(OpenStore &store, const rules::CaseFacts &facts, LobPage &page)
{
    const rules::LobFollowUp followUp = rules::lobFollowUpOf(store.profile, facts);
    page.state = followUp.state;
    page.letter = followUp.letter;
    page.attempts = followUp.attempts;
    page.attempt = std::min(followUp.tries + 1, std::max(followUp.attempts, 1));
    page.last = followUp.last;
    page.letterHolds = facts.person.letterHolds;
    page.letterObstacle = rules::letterObstacle(facts).value_or(std::string());
    page.closingObstacle = rules::closingObstacle(store.profile, facts).value_or(std::string());
    // An ended follow-up still shows what it was about.
    std::optional<rules::ReportFacts> report = followUp.report;
    if (!report && !facts.reports.empty())
        report = facts.reports.back();
    // A letter to all outlives the report it belongs to.
    const auto letter = std::ranges::find_if(facts.tasks, [](const rules::TaskFacts &task) {
        return task.isOpen() && task.report && (task.what == "letter" || task.what == "letterHeld");
    });
    if (letter != facts.tasks.end() && page.letter == rules::LetterState::NotNeeded) {
        page.letter = rules::LetterState::AsTask;
        const auto owner = std::ranges::find(facts.reports, *letter->report, &rules::ReportFacts::id);
        report = owner == facts.reports.end() ? report : std::optional(*owner);
    }
    if (!report)
        return {};
    page.report = report->id;
    page.isLetterAsked = report->letterRequested.has_value();
    page.isLetterSent = report->letterSent.has_value();
    page.repeat = rules::repeatPrompt(store.profile, report->repeatCount);
    page.repeatCount = report->repeatCount;
    page.hasDangerSign = report->dangerSign;
    TRY(const auto record, store.cases.record(report->id));
    if (record)
        page.takenAt = record->instant("takenAt");
    TRY(page.reportBase, readEditBase(store.cases, report->id));
    return {};
}

/// The first number that nobody else reads; none where a message could be seen by somebody who must not.
std::string textNumberOf(const casework::PersonCard &person)
{
    if (person.hasFlag("violence") || person.isProtected() || person.deceased)
        return {};
    const auto way = std::ranges::find_if(person.contactWays, [](const casework::ContactWay &each) {
        return each.isNumber() && !each.shared && each.through.empty();
    });
    return way == person.contactWays.end() ? std::string() : way->value;
}

Result<void> readNext(OpenStore &store, base::CaseId caseId, LobPage &page)
{
    TRY(const auto calls, readCallQueue(store));
    const auto next = std::ranges::find_if(calls, [&](const QueuedCall &call) { return call.item.caseId != caseId; });
    if (next != calls.end())
        page.next = next->item.caseId;
    return {};
}

} // namespace

Result<AttemptStart> readAttemptStart(OpenStore &store, base::CaseId caseId)
{
    AttemptStart start;
    TRY(auto forms, store.cases.forms());
    const auto form = std::ranges::find_if(
        forms, [&](const store::FormDraft &each) { return each.form == AttemptForm::Name && each.caseId == caseId; });
    if (form != forms.end())
        start.form = std::move(*form);
    start.newForm = store.ids.makeId<base::RecordId>();
    return start;
}

Result<LobPage> readLobPage(OpenStore &store, base::CaseId caseId, std::optional<base::RecordId> report)
{
    LobPage page;
    TRY(const auto card, shownCardOf(store.cases, caseId));
    if (!card)
        return base::fail(base::ErrorCode::NotFound, "case");
    page.card = *card;
    TRY(auto facts, factsOfCase(store, caseId));
    keepOnly(facts, report);
    page.stage = facts.stage;
    TRY(page.person, personOfFile(store.cases, facts));
    page.numbers = numbersOf(page.person);
    TRY_VOID(readReport(store, facts, page));
    const auto toAll = store.profile.setting(&rules::ProfileSettings::lobLetterToAll);
    page.isLetterToAll = toAll && toAll->value;
    if (const auto number = store.profile.contactNumber("childUnit"))
        page.childUnitNumber = number->value;
    page.textTemplates = rules::templatesFor(store.profile, rules::TemplateUse::TextMessage);
    page.textNumber = textNumberOf(page.person);
    page.workerName = store.field.registration().workerName;
    TRY(page.ownNumber, readOwnNumber(store));
    TRY_VOID(readNext(store, caseId, page));
    return page;
}

} // namespace faltakt::viewmodels
