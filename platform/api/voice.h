#pragma once

#include <string>

namespace faltakt::platform {

/// Reads texts aloud, where the device has a voice for their language. What is said is not kept. Main thread.
class Voice {
public:
    virtual ~Voice() = default;
    /// Whether say() is heard in this language (BCP 47): asked before a button for it is shown.
    [[nodiscard]] virtual bool canSpeak(const std::string &language) = 0;
    /// Says the text in the stead of what is being said. Does nothing where canSpeak() is false.
    virtual void say(const std::string &text, const std::string &language) = 0;
    /// Silent at once.
    virtual void stop() = 0;
};

} // namespace faltakt::platform
