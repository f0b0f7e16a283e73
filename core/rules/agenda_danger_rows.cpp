// Somebody has said that there is danger now: what goes first until somebody says that it is dealt with.
#include "core/rules/agenda.h"
#include "core/rules/agenda_rows.h"

#include <algorithm>

namespace faltakt::rules {

using base::Result;
using store::RecordView;

namespace {

constexpr std::string_view Yes = "yes";

/// In the form of a report; the answer as assets/forms/report.json names it.
bool isDangerInAct(const RecordView &act)
{
    const auto *answer = act.fields.find("answers/danger");
    return answer && answer->object() && answer->stringAt("option") == Yes;
}

/// While two versions stand in conflict the one that says so counts.
bool isDangerInTalk(const RecordView &talk)
{
    const auto values = talk.allTexts("dangerNow");
    return std::ranges::find(values, Yes) != values.end();
}

bool isDealtWith(const CaseFacts &facts, base::RecordId record)
{
    return std::ranges::any_of(facts.tasks, [&](const TaskFacts &task) {
        return task.what == DangerTask && task.record == record && task.status == "done";
    });
}

} // namespace

Result<void> addDangerRows(base::CaseId caseId, const store::CaseReader &reader, const CaseFacts &facts, Rows &rows)
{
    const auto add = [&](const RecordView &record) {
        // What was said there, and by whom, stands behind the row: no list tells.
        if (!isDealtWith(facts, record.id))
            rows.push_back({record.id,
                            std::string(LifeKind),
                            std::string(DangerRule),
                            "dangerNow",
                            record.instant("at").value_or(recordMadeAt(record.id)),
                            {}});
    };
    for (const RecordView &act : facts.acts)
        if (isDangerInAct(act))
            add(act);
    TRY(const auto talks, reader.records(caseId, "safetyTalk"));
    for (const RecordView &talk : talks)
        if (isDangerInTalk(talk))
            add(talk);
    return {};
}

} // namespace faltakt::rules
