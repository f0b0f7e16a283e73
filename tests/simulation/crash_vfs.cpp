#include "tests/simulation/crash_vfs.h"

#include <sqlite3.h>

#include <algorithm>
#include <atomic>
#include <cstring>
#include <new>
#include <utility>

namespace faltakt::simulation {

namespace {

constexpr std::size_t TornUnit = 512;
constexpr int SectorSize = 4096;
constexpr std::size_t LeastRoom = 1 << 20;

std::string nextName()
{
    static std::atomic<unsigned> counter = 0;
    return "crash-disk-" + std::to_string(++counter);
}

} // namespace

/// The functions that SQLite calls; C linkage types, our objects behind them.
struct DiskCalls {
    struct OpenFile {
        sqlite3_file base;
        CrashDisk *disk;
        std::shared_ptr<CrashDisk::File> file;
        FileSharing::Holder holder;
    };

    static CrashDisk &diskOf(sqlite3_vfs *vfs) { return *static_cast<CrashDisk *>(vfs->pAppData); }
    static OpenFile &open(sqlite3_file *file) { return *reinterpret_cast<OpenFile *>(file); }

    static int close(sqlite3_file *file)
    {
        OpenFile &closed = open(file);
        closed.file->sharing.leave(closed.holder);
        closed.file.~shared_ptr();
        return SQLITE_OK;
    }
    static int read(sqlite3_file *file, void *to, int count, sqlite3_int64 at)
    {
        if (open(file).disk->m_down)
            return SQLITE_IOERR_READ;
        if (const int code = open(file).disk->strike(CrashDisk::Call::Reading, SQLITE_IOERR_READ); code != SQLITE_OK)
            return code;
        const auto &bytes = *open(file).file->bytes;
        const auto begin = std::min(std::size_t(at), bytes.size());
        const auto there = std::min(std::size_t(count), bytes.size() - begin);
        if (there > 0)
            std::memcpy(to, bytes.data() + begin, there);
        if (there == std::size_t(count))
            return SQLITE_OK;
        std::memset(static_cast<std::uint8_t *>(to) + there, 0, std::size_t(count) - there);
        return SQLITE_IOERR_SHORT_READ;
    }
    static int write(sqlite3_file *handle, const void *from, int count, sqlite3_int64 at)
    {
        OpenFile &target = open(handle);
        if (target.disk->m_down)
            return SQLITE_IOERR_WRITE;
        if (const int code = target.disk->strike(CrashDisk::Call::Writing, SQLITE_IOERR_WRITE); code != SQLITE_OK)
            return code;
        const auto *bytes = static_cast<const std::uint8_t *>(from);
        CrashDisk::write(*target.file, std::size_t(at), {bytes, std::size_t(count)});
        // A write during which the disk goes down may have reached it, in parts.
        return target.disk->step() ? SQLITE_OK : SQLITE_IOERR_WRITE;
    }
    static int truncate(sqlite3_file *handle, sqlite3_int64 size)
    {
        OpenFile &target = open(handle);
        if (const int code = target.disk->strike(CrashDisk::Call::Other, SQLITE_IOERR_TRUNCATE); code != SQLITE_OK)
            return code;
        if (!target.disk->step())
            return SQLITE_IOERR_TRUNCATE;
        CrashDisk::truncate(*target.file, std::size_t(size));
        return SQLITE_OK;
    }
    static int sync(sqlite3_file *handle, int)
    {
        OpenFile &target = open(handle);
        if (const int code = target.disk->strike(CrashDisk::Call::Other, SQLITE_IOERR_FSYNC); code != SQLITE_OK)
            return code;
        if (!target.disk->step())
            return SQLITE_IOERR_FSYNC;
        CrashDisk::File &file = *target.file;
        file.settle();
        file.everSynced = true;
        return SQLITE_OK;
    }
    static int fileSize(sqlite3_file *handle, sqlite3_int64 *size)
    {
        *size = sqlite3_int64(open(handle).file->bytes->size());
        return open(handle).disk->m_down ? SQLITE_IOERR_FSTAT : SQLITE_OK;
    }
    static int lock(sqlite3_file *file, int level) { return open(file).file->sharing.lock(open(file).holder, level); }
    static int unlock(sqlite3_file *file, int level)
    {
        FileSharing::unlock(open(file).holder, level);
        return SQLITE_OK;
    }
    static int checkLock(sqlite3_file *file, int *result)
    {
        *result = open(file).file->sharing.isReserved() ? 1 : 0;
        return SQLITE_OK;
    }
    static int mapMemory(sqlite3_file *file, int region, int size, int extend, void volatile **memory)
    {
        OpenFile &user = open(file);
        FileSharing &sharing = user.file->sharing;
        *memory = nullptr;
        if (user.disk->m_down)
            return SQLITE_IOERR_SHMMAP;
        if (!sharing.has(std::size_t(region)) && extend == 0)
            return SQLITE_OK;
        // Only what is new needs room on the disk.
        const int code = sharing.has(std::size_t(region))
                             ? SQLITE_OK
                             : user.disk->strike(CrashDisk::Call::Writing, SQLITE_IOERR_SHMSIZE);
        if (code == SQLITE_OK)
            *memory = sharing.takeRegion(user.holder, std::size_t(region), std::size_t(size));
        return code;
    }
    static int lockMemory(sqlite3_file *file, int first, int count, int flags)
    {
        return open(file).file->sharing.lockSlots(open(file).holder, first, count, flags);
    }
    static void memoryBarrier(sqlite3_file *) {}
    static int unmapMemory(sqlite3_file *file, int)
    {
        open(file).file->sharing.giveMemoryBack(open(file).holder);
        return SQLITE_OK;
    }
    static int fileControl(sqlite3_file *, int, void *) { return SQLITE_NOTFOUND; }
    static int sectorSize(sqlite3_file *) { return SectorSize; }
    static int characteristics(sqlite3_file *) { return SQLITE_IOCAP_POWERSAFE_OVERWRITE; }

    static int openFile(sqlite3_vfs *vfs, const char *path, sqlite3_file *handle, int flags, int *outFlags);
    static int deleteFile(sqlite3_vfs *vfs, const char *path, int)
    {
        CrashDisk &disk = diskOf(vfs);
        if (const int code = disk.strike(CrashDisk::Call::Other, SQLITE_IOERR_DELETE); code != SQLITE_OK)
            return code;
        if (!disk.step())
            return SQLITE_IOERR_DELETE;
        return disk.m_files.erase(path) > 0 ? SQLITE_OK : SQLITE_IOERR_DELETE_NOENT;
    }
    static int access(sqlite3_vfs *vfs, const char *path, int, int *result)
    {
        const CrashDisk &disk = diskOf(vfs);
        *result = disk.m_files.contains(path) ? 1 : 0;
        return disk.m_down ? SQLITE_IOERR_ACCESS : SQLITE_OK;
    }
    static int fullPath(sqlite3_vfs *, const char *path, int size, char *out)
    {
        sqlite3_snprintf(size, out, "%s", path);
        return SQLITE_OK;
    }
    static sqlite3_vfs *system() { return sqlite3_vfs_find("unix"); }
    static int randomness(sqlite3_vfs *, int size, char *out) { return system()->xRandomness(system(), size, out); }
    static int sleep(sqlite3_vfs *, int) { return 0; }
    static int currentTime(sqlite3_vfs *, double *time)
    {
        *time = 2460000.5; // A day in the Julian count; nothing of ours reads it.
        return SQLITE_OK;
    }
    static int lastError(sqlite3_vfs *, int, char *) { return 0; }
};

namespace {

const sqlite3_io_methods Methods = {2,
                                    DiskCalls::close,
                                    DiskCalls::read,
                                    DiskCalls::write,
                                    DiskCalls::truncate,
                                    DiskCalls::sync,
                                    DiskCalls::fileSize,
                                    DiskCalls::lock,
                                    DiskCalls::unlock,
                                    DiskCalls::checkLock,
                                    DiskCalls::fileControl,
                                    DiskCalls::sectorSize,
                                    DiskCalls::characteristics,
                                    DiskCalls::mapMemory,
                                    DiskCalls::lockMemory,
                                    DiskCalls::memoryBarrier,
                                    DiskCalls::unmapMemory,
                                    nullptr,
                                    nullptr};

} // namespace

int DiskCalls::openFile(sqlite3_vfs *vfs, const char *path, sqlite3_file *handle, int flags, int *outFlags)
{
    CrashDisk &disk = diskOf(vfs);
    handle->pMethods = nullptr;
    if (disk.m_down)
        return SQLITE_CANTOPEN;
    auto found = path ? disk.m_files.find(path) : disk.m_files.end();
    if (found == disk.m_files.end() && (flags & SQLITE_OPEN_CREATE) == 0)
        return SQLITE_CANTOPEN;
    std::shared_ptr<CrashDisk::File> file;
    if (found != disk.m_files.end()) {
        file = found->second;
    } else {
        file = std::make_shared<CrashDisk::File>();
        if (path)
            disk.m_files.emplace(path, file);
    }
    auto &target = open(handle);
    new (&target.file) std::shared_ptr<CrashDisk::File>(std::move(file));
    new (&target.holder) FileSharing::Holder;
    target.file->sharing.join(target.holder);
    target.disk = &disk;
    handle->pMethods = &Methods;
    if (outFlags)
        *outFlags = flags;
    return SQLITE_OK;
}

CrashDisk::CrashDisk() : m_name(nextName()), m_vfs(std::make_unique<sqlite3_vfs>())
{
    sqlite3_initialize();
    std::memset(m_vfs.get(), 0, sizeof *m_vfs);
    m_vfs->iVersion = 1;
    m_vfs->szOsFile = int(sizeof(DiskCalls::OpenFile));
    m_vfs->mxPathname = 256;
    m_vfs->zName = m_name.c_str();
    m_vfs->pAppData = this;
    m_vfs->xOpen = DiskCalls::openFile;
    m_vfs->xDelete = DiskCalls::deleteFile;
    m_vfs->xAccess = DiskCalls::access;
    m_vfs->xFullPathname = DiskCalls::fullPath;
    m_vfs->xRandomness = DiskCalls::randomness;
    m_vfs->xSleep = DiskCalls::sleep;
    m_vfs->xCurrentTime = DiskCalls::currentTime;
    m_vfs->xGetLastError = DiskCalls::lastError;
    sqlite3_vfs_register(m_vfs.get(), 0);
}

CrashDisk::~CrashDisk() { sqlite3_vfs_unregister(m_vfs.get()); }

bool CrashDisk::step()
{
    if (m_down)
        return false;
    ++m_steps;
    if (m_stepsLeft == 0)
        m_down = true;
    if (m_stepsLeft >= 0)
        --m_stepsLeft;
    return !m_down;
}

void CrashDisk::failAfter(int calls, DiskFault fault)
{
    m_fault = fault;
    m_callsLeft = calls;
    m_struck = false;
}

bool CrashDisk::mend()
{
    m_callsLeft = -1;
    return std::exchange(m_struck, false);
}

int CrashDisk::strike(Call call, int error)
{
    const bool concerned = m_fault != DiskFault::Full || call == Call::Writing;
    if (!isFaulty() || m_down || !concerned)
        return SQLITE_OK;
    if (m_callsLeft > 0) {
        --m_callsLeft;
        return SQLITE_OK;
    }
    if (m_struck && m_fault == DiskFault::ErrorOnce)
        return SQLITE_OK;
    m_struck = true;
    return m_fault == DiskFault::Full ? SQLITE_FULL : error;
}

void CrashDisk::note(File &file, Pending pending, View overwritten)
{
    pending.sizeBefore = file.bytes->size();
    pending.before = file.note(overwritten);
    file.pending.push_back(pending);
}

void CrashDisk::write(File &file, std::size_t offset, View bytes)
{
    const std::size_t begin = std::min(offset, file.bytes->size());
    const std::size_t overwritten = std::min(bytes.size(), file.bytes->size() - begin);
    note(file, {.offset = std::int64_t(offset), .size = bytes.size()}, View(*file.bytes).subspan(begin, overwritten));
    overwrite(file.bytes.own(), offset, bytes);
}

void CrashDisk::truncate(File &file, std::size_t size)
{
    const std::size_t begin = std::min(size, file.bytes->size());
    note(file, {.offset = std::int64_t(size), .truncates = true}, View(*file.bytes).subspan(begin));
    file.bytes.own().resize(size);
}

void CrashDisk::overwrite(Bytes &bytes, std::size_t offset, View with)
{
    if (bytes.size() < offset)
        bytes.resize(offset);
    const std::size_t overwritten = std::min(bytes.size() - offset, with.size());
    const auto middle = with.begin() + std::ptrdiff_t(overwritten);
    // A log grows frame by frame: room for many at once, so that it is not copied with each doubling from nothing.
    if (offset + with.size() > bytes.capacity())
        bytes.reserve(std::max(2 * bytes.capacity(), LeastRoom));
    std::copy(with.begin(), middle, bytes.begin() + std::ptrdiff_t(offset));
    bytes.insert(bytes.end(), middle, with.end());
}

/// Each write since the last sync reached the disk, or not, or only in some of its units; in any mixture.
void CrashDisk::tear(File &file, base::Random &random)
{
    if (file.pending.empty())
        return;
    Bytes &bytes = file.bytes.own();
    for (auto last = file.pending.rbegin(); last != file.pending.rend(); ++last) {
        // With what came later taken back, what it wrote stands there.
        if (!last->truncates)
            last->written = file.note(View(bytes).subspan(std::size_t(last->offset), last->size));
        const View before = file.noted(last->before);
        bytes.resize(last->sizeBefore);
        std::copy(before.begin(), before.end(), bytes.begin() + std::min(last->offset, std::int64_t(last->sizeBefore)));
    }
    for (const Pending &pending : file.pending) {
        const auto fate = random.below(3);
        if (fate == 0)
            continue;
        if (pending.truncates) {
            bytes.resize(std::size_t(pending.offset));
            continue;
        }
        const View written = file.noted(pending.written);
        if (fate == 1) {
            overwrite(bytes, std::size_t(pending.offset), written);
            continue;
        }
        for (std::size_t at = 0; at < written.size(); at += TornUnit)
            if (random.below(2) != 0)
                overwrite(bytes, std::size_t(pending.offset) + at,
                          written.subspan(at, std::min(TornUnit, written.size() - at)));
    }
}

/// What was renamed last is the first to have its old name again.
void CrashDisk::undoRenames(base::Random &random)
{
    while (!m_renames.empty() && random.below(2) == 0) {
        Rename &last = m_renames.back();
        if (const auto moved = m_files.extract(last.to); !moved.empty())
            m_files[last.from] = moved.mapped();
        if (last.replaced)
            m_files[last.to] = std::move(last.replaced);
        m_renames.pop_back();
    }
    m_renames.clear();
}

void CrashDisk::restart(CrashKind kind, base::Random &random)
{
    if (kind == CrashKind::Power)
        undoRenames(random);
    for (auto entry = m_files.begin(); entry != m_files.end();) {
        File &file = *entry->second;
        // What a killed process has written is still on its way to the disk: a power cut may yet take it.
        if (kind == CrashKind::Power) {
            tear(file, random);
            file.settle();
        }
        // The name of a file that was never synced may not have reached the folder.
        const bool vanishes = kind == CrashKind::Power && !file.everSynced && random.below(2) == 0;
        entry = vanishes ? m_files.erase(entry) : std::next(entry);
    }
    m_down = false;
    m_stepsLeft = -1;
    mend();
}

CrashDisk::Image CrashDisk::image() const
{
    Image image;
    for (const auto &[path, file] : m_files)
        image.emplace(path, file->bytes);
    return image;
}

void CrashDisk::load(const Image &image)
{
    m_files.clear();
    m_renames.clear();
    for (const auto &[path, bytes] : image) {
        auto file = std::make_shared<File>();
        file->bytes = bytes;
        file->everSynced = true;
        m_files.emplace(path, std::move(file));
    }
    m_down = false;
    m_stepsLeft = -1;
    mend();
}

} // namespace faltakt::simulation
