#pragma once

#include "sync/client/field_store.h"
#include "sync/protocol/enrolment_code.h"

namespace faltakt::client {

/// The device key of an enrolment under way. It is on disk, in a key file of its own under the passphrase, before the server
/// hears of it: where the answer is lost, a second try with the same code shows the same key, and the server gives the
/// same answer instead of taking the code for used. Stateless; the caller has the staging folder to itself.
class PendingKey {
public:
    /// The key that an earlier try with this code left, or a new one, kept durably. WrongKey where the earlier try had
    /// another passphrase, Locked and Refused after many wrong ones; what another code left gives way.
    [[nodiscard]] static base::Result<crypto::SigningKey> ensure(const std::filesystem::path &staging,
                                                                 const protocol::EnrolmentSecret &code,
                                                                 const crypto::SecretBytes &passphrase,
                                                                 const crypto::KdfCost &cost,
                                                                 const FieldEnvironment &environment);
    /// The server has said that nothing comes of this code.
    static void drop(const std::filesystem::path &staging);
};

} // namespace faltakt::client
