// Signed and sealed tokens and JWKs under hostile text.
#include "core/crypto/jwt.h"
#include "core/crypto/sealed_token.h"

#include <cstdint>
#include <cstdlib>

using namespace faltakt;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const std::string_view text(reinterpret_cast<const char *>(data), size);
    static const auto tokenKey = crypto::SecretBytes::copyOf(base::Bytes(32, 7));
    if (const auto jwt = crypto::decodeJwt(text)) {
        if (jwt->header.stringAt("alg") != "ES256" || !text.starts_with(jwt->signingInput))
            std::abort();
        if (const auto *jwk = jwt->header.find("jwk"))
            if (const auto key = crypto::PublicKey::fromJwk(*jwk))
                static_cast<void>(jwt->verify(*key));
    }
    if (const auto value = base::json::parse(text)) {
        const auto key = crypto::PublicKey::fromJwk(*value);
        if (key && !(crypto::PublicKey::fromJwk(key->toJwk()).value() == *key))
            std::abort();
    }
    // Nobody without the key makes one that opens.
    if (crypto::openToken(tokenKey, "access", text))
        std::abort();
    return 0;
}
