// Two devices count without names, one of them two weeks away from the server with a kill between, and the server tells the sum.
#include "core/casework/outreach_tally.h"
#include "qml/viewmodels/day/tally_view_model.h"
#include "qml/viewmodels/workspace/tally_upload.h"
#include "tests/qml/linked_app.h"

using namespace faltakt;
using namespace faltakt::viewmodels;

namespace {

constexpr std::chrono::hours Week{7 * 24};

void count(test::AppHarness &app, const casework::TallyKind &kind, int number)
{
    REQUIRE(app.inStore<std::int64_t>([&](OpenStore &store) { return countOne(store, kind, number); }));
}

TallyUpload uploadOf(test::AppHarness &app, const std::string &week)
{
    return app.inStore<TallyWeek>([&](OpenStore &store) { return tallyWeekOf(store, week); })->upload;
}

std::vector<std::string> told(test::OfficeProcess &office)
{
    std::vector<std::string> lines;
    for (const base::json::Value &line : office.admin({QStringLiteral("stats")}))
        if (line.stringAt("table") == "tally")
            lines.push_back(line.stringAt("from") + ' ' + line.stringAt("to") + ' '
                            + std::to_string(line.integerAt("count")));
    return lines;
}

} // namespace

TEST_CASE("what two devices counted is one sum at the server, though one was away for two weeks and killed between")
{
    test::LinkedApp linked;
    test::AppHarness &first = linked.harness;
    linked.office.stop();
    count(first, {"talk", "park"}, 2);
    first.clock().advance(Week);
    first.killAndRestart();
    first.unlock();
    first.settle();
    count(first, {"card", "station"}, 1);
    first.clock().advance(Week);
    first.killAndRestart();
    first.unlock();
    first.settle();
    CHECK(uploadOf(first, "2025-W42") == TallyUpload::Waits);
    linked.office.start();
    first.composition().workspace().syncNow();
    first.waitFor([&] { return uploadOf(first, "2025-W43") == TallyUpload::Received; });
    CHECK(uploadOf(first, "2025-W42") == TallyUpload::Received);
    // Three are too few to be told.
    CHECK(told(linked.office).empty());

    test::AppHarness second{{.isTraining = false, .unlocks = false}};
    second.enrol(linked.office.code(1));
    second.waitFor([&] { return second.composition().workspace().syncStatus().isListening; });
    count(second, {"talk", "park"}, 4);
    second.clock().advance(Week);
    second.killAndRestart();
    second.unlock();
    second.settle();
    second.composition().workspace().syncNow();
    second.waitFor([&] { return uploadOf(second, "2025-W42") == TallyUpload::Received; });
    CHECK(told(linked.office) == std::vector<std::string>{"2025-01-01 2025-12-31 7"});
}
