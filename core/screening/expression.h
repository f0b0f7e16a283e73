#pragma once

// FHIRPath, as much of it as the shipped instruments use, over a QuestionnaireResponse. Whatever is not in this list is
// refused when the expression is parsed, with its position; nothing is skipped or taken for empty.
//
//   roots        %resource (the response), %context (the item that the expression stands on; at the root the response),
//                %name (a variable), $this. A path without a root begins at $this, which outermost is %context.
//   elements     item, answer, value (of value[x], by that name alone), linkId; of a coding code, system, display
//   literals     'text' (escapes \' \" \` \\ \/ \n \r \t \f and \u with four digits), 12, 1.5, true, false, @2026,
//                @2026-11, @2026-11-26, {}; comments // and /* */
//   operators    by rank: unary + -, * / div mod, + -, is as, |, < <= > >=, = != ~, in contains, and, or xor, implies
//   collections  where(c) select(e) repeat(e) exists() exists(c) all(c) empty() count() first() last() ofType(T)
//                descendants()
//   choice       iif(c, then) iif(c, then, otherwise): only the chosen one is evaluated
//   truth        not(); and, or, xor, implies with three values, any one value that is no Boolean counting as true
//   numbers      sum() abs() ln() power(n) sqrt() round() round(digits)
//   conversion   toInteger() toDecimal() toString()
//   types        of System: Boolean Integer Decimal String Date; of FHIR, for elements: boolean integer decimal string
//                code uri date Coding; with System. or FHIR. before them or without
//   SDC          answers(): all answer elements below, each before those nested in it; weight() and ordinal(): of
//                answers and of codings in answers, from the questionnaire's options alone, never from the response
//
// Numbers: an Integer is exact and stays within 2^53 either way; a Decimal is a double, as in fhirpath.js unless told
// otherwise, because a composite score needs ln() and because a form must score alike in another renderer. Decimals are
// equal when they agree in eight decimals, which hides that 0.1 + 0.2 is not quite 0.3; round() takes a half upwards.
// + - * of Integers and div and mod of them are Integers, / is always a Decimal. What has no finite result (division by
// zero, ln(0), a root of less than zero, beyond the range) is empty, as FHIRPath has it.
//
// Stricter than FHIRPath where engines differ, so that no form scores differently in two of them: the criterion of
// where(), exists(), all() and iif() must be a Boolean or empty; sum() adds numbers alone. Dates are compared and not
// counted with; a dateTime, a time and a quantity are refused when they are met.

#include "core/base/json.h"
#include "core/base/result.h"

#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace faltakt::screening {

/// Sizes beyond which an expression is refused.
inline constexpr std::size_t MaxExpressionBytes = 16 * 1024;
inline constexpr std::size_t MaxExpressionParts = 4000;
inline constexpr int MaxExpressionDepth = 200;
/// Longest text that an expression may put together.
inline constexpr std::size_t MaxExpressionText = 64 * 1024;

/// A calendar date of which the month or the day may be unknown (0).
struct ExpressionDate {
    int year = 0;
    int month = 0;
    int day = 0;

    /// "2026", "2026-11" or "2026-11-26", of days that exist; otherwise empty.
    [[nodiscard]] static std::optional<ExpressionDate> read(std::string_view text);
    [[nodiscard]] std::string toString() const;
    bool operator==(const ExpressionDate &) const = default;
};

/// An element of the response. Borrowed: it lives as long as the response that was evaluated.
struct ExpressionNode {
    enum class Kind {
        Resource,
        Item,
        Answer,
        Coding,  ///< The value of an answer.
        Boolean, ///< From here on primitive ones, by their FHIR type.
        Integer,
        Decimal,
        String,
        Code,
        Uri,
        Date,
        Other, ///< Whatever descendants() meets besides; nothing is read of it.
    };
    const base::json::Value *value = nullptr;
    const base::json::Value *item = nullptr; ///< The innermost item around it; nullptr at the root.
    Kind kind = Kind::Other;
};

/// One value of a collection. What evaluate() returns is a node only where it is no primitive.
using ExpressionValue = std::variant<bool, std::int64_t, double, std::string, ExpressionDate, ExpressionNode>;
using ExpressionValues = std::vector<ExpressionValue>;

/// The weight of an option of the question with that link id; empty where it has none.
using OptionWeight =
    std::function<std::optional<double>(std::string_view linkId, std::string_view system, std::string_view code)>;

/// What an expression is evaluated in. Everything is borrowed for the call.
struct ExpressionEnvironment {
    const base::json::Value *resource = nullptr; ///< A QuestionnaireResponse; needed.
    const base::json::Value *context = nullptr;  ///< An item within it; nullptr stands for the response.
    /// By name, without the per cent sign. A variable that is not there is an error, an empty one is not.
    std::map<std::string, ExpressionValues, std::less<>> variables;
    OptionWeight weight; ///< Without it weight() is an error.
    /// Most elements and parts that one evaluation may visit; a form of 2,000 items needs some ten thousand.
    std::size_t maxSteps = 2'000'000;
};

struct ExpressionPart;

/// What an expression can rest on; an over-estimate, never an under-estimate.
struct ExpressionReach {
    /// It may read any item of the response except those in without.
    bool everything = false;
    /// Items of which, and of all that is below them, it may read. Sorted.
    std::vector<std::string> linkIds;
    /// Only with everything: items of which no answer is read. Sorted.
    std::vector<std::string> without;
    /// It may read of the item that it stands on, and of all that is below.
    bool context = false;
    /// Names of the variables that it uses. Sorted.
    std::vector<std::string> variables;
};

/// A parsed expression. Immutable; may be evaluated on any thread.
class Expression {
public:
    /// InvalidInput (not FHIRPath), Unsupported (FHIRPath beyond the subset), TooLarge. The detail begins with the
    /// position, counted in bytes from 1: "position 17: no function 'foo'".
    [[nodiscard]] static base::Result<Expression> parse(std::string_view text);

    /// The items named in it that it rests on, with all that is below them; empty where it may read any item.
    [[nodiscard]] std::optional<std::vector<std::string>> linkIds() const;
    [[nodiscard]] const ExpressionReach &reach() const noexcept { return m_reach; }

    /// InvalidInput (types or counts that an operation does not take, an unknown variable), Unsupported (a value of a
    /// type that is not read), TooLarge (too many steps, too long a text). The detail begins with the position.
    [[nodiscard]] base::Result<ExpressionValues> evaluate(const ExpressionEnvironment &environment) const;

private:
    Expression(std::shared_ptr<const ExpressionPart> root, ExpressionReach reach)
        : m_root(std::move(root)), m_reach(std::move(reach))
    {
    }

    std::shared_ptr<const ExpressionPart> m_root; ///< Shared by copies of the expression; never changed.
    ExpressionReach m_reach;
};

/// What a calculated item takes from a result: one value or none. InvalidInput where there are several or another type.
/// A Decimal without a fraction is an Integer too, an Integer always a Decimal.
[[nodiscard]] base::Result<std::optional<bool>> toBoolean(const ExpressionValues &values);
[[nodiscard]] base::Result<std::optional<std::int64_t>> toInteger(const ExpressionValues &values);
[[nodiscard]] base::Result<std::optional<double>> toDecimal(const ExpressionValues &values);

} // namespace faltakt::screening
