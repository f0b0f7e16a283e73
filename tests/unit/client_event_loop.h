#pragma once

#include "core/base/result.h"

#include <QCoreApplication>
#include <QEventLoop>
#include <QTimer>

#include <functional>
#include <optional>

namespace faltakt::test {

/// The application object of a test program; made with the first use where there is none.
inline QCoreApplication &application()
{
    if (QCoreApplication *present = QCoreApplication::instance())
        return *present;
    static int count = 1;
    static char name[] = "test";
    static char *names[] = {name, nullptr};
    static QCoreApplication instance(count, names);
    return instance;
}

/// Starts work that calls back once, and runs an event loop until it has. Unreachable where it never does.
template <typename T>
base::Result<T> await(const std::function<void(std::function<void(base::Result<T>)>)> &start)
{
    application();
    QEventLoop loop;
    std::optional<base::Result<T>> result;
    QTimer::singleShot(20000, &loop, &QEventLoop::quit);
    start([&](base::Result<T> answer) {
        result = std::move(answer);
        loop.quit();
    });
    if (!result)
        loop.exec();
    return result ? std::move(*result) : base::Result<T>(base::fail(base::ErrorCode::Internal, "never called back"));
}

/// Turns the event loop until it is so; false where it does not come.
inline bool comesTrue(const std::function<bool()> &condition, int patienceMs = 10'000)
{
    application();
    QEventLoop loop;
    QTimer look;
    QObject::connect(&look, &QTimer::timeout, &loop, [&] {
        if (condition())
            loop.quit();
    });
    QTimer::singleShot(patienceMs, &loop, &QEventLoop::quit);
    look.start(1);
    if (!condition())
        loop.exec();
    return condition();
}

} // namespace faltakt::test
