#pragma once

#include "core/screening/questionnaire.h"

#include <map>
#include <string>
#include <string_view>

namespace faltakt::screening {

/// The instruments at hand, by id. Made once by a composition root and read from any thread afterwards.
class InstrumentLibrary {
public:
    InstrumentLibrary() = default;

    /// The instruments built into the program. An error is a fault of the build.
    [[nodiscard]] static base::Result<InstrumentLibrary> shipped();
    /// The forms of the worker's own acts (assets/forms), apart from the instruments: nobody is asked them.
    [[nodiscard]] static base::Result<InstrumentLibrary> forms();
    /// Every *.json of a folder (a Qt resource path too) except *.vectors.json. The first file that cannot be read
    /// fails the whole: a missing instrument must not pass for an unknown one. The detail names the file.
    [[nodiscard]] static base::Result<InstrumentLibrary> load(std::string_view folder);

    /// Adds one questionnaire; AlreadyExists for an id that is there.
    [[nodiscard]] base::Result<void> add(QuestionnairePointer questionnaire);

    /// Puts one in the place of what has its id: a content pack's over the one that was shipped.
    void put(QuestionnairePointer questionnaire);

    /// By id, upper and lower case alike; NotFound with the ids at hand.
    [[nodiscard]] base::Result<QuestionnairePointer> find(std::string_view id) const;
    [[nodiscard]] const std::map<std::string, QuestionnairePointer> &all() const noexcept { return m_questionnaires; }

private:
    std::map<std::string, QuestionnairePointer> m_questionnaires;
};

/// The resource as it was shipped, byte for byte, for handing it on; NotFound.
[[nodiscard]] base::Result<std::string> shippedResource(std::string_view id);
/// The golden vectors that go with a shipped instrument; NotFound.
[[nodiscard]] base::Result<std::string> shippedVectors(std::string_view id);
/// The talking points for brief advice (assets/advice), as text; AdviceCatalogue reads it.
[[nodiscard]] base::Result<std::string> shippedAdvice();

} // namespace faltakt::screening
