#pragma once

#include <string>
#include <utility>
#include <vector>

/// Values that may stand where another was meant, and JSON objects with such a value put in as it is.
namespace faltakt::server::testing {

/// What a value is, so that a test can say for each place whether it may stand there.
enum class BadKind {
    Null,
    Bool,
    Zero,
    MinusOne,
    Fraction,
    EmptyText,
    Word,     ///< A short word that is no id, date, hash or key.
    BidiText, ///< Well-formed text with characters that turn the direction of writing.
    EmptyList,
    List,
    EmptyObject,
    Object,
    Deep,   ///< Deeper than any reader goes.
    NoJson, ///< The reader of JSON must refuse it wherever it stands.
};

struct BadValue {
    const char *name;
    BadKind kind;
    std::string raw;
};

inline std::vector<BadValue> badValues()
{
    const std::string nul(1, '\0');
    return {
        {"null", BadKind::Null, "null"},
        {"true", BadKind::Bool, "true"},
        {"zero", BadKind::Zero, "0"},
        {"minus one", BadKind::MinusOne, "-1"},
        {"a fraction", BadKind::Fraction, "1.5"},
        {"a small fraction", BadKind::Fraction, "1e-300"},
        {"no text", BadKind::EmptyText, "\"\""},
        {"a word", BadKind::Word, "\"x\""},
        {"turned text", BadKind::BidiText, "\"a\xE2\x80\xAE b\xE2\x81\xA6\""},
        {"an empty list", BadKind::EmptyList, "[]"},
        {"a list", BadKind::List, "[1]"},
        {"an empty object", BadKind::EmptyObject, "{}"},
        {"an object", BadKind::Object, "{\"a\":1}"},
        {"lists in lists", BadKind::Deep, std::string(40, '[') + std::string(40, ']')},
        {"objects in objects", BadKind::Deep,
         [] {
             std::string text = "1";
             for (int i = 0; i < 40; ++i)
                 text.insert(0, "{\"a\":").append("}");
             return text;
         }()},
        {"lists without end", BadKind::NoJson, std::string(2000, '[')},
        {"beyond 2^53", BadKind::NoJson, "9007199254740993"},
        {"beyond -2^53", BadKind::NoJson, "-9007199254740993"},
        {"beyond every number", BadKind::NoJson, "1e400"},
        {"NaN", BadKind::NoJson, "NaN"},
        {"Infinity", BadKind::NoJson, "Infinity"},
        {"a leading zero", BadKind::NoJson, "01"},
        {"a plus", BadKind::NoJson, "+1"},
        {"hex", BadKind::NoJson, "0x1"},
        {"nothing", BadKind::NoJson, ""},
        {"text without its end", BadKind::NoJson, "\"x"},
        {"single quotes", BadKind::NoJson, "'x'"},
        {"malformed UTF-8", BadKind::NoJson, "\"\xFF\xFE\""},
        {"overlong UTF-8", BadKind::NoJson, "\"\xC0\xAF\""},
        {"a surrogate in UTF-8", BadKind::NoJson, "\"\xED\xA0\x80\""},
        {"cut UTF-8", BadKind::NoJson, "\"\xE2\x80\""},
        {"a lone surrogate", BadKind::NoJson, "\"\\ud800\""},
        {"an escaped NUL", BadKind::NoJson, "\"a\\u0000b\""},
        {"a NUL", BadKind::NoJson, "\"a" + nul + "b\""},
        {"a tab as it is", BadKind::NoJson, "\"a\tb\""},
        {"an unknown escape", BadKind::NoJson, "\"\\x\""},
        {"a comment", BadKind::NoJson, "/* */1"},
        {"two values", BadKind::NoJson, "1 2"},
        {"the same member twice inside", BadKind::NoJson, "{\"a\":1,\"a\":2}"},
    };
}

/// Members with their values as they are written.
using RawMembers = std::vector<std::pair<std::string, std::string>>;

inline std::string rawObject(const RawMembers &members)
{
    std::string text = "{";
    for (const auto &[name, raw] : members)
        text.append(text.size() > 1 ? ",\"" : "\"").append(name).append("\":").append(raw);
    return text + "}";
}

inline RawMembers replaced(RawMembers members, const std::string &name, const std::string &raw)
{
    for (auto &member : members)
        if (member.first == name)
            member.second = raw;
    return members;
}

inline RawMembers without(const RawMembers &members, const std::string &name)
{
    RawMembers others;
    for (const auto &member : members)
        if (member.first != name)
            others.push_back(member);
    return others;
}

} // namespace faltakt::server::testing
