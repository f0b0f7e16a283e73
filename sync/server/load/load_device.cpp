#include "sync/server/load/load_device.h"

#include "core/crypto/hash.h"
#include "sync/protocol/compression.h"
#include "sync/protocol/dpop.h"
#include "sync/protocol/token_assertion.h"

#include <algorithm>
#include <boost/asio/as_tuple.hpp>
#include <boost/asio/use_awaitable.hpp>

namespace faltakt::server {

namespace asio = boost::asio;
using base::Result;
using protocol::Limits;
using protocol::Paths;
using protocol::Refusal;

namespace {

constexpr std::string_view App = "faltakt-server load";
constexpr auto CallPatience = std::chrono::milliseconds(std::chrono::seconds(30));
constexpr auto PollPatience = std::chrono::milliseconds(Limits::LongestWait) + CallPatience;
constexpr auto AfterFailure = std::chrono::milliseconds(500);
constexpr auto TokenReserve = std::chrono::seconds(30);
constexpr int Attempts = 3;
constexpr std::uint64_t MostChanges = 3;
constexpr std::string_view NoteText = "Ringde, inget svar. Försöker igen i morgon förmiddag enligt planen. Denna "
                                      "anteckning är en provlast utan person.";
constexpr std::string_view PollName = "poll"; // The waiting is in it: counted, and its time told by "news" instead.

/// What the server itself says in the team's case: no device has sent it.
bool isOfTeamItself(const changelog::Change &change)
{
    return std::ranges::any_of(change.sets, [](const changelog::RecordSet &set) {
        return set.kind == "colleague" || set.fields.contains("team") || set.fields.contains("teamName");
    });
}

} // namespace

LoadDevice::LoadDevice(LoadEnvironment &environment, int number, protocol::EnrolmentCode code, crypto::SigningKey key)
    : m_environment(environment), m_number(number), m_code(std::move(code)), m_key(std::move(key)),
      m_calls(environment.io, environment.peer, environment.monotonic),
      m_poll(environment.io, environment.peer, environment.monotonic), m_pause(environment.io)
{
}

asio::awaitable<void> LoadDevice::rest(std::chrono::milliseconds duration)
{
    m_pause.expires_after(duration);
    (void)co_await m_pause.async_wait(asio::as_tuple(asio::use_awaitable));
}

void LoadDevice::stopListening()
{
    m_pause.cancel();
    m_poll.abort();
}

Result<HttpRequest> LoadDevice::requestOf(const Call &call)
{
    HttpRequest request;
    request.method = call.method;
    request.path = call.path;
    request.query = call.query;
    request.body = call.body;
    const std::string url = m_code.origin() + request.path;
    TRY(std::string proof,
        protocol::makeProof(m_key,
                            {.method = call.method,
                             .url = url,
                             .nonce = m_nonce,
                             .token = call.withToken ? std::string_view(m_token) : std::string_view()},
                            m_environment.clock.now(), m_environment.random));
    request.headers.emplace_back("Host", protocol::formatHostAndPort(m_code.host, m_code.port));
    request.headers.emplace_back("Accept-Encoding", "zstd");
    request.headers.emplace_back("DPoP", std::move(proof));
    if (call.withToken)
        request.headers.emplace_back("Authorization", "DPoP " + m_token);
    if (call.method == "POST")
        request.headers.emplace_back("Content-Type",
                                     call.path == Paths::Push ? "application/x-ndjson" : "application/json");
    return request;
}

/// The body as it was meant; empty where it cannot be read.
std::optional<std::string> LoadDevice::take(HttpResponse response)
{
    for (const auto &[name, value] : response.headers) {
        if (name == "content-encoding" && value == "zstd") {
            auto body = protocol::decompress(response.body);
            if (!body)
                return std::nullopt;
            return std::move(*body);
        }
    }
    return std::move(response.body);
}

asio::awaitable<bool> LoadDevice::ensureConnected(HttpsConnection &connection)
{
    if (connection.connected())
        co_return true;
    const auto begin = m_environment.monotonic.elapsed();
    const auto reached = co_await connection.connect();
    if (reached)
        m_environment.latencies.add("connect", m_environment.monotonic.elapsed() - begin);
    else if (m_environment.listening)
        m_environment.ledger.fault("unreachable");
    co_return reached.has_value();
}

asio::awaitable<std::optional<std::string>> LoadDevice::ask(HttpsConnection &connection, const Call &call)
{
    LoadLedger &ledger = m_environment.ledger;
    for (int attempt = 0; attempt < Attempts; ++attempt) {
        const bool reached = co_await ensureConnected(connection);
        if (!reached)
            co_return std::nullopt;
        auto request = requestOf(call);
        if (!request) {
            ledger.fault("ownProof");
            co_return std::nullopt;
        }
        auto answer = co_await connection.ask(std::move(*request), call.name == PollName ? PollPatience : CallPatience);
        if (!answer) {
            if (m_environment.listening)
                ledger.fault("unreachable");
            co_return std::nullopt;
        }
        for (const auto &[name, value] : answer->response.headers)
            if (name == "dpop-nonce")
                m_nonce = value;
        const int status = answer->response.status;
        auto body = take(std::move(answer->response));
        if (status == 200 && body) {
            if (call.name != PollName)
                m_environment.latencies.add(call.name, answer->took);
            co_return std::move(body);
        }
        const auto error = body ? protocol::decodeErrorAnswer(*body) : Result<protocol::ErrorAnswer>();
        const bool nonce = body && error && error->error == Refusal::UseDpopNonce;
        if (nonce)
            continue;
        ledger.fault(body && error ? std::string(protocol::refusalName(error->error))
                                   : "status" + std::to_string(status));
        if (status == 401)
            m_token.clear();
        co_return std::nullopt;
    }
    ledger.fault("noNonceTaken");
    co_return std::nullopt;
}

asio::awaitable<bool> LoadDevice::ensureToken(HttpsConnection &connection)
{
    if (!m_token.empty() && m_environment.monotonic.elapsed() < m_tokenEnds)
        co_return true;
    const auto assertion = protocol::makeTokenAssertion(m_key, m_device, m_tenant, m_environment.random);
    if (!assertion)
        co_return false;
    const Call call{"token", "POST", Paths::Token, {}, protocol::encode(protocol::TokenRequest{m_device, *assertion})};
    const auto body = co_await ask(connection, call);
    if (!body)
        co_return false;
    const auto answer = readable(protocol::decodeTokenAnswer(*body));
    if (!answer)
        co_return false;
    m_token = answer->token;
    m_tokenEnds = m_environment.monotonic.elapsed() + answer->expiresIn - TokenReserve;
    co_return true;
}

asio::awaitable<bool> LoadDevice::hello()
{
    protocol::HelloRequest request;
    request.device = m_device;
    request.app = App;
    request.n = m_n;
    request.link = m_link;
    request.cursor = m_cursor;
    request.logId = m_logId;
    const Call call{"hello", "POST", Paths::Hello, {}, protocol::encode(request)};
    const auto body = co_await ask(m_calls, call);
    if (!body)
        co_return false;
    const auto answer = protocol::decodeHelloAnswer(*body);
    const bool sound = answer && !answer->fork && !answer->logChanged && !answer->revoked && answer->n <= m_n;
    if (!sound)
        m_environment.ledger.fault("hello");
    else
        m_logId = answer->logId;
    co_return sound;
}

void LoadDevice::takePage(const changelog::PullPage &page)
{
    const auto now = m_environment.monotonic.elapsed();
    for (const auto &item : page.items) {
        const auto *delivered = std::get_if<changelog::DeliveredChange>(&item);
        if (!delivered || isOfTeamItself(delivered->line.change))
            continue;
        const auto sent = m_environment.ledger.heard(m_number, delivered->line.change.id, delivered->receipt.seq);
        if (sent)
            m_environment.latencies.add("news", now - *sent);
    }
    m_cursor = page.cursor;
}

asio::awaitable<std::optional<bool>> LoadDevice::pull(HttpsConnection &connection, std::chrono::seconds wait)
{
    const std::string asked = m_cursor;
    const Call call{wait.count() > 0 ? PollName : std::string_view("pull"),     "GET", Paths::Pull,
                    protocol::encodePullQuery({.cursor = asked, .wait = wait}), {},    true};
    const auto body = co_await ask(connection, call);
    if (!body)
        co_return std::nullopt;
    const auto page = readable(protocol::decodePullPage(*body));
    if (!page)
        co_return std::nullopt;
    if (m_cursor != asked)
        co_return true;
    takePage(*page);
    co_return page->more;
}

asio::awaitable<bool> LoadDevice::pullToEnd()
{
    while (true) {
        const auto more = co_await pull(m_calls, std::chrono::seconds(0));
        if (!more)
            co_return false;
        if (!*more)
            co_return true;
    }
}

asio::awaitable<bool> LoadDevice::enrol()
{
    const Call call{
        "enrol",
        "POST",
        Paths::Enrol,
        {},
        protocol::encode(protocol::EnrolRequest{m_code.secret, m_key.publicKey(),
                                                "Load device " + std::to_string(m_number + 1), std::string(App)})};
    const auto body = co_await ask(m_calls, call);
    if (!body)
        co_return false;
    const auto answer = readable(protocol::decodeEnrolAnswer(*body));
    if (!answer)
        co_return false;
    m_device = answer->device;
    m_tenant = answer->tenant;
    m_worker = answer->worker;
    m_logId = answer->logId;
    const bool greeted = co_await hello();
    if (!greeted)
        co_return false;
    const bool admitted = co_await ensureToken(m_calls);
    if (!admitted)
        co_return false;
    const bool pulled = co_await pullToEnd();
    if (!pulled)
        co_return false;
    co_return co_await ensureConnected(m_poll);
}

changelog::Change LoadDevice::writeChange(bool newCase)
{
    changelog::Change change;
    change.id = m_environment.ids.makeId<base::ChangeId>();
    change.by = m_worker;
    change.caseId = *m_case;
    change.at = m_environment.clock.now();
    const auto record = m_environment.ids.makeId<base::RecordId>();
    if (newCase)
        change.sets.push_back({record, "person", {{"givenName", "Load"}, {"familyName", "Test"}}, {}});
    else
        change.sets.push_back({record, "note", {{"text", std::string(NoteText)}}, {}});
    return change;
}

/// The next run of the journal, signed; it stays the outbox until the server has judged it.
bool LoadDevice::fillOutbox()
{
    changelog::JournalBatch batch{.epoch = 1, .from = m_n + 1, .previous = m_link, .head = m_link, .lines = {}};
    std::vector<base::ChangeId> ids;
    const auto count = 1 + m_environment.random.below(MostChanges);
    for (std::uint64_t i = 0; i < count; ++i) {
        const bool newCase = !m_case;
        if (newCase)
            m_case = m_environment.ids.makeId<base::CaseId>();
        auto line = changelog::sealChange(writeChange(newCase));
        batch.head = changelog::nextLink(batch.head, line.hash);
        ids.push_back(line.change.id);
        batch.lines.push_back({line.hash, std::move(line.line)});
    }
    auto request = protocol::signPush(std::move(batch), m_tenant, m_device, m_key);
    if (!request)
        return false;
    const auto now = m_environment.monotonic.elapsed();
    for (const base::ChangeId id : ids)
        m_environment.ledger.sent(m_number, id, now);
    m_outbox = Outbox{std::move(*request), std::move(ids)};
    return true;
}

asio::awaitable<bool> LoadDevice::push()
{
    // What went out unheard goes out again as it was.
    const bool filled = m_outbox || fillOutbox();
    if (!filled)
        co_return false;
    const Call call{"push", "POST", Paths::Push, {}, protocol::encodePush(m_outbox->request), true};
    const auto body = co_await ask(m_calls, call);
    if (!body)
        co_return false;
    const auto answer = protocol::decodePushAnswer(*body);
    const auto *verdicts = answer ? std::get_if<protocol::PushVerdicts>(&*answer) : nullptr;
    const std::vector<base::ChangeId> &ids = m_outbox->ids;
    if (!verdicts || verdicts->verdicts.size() != ids.size()) {
        m_environment.ledger.fault("pushAnswer");
        co_return false;
    }
    for (std::size_t i = 0; i < ids.size(); ++i)
        m_environment.ledger.judged(m_number, ids[i], verdicts->verdicts[i]);
    m_n += std::int64_t(ids.size());
    m_link = m_outbox->request.batch.head;
    m_outbox.reset();
    co_return true;
}

asio::awaitable<bool> LoadDevice::sync()
{
    const bool greeted = co_await hello();
    if (!greeted)
        co_return false;
    const bool admitted = co_await ensureToken(m_calls);
    if (!admitted)
        co_return false;
    const bool pushed = co_await push();
    if (!pushed)
        co_return false;
    const bool pulled = co_await pullToEnd();
    m_environment.syncs += pulled ? 1 : 0;
    co_return pulled;
}

asio::awaitable<void> LoadDevice::work()
{
    ++m_environment.busy;
    const auto every = double(m_environment.every.count());
    // The first somewhere in the first interval, each next one a tenth of it earlier or later.
    double pause = every * m_environment.random.unit();
    while (m_environment.working) {
        co_await rest(std::chrono::milliseconds(std::int64_t(pause)));
        if (!m_environment.working)
            break;
        const auto begin = m_environment.monotonic.elapsed();
        (void)co_await sync();
        const double took =
            std::chrono::duration<double, std::milli>(m_environment.monotonic.elapsed() - begin).count();
        pause = std::max(0.0, every * (0.9 + 0.2 * m_environment.random.unit()) - took);
    }
    --m_environment.busy;
}

asio::awaitable<void> LoadDevice::listen()
{
    ++m_environment.busy;
    asio::steady_timer pause(m_environment.io);
    while (m_environment.listening) {
        const bool admitted = co_await ensureToken(m_poll);
        std::optional<bool> heard;
        if (admitted)
            heard = co_await pull(m_poll, Limits::LongestWait);
        if (heard) {
            ++m_environment.polls;
        } else if (m_environment.listening) {
            pause.expires_after(AfterFailure);
            (void)co_await pause.async_wait(asio::as_tuple(asio::use_awaitable));
        }
    }
    --m_environment.busy;
}

} // namespace faltakt::server
