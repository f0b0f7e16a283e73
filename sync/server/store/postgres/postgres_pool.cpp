#include "sync/server/store/postgres/postgres_pool.h"

namespace faltakt::server {

using base::Result;

PostgresPool::Loan::~Loan()
{
    if (m_desk)
        m_pool->giveBack(std::move(m_desk));
}

Result<PostgresPool::Loan> PostgresPool::take()
{
    {
        std::unique_lock lock(m_mutex);
        m_returned.wait(lock, [this] { return m_free > 0; });
        --m_free;
        if (!m_idle.empty()) {
            auto desk = std::move(m_idle.back());
            m_idle.pop_back();
            return Loan(*this, std::move(desk));
        }
    }
    auto connection = PostgresConnection::open(m_address);
    if (!connection) {
        giveBack(nullptr);
        return base::fail(connection.error());
    }
    return Loan(*this, std::make_unique<PostgresDesk>(std::move(*connection)));
}

void PostgresPool::giveBack(std::unique_ptr<PostgresDesk> desk)
{
    {
        const std::lock_guard lock(m_mutex);
        ++m_free;
        if (desk && !desk->isLost())
            m_idle.push_back(std::move(desk));
        else if (desk)
            // What cut this one off has mostly cut off the others, too.
            m_idle.clear();
    }
    m_returned.notify_one();
}

} // namespace faltakt::server
