#pragma once

#include "platform/api/file_export.h"

namespace faltakt::platform {

/// The folders of the desktop's user, and memory sticks that are plugged in.
class DesktopFileExport final : public FileExport {
public:
    [[nodiscard]] std::vector<std::string> places() const override;
    [[nodiscard]] base::Result<std::string> save(std::string_view place, std::string_view name,
                                                 base::ByteView content) override;
};

} // namespace faltakt::platform
