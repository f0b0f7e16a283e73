#pragma once

#include "qml/viewmodels/people/person_words.h"
#include "tests/qml/people_bench.h"

namespace faltakt::test {

// What the tests of the day's own pages need.

[[nodiscard]] std::vector<store::FormDraft> formsNamed(AppHarness &app, std::string_view name);
/// Rows that can be told apart by their words, as they stand on "Träffat i dag".
[[nodiscard]] QString spokenName(AppHarness &app, base::CaseId caseId);
/// So many notes of this worker that nobody has signed, in several files.
void writeNotes(AppHarness &app, int count);
/// How many signatures the files of the device hold.
[[nodiscard]] std::size_t signatureCount(AppHarness &app);

} // namespace faltakt::test
