#include "core/rules/local_text.h"

namespace faltakt::rules {

base::Result<LocalText> readLocalText(const PathReader &reader, std::string_view name, std::size_t maxLength)
{
    TRY(const PathReader languages, reader.object(name));
    TRY_VOID(languages.allowOnly({"sv", "en"}));
    LocalText text;
    TRY(text.swedish, languages.text("sv", maxLength));
    TRY(text.english, languages.text("en", maxLength));
    return text;
}

} // namespace faltakt::rules
