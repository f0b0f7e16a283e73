#pragma once

#include "core/casework/timeline_text.h"

namespace faltakt::casework {

/// What an act is called in its own file, by the id of its form; the id itself for one of a newer version. That these are the
/// titles of the forms is a test.
[[nodiscard]] std::string formName(std::string_view form, base::Language language);

/// The line of an act: which form, and what the person said in words of their own.
[[nodiscard]] TimelineText actText(const store::RecordView &record, base::Language language);

} // namespace faltakt::casework
