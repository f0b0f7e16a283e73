#pragma once

#include "core/base/instant.h"

#include <cstdint>

namespace faltakt::crypto {

/// Counts tries of a passphrase and makes the waits between them grow: ten wrong tries take about a day together, then
/// the wraps that a passphrase opens are destroyed. A plain value, stored in the key file before each try is made.
///
/// A try that never came to an answer (killed, power lost) counts as a third: otherwise a device that kills the app for
/// want of memory would lock its user out, and without counting it at all a try could be taken back by the power switch.
class TryCounter {
public:
    static constexpr std::uint32_t MostTries = 10;
    static constexpr std::uint32_t UnansweredInOne = 3;

    TryCounter() = default;
    /// As stored. The caller checks with isSound().
    TryCounter(std::uint32_t wrong, std::uint32_t unanswered, base::Instant last, base::Instant notBefore) noexcept
        : m_wrong(wrong), m_unanswered(unanswered), m_last(last), m_notBefore(notBefore)
    {
    }

    /// Counts and times that this class could have written.
    [[nodiscard]] bool isSound() const noexcept;

    /// Time until the next try is allowed, zero where it is now. Where the clock stands before the last try it was set
    /// back: the wait begins anew then, and the caller stores the counter.
    [[nodiscard]] base::Duration waitAt(base::Instant now) noexcept;

    /// A try begins; stored durably before the passphrase is looked at.
    void begin(base::Instant now) noexcept;
    /// The try that began last was wrong.
    void answerWrong(base::Instant now) noexcept;
    /// The try that began last could not be made, through no fault of the passphrase.
    void takeBack() noexcept;
    /// A right passphrase: all is forgotten.
    void reset() noexcept { *this = {}; }

    /// Wrong tries, with the unanswered ones counted in.
    [[nodiscard]] std::uint32_t tries() const noexcept { return m_wrong + m_unanswered / UnansweredInOne; }
    [[nodiscard]] bool isUsedUp() const noexcept { return tries() >= MostTries; }

    [[nodiscard]] std::uint32_t wrong() const noexcept { return m_wrong; }
    [[nodiscard]] std::uint32_t unanswered() const noexcept { return m_unanswered; }
    [[nodiscard]] base::Instant last() const noexcept { return m_last; }
    [[nodiscard]] base::Instant notBefore() const noexcept { return m_notBefore; }

    bool operator==(const TryCounter &) const = default;

private:
    void startWait(base::Instant now) noexcept;

    std::uint32_t m_wrong = 0;
    std::uint32_t m_unanswered = 0;
    base::Instant m_last{};
    base::Instant m_notBefore{};
};

} // namespace faltakt::crypto
