#include "sync/server/auth/replay_cache.h"

#include <algorithm>

namespace faltakt::server {

bool ReplayCache::firstUse(std::string_view thumbprint, std::string_view jti, std::chrono::nanoseconds nonceMade)
{
    std::string name;
    name.reserve(thumbprint.size() + jti.size() + 1);
    name.append(thumbprint).append(1, ' ').append(jti);
    const std::lock_guard lock(m_mutex);
    if (nonceMade <= m_forgottenUpTo || m_young.names.contains(name) || m_old.names.contains(name))
        return false;
    if (m_young.names.size() >= m_perGeneration) {
        m_forgottenUpTo = std::max(m_forgottenUpTo, m_old.newestNonce);
        m_old = std::move(m_young);
        m_young = {};
        if (nonceMade <= m_forgottenUpTo)
            return false;
    }
    m_young.newestNonce = std::max(m_young.newestNonce, nonceMade);
    m_young.names.insert(std::move(name));
    return true;
}

} // namespace faltakt::server
