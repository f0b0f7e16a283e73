#pragma once

#include "core/store/case_store.h"
#include "qml/viewmodels/interview/open_interview.h"

namespace faltakt::viewmodels {

/// The name of the form in which a note to a question is kept while it is typed.
inline constexpr std::string_view NoteForm = "interviewNote";

/// The note that was being typed in this interview, if any.
[[nodiscard]] base::Result<std::optional<NoteDraft>> findNoteDraft(const store::CaseStore &cases,
                                                                   base::RecordId assessment);
/// The fields of that form.
[[nodiscard]] base::json::Object toJson(const NoteDraft &draft, const InterviewPlace &place);

} // namespace faltakt::viewmodels
