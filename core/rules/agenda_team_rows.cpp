// Rows of a team's own case: who is out, and who has not come back. Which of them a worker's I dag shows is said there.
#include "core/casework/visit_watch.h"
#include "core/rules/agenda.h"
#include "core/rules/agenda_rows.h"

#include <algorithm>
#include <map>

namespace faltakt::rules {

using base::Result;

namespace {

/// Names by worker; a name stands in a reason code, whose parts are told apart by colons.
Result<std::map<std::string, std::string>> colleaguesOf(base::CaseId caseId, const store::CaseReader &reader)
{
    std::map<std::string, std::string> names;
    TRY(const auto colleagues, reader.records(caseId, "colleague"));
    for (const store::RecordView &colleague : colleagues) {
        std::string name = colleague.text("name");
        std::ranges::replace(name, ':', ' ');
        names[colleague.text("worker")] = std::move(name);
    }
    return names;
}

std::string nameOf(const std::map<std::string, std::string> &names, const std::string &worker)
{
    const auto found = names.find(worker);
    return found == names.end() ? std::string("–") : found->second;
}

} // namespace

Result<void> addVisitRows(base::CaseId caseId, const store::CaseReader &reader, Rows &rows)
{
    TRY(const auto records, reader.records(caseId, casework::VisitWatch::Kind));
    if (records.empty())
        return {};
    TRY(const auto names, colleaguesOf(caseId, reader));
    for (const store::RecordView &record : records) {
        const casework::VisitWatch watch = casework::readVisitWatch(record);
        if (!watch.isOpen() || !watch.plannedEnd)
            continue;
        const std::string who = ':' + nameOf(names, watch.worker) + ':' + watch.worker;
        if (!watch.isAlarmed())
            rows.push_back({record.id,
                            std::string(AgreedKind),
                            std::string(VisitOpenRule),
                            "visitOpen" + who,
                            watch.plannedEnd,
                            {}});
        else if (watch.seenBy.empty())
            rows.push_back({record.id,
                            std::string(LifeKind),
                            std::string(VisitAlarmRule),
                            "visitAlarm" + who,
                            watch.plannedEnd,
                            {}});
        else if (names.contains(watch.seenBy))
            rows.push_back({record.id,
                            std::string(LifeKind),
                            std::string(VisitAlarmRule),
                            "visitAlarmSeen" + who + ':' + nameOf(names, watch.seenBy),
                            watch.plannedEnd,
                            {}});
        else // By somebody at the server, who is in no team.
            rows.push_back({record.id,
                            std::string(LifeKind),
                            std::string(VisitAlarmRule),
                            "visitAlarmOffice" + who,
                            watch.plannedEnd,
                            {}});
    }
    return {};
}

bool isOthersVisit(const store::AgendaEntry &entry, base::WorkerId worker)
{
    return entry.rule == VisitOpenRule && !entry.reason.ends_with(':' + worker.toString());
}

} // namespace faltakt::rules
