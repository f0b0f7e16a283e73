#include "sync/client/enrolment.h"

#include "core/crypto/passphrase_policy.h"
#include "sync/client/answers.h"
#include "sync/client/pending_key.h"

#include <QCoreApplication>
#include <QTimer>

namespace faltakt::client {

using base::ErrorCode;
using base::fail;
using base::Result;

Enrolment::Enrolment(EnrolmentOrder order, FieldEnvironment environment)
    : m_order(std::move(order)), m_environment(std::move(environment))
{
}

Enrolment::~Enrolment() = default;

Result<void> Enrolment::checkOrder() const
{
    const auto keystore =
        m_environment.deviceSecrets ? m_environment.deviceSecrets->kind() : crypto::KeystoreKind::None;
    TRY_VOID(crypto::checkPassphrase(m_order.passphrase, keystore));
    TRY_VOID(crypto::checkKdfCost(m_order.kdfCost, m_environment.kdfFloor));
    return FieldStore::checkFree(m_order.folder);
}

void Enrolment::start(Done done)
{
    m_done = std::move(done);
    auto checked = checkOrder();
    if (!checked) {
        QTimer::singleShot(0, QCoreApplication::instance(), [this, error = checked.error()] { finish(fail(error)); });
        return;
    }
    m_rootReader.start({m_order.code.host, m_order.code.port}, m_order.code.fingerprint,
                       [this](Result<base::Bytes> root) {
                           if (!root)
                               finish(fail(root.error()));
                           else
                               sendRequest(std::move(*root));
                       });
}

void Enrolment::sendRequest(base::Bytes rootCertificate)
{
    m_rootCertificate = std::move(rootCertificate);
    auto key = PendingKey::ensure(FieldStore::stagingOf(m_order.folder), m_order.code.secret, m_order.passphrase,
                                  m_order.kdfCost, m_environment);
    if (!key) {
        finish(fail(key.error()));
        return;
    }
    m_deviceKey.emplace(std::move(*key));
    m_transport = std::make_unique<Transport>(ServerAddress{m_order.code.host, m_order.code.port}, m_rootCertificate,
                                              *m_deviceKey, m_environment.clock, m_environment.random);
    Request request;
    request.path = protocol::Paths::Enrol;
    request.body = protocol::encode(
        protocol::EnrolRequest{m_order.code.secret, m_deviceKey->publicKey(), m_order.deviceName, m_order.app});
    m_transport->send(std::move(request), [this](Result<Answer> answer) {
        if (!answer)
            finish(fail(answer.error()));
        else
            finish(makeDevice(*answer));
    });
}

Result<Registration> Enrolment::makeDevice(const Answer &answer)
{
    if (const auto taken = checkAnswer(answer); !taken) {
        const ErrorCode code = taken.error().code();
        // The server's last word: no device of this key came of the code. Anything else may be different the next time.
        if (code == ErrorCode::NotFound || code == ErrorCode::AlreadyExists)
            PendingKey::drop(FieldStore::stagingOf(m_order.folder));
        return fail(taken.error());
    }
    TRY(protocol::EnrolAnswer enrolled, protocol::decodeEnrolAnswer(answer.body));
    TRY(const crypto::BoxPublicKey outboxKey, crypto::BoxPublicKey::fromBytes(enrolled.outboxKey));
    TRY(const crypto::BoxPublicKey recoveryKey, crypto::BoxPublicKey::fromBytes(enrolled.recoveryKey));
    Registration registration{{m_order.code.host, m_order.code.port},
                              m_rootCertificate,
                              {enrolled.tenant, enrolled.worker, enrolled.device},
                              enrolled.workerName,
                              enrolled.tenantName,
                              enrolled.profile,
                              outboxKey,
                              enrolled.tenantKey,
                              enrolled.policy};
    for (const base::Bytes &bytes : enrolled.packKeys) {
        TRY(auto key, crypto::PublisherKey::fromBytes(bytes));
        registration.packKeys.push_back(std::move(key));
    }
    // The transport goes on borrowing its key, so the key file gets a copy.
    TRY(const crypto::SecretBytes privateKey, m_deviceKey->privateBytes());
    TRY(crypto::SigningKey signingKey, crypto::SigningKey::fromPrivate(privateKey));
    NewDevice device{std::move(m_order.passphrase), m_order.kdfCost, std::move(signingKey), recoveryKey, registration};
    TRY_VOID(FieldStore::create(m_order.folder, std::move(device), m_environment));
    return registration;
}

void Enrolment::finish(Result<Registration> result)
{
    if (m_done)
        std::exchange(m_done, nullptr)(std::move(result));
}

} // namespace faltakt::client
