#pragma once

#include "core/base/result.h"

#include <QCoreApplication>
#include <QTimer>

#include <functional>
#include <optional>

namespace faltakt::cli {

/// Runs the program's one event loop until the work that `start` begins has called back, and gives its result. The only
/// loop of the program, entered by a command at most once at a time, never from within a callback.
template <typename T>
[[nodiscard]] base::Result<T> runToEnd(const std::function<void(std::function<void(base::Result<T>)>)> &start)
{
    std::optional<base::Result<T>> result;
    QTimer::singleShot(0, QCoreApplication::instance(), [&] {
        start([&result](base::Result<T> answer) {
            result = std::move(answer);
            QCoreApplication::quit();
        });
    });
    QCoreApplication::exec();
    if (!result)
        return base::fail(base::ErrorCode::Internal, "the event loop ended without a result");
    return std::move(*result);
}

} // namespace faltakt::cli
