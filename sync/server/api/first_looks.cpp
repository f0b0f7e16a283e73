#include "sync/server/api/first_looks.h"

namespace faltakt::server {

/// Also not of a time to come, where somebody set the clock back.
bool FirstLooks::isFresh(const Answer &answer) const
{
    const auto age = m_clock->now() - answer.at;
    return age >= age.zero() && age < Kept;
}

std::optional<FirstLooks::Look> FirstLooks::find(const Place &place) const
{
    const std::lock_guard lock(m_mutex);
    const auto known = m_answers.find(place.device);
    if (known == m_answers.end() || known->second.place != place || !isFresh(known->second))
        return std::nullopt;
    return known->second.look;
}

void FirstLooks::remember(const Place &place, Look look)
{
    const std::lock_guard lock(m_mutex);
    if (m_answers.size() >= MostKept)
        std::erase_if(m_answers, [this](const auto &entry) { return !isFresh(entry.second); });
    if (m_answers.size() >= MostKept)
        m_answers.clear(); // They are looked up again, no more.
    m_answers.insert_or_assign(place.device, Answer{place, std::move(look), m_clock->now()});
}

std::optional<FirstLooks::Leave> FirstLooks::begin(base::DeviceId device)
{
    const std::lock_guard lock(m_mutex);
    if (m_looking.size() >= MostAtOnce || !m_looking.insert(device).second)
        return std::nullopt;
    return std::make_optional<Leave>(*this, device);
}

void FirstLooks::end(base::DeviceId device)
{
    const std::lock_guard lock(m_mutex);
    m_looking.erase(device);
}

} // namespace faltakt::server
