#include "qml/app/tour_team.h"

namespace faltakt::app {

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

} // namespace faltakt::app
