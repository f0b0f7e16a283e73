#pragma once

#include "qml/viewmodels/workspace/open_store.h"

#include <string>

namespace faltakt::viewmodels {

/// How a page comes to a person's file.
struct FileOpening {
    base::CaseId caseId;
    std::string reason;       ///< Given at the gate of the file; empty where none was.
    std::string purpose = {}; ///< Of a deputy: one of team::DeputyPurposes; empty where none was given.
    bool isLogged = false;    ///< The page has opened the file before and reads it again.
};

/// Whether the file may be read.
enum class FileEntry {
    Open,
    NeedsReason,  ///< The person is protected: a reason and the passphrase first.
    NeedsPurpose, ///< The worker stands in for somebody: what for, once for each file and day.
};

/// Whether the file may be read now; a first opening is written down before anything of it is. Purpose and action follow
/// from whose the person is: one's own is assigned work, another's is opened as a deputy. Who was named as deputy is asked
/// what for, and the day with it stands in the record of the naming. NotFound where the device does not hold the file.
/// Store thread.
[[nodiscard]] base::Result<FileEntry> openFile(OpenStore &store, const FileOpening &opening);

/// What openFile() would answer, with nothing opened and nothing written down.
[[nodiscard]] base::Result<FileEntry> fileEntry(const OpenStore &store, const FileOpening &opening);

} // namespace faltakt::viewmodels
