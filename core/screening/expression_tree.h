#pragma once

// The parsed form of an expression. Made by the parser alone, which holds every rule about it; read by the evaluator
// and by the reach.

#include "core/screening/expression.h"

#include <cstdint>

namespace faltakt::screening {

enum class ExpressionOperator {
    Plus,
    Minus,
    Times,
    Divide,
    DivideWhole,
    Modulo,
    Union,
    Less,
    LessOrEqual,
    Greater,
    GreaterOrEqual,
    Equal,
    NotEqual,
    Equivalent,
    In,
    Contains,
    And,
    Or,
    Xor,
    Implies,
};

enum class ExpressionFunction {
    Abs,
    All,
    Answers,
    Count,
    Descendants,
    Empty,
    Exists,
    First,
    Iif,
    Last,
    Ln,
    Not,
    Power,
    Repeat,
    Round,
    Select,
    Sqrt,
    Sum,
    ToDecimal,
    ToInteger,
    ToText,
    Weight,
    Where,
};

enum class ExpressionType {
    SystemBoolean,
    SystemInteger,
    SystemDecimal,
    SystemString,
    SystemDate,
    FhirBoolean,
    FhirInteger,
    FhirDecimal,
    FhirString,
    FhirCode,
    FhirUri,
    FhirDate,
    FhirCoding,
};

struct ExpressionPart {
    enum class Kind {
        Literal,  ///< One value or, for {}, none.
        Resource, ///< %resource
        Context,  ///< %context
        Variable, ///< Any other name after the per cent sign.
        This,     ///< $this, written or understood.
        Member,   ///< operands: the input.
        Call,     ///< operands: the input, then the arguments.
        Negate,   ///< operands: the number.
        Keep,     ///< Unary plus; operands: the number.
        Binary,   ///< operands: left and right.
        Is,       ///< operands: the input.
        As,       ///< operands: the input.
        OfType,   ///< operands: the input.
    };
    Kind kind = Kind::This;
    std::size_t position = 0; ///< In bytes from 1.
    int height = 1;
    ExpressionOperator binary = ExpressionOperator::Plus;
    ExpressionFunction function = ExpressionFunction::Empty;
    ExpressionType type = ExpressionType::SystemBoolean;
    std::string name;
    ExpressionValues literal;
    std::vector<ExpressionPart> operands;
};

/// The words before the detail of every error of an expression.
[[nodiscard]] std::string expressionPosition(std::size_t position);

} // namespace faltakt::screening
