#pragma once

#include "core/base/result.h"

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace faltakt::server {

/// Where the database is and how it is reached: a checked "postgres://…". Over a network only with TLS 1.3 and the
/// server's name checked against a root (`sslmode=verify-full`); in the clear only through a Unix socket or the loopback.
class PostgresAddress {
public:
    /// InvalidInput with words for the administrator. A password is not taken: command lines are seen by everybody on the
    /// machine; `passfile=FILE` in the address, ~/.pgpass or a client certificate do it.
    [[nodiscard]] static base::Result<PostgresAddress> parse(const std::string &url);

    using Options = std::vector<std::pair<std::string, std::string>>;
    /// For the library.
    [[nodiscard]] const Options &options() const { return m_options; }
    /// True where what is said does not leave the machine.
    [[nodiscard]] bool staysOnMachine() const { return m_staysOnMachine; }
    /// As it was given.
    [[nodiscard]] const std::string &url() const { return m_url; }

private:
    PostgresAddress() = default;
    std::string m_url;
    Options m_options;
    bool m_staysOnMachine = false;
};

/// A folder of sockets, or a name or number of the loopback.
[[nodiscard]] bool isOnMachine(std::string_view host);

} // namespace faltakt::server
