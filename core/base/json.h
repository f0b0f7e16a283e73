#pragma once

#include "core/base/result.h"

#include <cstdint>
#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace faltakt::base::json {

class Value;
using Array = std::vector<Value>;
using Member = std::pair<std::string, Value>;

/// Members in the order in which they were written; names are unique.
class Object {
public:
    Object() = default;
    Object(std::initializer_list<Member> members);

    [[nodiscard]] const Value *find(std::string_view name) const noexcept;
    [[nodiscard]] Value *find(std::string_view name) noexcept;
    [[nodiscard]] bool contains(std::string_view name) const noexcept { return find(name) != nullptr; }
    /// Replaces the member of that name or adds it at the end.
    void set(std::string name, Value value);
    /// Adds without looking for the name: for callers that know it to be new.
    void append(std::string name, Value value);
    bool remove(std::string_view name);

    [[nodiscard]] bool empty() const noexcept;
    [[nodiscard]] std::size_t size() const noexcept;
    [[nodiscard]] std::vector<Member>::const_iterator begin() const noexcept;
    [[nodiscard]] std::vector<Member>::const_iterator end() const noexcept;

    /// The order of members does not matter.
    bool operator==(const Object &other) const;

private:
    std::vector<Member> m_members;
};

/// A JSON value. Integers stay integers (at most 2^53 either way); 1 and 1.0 are equal.
class Value {
public:
    using Storage = std::variant<std::nullptr_t, bool, std::int64_t, double, std::string, Array, Object>;

    Value() = default;
    Value(std::nullptr_t) {}
    Value(bool value) : m_storage(value) {}
    Value(int value) : m_storage(std::int64_t(value)) {}
    Value(unsigned value) : m_storage(std::int64_t(value)) {}
    Value(std::int64_t value) : m_storage(value) {}
    Value(std::uint64_t value) : m_storage(std::int64_t(value)) {}
    Value(double value) : m_storage(value) {}
    Value(const char *value) : m_storage(std::string(value)) {}
    Value(std::string value) : m_storage(std::move(value)) {}
    Value(std::string_view value) : m_storage(std::string(value)) {}
    Value(Array value) : m_storage(std::move(value)) {}
    Value(Object value) : m_storage(std::move(value)) {}

    [[nodiscard]] bool isNull() const noexcept { return std::holds_alternative<std::nullptr_t>(m_storage); }
    [[nodiscard]] bool isBool() const noexcept { return std::holds_alternative<bool>(m_storage); }
    [[nodiscard]] bool isInteger() const noexcept { return std::holds_alternative<std::int64_t>(m_storage); }
    [[nodiscard]] bool isNumber() const noexcept { return isInteger() || std::holds_alternative<double>(m_storage); }
    [[nodiscard]] bool isString() const noexcept { return std::holds_alternative<std::string>(m_storage); }
    [[nodiscard]] bool isArray() const noexcept { return std::holds_alternative<Array>(m_storage); }
    [[nodiscard]] bool isObject() const noexcept { return std::holds_alternative<Object>(m_storage); }

    /// The value, or nullptr where it is of another type.
    [[nodiscard]] const bool *boolean() const noexcept { return std::get_if<bool>(&m_storage); }
    [[nodiscard]] const std::int64_t *integer() const noexcept { return std::get_if<std::int64_t>(&m_storage); }
    [[nodiscard]] const std::string *string() const noexcept { return std::get_if<std::string>(&m_storage); }
    [[nodiscard]] const Array *array() const noexcept { return std::get_if<Array>(&m_storage); }
    [[nodiscard]] const Object *object() const noexcept { return std::get_if<Object>(&m_storage); }
    [[nodiscard]] Array *array() noexcept { return std::get_if<Array>(&m_storage); }
    [[nodiscard]] Object *object() noexcept { return std::get_if<Object>(&m_storage); }
    /// Integer or fraction as double; 0 where it is no number.
    [[nodiscard]] double number() const noexcept;

    /// A member of an object; nullptr where this is no object or has no such member.
    [[nodiscard]] const Value *find(std::string_view name) const noexcept;

    /// Typed reads of an object's members with a default for "missing or of another type".
    [[nodiscard]] std::string stringAt(std::string_view name, std::string_view otherwise = {}) const;
    [[nodiscard]] std::int64_t integerAt(std::string_view name, std::int64_t otherwise = 0) const;
    [[nodiscard]] bool boolAt(std::string_view name, bool otherwise = false) const;

    /// Typed reads that refuse: InvalidInput naming the member.
    [[nodiscard]] Result<std::string> requireString(std::string_view name) const;
    [[nodiscard]] Result<std::int64_t> requireInteger(std::string_view name) const;
    [[nodiscard]] Result<bool> requireBool(std::string_view name) const;
    /// The pointer lives as long as this value.
    [[nodiscard]] Result<const Array *> requireArray(std::string_view name) const;
    [[nodiscard]] Result<const Object *> requireObject(std::string_view name) const;

    [[nodiscard]] const Storage &storage() const noexcept { return m_storage; }
    bool operator==(const Value &other) const;

private:
    Storage m_storage = nullptr;
};

// A member holds a Value, so what looks into members stands where Value is complete.
inline bool Object::empty() const noexcept { return m_members.empty(); }
inline std::size_t Object::size() const noexcept { return m_members.size(); }
inline std::vector<Member>::const_iterator Object::begin() const noexcept { return m_members.begin(); }
inline std::vector<Member>::const_iterator Object::end() const noexcept { return m_members.end(); }

/// What the strict reader lets in.
struct Limits {
    std::size_t maxBytes = 128 * 1024;
    int maxDepth = 16;
};

/// The one reader of JSON from outside. Refuses (InvalidInput, or TooLarge for size and depth): anything RFC 8259
/// does not allow, duplicate names, lone surrogates, malformed UTF-8, a byte-order mark, NUL characters (also as
/// \u0000), numbers beyond 2^53, text after the value.
[[nodiscard]] Result<Value> parse(std::string_view text, Limits limits = {});

/// Compact JSON in UTF-8; members in their order. The result of parse and serialise again is the same text for
/// text that serialise wrote.
[[nodiscard]] std::string serialise(const Value &value);

/// JSON lines: splits at '\n'; a last line without one counts. Empty lines are not skipped.
[[nodiscard]] std::vector<std::string_view> splitLines(std::string_view text);

} // namespace faltakt::base::json
