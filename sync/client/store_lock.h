#pragma once

#include "core/base/result.h"

#include <chrono>
#include <filesystem>

namespace faltakt::client {

/// Lets one process at a time have a store open, and with it one sync at a time. Ends with the process, also when that
/// is killed. Moves, does not copy.
class StoreLock {
public:
    /// Waits up to `patience` for the other holder; Busy after that, StorageFailed where the folder cannot be written.
    [[nodiscard]] static base::Result<StoreLock> take(const std::filesystem::path &folder,
                                                      std::chrono::milliseconds patience = std::chrono::seconds(5));
    StoreLock(StoreLock &&other) noexcept;
    StoreLock &operator=(StoreLock &&) = delete;
    StoreLock(const StoreLock &) = delete;
    StoreLock &operator=(const StoreLock &) = delete;
    ~StoreLock();

private:
    explicit StoreLock(int descriptor) noexcept : m_descriptor(descriptor) {}
    int m_descriptor;
};

} // namespace faltakt::client
