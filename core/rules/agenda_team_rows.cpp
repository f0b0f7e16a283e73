// Rows between colleagues: who is out and has not come back, and who is asked to take over a matter.
#include "core/casework/swedish_time.h"
#include "core/casework/visit_watch.h"
#include "core/rules/agenda.h"
#include "core/rules/agenda_rows.h"
#include "core/rules/swedish_calendar.h"

#include <algorithm>
#include <array>
#include <map>

namespace faltakt::rules {

using base::Result;

namespace {

/// A name as it may stand in a reason code, whose parts are told apart by colons.
std::string inReason(std::string name)
{
    std::ranges::replace(name, ':', ' ');
    return name.empty() ? "–" : name;
}

/// Names by worker.
Result<std::map<std::string, std::string>> colleaguesOf(base::CaseId caseId, const store::CaseReader &reader)
{
    std::map<std::string, std::string> names;
    TRY(const auto colleagues, reader.records(caseId, "colleague"));
    for (const store::RecordView &colleague : colleagues) {
        names[colleague.text("worker")] = inReason(colleague.text("name"));
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

Result<void> addTakeoverRows(base::CaseId caseId, const store::CaseReader &reader, Rows &rows)
{
    TRY(const auto records, reader.records(caseId, "takeover"));
    for (const store::RecordView &record : records) {
        const std::string answer = record.text("answer");
        const std::string from = record.text("from");
        const auto add = [&](std::string_view rule, const std::string &reason, std::optional<base::Instant> due) {
            rows.push_back({record.id, std::string(AgreedKind), std::string(rule), reason, due, {}});
        };
        if (answer == "declined" && !record.boolean("closed"))
            add(TakeoverDeclinedRule, "takeoverDeclined:" + inReason(record.text("answeredByName")) + ':' + from,
                record.instant("answeredAt"));
        // Who asked keeps the card until this is read.
        if (answer == "accepted" && !record.boolean("closed") && record.text("answeredBy") != from)
            add(TakeoverAcceptedRule, "takeoverAccepted:" + inReason(record.text("answeredByName")) + ':' + from, {});
        if (!answer.empty() || from.empty())
            continue;
        const auto asked = record.instant("askedAt");
        const auto due = asked ? std::optional(endOfDay(nextWorkingDay(casework::swedishDate(*asked)))) : std::nullopt;
        const std::string to = record.text("to");
        if (to.empty()) {
            add(TakeoverAskedRule, "takeoverAskedTeam:" + inReason(record.text("fromName")) + ":!" + from, due);
            add(TakeoverWaitingRule, "takeoverWaitingTeam:" + from, {});
        } else {
            add(TakeoverAskedRule, "takeoverAsked:" + inReason(record.text("fromName")) + ':' + to, due);
            add(TakeoverWaitingRule, "takeoverWaiting:" + inReason(record.text("toName")) + ':' + from, {});
        }
    }
    return {};
}

bool isOthersRow(const store::AgendaEntry &entry, base::WorkerId worker)
{
    constexpr std::array Rules{VisitOpenRule,        TakeoverAskedRule,    TakeoverWaitingRule,
                               TakeoverDeclinedRule, TakeoverAcceptedRule, DeputyRule};
    if (std::ranges::find(Rules, entry.rule) == Rules.end())
        return false;
    // The last part says whose it is, or with a mark before it whose it is not.
    const std::string last = entry.reason.substr(entry.reason.rfind(':') + 1);
    return last.starts_with('!') ? last.substr(1) == worker.toString() : last != worker.toString();
}

} // namespace faltakt::rules
