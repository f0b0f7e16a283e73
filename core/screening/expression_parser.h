#pragma once

#include "core/screening/expression_tree.h"

namespace faltakt::screening {

/// Checks everything that can be checked without a response: syntax, names of functions, elements and types, the number
/// of arguments, sizes. Errors as Expression::parse.
[[nodiscard]] base::Result<ExpressionPart> parseExpression(std::string_view text);

} // namespace faltakt::screening
