#pragma once

#include "platform/api/voice.h"

#include <algorithm>
#include <vector>

namespace faltakt::platform {

/// Says nothing and remembers what would have been heard. Knows the languages that it is given.
class FakeVoice final : public Voice {
public:
    explicit FakeVoice(std::vector<std::string> languages = {}) : m_languages(std::move(languages)) {}

    [[nodiscard]] bool canSpeak(const std::string &language) override
    {
        return std::ranges::find(m_languages, language) != m_languages.end();
    }
    void say(const std::string &text, const std::string &language) override
    {
        if (canSpeak(language))
            m_said.push_back(text);
        m_isSpeaking = canSpeak(language);
    }
    void stop() override { m_isSpeaking = false; }

    void learn(const std::string &language) { m_languages.push_back(language); }
    [[nodiscard]] const std::vector<std::string> &said() const noexcept { return m_said; }
    [[nodiscard]] bool isSpeaking() const noexcept { return m_isSpeaking; }

private:
    std::vector<std::string> m_languages;
    std::vector<std::string> m_said;
    bool m_isSpeaking = false;
};

} // namespace faltakt::platform
