// The strict reader and the writer, the only code that knows RapidJSON.
#include "core/base/json.h"
#include "core/base/text.h"

#include <rapidjson/error/en.h>
#include <rapidjson/memorystream.h>
#include <rapidjson/reader.h>
#include <rapidjson/stringbuffer.h>
#include <rapidjson/writer.h>

#include <algorithm>
#include <charconv>
#include <cmath>
#include <cstring>
#include <system_error>
#include <unordered_set>

namespace faltakt::base::json {

namespace {

constexpr std::int64_t MaxInteger = std::int64_t(1) << 53;

/// Builds the value from the reader's events; answers false, with the reason kept, at the first thing not allowed.
class Builder : public rapidjson::BaseReaderHandler<rapidjson::UTF8<>, Builder> {
public:
    explicit Builder(int maxDepth) : m_maxDepth(maxDepth) {}

    bool Null() { return add(Value(nullptr)); }
    bool Bool(bool value) { return add(Value(value)); }
    /// Numbers arrive as their text, checked against the grammar: the library's own conversion computes with zero bits
    /// where there are none ("0e9"), which has no defined result.
    bool RawNumber(const char *text, rapidjson::SizeType length, bool)
    {
        const char *end = text + length;
        if (std::string_view(text, length).find_first_of(".eE") == std::string_view::npos) {
            std::int64_t whole = 0;
            if (std::from_chars(text, end, whole).ec != std::errc() || whole > MaxInteger || whole < -MaxInteger)
                return refuse("number beyond 2^53");
            return add(Value(whole));
        }
        double value = 0;
        // Also a number too near to zero has no place in a double.
        if (std::from_chars(text, end, value).ec != std::errc() || std::abs(value) > double(MaxInteger))
            return refuse("number out of range");
        return add(Value(value));
    }
    bool String(const char *text, rapidjson::SizeType length, bool)
    {
        const std::string_view view(text, length);
        return checkText(view) && add(Value(view));
    }
    bool StartObject() { return open(Value(Object())); }
    bool Key(const char *text, rapidjson::SizeType length, bool)
    {
        std::string name(text, length);
        if (!checkText(name))
            return false;
        if (!m_stack.back().addName(name))
            return refuse("name twice in one object");
        m_stack.back().key = std::move(name);
        return true;
    }
    bool EndObject(rapidjson::SizeType) { return close(); }
    bool StartArray() { return open(Value(Array())); }
    bool EndArray(rapidjson::SizeType) { return close(); }

    [[nodiscard]] const char *reason() const noexcept { return m_reason; }
    [[nodiscard]] bool tooDeep() const noexcept { return m_tooDeep; }
    [[nodiscard]] Value take() { return std::move(m_root); }

private:
    struct Level {
        Value value;
        std::string key;
        std::unordered_set<std::string> names;

        /// False where the object has the name. Looking through the members is fastest for the few names of usual objects;
        /// for one with thousands it would take seconds.
        bool addName(const std::string &name)
        {
            constexpr std::size_t Few = 32;
            const Object &members = *value.object();
            if (members.size() < Few)
                return !members.contains(name);
            if (names.empty())
                for (const auto &member : members)
                    names.insert(member.first);
            return names.insert(name).second;
        }
    };

    /// What the library lets through: NUL written as \u0000, and a low surrogate alone, which it encodes as it stands.
    bool checkText(std::string_view text)
    {
        if (text.find('\0') != std::string_view::npos)
            return refuse("NUL character");
        if (text.find('\xed') != std::string_view::npos && !isValidUtf8(text))
            return refuse("lone surrogate");
        return true;
    }

    bool add(Value value)
    {
        if (m_stack.empty()) {
            m_root = std::move(value);
            return true;
        }
        Level &level = m_stack.back();
        if (Object *object = level.value.object())
            object->append(std::move(level.key), std::move(value));
        else
            level.value.array()->push_back(std::move(value));
        return true;
    }
    bool open(Value value)
    {
        if (int(m_stack.size()) >= m_maxDepth) {
            m_tooDeep = true;
            return refuse("nested too deeply");
        }
        m_stack.push_back({std::move(value), {}, {}});
        return true;
    }
    bool close()
    {
        Value value = std::move(m_stack.back().value);
        m_stack.pop_back();
        return add(std::move(value));
    }
    bool refuse(const char *reason)
    {
        m_reason = reason;
        return false;
    }

    Value m_root;
    std::vector<Level> m_stack;
    const char *m_reason = nullptr;
    int m_maxDepth;
    bool m_tooDeep = false;
};

/// Most of what is read: ids, codes, times, hashes. What the encoding could be wrong in is looked for eight bytes at a time.
bool isAscii(std::string_view text)
{
    constexpr std::uint64_t HighBits = 0x8080'8080'8080'8080U;
    std::uint64_t found = 0;
    for (; text.size() >= sizeof found; text.remove_prefix(sizeof found)) {
        std::uint64_t word = 0;
        std::memcpy(&word, text.data(), sizeof word);
        found |= word;
    }
    return (found & HighBits) == 0 && std::ranges::all_of(text, [](char c) { return (std::uint8_t(c) & 0x80U) == 0; });
}

using Writer = rapidjson::Writer<rapidjson::StringBuffer>;

void write(const Value &value, Writer &writer)
{
    if (value.isNull()) {
        writer.Null();
    } else if (const bool *flag = value.boolean()) {
        writer.Bool(*flag);
    } else if (const auto *whole = value.integer()) {
        writer.Int64(*whole);
    } else if (const auto *text = value.string()) {
        writer.String(text->data(), rapidjson::SizeType(text->size()));
    } else if (const Array *items = value.array()) {
        writer.StartArray();
        for (const Value &item : *items)
            write(item, writer);
        writer.EndArray();
    } else if (const Object *members = value.object()) {
        writer.StartObject();
        for (const auto &[name, member] : *members) {
            writer.Key(name.data(), rapidjson::SizeType(name.size()));
            write(member, writer);
        }
        writer.EndObject();
    } else {
        writer.Double(value.number());
    }
}

} // namespace

Result<Value> parse(std::string_view text, Limits limits)
{
    if (text.size() > limits.maxBytes)
        return fail(ErrorCode::TooLarge, "JSON text of " + std::to_string(text.size()) + " bytes");
    if (text.starts_with("\xEF\xBB\xBF"))
        return fail(ErrorCode::InvalidInput, "byte-order mark");
    if (text.find('\0') != std::string_view::npos)
        return fail(ErrorCode::InvalidInput, "NUL character");
    rapidjson::MemoryStream stream(text.data(), text.size());
    Builder builder(limits.maxDepth);
    rapidjson::Reader reader;
    constexpr unsigned Flags = rapidjson::kParseNumbersAsStringsFlag;
    const auto result = isAscii(text) ? reader.Parse<Flags>(stream, builder)
                                      : reader.Parse<Flags | rapidjson::kParseValidateEncodingFlag>(stream, builder);
    if (result.IsError()) {
        const char *reason = builder.reason() ? builder.reason() : rapidjson::GetParseError_En(result.Code());
        return fail(builder.tooDeep() ? ErrorCode::TooLarge : ErrorCode::InvalidInput,
                    std::string("JSON at byte ") + std::to_string(result.Offset()) + ": " + reason);
    }
    return builder.take();
}

std::string serialise(const Value &value)
{
    rapidjson::StringBuffer buffer;
    Writer writer(buffer);
    write(value, writer);
    return {buffer.GetString(), buffer.GetSize()};
}

} // namespace faltakt::base::json
