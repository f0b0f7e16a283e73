#pragma once

#include <string>

namespace faltakt::test {

/// A SQLite VFS over the system's that fails from the n-th write-like call on (write, sync, truncate), as a full or
/// dying disk does. One at a time; registered while it lives.
class FaultVfs {
public:
    FaultVfs();
    ~FaultVfs();
    FaultVfs(const FaultVfs &) = delete;
    FaultVfs &operator=(const FaultVfs &) = delete;

    [[nodiscard]] std::string name() const;
    /// Calls until the first failure; negative: never.
    void failAfter(int calls);
    /// With `full` the disk says that it is full, otherwise that it failed.
    void setFull(bool full);
    /// Whether a failure has been given out since failAfter.
    [[nodiscard]] bool failed() const;
};

} // namespace faltakt::test
