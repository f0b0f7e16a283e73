// Feeds any bytes to the reader of what a device handed in of a week. What it takes has codes and counts alone.
#include "core/casework/outreach_tally.h"
#include "core/casework/tally_report.h"

#include <algorithm>
#include <cctype>
#include <cstdlib>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size);

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    using namespace faltakt;
    const auto report = casework::readTally({reinterpret_cast<const char *>(data), size});
    if (!report)
        return 0;
    if (!casework::mondayOfTallyWeek(report->week) || report->counts.size() > casework::TallyReport::MostCounts)
        std::abort();
    for (const auto &[name, count] : report->counts) {
        const bool isCode = std::ranges::all_of(name, [](char c) { return std::isalnum(std::uint8_t(c)) || c == '@'; });
        if (!isCode || std::ranges::count(name, '@') != 1 || count < 0 || count > casework::TallyReport::MostOfOne)
            std::abort();
    }
    return 0;
}
