#include "sync/server/http/connection.h"

#include <boost/asio/as_tuple.hpp>
#include <boost/asio/async_result.hpp>
#include <boost/asio/awaitable.hpp>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/beast/core.hpp>
#include <boost/beast/http.hpp>
#include <boost/beast/ssl.hpp>

#include <algorithm>

namespace faltakt::server {

namespace asio = boost::asio;
namespace beast = boost::beast;
namespace http = beast::http;

namespace {

constexpr auto Awaiting = asio::as_tuple(asio::use_awaitable);
constexpr std::size_t ReadSize = 8 * 1024;
constexpr std::size_t LargestRead = 64 * 1024; // What the library reads at a time.
/// A body has so many stretches of one length, each of which may take the time of a request: a photo comes through over a link
/// of 9 kbit/s, a client that goes on sending little holds a connection no longer than this, and one that stops no longer
/// than before.
constexpr std::uint64_t Stretches = 8;
constexpr std::uint64_t LeastStretch = 32 * 1024;
constexpr std::chrono::seconds BusyPause(30); // Until those whose bodies fill the server's room are done or dropped.

/// One client. Lives as long as its coroutine; everything in it is touched on its strand only.
class Connection : public std::enable_shared_from_this<Connection> {
public:
    Connection(ConnectionEnvironment &environment, asio::ip::tcp::socket socket, std::string peer,
               ConnectionRegistry::Slot slot)
        : m_environment(environment), m_stream(std::move(socket), *environment.tls),
          m_buffer(environment.limits.headBytes + LargestRead), m_peer(std::move(peer)), m_slot(std::move(slot)),
          m_body(*environment.bodies, m_peer)
    {
    }

    asio::awaitable<void> run();
    void closeWhenServerStops();

private:
    using Parser = http::request_parser<http::string_body>;

    asio::awaitable<bool> waitForFirstByte();
    /// Empty where the connection is to be closed; a refusal has then been sent.
    asio::awaitable<std::optional<HttpRequest>> readRequest();
    /// False where the connection is to be closed; a refusal has then been sent.
    asio::awaitable<bool> readHead(Parser &parser);
    asio::awaitable<bool> readBody(Parser &parser);
    asio::awaitable<void> refuse(int status, std::string_view code);
    /// One that is to come again.
    asio::awaitable<void> refuseForNow();
    asio::awaitable<HttpResponse> ask(HttpRequest request);
    asio::awaitable<bool> send(HttpResponse response, bool keepAlive);
    [[nodiscard]] HttpRequest takeRequest(Parser &parser) const;

    auto &socketStream() { return beast::get_lowest_layer(m_stream); }

    ConnectionEnvironment &m_environment;
    beast::ssl_stream<beast::tcp_stream> m_stream;
    /// Bounded: no request makes it grow by what it never ends.
    beast::flat_buffer m_buffer;
    std::string m_peer;
    ConnectionRegistry::Slot m_slot;
    BodyAllowance::Share m_body;
    bool m_idle = true;
    bool m_keepAlive = false;
};

void Connection::closeWhenServerStops()
{
    m_slot.onStop([weak = weak_from_this(), executor = m_stream.get_executor()] {
        asio::post(executor, [weak] {
            if (const auto self = weak.lock(); self && self->m_idle)
                self->socketStream().cancel();
        });
    });
}

asio::awaitable<bool> Connection::waitForFirstByte()
{
    if (m_buffer.size() > 0)
        co_return true;
    m_idle = true;
    if (m_environment.registry->stopping())
        co_return false;
    socketStream().expires_after(m_environment.limits.idleTime);
    const auto [error, count] = co_await m_stream.async_read_some(m_buffer.prepare(ReadSize), Awaiting);
    if (error)
        co_return false;
    m_buffer.commit(count);
    m_idle = false;
    co_return true;
}

HttpRequest Connection::takeRequest(Parser &parser) const
{
    auto &message = parser.get();
    HttpRequest request;
    request.method = std::string(message.method_string());
    const std::string_view target(message.target().data(), message.target().size());
    const auto question = target.find('?');
    request.path = std::string(target.substr(0, question));
    if (question != std::string_view::npos)
        request.query = std::string(target.substr(question + 1));
    for (const auto &field : message) {
        std::string name(field.name_string());
        std::transform(name.begin(), name.end(), name.begin(),
                       [](char c) { return c >= 'A' && c <= 'Z' ? char(c + 32) : c; });
        request.headers.emplace_back(std::move(name), std::string(field.value()));
    }
    request.body = std::move(message.body());
    request.peer = m_peer;
    return request;
}

/// One way alone to say where a request ends: its length, once, in digits. So nobody between and this server can read
/// two requests where the other reads one, and no body comes in pieces whose heads have no limit.
bool isPlainlyFramed(const http::request_header<> &head)
{
    if (head.version() != 11 || head.count(http::field::host) != 1 || head.count(http::field::transfer_encoding) != 0)
        return false;
    if (head.count(http::field::content_length) > 1)
        return false;
    const auto length = head[http::field::content_length];
    return std::all_of(length.begin(), length.end(), [](char c) { return c >= '0' && c <= '9'; });
}

/// The library's limit counts only what it has not taken apart yet: with it alone a head of short lines has no end. So the
/// head is read here, and counted as a whole.
asio::awaitable<bool> Connection::readHead(Parser &parser)
{
    const std::size_t most = m_environment.limits.headBytes;
    parser.header_limit(std::uint32_t(most));
    std::size_t taken = 0;
    while (true) {
        beast::error_code fault;
        const std::size_t used = parser.put(m_buffer.data(), fault);
        m_buffer.consume(used);
        taken += used;
        const bool done = !fault && parser.is_header_done();
        if (taken + (done ? 0 : m_buffer.size()) > most || fault == http::error::header_limit) {
            co_await refuse(413, "tooLarge");
            co_return false;
        }
        if (done)
            co_return true;
        if (fault && fault != http::error::need_more) {
            co_await refuse(400, "invalid");
            co_return false;
        }
        const auto [error, count] = co_await m_stream.async_read_some(m_buffer.prepare(ReadSize), Awaiting);
        if (error)
            co_return false;
        m_buffer.commit(count);
    }
}

asio::awaitable<std::optional<HttpRequest>> Connection::readRequest()
{
    const HttpLimits &limits = m_environment.limits;
    socketStream().expires_after(limits.requestTime);
    Parser parser;
    // The library's own limit would speak first, with an answer that a client takes for final; ours follows the head.
    parser.body_limit(boost::none);
    const bool haveHead = co_await readHead(parser);
    if (!haveHead)
        co_return std::nullopt;
    if (!isPlainlyFramed(parser.get())) {
        co_await refuse(400, "invalid");
        co_return std::nullopt;
    }
    const auto target = parser.get().target();
    const std::string_view path = std::string_view(target.data(), target.size()).substr(0, target.find('?'));
    const auto method = parser.get().method_string();
    parser.body_limit(m_environment.handler->bodyLimit({method.data(), method.size()}, path));
    m_keepAlive = parser.get().keep_alive();
    // Stands beside the announced length too: a body that is too large is refused before it is read.
    const auto length = parser.content_length();
    if (length && *length > m_environment.handler->bodyLimit({method.data(), method.size()}, path)) {
        co_await refuse(413, "tooLarge");
        co_return std::nullopt;
    }
    const auto headCame = m_environment.clock->elapsed();
    const bool haveBody = co_await readBody(parser);
    if (!haveBody)
        co_return std::nullopt;
    HttpRequest request = takeRequest(parser);
    request.bodyTook = m_environment.clock->elapsed() - headCame;
    co_return std::move(request);
}

/// False where the connection is to be closed; a refusal has then been sent.
asio::awaitable<bool> Connection::readBody(Parser &parser)
{
    const std::uint64_t stretch = std::max(parser.content_length().value_or(0) / Stretches + 1, LeastStretch);
    std::uint64_t came = 0; // Since the clock was set.
    parser.eager(true);
    while (!parser.is_done()) {
        const auto [error, count] = co_await http::async_read_some(m_stream, m_buffer, parser, Awaiting);
        if (error) {
            if (error == http::error::body_limit)
                co_await refuse(413, "tooLarge");
            else if (error.category() == http::make_error_code(http::error::bad_method).category()
                     && error != http::error::partial_message)
                co_await refuse(400, "invalid");
            co_return false;
        }
        if (!m_body.grow(count)) {
            co_await refuseForNow();
            co_return false;
        }
        came += count;
        if (came >= stretch) {
            came = 0;
            socketStream().expires_after(m_environment.limits.requestTime);
        }
    }
    co_return true;
}

asio::awaitable<void> Connection::refuse(int status, std::string_view code)
{
    (void)co_await send(errorResponse(status, code), false);
}

asio::awaitable<void> Connection::refuseForNow()
{
    HttpResponse response = errorResponse(503, "busy");
    response.headers.emplace_back("Retry-After", std::to_string(BusyPause.count()));
    (void)co_await send(std::move(response), false);
}

asio::awaitable<HttpResponse> Connection::ask(HttpRequest request)
{
    auto initiate = [](auto completion, Connection *self, HttpRequest taken) {
        // Completions move, the responder's function must copy: hence the shared pointer.
        auto held = std::make_shared<decltype(completion)>(std::move(completion));
        auto executor = self->m_stream.get_executor();
        Responder respond([held, executor](HttpResponse response) {
            asio::post(executor,
                       [held, response = std::move(response)]() mutable { std::move (*held)(std::move(response)); });
        });
        asio::post(*self->m_environment.workers,
                   [handler = self->m_environment.handler, taken = std::move(taken),
                    respond = std::move(respond)]() mutable { handler->handle(std::move(taken), std::move(respond)); });
    };
    // A long poll may take longer than any request: the clock runs again when the answer is written.
    socketStream().expires_never();
    co_return co_await asio::async_initiate<const asio::use_awaitable_t<>, void(HttpResponse)>(
        initiate, asio::use_awaitable, this, std::move(request));
}

asio::awaitable<bool> Connection::send(HttpResponse response, bool keepAlive)
{
    http::response<http::string_body> message;
    message.version(11);
    message.result(unsigned(response.status));
    message.set(http::field::content_type, response.contentType);
    message.set(http::field::cache_control, "no-store");
    message.set("X-Content-Type-Options", "nosniff");
    for (const auto &[name, value] : response.headers)
        message.insert(name, value);
    message.keep_alive(keepAlive);
    message.body() = std::move(response.body);
    message.prepare_payload();
    socketStream().expires_after(m_environment.limits.requestTime);
    const auto [error, count] = co_await http::async_write(m_stream, message, Awaiting);
    co_return !error;
}

asio::awaitable<void> Connection::run()
{
    socketStream().expires_after(m_environment.limits.requestTime);
    const auto [handshakeError] = co_await m_stream.async_handshake(asio::ssl::stream_base::server, Awaiting);
    if (handshakeError)
        co_return;
    while (true) {
        const bool alive = co_await waitForFirstByte();
        if (!alive)
            break;
        std::optional<HttpRequest> request = co_await readRequest();
        if (!request)
            break;
        const auto wait = m_environment.rates->take(m_peer);
        HttpResponse response;
        if (wait) {
            response = errorResponse(429, "tooMany");
            response.headers.emplace_back("Retry-After", std::to_string(wait->count() / 1000 + 1));
        } else {
            response = co_await ask(std::move(*request));
        }
        m_body.release();
        const bool goesOn = m_keepAlive && !m_environment.registry->stopping();
        const bool sent = co_await send(std::move(response), goesOn);
        if (!sent || !goesOn)
            break;
    }
    socketStream().expires_after(std::chrono::seconds(1));
    (void)co_await m_stream.async_shutdown(Awaiting);
}

} // namespace

void serveConnection(ConnectionEnvironment &environment, asio::ip::tcp::socket socket, std::string peer,
                     ConnectionRegistry::Slot slot)
{
    const auto executor = socket.get_executor();
    auto connection = std::make_shared<Connection>(environment, std::move(socket), std::move(peer), std::move(slot));
    connection->closeWhenServerStops();
    asio::co_spawn(
        executor, [connection]() -> asio::awaitable<void> { co_await connection->run(); }, asio::detached);
}

} // namespace faltakt::server
