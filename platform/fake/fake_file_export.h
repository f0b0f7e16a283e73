#pragma once

#include "platform/api/file_export.h"

#include <string>
#include <vector>

namespace faltakt::platform {

/// Writes nowhere and remembers what would have been written; can be told to fail.
class FakeFileExport final : public FileExport {
public:
    struct File {
        std::string place;
        std::string name;
        std::string content;
    };

    [[nodiscard]] std::vector<std::string> places() const override { return m_places; }
    [[nodiscard]] base::Result<std::string> save(std::string_view place, std::string_view name,
                                                 base::ByteView content) override
    {
        if (m_isFull)
            return base::fail(base::ErrorCode::StorageFull, "export");
        m_files.push_back({std::string(place), std::string(name), std::string(base::textOf(content))});
        return std::string(place) + "/" + std::string(name);
    }

    void setPlaces(std::vector<std::string> places) { m_places = std::move(places); }
    void setFull(bool isFull) { m_isFull = isFull; }
    [[nodiscard]] const std::vector<File> &files() const noexcept { return m_files; }

private:
    std::vector<std::string> m_places = {"Dokument", "Minne"};
    bool m_isFull = false;
    std::vector<File> m_files;
};

} // namespace faltakt::platform
