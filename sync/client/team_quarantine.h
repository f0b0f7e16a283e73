#pragma once

#include "sync/client/token_call.h"
#include "sync/protocol/quarantine.h"

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
                   base::Random &random)
        : m_call(owner, deviceKey, sender, random)
    {
    }

    /// `done` is called once, from the event loop. One at a time: what was asked before is given up.
    void ask(const protocol::QuarantineRequest &request, Done done);

private:
    TokenCall m_call;
};

} // namespace faltakt::client
