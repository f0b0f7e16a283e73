#pragma once

#include "core/crypto/signing_key.h"
#include "core/store/case_store.h"
#include "sync/client/transport.h"

#include <functional>
#include <memory>

class QObject;

namespace faltakt::client {

/// One call at a time that wants an access token, beside a sync: fetches the token, keeps it over calls until the server does
/// not take it any more. In the thread that owns the sender and has an event loop. Dropping it gives up, without an answer.
class TokenCall {
public:
    /// The answer of a 2xx; else what checkAnswer() makes of it, Unreachable, or Damaged where the token cannot be read.
    using Done = std::function<void(base::Result<Answer>)>;

    /// Borrows key, sender and randomness.
    TokenCall(const store::Owner &owner, const crypto::SigningKey &deviceKey, RequestSender &sender,
              base::Random &random);
    ~TokenCall();
    TokenCall(const TokenCall &) = delete;
    TokenCall &operator=(const TokenCall &) = delete;

    /// `done` is called once, from the event loop. What was asked before is given up. The request comes without a token.
    void ask(Request request, Done done);

private:
    void fetchToken();
    void sendAsked();
    /// `refused`: what is done where the server does not take the token.
    void send(Request request, std::function<void(const Answer &)> answered, std::function<void()> refused = {});
    void finish(base::Result<Answer> answer);

    store::Owner m_owner;
    const crypto::SigningKey *m_deviceKey;
    RequestSender *m_sender;
    base::Random *m_random;
    /// Receiver of late answers: with it they end.
    std::unique_ptr<QObject> m_anchor;
    RequestNumber m_request = 0; ///< The last one that was sent.
    Request m_asked;
    bool m_isTokenNew = false;
    std::string m_token;
    Done m_done;
};

} // namespace faltakt::client
