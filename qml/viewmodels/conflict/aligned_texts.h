#pragma once

#include "core/base/sentence_comparison.h"
#include "qml/viewmodels/shell/line_list_model.h"

namespace faltakt::viewmodels {

/// Two compared texts in rows. Kind "same": both say it, once in `text`. Kind "differs": the first one's words in `text`, the
/// second one's in `secondary`, either of which may be empty.
[[nodiscard]] std::vector<LineListModel::Line> alignedLines(const std::vector<base::ComparedSentence> &first,
                                                            const std::vector<base::ComparedSentence> &second);

} // namespace faltakt::viewmodels
