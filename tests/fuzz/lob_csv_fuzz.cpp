// Feeds any bytes to the reader of LOB report files. What it takes must keep its own promises.
#include "core/casework/lob_report_import.h"

#include <cstdlib>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size);

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    using namespace faltakt;
    const std::string_view text(reinterpret_cast<const char *>(data), size);
    const auto file = casework::readLobReports(text, base::instantFromMs(1'795'000'000'000));
    if (!file)
        return 0;
    // Each row is taken, refused once, or folded into an earlier one.
    std::size_t folded = 0;
    for (const auto &notice : file->notices)
        folded += notice.reason == "folded";
    if (file->rows.size() + file->refused.size() + folded != file->read)
        std::abort();
    for (const auto &row : file->rows)
        if (row.sheetNumber.empty() || row.sheetNumber.find('\n') != std::string::npos || row.line < 2)
            std::abort();
    return 0;
}
