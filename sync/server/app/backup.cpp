#include "sync/server/app/backup.h"

#include "core/crypto/file_steps.h"
#include "core/store/database.h"
#include "sync/server/api/log_history.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>

namespace faltakt::server {

namespace fs = std::filesystem;
using base::ErrorCode;
using base::fail;
using base::Result;

namespace {

/// Makes the file, empty, for its owner alone.
Result<void> claim(const fs::path &file)
{
    const int descriptor =
        ::open(file.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, S_IRUSR | S_IWUSR);
    if (descriptor < 0)
        return errno == EEXIST ? fail(ErrorCode::AlreadyExists, "the backup's file is there already")
                               : fail(ErrorCode::StorageFailed, "the backup's file cannot be made");
    ::close(descriptor);
    return {};
}

Result<void> makeDurable(const fs::path &file)
{
    const int descriptor = ::open(file.c_str(), O_RDONLY | O_CLOEXEC);
    const bool synced = descriptor >= 0 && ::fsync(descriptor) == 0;
    if (descriptor >= 0)
        ::close(descriptor);
    if (!synced)
        return fail(ErrorCode::StorageFailed, "the file cannot be made durable");
    const fs::path folder = file.has_parent_path() ? file.parent_path() : fs::path(".");
    return crypto::SystemFileSteps().syncFolder(folder);
}

Result<void> checkBackup(const fs::path &file, const crypto::SecretBytes &key)
{
    TRY(const auto database, store::Database::open({.path = file.string()}, key));
    return database->checkIntegrity();
}

/// Everything that can be refused is refused here, on a file that does not have its name yet.
Result<Restored> prepareRestored(const FolderKeyVault &keys, const fs::path &staged, base::Random &random)
{
    TRY_VOID(checkBackup(staged, keys.databaseKey()));
    TRY(const auto store, openStoreFile(staged, keys));
    return markRestored(*store, random);
}

} // namespace

Result<std::int64_t> writeBackup(ServerStore &store, const fs::path &file)
{
    TRY_VOID(claim(file));
    Result<void> done = store.copyInto(file.string());
    if (done)
        done = makeDurable(file);
    std::error_code fault;
    const auto bytes = done ? std::int64_t(fs::file_size(file, fault)) : 0;
    if (done && !fault)
        return bytes;
    fs::remove(file, fault);
    return done ? fail(ErrorCode::StorageFailed, "the backup's file") : fail(done.error());
}

Result<Restored> restoreBackup(const DataFolder &folder, const fs::path &file, base::Random &random)
{
    if (folder.isInitialised())
        return fail(ErrorCode::AlreadyExists, "this folder already holds a server's data; restore into another one");
    std::error_code fault;
    if (!fs::exists(folder.keys(), fault))
        return fail(ErrorCode::NotFound, "the keys are missing: put them into " + folder.keys().string() + " first");
    TRY(auto lock, DataLock::tryTake(folder));
    if (!lock)
        return fail(ErrorCode::Busy, "another process is at work in this folder");
    TRY(const auto keys, FolderKeyVault::open(folder.keys()));
    const fs::path staged = folder.root() / "server.db.restoring";
    for (const char *suffix : {"", "-wal", "-shm"})
        fs::remove(staged.string() + suffix, fault); // Of a try that was cut short.
    if (!fs::copy_file(file, staged, fault) || fault)
        return fail(ErrorCode::StorageFailed, "the backup cannot be copied into the folder");
    fs::permissions(staged, fs::perms::owner_read | fs::perms::owner_write, fault);
    auto restored = prepareRestored(*keys, staged, random);
    if (!restored) {
        fs::remove(staged, fault);
        return restored;
    }
    TRY_VOID(makeDurable(staged));
    crypto::SystemFileSteps files;
    TRY_VOID(files.rename(staged, folder.database(), crypto::OldContent::Leave));
    TRY_VOID(files.syncFolder(folder.root()));
    return restored;
}

Result<Restored> markRestored(ServerStore &store, base::Random &random)
{
    Restored restored;
    TRY(restored.logId, beginNewLog(store, random));
    TRY(const auto totals, store.read([](StoreSnapshot &snapshot) { return snapshot.identity().totals(); }));
    restored.changes = totals.changes;
    return restored;
}

} // namespace faltakt::server
