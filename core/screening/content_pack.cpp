#include "core/screening/content_pack.h"

#include "core/base/text.h"
#include "core/crypto/hash.h"
#include "core/screening/golden_vectors.h"
#include "core/screening/shipped_forms.h"

#include <algorithm>

namespace faltakt::screening {

using base::ErrorCode;
using base::fail;
using base::Result;

namespace {

constexpr std::string_view FirstLine = "faltakt-pack-1\n";
constexpr std::string_view AnyFirstLine = "faltakt-pack-";
constexpr std::size_t KeyLength = 43;       // 32 bytes in base64url
constexpr std::size_t SignatureLength = 86; // 64 bytes
constexpr std::size_t HeadLength = FirstLine.size() + KeyLength + 1 + SignatureLength + 1;

constexpr std::string_view DescriptionName = "pack.json";
constexpr std::string_view LicenceName = "licence.txt";
constexpr std::string_view VectorsEnd = ".vectors.json";
constexpr std::string_view InstrumentEnd = ".json";

std::string signedText(std::string_view manifest) { return std::string(FirstLine) + std::string(manifest); }

struct Head {
    crypto::PublisherKey key;
    std::string_view manifest;
};

/// Up to the end of the manifest, with the signature checked.
Result<Head> readHead(std::string_view bytes)
{
    if (!bytes.starts_with(FirstLine))
        return bytes.starts_with(AnyFirstLine) ? fail(ErrorCode::Unsupported, "a newer form of pack")
                                               : fail(ErrorCode::Damaged, "not a pack");
    const bool hasLines =
        bytes.size() > HeadLength && bytes[FirstLine.size() + KeyLength] == ' ' && bytes[HeadLength - 1] == '\n';
    if (!hasLines)
        return fail(ErrorCode::Damaged, "the head of the pack");
    const auto key = crypto::PublisherKey::fromBase64Url(bytes.substr(FirstLine.size(), KeyLength));
    const auto signature =
        crypto::signatureFromBase64Url(bytes.substr(FirstLine.size() + KeyLength + 1, SignatureLength));
    if (!key || !signature)
        return fail(ErrorCode::Damaged, "the head of the pack");
    const std::size_t end = bytes.substr(0, HeadLength + PackLimits::ManifestBytes + 1).find('\n', HeadLength);
    if (end == std::string_view::npos)
        return fail(ErrorCode::Damaged, "the end of the manifest");
    const std::string_view manifest = bytes.substr(HeadLength, end - HeadLength);
    if (!key->verify(base::bytesOf(signedText(manifest)), *signature))
        return fail(ErrorCode::WrongKey, "the signature does not fit");
    return Head{*key, manifest};
}

std::string nameOf(const PackFile &file)
{
    switch (file.kind) {
    case PackFile::Kind::Licence: return std::string(LicenceName);
    case PackFile::Kind::Instrument: return file.id + std::string(InstrumentEnd);
    case PackFile::Kind::Vectors: return file.id + std::string(VectorsEnd);
    }
    return {};
}

bool speaks(const Questionnaire &questionnaire, std::string_view language)
{
    const auto isSaid = [language](const LocalText &text) { return text.has(language); };
    return isSaid(questionnaire.title())
           && std::ranges::all_of(questionnaire.questions(), [&](const Question &question) {
                  return isSaid(question.text) && std::ranges::all_of(question.options, isSaid, &AnswerOption::display);
              });
}

Result<QuestionnairePointer> readInstrument(const ContentPack &pack, std::size_t file)
{
    const PackManifest &manifest = pack.manifest();
    const std::string &id = manifest.files[file].id;
    const auto questionnaire = Questionnaire::parse(pack.content(file));
    if (!questionnaire)
        return fail(questionnaire.error().withContext(id));
    if ((*questionnaire)->id() != id)
        return fail(ErrorCode::InvalidInput, id + ": the file holds another instrument");
    for (const std::string &language : manifest.languages)
        if (!speaks(**questionnaire, language))
            return fail(ErrorCode::InvalidInput,
                        std::string(id).append(": not all of it is there in ").append(language));
    return (*questionnaire)->ofPack(manifest.edition());
}

/// The place of an instrument's file; its vectors stand behind it.
constexpr std::size_t FirstInstrument = 1;
constexpr std::size_t FilesOfInstrument = 2;

/// The files in the order of the manifest, which gets their sizes and hashes.
Result<std::string> collectFiles(const PackFolder &folder, PackManifest &manifest)
{
    const auto licence = folder.find(std::string(LicenceName));
    if (licence == folder.end())
        return fail(ErrorCode::NotFound, "there is no licence.txt");
    if (!base::isValidUtf8(licence->second) || base::trimmed(licence->second).empty())
        return fail(ErrorCode::InvalidInput, "licence.txt is no text");
    std::string contents;
    const auto add = [&](PackFile::Kind kind, const std::string &id, const std::string &content) {
        manifest.files.push_back({kind, id, std::int64_t(content.size()), crypto::blake2b256(base::bytesOf(content))});
        contents += content;
    };
    add(PackFile::Kind::Licence, {}, licence->second);
    // By id, not by file name: '-' comes before '.', so "audit-c.json" would stand before "audit.json".
    std::map<std::string, const std::string *> instruments;
    for (const auto &[name, content] : folder)
        if (name != DescriptionName && name.ends_with(InstrumentEnd) && !name.ends_with(VectorsEnd))
            instruments.emplace(name.substr(0, name.size() - InstrumentEnd.size()), &content);
    for (const auto &[id, content] : instruments) {
        const auto vectors = folder.find(id + std::string(VectorsEnd));
        if (vectors == folder.end())
            return fail(ErrorCode::NotFound, "there is no " + id + std::string(VectorsEnd));
        add(PackFile::Kind::Instrument, id, *content);
        add(PackFile::Kind::Vectors, id, vectors->second);
    }
    return contents;
}

/// Nothing may be left out in silence.
Result<void> checkNothingLeft(const PackFolder &folder, const PackManifest &manifest)
{
    for (const auto &entry : folder) {
        const std::string &name = entry.first;
        const bool isKnown = name == DescriptionName || std::ranges::any_of(manifest.files, [&](const PackFile &file) {
                                 return nameOf(file) == name;
                             });
        if (!isKnown)
            return fail(ErrorCode::InvalidInput, "the folder holds a file that belongs to no pack: " + name);
    }
    return {};
}

} // namespace

Result<ContentPack> ContentPack::read(std::string bytes)
{
    if (bytes.size() > PackLimits::PackBytes)
        return fail(ErrorCode::TooLarge, "the pack is larger than 8 MiB");
    TRY(const Head head, readHead(bytes));
    TRY(PackManifest manifest, PackManifest::fromText(head.manifest));
    const std::size_t filesAt = HeadLength + head.manifest.size() + 1;
    std::size_t at = filesAt;
    for (const PackFile &file : manifest.files) {
        const auto size = std::size_t(file.size);
        if (size > bytes.size() - at
            || crypto::blake2b256(base::bytesOf(std::string_view(bytes).substr(at, size))) != file.hash)
            return fail(ErrorCode::Damaged, nameOf(file) + " is not what was signed");
        at += size;
    }
    if (at != bytes.size())
        return fail(ErrorCode::Damaged, "something stands behind the pack");
    return ContentPack(std::move(bytes), head.key, std::move(manifest), filesAt);
}

base::Hash ContentPack::hash() const { return crypto::blake2b256(base::bytesOf(m_bytes)); }

std::string_view ContentPack::content(std::size_t file) const
{
    std::size_t at = m_filesAt;
    for (std::size_t i = 0; i < file; ++i)
        at += std::size_t(m_manifest.files[i].size);
    return std::string_view(m_bytes).substr(at, std::size_t(m_manifest.files[file].size));
}

Result<std::vector<QuestionnairePointer>> packInstruments(const ContentPack &pack)
{
    std::vector<QuestionnairePointer> instruments;
    for (std::size_t i = FirstInstrument; i < pack.manifest().files.size(); i += FilesOfInstrument) {
        TRY(auto instrument, readInstrument(pack, i));
        instruments.push_back(std::move(instrument));
    }
    return instruments;
}

Result<QuestionnairePointer> packInstrument(const ContentPack &pack, std::string_view id)
{
    for (std::size_t i = FirstInstrument; i < pack.manifest().files.size(); i += FilesOfInstrument)
        if (pack.manifest().files[i].id == id)
            return readInstrument(pack, i);
    return fail(ErrorCode::NotFound, "the pack has no such instrument");
}

Result<void> runPackVectors(const ContentPack &pack, const std::vector<QuestionnairePointer> &instruments)
{
    for (std::size_t i = 0; i < instruments.size(); ++i) {
        const std::size_t vectors = FirstInstrument + i * FilesOfInstrument + 1;
        const auto report = runVectors(instruments[i], pack.content(vectors));
        if (!report)
            return fail(report.error().withContext(instruments[i]->id() + std::string(VectorsEnd)));
        if (!report->failures.empty())
            return fail(ErrorCode::Refused, instruments[i]->id() + ": " + report->failures.front());
    }
    return {};
}

Result<ContentPack> signPack(const PackFolder &folder, const crypto::PublisherSigningKey &key)
{
    const auto description = folder.find(std::string(DescriptionName));
    if (description == folder.end())
        return fail(ErrorCode::NotFound, "there is no pack.json");
    auto described = readPackDescription(description->second);
    if (!described)
        return fail(described.error().withContext(DescriptionName));
    PackManifest manifest = std::move(*described);
    TRY(const std::string contents, collectFiles(folder, manifest));
    TRY_VOID(checkNothingLeft(folder, manifest));
    const std::string text = manifest.toText();
    const crypto::Signature signature = key.sign(base::bytesOf(signedText(text)));
    TRY(ContentPack pack, ContentPack::read(std::string(FirstLine) + key.publicKey().toBase64Url() + ' '
                                            + base::toBase64Url(signature) + '\n' + text + '\n' + contents));
    TRY(const auto instruments, packInstruments(pack));
    TRY(const InstrumentLibrary shipped, InstrumentLibrary::shipped());
    TRY(const auto clash, clashWithShipped(pack, instruments, shipped));
    if (clash)
        return fail(ErrorCode::InvalidInput, clash->detail);
    TRY_VOID(runPackVectors(pack, instruments));
    return pack;
}

} // namespace faltakt::screening
