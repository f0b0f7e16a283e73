#pragma once

#include "core/crypto/signing_key.h"
#include "core/store/case_store.h"
#include "sync/client/server_orders.h"
#include "sync/client/transport.h"
#include "sync/engine/engine.h"

#include <chrono>
#include <deque>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

class QObject;

namespace faltakt::client {

/// Name and version that the server is told.
inline constexpr const char *AppName = "faltakt 0.1.0";

/// What a sync needs from outside; borrowed.
struct SyncEnvironment {
    const base::Clock &clock;
    const base::MonotonicClock &monotonic;
    base::Random &random;
};

/// How far a sync has come.
struct SyncProgress {
    std::int64_t answered = 0; ///< Lines that have got the server's verdict in this sync.
    std::int64_t underWay = 0; ///< Lines sent whose verdict is not here yet.
    std::int64_t pulled = 0;   ///< Items fetched and stored.
    bool isListening = false;  ///< Everything is here and there; the server tells when there is more.
};

/// How a sync is meant.
struct SyncOrder {
    /// Failures in a row after which it gives up; what was done until then stays.
    int failuresAllowed = 2;
    /// How long to stay for news once everything is here.
    std::chrono::seconds wait{0};
    /// Stay for news until windUp().
    bool keepListening = false;
    /// Longest rest that the server may ask for within the sync; where it asks for more, the sync ends. See retryAfter().
    std::chrono::seconds longestRest = engine::BackOff::LongestAsked;
    /// Items of a page at most.
    std::size_t pullLines = protocol::Limits::PullLines;
    /// When to compare with the server what both hold. After a fork, and after the server was restored, it is done whatever
    /// stands here.
    enum class Compare {
        WhenNeeded, ///< Only then.
        WhenDue,    ///< And once a day.
        Now,
    };
    Compare compare = Compare::WhenNeeded;
    /// Older records of a case, asked for with a reason; see counts.fetch of the report.
    std::optional<protocol::FetchRequest> fetch = {};
    /// Told at each step of it, from the event loop; may be empty.
    std::function<void(const SyncProgress &)> progress = {};
};

/// What one sync did.
struct SyncReport {
    engine::Report counts;
    std::string cursor;
    Traffic traffic;
    std::chrono::nanoseconds duration{0};
};

/// Carries out what the engine orders: calls over the network, reads and writes of the store. One sync at a time, in the
/// thread that owns the store and has an event loop. Borrows store, key and sender. Dropping it gives up; what was
/// committed stays.
class SyncRunner {
public:
    /// A report, also of a revoked device (see counts.outcome). Unreachable where the server could not be reached or asked
    /// for patience too often, Refused where it does not take the device, Damaged on answers that make no sense or
    /// where the server has lost what it once acknowledged, and the store's own errors.
    using Done = std::function<void(base::Result<SyncReport>)>;

    SyncRunner(store::CaseStore &cases, const crypto::SigningKey &deviceKey, const crypto::PublicKey &tenantKey,
               RequestSender &sender, const SyncEnvironment &environment);
    ~SyncRunner();
    SyncRunner(const SyncRunner &) = delete;
    SyncRunner &operator=(const SyncRunner &) = delete;

    /// `done` is called once, from the event loop.
    void start(const SyncOrder &order, Done done);

    /// Something was saved here: it goes at once, also while the sync listens. Nothing where no sync is under way.
    void noteLocalWork() { post({0, engine::LocalWork{}}); }
    /// Ends a sync that listens, and another one when it is through, as if it had not been asked to listen.
    void windUp() { post({0, engine::WindUp{}}); }
    /// Breaks off what is under way; the report says Stopped. What was committed stays.
    void stop() { post({0, engine::Stop{}}); }
    /// How long the server wants to be left alone, where that is why the last sync ended.
    [[nodiscard]] std::chrono::seconds retryAfter() const noexcept { return m_state.report.retryAfter; }

    /// The orders that came in the last sync; whole once `done` was called, with a report or with an error.
    [[nodiscard]] const ServerOrders &orders() const noexcept { return m_orders; }

    /// Whether the worker leads a team, as the last greeting said; false before one.
    [[nodiscard]] bool leadsTeam() const noexcept { return m_leadsTeam; }
    /// The content packs of which the last greeting told; empty before one. Whoever fetches them has PackTransfer.
    [[nodiscard]] const std::optional<std::vector<protocol::PackNotice>> &packs() const noexcept { return m_packs; }
    /// The profiles of which it told; none before one. Whoever fetches them has ProfileTransfer.
    [[nodiscard]] const std::vector<protocol::ProfileNotice> &profiles() const noexcept { return m_profiles; }

    /// Tells the server that its orders were carried out; after a sync, and also when the store is closed already.
    void confirm(std::vector<protocol::CommandId> commands, std::function<void(base::Result<void>)> done);

private:
    void post(engine::Event event);
    void carryOut(engine::Order order);

    // One for each order of the engine.
    void carryOut(std::uint64_t ticket, const engine::SendHello &);
    void carryOut(std::uint64_t ticket, const engine::SendToken &);
    void carryOut(std::uint64_t ticket, const engine::ReadOutbox &order);
    void carryOut(std::uint64_t ticket, engine::SendPush &order);
    void carryOut(std::uint64_t ticket, const engine::StoreVerdicts &order);
    void carryOut(std::uint64_t ticket, const engine::StartNextEpoch &);
    void carryOut(std::uint64_t ticket, const engine::SendPull &order);
    void carryOut(std::uint64_t ticket, engine::StorePage &order);
    void carryOut(std::uint64_t ticket, const engine::SendFetch &order);
    void carryOut(std::uint64_t ticket, const engine::ReadOffer &order);
    void carryOut(std::uint64_t ticket, const engine::SendOffer &order);
    void carryOut(std::uint64_t ticket, const engine::StartLog &order);
    void carryOut(std::uint64_t ticket, const engine::SumPart &order);
    void carryOut(std::uint64_t ticket, engine::SendDigest &order);
    void carryOut(std::uint64_t ticket, const engine::StoreProof &order);
    void carryOut(std::uint64_t ticket, const engine::Rest &order);
    void carryOut(std::uint64_t ticket, const engine::NoteContact &order);
    void carryOut(std::uint64_t ticket, const engine::CarryOut &order);
    void carryOut(std::uint64_t ticket, const engine::Abandon &);
    void carryOut(std::uint64_t ticket, const engine::Finish &order);

    /// Sends; a 2xx answer's body goes through `decode`, which gives the happening.
    using Decode = std::function<base::Result<engine::Happening>(std::string body)>;
    [[nodiscard]] engine::Milliseconds since(std::chrono::nanoseconds start) const;
    void call(std::uint64_t ticket, Request request, const Decode &decode);
    /// Turns the store's answer into the happening, or into a failure.
    void answerStored(std::uint64_t ticket, const base::Result<void> &stored, engine::Happening happening);
    [[nodiscard]] engine::Failed failureOf(const base::Error &error);
    [[nodiscard]] engine::Failed failureOf(const Answer &answer);
    [[nodiscard]] base::Result<SyncReport> conclude(const engine::Report &report);
    [[nodiscard]] bool shallCompare(SyncOrder::Compare order) const;
    [[nodiscard]] static Request makePost(std::string_view path, std::string body);
    void tellProgress() const;
    void dropForeignKeys(changelog::PullPage &page) const;

    store::CaseStore *m_cases;
    const crypto::SigningKey *m_deviceKey;
    crypto::PublicKey m_tenantKey;
    RequestSender *m_sender;
    SyncEnvironment m_environment;
    /// Receiver of timers and late answers: with it they end.
    std::unique_ptr<QObject> m_anchor;

    engine::State m_state;
    RequestNumber m_call = 0; ///< The last one; given up with the order that it belongs to.
    std::deque<engine::Event> m_events;
    bool m_pumping = false;
    Done m_done;
    std::function<void(const SyncProgress &)> m_tell;
    SyncProgress m_progress;
    std::string m_token;
    base::Instant m_serverTime{}; ///< As the last hello gave it.
    protocol::HelloRequest m_hello;
    SyncReport m_report;
    ServerOrders m_orders;
    bool m_leadsTeam = false;
    std::optional<std::vector<protocol::PackNotice>> m_packs;
    std::vector<protocol::ProfileNotice> m_profiles;
    std::optional<base::Error> m_lastError;
    std::chrono::nanoseconds m_started{0};
};

} // namespace faltakt::client
