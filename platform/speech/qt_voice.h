#pragma once

#include "platform/api/voice.h"

#include <memory>
#include <optional>

class QTextToSpeech;

namespace faltakt::platform {

/// The voices that the system offers through Qt (Speech Dispatcher or Flite on Linux). Asked for when the first question
/// is shown, not at the start: looking for an engine takes a moment. Main thread.
class QtVoice final : public Voice {
public:
    QtVoice();
    ~QtVoice() override;

    [[nodiscard]] bool canSpeak(const std::string &language) override;
    void say(const std::string &text, const std::string &language) override;
    void stop() override;

private:
    /// nullptr where the system has no engine that works.
    [[nodiscard]] QTextToSpeech *engine();

    std::unique_ptr<QTextToSpeech> m_engine;
    bool m_isAsked = false;
};

} // namespace faltakt::platform
