#include "tests/unit/rules_agenda_case.h"

#include "core/casework/swedish_time.h"

namespace faltakt::rules::testing {

std::vector<std::string> TestCase::lines() const
{
    std::vector<std::string> lines;
    for (const auto &entry : agenda())
        lines.push_back(entry.rule + " " + entry.kind + " " + entry.reason + " "
                        + (entry.due ? base::formatDate(casework::swedishDate(*entry.due)) : "-"));
    std::ranges::sort(lines);
    return lines;
}

} // namespace faltakt::rules::testing
