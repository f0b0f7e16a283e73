// Visits that are not over: the same promises by every store.
#include "tests/contract/server_store_subjects.h"

using namespace faltakt;
using namespace faltakt::server;
using namespace faltakt::server::contract;

namespace {

template <typename Subject>
struct Watches : Filled<Subject> {
    OpenWatch watch(std::uint8_t number, int minutes, std::optional<base::Instant> alarmed = {}) const
    {
        return {idOf<RecordId>(number), this->caseId, Now + std::chrono::minutes(minutes), alarmed};
    }
    void set(TenantId of, const OpenWatch &watch)
    {
        this->write([&](StoreTransaction &t) { return t.watches().setWatch(of, watch); });
    }
    std::vector<OpenWatch> open(TenantId of)
    {
        return this->read([&](StoreSnapshot &s) { return s.watches().openWatches(of); });
    }
};

} // namespace

TEMPLATE_LIST_TEST_CASE("open visits come by their due time, for their tenant alone", "[contract]", Subjects)
{
    Watches<TestType> stored;
    CHECK(stored.open(stored.first).empty());
    const auto late = stored.watch(21, 90);
    const auto early = stored.watch(22, 30, Now);
    stored.set(stored.first, late);
    stored.set(stored.first, early);
    stored.reopen();
    CHECK(stored.open(stored.first) == std::vector<OpenWatch>{early, late});
    CHECK(stored.open(stored.second).empty());
}

TEMPLATE_LIST_TEST_CASE("a visit is one row, whatever is told of it", "[contract]", Subjects)
{
    Watches<TestType> stored;
    stored.set(stored.first, stored.watch(21, 30));
    stored.set(stored.first, stored.watch(21, 30, Now));
    CHECK(stored.open(stored.first) == std::vector<OpenWatch>{stored.watch(21, 30, Now)});
    stored.set(stored.first, stored.watch(21, 60));
    CHECK(stored.open(stored.first) == std::vector<OpenWatch>{stored.watch(21, 60)});
    stored.set(stored.second, stored.watch(21, 10));
    CHECK(stored.open(stored.first).size() == 1);
}

TEMPLATE_LIST_TEST_CASE("a visit that is over goes, and one that is not there is as good as gone", "[contract]",
                        Subjects)
{
    Watches<TestType> stored;
    stored.set(stored.first, stored.watch(21, 30));
    stored.set(stored.second, stored.watch(21, 30));
    for (int time = 0; time < 2; ++time)
        stored.write([&](StoreTransaction &t) { return t.watches().dropWatch(stored.first, idOf<RecordId>(21)); });
    CHECK(stored.open(stored.first).empty());
    CHECK(stored.open(stored.second).size() == 1);
}

TEMPLATE_LIST_TEST_CASE("a write sees the visits that it has set itself, and leaves none when it fails", "[contract]",
                        Subjects)
{
    Watches<TestType> stored;
    std::size_t seen = 0;
    const auto failed = stored.store().write([&](StoreTransaction &t) -> base::Result<void> {
        TRY_VOID(t.watches().setWatch(stored.first, stored.watch(21, 30)));
        TRY(const auto open, t.watches().openWatches(stored.first));
        seen = open.size();
        return base::fail(base::ErrorCode::Refused, "for the test");
    });
    CHECK_FALSE(failed);
    CHECK(seen == 1);
    CHECK(stored.open(stored.first).empty());
}
