#include "core/screening/expression_parser.h"

#include "core/base/text.h"
#include "core/screening/expression_token.h"

#include <algorithm>
#include <array>
#include <charconv>

namespace faltakt::screening {

using base::ErrorCode;
using base::fail;
using base::Result;
using Part = ExpressionPart;
using Token = ExpressionToken;

namespace {

constexpr std::int64_t MaxInteger = std::int64_t(1) << 53;

struct BinaryOperator {
    std::string_view text;
    int rank;
    ExpressionOperator meaning;
};

/// A higher rank binds closer; all lean to the left.
constexpr int TypeRank = 8;
constexpr int UnaryRank = 11;
constexpr std::array BinaryOperators{
    BinaryOperator{"implies", 1, ExpressionOperator::Implies},
    BinaryOperator{"or", 2, ExpressionOperator::Or},
    BinaryOperator{"xor", 2, ExpressionOperator::Xor},
    BinaryOperator{"and", 3, ExpressionOperator::And},
    BinaryOperator{"in", 4, ExpressionOperator::In},
    BinaryOperator{"contains", 4, ExpressionOperator::Contains},
    BinaryOperator{"=", 5, ExpressionOperator::Equal},
    BinaryOperator{"!=", 5, ExpressionOperator::NotEqual},
    BinaryOperator{"~", 5, ExpressionOperator::Equivalent},
    BinaryOperator{"<", 6, ExpressionOperator::Less},
    BinaryOperator{"<=", 6, ExpressionOperator::LessOrEqual},
    BinaryOperator{">", 6, ExpressionOperator::Greater},
    BinaryOperator{">=", 6, ExpressionOperator::GreaterOrEqual},
    BinaryOperator{"|", 7, ExpressionOperator::Union},
    BinaryOperator{"+", 9, ExpressionOperator::Plus},
    BinaryOperator{"-", 9, ExpressionOperator::Minus},
    BinaryOperator{"*", 10, ExpressionOperator::Times},
    BinaryOperator{"/", 10, ExpressionOperator::Divide},
    BinaryOperator{"div", 10, ExpressionOperator::DivideWhole},
    BinaryOperator{"mod", 10, ExpressionOperator::Modulo},
};

struct KnownFunction {
    std::string_view name;
    ExpressionFunction meaning;
    std::size_t fewest;
    std::size_t most;
};

constexpr std::array Functions{
    KnownFunction{"abs", ExpressionFunction::Abs, 0, 0},
    KnownFunction{"all", ExpressionFunction::All, 1, 1},
    KnownFunction{"answers", ExpressionFunction::Answers, 0, 0},
    KnownFunction{"count", ExpressionFunction::Count, 0, 0},
    KnownFunction{"descendants", ExpressionFunction::Descendants, 0, 0},
    KnownFunction{"empty", ExpressionFunction::Empty, 0, 0},
    KnownFunction{"exists", ExpressionFunction::Exists, 0, 1},
    KnownFunction{"first", ExpressionFunction::First, 0, 0},
    KnownFunction{"iif", ExpressionFunction::Iif, 2, 3},
    KnownFunction{"last", ExpressionFunction::Last, 0, 0},
    KnownFunction{"ln", ExpressionFunction::Ln, 0, 0},
    KnownFunction{"not", ExpressionFunction::Not, 0, 0},
    KnownFunction{"ordinal", ExpressionFunction::Weight, 0, 0},
    KnownFunction{"power", ExpressionFunction::Power, 1, 1},
    KnownFunction{"repeat", ExpressionFunction::Repeat, 1, 1},
    KnownFunction{"round", ExpressionFunction::Round, 0, 1},
    KnownFunction{"select", ExpressionFunction::Select, 1, 1},
    KnownFunction{"sqrt", ExpressionFunction::Sqrt, 0, 0},
    KnownFunction{"sum", ExpressionFunction::Sum, 0, 0},
    KnownFunction{"toDecimal", ExpressionFunction::ToDecimal, 0, 0},
    KnownFunction{"toInteger", ExpressionFunction::ToInteger, 0, 0},
    KnownFunction{"toString", ExpressionFunction::ToText, 0, 0},
    KnownFunction{"weight", ExpressionFunction::Weight, 0, 0},
    KnownFunction{"where", ExpressionFunction::Where, 1, 1},
};

constexpr std::array<std::string_view, 7> Elements{"item", "answer", "value", "linkId", "code", "system", "display"};

struct KnownType {
    std::string_view name;
    std::string_view space;
    ExpressionType meaning;
};

constexpr std::array Types{
    KnownType{"Boolean", "System", ExpressionType::SystemBoolean},
    KnownType{"boolean", "FHIR", ExpressionType::FhirBoolean},
    KnownType{"Integer", "System", ExpressionType::SystemInteger},
    KnownType{"integer", "FHIR", ExpressionType::FhirInteger},
    KnownType{"Decimal", "System", ExpressionType::SystemDecimal},
    KnownType{"decimal", "FHIR", ExpressionType::FhirDecimal},
    KnownType{"String", "System", ExpressionType::SystemString},
    KnownType{"string", "FHIR", ExpressionType::FhirString},
    KnownType{"Date", "System", ExpressionType::SystemDate},
    KnownType{"date", "FHIR", ExpressionType::FhirDate},
    KnownType{"code", "FHIR", ExpressionType::FhirCode},
    KnownType{"uri", "FHIR", ExpressionType::FhirUri},
    KnownType{"Coding", "FHIR", ExpressionType::FhirCoding},
};

/// What is met in the words of an error. Names and symbols stand in the instrument, never in a person's answers.
std::string met(const Token &token)
{
    switch (token.kind) {
    case Token::Kind::End: return "the end";
    case Token::Kind::Text: return "a text";
    case Token::Kind::Number: return "a number";
    case Token::Kind::Date: return "a date";
    case Token::Kind::External: return "a variable";
    default: return "'" + token.text + "'";
    }
}

class Parser {
public:
    explicit Parser(std::vector<Token> tokens) : m_tokens(std::move(tokens)) {}

    Result<Part> parse()
    {
        TRY(Part whole, expression(1));
        if (here().kind != Token::Kind::End)
            return refuse(ErrorCode::InvalidInput, here().position, met(here()) + " after the end of the expression");
        return whole;
    }

private:
    [[nodiscard]] const Token &here() const { return m_tokens[m_at]; }
    [[nodiscard]] const Token &ahead() const { return m_tokens[std::min(m_at + 1, m_tokens.size() - 1)]; }
    /// The last token, End, is never passed.
    const Token &take() { return m_tokens[m_at == m_tokens.size() - 1 ? m_at : m_at++]; }
    bool maybeTake(std::string_view symbol)
    {
        const bool found = here().isSymbol(symbol);
        if (found)
            take();
        return found;
    }

    static tl::unexpected<base::Error> refuse(ErrorCode code, std::size_t position, const std::string &reason)
    {
        return fail(code, expressionPosition(position) + reason);
    }

    Result<void> require(std::string_view symbol)
    {
        if (!maybeTake(symbol))
            return refuse(ErrorCode::InvalidInput, here().position,
                          met(here()) + " where '" + std::string(symbol) + "' is wanted");
        return {};
    }

    Result<Part> make(Part::Kind kind, std::size_t position, std::vector<Part> operands = {})
    {
        if (++m_parts > MaxExpressionParts)
            return refuse(ErrorCode::TooLarge, position, "more than " + std::to_string(MaxExpressionParts) + " parts");
        Part part;
        part.kind = kind;
        part.position = position;
        for (const Part &operand : operands)
            part.height = std::max(part.height, operand.height + 1);
        part.operands = std::move(operands);
        if (part.height > MaxExpressionDepth)
            return tooDeep(position);
        return part;
    }

    static tl::unexpected<base::Error> tooDeep(std::size_t position)
    {
        return refuse(ErrorCode::TooLarge, position, "deeper than " + std::to_string(MaxExpressionDepth));
    }

    static const BinaryOperator *binaryOf(const Token &token)
    {
        if (token.kind != Token::Kind::Symbol && token.kind != Token::Kind::Name)
            return nullptr;
        const auto *const found = std::ranges::find(BinaryOperators, token.text, &BinaryOperator::text);
        return found == BinaryOperators.end() ? nullptr : found;
    }

    /// Everything from here whose operators have at least that rank.
    Result<Part> expression(int rank)
    {
        if (++m_nesting > MaxExpressionDepth)
            return tooDeep(here().position);
        TRY(Part left, unary());
        while (true) {
            if (here().isName("is") || here().isName("as")) {
                if (TypeRank < rank)
                    break;
                const Token word = take();
                const auto kind = word.text == "is" ? Part::Kind::Is : Part::Kind::As;
                TRY(left, typed(kind, word.position, std::move(left)));
                continue;
            }
            const BinaryOperator *const binary = binaryOf(here());
            if (!binary || binary->rank < rank)
                break;
            const std::size_t position = take().position;
            TRY(Part right, expression(binary->rank + 1));
            std::vector<Part> operands;
            operands.push_back(std::move(left));
            operands.push_back(std::move(right));
            TRY(left, make(Part::Kind::Binary, position, std::move(operands)));
            left.binary = binary->meaning;
        }
        --m_nesting;
        return left;
    }

    Result<Part> unary()
    {
        if (!here().isSymbol("-") && !here().isSymbol("+"))
            return path();
        const Token sign = take();
        TRY(Part number, expression(UnaryRank));
        return over(sign.text == "-" ? Part::Kind::Negate : Part::Kind::Keep, sign.position, std::move(number));
    }

    Result<Part> over(Part::Kind kind, std::size_t position, Part operand)
    {
        std::vector<Part> operands;
        operands.push_back(std::move(operand));
        return make(kind, position, std::move(operands));
    }

    /// A term and what follows it after points.
    Result<Part> path()
    {
        TRY(Part left, term());
        while (maybeTake(".")) {
            TRY(left, invocation(std::move(left)));
        }
        return left;
    }

    Result<Part> term()
    {
        const Token &token = here();
        const std::size_t position = token.position;
        switch (token.kind) {
        case Token::Kind::Text: return literal(position, take().text);
        case Token::Kind::Number: return number();
        case Token::Kind::Date: return date();
        case Token::Kind::External: return external();
        case Token::Kind::End: return refuse(ErrorCode::InvalidInput, position, "the end where a value is wanted");
        default: break;
        }
        if (token.isName("true") || token.isName("false"))
            return literal(position, take().text == "true");
        if (maybeTake("(")) {
            TRY(Part inner, expression(1));
            TRY_VOID(require(")"));
            return inner;
        }
        if (maybeTake("{")) {
            TRY_VOID(require("}"));
            return make(Part::Kind::Literal, position);
        }
        if (token.isSymbol("$this"))
            return make(Part::Kind::This, take().position);
        TRY(Part input, make(Part::Kind::This, position));
        return invocation(std::move(input));
    }

    Result<Part> literal(std::size_t position, ExpressionValue value)
    {
        TRY(Part part, make(Part::Kind::Literal, position));
        part.literal.push_back(std::move(value));
        return part;
    }

    Result<Part> number()
    {
        const Token token = take();
        static constexpr std::array<std::string_view, 16> Units{
            "year",  "month",  "week",  "day",  "hour",  "minute",  "second",  "millisecond",
            "years", "months", "weeks", "days", "hours", "minutes", "seconds", "milliseconds"};
        if (here().kind == Token::Kind::Text
            || (here().kind == Token::Kind::Name && std::ranges::find(Units, here().text) != Units.end()))
            return refuse(ErrorCode::Unsupported, token.position, "no quantities");
        const char *const end = token.text.data() + token.text.size();
        if (token.text.find('.') != std::string::npos) {
            double value = 0;
            if (std::from_chars(token.text.data(), end, value).ec != std::errc())
                return refuse(ErrorCode::TooLarge, token.position, "a number out of range");
            return literal(token.position, value);
        }
        std::int64_t value = 0;
        if (std::from_chars(token.text.data(), end, value).ec != std::errc() || value > MaxInteger)
            return refuse(ErrorCode::TooLarge, token.position, "a number out of range");
        return literal(token.position, value);
    }

    Result<Part> date()
    {
        const Token token = take();
        const auto value = ExpressionDate::read(token.text);
        if (!value)
            return refuse(ErrorCode::InvalidInput, token.position, "no such date");
        return literal(token.position, *value);
    }

    Result<Part> external()
    {
        const Token token = take();
        auto kind = Part::Kind::Variable;
        if (token.text == "resource") {
            kind = Part::Kind::Resource;
        } else if (token.text == "context") {
            kind = Part::Kind::Context;
        }
        TRY(Part part, make(kind, token.position));
        part.name = token.text;
        return part;
    }

    /// A member or a function of the input.
    Result<Part> invocation(Part input)
    {
        const Token name = take();
        if (name.kind != Token::Kind::Name && name.kind != Token::Kind::Quoted)
            return refuse(ErrorCode::InvalidInput, name.position, met(name) + " where a name is wanted");
        if (here().isSymbol("("))
            return call(name, std::move(input));
        if (std::ranges::find(Elements, name.text) == Elements.end()) {
            const bool choice = name.text.size() > 5 && name.text.starts_with("value");
            return refuse(ErrorCode::Unsupported, name.position,
                          "no element '" + name.text + (choice ? "'; the value of an answer is 'value'" : "'"));
        }
        TRY(Part part, over(Part::Kind::Member, name.position, std::move(input)));
        part.name = name.text;
        return part;
    }

    Result<Part> call(const Token &name, Part input)
    {
        if (name.text == "ofType" || name.text == "is" || name.text == "as") {
            auto kind = Part::Kind::OfType;
            if (name.text != "ofType")
                kind = name.text == "is" ? Part::Kind::Is : Part::Kind::As;
            TRY_VOID(require("("));
            TRY(Part part, typed(kind, name.position, std::move(input)));
            TRY_VOID(require(")"));
            return part;
        }
        const auto *const function = std::ranges::find(Functions, name.text, &KnownFunction::name);
        if (function == Functions.end())
            return refuse(ErrorCode::Unsupported, name.position, "no function '" + name.text + "'");
        std::vector<Part> operands;
        operands.push_back(std::move(input));
        TRY_VOID(arguments(operands));
        const std::size_t count = operands.size() - 1;
        if (count < function->fewest || count > function->most)
            return refuse(ErrorCode::InvalidInput, name.position,
                          "'" + name.text + "' does not take " + std::to_string(count) + " arguments");
        TRY(Part part, make(Part::Kind::Call, name.position, std::move(operands)));
        part.function = function->meaning;
        part.name = name.text;
        return part;
    }

    Result<void> arguments(std::vector<Part> &operands)
    {
        TRY_VOID(require("("));
        if (maybeTake(")"))
            return {};
        do {
            TRY(Part argument, expression(1));
            operands.push_back(std::move(argument));
        } while (maybeTake(","));
        return require(")");
    }

    Result<Part> typed(Part::Kind kind, std::size_t position, Part input)
    {
        const Token first = take();
        std::string space;
        std::string name = first.text;
        if (here().isSymbol(".") && (name == "System" || name == "FHIR")) {
            take();
            space = std::exchange(name, take().text);
        }
        const auto named = [&](const KnownType &type) {
            return type.name == name && (space.empty() || type.space == space);
        };
        const auto *const type = std::ranges::find_if(Types, named);
        if (first.kind != Token::Kind::Name && first.kind != Token::Kind::Quoted)
            return refuse(ErrorCode::InvalidInput, first.position, met(first) + " where a type is wanted");
        if (type == Types.end())
            return refuse(ErrorCode::Unsupported, first.position, "no type '" + name + "'");
        TRY(Part part, over(kind, position, std::move(input)));
        part.type = type->meaning;
        return part;
    }

    std::vector<Token> m_tokens;
    std::size_t m_at = 0;
    std::size_t m_parts = 0;
    int m_nesting = 0; ///< Open calls of expression().
};

} // namespace

Result<ExpressionPart> parseExpression(std::string_view text)
{
    if (text.size() > MaxExpressionBytes)
        return fail(ErrorCode::TooLarge,
                    expressionPosition(1) + "more than " + std::to_string(MaxExpressionBytes) + " bytes");
    if (!base::isValidUtf8(text))
        return fail(ErrorCode::InvalidInput, expressionPosition(1) + "not UTF-8");
    TRY(std::vector<ExpressionToken> tokens, readExpressionTokens(text));
    return Parser(std::move(tokens)).parse();
}

} // namespace faltakt::screening
