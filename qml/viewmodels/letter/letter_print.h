#pragma once

#include "core/rules/letter_text.h"
#include "platform/api/pdf_printer.h"

namespace faltakt::viewmodels {

/// The letter as it is printed on that day: the recipient in the window, the date, the neutral first lines, the rest, and who
/// writes beneath it. Where the profile wants a plain letter, nothing above the rest tells who that is. `unit` and `number`
/// as the letter has them. The file's title names nobody.
[[nodiscard]] platform::PrintedText printedLetter(const rules::LetterText &letter, const rules::LetterSender &sender,
                                                  base::Date day);

} // namespace faltakt::viewmodels
