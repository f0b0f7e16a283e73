// The worker's own hand: giving the passphrase again, signing, and how long a device may read.
#include "sync/client/lease.h"
#include "sync/client/record_signer.h"
#include "sync/client/signature_check.h"
#include "tests/unit/client_home.h"

using namespace faltakt;
using base::ErrorCode;
using client::RecordSigner;
using test::Home;
using test::secret;

namespace {

constexpr const char *Passphrase = "long enough for here";

/// An unlocked device with a note in a case.
struct Desk {
    Desk() { note = addNote("Ringde."); }

    base::RecordId addNote(const std::string &text, std::string kind = "note")
    {
        const auto record = home.ids.makeId<base::RecordId>();
        REQUIRE(store->cases()
                    .save({caseId, {changelog::makeCreation(record, std::move(kind), {{"text", text}})}, {}})
                    .has_value());
        return record;
    }
    base::Result<std::vector<base::ChangeId>> sign(const std::vector<base::RecordId> &records)
    {
        return RecordSigner(*store, home.clock, home.random).sign(records);
    }
    [[nodiscard]] bool isSigned(base::RecordId record)
    {
        const client::SignatureCheck check(store->cases(), store->keys().signingKey().publicKey());
        return check.isSigned(record, store->cases().recordsOfCase(caseId).value()).value();
    }
    [[nodiscard]] std::uint32_t triesLeft()
    {
        return client::FieldStore::readStatus(home.path(), home.environment()).value().triesLeft;
    }

    Home home;
    std::unique_ptr<client::FieldStore> store = home.unlock().value();
    base::CaseId caseId = home.savePerson(*store);
    base::RecordId note;
};

} // namespace

TEST_CASE("a signature counts until the record is edited")
{
    Desk desk;
    CHECK_FALSE(desk.isSigned(desk.note));
    REQUIRE(desk.sign({desk.note}).has_value());
    CHECK(desk.isSigned(desk.note));
    REQUIRE(desk.store->cases().edit(desk.note, {{"text", "Ringde igen."}}).has_value());
    CHECK_FALSE(desk.isSigned(desk.note));
}

TEST_CASE("several records are signed with one hand, or none of them is")
{
    Desk desk;
    const auto second = desk.addNote("Besök.");
    const auto unknown = desk.home.ids.makeId<base::RecordId>();
    CHECK(desk.sign({desk.note, second, unknown}).error().code() == ErrorCode::NotFound);
    CHECK_FALSE(desk.isSigned(desk.note));
    CHECK(desk.sign({desk.note, second}).value().size() == 2);
    CHECK(desk.isSigned(desk.note));
    CHECK(desk.isSigned(second));
}

TEST_CASE("what cannot be judged is not signed")
{
    Desk desk;
    CHECK(desk.sign({desk.addNote("x", "hologram")}).error().code() == ErrorCode::Unsupported);
    // Somebody else's edit of the same field that did not see ours.
    changelog::Change foreign{desk.home.ids.makeId<base::ChangeId>(),
                              desk.home.ids.makeId<base::WorkerId>(),
                              desk.caseId,
                              desk.home.clock.now(),
                              {},
                              1,
                              {{desk.note, "note", {{"text", "Ringde inte."}}, {}}}};
    changelog::PullPage page;
    page.items.emplace_back(changelog::GrantLine{desk.caseId, changelog::CompartmentSet::ofCaseworker(), 1});
    page.items.emplace_back(
        changelog::DeliveredChange{{2, desk.home.clock.now(), {}}, changelog::sealChange(std::move(foreign))});
    page.cursor = "c";
    REQUIRE(desk.store->cases().applyPage(page).has_value());
    CHECK(desk.sign({desk.note}).error().code() == ErrorCode::Refused);
}

TEST_CASE("a minute after the passphrase was given it has to be given again")
{
    Desk desk;
    desk.home.clock.advance(RecordSigner::ConfirmedFor);
    CHECK(desk.sign({desk.note}).has_value());
    desk.home.clock.advance(std::chrono::milliseconds(1));
    CHECK(desk.sign({desk.note}).error().code() == ErrorCode::Locked);
    REQUIRE(desk.store->confirmPassphrase(secret(Passphrase)).has_value());
    CHECK(desk.sign({desk.note}).has_value());
}

TEST_CASE("a clock that was set back does not keep the passphrase given")
{
    Desk desk;
    desk.home.clock.setWall(desk.home.clock.now() - std::chrono::hours(2));
    CHECK(desk.sign({desk.note}).error().code() == ErrorCode::Locked);
}

TEST_CASE("a wrong passphrase confirms nothing and counts as at unlocking; a right one forgives")
{
    Desk desk;
    desk.home.clock.advance(std::chrono::minutes(5));
    CHECK(desk.store->confirmPassphrase(secret("another long passphrase")).error().code() == ErrorCode::WrongKey);
    CHECK(desk.triesLeft() == 9);
    CHECK(desk.sign({desk.note}).error().code() == ErrorCode::Locked);
    REQUIRE(desk.store->confirmPassphrase(secret(Passphrase)).has_value());
    CHECK(desk.triesLeft() == 10);
}

TEST_CASE("the last wrong confirmation takes the passphrase away, and the open store still closes with its work")
{
    Desk desk;
    ErrorCode last = ErrorCode::WrongKey;
    for (int i = 0; i < 10; ++i) {
        desk.home.clock.advance(std::chrono::hours(16));
        last = desk.store->confirmPassphrase(secret("another long passphrase")).error().code();
    }
    CHECK(last == ErrorCode::Refused);
    CHECK_FALSE(client::FieldStore::readStatus(desk.home.path(), desk.home.environment()).value().hasPassphrase);
    REQUIRE(desk.store->close().has_value());
    CHECK_FALSE(desk.home.openSealedOutbox().empty());
}
