#pragma once

#include "core/base/bytes.h"

#include <QSslConfiguration>

namespace faltakt::client {

/// TLS 1.3 or newer, HTTP/1.1, and as trust anchor the one certificate given (in DER) and no other: none of the system's
/// is ever asked. Without a certificate nobody is trusted. The peer is verified.
[[nodiscard]] QSslConfiguration tlsConfiguration(base::ByteView rootCertificate);

} // namespace faltakt::client
