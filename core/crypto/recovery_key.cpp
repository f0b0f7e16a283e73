#include "core/crypto/recovery_key.h"

#include "core/base/json.h"
#include "core/crypto/hash.h"

#include <algorithm>
#include <array>
#include <optional>

namespace faltakt::crypto {

using base::ErrorCode;
using base::fail;
using base::Result;

namespace {

constexpr std::string_view Title = "faltakt-recovery-key";
constexpr std::string_view Version = "1";
constexpr std::size_t CheckSize = 4;

std::array<std::uint8_t, CheckSize> checkOf(const base::TenantId &tenant, const SecretBytes &key)
{
    const base::Hash hash = blake2b256(base::bytesOf(Title), tenant.bytes(), key.view());
    std::array<std::uint8_t, CheckSize> check{};
    std::copy_n(hash.begin(), CheckSize, check.begin());
    return check;
}

/// Appends to a buffer whose room was reserved: growing would leave copies of the key behind.
void appendGroups(std::string &text, base::ByteView bytes)
{
    constexpr std::string_view Digits = "0123456789abcdef";
    for (std::size_t i = 0; i < bytes.size(); ++i) {
        if (i > 0 && i % 2 == 0)
            text += ' ';
        text += Digits[bytes[i] >> 4];
        text += Digits[bytes[i] & 15];
    }
}

int digitValue(char c) noexcept
{
    if (c >= '0' && c <= '9')
        return c - '0';
    const char lower = static_cast<char>(c | 0x20);
    return lower >= 'a' && lower <= 'f' ? lower - 'a' + 10 : -1;
}

/// Reads exactly `target` bytes of hexadecimal digits with spaces anywhere between them.
bool readGroups(std::string_view text, std::span<std::uint8_t> target)
{
    std::size_t digits = 0;
    for (const char c : text) {
        if (c == ' ' || c == '\t')
            continue;
        const int value = digitValue(c);
        if (value < 0 || digits >= target.size() * 2)
            return false;
        std::uint8_t &byte = target[digits / 2];
        byte = static_cast<std::uint8_t>(byte << 4 | value);
        ++digits;
    }
    return digits == target.size() * 2;
}

std::string_view withoutSpaces(std::string_view text)
{
    constexpr std::string_view Spaces = " \t\r";
    const auto first = text.find_first_not_of(Spaces);
    if (first == std::string_view::npos)
        return {};
    return text.substr(first, text.find_last_not_of(Spaces) - first + 1);
}

struct Lines {
    std::optional<std::string_view> version, tenant, key, check;
};

/// The value after each known word; nothing where a line is foreign or comes twice.
std::optional<Lines> splitText(std::string_view text)
{
    Lines lines;
    for (std::string_view line : base::json::splitLines(text)) {
        line = withoutSpaces(line);
        if (line.empty() || line.front() == '#')
            continue;
        const auto space = line.find_first_of(" \t");
        const std::string_view word = line.substr(0, space);
        const std::string_view value = space == std::string_view::npos ? "" : withoutSpaces(line.substr(space));
        auto *target = word == Title      ? &lines.version
                       : word == "tenant" ? &lines.tenant
                       : word == "key"    ? &lines.key
                       : word == "check"  ? &lines.check
                                          : nullptr;
        if (!target || target->has_value())
            return std::nullopt;
        *target = value;
    }
    return lines;
}

} // namespace

RecoveryKey RecoveryKey::make(const base::TenantId &tenant, base::Random &random)
{
    return {tenant, BoxKeyPair::make(random)};
}

SecretBytes RecoveryKey::toText() const
{
    std::string text;
    text.reserve(1024);
    text += std::string(Title) + ' ' + std::string(Version) + '\n';
    text += "# Opens the device stores of this tenant. Keep it away from the server, in a safe.\n";
    text += "tenant " + tenant.toString() + "\nkey ";
    appendGroups(text, pair.privateKey().view());
    text += "\ncheck ";
    appendGroups(text, checkOf(tenant, pair.privateKey()));
    text += '\n';
    return SecretBytes::takeFrom(text);
}

Result<RecoveryKey> RecoveryKey::fromText(const SecretBytes &text)
{
    if (text.size() > MaxBytes)
        return fail(ErrorCode::TooLarge, "recovery key file");
    const auto lines = splitText(base::textOf(text.view()));
    if (!lines || !lines->version)
        return fail(ErrorCode::Damaged, "not a recovery key file");
    if (*lines->version != Version)
        return fail(ErrorCode::Unsupported, "recovery key file of another version");
    if (!lines->tenant || !lines->key || !lines->check)
        return fail(ErrorCode::Damaged, "recovery key file: line missing");
    const auto tenant = base::TenantId::parse(*lines->tenant);
    SecretBytes key = SecretBytes::ofSize(BoxPublicKey::Size);
    std::array<std::uint8_t, CheckSize> check{};
    if (!tenant || !readGroups(*lines->key, key.writable()) || !readGroups(*lines->check, check)
        || checkOf(*tenant, key) != check)
        return fail(ErrorCode::Damaged, "recovery key file: check does not fit");
    TRY(BoxKeyPair pair, BoxKeyPair::fromPrivate(std::move(key)));
    return RecoveryKey{*tenant, std::move(pair)};
}

Result<void> RecoveryKey::writeFile(FileSteps &files, const std::filesystem::path &path) const
{
    TRY_VOID(files.writeNew(path, toText().view()));
    return files.syncFolder(path.parent_path());
}

Result<RecoveryKey> RecoveryKey::readFile(FileSteps &files, const std::filesystem::path &path)
{
    TRY(base::Bytes bytes, files.read(path, MaxBytes));
    const SecretBytes text = SecretBytes::copyOf(bytes);
    wipeMemory(bytes);
    return fromText(text);
}

} // namespace faltakt::crypto
