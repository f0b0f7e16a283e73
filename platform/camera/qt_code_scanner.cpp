#include "platform/camera/qt_code_scanner.h"

#include "platform/camera/frame_reader.h"
#include "platform/camera/video_frame_picture.h"

#include <QCamera>
#include <QCameraDevice>
#include <QMediaCaptureSession>
#include <QMediaDevices>
#include <QTimer>
#include <QVideoSink>

#include <algorithm>

namespace faltakt::platform {

namespace {

/// A code is read from less; more only costs time.
constexpr int WantedPixels = 1280 * 720;
/// A camera needs a second or two to wake up; one that gives nothing for longer gives nothing.
constexpr std::chrono::seconds LongestSilence{6};

/// Phones have one on each side: the one that looks away from its owner.
QCameraDevice bestDevice()
{
    const QList<QCameraDevice> all = QMediaDevices::videoInputs();
    const auto back = std::ranges::find(all, QCameraDevice::BackFace, &QCameraDevice::position);
    return back != all.end() ? *back : QMediaDevices::defaultVideoInput();
}

/// How far a format is from what reading wants; a compressed one counts as twice as far, since each picture of it is unpacked.
double distanceOf(const QCameraFormat &format)
{
    const QSize size = format.resolution();
    const double pixels = std::max(1.0, double(size.width()) * size.height());
    const double times = pixels > WantedPixels ? pixels / WantedPixels : WantedPixels / pixels;
    return format.pixelFormat() == QVideoFrameFormat::Format_Jpeg ? 2 * times : times;
}

/// Qt 6.4 takes GStreamer on Linux, whose cameras are in packages of their own; FFmpeg, Qt's choice from 6.5 on, is complete.
void chooseBackEnd()
{
#if defined(Q_OS_LINUX) && !defined(Q_OS_ANDROID) && QT_VERSION < QT_VERSION_CHECK(6, 5, 0)
    if (!qEnvironmentVariableIsSet("QT_MEDIA_BACKEND"))
        qputenv("QT_MEDIA_BACKEND", "ffmpeg");
#endif
}

QCameraFormat bestFormat(const QCameraDevice &device)
{
    QList<QCameraFormat> formats = device.videoFormats();
    formats.removeIf([](const QCameraFormat &format) { return !isReadable(format.pixelFormat()); });
    const auto best = std::ranges::min_element(formats, {}, distanceOf);
    return best == formats.end() ? QCameraFormat() : *best;
}

} // namespace

/// The camera from start to stop.
class QtCodeScanner::Session final : public QObject {
public:
    Session(ScanWatch watch, CameraAccess access, QThreadPool &pool, const base::MonotonicClock &clock)
        : m_watch(std::move(watch)), m_access(access), m_pool(pool), m_clock(clock)
    {
        m_silence.setSingleShot(true);
        m_silence.setInterval(LongestSilence);
        connect(&m_silence, &QTimer::timeout, this, &Session::fail);
        // Later, so that the page stands before the camera's libraries are loaded, and no fault is told from within start().
        QMetaObject::invokeMethod(this, &Session::open, Qt::QueuedConnection);
    }

    /// Nothing is told from here on.
    void close()
    {
        m_isOver = true;
        m_silence.stop();
        if (m_reader)
            m_reader->close();
        if (m_camera)
            m_camera->stop();
    }
    [[nodiscard]] bool isOver() const noexcept { return m_isOver; }

private:
    void open()
    {
        if (m_isOver)
            return;
        if (m_access == CameraAccess::Forbidden)
            return tell(ScanFault::NotAllowed);
        const QCameraDevice device = bestDevice();
        if (device.isNull())
            return tell(ScanFault::NoCamera);
        watchFor(device);
        m_sink = std::make_unique<QVideoSink>();
        m_reader = std::make_unique<FrameReader>(*m_sink, m_pool, m_clock);
        connect(m_reader.get(), &FrameReader::pictureTaken, this, &Session::showPicture);
        connect(m_reader.get(), &FrameReader::codeRead, this, &Session::tellCode);
        m_capture = std::make_unique<QMediaCaptureSession>();
        m_camera = std::make_unique<QCamera>(device);
        m_camera->setCameraFormat(bestFormat(device));
        // Queued: the camera is in the middle of its own work when it tells.
        connect(m_camera.get(), &QCamera::errorOccurred, this, &Session::fail, Qt::QueuedConnection);
        m_capture->setCamera(m_camera.get());
        m_capture->setVideoSink(m_sink.get());
        m_silence.start();
        m_camera->start();
    }

    void watchFor(const QCameraDevice &device)
    {
        m_devices = std::make_unique<QMediaDevices>();
        connect(
            m_devices.get(), &QMediaDevices::videoInputsChanged, this,
            [this, device] {
                if (!QMediaDevices::videoInputs().contains(device))
                    fail();
            },
            Qt::QueuedConnection);
    }

    void showPicture(const GreyPicture &picture)
    {
        if (m_isOver)
            return;
        m_hasSeen = true;
        m_silence.start();
        m_watch.pictureTaken(picture);
    }

    void tellCode(const std::string &text)
    {
        if (!m_isOver)
            m_watch.codeRead(text);
    }

    void fail() { tell(m_hasSeen ? ScanFault::Lost : ScanFault::NotStarted); }

    void tell(ScanFault fault)
    {
        if (m_isOver)
            return;
        close();
        m_watch.failed(fault);
    }

    const ScanWatch m_watch;
    const CameraAccess m_access;
    QThreadPool &m_pool;
    const base::MonotonicClock &m_clock;
    bool m_isOver = false;
    bool m_hasSeen = false;
    QTimer m_silence;
    std::unique_ptr<QMediaDevices> m_devices;
    std::unique_ptr<QVideoSink> m_sink;
    std::unique_ptr<FrameReader> m_reader;
    std::unique_ptr<QMediaCaptureSession> m_capture;
    std::unique_ptr<QCamera> m_camera;
};

void QtCodeScanner::Later::operator()(Session *session) const
{
    session->close();
    session->deleteLater();
}

QtCodeScanner::QtCodeScanner(std::function<CameraAccess()> access, const base::MonotonicClock &clock)
    : m_access(std::move(access)), m_clock(clock)
{
    chooseBackEnd();
    m_pool.setMaxThreadCount(1);
    constexpr int IdleMs = 1000;
    m_pool.setExpiryTimeout(IdleMs);
}

QtCodeScanner::~QtCodeScanner()
{
    // At once: later there may be no event loop.
    delete m_session.release();
}

void QtCodeScanner::start(ScanWatch watch)
{
    if (!m_session || m_session->isOver())
        m_session.reset(new Session(std::move(watch), m_access(), m_pool, m_clock));
}

void QtCodeScanner::stop() { m_session.reset(); }

} // namespace faltakt::platform
