#include "sync/server/ops/metrics_listener.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <poll.h>
#include <sys/eventfd.h>
#include <sys/socket.h>
#include <unistd.h>

#include <array>
#include <string_view>

namespace faltakt::server {

using base::ErrorCode;
using base::fail;
using base::Result;

namespace {

constexpr timeval Patience{2, 0};

std::string page(std::string_view status, const std::string &body)
{
    return "HTTP/1.1 " + std::string(status)
           + "\r\nContent-Type: text/plain; version=0.0.4\r\nConnection: close\r\nContent-Length: "
           + std::to_string(body.size()) + "\r\n\r\n" + body;
}

std::string answerTo(std::string_view request, const MetricsListener::Sources &sources)
{
    if (request.starts_with("GET /metrics ") || request.starts_with("GET / "))
        return page("200 OK", sources.figures());
    if (request.starts_with("GET /healthz "))
        return sources.healthy() ? page("200 OK", "ok\n")
                                 : page("503 Service Unavailable", "the store does not answer\n");
    return page("404 Not Found", {});
}

} // namespace

MetricsListener::MetricsListener(int listener, int stopEvent, Sources sources)
    : m_listener(listener), m_stopEvent(stopEvent), m_sources(std::move(sources)), m_thread([this] { run(); })
{
}

Result<std::unique_ptr<MetricsListener>> MetricsListener::listen(const std::string &host, std::uint16_t port,
                                                                 Sources sources)
{
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(port);
    const std::string place = host == "localhost" ? "127.0.0.1" : host;
    if (::inet_pton(AF_INET, place.c_str(), &address.sin_addr) != 1)
        return fail(ErrorCode::InvalidInput, "--metrics takes an IPv4 address and a port");
    const int listener = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    const int on = 1;
    ::setsockopt(listener, SOL_SOCKET, SO_REUSEADDR, &on, sizeof on);
    const int stopEvent = ::eventfd(0, EFD_CLOEXEC);
    if (listener < 0 || stopEvent < 0
        || ::bind(listener, reinterpret_cast<const sockaddr *>(&address), sizeof address) != 0
        || ::listen(listener, 8) != 0) {
        ::close(listener);
        ::close(stopEvent);
        return fail(ErrorCode::Busy, "the address for metrics cannot be taken");
    }
    return std::unique_ptr<MetricsListener>(new MetricsListener(listener, stopEvent, std::move(sources)));
}

MetricsListener::~MetricsListener()
{
    const std::uint64_t one = 1;
    (void)!::write(m_stopEvent, &one, sizeof one);
    m_thread.join();
    ::close(m_listener);
    ::close(m_stopEvent);
}

std::uint16_t MetricsListener::port() const
{
    sockaddr_in address{};
    socklen_t size = sizeof address;
    ::getsockname(m_listener, reinterpret_cast<sockaddr *>(&address), &size);
    return ntohs(address.sin_port);
}

void MetricsListener::run()
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

void MetricsListener::serve(int connection) const
{
    // The first line says it all; a client that sends it in pieces asks again.
    std::array<char, 2048> buffer{};
    const ssize_t received = ::recv(connection, buffer.data(), buffer.size(), 0);
    if (received <= 0)
        return;
    const std::string answer = answerTo({buffer.data(), std::size_t(received)}, m_sources);
    (void)!::send(connection, answer.data(), answer.size(), MSG_NOSIGNAL);
    ::shutdown(connection, SHUT_WR);
}

} // namespace faltakt::server
