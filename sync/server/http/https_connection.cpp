#include "sync/server/http/https_connection.h"

#include <boost/asio/as_tuple.hpp>
#include <boost/asio/ip/address.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/ssl/host_name_verification.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/beast/core.hpp>
#include <boost/beast/http.hpp>
#include <boost/beast/ssl.hpp>

#include <openssl/ssl.h>

namespace faltakt::server {

namespace asio = boost::asio;
namespace beast = boost::beast;
namespace http = beast::http;
using base::ErrorCode;
using base::fail;
using base::Result;

namespace {

constexpr auto Awaiting = asio::as_tuple(asio::use_awaitable);
constexpr auto ConnectPatience = std::chrono::seconds(30);
constexpr std::uint64_t MaxAnswer = 8 * 1024 * 1024;

bool isAddress(const std::string &host)
{
    boost::system::error_code error;
    (void)asio::ip::make_address(host, error);
    return !error;
}

http::request<http::string_body> messageOf(const HttpRequest &request)
{
    http::request<http::string_body> message;
    message.version(11);
    message.method_string(request.method);
    message.target(request.query.empty() ? request.path : request.path + '?' + request.query);
    for (const auto &[name, value] : request.headers)
        message.insert(name, value);
    message.body() = request.body;
    if (!request.body.empty() || request.method == "POST")
        message.content_length(request.body.size());
    return message;
}

HttpResponse responseOf(http::response<http::string_body> message)
{
    HttpResponse response;
    response.status = int(message.result_int());
    for (const auto &field : message) {
        std::string name(field.name_string());
        for (char &c : name)
            c = c >= 'A' && c <= 'Z' ? char(c + 32) : c;
        response.headers.emplace_back(std::move(name), std::string(field.value()));
    }
    response.body = std::move(message.body());
    return response;
}

} // namespace

HttpsPeer::HttpsPeer(std::string host, std::uint16_t port)
    : m_host(std::move(host)), m_port(port), m_tls(asio::ssl::context::tls_client)
{
}

Result<std::unique_ptr<HttpsPeer>> HttpsPeer::make(std::string host, std::uint16_t port, const std::string &rootPem)
{
    std::unique_ptr<HttpsPeer> peer(new HttpsPeer(std::move(host), port));
    boost::system::error_code error;
    (void)peer->m_tls.add_certificate_authority(asio::buffer(rootPem), error);
    if (error || SSL_CTX_set_min_proto_version(peer->m_tls.native_handle(), TLS1_3_VERSION) != 1)
        return fail(ErrorCode::InvalidInput, "the root certificate cannot be used");
    peer->m_tls.set_verify_mode(asio::ssl::verify_peer);
    return peer;
}

struct HttpsConnection::Stream {
    Stream(asio::io_context &io, HttpsPeer &peer) : tls(io, peer.tls()) {}

    auto &socket() { return beast::get_lowest_layer(tls); }

    beast::ssl_stream<beast::tcp_stream> tls;
    beast::flat_buffer buffer;
};

HttpsConnection::HttpsConnection(asio::io_context &io, HttpsPeer &peer, const base::MonotonicClock &clock)
    : m_io(&io), m_peer(&peer), m_clock(&clock)
{
}

HttpsConnection::~HttpsConnection() = default;

void HttpsConnection::abort()
{
    m_aborted = true;
    // The coroutine that uses the stream holds it until it has noticed.
    if (m_stream)
        m_stream->socket().close();
    m_stream.reset();
}

asio::awaitable<Result<void>> HttpsConnection::connect()
{
    const auto stream = std::make_shared<Stream>(*m_io, *m_peer);
    m_stream = stream;
    stream->tls.set_verify_callback(asio::ssl::host_name_verification(m_peer->host()));
    if (!isAddress(m_peer->host()))
        SSL_set_tlsext_host_name(stream->tls.native_handle(), m_peer->host().c_str());
    stream->socket().expires_after(ConnectPatience);
    asio::ip::tcp::resolver resolver(*m_io);
    const auto [unknown, places] =
        co_await resolver.async_resolve(m_peer->host(), std::to_string(m_peer->port()), Awaiting);
    bool reached = false;
    if (!unknown) {
        const auto [error, place] = co_await stream->socket().async_connect(places, Awaiting);
        reached = !error;
    }
    if (!reached) {
        m_stream.reset();
        co_return fail(ErrorCode::Unreachable, "nobody answers at the server's address");
    }
    stream->socket().socket().set_option(asio::ip::tcp::no_delay(true));
    const auto [refused] = co_await stream->tls.async_handshake(asio::ssl::stream_base::client, Awaiting);
    if (refused) {
        m_stream.reset();
        co_return fail(refused.category() == asio::error::get_ssl_category() ? ErrorCode::Refused
                                                                             : ErrorCode::Unreachable,
                       "the server's TLS handshake failed");
    }
    co_return Result<void>();
}

asio::awaitable<std::unique_ptr<HttpsAnswer>> HttpsConnection::exchange(const HttpRequest &request,
                                                                        std::chrono::milliseconds patience,
                                                                        bool &timedOut)
{
    const auto stream = m_stream;
    auto message = messageOf(request);
    stream->socket().expires_after(patience);
    const auto begin = m_clock->elapsed();
    const auto [unsent, sent] = co_await http::async_write(stream->tls, message, Awaiting);
    http::response_parser<http::string_body> parser;
    parser.body_limit(MaxAnswer);
    beast::error_code broken = unsent;
    if (!broken) {
        const auto [error, count] = co_await http::async_read(stream->tls, stream->buffer, parser, Awaiting);
        broken = error;
    }
    const bool ends = broken || !parser.get().keep_alive();
    if (ends && m_stream == stream)
        m_stream.reset();
    timedOut = broken == beast::error::timeout;
    if (broken)
        co_return nullptr;
    const auto took = m_clock->elapsed() - begin;
    co_return std::make_unique<HttpsAnswer>(HttpsAnswer{responseOf(parser.release()), took});
}

asio::awaitable<Result<HttpsAnswer>> HttpsConnection::ask(HttpRequest request, std::chrono::milliseconds patience)
{
    const bool mayBeStale = connected();
    bool timedOut = false;
    for (int attempt = 0; attempt < (mayBeStale ? 2 : 1) && !m_aborted && !timedOut; ++attempt) {
        if (!connected()) {
            const auto reached = co_await connect();
            if (!reached)
                co_return fail(reached.error());
        }
        auto answer = co_await exchange(request, patience, timedOut);
        if (answer)
            co_return std::move(*answer);
    }
    co_return fail(ErrorCode::Unreachable, "the connection broke before an answer was there");
}

} // namespace faltakt::server
