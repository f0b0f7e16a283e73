// What a run does when a call fails: smaller batches, pauses that grow, a new token, or an end.
#include "sync/engine/run.h"

#include <algorithm>
#include <utility>

namespace faltakt::engine {

namespace {

/// Where to begin again after a failure in a phase. A push begins with the outbox: what the server took in the meantime
/// comes back as a duplicate, and the next batch has the size that the link now bears.
Phase beginAgainAt(Phase phase)
{
    switch (phase) {
    case Phase::Pushing:
    case Phase::StoringVerdicts: return Phase::ReadingOutbox;
    case Phase::StartingEpoch: return Phase::Greeting;
    case Phase::StoringPage: return Phase::Pulling;
    case Phase::Offering: return Phase::ReadingOffer;
    case Phase::Comparing: return Phase::Summing;
    default: return phase;
    }
}

Outcome outcomeOf(FailureKind kind)
{
    switch (kind) {
    case FailureKind::Unreachable: return Outcome::Unreachable;
    case FailureKind::Unauthorised: return Outcome::Unauthorised;
    case FailureKind::Busy: return Outcome::Busy;
    case FailureKind::ServerFailed: return Outcome::ServerFailed;
    case FailureKind::TooLarge:
    case FailureKind::Refused: return Outcome::Refused;
    case FailureKind::Damaged: return Outcome::Damaged;
    case FailureKind::Store: return Outcome::StoreFailed;
    }
    return Outcome::StoreFailed;
}

bool isCallWithToken(Phase phase)
{
    return phase == Phase::Pushing || phase == Phase::Pulling || phase == Phase::Listening || phase == Phase::Offering
           || phase == Phase::Comparing || phase == Phase::Fetching;
}

} // namespace

void Run::on(const Failed &failed)
{
    switch (failed.kind) {
    case FailureKind::Unauthorised:
        if (!isCallWithToken(m_state.phase) || ++m_state.unauthorised > Pace::MostUnauthorised)
            finish(Outcome::Unauthorised);
        else
            fetchToken(beginAgainAt(m_state.phase));
        return;
    case FailureKind::TooLarge: shrinkOrRefuse(); return;
    case FailureKind::Refused:
        if (m_state.phase == Phase::Listening && !std::exchange(m_state.greetedAgain, true))
            enter(Phase::Greeting); // It was taken a moment ago: the server says why not any more.
        else if (m_state.phase == Phase::Comparing)
            giveUpComparing();
        else if (m_state.phase == Phase::Offering && m_state.offer.caseId)
            afterPull();
        else if (m_state.phase == Phase::Fetching)
            passOverFetch();
        else
            finish(m_state.phase == Phase::Offering ? Outcome::LogChanged : Outcome::Refused);
        return;
    case FailureKind::Store: finish(outcomeOf(failed.kind)); return;
    case FailureKind::Unreachable:
    case FailureKind::Busy:
    case FailureKind::ServerFailed:
    case FailureKind::Damaged: retry(failed.kind, failed.retryAfter); return;
    }
}

/// A right that is gone: the pull says so.
void Run::passOverFetch()
{
    m_state.report.fetch = Report::Fetch::Refused;
    enter(Phase::Pulling);
}

void Run::shrinkOrRefuse()
{
    if (m_state.phase == Phase::Offering && m_state.offer.sent > 1) {
        m_state.batchLines = std::size_t(m_state.offer.sent) / 2;
        ++m_state.report.retries;
        enter(Phase::ReadingOffer);
        return;
    }
    const bool pushing = m_state.phase == Phase::Pushing && m_state.sentCount > 1;
    const bool pulling =
        (m_state.phase == Phase::Pulling || m_state.phase == Phase::Listening) && m_state.pageLines > 1;
    if (!pushing && !pulling) {
        finish(Outcome::Refused);
        return;
    }
    if (pushing)
        m_state.batchLines = std::size_t(m_state.sentCount) / 2;
    else
        m_state.pageLines /= 2;
    ++m_state.report.retries;
    enter(pushing ? Phase::ReadingOutbox : Phase::Pulling);
}

void Run::retry(FailureKind kind, std::chrono::seconds retryAfter)
{
    const auto asked = std::clamp(retryAfter, std::chrono::seconds(0), BackOff::LongestAsked);
    if (++m_state.failures > m_state.plan.failuresAllowed || asked > m_state.plan.longestRest) {
        m_state.report.retryAfter = asked;
        finish(outcomeOf(kind));
        return;
    }
    if (m_state.phase == Phase::Pulling)
        m_state.pageLines = std::max(m_state.pageLines / 2, std::min(m_state.pageLines, Pace::LeastLines));
    if (m_state.phase == Phase::Pushing) {
        m_state.batchLines = std::max(m_state.batchLines / 2, std::min(m_state.batchLines, Pace::LeastLines));
        m_state.batchBytes = std::max(m_state.batchBytes / 2, std::min(m_state.batchBytes, Pace::LeastBytes));
    }
    ++m_state.report.retries;
    if (m_state.phase != Phase::Resting)
        m_state.resume = beginAgainAt(m_state.phase);
    rest(asked);
}

void Run::rest(std::chrono::seconds asked)
{
    m_state.phase = Phase::Resting;
    m_orders.push_back({++m_state.ticket, Rest{BetweenCalls.pause(m_state.failures, roll(), asked)}});
}

/// Between two calls that the server holds until there is something.
void Run::restWhileListening()
{
    m_state.resume = Phase::Listening;
    m_state.phase = Phase::Resting;
    const BackOff pause{Pace::ListeningPause, Pace::ListeningPause};
    m_orders.push_back({++m_state.ticket, Rest{pause.pause(1, roll())}});
}

void Run::progressed()
{
    m_state.failures = 0;
    m_state.unauthorised = 0;
}

/// SplitMix64: enough for pauses.
std::uint64_t Run::roll()
{
    std::uint64_t value = (m_state.dice += 0x9e3779b97f4a7c15ULL);
    value = (value ^ (value >> 30)) * 0xbf58476d1ce4e5b9ULL;
    value = (value ^ (value >> 27)) * 0x94d049bb133111ebULL;
    return value ^ (value >> 31);
}

} // namespace faltakt::engine
