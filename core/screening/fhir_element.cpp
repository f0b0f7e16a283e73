#include "core/screening/fhir_element.h"

#include "core/base/text.h"

#include <algorithm>
#include <cmath>

namespace faltakt::screening {

using base::ErrorCode;
using base::Result;
using base::json::Value;

namespace {

constexpr std::string_view TranslationUrl = "http://hl7.org/fhir/StructureDefinition/translation";
constexpr std::size_t MaxExtensions = 256;
constexpr std::size_t MaxAddressBytes = 512;
constexpr double MaxWholeNumber = 1'000'000'000;

bool isCodeCharacter(char c) noexcept
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '.'
           || c == '_' || c == ':';
}

} // namespace

Result<FhirElement> FhirElement::root(const Value &value)
{
    if (!value.isObject())
        return base::fail(ErrorCode::InvalidInput, "resource: not an object");
    return FhirElement(value, {});
}

std::string FhirElement::memberPath(std::string_view name) const
{
    return m_path.empty() ? std::string(name) : m_path + "." + std::string(name);
}

tl::unexpected<base::Error> FhirElement::refuse(ErrorCode code, std::string_view reason) const
{
    return base::fail(code, (m_path.empty() ? std::string("resource") : m_path) + ": " + std::string(reason));
}

tl::unexpected<base::Error> FhirElement::refuse(ErrorCode code, std::string_view member, std::string_view reason) const
{
    return base::fail(code, memberPath(member) + ": " + std::string(reason));
}

Result<FhirElement> FhirElement::child(std::string_view name) const
{
    const Value *value = m_value->find(name);
    if (!value)
        return refuse(ErrorCode::InvalidInput, name, "missing");
    if (!value->isObject())
        return refuse(ErrorCode::InvalidInput, name, "not an object");
    return FhirElement(*value, memberPath(name));
}

Result<std::optional<FhirElement>> FhirElement::maybeChild(std::string_view name) const
{
    if (!has(name))
        return std::optional<FhirElement>();
    TRY(FhirElement element, child(name));
    return std::optional<FhirElement>(std::move(element));
}

Result<std::vector<FhirElement>> FhirElement::list(std::string_view name, std::size_t maxCount) const
{
    std::vector<FhirElement> elements;
    const Value *value = m_value->find(name);
    if (!value)
        return elements;
    const base::json::Array *array = value->array();
    if (!array)
        return refuse(ErrorCode::InvalidInput, name, "not an array");
    if (array->size() > maxCount)
        return refuse(ErrorCode::TooLarge, name, "more than " + std::to_string(maxCount) + " elements");
    elements.reserve(array->size());
    for (std::size_t i = 0; i < array->size(); ++i) {
        std::string path = memberPath(name) + "[" + std::to_string(i) + "]";
        if (!(*array)[i].isObject())
            return base::fail(ErrorCode::InvalidInput, path + ": not an object");
        elements.push_back(FhirElement((*array)[i], std::move(path)));
    }
    return elements;
}

Result<std::string> FhirElement::string(std::string_view name, std::size_t maxBytes) const
{
    const Value *value = m_value->find(name);
    if (!value)
        return refuse(ErrorCode::InvalidInput, name, "missing");
    const std::string *text = value->string();
    if (!text)
        return refuse(ErrorCode::InvalidInput, name, "not a string");
    if (text->size() > maxBytes)
        return refuse(ErrorCode::TooLarge, name, "longer than " + std::to_string(maxBytes) + " bytes");
    if (base::trimmed(*text).empty())
        return refuse(ErrorCode::InvalidInput, name, "blank");
    return *text;
}

Result<std::optional<std::string>> FhirElement::maybeString(std::string_view name, std::size_t maxBytes) const
{
    if (!has(name))
        return std::optional<std::string>();
    TRY(std::string text, string(name, maxBytes));
    return std::optional<std::string>(std::move(text));
}

Result<std::string> FhirElement::code(std::string_view name) const
{
    TRY(std::string text, string(name, MaxCodeBytes));
    if (!std::all_of(text.begin(), text.end(), isCodeCharacter))
        return refuse(ErrorCode::InvalidInput, name, "holds a character that a code must not have");
    return text;
}

Result<bool> FhirElement::boolean(std::string_view name) const
{
    const Value *value = m_value->find(name);
    if (!value)
        return refuse(ErrorCode::InvalidInput, name, "missing");
    if (!value->isBool())
        return refuse(ErrorCode::InvalidInput, name, "not true or false");
    return *value->boolean();
}

Result<double> FhirElement::number(std::string_view name) const
{
    const Value *value = m_value->find(name);
    if (!value)
        return refuse(ErrorCode::InvalidInput, name, "missing");
    if (!value->isNumber())
        return refuse(ErrorCode::InvalidInput, name, "not a number");
    return value->number();
}

Result<int> FhirElement::integer(std::string_view name) const
{
    TRY(const double number, this->number(name));
    if (std::abs(number) > MaxWholeNumber)
        return refuse(ErrorCode::TooLarge, name, "beyond 1000000000");
    if (number != std::floor(number))
        return refuse(ErrorCode::Unsupported, name, "not a whole number");
    return int(number);
}

Result<LocalText> FhirElement::localText(std::string_view name, const std::string &baseLanguage) const
{
    TRY(std::string base, string(name));
    LocalText text(baseLanguage, std::move(base));
    TRY(const auto sibling, maybeChild("_" + std::string(name)));
    if (!sibling)
        return text;
    TRY(const auto translations, sibling->extensions(TranslationUrl));
    for (const FhirElement &translation : translations) {
        TRY(const FhirElement languageElement, translation.extension("lang"));
        TRY(std::string language, languageElement.code("valueCode"));
        if (text.has(language))
            return translation.refuse(ErrorCode::InvalidInput, "a second text in the same language");
        TRY(const FhirElement content, translation.extension("content"));
        TRY(std::string translated, content.string("valueString"));
        text.add(std::move(language), std::move(translated));
    }
    return text;
}

Result<std::vector<FhirElement>> FhirElement::extensions(std::string_view url) const
{
    std::vector<FhirElement> matching;
    const Value *value = m_value->find("extension");
    if (!value)
        return matching;
    const base::json::Array *array = value->array();
    if (!array)
        return refuse(ErrorCode::InvalidInput, "extension", "not an array");
    if (array->size() > MaxExtensions)
        return refuse(ErrorCode::TooLarge, "extension", "more than " + std::to_string(MaxExtensions) + " elements");
    for (std::size_t i = 0; i < array->size(); ++i) {
        // Most are passed over: a path is put together only for those that are wanted or refused.
        const Value *address = (*array)[i].find("url");
        if (address && address->string() && *address->string() != url && !address->string()->empty())
            continue;
        FhirElement extension((*array)[i], memberPath("extension") + "[" + std::to_string(i) + "]");
        if (!(*array)[i].isObject())
            return extension.refuse(ErrorCode::InvalidInput, "not an object");
        TRY(const std::string named, extension.string("url", MaxAddressBytes));
        if (named == url)
            matching.push_back(std::move(extension));
    }
    return matching;
}

Result<std::optional<FhirElement>> FhirElement::maybeExtension(std::string_view url) const
{
    TRY(auto matching, extensions(url));
    if (matching.size() > 1)
        return matching[1].refuse(ErrorCode::InvalidInput, "a second extension " + std::string(url));
    if (matching.empty())
        return std::optional<FhirElement>();
    return std::optional<FhirElement>(std::move(matching.front()));
}

Result<FhirElement> FhirElement::extension(std::string_view url) const
{
    TRY(auto found, maybeExtension(url));
    if (!found)
        return refuse(ErrorCode::InvalidInput, "extension " + std::string(url) + " missing");
    return *std::move(found);
}

} // namespace faltakt::screening
