#pragma once

#include "core/base/clock.h"
#include "core/base/ids.h"

#include <chrono>
#include <cstdint>
#include <map>
#include <mutex>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

namespace faltakt::server {

/// What was found to come first on a device, for some minutes: a page that is lost on a slow line is asked for again, and
/// must not be looked up again. And who is looking now: to look reads much, so that few do at a time. Of one process.
/// Thread-safe; must outlive its leaves.
class FirstLooks {
public:
    static constexpr std::chrono::minutes Kept{5};
    static constexpr std::size_t MostAtOnce = 2;
    static constexpr std::size_t MostKept = 4096;

    explicit FirstLooks(const base::Clock &clock) : m_clock(&clock) {}

    /// Where a walk begins.
    struct Place {
        base::DeviceId device;
        std::string logId;
        std::int64_t seq = 0;
        bool operator==(const Place &) const = default;
    };
    struct Look {
        std::int64_t to = 0; ///< The end of the order when it was looked up; what was found is true up to there.
        std::vector<base::CaseId> cases;
    };
    [[nodiscard]] std::optional<Look> find(const Place &place) const;
    /// The last one of each device.
    void remember(const Place &place, Look look);

    /// The leave to look; given back when dropped.
    class Leave {
    public:
        Leave(FirstLooks &looks, base::DeviceId device) : m_looks(&looks), m_device(device) {}
        Leave(Leave &&other) noexcept : m_looks(std::exchange(other.m_looks, nullptr)), m_device(other.m_device) {}
        Leave &operator=(Leave &&) = delete;
        Leave(const Leave &) = delete;
        ~Leave()
        {
            if (m_looks)
                m_looks->end(m_device);
        }

    private:
        FirstLooks *m_looks;
        base::DeviceId m_device;
    };
    /// Empty where this device's is under way, or as many as may be.
    [[nodiscard]] std::optional<Leave> begin(base::DeviceId device);

private:
    struct Answer {
        Place place;
        Look look;
        base::Instant at;
    };
    void end(base::DeviceId device);
    [[nodiscard]] bool isFresh(const Answer &answer) const;

    const base::Clock *m_clock;
    mutable std::mutex m_mutex;
    std::map<base::DeviceId, Answer> m_answers;
    std::set<base::DeviceId> m_looking;
};

} // namespace faltakt::server
