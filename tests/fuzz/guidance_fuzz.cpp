#include "core/rules/emergency_contacts.h"
#include "core/rules/guidance_catalogue.h"
#include "core/rules/handbook.h"

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

/// Feeds the readers of assets/guidance and assets/handbook with anything. A refusal has words; what is taken can be shown and searched:
/// a card is found by the first word of its own title.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *bytes, std::size_t size)
{
    using namespace faltakt::rules;
    const std::string_view text(reinterpret_cast<const char *>(bytes), size);
    const auto contacts = EmergencyContacts::create(text);
    if (contacts)
        (void)contacts->withoutProfile(Language::Swedish);
    else if (contacts.error().detail().empty())
        std::abort();

    const auto handbook = Handbook::create({{"sv", "a", text}, {"en", "a", text}});
    if (!handbook && handbook.error().detail().empty())
        std::abort();

    const auto guidance = GuidanceCatalogue::create(text);
    if (!guidance) {
        if (guidance.error().detail().empty())
            std::abort();
        return 0;
    }
    for (const Language language : {Language::Swedish, Language::English}) {
        for (const GuidanceCard &card : guidance->cards(emptyProfile(), language)) {
            bool found = false;
            for (const GuidanceCard &hit : guidance->search(card.title, emptyProfile(), language))
                found = found || hit.id == card.id;
            if (!found)
                std::abort();
        }
    }
    return 0;
}
