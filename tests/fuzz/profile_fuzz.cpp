#include "core/rules/profile_catalogue.h"
#include "core/rules/profile_reader.h"

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

/// Feeds the profile reader with anything. What it takes must also stand in a catalogue by itself or be refused
/// there with words, and must hash the same when read again.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *bytes, std::size_t size)
{
    using namespace faltakt;
    const std::string_view text(reinterpret_cast<const char *>(bytes), size);
    const auto profile = rules::readProfile(text);
    if (!profile) {
        if (profile.error().detail().empty())
            std::abort();
        return 0;
    }
    const auto again = rules::readProfile(text);
    if (!again || again->hash != profile->hash)
        std::abort();
    const auto catalogue = rules::ProfileCatalogue::create({{"input.json", std::string(text)}});
    if (!catalogue && catalogue.error().detail().empty())
        std::abort();
    return 0;
}
