#pragma once

#include "sync/server/store/postgres/postgres_desk.h"

#include <condition_variable>
#include <mutex>

namespace faltakt::server {

/// At most so many connections for one sort of work, opened when they are needed and kept. Thread-safe.
class PostgresPool {
public:
    PostgresPool(PostgresAddress address, int most) : m_address(std::move(address)), m_free(most) {}

    /// A connection on loan; given back when dropped, unless it is lost.
    class Loan {
    public:
        Loan(PostgresPool &pool, std::unique_ptr<PostgresDesk> desk) : m_pool(&pool), m_desk(std::move(desk)) {}
        Loan(Loan &&other) noexcept = default;
        Loan &operator=(Loan &&) = delete;
        ~Loan();
        PostgresDesk &operator*() const { return *m_desk; }
        PostgresDesk *operator->() const { return m_desk.get(); }

    private:
        PostgresPool *m_pool;
        std::unique_ptr<PostgresDesk> m_desk;
    };

    /// Waits until one is free; Busy where the database cannot be reached.
    [[nodiscard]] base::Result<Loan> take();

private:
    void giveBack(std::unique_ptr<PostgresDesk> desk);

    PostgresAddress m_address;
    std::mutex m_mutex;
    std::condition_variable m_returned;
    int m_free;
    std::vector<std::unique_ptr<PostgresDesk>> m_idle;
};

} // namespace faltakt::server
