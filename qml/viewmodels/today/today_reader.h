#pragma once

#include "core/base/language.h"
#include "qml/viewmodels/today/today_sort.h"
#include "qml/viewmodels/workspace/open_store.h"

namespace faltakt::viewmodels {

/// How names and dates are told.
struct ListWording {
    base::Language language = base::Language::Swedish;
    bool namesHidden = false;
    /// In I dag rows of this sort alone, and what goes before everything else: danger is never filtered away.
    std::optional<TodaySort> only = {};
};

/// Reads I dag: the agenda in the order of its urgency, and what else waits for the worker. Of each group at most
/// `most` rows of the agenda are made; one row stands for the rest. Store thread.
[[nodiscard]] base::Result<TodayContent> readToday(OpenStore &store, const ListWording &wording, std::size_t most);

/// The rows of one person's next steps, by urgency, without headings. Store thread.
[[nodiscard]] base::Result<std::vector<TodayRow>> readStepsOf(OpenStore &store, base::CaseId caseId,
                                                              const ListWording &wording);

/// The same, and what else is open in one person's file: two versions, forms that were begun, own notes that nobody has
/// signed, a row each. Store thread.
[[nodiscard]] base::Result<std::vector<TodayRow>> readOpenOf(OpenStore &store, base::CaseId caseId,
                                                             const ListWording &wording);

} // namespace faltakt::viewmodels
