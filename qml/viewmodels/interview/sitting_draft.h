#pragma once

#include "core/store/case_store.h"
#include "qml/viewmodels/interview/open_interview.h"

namespace faltakt::viewmodels {

/// The name of the form in which the half done of an interview is kept.
inline constexpr std::string_view SittingForm = "interviewSitting";

/// What was kept of this interview, if anything.
[[nodiscard]] base::Result<std::optional<SittingDraft>> findSittingDraft(const store::CaseStore &cases,
                                                                         base::RecordId assessment);
[[nodiscard]] base::json::Object toJson(const SittingDraft &draft, base::RecordId assessment);

} // namespace faltakt::viewmodels
