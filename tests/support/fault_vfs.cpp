#include "tests/support/fault_vfs.h"

#include <sqlite3.h>

#include <cstring>

namespace faltakt::test {

namespace {

constexpr char Name[] = "fault";

struct Shim {
    int callsLeft = -1;
    bool full = false;
    bool failed = false;
} shim;

bool failsNow()
{
    if (shim.callsLeft < 0)
        return false;
    if (shim.callsLeft > 0) {
        --shim.callsLeft;
        return false;
    }
    shim.failed = true;
    return true;
}

/// A file of ours: the system's file lies behind it in the same memory.
struct File {
    sqlite3_file base;
    sqlite3_file *real;
};
sqlite3_file *real(sqlite3_file *file) { return reinterpret_cast<File *>(file)->real; }

int closeFile(sqlite3_file *file) { return real(file)->pMethods->xClose(real(file)); }
int readFile(sqlite3_file *file, void *to, int count, sqlite3_int64 at)
{
    return real(file)->pMethods->xRead(real(file), to, count, at);
}
int writeFile(sqlite3_file *file, const void *from, int count, sqlite3_int64 at)
{
    if (failsNow())
        return shim.full ? SQLITE_FULL : SQLITE_IOERR_WRITE;
    return real(file)->pMethods->xWrite(real(file), from, count, at);
}
int truncateFile(sqlite3_file *file, sqlite3_int64 size)
{
    return failsNow() ? SQLITE_IOERR_TRUNCATE : real(file)->pMethods->xTruncate(real(file), size);
}
int syncFile(sqlite3_file *file, int flags)
{
    return failsNow() ? SQLITE_IOERR_FSYNC : real(file)->pMethods->xSync(real(file), flags);
}
int fileSize(sqlite3_file *file, sqlite3_int64 *size) { return real(file)->pMethods->xFileSize(real(file), size); }
int lockFile(sqlite3_file *file, int level) { return real(file)->pMethods->xLock(real(file), level); }
int unlockFile(sqlite3_file *file, int level) { return real(file)->pMethods->xUnlock(real(file), level); }
int checkLock(sqlite3_file *file, int *result) { return real(file)->pMethods->xCheckReservedLock(real(file), result); }
int fileControl(sqlite3_file *file, int operation, void *argument)
{
    return real(file)->pMethods->xFileControl(real(file), operation, argument);
}
int sectorSize(sqlite3_file *file) { return real(file)->pMethods->xSectorSize(real(file)); }
int characteristics(sqlite3_file *file) { return real(file)->pMethods->xDeviceCharacteristics(real(file)); }

// Version 1: no shared memory, which an exclusive write-ahead log does not need.
const sqlite3_io_methods Methods = {1,           closeFile,  readFile,        writeFile,  truncateFile,
                                    syncFile,    fileSize,   lockFile,        unlockFile, checkLock,
                                    fileControl, sectorSize, characteristics, nullptr,    nullptr,
                                    nullptr,     nullptr,    nullptr,         nullptr};

sqlite3_vfs *system() { return static_cast<sqlite3_vfs *>(sqlite3_vfs_find("unix")); }

int openFile(sqlite3_vfs *, const char *path, sqlite3_file *file, int flags, int *outFlags)
{
    auto *own = reinterpret_cast<File *>(file);
    own->real = reinterpret_cast<sqlite3_file *>(own + 1);
    const int code = system()->xOpen(system(), path, own->real, flags, outFlags);
    own->base.pMethods = own->real->pMethods ? &Methods : nullptr;
    return code;
}
int deleteFile(sqlite3_vfs *, const char *path, int sync) { return system()->xDelete(system(), path, sync); }
int access(sqlite3_vfs *, const char *path, int flags, int *result)
{
    return system()->xAccess(system(), path, flags, result);
}
int fullPath(sqlite3_vfs *, const char *path, int size, char *out)
{
    return system()->xFullPathname(system(), path, size, out);
}
int randomness(sqlite3_vfs *, int size, char *out) { return system()->xRandomness(system(), size, out); }
int sleepFor(sqlite3_vfs *, int microseconds) { return system()->xSleep(system(), microseconds); }
int currentTime(sqlite3_vfs *, double *time) { return system()->xCurrentTime(system(), time); }
int lastError(sqlite3_vfs *, int size, char *out) { return system()->xGetLastError(system(), size, out); }

sqlite3_vfs vfs;

} // namespace

FaultVfs::FaultVfs()
{
    sqlite3_initialize();
    shim = Shim();
    std::memset(&vfs, 0, sizeof vfs);
    vfs.iVersion = 1;
    vfs.szOsFile = int(sizeof(File)) + system()->szOsFile;
    vfs.mxPathname = system()->mxPathname;
    vfs.zName = Name;
    vfs.xOpen = openFile;
    vfs.xDelete = deleteFile;
    vfs.xAccess = access;
    vfs.xFullPathname = fullPath;
    vfs.xRandomness = randomness;
    vfs.xSleep = sleepFor;
    vfs.xCurrentTime = currentTime;
    vfs.xGetLastError = lastError;
    sqlite3_vfs_register(&vfs, 0);
}

FaultVfs::~FaultVfs() { sqlite3_vfs_unregister(&vfs); }

std::string FaultVfs::name() const { return Name; }

void FaultVfs::failAfter(int calls)
{
    shim.callsLeft = calls;
    shim.failed = false;
}

void FaultVfs::setFull(bool full) { shim.full = full; }

bool FaultVfs::failed() const { return shim.failed; }

} // namespace faltakt::test
