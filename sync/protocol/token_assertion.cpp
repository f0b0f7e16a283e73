#include "sync/protocol/token_assertion.h"

#include "core/crypto/jwt.h"

namespace faltakt::protocol {

using base::ErrorCode;
using base::fail;
using base::Result;
namespace json = base::json;

Result<std::string> makeTokenAssertion(const crypto::SigningKey &deviceKey, base::DeviceId device,
                                       base::TenantId tenant, base::Random &random)
{
    std::array<std::uint8_t, 16> jti{};
    random.fill(jti);
    const json::Object payload{{"iss", device.toString()}, {"aud", tenant.toString()}, {"jti", base::toBase64Url(jti)}};
    return crypto::encodeJwt({{"typ", "JWT"}}, payload, deviceKey);
}

Result<void> checkTokenAssertion(std::string_view assertion, const crypto::PublicKey &deviceKey, base::DeviceId device,
                                 base::TenantId tenant)
{
    TRY(const crypto::Jwt jwt, crypto::decodeJwt(assertion));
    if (!jwt.verify(deviceKey))
        return fail(ErrorCode::Refused, "assertion: not signed by the device's key");
    TRY(const std::string issuer, jwt.payload.requireString("iss"));
    TRY(const std::string audience, jwt.payload.requireString("aud"));
    TRY_VOID(jwt.payload.requireString("jti"));
    if (issuer != device.toString())
        return fail(ErrorCode::Refused, "assertion: iss is another device");
    if (audience != tenant.toString())
        return fail(ErrorCode::Refused, "assertion: aud is another tenant");
    return {};
}

} // namespace faltakt::protocol
