#pragma once

#include "core/screening/expression_tree.h"

namespace faltakt::screening {

/// Reads out of the tree which items an expression can rest on.
///
/// Each part is followed with the items that its elements can belong to: where(linkId = 'a') narrows them, item and
/// answer stay within them. What is read of the elements that are left at the end of a path counts. That an element is
/// there at all rests on nothing but answers at or below it, so that linkId alone reads nothing.
[[nodiscard]] ExpressionReach reachOf(const ExpressionPart &root);

} // namespace faltakt::screening
