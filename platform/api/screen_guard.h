#pragma once

namespace faltakt::platform {

/// How far the system keeps what is on the screen from pictures, recordings and the list of running programs.
enum class ScreenProtection {
    None,   ///< Any program of the user can read it.
    Hidden, ///< The window is left out of pictures and shown empty among running programs.
};

/// Asks the system to keep the window's content to the window. Main thread.
class ScreenGuard {
public:
    virtual ~ScreenGuard() = default;
    [[nodiscard]] virtual ScreenProtection protection() const = 0;
};

} // namespace faltakt::platform
