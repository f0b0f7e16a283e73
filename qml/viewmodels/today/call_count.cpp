#include "qml/viewmodels/today/call_count.h"

#include "core/rules/call_queue.h"
#include "qml/viewmodels/today/agenda_look.h"

#include <map>

namespace faltakt::viewmodels {

namespace {

/// Above this the calls are not counted: it takes a look into each file.
constexpr std::size_t MostCounted = 200;

} // namespace

base::Result<int> countCalls(OpenStore &store, const std::vector<store::AgendaRow> &agenda, base::Instant now)
{
    std::map<base::CaseId, rules::CallCase> cases;
    for (const store::AgendaRow &row : agenda) {
        if (!isAttemptRow(row.entry))
            continue;
        rules::CallCase &call = cases[row.caseId];
        call.caseId = row.caseId;
        call.rows.push_back(row.entry);
    }
    if (cases.size() > MostCounted)
        return int(cases.size());
    std::vector<rules::CallCase> calls;
    for (auto &[caseId, call] : cases) {
        TRY_VOID(store.cases.readCase(caseId, [&](const store::CaseReader &reader) -> base::Result<void> {
            TRY(call.facts, rules::readCaseFacts(caseId, reader));
            return {};
        }));
        calls.push_back(std::move(call));
    }
    return int(rules::callQueue(store.profile, calls, now).size());
}

} // namespace faltakt::viewmodels
