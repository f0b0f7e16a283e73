// Colleagues who stand in: the same promises by every store.
#include "tests/contract/server_store_subjects.h"

using namespace faltakt;
using namespace faltakt::server;
using namespace faltakt::server::contract;

namespace {

using Phase = DeputyTerm::Phase;

template <typename Subject>
struct Deputies : Filled<Subject> {
    DeputyTerm term(std::uint8_t number, int days) const
    {
        const base::Instant opens = Now + std::chrono::hours(24 * days);
        return {.record = idOf<RecordId>(number),
                .caseId = this->caseId,
                .worker = idOf<WorkerId>(41),
                .opens = opens,
                .closes = opens + std::chrono::hours(48)};
    }
    void set(TenantId of, const DeputyTerm &term)
    {
        this->write([&](StoreTransaction &t) { return t.deputies().setTerm(of, term); });
    }
    std::vector<DeputyTerm> terms(TenantId of)
    {
        return this->read([&](StoreSnapshot &s) { return s.deputies().terms(of); });
    }
};

} // namespace

TEMPLATE_LIST_TEST_CASE("terms of deputies come by their first day, for their tenant alone, whole", "[contract]",
                        Subjects)
{
    Deputies<TestType> stored;
    CHECK(stored.terms(stored.first).empty());
    const auto late = stored.term(21, 9);
    auto early = stored.term(22, 1);
    early.broad = true;
    early.phase = Phase::Given;
    early.before = {changelog::Compartment::Card};
    early.leaves = true;
    stored.set(stored.first, late);
    stored.set(stored.first, early);
    stored.reopen();
    CHECK(stored.terms(stored.first) == std::vector<DeputyTerm>{early, late});
    CHECK(stored.terms(stored.second).empty());
}

TEMPLATE_LIST_TEST_CASE("a deputy's term is one row, whatever becomes of it", "[contract]", Subjects)
{
    Deputies<TestType> stored;
    auto term = stored.term(21, 1);
    stored.set(stored.first, term);
    term.phase = Phase::Over;
    term.closes = term.opens + std::chrono::hours(1);
    stored.set(stored.first, term);
    CHECK(stored.terms(stored.first) == std::vector<DeputyTerm>{term});
}

TEMPLATE_LIST_TEST_CASE("the terms of a case are those of no other", "[contract]", Subjects)
{
    Deputies<TestType> stored;
    const auto term = stored.term(21, 1);
    auto other = stored.term(22, 1);
    other.caseId = idOf<CaseId>(99);
    stored.set(stored.first, term);
    stored.set(stored.first, other);
    CHECK(stored.read([&](StoreSnapshot &s) { return s.deputies().termsOfCase(stored.first, term.caseId); })
          == std::vector<DeputyTerm>{term});
    CHECK(stored.read([&](StoreSnapshot &s) { return s.deputies().termsOfCase(stored.second, term.caseId); }).empty());
}

TEMPLATE_LIST_TEST_CASE("a term that is dropped goes for its tenant alone, and twice is as once", "[contract]",
                        Subjects)
{
    Deputies<TestType> stored;
    stored.set(stored.first, stored.term(21, 1));
    stored.set(stored.second, stored.term(21, 1));
    for (int time = 0; time < 2; ++time)
        stored.write([&](StoreTransaction &t) { return t.deputies().dropTerm(stored.first, idOf<RecordId>(21)); });
    CHECK(stored.terms(stored.first).empty());
    CHECK(stored.terms(stored.second).size() == 1);
}

TEMPLATE_LIST_TEST_CASE("a write sees the terms that it has set itself, and leaves none when it fails", "[contract]",
                        Subjects)
{
    Deputies<TestType> stored;
    std::size_t seen = 0;
    const auto failed = stored.store().write([&](StoreTransaction &t) -> base::Result<void> {
        TRY_VOID(t.deputies().setTerm(stored.first, stored.term(21, 1)));
        TRY(const auto terms, t.deputies().terms(stored.first));
        seen = terms.size();
        return base::fail(base::ErrorCode::Refused, "for the test");
    });
    CHECK_FALSE(failed);
    CHECK(seen == 1);
    CHECK(stored.terms(stored.first).empty());
}
