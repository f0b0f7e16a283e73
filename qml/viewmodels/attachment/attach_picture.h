#pragma once

#include "core/casework/attachment.h"
#include "platform/api/photo_cleaner.h"
#include "qml/viewmodels/workspace/open_store.h"

namespace faltakt::viewmodels {

/// Puts a picture into a file: cleaned of what it tells beyond what it shows, sealed, and saved with its record. Store
/// thread. Fails as the cleaner and the store do; then nothing is saved.
[[nodiscard]] base::Result<std::vector<base::ChangeId>> attachPicture(OpenStore &store,
                                                                      const platform::PhotoCleaner &cleaner,
                                                                      base::ByteView picture, std::string caption,
                                                                      base::CaseId caseId,
                                                                      std::optional<base::RecordId> about);

} // namespace faltakt::viewmodels
