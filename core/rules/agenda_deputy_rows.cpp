// Rows of those who stand in for a colleague.
#include "core/casework/deputy.h"
#include "core/rules/agenda.h"
#include "core/rules/agenda_rows.h"

#include <algorithm>

namespace faltakt::rules {

using base::Result;

namespace {

/// "6/3".
std::string shortDay(base::Date day)
{
    return std::to_string(unsigned(day.day())) + '/' + std::to_string(unsigned(day.month()));
}

} // namespace

Result<void> addDeputyRows(base::CaseId caseId, const store::CaseReader &reader, Rows &rows)
{
    TRY(const auto records, reader.records(caseId, casework::Deputy::Kind));
    for (const store::RecordView &record : records) {
        const casework::Deputy deputy = casework::readDeputy(record);
        if (!deputy.hasDays() || deputy.endedAt || deputy.to.empty())
            continue;
        std::string name = deputy.fromName.empty() ? "–" : deputy.fromName;
        std::ranges::replace(name, ':', ' ');
        rows.push_back({record.id,
                        std::string(AgreedKind),
                        std::string(DeputyRule),
                        "deputy:" + name + ':' + shortDay(*deputy.lastDay) + ':' + deputy.to,
                        casework::closesAfter(*deputy.lastDay),
                        {}});
    }
    return {};
}

} // namespace faltakt::rules
