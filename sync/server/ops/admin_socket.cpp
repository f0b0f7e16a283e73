#include "sync/server/ops/admin_socket.h"

#include <poll.h>
#include <sys/eventfd.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstring>
#include <optional>

namespace faltakt::server {

using base::ErrorCode;
using base::fail;
using base::Result;

namespace {

constexpr timeval Patience{60, 0};

Result<sockaddr_un> addressOf(const std::filesystem::path &path)
{
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    const std::string text = path.string();
    if (text.size() >= sizeof address.sun_path)
        return fail(ErrorCode::InvalidInput, "the path of the data folder is too long for the admin socket");
    std::memcpy(address.sun_path, text.c_str(), text.size() + 1);
    return address;
}

bool sendAll(int descriptor, const char *bytes, std::size_t size)
{
    while (size > 0) {
        const ssize_t sent = ::send(descriptor, bytes, size, MSG_NOSIGNAL);
        if (sent < 0 && errno == EINTR)
            continue;
        if (sent <= 0)
            return false;
        bytes += sent;
        size -= std::size_t(sent);
    }
    return true;
}

bool receiveAll(int descriptor, char *bytes, std::size_t size)
{
    while (size > 0) {
        const ssize_t received = ::recv(descriptor, bytes, size, 0);
        if (received < 0 && errno == EINTR)
            continue;
        if (received <= 0)
            return false;
        bytes += received;
        size -= std::size_t(received);
    }
    return true;
}

bool sendMessage(int descriptor, const std::string &message)
{
    const auto size = std::uint32_t(message.size());
    const std::array<char, 4> head{char(size >> 24), char(size >> 16), char(size >> 8), char(size)};
    return message.size() <= AdminSocket::MaxBytes && sendAll(descriptor, head.data(), head.size())
           && sendAll(descriptor, message.data(), message.size());
}

std::optional<std::string> receiveMessage(int descriptor)
{
    std::array<unsigned char, 4> head{};
    if (!receiveAll(descriptor, reinterpret_cast<char *>(head.data()), head.size()))
        return std::nullopt;
    const std::size_t size =
        std::size_t(head[0]) << 24 | std::size_t(head[1]) << 16 | std::size_t(head[2]) << 8 | head[3];
    if (size > AdminSocket::MaxBytes)
        return std::nullopt;
    std::string message(size, '\0');
    if (!receiveAll(descriptor, message.data(), size))
        return std::nullopt;
    return message;
}

/// A descriptor, to be closed by the caller.
Result<int> connectTo(const std::filesystem::path &path)
{
    TRY(const sockaddr_un address, addressOf(path));
    const int connection = ::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
    if (connection < 0 || ::connect(connection, reinterpret_cast<const sockaddr *>(&address), sizeof address) != 0) {
        ::close(connection);
        return fail(ErrorCode::Unreachable, "nobody answers at the admin socket");
    }
    return connection;
}

} // namespace

AdminSocket::AdminSocket(std::filesystem::path path, Handler handler, int listener, int stopEvent)
    : m_path(std::move(path)), m_handler(std::move(handler)), m_listener(listener), m_stopEvent(stopEvent)
{
    m_thread = std::thread([this] { run(); });
}

Result<std::unique_ptr<AdminSocket>> AdminSocket::listen(const std::filesystem::path &path, Handler handler)
{
    TRY(const sockaddr_un address, addressOf(path));
    const int listener = ::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
    ::unlink(path.c_str());
    // The mask holds from the first moment on; a later chmod would leave a gap.
    const mode_t before = ::umask(S_IRWXG | S_IRWXO | S_IXUSR);
    const bool bound =
        listener >= 0 && ::bind(listener, reinterpret_cast<const sockaddr *>(&address), sizeof address) == 0;
    ::umask(before);
    const int stopEvent = ::eventfd(0, EFD_CLOEXEC);
    if (!bound || stopEvent < 0 || ::listen(listener, 8) != 0) {
        ::close(listener);
        ::close(stopEvent);
        return fail(ErrorCode::StorageFailed, "the admin socket cannot be made");
    }
    return std::unique_ptr<AdminSocket>(new AdminSocket(path, std::move(handler), listener, stopEvent));
}

AdminSocket::~AdminSocket()
{
    const std::uint64_t one = 1;
    (void)!::write(m_stopEvent, &one, sizeof one);
    m_thread.join();
    ::close(m_listener);
    ::close(m_stopEvent);
    ::unlink(m_path.c_str());
}

void AdminSocket::run()
{
    while (true) {
        std::array<pollfd, 2> waiting{{{m_listener, POLLIN, 0}, {m_stopEvent, POLLIN, 0}}};
        if (::poll(waiting.data(), waiting.size(), -1) < 0)
            continue;
        if (waiting[1].revents != 0)
            return;
        const int connection = ::accept4(m_listener, nullptr, nullptr, SOCK_CLOEXEC);
        if (connection < 0)
            continue;
        ::setsockopt(connection, SOL_SOCKET, SO_RCVTIMEO, &Patience, sizeof Patience);
        ::setsockopt(connection, SOL_SOCKET, SO_SNDTIMEO, &Patience, sizeof Patience);
        serve(connection);
        ::close(connection);
    }
}

void AdminSocket::serve(int connection) const
{
    if (const auto request = receiveMessage(connection))
        (void)sendMessage(connection, m_handler(*request));
}

Result<std::int64_t> AdminSocket::servingProcess(const std::filesystem::path &path)
{
    TRY(const int connection, connectTo(path));
    ucred peer{};
    socklen_t size = sizeof peer;
    const bool known = ::getsockopt(connection, SOL_SOCKET, SO_PEERCRED, &peer, &size) == 0;
    ::close(connection);
    if (!known)
        return fail(ErrorCode::Unreachable, "the system does not say who serves");
    return std::int64_t(peer.pid);
}

Result<std::string> AdminSocket::ask(const std::filesystem::path &path, const std::string &request)
{
    TRY(const int connection, connectTo(path));
    std::optional<std::string> answer;
    if (sendMessage(connection, request))
        answer = receiveMessage(connection);
    ::close(connection);
    if (!answer)
        return fail(ErrorCode::Unreachable,
                    "the serving process did not answer; look at what was done before trying again");
    return std::move(*answer);
}

} // namespace faltakt::server
