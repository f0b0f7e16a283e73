#pragma once

#include "core/rules/handbook.h"

namespace faltakt::rules {

constexpr std::size_t HandbookPageBytes = 16 * 1024;

/// Reads one page. Links have their id and no title yet. A paragraph that begins with "Se också:" or "See also:" only
/// leads on: its links are taken and its words are not shown. Refuses with a reason, without the page's name.
[[nodiscard]] base::Result<HandbookPage> readHandbookPage(std::string_view id, std::string_view text);

} // namespace faltakt::rules
