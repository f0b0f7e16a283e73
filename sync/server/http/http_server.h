#pragma once

#include "core/base/clock.h"
#include "core/base/result.h"
#include "core/crypto/secret_bytes.h"
#include "sync/server/http/http_message.h"
#include "sync/server/http/rate_limiter.h"

#include <chrono>
#include <cstdint>
#include <memory>
#include <string>

namespace faltakt::server {

/// What a client may ask of the server before anybody knows who it is.
struct HttpLimits {
    std::size_t headBytes = 16 * 1024;
    /// From a request's first byte to its last, and for the answer. A body that goes on coming has it eight times more.
    std::chrono::milliseconds requestTime = std::chrono::seconds(30);
    std::chrono::milliseconds idleTime = std::chrono::seconds(60);
    std::size_t connections = 4096;
    /// A municipality's devices may stand behind one address, as all do behind a load balancer, and each has a connection
    /// for its long poll and one for its calls. So these are far above what one device needs, and one address still
    /// cannot take all.
    std::size_t connectionsPerAddress = 1024;
    /// Of bodies that were not answered yet, in all and of one address.
    std::size_t bodyBytes = std::size_t(512) * 1024 * 1024;
    std::size_t bodyBytesPerAddress = std::size_t(128) * 1024 * 1024;
    Rate requestsPerAddress{.perSecond = 1000, .burst = 4000};
};

/// The server's own certificate, then the rest of the chain up to and with the root, and its private key; PEM.
struct TlsIdentity {
    std::string chain;
    crypto::SecretBytes privateKey;
};

/// By what an address is counted: itself, or of IPv6 the network of 64 bits, since whoever has one address there has all.
[[nodiscard]] std::string countedAddress(const std::string &address);

struct HttpServerSetup {
    std::string host = "127.0.0.1"; ///< An address or a name of this machine.
    std::uint16_t port = 0;         ///< 0: the system picks one.
    int ioThreads = 2;
    int workerThreads = 4;
    HttpLimits limits;
    TlsIdentity identity;
    HttpHandler *handler = nullptr;              ///< Must outlive the server.
    const base::MonotonicClock *clock = nullptr; ///< Must outlive the server.
};

/// HTTP/1.1 over TLS 1.3 and nothing else. Has threads of its own: few for the network, some for handlers.
class HttpServer {
public:
    /// InvalidInput on a host that does not resolve or an identity that cannot be used, Refused or Busy where the address
    /// cannot be taken. Serves when it returns.
    [[nodiscard]] static base::Result<std::unique_ptr<HttpServer>> start(HttpServerSetup setup);
    /// Stops without patience where stop() was not called.
    ~HttpServer();
    HttpServer(const HttpServer &) = delete;
    HttpServer &operator=(const HttpServer &) = delete;

    [[nodiscard]] std::uint16_t port() const noexcept;
    /// No new connections; idle ones are closed, running requests get their answer. Returns when all is done, at the
    /// latest after `patience`. Answers that a handler still holds back are its business to give before.
    void stop(std::chrono::milliseconds patience);

private:
    struct Parts;
    explicit HttpServer(std::unique_ptr<Parts> parts);
    std::unique_ptr<Parts> m_parts;
};

} // namespace faltakt::server
