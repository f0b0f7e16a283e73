#pragma once

#include "sync/engine/engine.h"

namespace faltakt::engine {

/// One step under way: holds the state, collects the orders. Lives for a single call of advance().
class Run {
public:
    explicit Run(State state) : m_state(std::move(state)) {}

    void take(Event event);
    [[nodiscard]] Step finishStep() { return {std::move(m_state), std::move(m_orders)}; }

private:
    void on(const Start &start);
    void on(const Stop &);
    void on(const WindUp &);
    void on(const LocalWork &);
    void on(HelloAnswered &event);
    void on(const TokenAnswered &);
    void on(OutboxRead &event);
    void on(PushAnswered &event);
    void on(const VerdictsStored &);
    void on(const EpochStarted &);
    void on(PageReceived &event);
    void on(const PageStored &);
    void on(const FetchAnswered &event);
    void on(OfferRead &event);
    void on(const OfferAnswered &event);
    void on(const LogStarted &);
    void on(PartSummed &event);
    void on(const PartCompared &event);
    void on(const ProofStored &);
    void on(const Rested &);
    void on(const Failed &failed);

    void takeVerdicts(protocol::PushVerdicts verdicts);
    void startNextEpoch();
    [[nodiscard]] bool hasOrders() const;
    void goOnToPull();
    void afterPull();
    void restWhileListening();
    void offerToOtherLog(protocol::HelloAnswer answer);
    void takeLimits(const protocol::OfferedLimits &limits);
    void afterOffer();
    void compareOn();
    void finishPass();
    void giveUpComparing();
    void fetchToken(Phase then);

    void enter(Phase phase);
    template <typename Ask>
    void ask(Phase phase, Ask command)
    {
        m_state.phase = phase;
        m_orders.push_back({++m_state.ticket, Command(std::move(command))});
    }
    void tell(Command command) { m_orders.push_back({0, std::move(command)}); }

    void passOverFetch();
    void shrinkOrRefuse();
    void retry(FailureKind kind, std::chrono::seconds retryAfter);
    void rest(std::chrono::seconds asked);
    void progressed();
    void finish(Outcome outcome);
    [[nodiscard]] std::uint64_t roll();

    State m_state;
    std::vector<Order> m_orders;
};

} // namespace faltakt::engine
