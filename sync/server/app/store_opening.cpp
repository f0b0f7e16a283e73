#include "sync/server/app/store_opening.h"

#include "core/base/text.h"
#include "core/crypto/file_steps.h"
#include "core/crypto/hash.h"
#include "sync/server/api/server_settings.h"
#include "sync/server/store/embedded/embedded_store.h"
#include "sync/server/store/postgres/postgres_store.h"

namespace faltakt::server {

using base::ErrorCode;
using base::fail;
using base::Result;

namespace {

constexpr std::size_t MaxAddress = 4096;

/// Tells nothing of the keys, and differs where they do.
std::string checkOf(const FolderKeyVault &keys)
{
    return base::toBase64Url(crypto::mac(keys.stampKey(), base::bytesOf("faltakt-key-check-1")));
}

/// Empty where the data lie in the folder itself.
Result<std::string> databaseOf(const DataFolder &folder, const StoreOpening &opening)
{
    std::error_code ignored;
    if (std::filesystem::exists(folder.database(), ignored)) {
        if (!opening.database.empty())
            return fail(ErrorCode::InvalidInput,
                        "this folder keeps its data in a file of its own: --db is for another");
        return std::string();
    }
    if (!opening.database.empty() || !std::filesystem::exists(folder.databaseAddress(), ignored))
        return opening.database;
    crypto::SystemFileSteps files;
    TRY(const auto bytes, files.read(folder.databaseAddress(), MaxAddress));
    return std::string(base::trimmed(base::textOf(bytes)));
}

Result<void> checkKeys(ServerStore &store, const FolderKeyVault &keys)
{
    TRY(const std::string check,
        store.read([](StoreSnapshot &snapshot) { return snapshot.identity().setting(SettingNames::KeyCheck); }));
    if (check != checkOf(keys))
        return fail(ErrorCode::WrongKey, "the keys of this folder are not those that the database was made with");
    return {};
}

} // namespace

Result<std::unique_ptr<ServerStore>> openStore(const DataFolder &folder, const FolderKeyVault &keys,
                                               const StoreOpening &opening)
{
    TRY(const std::string database, databaseOf(folder, opening));
    if (database.empty()) {
        TRY(auto store,
            EmbeddedStore::open(
                {.path = folder.database().string(), .vfs = {}, .create = opening.create, .readers = opening.readers},
                keys.databaseKey()));
        return std::unique_ptr<ServerStore>(std::move(store));
    }
    TRY(auto address, PostgresAddress::parse(database));
    TRY(auto store, PostgresStore::open({.address = std::move(address),
                                         .create = opening.create,
                                         .readers = opening.readers,
                                         .writers = opening.readers,
                                         .orderGrew = opening.orderGrew}));
    if (!opening.create)
        TRY_VOID(checkKeys(*store, keys));
    return std::unique_ptr<ServerStore>(std::move(store));
}

Result<void> bindStore(const DataFolder &folder, const FolderKeyVault &keys, ServerStore &store,
                       const std::string &database)
{
    TRY_VOID(store.write([&](StoreTransaction &transaction) {
        return transaction.identity().setSetting(SettingNames::KeyCheck, checkOf(keys));
    }));
    if (database.empty())
        return {};
    crypto::SystemFileSteps files;
    TRY_VOID(files.writeNew(folder.databaseAddress(), base::bytesOf(database + '\n')));
    return files.syncFolder(folder.root());
}

Result<std::unique_ptr<ServerStore>> openStoreFile(const std::filesystem::path &file, const FolderKeyVault &keys)
{
    TRY(auto store,
        EmbeddedStore::open({.path = file.string(), .vfs = {}, .create = false, .readers = 0}, keys.databaseKey()));
    TRY_VOID(checkKeys(*store, keys));
    return std::unique_ptr<ServerStore>(std::move(store));
}

} // namespace faltakt::server
