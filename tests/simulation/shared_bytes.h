#pragma once

#include <cstdint>
#include <memory>
#include <vector>

namespace faltakt::simulation {

/// The bytes of a file, which a disk, its backups and copies have in common until one of them changes them. A new device and
/// every backup would otherwise be half a megabyte of copying, most of which is never written to.
class SharedBytes {
public:
    using Bytes = std::vector<std::uint8_t>;

    const Bytes &operator*() const { return *m_bytes; }
    const Bytes *operator->() const { return m_bytes.get(); }
    /// Of one's own from here on.
    Bytes &own()
    {
        if (m_bytes.use_count() > 1)
            m_bytes = std::make_shared<Bytes>(*m_bytes);
        return *m_bytes;
    }

private:
    std::shared_ptr<Bytes> m_bytes = std::make_shared<Bytes>();
};

} // namespace faltakt::simulation
