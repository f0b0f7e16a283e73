// How long a device may show what it holds, whatever is done to its clock.
#include "sync/client/lease.h"
#include "tests/unit/client_home.h"

using namespace faltakt;
using namespace std::chrono_literals;
using test::Home;

namespace {

/// A device that has had its contact, with the clock of its program; locked and unlocked as often as is wanted.
struct Leased {
    Home home;
    std::unique_ptr<client::FieldStore> store;

    explicit Leased(base::Duration length = 24h)
    {
        unlock();
        contact(length);
    }
    void unlock()
    {
        auto environment = home.environment();
        environment.monotonic = &home.clock;
        store = client::FieldStore::unlock(home.path(), test::secret("long enough for here"), environment).value();
    }
    void lock()
    {
        REQUIRE(store->close().has_value());
        store.reset();
    }
    void lockAndUnlock()
    {
        lock();
        unlock();
    }
    /// `skew` is how far the device's clock is ahead of the server's.
    void contact(base::Duration length, base::Duration skew = 0h)
    {
        const auto serverTime = home.clock.now() - skew;
        REQUIRE(
            store->cases().noteContact("log", serverTime, serverTime + length, serverTime + length / 4).has_value());
    }
    client::Lease lease() { return store->lease().value(); }
    void setClock(base::Duration by) { home.clock.setWall(home.clock.now() + by); }
};

} // namespace

TEST_CASE("a lease ends at its instant")
{
    const auto contact = base::instantFromMs(1'780'000'000'000);
    store::LeaseTerms terms;
    CHECK_FALSE(client::leaseOf(terms, contact).ended);
    CHECK_FALSE(client::leaseOf(terms, contact).until.has_value());
    terms = {contact, contact, {}, contact + 24h};
    CHECK(client::leaseOf(terms, contact).left == 24h);
    CHECK_FALSE(client::leaseOf(terms, contact + 24h).ended);
    CHECK(client::leaseOf(terms, contact + 24h + 1ms).ended);
    CHECK(client::leaseOf(terms, contact + 25h).left == base::Duration(0));
    CHECK(client::leaseOf(terms, contact - 48h).left == 24h);
    terms.until = contact - 1h;
    CHECK(client::leaseOf(terms, contact - 48h).ended);
}

TEST_CASE("what an older version wrote down is counted by the server's time at the contact")
{
    const auto contact = base::instantFromMs(1'780'000'000'000);
    const store::LeaseTerms terms{contact, {}, {}, contact + 24h};
    CHECK(client::leaseOf(terms, contact + 5h).left == 19h);
    CHECK(client::leaseOf(terms, contact - 5h).left == 24h);
}

TEST_CASE("a clock that is wrong by ten years leaves a lease its length")
{
    for (const base::Duration skew : {base::Duration(10 * 8766h), base::Duration(-10 * 8766h)}) {
        Leased device;
        device.contact(24h, skew);
        CHECK(device.lease().left == 24h);
        device.home.clock.advance(23h);
        CHECK_FALSE(device.lease().ended);
        device.home.clock.advance(2h);
        CHECK(device.lease().ended);
    }
}

TEST_CASE("a clock that is set back does not lengthen a lease")
{
    Leased device;
    device.home.clock.advance(20h);
    CHECK(device.lease().left == 4h);

    SECTION("while the store is open")
    {
        device.setClock(-19h);
        CHECK(device.lease().left == 4h);
        device.home.clock.advance(5h);
        CHECK(device.lease().ended);
    }
    SECTION("while it is locked")
    {
        device.lock();
        device.setClock(-19h);
        device.unlock();
        CHECK(device.lease().left == 4h);
    }
    SECTION("again and again, with a restart each time")
    {
        base::Duration shown{};
        while (!device.lease().ended) {
            device.setClock(-300h);
            device.lockAndUnlock();
            device.home.clock.advance(1h);
            shown += 1h;
            REQUIRE(shown < 10h);
        }
        CHECK(shown <= 5h);
    }
    SECTION("when the program is killed before it is set back")
    {
        device.store.reset();
        device.setClock(-300h);
        device.unlock();
        // What had passed was written down when it was asked for.
        CHECK(device.lease().left <= 4h + 5min);
    }
}

TEST_CASE("a clock that was set far ahead ends the lease until the next contact, and no longer")
{
    Leased device;
    device.setClock(20 * 8766h);
    CHECK(device.lease().ended);
    device.setClock(-20 * 8766h);
    CHECK(device.lease().ended);
    device.lockAndUnlock();
    CHECK(device.lease().ended);
    device.home.clock.advance(1min);
    device.contact(24h);
    CHECK(device.lease().left == 24h);
}

TEST_CASE("while somebody with protected data is on the device the shorter lease holds")
{
    Leased device;
    CHECK(device.lease().left == 24h);
    const auto caseId = device.home.ids.makeId<base::CaseId>();
    const auto person = device.home.ids.makeId<base::RecordId>();
    REQUIRE(device.store->cases()
                .save({caseId,
                       {changelog::makeCreation(person, "person", {{"givenName", "Kim"}, {"familyName", "Protected"}})},
                       {}})
                .has_value());
    CHECK(device.lease().left == 6h);
    device.lockAndUnlock();
    CHECK(device.lease().left == 6h);
    REQUIRE(device.store->cases().edit(person, {{"familyName", "Ek"}}).has_value());
    CHECK(device.lease().left == 24h);
}
