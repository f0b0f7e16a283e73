#include "sync/client/link.h"

#include "tests/support/catch.h"

#include <array>

using namespace faltakt;
using client::LinkTerms;
using client::MeteredUse;
using Cost = platform::NetworkState::Cost;
using Reach = platform::NetworkState::Reach;

TEST_CASE("what may go over a link follows from network, choice and sight")
{
    struct Row {
        LinkTerms terms;
        bool syncs, listens, large;
    };
    const std::array rows = {
        Row{{{Reach::Unknown, Cost::Unknown}, MeteredUse::ChangesOnly, true}, true, true, true},
        Row{{{Reach::Some, Cost::Free}, MeteredUse::Nothing, true}, true, true, true},
        Row{{{Reach::Some, Cost::Free}, MeteredUse::Nothing, false}, true, false, true},
        Row{{{Reach::None, Cost::Free}, MeteredUse::ChangesOnly, true}, true, true, true},
        Row{{{Reach::None, Cost::Metered}, MeteredUse::Nothing, true}, false, false, false},
        // Nothing is known of what a way costs that the system does not see.
        Row{{{Reach::None, Cost::Unknown}, MeteredUse::Everything, true}, true, true, true},
        Row{{{Reach::None, Cost::Unknown}, MeteredUse::ChangesOnly, true}, true, false, false},
        Row{{{Reach::None, Cost::Unknown}, MeteredUse::Nothing, true}, false, false, false},
        Row{{{Reach::None, Cost::Free}, MeteredUse::Nothing, true}, true, true, true},
        Row{{{Reach::Some, Cost::Metered}, MeteredUse::Everything, true}, true, true, true},
        Row{{{Reach::Some, Cost::Metered}, MeteredUse::Everything, false}, true, false, true},
        Row{{{Reach::Some, Cost::Metered}, MeteredUse::ChangesOnly, true}, true, false, false},
        Row{{{Reach::Some, Cost::Metered}, MeteredUse::Nothing, true}, false, false, false},
        Row{{{Reach::Unknown, Cost::Metered}, MeteredUse::Nothing, true}, false, false, false},
    };
    for (const Row &row : rows) {
        CHECK(row.terms.syncsByItself() == row.syncs);
        CHECK(row.terms.listens() == row.listens);
        CHECK(row.terms.largeTransfersAllowed() == row.large);
    }
}

TEST_CASE("a system that says there is no network slows down what is tried by itself, and forbids nothing")
{
    using namespace std::chrono_literals;
    const LinkTerms without{{Reach::None, Cost::Unknown}, MeteredUse::ChangesOnly, true};
    CHECK(without.paced(500ms, 2min) == 2min);
    CHECK(without.paced(15min, 2min) == 15min);
    for (const Reach reach : {Reach::Unknown, Reach::Some})
        CHECK(LinkTerms{{reach, Cost::Unknown}, MeteredUse::ChangesOnly, true}.paced(500ms, 2min) == 500ms);
}
