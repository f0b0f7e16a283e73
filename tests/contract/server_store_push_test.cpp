// What a push said it would ask for is answered as if it had not said so, also behind what it wrote itself.
#include "tests/contract/server_store_subjects.h"

using namespace faltakt;
using namespace faltakt::server;
using namespace faltakt::server::contract;

namespace {

/// As a push says it: changes 1 to 3, with the journal of the device.
template <typename Subject>
ExpectedReads expectationIn(const Filled<Subject> &filled)
{
    ExpectedReads reads;
    reads.changes = {idOf<ChangeId>(1), idOf<ChangeId>(2), idOf<ChangeId>(3)};
    reads.records = {idOf<RecordId>(1)};
    reads.cases = {filled.caseId};
    reads.journal = {filled.device, 1, 0, 3};
    return reads;
}

AccessLogEntry logEntry(std::int64_t n, WorkerId worker, DeviceId device)
{
    AccessLogEntry entry;
    entry.n = n;
    entry.at = Now;
    entry.worker = worker;
    entry.device = device;
    entry.link = hashOf(std::uint8_t(n));
    return entry;
}

} // namespace

TEMPLATE_LIST_TEST_CASE("numbers are taken one behind the other, also where a push was announced", "[contract]",
                        Subjects)
{
    Filled<TestType> filled;
    filled.addChanges(filled.first, 7, 9);
    filled.write([&](StoreTransaction &t) -> base::Result<void> {
        TRY_VOID(t.log().expect(filled.first, expectationIn(filled)));
        CHECK(*t.log().takeSeqs(filled.first, 2) == 4);
        CHECK(*t.log().takeSeqs(filled.first, 3) == 6);
        CHECK(*t.log().lastSeq(filled.first) == 8);
        // Another tenant's count lies between, and is another one.
        CHECK(*t.log().takeSeqs(filled.second, 1) == 1);
        CHECK(*t.log().takeSeqs(filled.first, 1) == 9);
        return {};
    });
    CHECK(filled.read([&](StoreSnapshot &s) { return s.log().lastSeq(filled.first); }) == 9);
    CHECK(filled.read([&](StoreSnapshot &s) { return s.log().lastSeq(filled.second); }) == 1);
}

TEMPLATE_LIST_TEST_CASE("an announced push that fails takes no numbers", "[contract]", Subjects)
{
    Filled<TestType> filled;
    const auto push = [&](bool fails) {
        return filled.store().write([&](StoreTransaction &t) -> base::Result<std::int64_t> {
            TRY_VOID(t.log().expect(filled.first, expectationIn(filled)));
            TRY(const std::int64_t seq, t.log().takeSeqs(filled.first, 1));
            TRY_VOID(t.log().addChange(filled.first, filled.change(seq, 1)));
            return fails ? base::Result<std::int64_t>(base::fail(base::ErrorCode::Refused, "no")) : seq;
        });
    };
    CHECK(push(true).error().code() == base::ErrorCode::Refused);
    CHECK(need(push(false)) == 1);
}

TEMPLATE_LIST_TEST_CASE("what was announced may be of a tenant that nobody knows, or be left unasked", "[contract]",
                        Subjects)
{
    Filled<TestType> filled;
    const auto announce = [&](TenantId tenant) {
        return filled.store().write([&](StoreTransaction &t) { return t.log().expect(tenant, expectationIn(filled)); });
    };
    CHECK(announce(filled.first).has_value());
    CHECK(announce(filled.second).has_value());
    // Where nothing is fetched ahead, announcing alone says nothing.
    const auto asked = filled.store().write([&](StoreTransaction &t) -> base::Result<void> {
        TRY_VOID(t.log().expect(idOf<TenantId>(99), expectationIn(filled)));
        TRY_VOID(t.log().lastSeq(idOf<TenantId>(99)));
        return {};
    });
    CHECK(asked.error().code() == base::ErrorCode::NotFound);
}

TEMPLATE_LIST_TEST_CASE("who pushes and what is pushed may be announced together", "[contract]", Subjects)
{
    Filled<TestType> filled;
    filled.addChanges(filled.first, 2, 2);
    filled.write([&](StoreTransaction &t) -> base::Result<void> {
        TRY_VOID(t.log().expect(filled.first, expectationIn(filled)));
        TRY_VOID(t.identity().expect(filled.first, filled.device, filled.worker));
        TRY(const auto device, t.identity().device(filled.first, filled.device));
        REQUIRE(device);
        CHECK(device->worker == filled.worker);
        CHECK(t.identity().worker(filled.first, filled.worker)->has_value());
        CHECK_FALSE(t.log().accepted(filled.first, idOf<ChangeId>(1))->has_value());
        CHECK((*t.log().accepted(filled.first, idOf<ChangeId>(2)))->receipt->seq == 1);
        CHECK_FALSE(t.log().tenantOfCase(filled.caseId)->has_value());
        CHECK(t.log().journalHead(filled.first, filled.device, 1)->n == 0);
        return {};
    });
    // The same of another tenant, in which neither is: nothing of what was known before counts there.
    filled.write([&](StoreTransaction &t) -> base::Result<void> {
        TRY_VOID(t.log().expect(filled.first, expectationIn(filled)));
        TRY_VOID(t.identity().expect(filled.second, filled.device, filled.worker));
        CHECK_FALSE(t.identity().device(filled.second, filled.device)->has_value());
        CHECK_FALSE(t.log().accepted(filled.second, idOf<ChangeId>(2))->has_value());
        CHECK(t.log().accepted(filled.first, idOf<ChangeId>(2))->has_value());
        return {};
    });
}

TEMPLATE_LIST_TEST_CASE("the access log goes on from where this transaction left it", "[contract]", Subjects)
{
    Filled<TestType> filled;
    filled.write([&](StoreTransaction &t) -> base::Result<void> {
        return t.accessLog().append(filled.first, {logEntry(1, filled.worker, filled.device)},
                                    {1, hashOf(1), hashOf(50)});
    });
    filled.write([&](StoreTransaction &t) -> base::Result<void> {
        TRY_VOID(t.log().expect(filled.first, expectationIn(filled)));
        CHECK(t.accessLog().head(filled.first)->n == 1);
        CHECK(t.accessLog().head(filled.second)->n == 0);
        TRY_VOID(t.accessLog().append(filled.first, {logEntry(2, filled.worker, filled.device)},
                                      {2, hashOf(2), hashOf(51)}));
        CHECK(t.accessLog().head(filled.first)->n == 2);
        CHECK(t.accessLog().head(filled.first)->seal == hashOf(51));
        return {};
    });
    CHECK(filled.read([&](StoreSnapshot &s) { return s.accessLog().head(filled.first); }).n == 2);
    // What was known in one transaction is not known in the next.
    const auto failed = filled.store().write([&](StoreTransaction &t) -> base::Result<void> {
        TRY_VOID(t.log().expect(filled.first, expectationIn(filled)));
        TRY_VOID(t.accessLog().append(filled.first, {logEntry(3, filled.worker, filled.device)},
                                      {3, hashOf(3), hashOf(52)}));
        return base::fail(base::ErrorCode::Refused, "no");
    });
    CHECK_FALSE(failed.has_value());
    CHECK(filled.write([&](StoreTransaction &t) { return t.accessLog().head(filled.first); }).n == 2);
}

TEMPLATE_LIST_TEST_CASE("a returned line is known whether others lie there or not, also in its own push", "[contract]",
                        Subjects)
{
    Filled<TestType> filled;
    QuarantinedChange returned;
    returned.hash = hashOf(2);
    returned.id = idOf<ChangeId>(2);
    returned.line = "x";
    returned.worker = filled.worker;
    returned.device = filled.device;
    returned.received = Now;
    returned.reason = "access";
    const auto isReturned = [&](StoreTransaction &t, std::uint8_t number) {
        return need(t.log().quarantined(filled.first, idOf<ChangeId>(number))).has_value();
    };
    filled.write([&](StoreTransaction &t) -> base::Result<void> {
        TRY_VOID(t.log().expect(filled.first, expectationIn(filled)));
        CHECK_FALSE(isReturned(t, 2));
        TRY_VOID(t.log().addQuarantined(filled.first, returned));
        CHECK(isReturned(t, 2));
        CHECK_FALSE(isReturned(t, 1));
        return {};
    });
    filled.write([&](StoreTransaction &t) -> base::Result<void> {
        TRY_VOID(t.log().expect(filled.first, expectationIn(filled)));
        CHECK(isReturned(t, 2));
        CHECK_FALSE(isReturned(t, 3));
        TRY_VOID(t.log().expect(filled.second, expectationIn(filled)));
        CHECK_FALSE(t.log().quarantined(filled.second, idOf<ChangeId>(2))->has_value());
        return {};
    });
}

TEMPLATE_LIST_TEST_CASE("parts that a push makes are added, and put in the place of what it added before", "[contract]",
                        Subjects)
{
    Filled<TestType> filled;
    const auto part = [&](std::int64_t first, std::int64_t last) {
        PackagePart made{.caseId = filled.caseId, .first = first, .compartment = Compartment::File};
        made.lines.add(hashOf(std::uint8_t(last)));
        made.last = last;
        return made;
    };
    filled.write([&](StoreTransaction &t) { return t.log().setParts(filled.first, {part(1, 1)}); });
    filled.write([&](StoreTransaction &t) -> base::Result<void> {
        // The tenant has given out no number yet, so a part of that name may be there already.
        TRY(const std::int64_t seq, t.log().takeSeqs(filled.first, 1));
        TRY(const auto known, t.log().part(filled.first, filled.caseId, seq));
        CHECK(known->last == 1);
        TRY(const std::int64_t next, t.log().takeSeqs(filled.first, 2));
        TRY_VOID(t.log().setParts(filled.first, {part(seq, 2), part(next, 3), part(next + 1, 4)}));
        return t.log().setParts(filled.first, {part(next, 5)});
    });
    filled.read([&](StoreSnapshot &s) -> base::Result<void> {
        for (const auto &[first, last] : {std::pair(1, 2), std::pair(2, 5), std::pair(3, 4)})
            CHECK((*s.log().part(filled.first, filled.caseId, first))->last == last);
        return {};
    });
}
