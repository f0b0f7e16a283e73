#pragma once

#include "sync/engine/engine.h"
#include "tests/support/catch.h"

#include <deque>
#include <memory>

/// Drives the engine in tests: keeps state and open order, answers by hand or as a server would that does all well.
namespace faltakt::test {

class EngineDriver {
public:
    explicit EngineDriver(engine::State state = engine::State::atRest(7)) : m_state(std::move(state)) {}

    /// Gives an event for the open order, or one without a ticket.
    void give(engine::Happening what)
    {
        const bool free = std::holds_alternative<engine::Start>(what) || std::holds_alternative<engine::Stop>(what)
                          || std::holds_alternative<engine::WindUp>(what)
                          || std::holds_alternative<engine::LocalWork>(what);
        giveWithTicket(free ? 0 : m_state.ticket, std::move(what));
    }
    void giveWithTicket(std::uint64_t ticket, engine::Happening what)
    {
        engine::Step step = engine::advance(std::move(m_state), {ticket, std::move(what)});
        m_state = std::move(step.state);
        orders = std::move(step.orders);
        for (const engine::Order &order : orders) {
            if (const auto *finish = std::get_if<engine::Finish>(&order.command))
                finished = finish->report;
            if (order.ticket != 0)
                open = order.command;
        }
    }

    [[nodiscard]] const engine::State &state() const { return m_state; }
    [[nodiscard]] engine::Phase phase() const { return m_state.phase; }
    template <typename Command>
    [[nodiscard]] const Command *openAs() const
    {
        return m_state.phase == engine::Phase::Idle ? nullptr : std::get_if<Command>(&open);
    }
    template <typename Command>
    [[nodiscard]] const Command *told() const
    {
        for (const engine::Order &order : orders)
            if (const auto *command = std::get_if<Command>(&order.command))
                return command;
        return nullptr;
    }

    std::vector<engine::Order> orders; ///< Of the last step.
    engine::Command open;              ///< The last order that wants an answer.
    std::optional<engine::Report> finished;

private:
    engine::State m_state;
};

inline changelog::JournalBatch batchOf(std::int64_t from, std::size_t count, std::int64_t epoch = 1)
{
    changelog::JournalBatch batch;
    batch.epoch = epoch;
    batch.from = from;
    batch.lines.resize(count);
    return batch;
}

inline protocol::PushVerdicts verdictsFor(const changelog::JournalBatch &batch)
{
    protocol::PushVerdicts answer;
    for (std::size_t i = 0; i < batch.lines.size(); ++i)
        answer.verdicts.push_back(
            {batch.from + std::int64_t(i), changelog::VerdictKind::Accepted, changelog::Receipt{}, {}, {}});
    answer.n = batch.from + std::int64_t(batch.lines.size()) - 1;
    return answer;
}

inline changelog::PullPage pageOf(std::string cursor, std::size_t grants, bool more)
{
    changelog::PullPage page;
    page.cursor = std::move(cursor);
    page.more = more;
    page.items.resize(grants);
    return page;
}

// Runs that have come to a place.

inline EngineDriver greeted(engine::Plan plan = {}, protocol::HelloAnswer answer = {})
{
    EngineDriver driver;
    driver.give(engine::Start{std::move(plan)});
    driver.give(engine::HelloAnswered{std::move(answer)});
    return driver;
}

inline EngineDriver atOutbox(engine::Plan plan = {}, protocol::HelloAnswer answer = {})
{
    EngineDriver driver = greeted(std::move(plan), std::move(answer));
    driver.give(engine::TokenAnswered{});
    REQUIRE(driver.openAs<engine::ReadOutbox>());
    return driver;
}

inline EngineDriver atPull(engine::Plan plan = {})
{
    EngineDriver driver = atOutbox(std::move(plan));
    driver.give(engine::OutboxRead{});
    REQUIRE(driver.openAs<engine::SendPull>());
    return driver;
}

inline EngineDriver atPush(std::size_t lines = 10)
{
    EngineDriver driver = atOutbox();
    driver.give(engine::OutboxRead{batchOf(1, lines)});
    REQUIRE(driver.openAs<engine::SendPush>());
    return driver;
}

inline void pushOnce(EngineDriver &driver, std::int64_t from, std::size_t lines)
{
    driver.give(engine::OutboxRead{batchOf(from, lines)});
    driver.give(engine::PushAnswered{verdictsFor(driver.openAs<engine::SendPush>()->batch)});
    driver.give(engine::VerdictsStored{});
}

} // namespace faltakt::test
