#pragma once

#include "core/base/random.h"
#include "tests/simulation/file_sharing.h"
#include "tests/simulation/shared_bytes.h"

#include <cstdint>
#include <map>
#include <memory>
#include <span>
#include <string>
#include <vector>

struct sqlite3_file; // NOLINT(readability-identifier-naming): SQLite's name
struct sqlite3_vfs;  // NOLINT(readability-identifier-naming): SQLite's name

namespace faltakt::simulation {

/// What is left of a disk's files after a crash.
enum class CrashKind {
    Process, ///< The process was killed: everything that was written is there, and not synced by that.
    Power,   ///< Everything that was not synced may be there, missing, or there in parts of 512 bytes.
};

/// What goes wrong with a disk that stays up, until it is mended.
enum class DiskFault {
    ErrorOnce, ///< One call fails: a read, a write, a truncation, a sync or a deletion.
    Error,     ///< Each of them fails from then on.
    Full,      ///< Writes find no room from then on; what is there can be read.
};

/// A disk in memory, offered to SQLite as a VFS of its own, that goes down at a chosen step and forgets what was not
/// synced. A step is a write, a truncation, a sync or a deletion. One thread at a time; files must be closed before
/// restart(), load() and the end of the disk.
class CrashDisk {
public:
    using Image = std::map<std::string, SharedBytes>;

    CrashDisk();
    ~CrashDisk();
    CrashDisk(const CrashDisk &) = delete;
    CrashDisk &operator=(const CrashDisk &) = delete;

    [[nodiscard]] const std::string &vfsName() const noexcept { return m_name; }

    /// Goes down at the step after `steps` more of them.
    void goDownAfter(int steps) { m_stepsLeft = steps; }
    void goDown() { m_down = true; }
    [[nodiscard]] bool isDown() const noexcept { return m_down; }
    /// Stays up, and fails at the call after `calls` more of those that the fault is about.
    void failAfter(int calls, DiskFault fault);
    /// Sound again. True where a call has failed since failAfter().
    bool mend();
    /// True from failAfter() to mend().
    [[nodiscard]] bool isFaulty() const noexcept { return m_callsLeft >= 0 || m_struck; }
    /// Comes back with what the crash left.
    void restart(CrashKind kind, base::Random &random);

    /// All files as a process sees them now: what a backup of the whole disk holds.
    [[nodiscard]] Image image() const;
    /// Replaces all files; everything in them counts as synced.
    void load(const Image &image);
    [[nodiscard]] std::uint64_t steps() const noexcept { return m_steps; }

private:
    friend struct DiskCalls;
    friend class CrashFiles;
    /// A piece of a file's notes.
    struct Piece {
        std::size_t at = 0, size = 0;
    };
    struct Pending {
        std::int64_t offset = 0; ///< Of the write; the new size where it is a truncation.
        std::size_t size = 0;    ///< Of what was written.
        bool truncates = false;
        std::size_t sizeBefore = 0; ///< Of the file.
        Piece before = {};          ///< What stood there from the offset on, and is overwritten or cut off.
        Piece written = {};         ///< Known only once it was taken back.
    };
    using Bytes = SharedBytes::Bytes;
    using View = std::span<const std::uint8_t>;
    struct File {
        SharedBytes bytes;            ///< As written.
        std::vector<Pending> pending; ///< Since the last sync, which is reached by taking them back.
        Bytes notes;                  ///< What pending writes overwrote: one piece of memory, used again and again.
        bool everSynced = false;
        FileSharing sharing;

        [[nodiscard]] Piece note(View part)
        {
            notes.insert(notes.end(), part.begin(), part.end());
            return {notes.size() - part.size(), part.size()};
        }
        [[nodiscard]] View noted(Piece piece) const { return View(notes).subspan(piece.at, piece.size); }
        /// What was written is there for good.
        void settle()
        {
            pending.clear();
            notes.clear();
        }
    };
    /// Not made durable yet.
    struct Rename {
        std::string from, to;
        std::shared_ptr<File> replaced; ///< None where there was none.
    };
    /// Counts a step; false where the disk is down or goes down with it.
    bool step();
    enum class Call { Reading, Writing, Other };
    /// What SQLite is told where this call is one that fails though the disk is up, or SQLITE_OK.
    int strike(Call call, int error);
    // Each does it to the file, and remembers how to take it back.
    static void write(File &file, std::size_t offset, View bytes);
    static void truncate(File &file, std::size_t size);
    static void note(File &file, Pending pending, View overwritten);
    static void overwrite(Bytes &bytes, std::size_t offset, View with);
    static void tear(File &file, base::Random &random);
    void undoRenames(base::Random &random);

    std::string m_name;
    std::unique_ptr<sqlite3_vfs> m_vfs;
    std::map<std::string, std::shared_ptr<File>> m_files;
    std::vector<Rename> m_renames;
    int m_stepsLeft = -1;
    DiskFault m_fault = DiskFault::Error;
    int m_callsLeft = -1;
    bool m_struck = false;
    bool m_down = false;
    std::uint64_t m_steps = 0;
};

} // namespace faltakt::simulation
