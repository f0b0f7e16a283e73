#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace faltakt::screening {

/// One text in several languages; the first is the base language of its questionnaire and always there. A value.
class LocalText {
public:
    LocalText() = default;
    /// Tags are BCP 47 ("sv", "en").
    LocalText(std::string baseLanguage, std::string text);

    void add(std::string language, std::string text);

    /// The text in that language, or in the base language where it was not translated.
    [[nodiscard]] const std::string &in(std::string_view language) const noexcept;
    [[nodiscard]] bool has(std::string_view language) const noexcept;
    /// The tags of all texts, the base language first.
    [[nodiscard]] std::vector<std::string> languages() const;
    [[nodiscard]] bool empty() const noexcept { return m_texts.empty(); }

    bool operator==(const LocalText &) const = default;

private:
    std::vector<std::pair<std::string, std::string>> m_texts;
};

} // namespace faltakt::screening
