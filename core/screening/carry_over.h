#pragma once

#include "core/screening/answer_sheet.h"
#include "core/screening/instrument_library.h"

#include <vector>

namespace faltakt::screening {

/// Steps: a short form whose answers are the beginning of a longer one, so that nothing is asked twice. Which
/// questions are the same is data of the longer form (urn:faltakt:carry-over).

/// The instruments that can take over answers from this one, in the order of their ids: what a result may offer next.
[[nodiscard]] std::vector<QuestionnairePointer> longerForms(const InstrumentLibrary &library, std::string_view shortId);

/// A new sheet of the longer form with the answers that it shares, matched by the option's code; "would rather not
/// answer" and "does not know" go along too, since a no is not asked for again. A code that the longer form has not
/// is left open. An empty sheet where the forms share nothing.
[[nodiscard]] AnswerSheet carryOver(const AnswerSheet &from, const QuestionnairePointer &to);

} // namespace faltakt::screening
