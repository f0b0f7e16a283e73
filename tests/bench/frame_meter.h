#pragma once

#include <QQuickWindow>

#include <chrono>
#include <vector>

namespace faltakt::bench {

/// The work that each picture costs the main thread, which draws here as well: from the end of the one picture to the
/// end of the next, whatever was done in between (events, delegates, layout, drawing). Processor time and not wall time,
/// so that other programs on the machine change nothing; waiting for the display is not work. Main thread.
class FrameMeter final : public QObject {
    Q_OBJECT
public:
    explicit FrameMeter(QQuickWindow &window, QObject *parent = nullptr);

    /// Counts from here on, and forgets what was counted.
    void restart();
    [[nodiscard]] const std::vector<double> &milliseconds() const noexcept { return m_milliseconds; }
    [[nodiscard]] std::size_t frames() const noexcept { return m_milliseconds.size(); }

private:
    void noteFrame();

    std::chrono::nanoseconds m_last{};
    std::vector<double> m_milliseconds;
};

/// Processor time of the calling thread, and of the whole process.
[[nodiscard]] std::chrono::nanoseconds threadTime();
[[nodiscard]] std::chrono::nanoseconds processTime();

/// How long something took by the clock on the wall, and how much processor time it cost this process.
struct Span {
    double wall = 0; ///< Milliseconds.
    double work = 0; ///< Milliseconds.
};

/// Measures from where it is made.
class Stopwatch {
public:
    [[nodiscard]] Span elapsed() const;

private:
    std::chrono::steady_clock::time_point m_start = std::chrono::steady_clock::now();
    std::chrono::nanoseconds m_work = processTime();
};

/// The value below which that share of them lies; 0 where there are none.
[[nodiscard]] double quantile(std::vector<double> values, double share);

} // namespace faltakt::bench
