#include "sync/server/auth/nonce_source.h"

#include "core/crypto/sealed_token.h"

namespace faltakt::server {

namespace {

constexpr std::string_view Purpose = "nonce";
// Milliseconds, so that the number stays inside what JSON holds exactly.
using Tick = std::chrono::milliseconds;

} // namespace

std::string NonceSource::make()
{
    const auto now = std::chrono::duration_cast<Tick>(m_clock->elapsed()).count();
    const auto sealed = crypto::sealToken(*m_bootKey, Purpose, base::json::Value(std::int64_t(now)), *m_random);
    return sealed ? *sealed : std::string();
}

std::optional<std::chrono::nanoseconds> NonceSource::check(std::string_view nonce, std::chrono::nanoseconds ago) const
{
    const auto content = crypto::openToken(*m_bootKey, Purpose, nonce);
    if (!content || !content->integer())
        return std::nullopt;
    const std::chrono::nanoseconds made = Tick(*content->integer());
    if (m_clock->elapsed() - ago - made > m_life)
        return std::nullopt;
    return made;
}

} // namespace faltakt::server
