#include "core/base/json.h"

#include <algorithm>

namespace faltakt::base::json {

Object::Object(std::initializer_list<Member> members) : m_members(members) {}

const Value *Object::find(std::string_view name) const noexcept
{
    for (const auto &member : m_members)
        if (member.first == name)
            return &member.second;
    return nullptr;
}

Value *Object::find(std::string_view name) noexcept
{
    for (auto &member : m_members)
        if (member.first == name)
            return &member.second;
    return nullptr;
}

void Object::set(std::string name, Value value)
{
    if (Value *existing = find(name))
        *existing = std::move(value);
    else
        append(std::move(name), std::move(value));
}

void Object::append(std::string name, Value value) { m_members.emplace_back(std::move(name), std::move(value)); }

bool Object::remove(std::string_view name)
{
    return std::erase_if(m_members, [name](const Member &member) { return member.first == name; }) > 0;
}

bool Object::operator==(const Object &other) const
{
    if (size() != other.size())
        return false;
    return std::all_of(begin(), end(), [&other](const Member &member) {
        const Value *match = other.find(member.first);
        return match && *match == member.second;
    });
}

double Value::number() const noexcept
{
    if (const auto *whole = integer())
        return double(*whole);
    if (const auto *fraction = std::get_if<double>(&m_storage))
        return *fraction;
    return 0.0;
}

const Value *Value::find(std::string_view name) const noexcept
{
    const Object *members = object();
    return members ? members->find(name) : nullptr;
}

std::string Value::stringAt(std::string_view name, std::string_view otherwise) const
{
    const Value *member = find(name);
    return member && member->string() ? *member->string() : std::string(otherwise);
}

std::int64_t Value::integerAt(std::string_view name, std::int64_t otherwise) const
{
    const Value *member = find(name);
    return member && member->integer() ? *member->integer() : otherwise;
}

bool Value::boolAt(std::string_view name, bool otherwise) const
{
    const Value *member = find(name);
    return member && member->boolean() ? *member->boolean() : otherwise;
}

namespace {

Error wrongMember(std::string_view name, std::string_view type)
{
    return Error(ErrorCode::InvalidInput, std::string(name) + " must be " + std::string(type));
}

} // namespace

Result<std::string> Value::requireString(std::string_view name) const
{
    const Value *member = find(name);
    if (!member || !member->string())
        return fail(wrongMember(name, "a string"));
    return *member->string();
}

Result<std::int64_t> Value::requireInteger(std::string_view name) const
{
    const Value *member = find(name);
    if (!member || !member->integer())
        return fail(wrongMember(name, "a whole number"));
    return *member->integer();
}

Result<bool> Value::requireBool(std::string_view name) const
{
    const Value *member = find(name);
    if (!member || !member->boolean())
        return fail(wrongMember(name, "true or false"));
    return *member->boolean();
}

Result<const Array *> Value::requireArray(std::string_view name) const
{
    const Value *member = find(name);
    if (!member || !member->array())
        return fail(wrongMember(name, "a list"));
    return member->array();
}

Result<const Object *> Value::requireObject(std::string_view name) const
{
    const Value *member = find(name);
    if (!member || !member->object())
        return fail(wrongMember(name, "an object"));
    return member->object();
}

bool Value::operator==(const Value &other) const
{
    if (isNumber() && other.isNumber()) {
        if (isInteger() && other.isInteger())
            return *integer() == *other.integer();
        return number() == other.number();
    }
    return m_storage == other.m_storage;
}

std::vector<std::string_view> splitLines(std::string_view text)
{
    std::vector<std::string_view> lines;
    while (!text.empty()) {
        const auto end = text.find('\n');
        lines.push_back(text.substr(0, end));
        if (end == std::string_view::npos)
            break;
        text.remove_prefix(end + 1);
    }
    return lines;
}

} // namespace faltakt::base::json
