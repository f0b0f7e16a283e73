#pragma once

#include "core/base/bytes.h"
#include "core/base/result.h"

#include <chrono>
#include <cstdint>
#include <functional>
#include <memory>
#include <string>

namespace faltakt::client {

/// Where a server listens.
struct ServerAddress {
    std::string host; ///< A name or an address; IPv6 without brackets.
    std::uint16_t port = 0;

    /// "https://HOST:PORT", the beginning of every URL.
    [[nodiscard]] std::string origin() const;
    bool operator==(const ServerAddress &) const = default;
};

/// Finds the certificate that an enrolment code names: one connection on which nothing is sent, closed as soon as the
/// server has shown its chain. What it gives is trusted because of the fingerprint alone; every later connection trusts
/// this certificate alone. Lives in one thread with an event loop; dropping it gives up without an answer.
class TrustRootReader {
public:
    /// The certificate in DER; Unreachable, or Refused where the chain holds no self-signed certificate of that
    /// fingerprint (another server answers at the address, or the code is of another one).
    using Done = std::function<void(base::Result<base::Bytes>)>;

    TrustRootReader();
    ~TrustRootReader();
    TrustRootReader(const TrustRootReader &) = delete;
    TrustRootReader &operator=(const TrustRootReader &) = delete;

    /// `fingerprint` is the SHA-256 of the certificate in DER. `done` is called once, from the event loop.
    void start(const ServerAddress &address, const base::Hash &fingerprint, Done done,
               std::chrono::milliseconds timeout = std::chrono::seconds(20));

private:
    struct Connection;
    std::unique_ptr<Connection> m_connection;
};

} // namespace faltakt::client
