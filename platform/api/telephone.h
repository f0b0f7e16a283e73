#pragma once

#include <string>
#include <string_view>

namespace faltakt::platform {

/// Dials, where the device has something to dial with. Main thread.
class Telephone {
public:
    virtual ~Telephone() = default;
    /// Whether call() leads anywhere on this device. Does not change while the program runs.
    [[nodiscard]] virtual bool canCall() const = 0;
    /// Hands the number, as people write it, to the device's own dialler, which asks before it rings. False where that
    /// could not be started.
    virtual bool call(std::string_view number) = 0;
};

/// "tel:0701740605" for "070-174 06 05" (RFC 3966, without the visual separators); empty where no digit is in it.
[[nodiscard]] std::string telephoneUrl(std::string_view number);

} // namespace faltakt::platform
