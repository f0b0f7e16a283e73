#include "sync/server/http/http_server.h"

#include "sync/server/http/connection.h"

#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/strand.hpp>
#include <boost/asio/thread_pool.hpp>

#include <openssl/ssl.h>

#include <algorithm>
#include <thread>
#include <vector>

namespace faltakt::server {

namespace asio = boost::asio;
using asio::ip::tcp;
using base::ErrorCode;
using base::fail;
using base::Result;

namespace {

constexpr int Backlog = 256;

Result<void> useIdentity(asio::ssl::context &tls, const TlsIdentity &identity)
{
    boost::system::error_code error;
    SSL_CTX *native = tls.native_handle();
    if (SSL_CTX_set_min_proto_version(native, TLS1_3_VERSION) != 1)
        return fail(ErrorCode::Internal, "TLS 1.3 is not available");
    // Tickets would keep a session key alive beyond its connection; devices reconnect rarely.
    SSL_CTX_set_num_tickets(native, 0);
    (void)tls.use_certificate_chain(asio::buffer(identity.chain), error);
    if (error)
        return fail(ErrorCode::InvalidInput, "the server certificate cannot be used");
    const auto key = identity.privateKey.view();
    (void)tls.use_private_key(asio::buffer(key.data(), key.size()), asio::ssl::context::pem, error);
    if (error || SSL_CTX_check_private_key(native) != 1)
        return fail(ErrorCode::InvalidInput, "the server's private key cannot be used");
    return {};
}

} // namespace

std::string countedAddress(const std::string &address)
{
    boost::system::error_code error;
    const auto parsed = asio::ip::make_address(address, error);
    if (error || parsed.is_v4())
        return address;
    const auto v6 = parsed.to_v6();
    if (v6.is_v4_mapped())
        return asio::ip::make_address_v4(asio::ip::v4_mapped, v6).to_string();
    auto bytes = v6.to_bytes();
    std::fill(bytes.begin() + 8, bytes.end(), std::uint8_t(0));
    return asio::ip::make_address_v6(bytes).to_string() + "/64";
}

struct HttpServer::Parts {
    explicit Parts(HttpServerSetup given)
        : setup(std::move(given)), registry(setup.limits.connections, setup.limits.connectionsPerAddress),
          bodies(setup.limits.bodyBytes, setup.limits.bodyBytesPerAddress),
          rates(*setup.clock, setup.limits.requestsPerAddress), tls(asio::ssl::context::tls_server),
          workers(std::size_t(setup.workerThreads)), environment{setup.limits, setup.handler, &rates,  &tls,
                                                                 &workers,     &registry,     &bodies, setup.clock},
          io(setup.ioThreads), acceptor(io), pause(io)
    {
    }

    Result<void> listen();
    void acceptNext();
    void accepted(const boost::system::error_code &error, tcp::socket socket);
    void shutDown(std::chrono::milliseconds patience);

    HttpServerSetup setup;
    // What connections use stands before the context that holds them, and so outlives them.
    ConnectionRegistry registry;
    BodyAllowance bodies;
    RateLimiter rates;
    asio::ssl::context tls;
    asio::thread_pool workers;
    ConnectionEnvironment environment;
    asio::io_context io;
    tcp::acceptor acceptor;
    asio::steady_timer pause;
    std::vector<std::thread> threads;
    bool stopped = false;
};

Result<void> HttpServer::Parts::listen()
{
    boost::system::error_code error;
    tcp::resolver resolver(io);
    const auto found = resolver.resolve(setup.host, std::to_string(setup.port), tcp::resolver::passive, error);
    if (error || found.empty())
        return fail(ErrorCode::InvalidInput, "the address to listen on does not resolve");
    const tcp::endpoint endpoint = found.begin()->endpoint();
    (void)acceptor.open(endpoint.protocol(), error);
    if (!error)
        (void)acceptor.set_option(tcp::acceptor::reuse_address(true), error);
    if (!error)
        (void)acceptor.bind(endpoint, error);
    if (!error)
        (void)acceptor.listen(Backlog, error);
    if (error)
        return fail(error == asio::error::address_in_use ? ErrorCode::Busy : ErrorCode::Refused,
                    "the address to listen on cannot be taken");
    return {};
}

void HttpServer::Parts::acceptNext()
{
    acceptor.async_accept(asio::make_strand(io), [this](const boost::system::error_code &error, tcp::socket socket) {
        accepted(error, std::move(socket));
    });
}

void HttpServer::Parts::accepted(const boost::system::error_code &error, tcp::socket socket)
{
    if (error == asio::error::operation_aborted || registry.stopping())
        return;
    if (error) {
        // Out of descriptors: a loop that tries again at once would only burn a core.
        pause.expires_after(std::chrono::milliseconds(100));
        pause.async_wait([this](const boost::system::error_code &cancelled) {
            if (!cancelled)
                acceptNext();
        });
        return;
    }
    boost::system::error_code ignored;
    const auto remote = socket.remote_endpoint(ignored);
    std::string peer = ignored ? std::string() : countedAddress(remote.address().to_string());
    (void)socket.set_option(tcp::no_delay(true), ignored);
    if (auto slot = registry.enter(peer))
        serveConnection(environment, std::move(socket), std::move(peer), std::move(*slot));
    acceptNext();
}

void HttpServer::Parts::shutDown(std::chrono::milliseconds patience)
{
    if (stopped)
        return;
    stopped = true;
    asio::post(io, [this] {
        boost::system::error_code ignored;
        (void)acceptor.close(ignored);
        pause.cancel();
    });
    registry.stop();
    (void)registry.waitUntilEmpty(patience);
    workers.join();
    io.stop();
    for (std::thread &thread : threads)
        thread.join();
}

Result<std::unique_ptr<HttpServer>> HttpServer::start(HttpServerSetup setup)
{
    auto parts = std::make_unique<Parts>(std::move(setup));
    TRY_VOID(useIdentity(parts->tls, parts->setup.identity));
    parts->setup.identity.privateKey.wipe();
    TRY_VOID(parts->listen());
    parts->acceptNext();
    for (int i = 0; i < parts->setup.ioThreads; ++i)
        parts->threads.emplace_back([raw = parts.get()] { raw->io.run(); });
    return std::unique_ptr<HttpServer>(new HttpServer(std::move(parts)));
}

HttpServer::HttpServer(std::unique_ptr<Parts> parts) : m_parts(std::move(parts)) {}

HttpServer::~HttpServer() { m_parts->shutDown(std::chrono::milliseconds(0)); }

std::uint16_t HttpServer::port() const noexcept
{
    boost::system::error_code ignored;
    return m_parts->acceptor.local_endpoint(ignored).port();
}

void HttpServer::stop(std::chrono::milliseconds patience) { m_parts->shutDown(patience); }

} // namespace faltakt::server
