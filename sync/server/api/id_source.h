#pragma once

#include "core/base/clock.h"
#include "core/base/ids.h"

#include <mutex>

namespace faltakt::server {

/// New ids and random bytes for all threads of the server.
class IdSource {
public:
    /// Both must outlive the source; `random` is used by this source alone, or is thread-safe itself.
    IdSource(const base::Clock &clock, base::Random &random) : m_maker(clock, random), m_random(&random) {}

    template <typename IdType>
    [[nodiscard]] IdType make()
    {
        const std::lock_guard lock(m_mutex);
        return m_maker.makeId<IdType>();
    }
    /// For builders that make many ids in a row; `function(base::UuidMaker &)`.
    template <typename Function>
    auto use(Function function)
    {
        const std::lock_guard lock(m_mutex);
        return function(m_maker);
    }
    void fill(std::span<std::uint8_t> bytes)
    {
        const std::lock_guard lock(m_mutex);
        m_random->fill(bytes);
    }

private:
    std::mutex m_mutex;
    base::UuidMaker m_maker;
    base::Random *m_random;
};

} // namespace faltakt::server
