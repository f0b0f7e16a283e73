#include "tests/bench/frame_meter.h"

#include <algorithm>
#include <cmath>
#include <ctime>

namespace faltakt::bench {

namespace {

std::chrono::nanoseconds read(clockid_t clock)
{
    timespec time{};
    clock_gettime(clock, &time);
    return std::chrono::seconds(time.tv_sec) + std::chrono::nanoseconds(time.tv_nsec);
}

} // namespace

FrameMeter::FrameMeter(QQuickWindow &window, QObject *parent) : QObject(parent)
{
    connect(&window, &QQuickWindow::frameSwapped, this, &FrameMeter::noteFrame, Qt::DirectConnection);
    restart();
}

void FrameMeter::restart()
{
    m_milliseconds.clear();
    m_last = threadTime();
}

void FrameMeter::noteFrame()
{
    const auto now = threadTime();
    m_milliseconds.push_back(std::chrono::duration<double, std::milli>(now - m_last).count());
    m_last = now;
}

std::chrono::nanoseconds threadTime() { return read(CLOCK_THREAD_CPUTIME_ID); }

std::chrono::nanoseconds processTime() { return read(CLOCK_PROCESS_CPUTIME_ID); }

Span Stopwatch::elapsed() const
{
    using Milliseconds = std::chrono::duration<double, std::milli>;
    return {Milliseconds(std::chrono::steady_clock::now() - m_start).count(),
            Milliseconds(processTime() - m_work).count()};
}

double quantile(std::vector<double> values, double share)
{
    if (values.empty())
        return 0;
    std::ranges::sort(values);
    return values[std::size_t(std::lround(share * double(values.size() - 1)))];
}

} // namespace faltakt::bench
