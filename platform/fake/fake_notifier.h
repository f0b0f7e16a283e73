#pragma once

#include "platform/api/notifier.h"

#include <optional>
#include <utility>

namespace faltakt::platform {

/// Shows nothing and remembers what would have been seen. Nobody presses but the one who holds it.
class FakeNotifier final : public Notifier {
public:
    [[nodiscard]] Permission permission() const override { return m_permission; }
    void watch(Watch watch) override { m_watch = std::move(watch); }
    void show(const Notification &notification) override
    {
        m_shown = notification;
        m_all.push_back(notification);
    }
    void withdraw() override { m_shown.reset(); }

    void become(Permission permission)
    {
        if (std::exchange(m_permission, permission) != permission && m_watch.permissionChanged)
            m_watch.permissionChanged();
    }
    // As a real one: who is pressed goes.
    void press()
    {
        if (std::exchange(m_shown, std::nullopt) && m_watch.opened)
            m_watch.opened();
    }
    void choose(const std::string &id)
    {
        if (std::exchange(m_shown, std::nullopt) && m_watch.chosen)
            m_watch.chosen(id);
    }
    void putAway()
    {
        if (std::exchange(m_shown, std::nullopt) && m_watch.closed)
            m_watch.closed();
    }
    /// What stands there now.
    [[nodiscard]] const std::optional<Notification> &shown() const noexcept { return m_shown; }
    /// Everything that ever stood there.
    [[nodiscard]] const std::vector<Notification> &all() const noexcept { return m_all; }

private:
    Permission m_permission = Permission::Granted;
    Watch m_watch;
    std::optional<Notification> m_shown;
    std::vector<Notification> m_all;
};

} // namespace faltakt::platform
