#pragma once

#include "core/base/json.h"
#include "core/screening/local_text.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace faltakt::screening {

/// Longest text that a questionnaire may hold in one element, in bytes.
inline constexpr std::size_t MaxTextBytes = 4096;
/// Longest code, identifier or link id, in bytes.
inline constexpr std::size_t MaxCodeBytes = 64;

/// A JSON object of a FHIR resource together with its place in the resource, so that each refusal names the place:
/// "item[2].answerOption[0].valueCoding.code: missing". Borrows the JSON value; used only while reading.
class FhirElement {
public:
    /// The root of a resource; InvalidInput where it is no object.
    [[nodiscard]] static base::Result<FhirElement> root(const base::json::Value &value);

    [[nodiscard]] const std::string &path() const noexcept { return m_path; }
    [[nodiscard]] bool has(std::string_view name) const noexcept { return m_value->find(name) != nullptr; }

    /// A refusal at this element, or at one of its members.
    [[nodiscard]] tl::unexpected<base::Error> refuse(base::ErrorCode code, std::string_view reason) const;
    [[nodiscard]] tl::unexpected<base::Error> refuse(base::ErrorCode code, std::string_view member,
                                                     std::string_view reason) const;

    /// Member objects.
    [[nodiscard]] base::Result<FhirElement> child(std::string_view name) const;
    [[nodiscard]] base::Result<std::optional<FhirElement>> maybeChild(std::string_view name) const;
    /// Elements of an array of objects; none where the member is missing. TooLarge beyond the count.
    [[nodiscard]] base::Result<std::vector<FhirElement>> list(std::string_view name, std::size_t maxCount) const;

    /// Strings that are not blank. TooLarge beyond the size in bytes.
    [[nodiscard]] base::Result<std::string> string(std::string_view name, std::size_t maxBytes = MaxTextBytes) const;
    [[nodiscard]] base::Result<std::optional<std::string>> maybeString(std::string_view name,
                                                                       std::size_t maxBytes = MaxTextBytes) const;
    /// A string of letters, digits, '-', '.', '_' and ':' of at most MaxCodeBytes.
    [[nodiscard]] base::Result<std::string> code(std::string_view name) const;
    [[nodiscard]] base::Result<bool> boolean(std::string_view name) const;
    [[nodiscard]] base::Result<double> number(std::string_view name) const;
    /// A whole number within ±1,000,000,000; 2.0 counts as whole.
    [[nodiscard]] base::Result<int> integer(std::string_view name) const;

    /// A string with its translations: the FHIR translation extension on the sibling "_name".
    [[nodiscard]] base::Result<LocalText> localText(std::string_view name, const std::string &baseLanguage) const;

    /// The extensions with that address.
    [[nodiscard]] base::Result<std::vector<FhirElement>> extensions(std::string_view url) const;
    /// The one extension with that address; refused where there are none, or several.
    [[nodiscard]] base::Result<FhirElement> extension(std::string_view url) const;
    [[nodiscard]] base::Result<std::optional<FhirElement>> maybeExtension(std::string_view url) const;

private:
    FhirElement(const base::json::Value &value, std::string path) : m_value(&value), m_path(std::move(path)) {}
    [[nodiscard]] std::string memberPath(std::string_view name) const;

    const base::json::Value *m_value;
    std::string m_path;
};

} // namespace faltakt::screening
