#pragma once

// What the operators of an expression do with values, apart from the tree and its positions. Errors have no position.

#include "core/screening/expression_node.h"

namespace faltakt::screening {

/// Empty where it cannot be said: a date that the other does not know as exactly.
using ExpressionTruth = std::optional<bool>;

[[nodiscard]] base::Result<ExpressionTruth> equal(const ExpressionOperand &left, const ExpressionOperand &right);
[[nodiscard]] base::Result<bool> equivalent(const ExpressionOperand &left, const ExpressionOperand &right);
/// Both the same to the last value. Knows elements of any type, so that descendants() can be told apart.
[[nodiscard]] bool isSame(const ExpressionValue &left, const ExpressionValue &right);

/// Equality and equivalence of collections that are not empty.
[[nodiscard]] base::Result<ExpressionTruth> equalValues(const ExpressionValues &left, const ExpressionValues &right);
[[nodiscard]] base::Result<bool> equivalentValues(const ExpressionValues &left, const ExpressionValues &right);

/// < <= > >=
[[nodiscard]] base::Result<ExpressionTruth> compared(ExpressionOperator comparison, const ExpressionOperand &left,
                                                     const ExpressionOperand &right);
/// and or xor implies
[[nodiscard]] ExpressionTruth combined(ExpressionOperator logic, ExpressionTruth left, ExpressionTruth right);

/// + - * / div mod; empty where there is no finite result.
[[nodiscard]] base::Result<ExpressionValues> calculated(ExpressionOperator arithmetic, const ExpressionOperand &left,
                                                        const ExpressionOperand &right);

/// A number where it is finite and in range, otherwise nothing.
[[nodiscard]] ExpressionValues finite(double number);
[[nodiscard]] ExpressionValues inRange(std::int64_t number);

/// To the nearest whole number, a half upwards, as every renderer in a browser does.
[[nodiscard]] double roundedHalfUp(double number);
/// Shortest decimal form that reads back as the same number, without an exponent.
[[nodiscard]] std::string decimalText(double number);

} // namespace faltakt::screening
