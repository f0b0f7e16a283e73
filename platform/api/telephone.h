#pragma once

#include <string>
#include <string_view>

namespace faltakt::platform {

/// Dials and writes text messages, where the device has something for it. Main thread.
class Telephone {
public:
    virtual ~Telephone() = default;
    /// Whether call() leads anywhere on this device. Does not change while the program runs.
    [[nodiscard]] virtual bool canCall() const = 0;
    /// Hands the number, as people write it, to the device's own dialler, which asks before it rings. False where that
    /// could not be started.
    virtual bool call(std::string_view number) = 0;
    /// Whether text() leads anywhere on this device. Does not change while the program runs.
    [[nodiscard]] virtual bool canText() const = 0;
    /// Hands number and message to the device's own app for messages, which shows them before they go. False where that
    /// could not be started.
    virtual bool text(std::string_view number, std::string_view message) = 0;
};

/// "tel:0701740605" for "070-174 06 05" (RFC 3966, without the visual separators); empty where no digit is in it.
[[nodiscard]] std::string telephoneUrl(std::string_view number);

/// "sms:0701740605?body=Hej%2C%20…" (RFC 5724, the message in UTF-8); empty where no digit is in the number.
[[nodiscard]] std::string textMessageUrl(std::string_view number, std::string_view message);

} // namespace faltakt::platform
