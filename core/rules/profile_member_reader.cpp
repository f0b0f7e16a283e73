#include "core/rules/profile_member_reader.h"

#include <algorithm>

namespace faltakt::rules {

using base::Result;

namespace {

constexpr std::size_t MaxRuleName = 60;

bool isSmall(char character) { return character >= 'a' && character <= 'z'; }
bool isLetter(char character) { return isSmall(character) || (character >= 'A' && character <= 'Z'); }

/// A small letter and letters after it.
bool isRulePart(std::string_view part)
{
    return !part.empty() && isSmall(part.front()) && std::ranges::all_of(part, isLetter);
}

} // namespace

Result<SourceKind> readSourceKind(const PathReader &reader)
{
    static constexpr std::array<std::string_view, 3> Names{"law", "guideline", "default"};
    TRY(const std::string code, reader.oneOf("kind", Names));
    for (const SourceKind kind : {SourceKind::Law, SourceKind::Guideline}) {
        if (code == sourceKindName(kind))
            return kind;
    }
    return SourceKind::Default;
}

Result<void> allowWithStatement(const PathReader &reader, std::initializer_list<std::string_view> names)
{
    std::vector<std::string_view> all(names);
    all.insert(all.end(), {"kind", "source", "confidence"});
    return reader.allowOnly(all);
}

Result<LocalText> readWords(const PathReader &reader, std::string_view name, std::size_t maxLength)
{
    TRY(const PathReader languages, reader.object(name));
    TRY_VOID(languages.allowOnly({"sv", "en"}));
    LocalText text;
    TRY(text.swedish, languages.text("sv", maxLength));
    text.english = text.swedish;
    if (languages.has("en")) {
        TRY(text.english, languages.text("en", maxLength));
    }
    return text;
}

Result<LocalText> readWordsIfThere(const PathReader &reader, std::string_view name, std::size_t maxLength)
{
    if (!reader.has(name))
        return LocalText();
    return readWords(reader, name, maxLength);
}

Result<std::string> readCodeIfThere(const PathReader &reader, std::string_view name)
{
    if (!reader.has(name))
        return std::string();
    return reader.code(name);
}

Result<std::optional<int>> readIntegerIfThere(const PathReader &reader, std::string_view name, int minimum, int maximum)
{
    if (!reader.has(name))
        return std::optional<int>();
    TRY(const int number, reader.integer(name, minimum, maximum));
    return std::optional<int>(number);
}

bool isRuleName(std::string_view text) noexcept
{
    const auto dot = text.find('.');
    return text.size() <= MaxRuleName && dot != std::string_view::npos && isRulePart(text.substr(0, dot))
           && isRulePart(text.substr(dot + 1));
}

} // namespace faltakt::rules
