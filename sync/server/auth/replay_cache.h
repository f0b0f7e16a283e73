#pragma once

#include <chrono>
#include <cstddef>
#include <mutex>
#include <string>
#include <string_view>
#include <unordered_set>

namespace faltakt::server {

/// Remembers which proofs were used. Bounded: two generations of names; when the younger is full the older one goes, and
/// with it every nonce as old as those it knew, so that forgetting never lets a used proof in again. Thread-safe.
class ReplayCache {
public:
    explicit ReplayCache(std::size_t perGeneration = 100'000) : m_perGeneration(perGeneration) {}

    /// True the first time. False for a proof that was used, and for a nonce from before what is remembered.
    [[nodiscard]] bool firstUse(std::string_view thumbprint, std::string_view jti, std::chrono::nanoseconds nonceMade);

private:
    struct Generation {
        std::unordered_set<std::string> names;
        std::chrono::nanoseconds newestNonce{-1};
    };

    const std::size_t m_perGeneration;
    std::mutex m_mutex;
    Generation m_young;
    Generation m_old;
    std::chrono::nanoseconds m_forgottenUpTo{-1};
};

} // namespace faltakt::server
