#include "qml/app/tour_team.h"

#include "core/casework/case_projector.h"
#include "core/casework/deputy.h"
#include "core/casework/swedish_time.h"
#include "core/casework/visit_watch.h"
#include "core/changelog/record_state.h"
#include "qml/viewmodels/day/tally_view_model.h"
#include "qml/viewmodels/team/team_store.h"

namespace faltakt::app {

using viewmodels::AppViewModel;
using viewmodels::OpenStore;

namespace {

struct Told {
    const char *name;
    const char *kind;
    const char *text;
    const char *reason;
    bool isForsaken;
    std::chrono::minutes ago;
};

constexpr std::array<Told, 3> All{
    {{"Robin Al", "note", "Ringde brodern, som lovar att följa med på måndag.", "dependsOn", false,
      std::chrono::minutes(35)},
     {"Robin Al", "note", "Vill börja med samtal varannan vecka. Bor hos brodern tills vidare.", "access", false,
      std::chrono::minutes(40)},
     {"Sam Lind", "contact", "Träffades på torget. Mår bättre och vill ringa själv på tisdag.", "revoked", true,
      std::chrono::hours(26)}}};

constexpr const char *RobinsName = "Robin Al";

} // namespace

protocol::QuarantinePage teamReturnsOf(base::CaseId caseId, const base::Clock &clock, base::Random &random)
{
    base::UuidMaker ids(clock, random);
    protocol::QuarantinePage page;
    for (const Told &told : All) {
        changelog::Change change;
        change.id = ids.makeId<base::ChangeId>();
        change.by = ids.makeId<base::WorkerId>();
        change.caseId = caseId;
        change.at = clock.now() - told.ago;
        change.sets.push_back({ids.makeId<base::RecordId>(), told.kind, {{"text", told.text}}, {}});
        protocol::QuarantinedLine line;
        line.change = change.id;
        line.caseId = caseId;
        line.worker = change.by;
        line.workerName = told.name;
        line.device = ids.makeId<base::DeviceId>();
        line.isForsaken = told.isForsaken;
        line.received = change.at;
        line.reason = told.reason;
        line.line = changelog::sealChange(std::move(change));
        page.lines.push_back(std::move(line));
    }
    page.lines.front().buildsOn.push_back(*page.lines.at(1).change);
    return page;
}

base::Result<TrainingTeam> makeTrainingTeam(viewmodels::OpenStore &store)
{
    TRY(const auto known, viewmodels::teamCase(store));
    if (known) {
        TRY(const auto names, viewmodels::colleagueNames(store, *known));
        for (const auto &[worker, name] : names)
            if (const auto id = base::WorkerId::parse(worker); id && name == RobinsName)
                return TrainingTeam{*known, *id};
    }
    const TrainingTeam team{store.ids.makeId<base::CaseId>(), store.ids.makeId<base::WorkerId>()};
    const auto make = [&](const char *kind, base::json::Object fields) {
        return changelog::makeCreation(store.ids.makeId<base::RecordId>(), kind, std::move(fields));
    };
    store::Draft draft{team.caseId, {}, {}};
    draft.sets.push_back(make("case", {{"team", team.caseId.toString()}, {"teamName", "Vuxenenheten"}}));
    draft.sets.push_back(make("colleague", {{"worker", store.cases.owner().worker.toString()},
                                            {"name", store.field.registration().workerName},
                                            {"leads", false}}));
    draft.sets.push_back(make("colleague", {{"worker", team.robin.toString()}, {"name", RobinsName}, {"leads", true}}));
    TRY_VOID(store.cases.save(draft));
    return team;
}

base::Result<base::RecordId> makeDeputy(viewmodels::OpenStore &store, const TrainingDeputy &deputy)
{
    const auto record = store.ids.makeId<base::RecordId>();
    const auto today = std::chrono::sys_days(casework::swedishDate(store.clock.now()));
    const auto day = [today](int days) { return base::formatDate(base::Date(today + std::chrono::days(days))); };
    base::json::Object fields{{"from", deputy.from.toString()},
                              {"fromName", deputy.fromName},
                              {"to", deputy.to.toString()},
                              {"toName", deputy.toName},
                              {"firstDay", day(-1)},
                              {"lastDay", day(6)},
                              {"namedAt", base::formatInstant(store.clock.now())},
                              {"leaves", true}};
    if (deputy.to != store.cases.owner().worker)
        fields.set("opened/" + day(-1), "planned");
    TRY_VOID(
        store.cases.save({deputy.caseId,
                          {changelog::makeCreation(record, std::string(casework::Deputy::Kind), std::move(fields))},
                          {}}));
    return record;
}

base::Result<base::RecordId> makeAlarmedVisit(viewmodels::OpenStore &store, const TrainingTeam &team)
{
    const auto visit = store.ids.makeId<base::RecordId>();
    const base::Instant end = store.clock.now() - std::chrono::minutes(15);
    TRY_VOID(store.cases.save(
        {team.caseId,
         {changelog::makeCreation(visit, std::string(casework::VisitWatch::Kind),
                                  {{"worker", team.robin.toString()},
                                   {"place", "Torget, kvarteret Linden"},
                                   {"phone", "070-174 06 05"},
                                   {"startedAt", base::formatInstant(end - std::chrono::hours(1))},
                                   {"plannedEnd", base::formatInstant(end)},
                                   {"alarm", casework::watchAlarm(end + std::chrono::seconds(3), end)}})},
         {}}));
    return visit;
}

namespace {

/// What a scene opens.
struct Found {
    base::CaseId caseId;
    std::optional<base::RecordId> record = {};
};
using Finder = base::Result<Found> (*)(OpenStore &);
using Opener = void (*)(AppViewModel &, const Found &);

std::function<void(Composition &)> open(Finder find, Opener opener)
{
    return [find, opener](Composition &composition) {
        AppViewModel &app = composition.app();
        composition.workspace().read<Found>(&app, find, [&app, opener](const base::Result<Found> &found) {
            if (found)
                opener(app, *found);
            else
                qWarning("tour: nothing to show: %s", found.error().toString().c_str());
        });
    };
}

void openVisit(AppViewModel &app, const Found &found) { app.openCheckIn(found.record); }

base::Result<Found> someFile(OpenStore &store)
{
    TRY_VOID(makeTrainingTeam(store));
    TRY(const auto rows, store.cases.cases());
    for (const store::CaseRow &row : rows)
        if (!row.card.isProtected && row.card.stage != casework::TeamStage && row.card.stage != "closed")
            return Found{row.caseId};
    return base::fail(base::ErrorCode::NotFound, "no case");
}

/// A week in which something was counted without names, too.
base::Result<Found> countedWeek(OpenStore &store)
{
    TRY_VOID(viewmodels::countOne(store, {"talk", "park"}, 4));
    TRY_VOID(viewmodels::countOne(store, {"relativeAdvice", "phone"}, 1));
    return someFile(store);
}

/// Robin stands in this week, and has opened the file once.
base::Result<Found> someDeputy(OpenStore &store)
{
    TRY(const Found found, someFile(store));
    TRY(const TrainingTeam team, makeTrainingTeam(store));
    TRY_VOID(makeDeputy(store, {found.caseId, store.cases.owner().worker, store.field.registration().workerName,
                                team.robin, RobinsName}));
    return found;
}

/// Robin's matter, in which the worker of the device stands in.
base::Result<Found> standsIn(OpenStore &store)
{
    TRY(const Found found, someFile(store));
    TRY(const TrainingTeam team, makeTrainingTeam(store));
    TRY(const auto matters, store.cases.recordsOfKind(found.caseId, "case"));
    if (matters.empty())
        return base::fail(base::ErrorCode::NotFound, "case");
    TRY_VOID(store.cases.edit(matters.front().id, {{"responsible", team.robin.toString()}}));
    TRY_VOID(makeDeputy(store, {found.caseId, team.robin, RobinsName, store.cases.owner().worker,
                                store.field.registration().workerName}));
    return found;
}

base::Result<Found> noVisit(OpenStore &store)
{
    TRY(const TrainingTeam team, makeTrainingTeam(store));
    return Found{team.caseId};
}

base::Result<Found> ownVisitUnderWay(OpenStore &store)
{
    TRY(const TrainingTeam team, makeTrainingTeam(store));
    TRY(const auto out,
        viewmodels::checkIn(store, team.caseId,
                            {"Storgatan 1, port B", "070-174 06 05", store.clock.now() + std::chrono::hours(1)}, {}));
    return Found{team.caseId, out.record};
}

base::Result<Found> alarmedVisit(OpenStore &store)
{
    TRY(const TrainingTeam team, makeTrainingTeam(store));
    TRY(const auto visit, makeAlarmedVisit(store, team));
    return Found{team.caseId, visit};
}

} // namespace

std::vector<Scene> teamScenes()
{
    return {{QStringLiteral("week"), open(countedWeek, [](AppViewModel &app, const Found &) { app.openWeek(); })},
            {QStringLiteral("takeover"),
             open(someFile, [](AppViewModel &app, const Found &found) { app.openTakeover(found.caseId); })},
            {QStringLiteral("deputy"),
             open(someDeputy, [](AppViewModel &app, const Found &found) { app.openDeputies(found.caseId); })},
            {QStringLiteral("deputy-gate"),
             open(standsIn, [](AppViewModel &app, const Found &found) { app.openPerson(found.caseId); })},
            {QStringLiteral("check-in"), open(noVisit, [](AppViewModel &app, const Found &) { app.openCheckIn(); })},
            {QStringLiteral("check-in-out"), open(ownVisitUnderWay, openVisit)},
            {QStringLiteral("visit-alarm"), open(alarmedVisit, openVisit)}};
}

} // namespace faltakt::app
