#pragma once

#include "core/base/bytes.h"
#include "core/base/result.h"

#include <string>
#include <string_view>
#include <vector>

namespace faltakt::platform {

/// Puts files where other programs and people reach them: outside of the encrypted store, with no protection of ours. Only
/// after an explicit yes. Main thread; files of a few pages.
class FileExport {
public:
    virtual ~FileExport() = default;
    /// The places that can be written to now, as the device's owner knows them: "Dokument", the name of a memory stick.
    /// Empty where there is none.
    [[nodiscard]] virtual std::vector<std::string> places() const = 0;
    /// A new file, which only this user of the device may read. One of that name is never written over: the new one gets a
    /// number then. Answers its path. NotFound for a place that has gone, StorageFull, StorageFailed.
    [[nodiscard]] virtual base::Result<std::string> save(std::string_view place, std::string_view name,
                                                         base::ByteView content) = 0;
};

} // namespace faltakt::platform
