#pragma once

#include "core/base/clock.h"
#include "core/base/random.h"
#include "core/crypto/signing_key.h"
#include "sync/client/trust_root.h"

#include <chrono>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>

class QNetworkReply;

namespace faltakt::client {

/// One request to the server, as the protocol sees it. A value.
struct Request {
    enum class Method { Get, Post, Patch };
    Method method = Method::Post;
    std::string path;  ///< "/v1/hello"
    std::string query; ///< Already escaped, without '?'.
    std::string body;  ///< Sent compressed where that pays.
    std::string contentType = "application/json";
    std::string token; ///< Access token; empty where there is none.
    /// Longest silence on the connection before the request is given up.
    std::chrono::milliseconds patience = std::chrono::seconds(30);
    /// And longest time altogether: a server that sends one byte now and then is as good as silent.
    std::chrono::milliseconds longest = std::chrono::minutes(5);
};

/// What came back: any HTTP status. The body is decompressed.
struct Answer {
    int status = 0;
    std::string body;
    std::optional<std::chrono::seconds> retryAfter;
};

/// How much went over the line: heads and bodies as they travelled. What TLS and the network add, some per cent and a few
/// kilobytes for each new connection, nobody tells.
struct Traffic {
    std::int64_t sent = 0;
    std::int64_t received = 0;
    [[nodiscard]] std::int64_t total() const noexcept { return sent + received; }
};

/// By which a request can be given up.
using RequestNumber = std::uint64_t;

/// How requests reach the server. The seam between the runner of a sync and the network: tests put their own there.
class RequestSender {
public:
    /// Unreachable where no answer came; Damaged or TooLarge where one came that cannot be read; Refused where there is no
    /// server to ask. Called once, from the event loop, never from within send().
    using Done = std::function<void(base::Result<Answer>)>;

    virtual ~RequestSender() = default;
    virtual RequestNumber send(Request request, Done done) = 0;
    /// Gives up a request that is under way, without an answer; one that is over is passed by.
    virtual void giveUp(RequestNumber number) = 0;
    [[nodiscard]] virtual Traffic traffic() const = 0;
};

/// HTTPS to one server that is trusted by one root certificate: TLS 1.3, HTTP/1.1, no redirects, no proxy, no cookies,
/// no cache. Puts a proof of the device key on each attempt, and makes the proof anew, at most twice, where the server
/// wants its own fresh nonce in it. Lives in one thread with an event loop; borrows key, clock and randomness. Dropping
/// it gives up what is under way without an answer.
class Transport final : public RequestSender {
public:
    Transport(ServerAddress address, base::ByteView rootCertificate, const crypto::SigningKey &deviceKey,
              const base::Clock &clock, base::Random &random);
    ~Transport() override;
    Transport(const Transport &) = delete;
    Transport &operator=(const Transport &) = delete;

    RequestNumber send(Request request, Done done) override;
    void giveUp(RequestNumber number) override;
    [[nodiscard]] Traffic traffic() const override { return m_traffic; }

private:
    struct Network;
    struct Attempt;
    void start(const std::shared_ptr<Attempt> &attempt);
    void read(const std::shared_ptr<Attempt> &attempt, QNetworkReply &reply);
    void finish(const std::shared_ptr<Attempt> &attempt, base::Result<Answer> answer);
    [[nodiscard]] base::Result<std::string> readBody(QNetworkReply &reply);

    ServerAddress m_address;
    const crypto::SigningKey *m_deviceKey;
    const base::Clock *m_clock;
    base::Random *m_random;
    std::string m_nonce;
    Traffic m_traffic;
    RequestNumber m_lastNumber = 0;
    std::map<RequestNumber, std::shared_ptr<Attempt>> m_underWay;
    std::unique_ptr<Network> m_network;
};

} // namespace faltakt::client
