#include "tests/simulation/network.h"

namespace faltakt::simulation {

using base::ErrorCode;
using engine::Failed;
using engine::FailureKind;
using engine::Happening;
using std::chrono::milliseconds;
using std::chrono::seconds;

namespace {

/// What a client makes of an error that the server reports, as it would through status and body.
FailureKind kindOf(ErrorCode code)
{
    switch (code) {
    case ErrorCode::Unreachable: return FailureKind::Unreachable;
    case ErrorCode::Busy: return FailureKind::Busy;
    case ErrorCode::TooLarge: return FailureKind::TooLarge;
    case ErrorCode::Refused:
    case ErrorCode::NotFound:
    case ErrorCode::InvalidInput: return FailureKind::Refused;
    default: return FailureKind::ServerFailed;
    }
}

} // namespace

bool Network::strikes(unsigned chance)
{
    const bool hit = m_random.below(1000) < chance;
    m_faults += hit;
    return hit;
}

Duration Network::delay()
{
    if (strikes(m_weather.late))
        return milliseconds(20'000 + m_random.below(200'000));
    return milliseconds(1 + m_random.below(400));
}

void Network::carry(const Serve &serve, const Take &take)
{
    m_timeline->after(TimeOut, [take] { take(Failed{FailureKind::Unreachable, seconds(0)}); });
    const int copies = strikes(m_weather.twice) ? 2 : 1;
    for (int copy = 0; copy < copies; ++copy)
        if (!strikes(m_weather.lost))
            m_timeline->after(delay() * (1 + 20 * copy), [this, serve, take] { serveOnce(serve, take); });
}

void Network::serveOnce(const Serve &serve, const Take &take)
{
    if (strikes(m_weather.busy)) {
        m_timeline->after(delay(), [take] { take(Failed{FailureKind::Busy, seconds(2)}); });
        return;
    }
    if (strikes(m_weather.unauthorised)) {
        m_timeline->after(delay(), [take] { take(Failed{FailureKind::Unauthorised, seconds(0)}); });
        return;
    }
    auto answer = serve();
    if (!answer) {
        m_timeline->after(delay(), [take, error = answer.error()] { take(error); });
        return;
    }
    if (strikes(m_weather.lost))
        return;
    std::string body = std::move(*answer);
    if (!body.empty() && strikes(m_weather.cut))
        body.resize(m_random.below(body.size()));
    m_timeline->after(delay(), [body = std::move(body), take]() mutable { take(std::move(body)); });
}

void Network::call(const Serve &serve, Read read, Arrive arrive)
{
    carry(serve, [read = std::move(read), arrive = std::move(arrive)](Arrival arrival) {
        if (const auto *error = std::get_if<base::Error>(&arrival))
            return arrive(Failed{kindOf(error->code()), seconds(0)});
        if (const auto *failed = std::get_if<Failed>(&arrival))
            return arrive(*failed);
        auto happening = read(std::get<std::string>(arrival));
        arrive(happening ? std::move(*happening) : Happening(Failed{FailureKind::Damaged, seconds(0)}));
    });
}

} // namespace faltakt::simulation
