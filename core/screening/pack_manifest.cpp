#include "core/screening/pack_manifest.h"

#include "core/base/text.h"

#include <algorithm>
#include <array>
#include <charconv>

namespace faltakt::screening {

using base::ErrorCode;
using base::fail;
using base::Result;
namespace json = base::json;

namespace {

constexpr std::int64_t Format = 1;
constexpr std::size_t MostDigits = 6;
constexpr int MaxDepth = 4;
constexpr std::size_t MaxLanguageBytes = 35;
constexpr std::array<std::string_view, 3> KindNames = {"licence", "instrument", "vectors"};

bool isSmallOrDigit(char c) noexcept { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'); }

Result<std::string> requireLine(const json::Value &object, std::string_view name)
{
    TRY(std::string text, object.requireString(name));
    if (text.size() > PackLimits::TextBytes)
        return fail(ErrorCode::TooLarge, std::string(name) + " is too long");
    const auto isControl = [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7f; };
    if (base::trimmed(text) != text || text.empty() || std::ranges::any_of(text, isControl))
        return fail(ErrorCode::InvalidInput, std::string(name) + " must be one line of text");
    return text;
}

bool isLanguage(std::string_view tag) noexcept
{
    const auto fits = [](char c) { return isSmallOrDigit(c) || (c >= 'A' && c <= 'Z') || c == '-'; };
    return tag.size() >= 2 && tag.size() <= MaxLanguageBytes && tag.front() != '-' && tag.back() != '-'
           && std::ranges::all_of(tag, fits);
}

Result<std::vector<std::string>> readLanguages(const json::Value &object)
{
    TRY(const json::Array *items, object.requireArray("languages"));
    if (items->size() > PackLimits::Languages)
        return fail(ErrorCode::TooLarge, "languages has too many items");
    std::vector<std::string> languages;
    for (const json::Value &item : *items) {
        if (!item.string() || !isLanguage(*item.string()) || std::ranges::count(languages, *item.string()) > 0)
            return fail(ErrorCode::InvalidInput, "languages must be different language tags");
        languages.push_back(*item.string());
    }
    return languages;
}

/// Everything but the files.
Result<PackManifest> readHead(const json::Value &object)
{
    PackManifest manifest;
    TRY(manifest.id, object.requireString("id"));
    if (!isPackId(manifest.id))
        return fail(ErrorCode::InvalidInput, "id must be small letters, digits and hyphens");
    TRY(const std::string version, object.requireString("version"));
    TRY(manifest.version, PackVersion::parse(version));
    TRY(manifest.title, requireLine(object, "title"));
    TRY(manifest.publisher, requireLine(object, "publisher"));
    TRY(manifest.licence, requireLine(object, "licence"));
    TRY(const std::string validFrom, object.requireString("validFrom"));
    const auto day = base::parseDate(validFrom);
    if (!day)
        return fail(ErrorCode::InvalidInput, "validFrom must be a day");
    manifest.validFrom = *day;
    TRY(manifest.languages, readLanguages(object));
    return manifest;
}

Result<PackFile> readFile(const json::Value &object)
{
    PackFile file;
    TRY(const std::string kind, object.requireString("kind"));
    const auto known = std::ranges::find(KindNames, kind);
    if (known == KindNames.end())
        return fail(ErrorCode::InvalidInput, "a file of an unknown kind");
    file.kind = PackFile::Kind(known - KindNames.begin());
    TRY(file.id, object.requireString("id"));
    if (file.kind == PackFile::Kind::Licence ? !file.id.empty() : !isPackId(file.id))
        return fail(ErrorCode::InvalidInput, "a file's id");
    TRY(file.size, object.requireInteger("size"));
    if (file.size < 1 || file.size > std::int64_t(PackLimits::PackBytes))
        return fail(ErrorCode::TooLarge, "a file's size");
    TRY(const std::string hash, object.requireString("hash"));
    TRY(file.hash, base::hashFromBase64Url(hash));
    return file;
}

/// The licence, then for each instrument, by id, the instrument and its vectors.
Result<void> checkFiles(const std::vector<PackFile> &files)
{
    const auto broken = [] {
        return fail(ErrorCode::InvalidInput, "files are not a licence and instruments with vectors");
    };
    if (files.size() % 2 != 1 || files.front().kind != PackFile::Kind::Licence)
        return broken();
    std::int64_t total = 0;
    for (const PackFile &file : files)
        total += file.size;
    if (total > std::int64_t(PackLimits::PackBytes) || files.front().size > std::int64_t(PackLimits::LicenceBytes))
        return fail(ErrorCode::TooLarge, "files are too large");
    for (std::size_t i = 1; i < files.size(); i += 2)
        if (files[i].kind != PackFile::Kind::Instrument || files[i + 1].kind != PackFile::Kind::Vectors
            || files[i].id != files[i + 1].id || (i > 1 && files[i].id <= files[i - 2].id))
            return broken();
    return {};
}

Result<PackManifest> read(std::string_view text)
{
    TRY(const json::Value object, json::parse(text, {.maxBytes = PackLimits::ManifestBytes, .maxDepth = MaxDepth}));
    TRY(const std::int64_t format, object.requireInteger("format"));
    if (format != Format)
        return fail(ErrorCode::Unsupported, "another form");
    TRY(PackManifest manifest, readHead(object));
    TRY(const json::Array *files, object.requireArray("files"));
    if (files->size() > PackLimits::Files)
        return fail(ErrorCode::TooLarge, "too many files");
    for (const json::Value &item : *files) {
        TRY(PackFile file, readFile(item));
        manifest.files.push_back(std::move(file));
    }
    TRY_VOID(checkFiles(manifest.files));
    return manifest;
}

} // namespace

Result<PackVersion> PackVersion::parse(std::string_view text)
{
    const auto parts = base::split(text, '.');
    PackVersion version;
    if (parts.size() > version.m_numbers.size())
        return fail(ErrorCode::InvalidInput, "version has too many numbers");
    for (std::size_t i = 0; i < parts.size(); ++i) {
        const std::string &part = parts[i];
        const char *const end = part.data() + part.size();
        const bool hasForm = !part.empty() && part.size() <= MostDigits && (part.size() == 1 || part.front() != '0');
        const auto read = std::from_chars(part.data(), end, version.m_numbers[i]);
        if (!hasForm || read.ec != std::errc() || read.ptr != end)
            return fail(ErrorCode::InvalidInput, "version must be numbers with dots");
    }
    version.m_text = text;
    return version;
}

std::string PackManifest::toText() const
{
    json::Array tags;
    for (const std::string &language : languages)
        tags.emplace_back(language);
    json::Array entries;
    for (const PackFile &file : files)
        entries.emplace_back(json::Object{{"kind", KindNames[std::size_t(file.kind)]},
                                          {"id", file.id},
                                          {"size", file.size},
                                          {"hash", base::toBase64Url(file.hash)}});
    return json::serialise(json::Object{{"format", Format},
                                        {"id", id},
                                        {"version", version.toString()},
                                        {"title", title},
                                        {"publisher", publisher},
                                        {"licence", licence},
                                        {"validFrom", base::formatDate(validFrom)},
                                        {"languages", std::move(tags)},
                                        {"files", std::move(entries)}});
}

Result<PackManifest> PackManifest::fromText(std::string_view text)
{
    auto manifest = read(text);
    if (!manifest && manifest.error().code() == ErrorCode::InvalidInput)
        return fail(ErrorCode::Damaged, manifest.error().detail());
    if (manifest && manifest->toText() != text)
        return fail(ErrorCode::Damaged, "not in the one form that there is");
    return manifest;
}

bool isPackId(std::string_view text) noexcept
{
    if (text.empty() || text.size() > PackLimits::IdBytes || text.front() == '-' || text.back() == '-')
        return false;
    return std::ranges::all_of(text, [](char c) { return isSmallOrDigit(c) || c == '-'; })
           && text.find("--") == std::string_view::npos;
}

Result<PackManifest> readPackDescription(std::string_view text)
{
    TRY(const json::Value object, json::parse(text, {.maxBytes = PackLimits::ManifestBytes, .maxDepth = MaxDepth}));
    if (!object.object())
        return fail(ErrorCode::InvalidInput, "not an object");
    static constexpr std::array<std::string_view, 7> Known = {"id",      "version",   "title",    "publisher",
                                                              "licence", "validFrom", "languages"};
    for (const auto &[name, value] : *object.object())
        if (std::ranges::find(Known, name) == Known.end())
            return fail(ErrorCode::InvalidInput, "an unknown member '" + name + "'");
    return readHead(object);
}

} // namespace faltakt::screening
