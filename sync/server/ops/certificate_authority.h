#pragma once

#include "core/base/clock.h"
#include "core/base/random.h"
#include "core/crypto/secret_bytes.h"

#include <string>
#include <vector>

namespace faltakt::server {

/// A private key and its certificate, both PEM.
struct CertifiedKey {
    crypto::SecretBytes privateKey;
    std::string certificate;
};

/// The only root that devices trust: P-256, valid for 20 years. `name` stands in the certificate.
[[nodiscard]] base::Result<CertifiedKey> makeRoot(const std::string &name, base::Instant now, base::Random &random);

/// A certificate for the server's names and addresses (IP addresses are told by their form), signed by the root.
[[nodiscard]] base::Result<CertifiedKey> makeServerCertificate(const CertifiedKey &root,
                                                               const std::vector<std::string> &addresses,
                                                               base::Instant now, base::Random &random);

/// SHA-256 of the certificate in DER: what an enrolment code names the root by.
[[nodiscard]] base::Result<base::Hash> certificateFingerprint(const std::string &certificatePem);

} // namespace faltakt::server
