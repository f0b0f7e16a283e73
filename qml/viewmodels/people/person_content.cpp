#include "qml/viewmodels/people/person_content.h"

#include "core/casework/deputy.h"
#include "core/casework/swedish_time.h"
#include "qml/viewmodels/child/children_content.h"
#include "qml/viewmodels/people/tied_files.h"
#include "qml/viewmodels/team/team_store.h"
#include "qml/viewmodels/today/agenda_look.h"
#include "qml/viewmodels/workspace/known_check.h"

#include <algorithm>

namespace faltakt::viewmodels {

using base::Result;

namespace {

/// The first that is not tied to another one, as core/casework does.
const store::RecordView *mainOf(const std::vector<store::RecordView> &records)
{
    for (const store::RecordView &record : records)
        if (record.text("mergedInto").empty())
            return &record;
    return records.empty() ? nullptr : &records.front();
}

/// Who of the team is responsible, and whether somebody of it might take over.
Result<void> readTeam(OpenStore &store, base::CaseId caseId, PersonContent &content)
{
    TRY(const auto team, teamCase(store));
    if (!team || *team == caseId)
        return {};
    TRY(const auto names, colleagueNames(store, *team));
    if (const auto known = names.find(content.responsible); !content.isResponsible && known != names.end())
        content.responsibleName = known->second;
    content.canHandOver = content.isResponsible && names.size() > 1;
    return {};
}

/// Who stands in for whoever is responsible.
Result<void> readDeputies(OpenStore &store, base::CaseId caseId, PersonContent &content)
{
    TRY(const auto records, store.cases.recordsOfKind(caseId, casework::Deputy::Kind));
    content.hasDeputies = !records.empty();
    for (const store::RecordView &record : records) {
        const casework::Deputy deputy = casework::readDeputy(record);
        if (deputy.isInForce(store.clock.now()))
            content.deputyName = deputy.toName;
    }
    return {};
}

Result<void> readCard(OpenStore &store, base::CaseId caseId, PersonContent &content)
{
    TRY(const auto persons, store.cases.recordsOfKind(caseId, "person"));
    if (const store::RecordView *person = mainOf(persons)) {
        content.person = person->id;
        content.record = *person;
        TRY(content.base, readEditBase(store.cases, person->id));
        content.card = casework::readPersonCard(*person);
    }
    TRY(const auto matters, store.cases.recordsOfKind(caseId, "case"));
    if (const store::RecordView *matter = mainOf(matters)) {
        const std::string responsible = matter->text("responsible");
        content.isResponsible = responsible.empty() || responsible == store.cases.owner().worker.toString();
        content.responsible = responsible;
    }
    if (content.isResponsible)
        content.responsibleName = store.field.registration().workerName;
    return readTeam(store, caseId, content);
}

/// Whoever goes on a visit has to know of "två vid besök" from whichever file says it.
Result<void> readTiedFlags(OpenStore &store, const store::CaseRow &row, PersonContent &content)
{
    TRY(const auto persons, store.cases.recordsOfKind(row.caseId, "person"));
    const store::RecordView *person = mainOf(persons);
    if (!person)
        return {};
    for (const casework::PersonFlag &flag : casework::readPersonCard(*person).flags) {
        const bool isKnown =
            std::ranges::any_of(content.card.flags, [&](const auto &known) { return known.code == flag.code; })
            || std::ranges::any_of(content.tiedFlags, [&](const auto &known) { return known.first == flag.code; });
        if (!isKnown)
            content.tiedFlags.emplace_back(flag.code, row.card);
    }
    return {};
}

/// The files that are shown with this one, and what of them stands on the page.
Result<void> readTied(OpenStore &store, base::CaseId caseId, const std::set<base::CaseId> &logged,
                      PersonContent &content)
{
    TRY(content.tied, openTiedFiles(store.cases, caseId));
    const std::string self = store.cases.owner().worker.toString();
    for (const store::CaseRow &row : content.tied) {
        const bool isMine = row.card.responsible.empty() || row.card.responsible == self;
        if (!logged.contains(row.caseId))
            TRY_VOID(store.cases.logAccess(row.caseId, "open", isMine ? "assigned" : "deputy", {}));
        TRY_VOID(readTiedFlags(store, row, content));
        TRY(auto more, store.cases.recordsOfKind(row.caseId, "assessment"));
        std::ranges::move(more, std::back_inserter(content.assessments));
    }
    TRY(const auto links, readFileLinks(store.cases));
    if (links.isTied(caseId)) {
        TRY(content.main, store.cases.card(links.mainOf(caseId)));
    }
    return {};
}

} // namespace

Result<PersonContent> readPerson(OpenStore &store, base::CaseId caseId, const ListWording &wording,
                                 const std::set<base::CaseId> &logged)
{
    PersonContent content;
    TRY(auto listed, store.cases.card(caseId));
    if (!listed)
        return base::fail(base::ErrorCode::NotFound, "case");
    content.listed = std::move(listed->card);
    TRY_VOID(readCard(store, caseId, content));
    TRY_VOID(readDeputies(store, caseId, content));
    TRY(content.steps, readStepsOf(store, caseId, wording));
    // Of a file that is shown with this one the step itself leads to the call.
    for (const TodayRow &step : content.steps)
        content.hasAttempts = content.hasAttempts || (step.caseId == caseId && isAttemptRow(step.entry));
    TRY(const auto reports, store.cases.recordsOfKind(caseId, "lobReport"));
    if (!reports.empty())
        content.report = reports.back().id;
    TRY(content.assessments, store.cases.recordsOfKind(caseId, "assessment"));
    TRY_VOID(readTied(store, caseId, logged, content));
    std::vector<base::CaseId> files{caseId};
    for (const store::CaseRow &row : content.tied)
        files.push_back(row.caseId);
    TRY(content.children, childrenChipOf(store, files));
    TRY(const auto acts, recordsOfFiles(store.cases, files, "act"));
    content.inForce = rules::inForceOn(acts, casework::swedishDate(store.clock.now()));
    TRY(content.related, store.cases.recordsOfKind(caseId, "related"));
    TRY(content.isCheckWaiting, isCheckWaiting(store.cases, caseId));
    TRY(content.older, store.cases.olderAtServer(caseId));
    return content;
}

} // namespace faltakt::viewmodels
