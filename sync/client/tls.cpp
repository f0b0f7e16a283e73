#include "sync/client/tls.h"

#include <QSslCertificate>
#include <QSslSocket>

namespace faltakt::client {

QSslConfiguration tlsConfiguration(base::ByteView rootCertificate)
{
    QSslConfiguration configuration = QSslConfiguration::defaultConfiguration();
    QList<QSslCertificate> anchors;
    if (!rootCertificate.empty())
        anchors.append(QSslCertificate(
            QByteArray(reinterpret_cast<const char *>(rootCertificate.data()), qsizetype(rootCertificate.size())),
            QSsl::Der));
    // Setting the list, even an empty one, also switches off loading the system's anchors on demand.
    configuration.setCaCertificates(anchors);
    configuration.setProtocol(QSsl::TlsV1_3OrLater);
    configuration.setPeerVerifyMode(QSslSocket::VerifyPeer);
    configuration.setAllowedNextProtocols({QByteArrayLiteral("http/1.1")});
    return configuration;
}

} // namespace faltakt::client
