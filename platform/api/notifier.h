#pragma once

#include <functional>
#include <string>
#include <vector>

namespace faltakt::platform {

/// What stands outside the app for anybody who passes by to read: no word of a person, whoever writes it.
struct Notification {
    /// A button on it.
    struct Choice {
        std::string id;
        std::string label;
        bool operator==(const Choice &) const = default;
    };
    std::string title;
    std::string text;
    std::vector<Choice> choices;
    bool operator==(const Notification &) const = default;
};

/// Shows one notification of the system at a time, where the system has somebody to show it. Main thread.
class Notifier {
public:
    /// Whether show() is seen.
    enum class Permission {
        Unknown, ///< Nobody has answered yet.
        Granted,
        Denied,  ///< The system has notifications, and they are off for this app.
        Missing, ///< Nobody shows notifications here.
    };
    /// What is told of, from the event loop.
    struct Watch {
        std::function<void()> opened;                      ///< The notification itself was pressed.
        std::function<void(const std::string &id)> chosen; ///< One of its buttons.
        std::function<void()> closed;                      ///< It went by itself, or somebody has put it away.
        std::function<void()> permissionChanged;
    };

    virtual ~Notifier() = default;
    [[nodiscard]] virtual Permission permission() const = 0;
    /// From now on; one watcher at a time, an empty one ends it. Begins to ask whether somebody shows notifications.
    virtual void watch(Watch watch) = 0;
    /// In the stead of the one that is shown.
    virtual void show(const Notification &notification) = 0;
    /// Takes away what is shown; nothing where nothing is.
    virtual void withdraw() = 0;
};

} // namespace faltakt::platform
