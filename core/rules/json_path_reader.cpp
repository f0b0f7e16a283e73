#include "core/rules/json_path_reader.h"

#include "core/base/text.h"

#include <algorithm>

namespace faltakt::rules {

using base::Result;
using base::json::Value;

namespace {

constexpr std::size_t MaxCodeLength = 40;
/// A foreign member name is shown only where it is short and plain: an error detail is no place for odd bytes.
constexpr std::size_t MaxShownName = 60;

bool isLower(char character) { return character >= 'a' && character <= 'z'; }

bool isCodeCharacter(char character)
{
    return isLower(character) || (character >= 'A' && character <= 'Z') || (character >= '0' && character <= '9')
           || character == '-';
}

bool isCode(std::string_view text)
{
    return !text.empty() && text.size() <= MaxCodeLength && isLower(text.front())
           && std::ranges::all_of(text, isCodeCharacter);
}

bool isShowable(std::string_view name)
{
    return name.size() <= MaxShownName && std::ranges::all_of(name, [](char character) {
               return isCodeCharacter(character) || character == '.' || character == '_' || character == '$';
           });
}

/// "law, guideline or default"
std::string namesOf(std::span<const std::string_view> codes)
{
    std::string names;
    for (std::size_t index = 0; index < codes.size(); ++index) {
        const bool isLast = index + 1 == codes.size();
        names += std::string(index == 0 ? "" : isLast ? " or " : ", ") + std::string(codes[index]);
    }
    return names;
}

} // namespace

Result<PathReader> PathReader::open(const Value &value, std::string path)
{
    const auto *object = value.object();
    if (!object)
        return base::fail(base::ErrorCode::InvalidInput, (path.empty() ? "the file" : path) + ": must be an object");
    return PathReader(*object, std::move(path));
}

std::string PathReader::pathOf(std::string_view name) const
{
    return m_path.empty() ? std::string(name) : m_path + "." + std::string(name);
}

tl::unexpected<base::Error> PathReader::refuse(std::string_view name, std::string_view reason) const
{
    return base::fail(base::ErrorCode::InvalidInput, pathOf(name) + ": " + std::string(reason));
}

Result<void> PathReader::allowOnly(std::span<const std::string_view> names) const
{
    for (const auto &[name, value] : *m_object) {
        if (std::ranges::find(names, name) == names.end())
            return refuse(isShowable(name) ? name : "(a member)", "is not a known name here");
    }
    return {};
}

Result<const Value *> PathReader::member(std::string_view name) const
{
    const Value *value = m_object->find(name);
    if (!value)
        return refuse(name, "is missing");
    return value;
}

Result<const base::json::Array *> PathReader::list(std::string_view name, std::size_t maxCount) const
{
    TRY(const Value *value, member(name));
    const auto *array = value->array();
    if (!array)
        return refuse(name, "must be a list");
    if (array->size() > maxCount)
        return refuse(name, "has more than " + std::to_string(maxCount) + " elements");
    return array;
}

Result<std::string> PathReader::text(std::string_view name, std::size_t maxLength) const
{
    TRY(const Value *value, member(name));
    return checkedText(*value, name, maxLength);
}

Result<std::string> PathReader::checkedText(const Value &value, std::string_view name, std::size_t maxLength) const
{
    const auto *found = value.string();
    if (!found)
        return refuse(name, "must be text");
    if (found->empty())
        return refuse(name, "must not be empty");
    if (base::codePointCount(*found) > maxLength)
        return refuse(name, "is longer than " + std::to_string(maxLength) + " characters");
    if (std::ranges::any_of(*found, [](char character) { return static_cast<unsigned char>(character) < 0x20; }))
        return refuse(name, "holds a control character");
    if (base::trimmed(*found) != *found)
        return refuse(name, "has white space at its beginning or end");
    return *found;
}

Result<std::vector<std::string>> PathReader::texts(std::string_view name, std::size_t maxCount,
                                                   std::size_t maxLength) const
{
    TRY(const auto *array, list(name, maxCount));
    if (array->empty())
        return refuse(name, "must not be empty");
    std::vector<std::string> found;
    for (std::size_t index = 0; index < array->size(); ++index) {
        const std::string place = std::string(name) + "[" + std::to_string(index) + "]";
        TRY(std::string text, checkedText((*array)[index], place, maxLength));
        found.push_back(std::move(text));
    }
    return found;
}

Result<std::string> PathReader::code(std::string_view name) const
{
    TRY(std::string found, text(name, MaxCodeLength));
    if (!isCode(found))
        return refuse(name, "must be a code of letters, digits and hyphens that begins with a small letter");
    return found;
}

Result<int> PathReader::integer(std::string_view name, int minimum, int maximum) const
{
    TRY(const Value *value, member(name));
    return checkedInteger(*value, name, minimum, maximum);
}

Result<int> PathReader::checkedInteger(const Value &value, std::string_view name, int minimum, int maximum) const
{
    const auto *found = value.integer();
    if (!found)
        return refuse(name, "must be a whole number");
    if (*found < minimum || *found > maximum)
        return refuse(name, "must be between " + std::to_string(minimum) + " and " + std::to_string(maximum));
    return int(*found);
}

Result<std::vector<int>> PathReader::integers(std::string_view name, std::size_t maxCount, int minimum,
                                              int maximum) const
{
    TRY(const auto *array, list(name, maxCount));
    if (array->empty())
        return refuse(name, "must not be empty");
    std::vector<int> found;
    for (std::size_t index = 0; index < array->size(); ++index) {
        const std::string place = std::string(name) + "[" + std::to_string(index) + "]";
        TRY(const int number, checkedInteger((*array)[index], place, minimum, maximum));
        if (std::ranges::find(found, number) != found.end())
            return refuse(name, "names something twice");
        found.push_back(number);
    }
    return found;
}

Result<std::string> PathReader::oneOf(std::string_view name, std::span<const std::string_view> codes) const
{
    TRY(std::string found, text(name, MaxCodeLength));
    if (std::ranges::find(codes, found) == codes.end())
        return refuse(name, "must be " + namesOf(codes));
    return found;
}

Result<std::vector<std::string>> PathReader::someOf(std::string_view name,
                                                    std::span<const std::string_view> codes) const
{
    TRY(auto found, texts(name, codes.size(), MaxCodeLength));
    for (std::size_t index = 0; index < found.size(); ++index) {
        if (std::ranges::find(codes, found[index]) == codes.end())
            return refuse(std::string(name) + "[" + std::to_string(index) + "]", "must be " + namesOf(codes));
        if (std::ranges::count(found, found[index]) > 1)
            return refuse(name, "names something twice");
    }
    return found;
}

Result<bool> PathReader::boolean(std::string_view name) const
{
    TRY(const Value *value, member(name));
    const auto *found = value->boolean();
    if (!found)
        return refuse(name, "must be true or false");
    return *found;
}

Result<base::Date> PathReader::date(std::string_view name) const
{
    TRY(const std::string found, text(name, 10));
    const auto parsed = base::parseDate(found);
    if (!parsed)
        return refuse(name, "must be an existing day as YYYY-MM-DD");
    return *parsed;
}

Result<PathReader> PathReader::object(std::string_view name) const
{
    TRY(const Value *value, member(name));
    return open(*value, pathOf(name));
}

Result<std::vector<PathReader>> PathReader::objects(std::string_view name, std::size_t maxCount) const
{
    TRY(const auto *array, list(name, maxCount));
    std::vector<PathReader> readers;
    for (std::size_t index = 0; index < array->size(); ++index) {
        TRY(auto reader, open((*array)[index], pathOf(name) + "[" + std::to_string(index) + "]"));
        readers.push_back(std::move(reader));
    }
    return readers;
}

} // namespace faltakt::rules
