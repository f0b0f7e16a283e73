#pragma once

#include "platform/api/code_scanner.h"

#include <optional>
#include <utility>

namespace faltakt::platform {

/// A camera without a device: what it sees and when it fails is said by the one who holds it, and told at once. Where it is
/// given something to look at, it sees that from its start.
class FakeCodeScanner final : public CodeScanner {
public:
    explicit FakeCodeScanner(bool mayHaveCamera = true) : m_mayHaveCamera(mayHaveCamera) {}

    [[nodiscard]] bool mayHaveCamera() const override { return m_mayHaveCamera; }
    void start(ScanWatch watch) override
    {
        if (m_watch)
            return;
        ++m_starts;
        m_watch = std::move(watch);
        see(m_view);
    }
    void stop() override { m_watch.reset(); }

    void setMayHaveCamera(bool mayHaveCamera) { m_mayHaveCamera = mayHaveCamera; }
    void setView(GreyPicture view) { m_view = std::move(view); }
    [[nodiscard]] bool isOn() const noexcept { return m_watch.has_value(); }
    [[nodiscard]] int starts() const noexcept { return m_starts; }

    // Nothing is told while it is off, as by a real one.
    void see(const GreyPicture &picture)
    {
        const auto watch = m_watch;
        if (watch && picture.isSound())
            watch->pictureTaken(picture);
    }
    void read(const std::string &text)
    {
        if (const auto watch = m_watch)
            watch->codeRead(text);
    }
    void fail(ScanFault fault)
    {
        if (const auto watch = std::exchange(m_watch, std::nullopt))
            watch->failed(fault);
    }

private:
    bool m_mayHaveCamera;
    int m_starts = 0;
    GreyPicture m_view;
    std::optional<ScanWatch> m_watch;
};

} // namespace faltakt::platform
