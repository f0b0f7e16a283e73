#include "core/screening/expression_node.h"

#include <algorithm>
#include <array>

namespace faltakt::screening {

using base::ErrorCode;
using base::fail;
using base::Result;
using Json = base::json::Value;
using Kind = ExpressionNode::Kind;

namespace {

struct NamedKind {
    std::string_view name;
    Kind kind;
};

/// What is read of value[x], by its ending.
constexpr std::array ValueKinds{
    NamedKind{"Boolean", Kind::Boolean}, NamedKind{"Coding", Kind::Coding},   NamedKind{"Date", Kind::Date},
    NamedKind{"Decimal", Kind::Decimal}, NamedKind{"Integer", Kind::Integer}, NamedKind{"String", Kind::String},
};

constexpr std::array ElementKinds{
    NamedKind{"linkId", Kind::String}, NamedKind{"text", Kind::String},       NamedKind{"display", Kind::String},
    NamedKind{"code", Kind::Code},     NamedKind{"status", Kind::Code},       NamedKind{"language", Kind::Code},
    NamedKind{"system", Kind::Uri},    NamedKind{"questionnaire", Kind::Uri},
};

template <std::size_t Size>
Kind kindIn(const std::array<NamedKind, Size> &table, std::string_view name)
{
    const auto *const found = std::ranges::find(table, name, &NamedKind::name);
    return found == table.end() ? Kind::Other : found->kind;
}

bool isChoice(std::string_view name)
{
    return name.size() > 5 && name.starts_with("value") && name[5] >= 'A' && name[5] <= 'Z';
}

Kind kindBelow(Kind parent, std::string_view name)
{
    if (name == "item" && (parent == Kind::Resource || parent == Kind::Item || parent == Kind::Answer))
        return Kind::Item;
    if (name == "answer" && parent == Kind::Item)
        return Kind::Answer;
    if (!isChoice(name))
        return kindIn(ElementKinds, name);
    const Kind kind = kindIn(ValueKinds, name.substr(5));
    // A coding elsewhere, in an extension, is no answer and has no weight.
    return kind == Kind::Coding && parent != Kind::Answer ? Kind::Other : kind;
}

/// One element, or several where the member is an array.
void appendMember(const ExpressionNode &parent, std::string_view name, const Json &value, ExpressionValues &found)
{
    const Kind kind = kindBelow(parent.kind, name);
    const auto add = [&](const Json &one) {
        if (!one.isNull())
            found.emplace_back(ExpressionNode{&one, kind == Kind::Item ? &one : parent.item, kind});
    };
    if (const auto *const several = value.array()) {
        std::ranges::for_each(*several, add);
    } else {
        add(value);
    }
}

/// The type of System that stands for an element's own; empty for what is no primitive.
std::optional<ExpressionType> systemTypeOf(Kind kind)
{
    switch (kind) {
    case Kind::Boolean: return ExpressionType::SystemBoolean;
    case Kind::Integer: return ExpressionType::SystemInteger;
    case Kind::Decimal: return ExpressionType::SystemDecimal;
    case Kind::String:
    case Kind::Code:
    case Kind::Uri: return ExpressionType::SystemString;
    case Kind::Date: return ExpressionType::SystemDate;
    default: return {};
    }
}

bool isFhirType(Kind kind, ExpressionType type)
{
    switch (type) {
    case ExpressionType::FhirBoolean: return kind == Kind::Boolean;
    case ExpressionType::FhirInteger: return kind == Kind::Integer;
    case ExpressionType::FhirDecimal: return kind == Kind::Decimal;
    case ExpressionType::FhirString: return kind == Kind::String || kind == Kind::Code; // A code is a kind of string.
    case ExpressionType::FhirCode: return kind == Kind::Code;
    case ExpressionType::FhirUri: return kind == Kind::Uri;
    case ExpressionType::FhirDate: return kind == Kind::Date;
    case ExpressionType::FhirCoding: return kind == Kind::Coding;
    default: return false;
    }
}

tl::unexpected<base::Error> ofAnotherType()
{
    return fail(ErrorCode::InvalidInput, "an element of another type than its own");
}

Result<ExpressionOperand> textOperand(Kind kind, const Json &json)
{
    const std::string *const text = json.string();
    if (!text)
        return ofAnotherType();
    if (kind != Kind::Date)
        return ExpressionOperand{std::string_view(*text)};
    const auto date = ExpressionDate::read(*text);
    if (!date)
        return ofAnotherType();
    return ExpressionOperand{*date};
}

Result<ExpressionOperand> nodeOperand(const ExpressionNode &node)
{
    const Json &json = *node.value;
    switch (node.kind) {
    case Kind::Boolean:
        if (const bool *const truth = json.boolean())
            return ExpressionOperand{*truth};
        return ofAnotherType();
    case Kind::Integer:
        if (const std::int64_t *const integer = json.integer())
            return ExpressionOperand{*integer};
        return ofAnotherType();
    case Kind::Decimal:
        if (json.isNumber())
            return ExpressionOperand{json.number()};
        return ofAnotherType();
    case Kind::String:
    case Kind::Code:
    case Kind::Uri:
    case Kind::Date: return textOperand(node.kind, json);
    case Kind::Other: return fail(ErrorCode::Unsupported, "an element of a type that is not read");
    default: return ExpressionOperand{&json};
    }
}

} // namespace

double ExpressionOperand::number() const noexcept
{
    if (const auto *const integer = as<std::int64_t>())
        return double(*integer);
    const auto *const decimal = as<double>();
    return decimal ? *decimal : 0;
}

Result<ExpressionOperand> operandOf(const ExpressionValue &value)
{
    if (const auto *const node = std::get_if<ExpressionNode>(&value))
        return nodeOperand(*node);
    return std::visit(
        [](const auto &own) -> Result<ExpressionOperand> {
            using Own = std::decay_t<decltype(own)>;
            if constexpr (std::is_same_v<Own, ExpressionNode>) {
                return nodeOperand(own);
            } else if constexpr (std::is_same_v<Own, std::string>) {
                return ExpressionOperand{std::string_view(own)};
            } else {
                return ExpressionOperand{own};
            }
        },
        value);
}

Result<ExpressionValue> detached(ExpressionValue value)
{
    if (!std::holds_alternative<ExpressionNode>(value))
        return value;
    TRY(const ExpressionOperand operand, operandOf(value));
    return std::visit(
        [&value](const auto &own) -> ExpressionValue {
            using Own = std::decay_t<decltype(own)>;
            if constexpr (std::is_same_v<Own, const Json *>) {
                return value;
            } else if constexpr (std::is_same_v<Own, std::string_view>) {
                return std::string(own);
            } else {
                return own;
            }
        },
        operand.storage);
}

ExpressionNode resourceNode(const Json &resource) { return {&resource, nullptr, Kind::Resource}; }

ExpressionNode itemNode(const Json &item) { return {&item, &item, Kind::Item}; }

void appendMembers(const ExpressionNode &node, std::string_view name, ExpressionValues &members)
{
    const base::json::Object *const object = node.value->object();
    if (!object)
        return;
    if (name != "value") {
        if (const Json *const found = object->find(name))
            appendMember(node, name, *found, members);
        return;
    }
    const auto choice = std::ranges::find_if(*object, isChoice, &base::json::Member::first);
    if (choice != object->end())
        appendMember(node, choice->first, choice->second, members);
}

void appendChildren(const ExpressionNode &node, ExpressionValues &children)
{
    const base::json::Object *const object = node.value->object();
    if (!object)
        return;
    for (const auto &[name, value] : *object) {
        // Members with an underscore say more about a primitive that has a member of its own.
        if (name != "resourceType" && !name.starts_with('_'))
            appendMember(node, name, value, children);
    }
}

void appendAnswers(const ExpressionNode &node, std::size_t &visited, std::size_t most, ExpressionValues &answers)
{
    ExpressionValues waiting{node};
    while (!waiting.empty() && visited < most) {
        const auto current = std::get<ExpressionNode>(waiting.back());
        waiting.pop_back();
        ++visited;
        if (current.kind == Kind::Answer && current.value != node.value)
            answers.emplace_back(current);
        ExpressionValues below;
        appendMembers(current, "answer", below);
        appendMembers(current, "item", below);
        waiting.insert(waiting.end(), below.rbegin(), below.rend());
    }
}

bool isOfType(const ExpressionValue &value, ExpressionType type)
{
    if (const auto *const node = std::get_if<ExpressionNode>(&value))
        return isFhirType(node->kind, type);
    switch (type) {
    case ExpressionType::SystemBoolean: return std::holds_alternative<bool>(value);
    case ExpressionType::SystemInteger: return std::holds_alternative<std::int64_t>(value);
    case ExpressionType::SystemDecimal: return std::holds_alternative<double>(value);
    case ExpressionType::SystemString: return std::holds_alternative<std::string>(value);
    case ExpressionType::SystemDate: return std::holds_alternative<ExpressionDate>(value);
    default: return false;
    }
}

bool convertsToType(const ExpressionValue &value, ExpressionType type)
{
    const auto *const node = std::get_if<ExpressionNode>(&value);
    return isOfType(value, type) || (node && systemTypeOf(node->kind) == type);
}

} // namespace faltakt::screening
