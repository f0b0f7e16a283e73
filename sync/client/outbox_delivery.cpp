#include "sync/client/outbox_delivery.h"

#include "core/crypto/sealed_outbox.h"
#include "sync/client/answers.h"
#include "sync/protocol/messages.h"

#include <QCoreApplication>
#include <QTimer>

namespace faltakt::client {

using base::ErrorCode;
using base::fail;
using base::Result;

OutboxDelivery::OutboxDelivery(std::filesystem::path folder, FieldEnvironment environment)
    : m_folder(std::move(folder)), m_environment(std::move(environment)),
      m_files(m_environment.files ? m_environment.files : &m_systemFiles)
{
}

OutboxDelivery::~OutboxDelivery() = default;

bool OutboxDelivery::isWaiting(const std::filesystem::path &folder)
{
    std::error_code ignored;
    return std::filesystem::exists(folder / FieldStore::SealedOutboxName, ignored);
}

void OutboxDelivery::start(Done done)
{
    m_done = std::move(done);
    if (const auto sent = send(); !sent)
        QTimer::singleShot(0, QCoreApplication::instance(), [this, error = sent.error()] { finish(fail(error)); });
}

Result<void> OutboxDelivery::send()
{
    TRY(const crypto::KeyStatus status, FieldStore::readStatus(m_folder, m_environment));
    TRY(const Registration registration, Registration::fromAttributes(status.attributes));
    TRY(m_sealed, crypto::SealedOutbox::readSealed(*m_files, m_folder / FieldStore::SealedOutboxName));
    if (m_sealed.size() > protocol::Limits::OutboxBodyBytes)
        return fail(ErrorCode::TooLarge, "the sealed outbox");
    TRY(m_key, crypto::SigningKey::make());
    m_transport = std::make_unique<Transport>(registration.server, registration.rootCertificate, *m_key,
                                              m_environment.clock, m_environment.random);
    Request request;
    request.path = protocol::Paths::Outbox;
    request.query = protocol::encodeOutboxQuery(registration.owner.tenant);
    request.body = std::string(base::textOf(base::ByteView(m_sealed)));
    request.contentType = "application/octet-stream";
    m_transport->send(std::move(request), [this](const Result<Answer> &answer) {
        finish([&]() -> Result<protocol::OutboxAnswer> {
            if (!answer)
                return fail(answer.error());
            m_retryAfter = answer->retryAfter.value_or(std::chrono::seconds(0));
            TRY_VOID(checkAnswer(*answer));
            TRY(const auto taken, protocol::decodeOutboxAnswer(answer->body));
            removeDelivered();
            return taken;
        }());
    });
    return {};
}

void OutboxDelivery::removeDelivered()
{
    const auto lock = StoreLock::take(m_folder, std::chrono::milliseconds(0));
    if (!lock)
        return;
    const auto file = m_folder / FieldStore::SealedOutboxName;
    if (const auto now = crypto::SealedOutbox::readSealed(*m_files, file); now && *now == m_sealed)
        static_cast<void>(m_files->remove(file)); // What stays is brought once more, to no effect.
}

void OutboxDelivery::finish(Result<protocol::OutboxAnswer> outcome)
{
    const Done done = std::move(m_done);
    done(std::move(outcome));
}

} // namespace faltakt::client
