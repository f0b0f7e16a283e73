// The strict JSON reader under hostile text: it answers, and what it accepts it writes and reads again as the same.
#include "core/base/json.h"
#include "core/base/text.h"

#include <cstdint>
#include <cstdlib>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    namespace json = faltakt::base::json;
    const std::string_view text(reinterpret_cast<const char *>(data), size);
    const auto value = json::parse(text);
    if (!value)
        return 0;
    const std::string written = json::serialise(*value);
    const auto again = json::parse(written, {.maxBytes = 16 * 1024 * 1024});
    if (!again || !(*again == *value) || json::serialise(*again) != written || !faltakt::base::isValidUtf8(written))
        std::abort();
    return 0;
}
