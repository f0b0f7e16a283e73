// Every store answers for one file without walking over the others.
#include "core/base/clock.h"
#include "tests/contract/server_store_subjects.h"

#include <algorithm>
#include <chrono>

using namespace faltakt;
using namespace faltakt::server;
using namespace faltakt::server::contract;

namespace {

template <typename IdType>
IdType numbered(std::uint32_t number)
{
    std::array<std::uint8_t, 16> bytes{};
    for (int i = 0; i < 4; ++i)
        bytes[std::size_t(i)] = std::uint8_t(number >> (24 - 8 * i));
    bytes[6] = 0x70;
    return IdType(base::Uuid(bytes));
}

/// Files from..last, each with a right of one team and one change.
template <typename Subject>
void addFiles(Filled<Subject> &filled, std::uint32_t from, std::uint32_t last)
{
    filled.write([&](StoreTransaction &t) -> base::Result<void> {
        for (std::uint32_t number = from; number <= last; ++number) {
            TRY(const std::int64_t seq, t.log().takeSeqs(filled.first, 2));
            TRY_VOID(t.log().addAccess(filled.first, {seq, numbered<CaseId>(number), idOf<TeamId>(77).uuid(),
                                                      CompartmentSet::ofCaseworker()}));
            StoredChange change = filled.change(seq + 1, 1);
            change.caseId = numbered<CaseId>(number);
            change.id = numbered<ChangeId>(number);
            TRY_VOID(t.log().addChange(filled.first, change));
            TRY_VOID(t.log().addRecordHome(filled.first, numbered<RecordId>(number), {change.caseId, "note", seq + 1}));
            TRY_VOID(t.log().setParts(filled.first, {PackagePart{.caseId = change.caseId, .first = seq + 1}}));
            TRY_VOID(t.log().addCase({change.caseId, filled.first, {}, Now}));
            QuarantinedChange returned;
            std::ranges::copy(change.id.bytes(), returned.hash.begin());
            returned.caseId = change.caseId;
            returned.line = "x";
            returned.worker = filled.worker;
            returned.device = filled.device;
            returned.reason = "access";
            TRY_VOID(t.log().addQuarantined(filled.first, returned));
        }
        return {};
    });
}

/// How long it takes to ask for each of `count` files, up to `last`, as pull and push ask.
template <typename Subject>
std::chrono::nanoseconds timeToAsk(Filled<Subject> &filled, std::uint32_t last, std::uint32_t count)
{
    const base::SystemMonotonicClock clock;
    const auto started = clock.elapsed();
    filled.read([&](StoreSnapshot &s) -> base::Result<void> {
        for (std::uint32_t number = last - count + 1; number <= last; ++number) {
            const auto caseId = numbered<CaseId>(number);
            CHECK(s.log().accessOfCase(filled.first, caseId, {idOf<TeamId>(77).uuid()})->size() == 1);
            CHECK(s.log().changesOfCase(filled.first, caseId, 0, 10'000'000, 10)->size() == 1);
            CHECK(s.log().accessAfter(filled.first, {filled.worker.uuid()}, 0, 10)->empty());
            CHECK(s.log().accepted(filled.first, numbered<ChangeId>(number))->has_value());
            CHECK_FALSE(s.log().quarantined(filled.first, numbered<ChangeId>(number))->has_value());
            CHECK(s.log().recordHome(filled.first, numbered<RecordId>(number))->has_value());
            CHECK(s.log().tenantOfCase(caseId)->has_value());
            CHECK(s.log().partsOutside(filled.first, {caseId}, Now, 10'000'000)->size() == 1);
            CHECK(s.log().quarantineBefore(filled.first, 10'000'000, 10)->size() == 10);
            CHECK(s.log().fetchesAfter(filled.first, filled.device, 0, 10)->empty());
        }
        return {};
    });
    return clock.elapsed() - started;
}

} // namespace

// A plan that walks over a tenant's whole order answers small stores well, and large ones not before the device gives up.
TEMPLATE_LIST_TEST_CASE("what one file costs does not grow with the others", "[contract]", Subjects)
{
    constexpr std::uint32_t Few = 200;
    constexpr std::uint32_t Many = 8000;
    constexpr double Leeway = 8; // a walk over all takes up to forty times as long
    Filled<TestType> filled;
    addFiles(filled, 1, Few);
    timeToAsk(filled, Few, Few);
    const auto withFew = timeToAsk(filled, Few, Few);
    addFiles(filled, Few + 1, Many);
    const auto withMany = timeToAsk(filled, Many, Few);
    CHECK(double(withMany.count()) < Leeway * double(withFew.count()));
}
