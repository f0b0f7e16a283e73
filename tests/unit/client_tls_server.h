#pragma once

#include "tests/unit/client_event_loop.h"

#include <QFile>
#include <QSslCertificate>
#include <QSslConfiguration>
#include <QSslKey>
#include <QSslServer>
#include <QTcpSocket>

#include <functional>
#include <string>
#include <vector>

namespace faltakt::test {

/// A request as the server saw it.
struct SeenRequest {
    QByteArray head; ///< Request line and headers.
    QByteArray body;

    [[nodiscard]] std::string header(const QByteArray &name) const
    {
        for (const QByteArray &line : head.split('\n'))
            if (line.left(name.size() + 1).toLower() == name.toLower() + ':')
                return line.mid(name.size() + 1).trimmed().toStdString();
        return {};
    }
    [[nodiscard]] std::string requestLine() const { return head.left(head.indexOf('\r')).toStdString(); }
};

inline QByteArray readData(const QString &name)
{
    QFile file(QStringLiteral(FALTAKT_SOURCE_DIR "/tests/data/tls/") + name);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// A certificate of tests/data/tls in DER.
inline base::Bytes certificateDer(const QString &name)
{
    const QByteArray der = QSslCertificate(readData(name)).toDer();
    return {der.begin(), der.end()};
}

/// The smallest HTTPS server that a test of the client needs: each request is answered by a function, every answer closes
/// its connection. Listens on loopback.
class TlsServer {
public:
    using Handler = std::function<QByteArray(const SeenRequest &)>;

    explicit TlsServer(const QString &certificate = QStringLiteral("server.pem"),
                       QSsl::SslProtocol protocol = QSsl::TlsV1_3)
    {
        application();
        QSslConfiguration configuration = QSslConfiguration::defaultConfiguration();
        configuration.setLocalCertificateChain(
            {QSslCertificate(readData(certificate)), QSslCertificate(readData(QStringLiteral("root.pem")))});
        configuration.setPrivateKey(QSslKey(readData(QStringLiteral("server.key")), QSsl::Ec));
        configuration.setProtocol(protocol);
        m_server.setSslConfiguration(configuration);
        m_server.listen(QHostAddress::LocalHost);
        QObject::connect(&m_server, &QTcpServer::pendingConnectionAvailable, &m_server, [this] { takeConnection(); });
    }

    void answer(Handler handler) { m_handler = std::move(handler); }
    /// From here on requests are read and not answered; their connections stay.
    void beSilent() { m_isSilent = true; }
    /// How many connections were closed by their client meanwhile.
    [[nodiscard]] int leftAlone() const { return m_leftAlone; }
    [[nodiscard]] std::uint16_t port() const { return m_server.serverPort(); }
    [[nodiscard]] const std::vector<SeenRequest> &requests() const { return m_requests; }

    /// An answer with headers "Name: value\r\n…" and a body.
    static QByteArray response(int status, const QByteArray &body, const QByteArray &headers = {})
    {
        return "HTTP/1.1 " + QByteArray::number(status) + " Word\r\nConnection: close\r\nContent-Length: "
               + QByteArray::number(body.size()) + "\r\n" + headers + "\r\n" + body;
    }

private:
    void takeConnection()
    {
        QTcpSocket *socket = m_server.nextPendingConnection();
        auto seen = std::make_shared<QByteArray>();
        QObject::connect(socket, &QTcpSocket::readyRead, socket, [this, socket, seen] {
            seen->append(socket->readAll());
            const qsizetype headEnd = seen->indexOf("\r\n\r\n");
            if (headEnd < 0)
                return;
            SeenRequest request{seen->left(headEnd + 2), seen->mid(headEnd + 4)};
            if (request.body.size() < QByteArray::fromStdString(request.header("Content-Length")).toLongLong())
                return;
            m_requests.push_back(request);
            if (m_isSilent) {
                QObject::connect(socket, &QTcpSocket::disconnected, socket, [this] { ++m_leftAlone; });
                return;
            }
            socket->write(m_handler(request));
            socket->disconnectFromHost();
        });
    }

    QSslServer m_server;
    Handler m_handler = [](const SeenRequest &) { return response(200, "{}"); };
    std::vector<SeenRequest> m_requests;
    bool m_isSilent = false;
    int m_leftAlone = 0;
};

} // namespace faltakt::test
