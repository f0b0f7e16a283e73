#include "sync/client/trust_root.h"

#include "core/crypto/hash.h"
#include "sync/client/tls.h"
#include "sync/protocol/enrolment_code.h"

#include <QNetworkProxy>
#include <QSslCertificate>
#include <QSslConfiguration>
#include <QSslSocket>
#include <QTimer>

namespace faltakt::client {

using base::ErrorCode;
using base::fail;

std::string ServerAddress::origin() const { return "https://" + protocol::formatHostAndPort(host, port); }

/// The socket with the question that it was opened for.
struct TrustRootReader::Connection {
    QSslSocket socket;
    QTimer timer;
    base::Hash fingerprint{};
    Done done;

    void finish(base::Result<base::Bytes> result)
    {
        if (!done)
            return;
        const Done answer = std::exchange(done, nullptr);
        timer.stop();
        socket.abort();
        answer(std::move(result));
    }

    [[nodiscard]] base::Result<base::Bytes> findRoot() const
    {
        for (const QSslCertificate &certificate : socket.peerCertificateChain()) {
            const QByteArray der = certificate.toDer();
            const base::ByteView bytes(reinterpret_cast<const std::uint8_t *>(der.constData()),
                                       std::size_t(der.size()));
            if (crypto::sha256(bytes) == fingerprint && certificate.isSelfSigned())
                return base::Bytes(bytes.begin(), bytes.end());
        }
        return fail(ErrorCode::Refused, "the server at this address is not the one that the code was made by");
    }
};

TrustRootReader::TrustRootReader() = default;
TrustRootReader::~TrustRootReader() = default;

void TrustRootReader::start(const ServerAddress &address, const base::Hash &fingerprint, Done done,
                            std::chrono::milliseconds timeout)
{
    m_connection = std::make_unique<Connection>();
    Connection *connection = m_connection.get();
    connection->fingerprint = fingerprint;
    connection->done = std::move(done);

    QSslConfiguration configuration = tlsConfiguration({});
    // Nobody is trusted yet and nothing is sent; the fingerprint decides about what was shown.
    configuration.setPeerVerifyMode(QSslSocket::QueryPeer);
    connection->socket.setSslConfiguration(configuration);
    connection->socket.setProxy(QNetworkProxy::NoProxy);

    QObject::connect(&connection->socket, &QSslSocket::encrypted, &connection->socket,
                     [connection] { connection->finish(connection->findRoot()); });
    QObject::connect(&connection->socket, &QSslSocket::errorOccurred, &connection->socket, [connection] {
        connection->finish(fail(ErrorCode::Unreachable, "no secure connection to the server's address"));
    });
    QObject::connect(&connection->timer, &QTimer::timeout, &connection->socket,
                     [connection] { connection->finish(fail(ErrorCode::Unreachable, "the server does not answer")); });
    connection->timer.setSingleShot(true);
    connection->timer.start(timeout);
    connection->socket.connectToHostEncrypted(QString::fromStdString(address.host), address.port);
}

} // namespace faltakt::client
