#pragma once

// Content packs for tests: what a publisher's folder holds, and packs made of it.

#include "core/crypto/hash.h"
#include "core/screening/content_pack.h"
#include "core/screening/instrument_library.h"

#include <string>

namespace faltakt::test {

inline std::string replaced(std::string text, std::string_view what, std::string_view by)
{
    const auto at = text.find(what);
    return at == std::string::npos ? text : text.replace(at, what.size(), by);
}

/// The words in which a pack of packFolder() asks the first question of AUDIT.
inline constexpr std::string_view PackedWords = "Hur ofta händer det att du dricker något med alkohol?";

/// AUDIT with the same questions in other words, said to be official, in Swedish and English.
inline screening::PackFolder packFolder(const std::string &version, std::string_view words = PackedWords,
                                        const std::string &validFrom = "2025-01-01")
{
    std::string audit = screening::shippedResource("audit").value();
    audit = replaced(std::move(audit), "\"valueCode\": \"own\"", "\"valueCode\": \"official\"");
    audit = replaced(std::move(audit), "Hur vanligt är det att du dricker alkohol?", words);
    return {{"pack.json", R"({"id":"audit-official","version":")" + version
                              + R"(","title":"AUDIT i utgivarens ord","publisher":"Förlaget Provet",)"
                                R"("licence":"Fri för kommuner","validFrom":")"
                              + validFrom + R"(","languages":["sv","en"]})"},
            {"licence.txt", "Får användas av kommuner som har avtal.\n"},
            {"audit.json", std::move(audit)},
            {"audit.vectors.json", screening::shippedVectors("audit").value()}};
}

/// A key that is the same in every run; another number, another publisher.
inline crypto::PublisherSigningKey publisherKey(std::uint8_t number = 1)
{
    crypto::SecretBytes seed = crypto::SecretBytes::ofSize(32);
    seed.writable()[0] = number;
    return crypto::PublisherSigningKey::fromSeed(seed).value();
}

inline screening::ContentPack contentPack(const std::string &version, std::string_view words = PackedWords,
                                          std::uint8_t publisher = 1, const std::string &validFrom = "2025-01-01")
{
    return screening::signPack(packFolder(version, words, validFrom), publisherKey(publisher)).value();
}

/// A pack of any manifest and any bytes, soundly signed: for what a publisher may get wrong.
inline std::string signedBytes(const std::string &manifest, const std::string &contents, std::uint8_t publisher = 1)
{
    const auto key = publisherKey(publisher);
    const crypto::Signature signature = key.sign(base::bytesOf("faltakt-pack-1\n" + manifest));
    return "faltakt-pack-1\n" + key.publicKey().toBase64Url() + ' ' + base::toBase64Url(signature) + '\n' + manifest
           + '\n' + contents;
}

/// The same pack, soundly signed, with other golden vectors of its only instrument: one that its own readers would refuse.
inline std::string packWithVectors(const screening::ContentPack &pack, const std::string &vectors)
{
    screening::PackManifest manifest = pack.manifest();
    manifest.files[2].size = std::int64_t(vectors.size());
    manifest.files[2].hash = crypto::blake2b256(base::bytesOf(vectors));
    return signedBytes(manifest.toText(), std::string(pack.licenceText()) + std::string(pack.content(1)) + vectors);
}

} // namespace faltakt::test
