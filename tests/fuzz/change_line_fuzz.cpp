// Feeds any bytes to the reader of change lines. What it takes must keep its bytes, and must read again, with the same
// meaning, when it is written anew.
#include "core/changelog/change.h"

#include <cstdlib>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size);

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    using namespace faltakt::changelog;
    const std::string input(reinterpret_cast<const char *>(data), size);
    const auto line = readChangeLine(input);
    if (!line)
        return 0;
    if (line->line != input)
        std::abort();
    const std::string written = writeChange(line->change);
    // Writing may take more room (an escape for a letter), so only what still fits must read again.
    if (written.size() > ChangeLimits::LineBytes)
        return 0;
    const auto again = readChangeLine(written);
    if (!again || writeChange(again->change) != written)
        std::abort();
    return 0;
}
