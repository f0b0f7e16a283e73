#pragma once

#include "sync/client/token_call.h"
#include "sync/protocol/known.h"

namespace faltakt::client {

/// Asks the server whether somebody with exactly this number has a file already. In the thread that owns the sender and has an
/// event loop, also beside a sync. Dropping it gives up, without an answer.
class KnownQuestion {
public:
    /// Unreachable where the server does not answer in time, Busy where too much was asked or it wants patience, NotFound from
    /// a server that knows no such question, Damaged on an answer that makes no sense.
    using Done = std::function<void(base::Result<protocol::KnownAnswer>)>;

    /// Borrows key, sender and randomness.
    KnownQuestion(const store::Owner &owner, const crypto::SigningKey &deviceKey, RequestSender &sender,
                  base::Random &random)
        : m_call(owner, deviceKey, sender, random)
    {
    }

    /// `done` is called once, from the event loop. One at a time: what was asked before is given up.
    void ask(const protocol::KnownRequest &request, Done done);

private:
    TokenCall m_call;
};

} // namespace faltakt::client
