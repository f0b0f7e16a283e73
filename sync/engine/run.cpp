// The way that a run goes when calls succeed; run_failures.cpp has what happens when they do not.
#include "sync/engine/run.h"

#include <algorithm>

namespace faltakt::engine {

using changelog::Verdict;
using changelog::VerdictKind;

namespace {

/// The phase in which an answer of this type is waited for; none for events that may come at any time.
template <typename Answer>
bool isAwaited(const Answer &, Phase phase)
{
    if constexpr (std::is_same_v<Answer, HelloAnswered>)
        return phase == Phase::Greeting;
    else if constexpr (std::is_same_v<Answer, TokenAnswered>)
        return phase == Phase::Authorising;
    else if constexpr (std::is_same_v<Answer, OutboxRead>)
        return phase == Phase::ReadingOutbox;
    else if constexpr (std::is_same_v<Answer, PushAnswered>)
        return phase == Phase::Pushing;
    else if constexpr (std::is_same_v<Answer, VerdictsStored>)
        return phase == Phase::StoringVerdicts;
    else if constexpr (std::is_same_v<Answer, EpochStarted>)
        return phase == Phase::StartingEpoch;
    else if constexpr (std::is_same_v<Answer, PageReceived>)
        return phase == Phase::Pulling || phase == Phase::Listening;
    else if constexpr (std::is_same_v<Answer, PageStored>)
        return phase == Phase::StoringPage;
    else if constexpr (std::is_same_v<Answer, FetchAnswered>)
        return phase == Phase::Fetching;
    else if constexpr (std::is_same_v<Answer, OfferRead>)
        return phase == Phase::ReadingOffer;
    else if constexpr (std::is_same_v<Answer, OfferAnswered>)
        return phase == Phase::Offering;
    else if constexpr (std::is_same_v<Answer, LogStarted>)
        return phase == Phase::StartingLog;
    else if constexpr (std::is_same_v<Answer, PartSummed>)
        return phase == Phase::Summing;
    else if constexpr (std::is_same_v<Answer, PartCompared>)
        return phase == Phase::Comparing;
    else if constexpr (std::is_same_v<Answer, ProofStored>)
        return phase == Phase::StoringProof;
    else if constexpr (std::is_same_v<Answer, Rested>)
        return phase == Phase::Resting;
    else
        return true;
}

bool isAnswer(const Happening &what)
{
    return !std::holds_alternative<Start>(what) && !std::holds_alternative<Stop>(what)
           && !std::holds_alternative<WindUp>(what) && !std::holds_alternative<LocalWork>(what);
}

/// How much the next batch may hold, by how long this one took.
std::size_t fitToLink(std::size_t lines, std::size_t used, Milliseconds took, std::size_t most)
{
    // A few lines that took long say something of the server's answer and nothing of what the link carries.
    if (took > Pace::Slow && used > Pace::LeastLines)
        return std::max(used / 2, Pace::LeastLines);
    return took < Pace::Swift && used >= lines ? std::min(lines * 2, most) : lines;
}

} // namespace

void Run::take(Event event)
{
    if (isAnswer(event.what) && (m_state.phase == Phase::Idle || event.ticket != m_state.ticket))
        return;
    std::visit(
        [this](auto &happening) {
            if (isAwaited(happening, m_state.phase))
                on(happening);
            else
                finish(Outcome::StoreFailed); // Whoever runs the engine answered another order than was given.
        },
        event.what);
}

void Run::on(const Start &start)
{
    if (m_state.phase != Phase::Idle) {
        m_state.localWork = true; // One run at a time: this one takes along what the second was wanted for.
        return;
    }
    State fresh = State::atRest(m_state.dice);
    fresh.ticket = m_state.ticket;
    fresh.batchLines = m_state.batchLines;
    fresh.batchBytes = m_state.batchBytes;
    fresh.pageLines = std::min(m_state.pageLines, start.plan.pullLines);
    fresh.plan = start.plan;
    fresh.comparison.wanted = start.plan.compare;
    m_state = std::move(fresh);
    enter(Phase::Greeting);
}

void Run::on(const Stop &)
{
    if (m_state.phase == Phase::Idle)
        return;
    tell(Abandon{});
    finish(Outcome::Stopped);
}

void Run::on(const WindUp &)
{
    if (m_state.phase == Phase::Idle)
        return;
    const bool isListening = m_state.isListening();
    m_state.plan.keepListening = false;
    m_state.plan.listen = std::chrono::seconds(0);
    if (isListening) {
        tell(Abandon{});
        finish(Outcome::Done);
    }
}

void Run::on(const LocalWork &)
{
    if (m_state.phase == Phase::Idle)
        return;
    m_state.outboxEmpty = false;
    if (m_state.isListening()) {
        tell(Abandon{});
        enter(Phase::ReadingOutbox);
    } else {
        m_state.localWork = true;
    }
}

void Run::on(HelloAnswered &event)
{
    protocol::HelloAnswer &answer = event.answer;
    if (answer.logChanged) {
        offerToOtherLog(std::move(answer));
        return;
    }
    tell(NoteContact{answer.logId, answer.time, answer.leaseUntil, answer.protectedUntil});
    takeLimits(answer.limits);
    m_state.commands = std::move(answer.commands);
    m_state.revoked = answer.revoked;
    const bool wipes = std::ranges::any_of(m_state.commands, [](const protocol::DeviceCommand &command) {
        return command.kind == protocol::CommandKind::Wipe;
    });
    m_state.pushOnly = answer.revoked || wipes;
    if (answer.fork)
        startNextEpoch();
    else
        fetchToken(Phase::ReadingOutbox);
}

void Run::fetchToken(Phase then)
{
    m_state.afterToken = then;
    enter(Phase::Authorising);
}

void Run::on(const TokenAnswered &) { enter(m_state.afterToken); }

void Run::on(OutboxRead &event)
{
    changelog::JournalBatch &batch = event.batch;
    if (batch.lines.empty()) {
        m_state.outboxEmpty = !m_state.localWork;
        if (m_state.pushOnly)
            finish(m_state.revoked ? Outcome::Revoked : Outcome::Done);
        else
            goOnToPull();
        return;
    }
    // What got a verdict must not come again, or the run would have no end.
    const bool judgedBefore = batch.epoch == m_state.judgedEpoch && batch.from <= m_state.judgedThrough;
    if (judgedBefore || batch.epoch < m_state.judgedEpoch) {
        finish(Outcome::StoreFailed);
        return;
    }
    m_state.sentEpoch = batch.epoch;
    m_state.sentFrom = batch.from;
    m_state.sentCount = std::int64_t(batch.lines.size());
    ask(Phase::Pushing, SendPush{std::move(batch)});
}

void Run::on(PushAnswered &event)
{
    m_state.pushTook = event.took;
    if (std::holds_alternative<protocol::PushGap>(event.answer))
        finish(Outcome::LogChanged);
    else if (std::holds_alternative<protocol::PushFork>(event.answer))
        startNextEpoch();
    else
        takeVerdicts(std::get<protocol::PushVerdicts>(std::move(event.answer)));
}

void Run::takeVerdicts(protocol::PushVerdicts verdicts)
{
    const bool complete =
        std::int64_t(verdicts.verdicts.size()) == m_state.sentCount && verdicts.verdicts.front().n == m_state.sentFrom;
    if (!complete) {
        on(Failed{FailureKind::Damaged});
        return;
    }
    for (const Verdict &verdict : verdicts.verdicts) {
        m_state.report.accepted += verdict.kind == VerdictKind::Accepted;
        m_state.report.duplicates += verdict.kind == VerdictKind::Duplicate;
        // The server has it from somebody else: this device is not what it was, or the server is not.
        m_state.comparison.wanted = m_state.comparison.wanted || verdict.kind == VerdictKind::Duplicate;
        m_state.report.quarantined += verdict.kind == VerdictKind::Quarantined;
        m_state.report.absent += verdict.kind == VerdictKind::Absent;
    }
    ask(Phase::StoringVerdicts, StoreVerdicts{m_state.sentEpoch, std::move(verdicts.verdicts)});
}

void Run::on(const VerdictsStored &)
{
    progressed();
    m_state.report.pushed += m_state.sentCount;
    m_state.judgedEpoch = m_state.sentEpoch;
    m_state.judgedThrough = m_state.sentFrom + m_state.sentCount - 1;
    m_state.batchLines =
        fitToLink(m_state.batchLines, std::size_t(m_state.sentCount), m_state.pushTook, m_state.limits.pushLines);
    if (m_state.pushTook < Pace::Swift)
        m_state.batchBytes = std::min(m_state.batchBytes * 2, m_state.limits.pushBytes);
    enter(Phase::ReadingOutbox);
}

void Run::startNextEpoch()
{
    if (m_state.report.forks >= Pace::MostForks) {
        finish(Outcome::Refused);
        return;
    }
    ++m_state.report.forks;
    // The other copy may have written under this one's name what this one passed by as its own.
    m_state.comparison.wanted = true;
    ask(Phase::StartingEpoch, StartNextEpoch{});
}

void Run::on(const EpochStarted &) { enter(Phase::Greeting); }

void Run::on(PageReceived &event)
{
    changelog::PullPage &page = event.page;
    const bool moved = page.cursor != m_state.lastCursor;
    // A case that was asked for again may end where the walk stands.
    if (!moved && page.more && !m_state.again) {
        on(Failed{FailureKind::Damaged}); // The same page again and again would have no end.
        return;
    }
    // A call that the server held says nothing of the link.
    if (m_state.phase == Phase::Pulling)
        m_state.pageLines = fitToLink(m_state.pageLines, page.items.size(), event.took,
                                      std::min(m_state.limits.pullLines, m_state.plan.pullLines));
    else
        m_state.greetedAgain = false; // It is taken again; what refuses the next one is something else.
    m_state.more = page.more;
    m_state.lastCursor = page.cursor;
    m_state.news = m_state.phase == Phase::Listening && !page.items.empty();
    if (!moved && page.items.empty()) {
        progressed();
        m_state.again.reset();
        if (m_state.phase == Phase::Listening && m_state.plan.keepListening)
            restWhileListening();
        else
            afterPull();
        return;
    }
    for (const changelog::PullItem &item : page.items) {
        m_state.report.pulled += std::holds_alternative<changelog::DeliveredChange>(item);
        m_state.report.grants += std::holds_alternative<changelog::GrantLine>(item);
        m_state.report.forgets += std::holds_alternative<changelog::ForgetLine>(item);
    }
    ask(Phase::StoringPage, StorePage{std::move(page)});
}

void Run::on(const PageStored &)
{
    progressed();
    m_state.again.reset();
    ++m_state.report.pages;
    if (m_state.more)
        enter(Phase::Pulling);
    else
        afterPull();
}

/// Orders are carried out at the end of the run, which must not listen before it comes to that.
bool Run::hasOrders() const
{
    return std::ranges::any_of(m_state.commands, [](const protocol::DeviceCommand &command) {
        return command.kind == protocol::CommandKind::Wipe || command.kind == protocol::CommandKind::Lock;
    });
}

/// What was asked for once is not asked for again in this run, whatever comes between.
void Run::goOnToPull()
{
    const bool asks = m_state.plan.fetch && m_state.report.fetch == Report::Fetch::NotAsked;
    enter(asks ? Phase::Fetching : Phase::Pulling);
}

void Run::on(const FetchAnswered &event)
{
    progressed();
    m_state.report.fetch = Report::Fetch::Granted;
    m_state.report.left = event.answer.left;
    enter(Phase::Pulling);
}

void Run::afterPull()
{
    const bool timeLeft = m_state.listened < m_state.plan.listen && !m_state.news;
    if (m_state.localWork)
        enter(Phase::ReadingOutbox);
    else if (m_state.comparison.wanted)
        compareOn();
    else if ((m_state.plan.keepListening || timeLeft) && !hasOrders())
        enter(Phase::Listening);
    else
        finish(Outcome::Done);
}

void Run::on(const Rested &)
{
    const bool mayHaveWork = m_state.resume == Phase::Listening && m_state.localWork;
    enter(mayHaveWork ? Phase::ReadingOutbox : m_state.resume);
}

/// Gives the order that belongs to a phase. Phases that need content from an event are entered by ask().
void Run::enter(Phase phase)
{
    switch (phase) {
    case Phase::Greeting: ask(phase, SendHello{}); return;
    case Phase::Authorising: ask(phase, SendToken{}); return;
    case Phase::ReadingOutbox:
        m_state.localWork = false;
        ask(phase, ReadOutbox{m_state.batchLines, m_state.batchBytes});
        return;
    case Phase::Pulling: ask(phase, SendPull{m_state.pageLines, std::chrono::seconds(0), m_state.again}); return;
    case Phase::Fetching: ask(phase, SendFetch{*m_state.plan.fetch}); return;
    case Phase::ReadingOffer: {
        const State::Offer &offer = m_state.offer;
        ask(phase, ReadOffer{offer.caseId, offer.above, offer.after, m_state.batchLines, m_state.batchBytes});
        return;
    }
    case Phase::StartingLog: ask(phase, StartLog{m_state.nextLogId, m_state.nextLogN}); return;
    case Phase::Summing: ask(phase, SumPart{m_state.comparison.from}); return;
    case Phase::StoringProof: {
        const State::Comparison &comparison = m_state.comparison;
        ask(phase, StoreProof{comparison.held, comparison.proven, comparison.settled});
        return;
    }
    case Phase::Listening: {
        const auto left =
            m_state.plan.keepListening ? protocol::Limits::LongestWait : m_state.plan.listen - m_state.listened;
        const auto wait = std::min(left, protocol::Limits::LongestWait);
        m_state.listened += m_state.plan.keepListening ? std::chrono::seconds(0) : wait;
        ask(phase, SendPull{m_state.pageLines, wait});
        return;
    }
    default: finish(Outcome::StoreFailed); return;
    }
}

void Run::finish(Outcome outcome)
{
    m_state.phase = Phase::Idle;
    m_state.report.outcome = outcome;
    if (!m_state.commands.empty())
        tell(CarryOut{std::move(m_state.commands), m_state.outboxEmpty});
    m_state.commands.clear();
    tell(Finish{m_state.report});
}

} // namespace faltakt::engine
