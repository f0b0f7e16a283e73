#pragma once

#include "qml/viewmodels/people/person_view_model.h"
#include "tests/support/app_harness.h"
#include "tests/support/catch.h"

namespace faltakt::test {

// The people of the training device, for the tests of Personer and a person's file.

[[nodiscard]] std::vector<store::CaseRow> casesOf(AppHarness &harness);
[[nodiscard]] std::vector<store::RecordView> recordsOf(AppHarness &harness, base::CaseId caseId,
                                                       const std::string &kind);
/// The case with the most entries: the first of the caseload.
[[nodiscard]] base::CaseId longestFile(AppHarness &harness);
/// Somebody in an open file that may be moved on, whose name may be shown and about whom nobody disagrees.
[[nodiscard]] store::CaseRow somebody(AppHarness &harness);
/// A search by her case number finds her and nobody else.
[[nodiscard]] bool isFoundAlone(AppHarness &harness, const store::CaseRow &row);
void protect(AppHarness &harness, base::CaseId caseId);
void confirmPassphrase(AppHarness &harness, viewmodels::ConfirmViewModel &confirm, const std::string &passphrase);

template <typename Page>
Page &top(AppHarness &harness)
{
    auto *page = dynamic_cast<Page *>(harness.app().navigator()->top());
    REQUIRE(page);
    return *page;
}

viewmodels::PersonViewModel &openPerson(AppHarness &harness, base::CaseId caseId);

} // namespace faltakt::test
