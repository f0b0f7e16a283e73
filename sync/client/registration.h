#pragma once

#include "core/base/json.h"
#include "core/crypto/sealed_box.h"
#include "core/crypto/signing_key.h"
#include "core/store/case_store.h"
#include "sync/client/trust_root.h"

#include <string>

namespace faltakt::client {

/// What a device got to know when it was enrolled: its server and that server's root, whose it is, and the public keys
/// of its tenant. Kept in the key file beside the keys, readable while locked and authenticated once unlocked. A value.
struct Registration {
    ServerAddress server;
    base::Bytes rootCertificate; ///< DER; the only certificate that connections trust.
    store::Owner owner;
    std::string workerName;
    std::string tenantName;
    std::string profile;            ///< Name of the municipality's profile.
    crypto::BoxPublicKey outboxKey; ///< The sealed outbox is sealed to it.
    crypto::PublicKey tenantKey;    ///< Signs the devices' keys.
    base::json::Object policy;

    [[nodiscard]] base::json::Object toJson() const;
    /// Damaged, with the member named.
    [[nodiscard]] static base::Result<Registration> fromJson(const base::json::Object &object);
};

} // namespace faltakt::client
