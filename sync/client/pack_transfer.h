#pragma once

#include "core/crypto/publisher_key.h"
#include "sync/client/field_store.h"
#include "sync/client/transport.h"
#include "sync/protocol/pack.h"

#include <deque>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

class QObject;

namespace faltakt::client {

/// Reasons that stand with a pack before anybody has looked into it.
struct PackFaultWord {
    static constexpr const char *Damaged = "damaged"; ///< The server's bytes were not those that it had named.
};

/// Whose packs this device takes: those whom the server named when the device was enrolled, and those whom its worker named
/// since. What the server says later makes nobody trusted.
[[nodiscard]] base::Result<std::vector<crypto::PublisherKey>> trustedPublishers(FieldStore &store);

/// Fetches the content packs of which a greeting told, in its order, chunk by chunk; each chunk stays, so a break costs one.
/// What is whole waits to be judged by whoever knows instruments. Lives in the store's thread with an event loop; borrows everything.
/// Dropping it gives up what is under way.
class PackTransfer {
public:
    /// How many are whole now that were not before; or the error that ended it, or that one pack could not be fetched for
    /// while all others came. A pack that came damaged is no error.
    using Done = std::function<void(const base::Result<int> &)>;

    PackTransfer(store::CaseStore &cases, const crypto::SigningKey &deviceKey, RequestSender &sender,
                 const base::Clock &clock, base::Random &random);
    ~PackTransfer();
    PackTransfer(const PackTransfer &) = delete;
    PackTransfer &operator=(const PackTransfer &) = delete;

    /// What was not taken yet and is not told of any more is forgotten. `done` is called once, from the event loop.
    void start(const std::vector<protocol::PackNotice> &notices, Done done);
    /// True where start() would have something to fetch or to forget.
    [[nodiscard]] base::Result<bool> hasWork(const std::vector<protocol::PackNotice> &notices) const;

private:
    /// Before which time a pack that came damaged is fetched anew.
    static constexpr std::chrono::hours DamagedRest{24};

    [[nodiscard]] bool isToFetch(const store::PackRow &row) const;
    [[nodiscard]] base::Result<void> prepare(const std::vector<protocol::PackNotice> &notices);
    void next();
    void fetch();
    void renewToken();
    void take(const base::Result<Answer> &answer, bool isToken);
    /// Goes on without the pack under way where the error is its own, and ends where others would fare no better.
    void passOver(const base::Error &error);
    [[nodiscard]] base::Result<void> keep(const Answer &answer);
    void finish(base::Result<int> result);

    store::CaseStore *m_cases;
    const crypto::SigningKey *m_deviceKey;
    RequestSender *m_sender;
    const base::Clock *m_clock;
    base::Random *m_random;
    /// Receiver of late answers: with it they end.
    std::unique_ptr<QObject> m_anchor;
    std::deque<store::PackRow> m_rows; ///< To fetch, in the order of the greeting; the first one is under way.
    RequestNumber m_request = 0;
    std::string m_token;
    bool m_isTokenFresh = false; ///< Made for the request under way: another one would not help.
    int m_arrived = 0;
    std::optional<base::Error> m_fault; ///< Of the first pack that could not be fetched.
    Done m_done;
};

} // namespace faltakt::client
