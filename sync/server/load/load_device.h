#pragma once

#include "core/base/clock.h"
#include "core/base/ids.h"
#include "core/base/random.h"
#include "core/crypto/signing_key.h"
#include "sync/protocol/enrolment_code.h"
#include "sync/protocol/messages.h"
#include "sync/protocol/pull.h"
#include "sync/protocol/push.h"
#include "sync/server/http/https_connection.h"
#include "sync/server/load/latency_figures.h"
#include "sync/server/load/load_ledger.h"

#include <boost/asio/steady_timer.hpp>

#include <optional>
#include <string>

namespace faltakt::server {

/// What all devices of a load run share; outlives them. One thread.
struct LoadEnvironment {
    boost::asio::io_context &io;
    HttpsPeer &peer;
    const base::Clock &clock;
    const base::MonotonicClock &monotonic;
    base::Random &random;
    base::UuidMaker &ids;
    LatencyFigures &latencies;
    LoadLedger &ledger;
    std::chrono::milliseconds every;
    bool working = true;   ///< False: no new sync is begun.
    bool listening = true; ///< False: long polls are not opened again.
    int busy = 0;          ///< Coroutines that have not ended.
    std::int64_t syncs = 0;
    std::int64_t polls = 0; ///< Long polls answered.
};

/// One device as the server sees it: a key and a journal of its own, one long poll held open, and a sync now and then over
/// a second connection. Keeps no store.
class LoadDevice {
public:
    LoadDevice(LoadEnvironment &environment, int number, protocol::EnrolmentCode code, crypto::SigningKey key);

    /// From the code to the end of the first pull, both connections open; false where that did not go well.
    [[nodiscard]] boost::asio::awaitable<bool> enrol();
    /// Syncs, spread over the interval, until there is no more work.
    [[nodiscard]] boost::asio::awaitable<void> work();
    /// Holds a long poll open until nobody listens any more.
    [[nodiscard]] boost::asio::awaitable<void> listen();
    void stopWorking() { m_pause.cancel(); }
    void stopListening();

private:
    /// A call of the protocol; `name` is that of its figures, none where its time says nothing.
    struct Call {
        std::string_view name;
        std::string_view method;
        std::string_view path;
        std::string query = {};
        std::string body = {};
        bool withToken = false;
    };
    [[nodiscard]] boost::asio::awaitable<bool> ensureConnected(HttpsConnection &connection);
    /// Empty where it went wrong, which has then been counted. Makes proofs anew as the server's nonces ask for it.
    [[nodiscard]] boost::asio::awaitable<std::optional<std::string>> ask(HttpsConnection &connection, const Call &call);
    [[nodiscard]] base::Result<HttpRequest> requestOf(const Call &call);
    [[nodiscard]] std::optional<std::string> take(HttpResponse response);
    [[nodiscard]] boost::asio::awaitable<bool> hello();
    [[nodiscard]] boost::asio::awaitable<bool> ensureToken(HttpsConnection &connection);
    [[nodiscard]] boost::asio::awaitable<bool> push();
    [[nodiscard]] boost::asio::awaitable<bool> pullToEnd();
    [[nodiscard]] boost::asio::awaitable<bool> sync();
    /// Empty where the call went wrong. A page whose cursor was overtaken meanwhile is dropped, as a store would.
    [[nodiscard]] boost::asio::awaitable<std::optional<bool>> pull(HttpsConnection &connection,
                                                                   std::chrono::seconds wait);
    [[nodiscard]] changelog::Change writeChange(bool newCase);
    [[nodiscard]] bool fillOutbox();
    void takePage(const changelog::PullPage &page);
    /// What cannot be read is counted.
    template <typename Answer>
    base::Result<Answer> readable(base::Result<Answer> answer)
    {
        if (!answer)
            m_environment.ledger.fault("unreadable");
        return answer;
    }
    [[nodiscard]] boost::asio::awaitable<void> rest(std::chrono::milliseconds duration);

    /// What was written and not judged yet.
    struct Outbox {
        protocol::PushRequest request;
        std::vector<base::ChangeId> ids;
    };

    LoadEnvironment &m_environment;
    int m_number;
    protocol::EnrolmentCode m_code;
    crypto::SigningKey m_key;
    HttpsConnection m_calls;
    HttpsConnection m_poll;
    boost::asio::steady_timer m_pause;

    base::DeviceId m_device;
    base::TenantId m_tenant;
    base::WorkerId m_worker;
    std::string m_logId;
    std::string m_nonce;
    std::string m_token;
    std::chrono::nanoseconds m_tokenEnds{0};
    std::string m_cursor;
    std::int64_t m_n = 0;
    base::Hash m_link{};
    std::optional<base::CaseId> m_case;
    std::optional<Outbox> m_outbox;
};

} // namespace faltakt::server
