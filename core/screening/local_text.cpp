#include "core/screening/local_text.h"

namespace faltakt::screening {

LocalText::LocalText(std::string baseLanguage, std::string text)
{
    m_texts.emplace_back(std::move(baseLanguage), std::move(text));
}

void LocalText::add(std::string language, std::string text)
{
    m_texts.emplace_back(std::move(language), std::move(text));
}

const std::string &LocalText::in(std::string_view language) const noexcept
{
    static const std::string Nothing;
    for (const auto &[tag, text] : m_texts)
        if (tag == language)
            return text;
    return m_texts.empty() ? Nothing : m_texts.front().second;
}

bool LocalText::has(std::string_view language) const noexcept
{
    for (const auto &entry : m_texts)
        if (entry.first == language)
            return true;
    return false;
}

std::vector<std::string> LocalText::languages() const
{
    std::vector<std::string> tags;
    for (const auto &entry : m_texts)
        tags.push_back(entry.first);
    return tags;
}

} // namespace faltakt::screening
