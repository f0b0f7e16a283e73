#pragma once

#include "core/base/clock.h"
#include "platform/api/code_scanner.h"

#include <QObject>
#include <QThreadPool>

#include <memory>
#include <string>

class QVideoSink;

namespace faltakt::platform {

/// Turns a camera's frames into pictures to look at and codes, beside the main thread: one frame at a time, the newest,
/// and no frame waits behind another. Lives on the main thread and tells there; once it is gone it tells nothing.
class FrameReader final : public QObject {
    Q_OBJECT
public:
    /// Between two looks for a code, and between two pictures to look at.
    static constexpr std::chrono::milliseconds BetweenCodes{200};
    static constexpr std::chrono::milliseconds BetweenPictures{30};
    /// The longest edge of a picture to look at.
    static constexpr int LongestEdge = 640;

    /// Reads what comes to the sink. Pool and clock outlive it; the pool's threads may be busy a moment longer.
    FrameReader(QVideoSink &sink, QThreadPool &pool, const base::MonotonicClock &clock);
    ~FrameReader() override;
    /// From here on nothing is told and no frame is taken.
    void close();

Q_SIGNALS:
    void pictureTaken(const faltakt::platform::GreyPicture &picture);
    void codeRead(const std::string &text);

private:
    class Desk;

    bool m_isClosed = false;
    std::shared_ptr<Desk> m_desk; ///< Shared with the thread that reads, which may still hold it afterwards.
};

} // namespace faltakt::platform
