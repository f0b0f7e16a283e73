#pragma once

#include "core/base/clock.h"
#include "core/base/result.h"
#include "sync/server/http/http_message.h"

#include <boost/asio/awaitable.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ssl/context.hpp>

#include <chrono>
#include <cstdint>
#include <memory>
#include <string>

namespace faltakt::server {

/// A server as a client of ours sees it: where it is, and the one root that it is known by. Shared by connections; outlives
/// them.
class HttpsPeer {
public:
    /// InvalidInput where the root (PEM) cannot be used.
    [[nodiscard]] static base::Result<std::unique_ptr<HttpsPeer>> make(std::string host, std::uint16_t port,
                                                                       const std::string &rootPem);
    [[nodiscard]] const std::string &host() const { return m_host; }
    [[nodiscard]] std::uint16_t port() const { return m_port; }
    [[nodiscard]] boost::asio::ssl::context &tls() { return m_tls; }

private:
    HttpsPeer(std::string host, std::uint16_t port);

    std::string m_host;
    std::uint16_t m_port;
    boost::asio::ssl::context m_tls;
};

struct HttpsAnswer {
    HttpResponse response;
    std::chrono::nanoseconds took{0}; ///< From the first byte sent to the last one read, the connecting apart.
};

/// One client connection over TLS 1.3 that is kept open between requests: what the load tool's devices speak through. All
/// its calls are made on the thread of its context, one `ask` at a time.
class HttpsConnection {
public:
    HttpsConnection(boost::asio::io_context &io, HttpsPeer &peer, const base::MonotonicClock &clock);
    ~HttpsConnection();
    HttpsConnection(const HttpsConnection &) = delete;
    HttpsConnection &operator=(const HttpsConnection &) = delete;

    [[nodiscard]] bool connected() const { return m_stream != nullptr; }
    /// Unreachable where nobody answers, Refused where it is not the peer that it should be.
    [[nodiscard]] boost::asio::awaitable<base::Result<void>> connect();
    /// Connects where it is not. A request on a connection that the server has closed meanwhile goes out once more.
    [[nodiscard]] boost::asio::awaitable<base::Result<HttpsAnswer>> ask(HttpRequest request,
                                                                        std::chrono::milliseconds patience);
    /// Whatever is under way, and whatever is asked from now on, ends with Unreachable.
    void abort();

private:
    struct Stream;
    /// Empty where the connection broke before an answer was there; `timedOut` where that was for want of patience.
    [[nodiscard]] boost::asio::awaitable<std::unique_ptr<HttpsAnswer>> exchange(const HttpRequest &request,
                                                                                std::chrono::milliseconds patience,
                                                                                bool &timedOut);

    boost::asio::io_context *m_io;
    HttpsPeer *m_peer;
    const base::MonotonicClock *m_clock;
    std::shared_ptr<Stream> m_stream;
    bool m_aborted = false;
};

} // namespace faltakt::server
