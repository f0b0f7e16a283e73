#pragma once

#include "core/base/ids.h"
#include "core/base/random.h"
#include "core/crypto/signing_key.h"

#include <string>
#include <string_view>

namespace faltakt::protocol {

/// The device's word that it is the device: an ES256 JWT with iss (device), aud (tenant) and a fresh jti. It has no
/// times in it; what makes it fresh is the proof that it travels with.
[[nodiscard]] base::Result<std::string> makeTokenAssertion(const crypto::SigningKey &deviceKey, base::DeviceId device,
                                                           base::TenantId tenant, base::Random &random);

/// Refused where it is not by this key or names another device or tenant, InvalidInput where it is no JWT.
[[nodiscard]] base::Result<void> checkTokenAssertion(std::string_view assertion, const crypto::PublicKey &deviceKey,
                                                     base::DeviceId device, base::TenantId tenant);

} // namespace faltakt::protocol
