#pragma once

#include "core/crypto/system_random.h"
#include "sync/client/sync_runner.h"
#include "sync/protocol/offer.h"
#include "tests/support/catch.h"
#include "tests/support/store_fixture.h"
#include "tests/unit/client_event_loop.h"

#include <QTimer>

#include <map>

namespace faltakt::test {

using client::Answer;
using client::Request;
using client::SyncReport;

/// A server of a few lines: takes every push, gives out the pages it was told to give. A test may put its own answer in
/// the place of any call.
class FakeServer final : public client::RequestSender {
public:
    using Handler = std::function<base::Result<Answer>(const Request &)>;

    explicit FakeServer(const base::Clock &clock) : m_clock(&clock) {}

    client::RequestNumber send(Request request, Done done) override
    {
        m_calls.push_back(request.path);
        const client::RequestNumber number = m_calls.size();
        if (m_isHolding && request.query.find("wait=0") == std::string::npos && request.path == protocol::Paths::Pull) {
            m_heldCall = {number, std::move(done)};
            return number;
        }
        base::Result<Answer> answer = respond(request);
        if (m_linkClock)
            m_linkClock->advance(m_timeOfCall
                                 + m_timeOfLine
                                       * (request.path == protocol::Paths::Push ? std::int64_t(m_batches.back()) : 0));
        QTimer::singleShot(0, &application(),
                           [answer = std::move(answer), done = std::move(done)]() mutable { done(std::move(answer)); });
        return number;
    }
    void giveUp(client::RequestNumber number) override
    {
        if (m_heldCall && m_heldCall->number == number)
            m_heldCall.reset();
    }
    /// Answers the call that is held, as a server does that has news.
    void answerHeld(const changelog::PullPage &page)
    {
        const Held held = *std::exchange(m_heldCall, std::nullopt);
        held.done(ok(protocol::encodePullPage(page)));
    }
    /// As a server does when an order for the device lies there.
    void refuseHeld()
    {
        const Held held = *std::exchange(m_heldCall, std::nullopt);
        held.done(refused(protocol::Refusal::Refused));
    }
    [[nodiscard]] client::Traffic traffic() const override { return {}; }

    base::Result<Answer> respond(const Request &request)
    {
        if (const auto once = m_once.find(request.path); once != m_once.end()) {
            const Handler handler = once->second;
            m_once.erase(once);
            return handler(request);
        }
        if (request.path == protocol::Paths::Hello)
            return ok(hello(request));
        if (request.path == protocol::Paths::Token)
            return ok(protocol::encode(
                protocol::TokenAnswer{"token-" + std::to_string(++m_tokens), std::chrono::seconds(600)}));
        if (request.path == protocol::Paths::Push)
            return ok(push(request));
        return ok(pull());
    }

    std::string hello(const Request &request)
    {
        const auto read = protocol::decodeHelloRequest(request.body).value();
        m_receipts = read.receipts;
        protocol::HelloAnswer answer;
        answer.time = m_clock->now();
        answer.logId = "log";
        answer.leaseUntil = m_clock->now() + std::chrono::hours(24);
        answer.commands = m_commands;
        answer.n = m_held;
        return protocol::encode(answer);
    }

    std::string push(const Request &request)
    {
        m_pushTokens.push_back(request.token);
        const auto read = protocol::decodePush(request.body).value();
        m_batches.push_back(read.batch.lines.size());
        protocol::PushVerdicts verdicts;
        std::int64_t n = read.batch.from;
        for ([[maybe_unused]] const auto &line : read.batch.lines)
            verdicts.verdicts.push_back(
                {n++, changelog::VerdictKind::Accepted, changelog::Receipt{++m_seq, m_clock->now(), {}}, {}, {}});
        m_held = verdicts.n = n - 1;
        return protocol::encodePushAnswer(verdicts);
    }

    std::string pull()
    {
        changelog::PullPage page;
        page.cursor = "end";
        if (!m_pages.empty()) {
            page = m_pages.front();
            m_pages.erase(m_pages.begin());
        }
        return protocol::encodePullPage(page);
    }

    static Answer ok(std::string body) { return {200, std::move(body), {}}; }
    static Answer refused(protocol::Refusal refusal)
    {
        return {protocol::httpStatusOf(refusal), protocol::encode(protocol::ErrorAnswer{refusal, ""}), {}};
    }

    /// The next call to that path is answered by the handler.
    void once(std::string_view path, Handler handler) { m_once[std::string(path)] = std::move(handler); }
    [[nodiscard]] auto countOf(std::string_view path) const { return std::count(m_calls.begin(), m_calls.end(), path); }

    /// A call that waits for news is held until there are some.
    void holdCalls() { m_isHolding = true; }
    [[nodiscard]] bool isHeld() const { return m_heldCall.has_value(); }
    /// Each call takes so long by the device's clock, and so much more for each line of a push.
    void beSlow(base::ManualClock &clock, std::chrono::milliseconds call, std::chrono::milliseconds line)
    {
        m_linkClock = &clock;
        m_timeOfCall = call;
        m_timeOfLine = line;
    }
    [[nodiscard]] const std::vector<std::size_t> &batches() const { return m_batches; }

    std::vector<changelog::PullPage> m_pages;
    std::vector<protocol::DeviceCommand> m_commands;
    std::vector<protocol::CommandId> m_receipts;
    std::vector<std::string> m_calls, m_pushTokens;

private:
    struct Held {
        client::RequestNumber number;
        Done done;
    };
    const base::Clock *m_clock;
    base::ManualClock *m_linkClock = nullptr;
    std::chrono::milliseconds m_timeOfCall{0}, m_timeOfLine{0};
    std::vector<std::size_t> m_batches;
    bool m_isHolding = false;
    std::optional<Held> m_heldCall;
    std::map<std::string, Handler, std::less<>> m_once;
    std::int64_t m_seq = 0, m_held = 0;
    int m_tokens = 0;
};

struct Bench {
    Bench() : device(1), server(device.clock())
    {
        REQUIRE(device.create().has_value());
        device.addPerson("Kim", "Test");
        runner = std::make_unique<client::SyncRunner>(device.store(), key, tenantKey.publicKey(), server,
                                                      client::SyncEnvironment{device.clock(), device.clock(), random});
    }
    base::Result<SyncReport> sync(int failuresAllowed = 0)
    {
        return await<SyncReport>([&](auto done) { runner->start({failuresAllowed, {}}, std::move(done)); });
    }
    std::int64_t unsent() { return device.store().counts().value().outbox; }

    Device device;
    crypto::SystemRandom random;
    crypto::SigningKey key = crypto::SigningKey::make().value();
    crypto::SigningKey tenantKey = crypto::SigningKey::make().value();
    FakeServer server;
    std::unique_ptr<client::SyncRunner> runner;
};

} // namespace faltakt::test
