#pragma once

#include "platform/api/photo_shelf.h"

#include <map>

namespace faltakt::platform {

/// Photos that a test has laid there, the one put last first.
class FakePhotoShelf final : public PhotoShelf {
public:
    void put(const std::string &name, base::Bytes content, base::Instant changed)
    {
        m_photos.insert(m_photos.begin(), {name, name, "Bilder", changed});
        m_contents[name] = std::move(content);
    }
    /// As if it had been deleted while the list was shown.
    void takeAway(const std::string &name) { m_contents.erase(name); }

    [[nodiscard]] std::vector<FoundPhoto> newest(int most) const override
    {
        const auto count = std::min(m_photos.size(), std::size_t(most));
        return {m_photos.begin(), m_photos.begin() + std::ptrdiff_t(count)};
    }
    [[nodiscard]] base::Result<base::Bytes> read(const std::string &id, std::size_t maxBytes) const override
    {
        const auto found = m_contents.find(id);
        if (found == m_contents.end())
            return base::fail(base::ErrorCode::NotFound, "photo");
        if (found->second.size() > maxBytes)
            return base::fail(base::ErrorCode::TooLarge, "photo");
        return found->second;
    }

private:
    std::vector<FoundPhoto> m_photos;
    std::map<std::string, base::Bytes> m_contents;
};

} // namespace faltakt::platform
