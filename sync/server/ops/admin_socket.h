#pragma once

#include "core/base/result.h"

#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <string>
#include <thread>

namespace faltakt::server {

/// The way by which admin commands reach the process that has the data folder: a Unix socket that only its owner may open.
/// One message each way, each a length of four bytes (big-endian) and that many bytes. Commands take turns, on a thread
/// of its own.
class AdminSocket {
public:
    using Handler = std::function<std::string(const std::string &request)>;
    static constexpr std::size_t MaxBytes = 64 * 1024 * 1024;

    /// Replaces a socket file left behind. InvalidInput where the path is too long for a socket.
    [[nodiscard]] static base::Result<std::unique_ptr<AdminSocket>> listen(const std::filesystem::path &path,
                                                                           Handler handler);
    /// Waits for the command under way.
    ~AdminSocket();
    AdminSocket(const AdminSocket &) = delete;
    AdminSocket &operator=(const AdminSocket &) = delete;

    /// Unreachable where nobody listens.
    [[nodiscard]] static base::Result<std::string> ask(const std::filesystem::path &path, const std::string &request);
    /// The id of the process that listens; Unreachable where nobody does.
    [[nodiscard]] static base::Result<std::int64_t> servingProcess(const std::filesystem::path &path);

private:
    AdminSocket(std::filesystem::path path, Handler handler, int listener, int stopEvent);
    void run();
    void serve(int connection) const;

    std::filesystem::path m_path;
    Handler m_handler;
    int m_listener;
    int m_stopEvent;
    std::thread m_thread;
};

} // namespace faltakt::server
