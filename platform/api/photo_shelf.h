#pragma once

#include "core/base/bytes.h"
#include "core/base/instant.h"
#include "core/base/result.h"

#include <string>
#include <vector>

namespace faltakt::platform {

/// A photo that lies where the device's owner keeps photos.
struct FoundPhoto {
    std::string id;    ///< What read() is asked by; means nothing to anybody else.
    std::string name;  ///< Of the file.
    std::string place; ///< As the owner knows it: "Bilder", the name of a memory stick.
    base::Instant changed{};
};

/// Photos that were taken or put on the device outside of the app. Nothing is copied, moved or removed there. Holds no state;
/// any thread.
class PhotoShelf {
public:
    virtual ~PhotoShelf() = default;
    /// The newest first, at most `most`; empty where there are none, or where the system lets nobody look.
    [[nodiscard]] virtual std::vector<FoundPhoto> newest(int most) const = 0;
    /// The file as it is; NotFound where it has gone, TooLarge beyond `maxBytes`.
    [[nodiscard]] virtual base::Result<base::Bytes> read(const std::string &id, std::size_t maxBytes) const = 0;
};

} // namespace faltakt::platform
