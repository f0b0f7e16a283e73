#pragma once

#include <chrono>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace faltakt::server {

/// A request that was read to its end, free of the library that read it. A value.
struct HttpRequest {
    std::string method;                                       ///< As sent; methods are case-sensitive.
    std::string path;                                         ///< Without query.
    std::string query;                                        ///< Without the question mark.
    std::vector<std::pair<std::string, std::string>> headers; ///< Names in lower case, in the order in which they came.
    std::string body;
    std::string peer; ///< The other side's address without port.
    /// From the end of the head to that of the body: what the head says is as old as that.
    std::chrono::nanoseconds bodyTook{0};

    /// Empty where the header is missing; the first of several.
    [[nodiscard]] std::string_view header(std::string_view lowerCaseName) const;
    [[nodiscard]] std::size_t headerCount(std::string_view lowerCaseName) const;
};

/// What goes back. A value.
struct HttpResponse {
    int status = 200;
    std::string contentType = "application/json";
    std::string body;
    std::vector<std::pair<std::string, std::string>> headers;
};

/// The right to answer one request, once, from any thread. Where the last copy is dropped without an answer, the
/// client gets 500, so that no request hangs.
class Responder {
public:
    using Send = std::function<void(HttpResponse)>;
    explicit Responder(Send send);
    /// The first call counts; later ones do nothing.
    void operator()(HttpResponse response) const;

private:
    struct State;
    std::shared_ptr<State> m_state;
};

/// What a server does with requests. `handle` is called on one of the server's worker threads and may keep the
/// responder beyond its return, so that a long poll holds no thread. Must outlive the server.
class HttpHandler {
public:
    virtual ~HttpHandler() = default;
    /// The most bytes that a body may have as it is sent; asked before the body is read.
    [[nodiscard]] virtual std::size_t bodyLimit(std::string_view method, std::string_view path) const = 0;
    virtual void handle(HttpRequest request, Responder respond) = 0;
};

/// {"error":code}, for what goes wrong before a handler sees the request.
[[nodiscard]] HttpResponse errorResponse(int status, std::string_view code);

} // namespace faltakt::server
