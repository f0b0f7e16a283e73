#include "sync/engine/engine.h"

#include "sync/engine/run.h"

#include <array>

namespace faltakt::engine {

std::string_view outcomeName(Outcome outcome) noexcept
{
    constexpr std::array<std::string_view, 11> Names = {"done",         "stopped",    "unreachable",  "busy",
                                                        "serverFailed", "damaged",    "unauthorised", "refused",
                                                        "revoked",      "logChanged", "storeFailed"};
    return Names[std::size_t(outcome)];
}

State State::atRest(std::uint64_t seed)
{
    State state;
    state.dice = seed;
    state.batchLines = Pace::FirstLines;
    state.batchBytes = state.limits.pushBytes;
    state.pageLines = Pace::FirstPageLines;
    return state;
}

Step advance(State state, Event event)
{
    Run run(std::move(state));
    run.take(std::move(event));
    return run.finishStep();
}

} // namespace faltakt::engine
