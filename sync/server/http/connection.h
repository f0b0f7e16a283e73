#pragma once

#include "sync/server/http/body_allowance.h"
#include "sync/server/http/connection_registry.h"
#include "sync/server/http/http_server.h"

#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/ssl/context.hpp>
#include <boost/asio/thread_pool.hpp>

namespace faltakt::server {

/// What all connections share; outlives them.
struct ConnectionEnvironment {
    HttpLimits limits;
    HttpHandler *handler;
    RateLimiter *rates;
    boost::asio::ssl::context *tls;
    boost::asio::thread_pool *workers;
    ConnectionRegistry *registry;
    BodyAllowance *bodies;
    const base::MonotonicClock *clock;
};

/// Serves one connection until it ends. The socket's executor must be a strand.
void serveConnection(ConnectionEnvironment &environment, boost::asio::ip::tcp::socket socket, std::string peer,
                     ConnectionRegistry::Slot slot);

} // namespace faltakt::server
