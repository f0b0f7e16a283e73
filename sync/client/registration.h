#pragma once

#include "core/base/json.h"
#include "core/crypto/publisher_key.h"
#include "core/crypto/sealed_box.h"
#include "core/crypto/signing_key.h"
#include "core/store/case_store.h"
#include "sync/client/trust_root.h"

#include <string>
#include <vector>

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
    /// Made on the device itself for training: no server, nothing is ever sent.
    bool training = false;
    /// Publishers whose content packs are taken, as the server named them at the enrolment.
    std::vector<crypto::PublisherKey> packKeys = {};

    /// The name under which it lies among the key file's attributes.
    static constexpr std::string_view AttributeName = "registration";

    [[nodiscard]] base::json::Object toJson() const;
    /// Damaged, with the member named.
    [[nodiscard]] static base::Result<Registration> fromJson(const base::json::Object &object);
    /// From what a key file keeps beside its keys.
    [[nodiscard]] static base::Result<Registration> fromAttributes(const base::json::Object &attributes);
};

} // namespace faltakt::client
