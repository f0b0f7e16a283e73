#pragma once

#include "core/screening/instrument_library.h"
#include "core/store/content_packs.h"

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace faltakt::screening {

// A device's check of itself: every text of an instrument that it asks or reads by gives the results that its golden
// vectors say. One text at a time, so that whoever runs it can show how far it has come and do other work between.

/// One text of an instrument on this device.
struct CheckSubject {
    std::string instrument;
    std::string pack;               ///< "id version" of its content pack; empty for one that the program brings.
    std::optional<base::Hash> name; ///< Of that pack.
    bool operator==(const CheckSubject &) const = default;
};

/// What came of one.
struct InstrumentCheck {
    CheckSubject subject;
    QuestionnairePointer questionnaire; ///< Empty where it cannot be read.
    std::size_t vectors = 0;            ///< That gave what they say.
    std::string fault;                  ///< In English, of invented answers: may be logged. Empty where all is well.

    [[nodiscard]] bool isSound() const noexcept { return fault.empty(); }
};

/// Everything that the program brings, and what stands in the content packs that were taken: also those that a newer version
/// has superseded, since drafts and results go by them.
[[nodiscard]] base::Result<std::vector<CheckSubject>> checkSubjects(const InstrumentLibrary &shipped,
                                                                    const store::ContentPacks &packs);
/// A fault of the instrument is an outcome; an error is one of the store.
[[nodiscard]] base::Result<InstrumentCheck> checkInstrument(const InstrumentLibrary &shipped,
                                                            const store::ContentPacks &packs,
                                                            const CheckSubject &subject);

} // namespace faltakt::screening
