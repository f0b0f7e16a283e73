#pragma once

#include "core/rules/text_block.h"
#include "qml/viewmodels/shell/line_list_model.h"

namespace faltakt::viewmodels {

/// The blocks of a card or a page as rows: kind "heading", "paragraph", "item" or "step"; a step's number is `trailing`.
[[nodiscard]] std::vector<LineListModel::Line> textLines(const std::vector<rules::TextBlock> &blocks);

} // namespace faltakt::viewmodels
