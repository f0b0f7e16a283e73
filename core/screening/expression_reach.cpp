#include "core/screening/expression_reach.h"

#include <algorithm>
#include <iterator>
#include <set>

namespace faltakt::screening {

using Part = ExpressionPart;
using Function = ExpressionFunction;
using Names = std::set<std::string, std::less<>>;

namespace {

/// The items that the elements of a collection can belong to.
struct Scope {
    bool everything = false;
    bool context = false;
    Names items;
    /// With everything alone: items left out by their own link id. An element below them may still be there.
    Names without;
    /// How far a path has gone from the items that without was said of: their answers alone are left out, not what is
    /// below them by another way.
    enum class Depth { Items, Answers, Values };
    Depth depth = Depth::Items;
};

Scope together(Scope one, const Scope &other)
{
    Names without;
    if (one.everything && other.everything && one.depth == other.depth) {
        std::ranges::set_intersection(one.without, other.without, std::inserter(without, without.end()));
    } else if (one.everything && !other.everything && !other.context) {
        std::ranges::set_difference(one.without, other.items, std::inserter(without, without.end()));
    } else if (other.everything && !one.everything && !one.context) {
        std::ranges::set_difference(other.without, one.items, std::inserter(without, without.end()));
        one.depth = other.depth;
    }
    one.without = std::move(without);
    one.everything = one.everything || other.everything;
    one.context = one.context || other.context;
    one.items.insert(other.items.begin(), other.items.end());
    return one;
}

/// The link ids that a criterion lets through, or those that it keeps out; neither where it says nothing of them.
struct Narrowing {
    std::optional<Names> only;
    Names without;
};

bool isLinkId(const Part &part)
{
    return part.kind == Part::Kind::Member && part.name == "linkId" && part.operands[0].kind == Part::Kind::This;
}

/// The texts of a literal or of a union of literals.
std::optional<Names> literalNames(const Part &part)
{
    if (part.kind == Part::Kind::Literal && part.literal.size() == 1) {
        const auto *const text = std::get_if<std::string>(&part.literal.front());
        return text ? std::optional(Names{*text}) : std::nullopt;
    }
    if (part.kind != Part::Kind::Binary || part.binary != ExpressionOperator::Union)
        return {};
    auto left = literalNames(part.operands[0]);
    const auto right = literalNames(part.operands[1]);
    if (!left || !right)
        return {};
    left->insert(right->begin(), right->end());
    return left;
}

Narrowing narrowingOf(const Part &criterion);

Narrowing comparisonNarrowing(const Part &criterion)
{
    const Part &left = criterion.operands[0];
    const Part &right = criterion.operands[1];
    const bool in = criterion.binary == ExpressionOperator::In;
    if (!isLinkId(left) && (in || !isLinkId(right)))
        return {};
    auto names = literalNames(isLinkId(left) ? right : left);
    if (!names)
        return {};
    if (criterion.binary == ExpressionOperator::NotEqual)
        return {{}, names->size() == 1 ? *names : Names()};
    // A link id is never equal to two texts at once, so that = with a union lets nothing through; an over-estimate.
    return {std::move(names), {}};
}

Narrowing logicNarrowing(const Part &criterion)
{
    Narrowing left = narrowingOf(criterion.operands[0]);
    Narrowing right = narrowingOf(criterion.operands[1]);
    if (criterion.binary == ExpressionOperator::Or) {
        Narrowing both;
        if (left.only && right.only) {
            left.only->insert(right.only->begin(), right.only->end());
            both.only = std::move(left.only);
        }
        return both;
    }
    Narrowing both{left.only ? std::move(left.only) : std::move(right.only), std::move(left.without)};
    both.without.insert(right.without.begin(), right.without.end());
    return both;
}

Narrowing narrowingOf(const Part &criterion)
{
    if (criterion.kind == Part::Kind::Call && criterion.function == Function::Not) {
        Narrowing inner = narrowingOf(criterion.operands[0]);
        // not(linkId = 'a') and not(linkId in ('a' | 'b')) alone; what else the inner criterion asks is not turned round.
        const Part &turned = criterion.operands[0];
        const bool plain = turned.kind == Part::Kind::Binary
                           && (turned.binary == ExpressionOperator::Equal || turned.binary == ExpressionOperator::In);
        return plain && inner.only ? Narrowing{{}, std::move(*inner.only)} : Narrowing{};
    }
    if (criterion.kind != Part::Kind::Binary)
        return {};
    switch (criterion.binary) {
    case ExpressionOperator::Equal:
    case ExpressionOperator::NotEqual:
    case ExpressionOperator::In: return comparisonNarrowing(criterion);
    case ExpressionOperator::And:
    case ExpressionOperator::Or: return logicNarrowing(criterion);
    default: return {};
    }
}

/// Elements of $this, and nothing where $this has none of them; anything else may give a value of its own for each.
bool isPath(const Part &part)
{
    switch (part.kind) {
    case Part::Kind::This: return true;
    case Part::Kind::Member:
    case Part::Kind::OfType: return isPath(part.operands[0]);
    case Part::Kind::Call:
        return (part.function == Function::Where || part.function == Function::Weight
                || part.function == Function::Answers)
               && isPath(part.operands[0]);
    default: return false;
    }
}

class Walk {
public:
    ExpressionReach reach(const Part &root)
    {
        Scope self;
        self.context = true;
        note(scopeOf(root, self));
        ExpressionReach found;
        found.everything = m_read.everything;
        found.context = m_read.context;
        if (found.everything) {
            found.without.assign(m_read.without.begin(), m_read.without.end());
        } else {
            found.linkIds.assign(m_read.items.begin(), m_read.items.end());
        }
        found.variables.assign(m_variables.begin(), m_variables.end());
        return found;
    }

private:
    /// Elements of that scope are read; how deep says how far down from those that were left out the path has to be
    /// for what is below them not to be read with them.
    void note(const Scope &scope, Scope::Depth deep = Scope::Depth::Values)
    {
        if (!scope.everything && !scope.context && scope.items.empty())
            return;
        Scope read = scope;
        if (read.depth < deep)
            read.without.clear();
        read.depth = Scope::Depth::Values;
        m_read = m_anyRead ? together(m_read, read) : read;
        m_anyRead = true;
    }

    Scope scopeOf(const Part &part, const Scope &self)
    {
        switch (part.kind) {
        case Part::Kind::Literal: return {};
        case Part::Kind::Resource: {
            Scope all;
            all.everything = true;
            return all;
        }
        case Part::Kind::Context: {
            Scope context;
            context.context = true;
            return context;
        }
        case Part::Kind::Variable: m_variables.insert(part.name); return {};
        case Part::Kind::This: return self;
        case Part::Kind::Member: return memberScope(part, self);
        case Part::Kind::Call: return callScope(part, self);
        case Part::Kind::As:
        case Part::Kind::OfType: return scopeOf(part.operands[0], self);
        case Part::Kind::Binary:
            if (part.binary == ExpressionOperator::Union)
                return together(scopeOf(part.operands[0], self), scopeOf(part.operands[1], self));
            break;
        default: break;
        }
        for (const Part &operand : part.operands)
            note(scopeOf(operand, self));
        return {};
    }

    Scope memberScope(const Part &part, const Scope &self)
    {
        Scope scope = scopeOf(part.operands[0], self);
        if (part.name == "linkId")
            return {};
        if (part.name == "answer" && scope.depth == Scope::Depth::Items) {
            scope.depth = Scope::Depth::Answers;
        } else if (part.name == "item") {
            scope.without.clear();
            scope.depth = Scope::Depth::Items;
        } else {
            scope.depth = Scope::Depth::Values;
        }
        return scope;
    }

    Scope callScope(const Part &part, const Scope &self)
    {
        Scope input = scopeOf(part.operands[0], self);
        switch (part.function) {
        case Function::Where: return narrowed(part, std::move(input));
        case Function::Exists:
            note(part.operands.size() > 1 ? narrowed(part, std::move(input)) : input, Scope::Depth::Answers);
            return {};
        case Function::Count:
        case Function::Empty: note(input, Scope::Depth::Answers); return {};
        case Function::Select:
            if (!isPath(part.operands[1]))
                note(input, Scope::Depth::Answers);
            return scopeOf(part.operands[1], input);
        case Function::Repeat: {
            input.without.clear();
            return together(input, scopeOf(part.operands[1], input));
        }
        case Function::All:
            note(input, Scope::Depth::Answers);
            note(scopeOf(part.operands[1], input));
            return {};
        case Function::Iif: return choiceScope(part, input);
        case Function::Answers:
        case Function::Descendants:
            input.without.clear();
            input.depth = Scope::Depth::Items;
            return input;
        case Function::First:
        case Function::Last: note(input); return input; // Which one it is rests on all of them.
        case Function::Weight: input.depth = Scope::Depth::Values; return input;
        default: break;
        }
        note(input);
        for (std::size_t i = 1; i < part.operands.size(); ++i)
            note(scopeOf(part.operands[i], self));
        return {};
    }

    Scope choiceScope(const Part &part, const Scope &input)
    {
        note(scopeOf(part.operands[1], input));
        const Scope chosen = scopeOf(part.operands[2], input);
        return part.operands.size() > 3 ? together(chosen, scopeOf(part.operands[3], input)) : chosen;
    }

    /// What is left of the input, and what the criterion reads of what is left.
    Scope narrowed(const Part &part, Scope input)
    {
        const Part &criterion = part.operands[1];
        const Narrowing narrowing = narrowingOf(criterion);
        if (narrowing.only) {
            input = Scope();
            input.items = *narrowing.only;
        } else if (input.everything && input.depth == Scope::Depth::Items) {
            input.without.insert(narrowing.without.begin(), narrowing.without.end());
        }
        note(scopeOf(criterion, input));
        return input;
    }

    Scope m_read;
    bool m_anyRead = false;
    Names m_variables;
};

} // namespace

ExpressionReach reachOf(const ExpressionPart &root) { return Walk().reach(root); }

} // namespace faltakt::screening
