#pragma once

#include "sync/client/field_store.h"
#include "sync/client/transport.h"
#include "sync/protocol/profile.h"

#include <deque>
#include <functional>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <vector>

class QObject;

namespace faltakt::client {

/// Fetches the profiles of which a greeting told and that are not here, in its order, each with one call; one that does not
/// prove itself is passed over, and asked for again once this object is made anew. Lives in the store's thread with an event
/// loop; borrows everything. Dropping it gives up what is under way.
class ProfileTransfer {
public:
    /// How many came; or the error that ended it.
    using Done = std::function<void(const base::Result<int> &)>;

    ProfileTransfer(FieldStore &store, RequestSender &sender, base::Random &random);
    ~ProfileTransfer();
    ProfileTransfer(const ProfileTransfer &) = delete;
    ProfileTransfer &operator=(const ProfileTransfer &) = delete;

    /// True where start() would have something to fetch.
    [[nodiscard]] bool hasWork(const std::vector<protocol::ProfileNotice> &notices) const;
    /// `done` is called once, from the event loop.
    void start(const std::vector<protocol::ProfileNotice> &notices, Done done);

private:
    [[nodiscard]] bool isToFetch(const base::Hash &hash) const;
    void next();
    void fetch();
    void renewToken();
    void send(Request request, bool isToken);
    void take(const base::Result<Answer> &answer, bool isToken);
    [[nodiscard]] base::Result<void> keep(const Answer &answer);
    void finish(base::Result<int> result);

    FieldStore *m_store;
    RequestSender *m_sender;
    base::Random *m_random;
    /// Receiver of late answers: with it they end.
    std::unique_ptr<QObject> m_anchor;
    std::deque<base::Hash> m_names; ///< To fetch; the first one is under way.
    std::set<base::Hash> m_passedOver;
    RequestNumber m_request = 0;
    std::string m_token;
    bool m_isTokenFresh = false; ///< Made for the request under way: another one would not help.
    int m_arrived = 0;
    Done m_done;
};

} // namespace faltakt::client
