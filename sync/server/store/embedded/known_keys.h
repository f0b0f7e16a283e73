#pragma once

#include "core/crypto/signing_key.h"

#include <string>
#include <unordered_map>

namespace faltakt::server {

/// Keys of devices and tenants that one connection has read before. That a point lies on the curve takes longer to see than all else that a
/// call asks about its device, and a key that is stored does not change. One thread at a time.
class KnownKeys {
public:
    [[nodiscard]] base::Result<crypto::PublicKey> key(base::ByteView point)
    {
        std::string name(reinterpret_cast<const char *>(point.data()), point.size());
        if (const auto known = m_keys.find(name); known != m_keys.end())
            return known->second;
        TRY(auto key, crypto::PublicKey::fromBytes(point));
        if (m_keys.size() >= Most)
            m_keys.clear();
        m_keys.emplace(std::move(name), key);
        return key;
    }

private:
    static constexpr std::size_t Most = 4096; ///< About 2 MB.
    std::unordered_map<std::string, crypto::PublicKey> m_keys;
};

} // namespace faltakt::server
