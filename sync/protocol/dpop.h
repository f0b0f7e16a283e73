#pragma once

#include "core/base/instant.h"
#include "core/base/random.h"
#include "core/crypto/signing_key.h"

#include <string>
#include <string_view>

/// Proofs of possession (RFC 9449): each attempt at a request carries one, made for it alone.
namespace faltakt::protocol {

/// What a proof is made for.
struct ProofTarget {
    std::string_view method; ///< Upper case, as in the request line.
    std::string_view url;    ///< With scheme and host; a query or fragment is left out of the proof.
    std::string_view nonce;  ///< The server's; empty where none came yet.
    std::string_view token;  ///< The access token that goes with the request; empty where there is none.
};

/// `now` only fills `iat`, which nobody judges.
[[nodiscard]] base::Result<std::string> makeProof(const crypto::SigningKey &key, const ProofTarget &target,
                                                  base::Instant now, base::Random &random);

/// A proof whose signature, method, URL and token binding were found right. Whether nonce and jti are fresh, and whether
/// the key is somebody's, is left to the server.
struct Proof {
    crypto::PublicKey key;
    std::string thumbprint; ///< RFC 7638 of the key; must be that of the token.
    std::string jti;        ///< 1 to 64 characters.
    std::string nonce;      ///< Empty where the proof has none.
};

/// `expected.nonce` is not looked at. With a token the proof must hold its hash (`ath`); without one it must hold none.
/// InvalidInput on a wrong form, Refused where it is a proof of something else.
[[nodiscard]] base::Result<Proof> checkProof(std::string_view text, const ProofTarget &expected);

/// Scheme and host in lower case, without default port, query and fragment; InvalidInput where it is no http(s) URL.
[[nodiscard]] base::Result<std::string> normaliseTarget(std::string_view url);

} // namespace faltakt::protocol
