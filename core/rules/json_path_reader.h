#pragma once

#include "core/base/instant.h"
#include "core/base/json.h"

#include <initializer_list>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace faltakt::rules {

/// Reads the members of one JSON object and knows where it stands, so that a refusal names the exact place:
/// "contacts[2].number.value: must be text". Borrows the value it was opened on. All failures are InvalidInput.
class PathReader {
public:
    [[nodiscard]] static base::Result<PathReader> open(const base::json::Value &value, std::string path = {});

    [[nodiscard]] bool has(std::string_view name) const noexcept { return m_object->contains(name); }
    /// Refuses members with other names.
    [[nodiscard]] base::Result<void> allowOnly(std::span<const std::string_view> names) const;
    [[nodiscard]] base::Result<void> allowOnly(std::initializer_list<std::string_view> names) const
    {
        return allowOnly(std::span(names.begin(), names.size()));
    }

    /// Not empty, without control characters, no white space at its ends, at most `maxLength` code points.
    [[nodiscard]] base::Result<std::string> text(std::string_view name, std::size_t maxLength) const;
    /// 1 to 40 of a–z, 0–9 and capitals, hyphen inside; begins with a small letter.
    [[nodiscard]] base::Result<std::string> code(std::string_view name) const;
    [[nodiscard]] base::Result<int> integer(std::string_view name, int minimum, int maximum) const;
    [[nodiscard]] base::Result<bool> boolean(std::string_view name) const;
    [[nodiscard]] base::Result<base::Date> date(std::string_view name) const;
    [[nodiscard]] base::Result<PathReader> object(std::string_view name) const;
    [[nodiscard]] base::Result<std::vector<PathReader>> objects(std::string_view name, std::size_t maxCount) const;

    /// A list of texts, each as text() wants it; named "list[2]" in a refusal.
    [[nodiscard]] base::Result<std::vector<std::string>> texts(std::string_view name, std::size_t maxCount,
                                                               std::size_t maxLength) const;

    /// A list of whole numbers, each once.
    [[nodiscard]] base::Result<std::vector<int>> integers(std::string_view name, std::size_t maxCount, int minimum,
                                                          int maximum) const;
    /// One of a closed list of codes.
    [[nodiscard]] base::Result<std::string> oneOf(std::string_view name, std::span<const std::string_view> codes) const;
    /// Some of them, each once and at least one.
    [[nodiscard]] base::Result<std::vector<std::string>> someOf(std::string_view name,
                                                                std::span<const std::string_view> codes) const;

    /// An error at a member of this object.
    [[nodiscard]] tl::unexpected<base::Error> refuse(std::string_view name, std::string_view reason) const;

private:
    PathReader(const base::json::Object &object, std::string path) : m_object(&object), m_path(std::move(path)) {}
    [[nodiscard]] std::string pathOf(std::string_view name) const;
    [[nodiscard]] base::Result<const base::json::Value *> member(std::string_view name) const;
    [[nodiscard]] base::Result<const base::json::Array *> list(std::string_view name, std::size_t maxCount) const;
    [[nodiscard]] base::Result<int> checkedInteger(const base::json::Value &value, std::string_view name, int minimum,
                                                   int maximum) const;
    [[nodiscard]] base::Result<std::string> checkedText(const base::json::Value &value, std::string_view name,
                                                        std::size_t maxLength) const;

    const base::json::Object *m_object;
    std::string m_path;
};

} // namespace faltakt::rules
