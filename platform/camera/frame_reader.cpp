#include "platform/camera/frame_reader.h"

#include "platform/camera/code_reader.h"
#include "platform/camera/video_frame_picture.h"

#include <QMutex>
#include <QVideoFrame>
#include <QVideoSink>

#include <atomic>
#include <utility>

namespace faltakt::platform {

/// Where the camera's thread lays the newest frame, and the reading thread takes it.
class FrameReader::Desk final : public std::enable_shared_from_this<Desk> {
public:
    Desk(FrameReader &reader, QThreadPool &pool, const base::MonotonicClock &clock)
        : m_reader(&reader), m_pool(pool), m_clock(clock)
    {
    }

    /// From any thread.
    void lay(const QVideoFrame &frame)
    {
        const QMutexLocker lock(&m_mutex);
        if (!m_reader)
            return;
        m_newest = frame;
        if (std::exchange(m_isReading, true))
            return;
        m_pool.start([desk = shared_from_this()] { desk->readAll(); });
    }

    void close()
    {
        const QMutexLocker lock(&m_mutex);
        m_reader = nullptr;
        m_newest = {};
    }

private:
    void readAll()
    {
        for (auto frame = take(); frame.isValid(); frame = take())
            read(frame);
    }

    QVideoFrame take()
    {
        const QMutexLocker lock(&m_mutex);
        m_isReading = m_newest.isValid();
        return std::exchange(m_newest, {});
    }

    void read(const QVideoFrame &frame)
    {
        const auto now = m_clock.elapsed();
        const bool isForEyes = now >= m_nextPicture && !m_isPictureUnderWay;
        const bool isForCode = now >= m_nextCode;
        if (!isForEyes && !isForCode)
            return;
        const auto picture = greyPictureOf(frame);
        if (!picture)
            return;
        if (isForEyes) {
            m_nextPicture = now + BetweenPictures;
            show(reduced(*picture, LongestEdge));
        }
        if (isForCode) {
            m_nextCode = now + BetweenCodes;
            if (auto text = readCode(*picture))
                tell([text = std::move(*text)](FrameReader &reader) { Q_EMIT reader.codeRead(text); });
        }
    }

    /// A main thread that is busy gets the next picture when it has taken this one.
    void show(GreyPicture picture)
    {
        m_isPictureUnderWay = true;
        tell([desk = shared_from_this(), picture = std::move(picture)](FrameReader &reader) {
            desk->m_isPictureUnderWay = false;
            Q_EMIT reader.pictureTaken(picture);
        });
    }

    /// On the main thread, as long as the reader is there.
    template <typename Fact>
    void tell(Fact fact)
    {
        const QMutexLocker lock(&m_mutex);
        if (FrameReader *reader = m_reader)
            QMetaObject::invokeMethod(
                reader,
                [reader, fact = std::move(fact)] {
                    if (!reader->m_isClosed)
                        fact(*reader);
                },
                Qt::QueuedConnection);
    }

    QMutex m_mutex;
    FrameReader *m_reader;    ///< Guarded; nullptr once closed.
    QVideoFrame m_newest;     ///< Guarded.
    bool m_isReading = false; ///< Guarded: a thread has been asked to read, and will look for the newest frame again.
    QThreadPool &m_pool;
    const base::MonotonicClock &m_clock;
    std::atomic<bool> m_isPictureUnderWay = false;
    std::chrono::nanoseconds m_nextPicture{0}; ///< Of the reading thread.
    std::chrono::nanoseconds m_nextCode{0};    ///< Of the reading thread.
};

FrameReader::FrameReader(QVideoSink &sink, QThreadPool &pool, const base::MonotonicClock &clock)
    : m_desk(std::make_shared<Desk>(*this, pool, clock))
{
    // Some cameras give their frames on a thread of their own.
    connect(
        &sink, &QVideoSink::videoFrameChanged, this, [desk = m_desk](const QVideoFrame &frame) { desk->lay(frame); },
        Qt::DirectConnection);
}

FrameReader::~FrameReader() { close(); }

void FrameReader::close()
{
    m_isClosed = true;
    m_desk->close();
}

} // namespace faltakt::platform
