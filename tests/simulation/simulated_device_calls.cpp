// What the engine orders of the network: bodies as they travel, asked and answered in virtual time.
#include "tests/simulation/simulated_device.h"
#include "tests/simulation/simulated_server.h"

namespace faltakt::simulation {

using base::ErrorCode;
using base::fail;
using base::Result;
using engine::Failed;
using engine::FailureKind;
using engine::Happening;

void SimulatedDevice::call(std::uint64_t ticket, const Network::Serve &serve, Network::Read read)
{
    m_network->call(serve, std::move(read), [this, ticket, life = m_life](Happening happening) {
        if (life == m_life)
            give(ticket, std::move(happening));
    });
}

void SimulatedDevice::carryOutCall(std::uint64_t ticket, const engine::SendHello &)
{
    const auto position = m_store->syncPosition();
    const auto forgotten = m_store->forgottenUpTo();
    if (!position || !forgotten) {
        if (!diedOf(position ? forgotten.error() : position.error()))
            give(ticket, Failed{FailureKind::Store, std::chrono::seconds(0)});
        return;
    }
    protocol::HelloRequest request;
    request.device = deviceId(m_number);
    request.app = "simulation";
    request.epoch = position->epoch;
    request.n = position->n;
    request.link = position->link;
    request.cursor = position->cursor;
    request.logId = position->logId;
    request.forgotten = *forgotten;
    call(
        ticket, [this, body = protocol::encode(request)] { return m_server->hello(m_number, body); },
        [](std::string_view body) -> Result<Happening> {
            TRY(auto answer, protocol::decodeHelloAnswer(body));
            return Happening(engine::HelloAnswered{std::move(answer)});
        });
}

void SimulatedDevice::carryOutCall(std::uint64_t ticket, const engine::SendToken &)
{
    call(
        ticket,
        [this]() -> Result<std::string> {
            if (!m_server->isUp())
                return fail(ErrorCode::Unreachable, "server is down");
            return std::string();
        },
        [](std::string_view) -> Result<Happening> { return Happening(engine::TokenAnswered{}); });
}

void SimulatedDevice::carryOutCall(std::uint64_t ticket, const engine::SendPush &push)
{
    const auto request = protocol::signPush(push.batch, tenantId(), deviceId(m_number), deviceKey(m_number));
    call(
        ticket, [this, body = protocol::encodePush(*request)] { return m_server->push(m_number, body); },
        [](std::string_view body) -> Result<Happening> {
            TRY(auto answer, protocol::decodePushAnswer(body));
            return Happening(engine::PushAnswered{std::move(answer)});
        });
}

void SimulatedDevice::carryOutCall(std::uint64_t ticket, const engine::SendPull &pull)
{
    const auto position = m_store->syncPosition();
    if (!position) {
        if (!diedOf(position.error()))
            give(ticket, Failed{FailureKind::Store, std::chrono::seconds(0)});
        return;
    }
    if (m_onPull)
        m_onPull();
    const protocol::PullRequest request{position->cursor, pull.limit,      pull.wait,
                                        position->epoch,  position->logId, pull.again};
    call(
        ticket, [this, query = protocol::encodePullQuery(request)] { return m_server->pull(m_number, query); },
        [](std::string_view body) -> Result<Happening> {
            TRY(auto page, protocol::decodePullPage(body));
            return Happening(engine::PageReceived{std::move(page)});
        });
}

void SimulatedDevice::carryOutCall(std::uint64_t ticket, engine::SendOffer &offer)
{
    call(
        ticket, [this, body = protocol::encodeOffer(offer.batch)] { return m_server->offer(m_number, body); },
        [](std::string_view body) -> Result<Happening> {
            TRY(auto verdicts, protocol::decodeOfferAnswer(body));
            return Happening(engine::OfferAnswered{std::move(verdicts)});
        });
}

void SimulatedDevice::carryOutCall(std::uint64_t ticket, engine::SendDigest &digest)
{
    const auto position = m_store->syncPosition();
    if (!position) {
        if (!diedOf(position.error()))
            give(ticket, Failed{FailureKind::Store, std::chrono::seconds(0)});
        return;
    }
    const protocol::DigestRequest request{position->cursor, position->logId, std::move(digest.part)};
    call(
        ticket, [this, body = protocol::encode(request)] { return m_server->digest(m_number, body); },
        [](std::string_view body) -> Result<Happening> {
            TRY(auto answer, protocol::decodeDigestAnswer(body));
            return Happening(engine::PartCompared{std::move(answer)});
        });
}

void SimulatedDevice::carryOutCall(std::uint64_t ticket, const engine::SendFetch &fetch)
{
    call(
        ticket, [this, body = protocol::encode(fetch.request)] { return m_server->fetch(m_number, body); },
        [](std::string_view body) -> Result<Happening> {
            TRY(const auto answer, protocol::decodeFetchAnswer(body));
            return Happening(engine::FetchAnswered{answer});
        });
}

} // namespace faltakt::simulation
