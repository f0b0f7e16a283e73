#pragma once

// How an expression walks through a response, and how an element becomes a value that operators know.

#include "core/screening/expression_tree.h"

namespace faltakt::screening {

/// A value as one of FHIRPath's own types; text and elements are borrowed.
struct ExpressionOperand {
    using Storage =
        std::variant<bool, std::int64_t, double, std::string_view, ExpressionDate, const base::json::Value *>;
    Storage storage;

    template <typename T>
    [[nodiscard]] const T *as() const noexcept
    {
        return std::get_if<T>(&storage);
    }
    [[nodiscard]] bool isNumber() const noexcept { return as<std::int64_t>() || as<double>(); }
    /// 0 where it is no number.
    [[nodiscard]] double number() const noexcept;
};

/// Unsupported for an element of a type that is not read, InvalidInput for one that is not of its own type; both
/// without a position.
[[nodiscard]] base::Result<ExpressionOperand> operandOf(const ExpressionValue &value);

/// The value apart from the response where it is a primitive. Errors as operandOf.
[[nodiscard]] base::Result<ExpressionValue> detached(ExpressionValue value);

/// The response itself.
[[nodiscard]] ExpressionNode resourceNode(const base::json::Value &resource);
/// An item of the response.
[[nodiscard]] ExpressionNode itemNode(const base::json::Value &item);

/// Adds the elements of that name; 'value' is that of any type.
void appendMembers(const ExpressionNode &node, std::string_view name, ExpressionValues &members);
/// Adds all elements right below.
void appendChildren(const ExpressionNode &node, ExpressionValues &children);
/// Adds the answers at any depth below, each before those nested in it. Counts each element visited and stops at most.
void appendAnswers(const ExpressionNode &node, std::size_t &visited, std::size_t most, ExpressionValues &answers);

/// Whether it is of that type, as 'is' has it: an element has a type of FHIR, any other value one of System.
[[nodiscard]] bool isOfType(const ExpressionValue &value, ExpressionType type);
/// As ofType() has it: an element is also of the type of System that stands for its own.
[[nodiscard]] bool convertsToType(const ExpressionValue &value, ExpressionType type);

} // namespace faltakt::screening
