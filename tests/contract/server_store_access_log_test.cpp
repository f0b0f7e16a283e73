// What every store promises of the access log, and that nobody alters it unseen.
#include "core/base/clock.h"
#include "sync/server/api/access_log.h"
#include "tests/contract/server_store_subjects.h"

using namespace faltakt;
using namespace faltakt::server;
using namespace faltakt::server::contract;

namespace {

/// A store with an access log of five entries, and the log that reviews it.
template <typename Subject>
struct Logged : Filled<Subject> {
    base::ManualClock clock{Now};
    MemoryKeyVault keys{crypto::SecretBytes::ofSize(32)};
    AccessLog log{clock, keys};

    Logged()
    {
        for (std::uint8_t i = 1; i <= 5; ++i)
            append(this->first, idOf<CaseId>(i));
    }
    void append(TenantId to, CaseId about)
    {
        AccessNotes notes;
        notes.add(AccessAct::Delivered, about, {Compartment::File});
        notes.add(AccessAct::Delivered, about, {Compartment::Card});
        this->write([&](StoreTransaction &t) { return log.append(t, {to, this->worker, this->device}, notes); });
    }
    AccessLog::Review review(const std::optional<AccessLog::Known> &known = {})
    {
        return this->read(
            [&](StoreSnapshot &s) { return log.review(s, this->first, known, [](const AccessLogEntry &) {}); });
    }
};

} // namespace

TEMPLATE_LIST_TEST_CASE("the access log comes back as it was written, for each tenant apart", "[contract]", Subjects)
{
    Logged<TestType> logged;
    logged.append(logged.second, idOf<CaseId>(9));
    logged.reopen();
    const auto entries = logged.read([&](StoreSnapshot &s) { return s.accessLog().entriesAfter(logged.first, 2, 2); });
    REQUIRE(entries.size() == 2);
    CHECK(entries[0].n == 3);
    CHECK(entries[0].at == Now);
    CHECK(entries[0].worker == logged.worker);
    CHECK(entries[0].device == logged.device);
    CHECK(entries[0].caseId == idOf<CaseId>(3));
    CHECK(entries[0].lines == 2);
    CHECK(entries[0].compartments == CompartmentSet{Compartment::File, Compartment::Card});
    CHECK(logged.read([&](StoreSnapshot &s) { return s.accessLog().head(logged.first); }).n == 5);
    CHECK(logged.read([&](StoreSnapshot &s) { return s.accessLog().head(logged.second); }).n == 1);
    CHECK_FALSE(logged.review().brokenAt.has_value());
}

TEMPLATE_LIST_TEST_CASE("whatever is done to the access log's rows shows, at the first row that is not right",
                        "[contract]", Subjects)
{
    // What is done, and where it shows.
    const std::vector<std::pair<std::string, std::int64_t>> tampering{
        {"UPDATE access_log SET lines = 1 WHERE n = 2", 2},
        {"UPDATE access_log SET case_id = worker WHERE n = 5", 5},
        {"UPDATE access_log SET worker = device WHERE n = 1", 1},
        {"UPDATE access_log SET at = at + 1 WHERE n = 4", 4},
        {"UPDATE access_log SET purpose = 'deputy' WHERE n = 4", 4},
        {"UPDATE access_log SET case_id = NULL WHERE n = 3", 3},
        {"DELETE FROM access_log WHERE n = 3", 3},
        {"DELETE FROM access_log WHERE n = 1", 1},
        {"DELETE FROM access_log WHERE n > 4", 5},
        {"DELETE FROM access_log", 1},
        {"DELETE FROM access_log_head", 6},
        {"UPDATE access_log_head SET seal = link", 5},
        {"UPDATE access_log_head SET n = 4, link = (SELECT link FROM access_log WHERE n = 4);"
         "DELETE FROM access_log WHERE n = 5",
         4},
    };
    for (const auto &[sql, place] : tampering) {
        INFO(sql);
        Logged<TestType> logged;
        REQUIRE_FALSE(logged.review().brokenAt.has_value());
        logged.rewriteAccessLog(sql);
        CHECK(logged.review().brokenAt == place);
    }
}

TEMPLATE_LIST_TEST_CASE("an access log that was written anew without the key shows by its seal", "[contract]", Subjects)
{
    Logged<TestType> logged;
    logged.rewriteAccessLog("DELETE FROM access_log; DELETE FROM access_log_head");
    const MemoryKeyVault othersKeys(crypto::SecretBytes::copyOf(base::Bytes(32, 1)));
    const AccessLog forger(logged.clock, othersKeys);
    AccessNotes notes;
    notes.add(AccessAct::Delivered, idOf<CaseId>(1), {});
    logged.write([&](StoreTransaction &t) {
        return forger.append(t, {logged.first, logged.worker, logged.device}, notes);
    });
    CHECK(logged.review().brokenAt == 1);
}

TEMPLATE_LIST_TEST_CASE("an older access log that is put back whole shows by what was seen before", "[contract]",
                        Subjects)
{
    Logged<TestType> logged;
    const auto older = logged.review().head;
    logged.append(logged.first, idOf<CaseId>(6));
    const auto seen = logged.review().head;
    // As from a backup: the rows and the seal of then.
    logged.rewriteAccessLog("DELETE FROM access_log WHERE n = 6");
    logged.write([&](StoreTransaction &t) { return t.accessLog().append(logged.first, {}, older); });
    CHECK_FALSE(logged.review().brokenAt.has_value());
    CHECK(logged.review(AccessLog::Known(seen.n, seen.link)).brokenAt == 6);
    // And another history from there on.
    logged.append(logged.first, idOf<CaseId>(7));
    CHECK(logged.review(AccessLog::Known(seen.n, seen.link)).brokenAt == 6);
    CHECK_FALSE(logged.review(AccessLog::Known(older.n, older.link)).brokenAt.has_value());
}
