#pragma once

#include "qml/viewmodels/workspace/open_store.h"

#include <string>

namespace faltakt::viewmodels {

/// How a page comes to a person's file.
struct FileOpening {
    base::CaseId caseId;
    std::string reason;    ///< Given at the gate of a protected person; empty where none was.
    bool isLogged = false; ///< The page has opened the file before and reads it again.
};

/// Whether the file may be read now; a first opening is written down before anything of it is. Purpose and action follow
/// from whose the person is: one's own is assigned work, another's is opened as a deputy. False where the person is
/// protected and no reason was given; NotFound where the device does not hold the file. Store thread.
[[nodiscard]] base::Result<bool> openFile(OpenStore &store, const FileOpening &opening);

} // namespace faltakt::viewmodels
