#pragma once

#include <cstddef>
#include <map>
#include <mutex>
#include <string>
#include <utility>

namespace faltakt::server {

/// How much of bodies that are on their way or waiting for their answer the process holds, in all and of one address. A body
/// comes before anybody has proved who sends it, and slowly where the line is slow. Counted is what came, not what was
/// announced: who holds others up must have sent it. Thread-safe; must outlive its shares.
class BodyAllowance {
public:
    /// The first bytes of any body are not counted: greetings, tokens and small pushes go through whatever the others hold,
    /// and the bound of connections bounds them.
    static constexpr std::size_t Uncounted = 32 * 1024;

    BodyAllowance(std::size_t mostInAll, std::size_t mostOfAddress)
        : m_mostInAll(mostInAll), m_mostOfAddress(mostOfAddress)
    {
    }

    /// What one body holds; given back when dropped.
    class Share {
    public:
        Share(BodyAllowance &allowance, std::string address) : m_allowance(&allowance), m_address(std::move(address)) {}
        Share(const Share &) = delete;
        Share &operator=(const Share &) = delete;
        ~Share() { release(); }
        /// So many bytes came. False where a bound would be passed: they are not counted then.
        [[nodiscard]] bool grow(std::size_t bytes);
        /// The body is gone.
        void release();

    private:
        BodyAllowance *m_allowance;
        std::string m_address;
        std::size_t m_came = 0;
        std::size_t m_counted = 0;
    };

    [[nodiscard]] std::size_t inAll() const;

private:
    [[nodiscard]] bool take(const std::string &address, std::size_t bytes);
    void giveBack(const std::string &address, std::size_t bytes);

    const std::size_t m_mostInAll;
    const std::size_t m_mostOfAddress;
    mutable std::mutex m_mutex;
    std::size_t m_inAll = 0;
    std::map<std::string, std::size_t> m_ofAddress;
};

} // namespace faltakt::server
