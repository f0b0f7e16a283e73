#pragma once

#include "core/crypto/signing_key.h"
#include "core/store/case_store.h"
#include "sync/client/transport.h"
#include "sync/protocol/quarantine.h"

#include <functional>
#include <memory>

class QObject;

namespace faltakt::client {

/// Asks the server what was not taken of the team's work, for its leader. Keeps nothing of the answer but hands it on. In the
/// thread that owns the sender and has an event loop, also beside a sync. Dropping it gives up, without an answer.
class TeamQuarantine {
public:
    /// Refused where the worker leads no team, Unreachable or Busy where the server does not answer, Damaged on an answer that
    /// makes no sense.
    using Done = std::function<void(base::Result<protocol::QuarantinePage>)>;

    /// Borrows key, sender and randomness.
    TeamQuarantine(const store::Owner &owner, const crypto::SigningKey &deviceKey, RequestSender &sender,
                   base::Random &random);
    ~TeamQuarantine();
    TeamQuarantine(const TeamQuarantine &) = delete;
    TeamQuarantine &operator=(const TeamQuarantine &) = delete;

    /// `done` is called once, from the event loop. One at a time: what was asked before is given up.
    void ask(const protocol::QuarantineRequest &request, Done done);

private:
    void fetchToken();
    void fetchPage();
    /// `refused`: what is done where the server does not take the token.
    void send(Request request, std::function<void(const Answer &)> answered, std::function<void()> refused = {});
    void finish(base::Result<protocol::QuarantinePage> page);

    store::Owner m_owner;
    const crypto::SigningKey *m_deviceKey;
    RequestSender *m_sender;
    base::Random *m_random;
    /// Receiver of late answers: with it they end.
    std::unique_ptr<QObject> m_anchor;
    RequestNumber m_request = 0; ///< The last one that was sent.
    protocol::QuarantineRequest m_asked;
    bool m_isTokenNew = false;
    std::string m_token; ///< Kept over pages, until the server does not take it any more.
    Done m_done;
};

} // namespace faltakt::client
