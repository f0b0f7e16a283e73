#pragma once

#include "core/base/clock.h"
#include "platform/api/code_scanner.h"

#include <QThreadPool>

#include <memory>

namespace faltakt::platform {

/// A scanner on Qt Multimedia, for every system that it knows. Loads nothing of a camera before start().
///
/// On Android and iOS the system has to be asked for the camera first, which Qt can from 6.5 on (QCameraPermission): until
/// that is written and tried on a device, scanning there fails where nobody allowed it by hand. On Linux the rights of the
/// device's file decide.
class QtCodeScanner final : public CodeScanner {
public:
    /// `access` is a cheap question, which each system answers in its own way. The clock outlives it. Made before the
    /// program has further threads: on Linux it sets a variable of the environment.
    QtCodeScanner(std::function<CameraAccess()> access, const base::MonotonicClock &clock);
    /// Waits for a frame that is being read, some milliseconds.
    ~QtCodeScanner() override;

    [[nodiscard]] bool mayHaveCamera() const override { return m_access() != CameraAccess::None; }
    void start(ScanWatch watch) override;
    void stop() override;

private:
    class Session;
    struct Later {
        void operator()(Session *session) const; ///< Not from within what the session itself is telling.
    };

    std::function<CameraAccess()> m_access;
    const base::MonotonicClock &m_clock;
    QThreadPool m_pool; ///< One thread, which ends by itself when nothing is read.
    std::unique_ptr<Session, Later> m_session;
};

} // namespace faltakt::platform
