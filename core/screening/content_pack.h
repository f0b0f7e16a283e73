#pragma once

#include "core/crypto/publisher_key.h"
#include "core/screening/pack_manifest.h"
#include "core/screening/questionnaire.h"

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace faltakt::screening {

/// A content pack: instruments in the words of their owner, with languages, cut-off sets, licence and golden vectors,
/// signed by its publisher. As it lies in a file and travels:
///
///     faltakt-pack-1
///     KEY SIGNATURE            (Ed25519, base64url: over the first line and the manifest)
///     {"format":1,…}           (pack_manifest.h; has size and BLAKE2b-256 of each file)
///     the files' bytes, one after the other, in the order of the manifest
///
/// Nothing in it is compressed or has a path. The signature is checked before anything behind it is read. A value.
class ContentPack {
public:
    /// Form, signature by the key that the pack names, and the content of each file; whether that key is one to be
    /// trusted is for judgePack() to say. WrongKey where the signature does not fit, Damaged, TooLarge, Unsupported on a
    /// newer form.
    [[nodiscard]] static base::Result<ContentPack> read(std::string bytes);

    [[nodiscard]] const PackManifest &manifest() const noexcept { return m_manifest; }
    [[nodiscard]] const crypto::PublisherKey &key() const noexcept { return m_key; }
    /// BLAKE2b-256 over all bytes: the name under which the pack is asked for.
    [[nodiscard]] base::Hash hash() const;
    [[nodiscard]] const std::string &bytes() const noexcept { return m_bytes; }
    [[nodiscard]] std::string_view licenceText() const { return content(0); }
    /// By its place in the manifest.
    [[nodiscard]] std::string_view content(std::size_t file) const;

private:
    ContentPack(std::string bytes, const crypto::PublisherKey &key, PackManifest manifest, std::size_t filesAt)
        : m_bytes(std::move(bytes)), m_key(key), m_manifest(std::move(manifest)), m_filesAt(filesAt)
    {
    }

    std::string m_bytes;
    crypto::PublisherKey m_key;
    PackManifest m_manifest;
    std::size_t m_filesAt;
};

/// The instruments of a pack, each with the pack's edition. The first that this program cannot read, has another id than
/// its file, or lacks one of the pack's languages, is refused; the detail names it.
[[nodiscard]] base::Result<std::vector<QuestionnairePointer>> packInstruments(const ContentPack &pack);
/// One of them; NotFound.
[[nodiscard]] base::Result<QuestionnairePointer> packInstrument(const ContentPack &pack, std::string_view id);

/// Runs the golden vectors of every instrument. Refused where one gives another result; the detail names it.
[[nodiscard]] base::Result<void> runPackVectors(const ContentPack &pack,
                                                const std::vector<QuestionnairePointer> &instruments);

/// What a publisher's folder holds, by file name: pack.json (readPackDescription), licence.txt, and for each instrument
/// ID.json and ID.vectors.json.
using PackFolder = std::map<std::string, std::string>;
/// Puts a pack together and signs it; the same folder and key give the same bytes. Refuses a file that does not belong
/// there, and a pack that its own readers and vectors would refuse, or that clashes with a shipped form.
[[nodiscard]] base::Result<ContentPack> signPack(const PackFolder &folder, const crypto::PublisherSigningKey &key);

} // namespace faltakt::screening
