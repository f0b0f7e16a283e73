#pragma once

#include "core/screening/content_pack.h"
#include "core/screening/instrument_library.h"

#include <optional>
#include <string>
#include <vector>

namespace faltakt::screening {

/// What an instrument of a pack may not do to the shipped one of its id.
struct ShippedClash {
    enum class Kind : std::uint8_t {
        Unsafe,         ///< The shipped one is in safe mode, and this one is not.
        MeaningChanged, ///< It has the version of the shipped one, and differs in more than its texts.
    };
    Kind kind = Kind::Unsafe;
    std::string detail; ///< In English, for logs and command lines.
};

/// The first clash among the instruments of a pack with those that the program brings. A version stands for one meaning: by it a device that does not have
/// the pack reads the answers, and so do programs that know nothing of packs.
[[nodiscard]] base::Result<std::optional<ShippedClash>> clashWithShipped(
    const ContentPack &pack, const std::vector<QuestionnairePointer> &instruments, const InstrumentLibrary &shipped);

/// Whether two questionnaires, as FHIR, are the same but for what people read: titles, questions, options' words,
/// hints, sources, languages. The order of what is listed counts.
[[nodiscard]] base::Result<bool> differInTextsAlone(std::string_view one, std::string_view other);

} // namespace faltakt::screening
