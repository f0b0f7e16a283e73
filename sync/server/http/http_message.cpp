#include "sync/server/http/http_message.h"

#include <algorithm>
#include <atomic>

namespace faltakt::server {

std::string_view HttpRequest::header(std::string_view lowerCaseName) const
{
    const auto entry =
        std::find_if(headers.begin(), headers.end(), [&](const auto &item) { return item.first == lowerCaseName; });
    return entry == headers.end() ? std::string_view() : std::string_view(entry->second);
}

std::size_t HttpRequest::headerCount(std::string_view lowerCaseName) const
{
    return std::size_t(
        std::count_if(headers.begin(), headers.end(), [&](const auto &item) { return item.first == lowerCaseName; }));
}

struct Responder::State {
    explicit State(Send function) : send(std::move(function)) {}
    ~State()
    {
        if (!sent.exchange(true))
            send(errorResponse(500, "failed"));
    }
    State(const State &) = delete;
    State &operator=(const State &) = delete;

    Send send;
    std::atomic<bool> sent = false;
};

Responder::Responder(Send send) : m_state(std::make_shared<State>(std::move(send))) {}

void Responder::operator()(HttpResponse response) const
{
    if (!m_state->sent.exchange(true))
        m_state->send(std::move(response));
}

HttpResponse errorResponse(int status, std::string_view code)
{
    HttpResponse response;
    response.status = status;
    response.body = "{\"error\":\"" + std::string(code) + "\"}";
    return response;
}

} // namespace faltakt::server
