#pragma once

#include "platform/api/photo_shelf.h"

namespace faltakt::platform {

/// The folders of the desktop's user in which photos come to lie, and memory sticks with a camera's folder; two levels deep.
class DesktopPhotoShelf final : public PhotoShelf {
public:
    [[nodiscard]] std::vector<FoundPhoto> newest(int most) const override;
    [[nodiscard]] base::Result<base::Bytes> read(const std::string &id, std::size_t maxBytes) const override;
};

} // namespace faltakt::platform
