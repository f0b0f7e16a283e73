// Vectors: BLAKE2 reference ("abc", 32 bytes), FIPS 180-2 ("abc"), libsodium's Argon2id suite, the XChaCha20-Poly1305
// draft of the IRTF (A.3.1), RFC 7748 6.1 (X25519, Alice's pair), RFC 7515 A.3 (ES256).
#include "core/crypto/self_test.h"

#include "core/crypto/hash.h"
#include "core/crypto/initialise.h"
#include "core/crypto/passphrase_kdf.h"
#include "core/crypto/sealed_box.h"
#include "core/crypto/signing_key.h"

#include <sodium.h>

#include <algorithm>

namespace faltakt::crypto {

using base::ErrorCode;
using base::fail;
using base::Result;

namespace {

Result<void> expect(bool right, const char *primitive)
{
    if (!right)
        return fail(ErrorCode::Internal, std::string("self-test of ") + primitive);
    return {};
}

Result<void> testHashes()
{
    TRY_VOID(expect(base::toHex(blake2b256(base::bytesOf("abc")))
                        == "bddd813c634239723171ef3fee98579b94964e3bb1cb3e427262c8c068d52319",
                    "BLAKE2b-256"));
    return expect(base::toHex(sha256(base::bytesOf("abc")))
                      == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad",
                  "SHA-256");
}

Result<void> testKdf()
{
    TRY(const auto saltBytes, base::fromBase64Url("bA81arsiXysd3WbTRzmEOw"));
    KdfSalt salt{};
    std::copy_n(saltBytes.begin(), std::min(saltBytes.size(), salt.size()), salt.begin());
    TRY(const auto key, deriveKey(SecretBytes(), salt, {.passes = 2, .memoryKiB = 4882}));
    return expect(base::toBase64Url(key.view()) == "Nm8QBM-7RH1DXo9rvp5cwKEOOOfD2g6JuxlXihoNcpE", "Argon2id");
}

/// The vector's context does not begin with the header that aead.h puts before it, so it runs on the library itself.
Result<void> testAead()
{
    TRY(const auto key, base::fromHex("808182838485868788898a8b8c8d8e8f909192939495969798999a9b9c9d9e9f"));
    TRY(const auto nonce, base::fromHex("404142434445464748494a4b4c4d4e4f5051525354555657"));
    TRY(const auto context, base::fromHex("50515253c0c1c2c3c4c5c6c7"));
    TRY(auto cipherText,
        base::fromHex("bd6d179d3e83d43b9576579493c0e939572a1700252bfaccbed2902c21396cbb731c7f1b0b4aa6440bf3a82f4eda7e39"
                      "ae64c6708c54c216cb96b72e1213b4522f8c9ba40db5d945b11b69b982c1bb9e3f3fac2bc369488f76b2383565d3fff9"
                      "21f9664c97637da9768812f615c68b13b52ec0875924c1c7987947deafd8780acf49"));
    constexpr std::string_view Expected = "Ladies and Gentlemen of the class of '99: If I could offer you only one tip "
                                          "for the future, sunscreen would be it.";
    base::Bytes plain(cipherText.size() - crypto_aead_xchacha20poly1305_ietf_ABYTES);
    const auto decrypt = [&] {
        return crypto_aead_xchacha20poly1305_ietf_decrypt(plain.data(), nullptr, nullptr, cipherText.data(),
                                                          cipherText.size(), context.data(), context.size(),
                                                          nonce.data(), key.data())
               == 0;
    };
    TRY_VOID(expect(decrypt() && base::textOf(plain) == Expected, "XChaCha20-Poly1305"));
    cipherText.back() ^= 1;
    return expect(!decrypt(), "XChaCha20-Poly1305 tag");
}

Result<void> testBox()
{
    TRY(const auto privateKey, base::fromHex("77076d0a7318a57d3c16c17251b26645df4c2f87ebc0992ab177fba51db92c2a"));
    TRY(const auto pair, BoxKeyPair::fromPrivate(SecretBytes::copyOf(privateKey)));
    return expect(base::toHex(pair.publicKey().bytes())
                      == "8520f0098930a754748b7ddcb43ef75a0dbf3a0d26381af4eba4a98eaa9b4e6a",
                  "X25519");
}

Result<void> testSignature()
{
    TRY(const auto key, PublicKey::fromJwk(base::json::Object{{"kty", "EC"},
                                                              {"crv", "P-256"},
                                                              {"x", "f83OJ3D2xF1Bg8vub9tLe1gHMzV76e8Tus9uPHvRVEU"},
                                                              {"y", "x_FEzRu9m36HLN_tue659LNpXW6pCyStikYjKIWI5a0"}}));
    const auto message =
        base::bytesOf("eyJhbGciOiJFUzI1NiJ9.eyJpc3MiOiJqb2UiLA0KICJleHAiOjEzMDA4MTkzODAsDQogImh0dHA6Ly9leGFt"
                      "cGxlLmNvbS9pc19yb290Ijp0cnVlfQ");
    TRY(auto signature, signatureFromBase64Url(
                            "DtEhU3ljbEg8L38VWAfUAqOyKAM6-Xx-F4GawxaepmXFCgfTjDxw5djxLa8ISlSApmWQxfKTUJqPP3-Kg6NU1Q"));
    TRY_VOID(expect(key.verify(message, signature), "ES256"));
    signature[5] ^= 1;
    return expect(!key.verify(message, signature), "ES256 refusal");
}

} // namespace

Result<void> selfTest()
{
    TRY_VOID(initialise());
    TRY_VOID(testHashes());
    TRY_VOID(testKdf());
    TRY_VOID(testAead());
    TRY_VOID(testBox());
    return testSignature();
}

} // namespace faltakt::crypto
