#pragma once

#include "core/base/language.h"

#include <string>
#include <string_view>

namespace faltakt::casework {

/// The words for a code of a Code field: codeText("contact", "outcome", "noAnswer", …) is "Inget svar". A code of a newer
/// version is said to be one; an empty one stays empty.
[[nodiscard]] std::string codeText(std::string_view kind, std::string_view field, std::string_view code,
                                   base::Language language);

/// True where this version has words for the code.
[[nodiscard]] bool hasCodeText(std::string_view kind, std::string_view field, std::string_view code);

/// Codes inside lists: what is arranged about a person ("Två vid besök"), and the kind of a contact way ("Telefon").
[[nodiscard]] std::string flagText(std::string_view code, base::Language language);
/// "Tidigare namn"; of an element of the field `aliases`.
[[nodiscard]] std::string aliasKindText(std::string_view kind, base::Language language);
[[nodiscard]] std::string contactWayKindText(std::string_view kind, base::Language language);

} // namespace faltakt::casework
