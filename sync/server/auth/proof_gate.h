#pragma once

#include "sync/protocol/dpop.h"
#include "sync/protocol/messages.h"
#include "sync/server/auth/access_tokens.h"
#include "sync/server/auth/nonce_source.h"
#include "sync/server/auth/replay_cache.h"

#include <optional>
#include <variant>

namespace faltakt::server {

/// What of a request the gate looks at.
struct ProofInput {
    std::string_view method;
    std::string_view host; ///< As the client named it; the proof must name the same.
    std::string_view path;
    std::string_view proof;         ///< The one `DPoP` header; empty where there is none or several.
    std::string_view authorization; ///< Empty where there is none.
    /// How long ago all this came: over a slow link the body takes minutes, and what was fresh when it began is fresh.
    std::chrono::nanoseconds ago{0};
};

/// Whose key made the request.
struct Proven {
    crypto::PublicKey key;
    std::string thumbprint;
};

/// Lets in only requests with a fresh proof of a key, and with a token where one is needed. Thread-safe.
class ProofGate {
public:
    ProofGate(const crypto::SecretBytes &bootKey, const base::MonotonicClock &clock, base::Random &random)
        : m_nonces(bootKey, clock, random, protocol::Limits::NonceLife),
          m_tokens(bootKey, clock, random, protocol::Limits::TokenLife)
    {
    }

    [[nodiscard]] std::variant<Proven, protocol::Refusal> checkProof(const ProofInput &input);
    [[nodiscard]] std::variant<Session, protocol::Refusal> checkToken(const ProofInput &input);

    [[nodiscard]] std::string makeNonce() { return m_nonces.make(); }
    [[nodiscard]] AccessTokens &tokens() { return m_tokens; }

private:
    [[nodiscard]] std::variant<Proven, protocol::Refusal> check(const ProofInput &input, std::string_view token);

    NonceSource m_nonces;
    AccessTokens m_tokens;
    ReplayCache m_used;
};

} // namespace faltakt::server
