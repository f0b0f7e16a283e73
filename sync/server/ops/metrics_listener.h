#pragma once

#include "core/base/result.h"

#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <thread>

namespace faltakt::server {

/// Gives the server's figures (/metrics) and whether it can work (/healthz: 200, or 503) as plain text over HTTP, to whoever may
/// reach the address: meant for loopback or a network of the operators, since it has neither TLS nor a login. One
/// connection at a time, on a thread of its own.
class MetricsListener {
public:
    struct Sources {
        std::function<std::string()> figures;
        std::function<bool()> healthy;
    };

    /// `host` is an IPv4 address. InvalidInput where it is none, Busy where the address is taken.
    [[nodiscard]] static base::Result<std::unique_ptr<MetricsListener>> listen(const std::string &host,
                                                                               std::uint16_t port, Sources sources);
    ~MetricsListener();
    MetricsListener(const MetricsListener &) = delete;
    MetricsListener &operator=(const MetricsListener &) = delete;

    [[nodiscard]] std::uint16_t port() const;

private:
    MetricsListener(int listener, int stopEvent, Sources sources);
    void run();
    void serve(int connection) const;

    int m_listener;
    int m_stopEvent;
    Sources m_sources;
    std::thread m_thread;
};

} // namespace faltakt::server
