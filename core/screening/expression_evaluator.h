#pragma once

#include "core/screening/expression_operators.h"
#include "core/screening/expression_tree.h"

namespace faltakt::screening {

/// One evaluation. Recursion is as deep as the tree, whose depth the parser bounds; work is bounded by the steps.
class ExpressionEvaluator {
public:
    explicit ExpressionEvaluator(const ExpressionEnvironment &environment) : m_environment(environment) {}

    [[nodiscard]] base::Result<ExpressionValues> evaluate(const ExpressionPart &root);

private:
    using Values = ExpressionValues;
    using Part = ExpressionPart;

    /// self is $this.
    base::Result<Values> part(const Part &part, const Values &self);
    base::Result<Values> variable(const Part &part);
    base::Result<Values> member(const Part &part, const Values &self);
    base::Result<Values> signedNumber(const Part &part, const Values &self);
    base::Result<Values> typed(const Part &part, const Values &self);
    base::Result<Values> binary(const Part &part, const Values &self);
    base::Result<Values> membership(const Part &part, const Values &left, const Values &right);
    base::Result<Values> unionOf(const Part &part, Values left, Values right);

    base::Result<Values> call(const Part &part, const Values &self);
    base::Result<Values> overCollection(const Part &part, Values input);
    base::Result<Values> where(const Part &part, Values input);
    base::Result<Values> select(const Part &part, const Values &input);
    base::Result<Values> repeat(const Part &part, Values input);
    base::Result<Values> all(const Part &part, const Values &input);
    base::Result<Values> choice(const Part &part, const Values &input);
    base::Result<Values> descendants(const Part &part, Values input);
    base::Result<Values> answers(const Part &part, const Values &input);
    base::Result<Values> sum(const Part &part, const Values &input);
    base::Result<Values> weights(const Part &part, const Values &input);
    base::Result<Values> numeric(const Part &part, const Values &input, const Values &self);
    base::Result<Values> rounded(const Part &part, const ExpressionOperand &number, const Values &self);
    base::Result<Values> converted(const Part &part, const Values &input);

    /// A criterion of one element: true or not.
    base::Result<bool> holds(const Part &criterion, const Values &one);
    /// The truth of a collection where an operator wants one: any single value that is no Boolean counts as true.
    base::Result<ExpressionTruth> truthOf(const Part &part, const Values &values);
    /// One value or none; InvalidInput for several.
    base::Result<std::optional<ExpressionOperand>> single(const Part &part, const Values &values);
    /// Adds what is not yet there.
    base::Result<void> addDistinct(const Part &part, Values &known, Values more);
    base::Result<void> spend(const Part &part, std::size_t steps);

    const ExpressionEnvironment &m_environment;
    std::size_t m_steps = 0;
};

} // namespace faltakt::screening
