#include "sync/server/auth/access_tokens.h"

#include "core/crypto/sealed_token.h"

namespace faltakt::server {

using base::ErrorCode;
using base::fail;
using base::Result;

namespace {

constexpr std::string_view Purpose = "access";
using Tick = std::chrono::milliseconds;

} // namespace

Result<std::string> AccessTokens::make(const Session &session, std::string_view thumbprint)
{
    const auto until = std::chrono::duration_cast<Tick>(m_clock->elapsed() + m_life).count();
    const base::json::Object content{{"t", session.tenant.toString()},
                                     {"w", session.worker.toString()},
                                     {"d", session.device.toString()},
                                     {"k", std::string(thumbprint)},
                                     {"u", std::int64_t(until)}};
    return crypto::sealToken(*m_bootKey, Purpose, content, *m_random);
}

Result<Session> AccessTokens::open(std::string_view token, std::string_view thumbprint,
                                   std::chrono::nanoseconds ago) const
{
    TRY(const auto content, crypto::openToken(*m_bootKey, Purpose, token));
    const auto now = std::chrono::duration_cast<Tick>(m_clock->elapsed() - ago).count();
    if (content.integerAt("u") <= now)
        return fail(ErrorCode::Refused, "token expired");
    if (content.stringAt("k") != thumbprint)
        return fail(ErrorCode::Refused, "token of another key");
    Session session;
    TRY(session.tenant, TenantId::parse(content.stringAt("t")));
    TRY(session.worker, WorkerId::parse(content.stringAt("w")));
    TRY(session.device, DeviceId::parse(content.stringAt("d")));
    return session;
}

} // namespace faltakt::server
