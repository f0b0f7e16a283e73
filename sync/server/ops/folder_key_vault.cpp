#include "sync/server/ops/folder_key_vault.h"

#include "core/base/json.h"
#include "core/crypto/file_steps.h"

namespace faltakt::server {

namespace json = base::json;
using base::ErrorCode;
using base::fail;
using base::Result;
using crypto::SecretBytes;

namespace {

constexpr std::size_t KeySize = 32;
constexpr std::size_t MaxTenantFile = 4096;
constexpr std::int64_t FormatVersion = 1;
constexpr auto DatabaseKeyFile = "database.key";
constexpr auto StampKeyFile = "stamp.key";

Result<SecretBytes> readKey(const std::filesystem::path &path)
{
    crypto::SystemFileSteps files;
    TRY(auto bytes, files.read(path, KeySize + 1));
    auto key = SecretBytes::copyOf(bytes);
    crypto::wipeMemory(bytes);
    if (key.size() != KeySize)
        return fail(ErrorCode::Damaged, "a key file has a wrong size");
    return key;
}

Result<SecretBytes> secretAt(const json::Value &object, std::string_view name)
{
    TRY(std::string text, object.requireString(name));
    auto bytes = base::fromBase64Url(text);
    crypto::wipeMemory(text);
    if (!bytes)
        return fail(ErrorCode::Damaged, "a tenant's key file");
    auto secret = SecretBytes::copyOf(*bytes);
    crypto::wipeMemory(*bytes);
    return secret;
}

Result<TenantKeys> readTenantKeys(std::string_view text)
{
    TRY(const auto object, json::parse(text, {.maxBytes = MaxTenantFile, .maxDepth = 2}));
    if (object.integerAt("version") != FormatVersion)
        return fail(ErrorCode::Unsupported, "a tenant's key file is of another version");
    TRY(const auto signing, secretAt(object, "signing"));
    TRY(const auto device, secretAt(object, "serverDevice"));
    TRY(auto outbox, secretAt(object, "outbox"));
    TRY(auto signingKey, crypto::SigningKey::fromPrivate(signing));
    TRY(auto deviceKey, crypto::SigningKey::fromPrivate(device));
    TRY(auto outboxPair, crypto::BoxKeyPair::fromPrivate(std::move(outbox)));
    return TenantKeys{std::move(signingKey), std::move(deviceKey), std::move(outboxPair)};
}

} // namespace

Result<void> FolderKeyVault::create(const std::filesystem::path &folder, base::Random &random)
{
    crypto::SystemFileSteps files;
    for (const auto *name : {DatabaseKeyFile, StampKeyFile}) {
        const auto key = SecretBytes::makeRandom(random, KeySize);
        TRY_VOID(files.writeNew(folder / name, key.view()));
    }
    return files.syncFolder(folder);
}

Result<std::unique_ptr<FolderKeyVault>> FolderKeyVault::open(const std::filesystem::path &folder)
{
    std::unique_ptr<FolderKeyVault> vault(new FolderKeyVault(folder));
    TRY(vault->m_databaseKey, readKey(folder / DatabaseKeyFile));
    TRY(vault->m_stampKey, readKey(folder / StampKeyFile));
    return vault;
}

Result<std::shared_ptr<const TenantKeys>> FolderKeyVault::keysOf(TenantId tenant) const
{
    const std::lock_guard lock(m_mutex);
    if (const auto read = m_read.find(tenant); read != m_read.end())
        return read->second;
    crypto::SystemFileSteps files;
    TRY(auto bytes, files.read(fileOf(tenant), MaxTenantFile));
    auto keys = readTenantKeys(base::textOf(bytes));
    crypto::wipeMemory(bytes);
    if (!keys)
        return fail(keys.error());
    const auto shared = std::make_shared<const TenantKeys>(std::move(*keys));
    m_read.emplace(tenant, shared);
    return shared;
}

Result<void> FolderKeyVault::keep(TenantId tenant, TenantKeys keys)
{
    TRY(const auto signing, keys.signing.privateBytes());
    TRY(const auto device, keys.serverDevice.privateBytes());
    const json::Object object{{"version", FormatVersion},
                              {"signing", base::toBase64Url(signing.view())},
                              {"serverDevice", base::toBase64Url(device.view())},
                              {"outbox", base::toBase64Url(keys.outbox.privateKey().view())}};
    std::string text = json::serialise(object);
    crypto::SystemFileSteps files;
    const Result<void> written = files.writeNew(fileOf(tenant), base::bytesOf(text));
    crypto::wipeMemory(text);
    TRY_VOID(written);
    TRY_VOID(files.syncFolder(m_folder));
    const std::lock_guard lock(m_mutex);
    m_read.emplace(tenant, std::make_shared<const TenantKeys>(std::move(keys)));
    return {};
}

} // namespace faltakt::server
