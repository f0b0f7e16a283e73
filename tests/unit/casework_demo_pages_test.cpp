// A made-up caseload as a server would send it.
#include "core/casework/case_projector.h"
#include "core/casework/demo_pages.h"
#include "core/casework/record_schemas.h"
#include "tests/support/catch.h"
#include "tests/support/store_fixture.h"

#include <set>

using namespace faltakt;
using casework::DemoCaseload;
using casework::DemoDelivery;

namespace {

const base::Instant Now = *base::parseInstant("2026-11-23T07:30:00Z");

DemoCaseload caseload()
{
    casework::DemoSettings settings;
    settings.today = *base::parseDate("2026-11-23");
    return casework::makeDemoCaseload(settings);
}

std::vector<changelog::PullPage> pagesOf(const DemoCaseload &caseload, DemoDelivery delivery)
{
    delivery.now = Now;
    base::SeededRandom random(7);
    return casework::makeDemoPages(caseload, delivery, random);
}

/// Calls for each line in the order of the pages.
template <typename Line, typename Visit>
void forEach(const std::vector<changelog::PullPage> &pages, Visit visit)
{
    for (const auto &page : pages)
        for (const auto &item : page.items)
            if (const auto *line = std::get_if<Line>(&item))
                visit(*line);
}

} // namespace

TEST_CASE("a store that takes the pages holds the whole caseload as received, and has nothing to send")
{
    const auto demo = caseload();
    const casework::CasePersonProjector projector;
    test::Device device(901);
    device.setup().schema = &casework::recordSchemas();
    device.setup().cases = &projector;
    device.create().value();
    for (const auto &page : pagesOf(demo, {}))
        device.store().applyPage(page).value();
    std::size_t records = 0;
    for (const auto &demoCase : demo.cases)
        for (const auto &change : demoCase.changes)
            records += change.sets.size();
    const auto counts = device.store().counts().value();
    CHECK(counts.records == std::int64_t(records));
    CHECK(counts.cases == std::int64_t(demo.cases.size()));
    CHECK(counts.outbox == 0);
    CHECK(counts.conflicts == 0);
    CHECK(device.store().outbox(10, 1 << 20).value().lines.empty());
    const auto page = device.store().timelinePage(demo.cases.front().id, 100).value();
    CHECK_FALSE(page.empty());
    for (const auto &entry : page)
        CHECK(entry.row.delivery == store::Delivery::Received);
}

TEST_CASE("every line keeps to the schema and reads back")
{
    forEach<changelog::DeliveredChange>(pagesOf(caseload(), {}), [](const auto &delivered) {
        CHECK_FALSE(changelog::findSchemaFault(delivered.line.change, casework::recordSchemas()).has_value());
        const auto read = changelog::readChangeLine(delivered.line.line);
        REQUIRE(read.has_value());
        CHECK(read->hash == delivered.line.hash);
    });
}

TEST_CASE("a worker gets the cases that are hers, each granted before its first line")
{
    const auto demo = caseload();
    const auto worker = demo.workers.at(1).id;
    std::set<base::CaseId> granted;
    const auto pages = pagesOf(demo, {.worker = worker});
    for (const auto &page : pages)
        for (const auto &item : page.items) {
            if (const auto *grant = std::get_if<changelog::GrantLine>(&item))
                granted.insert(grant->caseId);
            else
                CHECK(granted.contains(std::get<changelog::DeliveredChange>(item).line.change.caseId));
        }
    std::set<base::CaseId> hers;
    for (const auto &demoCase : demo.cases)
        if (demoCase.responsible == worker)
            hers.insert(demoCase.id);
    CHECK(granted == hers);
    CHECK(hers.size() < demo.cases.size());
}

TEST_CASE("receipts count up, come after the change, and none lies ahead of now")
{
    std::int64_t last = 0;
    forEach<changelog::DeliveredChange>(pagesOf(caseload(), {}), [&](const auto &delivered) {
        CHECK(delivered.receipt.seq > last);
        CHECK(delivered.receipt.received <= Now);
        last = delivered.receipt.seq;
    });
    CHECK(last > 100);
}

TEST_CASE("pages end between cases, and the last one says that it is the last")
{
    const auto demo = caseload();
    const auto pages = pagesOf(demo, {.linesPerPage = 30});
    REQUIRE(pages.size() > 3);
    for (std::size_t i = 0; i < pages.size(); ++i) {
        CHECK(std::holds_alternative<changelog::GrantLine>(pages[i].items.front()));
        CHECK(pages[i].more == (i + 1 < pages.size()));
    }
    const auto empty = pagesOf({}, {});
    REQUIRE(empty.size() == 1);
    CHECK(empty.front().items.empty());
    CHECK_FALSE(empty.front().more);
}

TEST_CASE("the same randomness gives the same lines")
{
    const auto linesOf = [] {
        std::vector<std::string> lines;
        forEach<changelog::DeliveredChange>(pagesOf(caseload(), {}),
                                            [&](const auto &delivered) { lines.push_back(delivered.line.line); });
        return lines;
    };
    CHECK(linesOf() == linesOf());
}
