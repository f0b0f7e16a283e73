#pragma once

#include "core/crypto/hash.h"
#include "core/crypto/sealed_box.h"
#include "core/crypto/signing_key.h"
#include "core/crypto/system_random.h"
#include "sync/protocol/enrolment_code.h"
#include "sync/protocol/messages.h"
#include "tests/unit/client_tls_server.h"

#include <map>

namespace faltakt::test {

/// The server's side of a code: the first key that shows it has it, and gets the same answer each time.
class Office {
public:
    Office()
    {
        m_server.answer([this](const SeenRequest &request) { return answer(request); });
    }

    void loseNextAnswer() { m_loseNext = true; }
    [[nodiscard]] const std::vector<crypto::PublicKey> &keysSeen() const { return m_keys; }
    [[nodiscard]] protocol::EnrolmentCode code(std::uint8_t number) const
    {
        protocol::EnrolmentCode code{
            "127.0.0.1", m_server.port(), crypto::sha256(certificateDer(QStringLiteral("root.pem"))), {}};
        code.secret.fill(number);
        return code;
    }
    void knowOnly(std::uint8_t number) { m_known = number; }

private:
    QByteArray answer(const SeenRequest &seen)
    {
        const auto request = protocol::decodeEnrolRequest(seen.body.toStdString()).value();
        m_keys.push_back(request.key);
        if (m_known && request.secret.front() != *m_known)
            return refusal(protocol::Refusal::NotFound);
        auto &owner = m_owners.try_emplace(request.secret, request.key).first->second;
        if (!(owner == request.key))
            return refusal(protocol::Refusal::CodeUsed);
        if (std::exchange(m_loseNext, false))
            return "HTTP/1.1 200 Word\r\nConnection: close\r\nContent-Length: 1000\r\n\r\n{";
        return TlsServer::response(200, QByteArray::fromStdString(protocol::encode(m_answer)));
    }
    static QByteArray refusal(protocol::Refusal refusal)
    {
        return TlsServer::response(protocol::httpStatusOf(refusal),
                                   QByteArray::fromStdString(protocol::encode(protocol::ErrorAnswer{refusal, ""})));
    }
    static base::Bytes boxKey(base::Random &random)
    {
        const auto pair = crypto::BoxKeyPair::make(random);
        const auto bytes = pair.publicKey().bytes();
        return {bytes.begin(), bytes.end()};
    }

    TlsServer m_server;
    crypto::SystemRandom m_random;
    base::ManualClock m_clock{base::instantFromMs(1'780'000'000'000)};
    base::UuidMaker m_ids{m_clock, m_random};
    protocol::EnrolAnswer m_answer{.device = m_ids.makeId<base::DeviceId>(),
                                   .worker = m_ids.makeId<base::WorkerId>(),
                                   .workerName = "Worker",
                                   .tenant = m_ids.makeId<base::TenantId>(),
                                   .tenantName = "Tenant",
                                   .logId = "log",
                                   .recoveryKey = boxKey(m_random),
                                   .outboxKey = boxKey(m_random),
                                   .tenantKey = crypto::SigningKey::make().value().publicKey(),
                                   .profile = "norsjo",
                                   .policy = {}};
    std::map<protocol::EnrolmentSecret, crypto::PublicKey> m_owners;
    std::vector<crypto::PublicKey> m_keys;
    std::optional<std::uint8_t> m_known;
    bool m_loseNext = false;
};

} // namespace faltakt::test
