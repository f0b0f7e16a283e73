#pragma once

#include "sync/client/field_store.h"
#include "sync/client/transport.h"
#include "sync/protocol/messages.h"

#include <functional>
#include <memory>
#include <string>

namespace faltakt::client {

/// What an enrolment starts from.
struct EnrolmentOrder {
    protocol::EnrolmentCode code;
    crypto::SecretBytes passphrase;
    crypto::KdfCost kdfCost;
    std::filesystem::path folder;
    std::string deviceName; ///< What people call the device.
    std::string app;        ///< Program and version.
};

/// Makes a folder into a worker's device: reads the server's root, proves a fresh device key with the one-time secret,
/// and makes the store. Everything that can be refused here is refused before the code is spent, and where the answer is
/// lost the same code, folder and passphrase go on from there. Lives in one thread with an event loop; dropping it gives
/// up.
class Enrolment {
public:
    using Done = std::function<void(base::Result<Registration>)>;

    Enrolment(EnrolmentOrder order, FieldEnvironment environment);
    ~Enrolment();

    /// `done` is called once, from the event loop. AlreadyExists (the folder is taken, or the code was used), InvalidInput
    /// (the passphrase is too weak), NotFound (unknown or expired code), Refused (another server's root), WrongKey (an
    /// earlier try with this code had another passphrase), Unreachable.
    void start(Done done);

private:
    [[nodiscard]] base::Result<void> checkOrder() const;
    void sendRequest(base::Bytes rootCertificate);
    [[nodiscard]] base::Result<Registration> makeDevice(const Answer &answer);
    void finish(base::Result<Registration> result);

    EnrolmentOrder m_order;
    FieldEnvironment m_environment;
    Done m_done;
    base::Bytes m_rootCertificate;
    std::optional<crypto::SigningKey> m_deviceKey;
    TrustRootReader m_rootReader;
    std::unique_ptr<Transport> m_transport;
};

} // namespace faltakt::client
