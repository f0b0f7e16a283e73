// What is done beside the daily way: bringing a restored server what it has lost, and comparing what both sides hold.
#include "sync/engine/run.h"

#include <algorithm>

namespace faltakt::engine {

using changelog::OfferVerdict;

void Run::takeLimits(const protocol::OfferedLimits &limits)
{
    m_state.limits = limits;
    m_state.batchLines = std::min(m_state.batchLines, limits.pushLines);
    m_state.batchBytes = std::min(m_state.batchBytes, limits.pushBytes);
    m_state.pageLines = std::min(m_state.pageLines, limits.pullLines);
}

/// The new log's id is taken down only when everything was offered: until then each run begins here again.
void Run::offerToOtherLog(protocol::HelloAnswer answer)
{
    m_state.commands = std::move(answer.commands);
    if (!answer.offerAbove || ++m_state.logChanges > Pace::MostForks) {
        finish(Outcome::LogChanged);
        return;
    }
    takeLimits(answer.limits);
    m_state.nextLogId = std::move(answer.logId);
    m_state.nextLogN = answer.n;
    m_state.offer = {.caseId = {}, .above = *answer.offerAbove};
    fetchToken(Phase::ReadingOffer);
}

void Run::on(OfferRead &event)
{
    State::Offer &offer = m_state.offer;
    if (event.batch.lines.empty()) {
        afterOffer();
        return;
    }
    if (event.batch.next <= offer.after) {
        finish(Outcome::StoreFailed); // The same lines again and again would have no end.
        return;
    }
    offer.next = event.batch.next;
    offer.sent = std::int64_t(event.batch.lines.size());
    ask(Phase::Offering, SendOffer{std::move(event.batch)});
}

void Run::on(const OfferAnswered &event)
{
    State::Offer &offer = m_state.offer;
    if (std::int64_t(event.verdicts.size()) != offer.sent) {
        on(Failed{FailureKind::Damaged});
        return;
    }
    progressed();
    m_state.report.offered += offer.sent;
    m_state.report.takenBack += std::ranges::count(event.verdicts, OfferVerdict::Taken);
    offer.refused = offer.refused || std::ranges::count(event.verdicts, OfferVerdict::Refused) > 0;
    offer.after = offer.next;
    enter(Phase::ReadingOffer);
}

void Run::afterOffer()
{
    if (!m_state.offer.caseId) {
        enter(Phase::StartingLog);
        return;
    }
    // What the server does not have and does not take must not go from here, too: the case stays as it is.
    if (m_state.offer.refused) {
        afterPull();
        return;
    }
    m_state.again = m_state.offer.caseId;
    enter(Phase::Pulling);
}

void Run::on(const LogStarted &)
{
    m_state.comparison.wanted = true;
    enter(Phase::Greeting);
}

/// Everything is here. Differing cases first, one after the other; then the next pass over all.
void Run::compareOn()
{
    State::Comparison &comparison = m_state.comparison;
    if (!comparison.toMend.empty()) {
        m_state.offer = {.caseId = comparison.toMend.back(), .above = 0};
        comparison.toMend.pop_back();
        enter(Phase::ReadingOffer);
        return;
    }
    comparison.from.reset();
    comparison.differing.clear();
    comparison.settled = true;
    comparison.held = comparison.proven = 0;
    enter(Phase::Summing);
}

void Run::on(PartSummed &event)
{
    m_state.comparison.part = event.part;
    ask(Phase::Comparing, SendDigest{std::move(event.part)});
}

void Run::on(const PartCompared &event)
{
    progressed();
    State::Comparison &comparison = m_state.comparison;
    const auto &answer = event.answer;
    for (const changelog::CaseSum &sum : comparison.part.cases) {
        comparison.held += sum.lines.count;
        const bool agreed = !std::ranges::binary_search(answer.differ, sum.caseId)
                            && !std::ranges::binary_search(answer.unsettled, sum.caseId);
        comparison.proven += agreed ? sum.lines.count : 0;
    }
    comparison.differing.insert(comparison.differing.end(), answer.differ.begin(), answer.differ.end());
    comparison.settled = comparison.settled && answer.unsettled.empty();
    if (!comparison.part.through) {
        finishPass();
        return;
    }
    comparison.from = comparison.part.through;
    enter(Phase::Summing);
}

void Run::finishPass()
{
    State::Comparison &comparison = m_state.comparison;
    if (++comparison.passes == 1)
        comparison.differedAtFirst = std::int64_t(comparison.differing.size());
    const bool isEven = comparison.differing.empty() && comparison.settled;
    if (!isEven && comparison.passes < Pace::MostPasses) {
        comparison.toMend = comparison.differing;
        std::ranges::reverse(comparison.toMend);
        // What could not be compared can be where the change of the right has come.
        if (comparison.settled)
            compareOn();
        else
            enter(Phase::Pulling);
        return;
    }
    comparison.wanted = false;
    Report &report = m_state.report;
    report.compared = true;
    report.held = comparison.held;
    report.proven = comparison.proven;
    report.differing = std::int64_t(comparison.differing.size());
    report.mended = std::max<std::int64_t>(comparison.differedAtFirst - report.differing, 0);
    enter(Phase::StoringProof);
}

void Run::on(const ProofStored &)
{
    progressed();
    afterPull();
}

/// An older server that does not know the call; or one that was restored just now, which the next hello will say.
void Run::giveUpComparing()
{
    m_state.comparison = {};
    afterPull();
}

} // namespace faltakt::engine
