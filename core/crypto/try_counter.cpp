#include "core/crypto/try_counter.h"

#include <algorithm>
#include <array>

namespace faltakt::crypto {

namespace {

using namespace std::chrono_literals;

// After the first, second … ninth wrong try; 23 hours and 42 minutes in all. Two slips of the finger cost nothing.
constexpr std::array<base::Duration, TryCounter::MostTries - 1> Waits = {0s, 0s, 30s, 2min, 10min, 30min, 2h, 6h, 15h};

base::Duration waitAfter(std::uint32_t tries) noexcept
{
    return tries == 0 ? base::Duration(0) : Waits[std::min<std::size_t>(tries, Waits.size()) - 1];
}

} // namespace

bool TryCounter::isSound() const noexcept
{
    constexpr std::uint32_t MostUnanswered = (MostTries + 1) * UnansweredInOne;
    if (m_wrong > MostTries || m_unanswered > MostUnanswered)
        return false;
    if (m_wrong == 0 && m_unanswered == 0)
        return m_last == base::Instant{} && m_notBefore == base::Instant{};
    // Taking a try back leaves a wait that was worked out for one try more.
    return m_notBefore >= m_last && m_notBefore <= m_last + Waits.back();
}

base::Duration TryCounter::waitAt(base::Instant now) noexcept
{
    if (now < m_last)
        startWait(now);
    return std::max(m_notBefore - now, base::Duration(0));
}

void TryCounter::begin(base::Instant now) noexcept
{
    ++m_unanswered;
    startWait(now);
}

void TryCounter::answerWrong(base::Instant now) noexcept
{
    --m_unanswered;
    ++m_wrong;
    startWait(now);
}

void TryCounter::takeBack() noexcept
{
    --m_unanswered;
    if (m_wrong == 0 && m_unanswered == 0)
        reset();
}

void TryCounter::startWait(base::Instant now) noexcept
{
    m_last = now;
    m_notBefore = now + waitAfter(tries());
}

} // namespace faltakt::crypto
