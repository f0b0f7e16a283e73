// Orders beside the daily way: what a restored server has lost, and comparing what both sides hold.
#include "sync/client/sync_runner.h"

#include "sync/protocol/offer.h"

namespace faltakt::client {

using base::Result;
using engine::Happening;

namespace {

constexpr base::Duration CompareAfter = std::chrono::hours(24);

/// A clock that was set back makes it due rather than never.
bool isDue(const std::optional<store::DeliveryProof> &last, base::Instant now)
{
    return !last || now >= last->at + CompareAfter || now + CompareAfter <= last->at;
}

} // namespace

bool SyncRunner::shallCompare(SyncOrder::Compare order) const
{
    const auto position = m_cases->syncPosition();
    if (!position)
        return false;
    if (order == SyncOrder::Compare::Now || position->compareWanted)
        return true;
    // What was only just fetched for the first time is not fetched for comparing at once.
    if (order != SyncOrder::Compare::WhenDue || position->logId.empty())
        return false;
    const auto last = m_cases->lastProof();
    return last && isDue(*last, m_environment.clock.now());
}

void SyncRunner::carryOut(std::uint64_t ticket, const engine::ReadOffer &order)
{
    auto batch = m_cases->linesToOffer({order.caseId, order.above}, order.after, order.maxLines, order.maxBytes);
    if (batch)
        post({ticket, engine::OfferRead{std::move(*batch)}});
    else
        answerStored(ticket, base::fail(batch.error()), {});
}

void SyncRunner::carryOut(std::uint64_t ticket, const engine::SendOffer &order)
{
    Request request = makePost(protocol::Paths::Offer, protocol::encodeOffer(order.batch));
    request.contentType = "application/x-ndjson";
    request.token = m_token;
    call(ticket, std::move(request), [](const std::string &body) -> Result<Happening> {
        TRY(auto verdicts, protocol::decodeOfferAnswer(body));
        return Happening(engine::OfferAnswered{std::move(verdicts)});
    });
}

void SyncRunner::carryOut(std::uint64_t ticket, const engine::StartLog &order)
{
    answerStored(ticket, m_cases->startLog(order.logId, order.n), engine::LogStarted{});
}

void SyncRunner::carryOut(std::uint64_t ticket, const engine::SumPart &order)
{
    auto part = m_cases->digestPart(order.after, protocol::Limits::DigestCases, engine::Pace::SummedLines);
    if (part)
        post({ticket, engine::PartSummed{std::move(*part)}});
    else
        answerStored(ticket, base::fail(part.error()), {});
}

void SyncRunner::carryOut(std::uint64_t ticket, engine::SendDigest &order)
{
    const auto position = m_cases->syncPosition();
    if (!position) {
        answerStored(ticket, base::fail(position.error()), {});
        return;
    }
    Request request =
        makePost(protocol::Paths::Digest,
                 protocol::encode(protocol::DigestRequest{position->cursor, position->logId, std::move(order.part)}));
    request.token = m_token;
    call(ticket, std::move(request), [](const std::string &body) -> Result<Happening> {
        TRY(auto answer, protocol::decodeDigestAnswer(body));
        return Happening(engine::PartCompared{std::move(answer)});
    });
}

void SyncRunner::carryOut(std::uint64_t ticket, const engine::StoreProof &order)
{
    const auto compared = order.settled ? store::Compared::Everything : store::Compared::NotAll;
    const auto stored = m_cases->noteProof({m_serverTime, order.held, order.proven}, compared);
    answerStored(ticket, stored, engine::ProofStored{});
}

} // namespace faltakt::client
