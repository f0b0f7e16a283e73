#include "sync/server/auth/proof_gate.h"

namespace faltakt::server {

using protocol::Refusal;

namespace {

constexpr std::string_view Scheme = "DPoP ";

} // namespace

std::variant<Proven, Refusal> ProofGate::check(const ProofInput &input, std::string_view token)
{
    if (input.proof.empty())
        return Refusal::UseDpopNonce;
    const std::string url = "https://" + std::string(input.host) + std::string(input.path);
    auto proof = protocol::checkProof(input.proof, {.method = input.method, .url = url, .nonce = {}, .token = token});
    if (!proof)
        return Refusal::Proof;
    const auto made = m_nonces.check(proof->nonce, input.ago);
    if (!made || !m_used.firstUse(proof->thumbprint, proof->jti, *made))
        return Refusal::UseDpopNonce;
    return Proven{std::move(proof->key), std::move(proof->thumbprint)};
}

std::variant<Proven, Refusal> ProofGate::checkProof(const ProofInput &input) { return check(input, {}); }

std::variant<Session, Refusal> ProofGate::checkToken(const ProofInput &input)
{
    if (!input.authorization.starts_with(Scheme))
        return Refusal::Token;
    const std::string_view token = input.authorization.substr(Scheme.size());
    const auto proven = check(input, token);
    if (const auto *refusal = std::get_if<Refusal>(&proven))
        return *refusal;
    const auto session = m_tokens.open(token, std::get<Proven>(proven).thumbprint, input.ago);
    if (!session)
        return Refusal::Token;
    return *session;
}

} // namespace faltakt::server
