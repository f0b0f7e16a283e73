// Feeds any bytes to the reader of identity numbers. What is valid must be read again as itself.
#include "core/casework/identity_number.h"

#include <cstdlib>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size);

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    using namespace faltakt;
    const base::Date today{std::chrono::year(2026), std::chrono::month(11), std::chrono::day(22)};
    const auto number = casework::readIdentityNumber({reinterpret_cast<const char *>(data), size}, today);
    if (number.isValid() == number.normalised.empty())
        std::abort();
    if (!number.isValid())
        return 0;
    for (const auto &form : casework::identitySearchForms(number.normalised)) {
        const auto again = casework::readIdentityNumber(form, today);
        const bool isSame = again.normalised == number.normalised;
        // Ten digits cannot say that somebody is over a hundred.
        const bool isOld = number.date && int(number.date->year()) <= 1926;
        if (!isSame && !isOld)
            std::abort();
    }
    return 0;
}
