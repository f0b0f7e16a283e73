#include "sync/server/http/body_allowance.h"

#include <algorithm>

namespace faltakt::server {

bool BodyAllowance::Share::grow(std::size_t bytes)
{
    const std::size_t came = m_came + bytes;
    const std::size_t toCount = std::max(came, Uncounted) - Uncounted - m_counted;
    if (toCount > 0 && !m_allowance->take(m_address, toCount))
        return false;
    m_came = came;
    m_counted += toCount;
    return true;
}

void BodyAllowance::Share::release()
{
    if (m_counted > 0)
        m_allowance->giveBack(m_address, m_counted);
    m_came = m_counted = 0;
}

bool BodyAllowance::take(const std::string &address, std::size_t bytes)
{
    const std::lock_guard lock(m_mutex);
    const auto known = m_ofAddress.find(address);
    const std::size_t held = known == m_ofAddress.end() ? 0 : known->second;
    if (bytes > m_mostInAll - m_inAll || bytes > m_mostOfAddress - held)
        return false;
    m_inAll += bytes;
    m_ofAddress[address] += bytes;
    return true;
}

void BodyAllowance::giveBack(const std::string &address, std::size_t bytes)
{
    const std::lock_guard lock(m_mutex);
    m_inAll -= bytes;
    const auto known = m_ofAddress.find(address);
    known->second -= bytes;
    if (known->second == 0)
        m_ofAddress.erase(known);
}

std::size_t BodyAllowance::inAll() const
{
    const std::lock_guard lock(m_mutex);
    return m_inAll;
}

} // namespace faltakt::server
