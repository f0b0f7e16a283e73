#include "sync/client/server_orders.h"
#include "tests/unit/client_home.h"

#include <fstream>

using namespace faltakt;
using base::ErrorCode;
using client::FieldStore;
using test::Home;
using test::secret;

TEST_CASE("an enrolled device opens with its passphrase and knows whose it is")
{
    Home home;
    const auto store = home.unlock();
    REQUIRE(store.has_value());
    CHECK((*store)->registration().profile == "norsjo");
    CHECK((*store)->registration().server == client::ServerAddress{"localhost", 8443});
    CHECK((*store)->cases().owner().device == (*store)->registration().owner.device);
}

TEST_CASE("a wrong passphrase opens nothing")
{
    Home home;
    const auto store = home.unlock("another long passphrase");
    REQUIRE_FALSE(store.has_value());
    CHECK(store.error().code() == ErrorCode::WrongKey);
}

TEST_CASE("a changed passphrase opens the store, and the old one does not any more")
{
    Home home;
    {
        const auto store = home.unlock().value();
        const auto changed = store->changePassphrase(secret("long enough for here"), secret("a new one, long enough"),
                                                     crypto::KdfCost::forTests());
        REQUIRE(changed.has_value());
    }
    CHECK(home.unlock("a new one, long enough").has_value());
    CHECK(home.unlock().error().code() == ErrorCode::WrongKey);
}

TEST_CASE("the passphrase is changed only by whoever knows it, and only for a good one")
{
    Home home;
    {
        const auto store = home.unlock().value();
        const crypto::KdfCost cost = crypto::KdfCost::forTests();
        CHECK(
            store->changePassphrase(secret("not the right one"), secret("a new one, long enough"), cost).error().code()
            == ErrorCode::WrongKey);
        CHECK(store->changePassphrase(secret("long enough for here"), secret("short"), cost).error().code()
              == ErrorCode::InvalidInput);
    }
    CHECK(home.unlock().has_value());
}

TEST_CASE("a folder that holds something is not made into a device")
{
    Home home;
    const auto again = home.make();
    REQUIRE_FALSE(again.has_value());
    CHECK(again.error().code() == ErrorCode::AlreadyExists);
}

TEST_CASE("what an interrupted enrolment left does not stop the next one")
{
    Home home;
    std::filesystem::rename(home.path(), home.folder.file("device.enrolling"));
    CHECK(home.make().has_value());
    CHECK(home.unlock().has_value());
}

TEST_CASE("a store that is open is not opened a second time")
{
    Home home;
    const auto first = home.unlock();
    REQUIRE(first.has_value());
    const auto lock = client::StoreLock::take(home.path(), std::chrono::milliseconds(0));
    REQUIRE_FALSE(lock.has_value());
    CHECK(lock.error().code() == ErrorCode::Busy);
}

TEST_CASE("closing seals what is unsent to the server's key")
{
    Home home;
    {
        auto store = home.unlock().value();
        (void)home.savePerson(*store);
        REQUIRE(store->close().has_value());
    }
    const auto pushes = home.openSealedOutbox();
    REQUIRE(pushes.size() == 1);
    CHECK(pushes.front().batch.lines.size() == 1);
}

TEST_CASE("more unsent work than one push carries is sealed as pushes that each keep to the limits and are signed")
{
    Home home;
    auto store = home.unlock().value();
    constexpr int Lines = 1200;
    std::vector<store::Draft> drafts;
    for (int line = 0; line < Lines; ++line)
        drafts.push_back({home.ids.makeId<base::CaseId>(),
                          {changelog::makeCreation(home.ids.makeId<base::RecordId>(), "note",
                                                   {{"text", std::string(line < 200 ? 10'000 : 10, 'a')}})},
                          {}});
    REQUIRE(store->cases().saveAll(drafts).has_value());
    const auto unsent = store->cases().unsentLines().value();
    const auto owner = store->registration().owner;
    const auto deviceKey = store->keys().signingKey().publicKey();
    REQUIRE(store->close().has_value());

    const auto pushes = home.openSealedOutbox();

    std::vector<std::string> sealed;
    for (const protocol::PushRequest &push : pushes) {
        CHECK(push.batch.lines.size() <= protocol::Limits::PushLines);
        CHECK(protocol::encodePush(push).size() <= protocol::Limits::PushBodyBytes);
        CHECK(protocol::verifyPush(push, owner.tenant, deviceKey));
        for (const changelog::JournalLine &line : push.batch.lines)
            sealed.push_back(line.line.value());
    }
    CHECK(pushes.size() == 4); // By bytes twice, then by lines.
    CHECK(sealed == unsent);
}

TEST_CASE("with nothing unsent no sealed outbox stays behind")
{
    Home home;
    {
        auto store = home.unlock().value();
        (void)home.savePerson(*store);
        REQUIRE(store->close().has_value());
    }
    auto store = home.unlock().value();
    const auto batch = store->cases().outbox(100, 1 << 20).value();
    REQUIRE(
        store->cases()
            .applyVerdicts(batch.epoch,
                           {{1, changelog::VerdictKind::Accepted, changelog::Receipt{1, home.clock.now(), {}}, {}, {}}})
            .has_value());
    REQUIRE(store->close().has_value());
    CHECK_FALSE(std::filesystem::exists(home.path() / FieldStore::SealedOutboxName));
}

TEST_CASE("work that was not closed properly is there at the next unlocking")
{
    Home home;
    {
        auto store = home.unlock().value();
        (void)home.savePerson(*store);
    }
    CHECK(home.unlock().value()->cases().counts().value().outbox == 1);
}

TEST_CASE("after a case was taken away the next unlocking leaves the old key without use")
{
    Home home;
    const auto kept = home.loseOneOfTwoCases();
    const auto oldKey = home.openKeys().databaseKey().clone();
    REQUIRE(home.openFile(oldKey).has_value());
    home.checkRenewed(oldKey, kept);
}

TEST_CASE("without a case taken away the key stays")
{
    Home home;
    (void)home.savePerson(*home.unlock().value());
    const auto key = home.openKeys().databaseKey().clone();
    REQUIRE(home.unlock().has_value());
    CHECK(home.openFile(key).has_value());
}

TEST_CASE("a re-keying that ended after the next key was written starts again")
{
    Home home;
    const auto kept = home.loseOneOfTwoCases();
    crypto::KeyRing keys = home.openKeys();
    const auto oldKey = keys.databaseKey().clone();
    REQUIRE(keys.beginRekey().has_value());
    home.checkRenewed(oldKey, kept);
}

TEST_CASE("a re-keying that ended after the file was encrypted anew is finished")
{
    Home home;
    const auto kept = home.loseOneOfTwoCases();
    crypto::KeyRing keys = home.openKeys();
    const auto oldKey = keys.databaseKey().clone();
    REQUIRE(keys.beginRekey().has_value());
    REQUIRE(home.openFile(oldKey).value()->rekey(*keys.nextDatabaseKey()).has_value());
    home.checkRenewed(oldKey, kept);
}

TEST_CASE("a re-keying that breaks at any step of the key file loses nothing and is done at the next unlocking")
{
    using Break = crypto::testing::BreakingFileSteps::Break;
    for (const Break how : {Break::Error, Break::Crash}) {
        int survived = 0;
        bool broke = true;
        for (int step = 1; broke; ++step) {
            Home home;
            const auto kept = home.loseOneOfTwoCases();
            const auto oldKey = home.openKeys().databaseKey().clone();
            home.files.breakAt(step, how);
            survived += home.unlock().has_value() ? 1 : 0;
            broke = home.files.broke();
            home.files.breakAt(0, how);
            home.checkRenewed(oldKey, kept);
        }
        CHECK(survived > 3); // The steps of begin and finish: the store opens although they fail.
    }
}

TEST_CASE("a wipe that cannot seal what is unsent still takes the passphrase away and keeps the store's file")
{
    Home home;
    auto store = home.unlock().value();
    (void)home.savePerson(*store);
    home.files.breakAt(1, crypto::testing::BreakingFileSteps::Break::Error);

    REQUIRE(store->wipe(false, home.environment()).has_value());

    REQUIRE(home.files.broke());
    store.reset();
    CHECK_FALSE(FieldStore::readStatus(home.path(), home.environment()).value().hasPassphrase);
    CHECK(home.unlock().error().code() == ErrorCode::Refused);
    CHECK(std::filesystem::exists(home.path() / FieldStore::DatabaseName));
    CHECK(crypto::KeyRing::openWithBox(home.path(), home.recovery,
                                       {home.clock, home.random, nullptr, crypto::KdfCost::forTests()})
              .has_value());
}

TEST_CASE("a wipe after a sync that failed leaves the work to the recovery key; after a whole one nothing")
{
    for (const bool outboxEmpty : {false, true}) {
        Home home;
        auto store = home.unlock().value();
        (void)home.savePerson(*store);
        const auto wipe = home.ids.makeId<protocol::CommandId>();
        const auto profile = home.ids.makeId<protocol::CommandId>();
        const client::ServerOrders orders{
            {{profile, protocol::CommandKind::FetchProfile}, {wipe, protocol::CommandKind::Wipe}}, outboxEmpty};

        const auto done = client::carryOut(orders, *store, home.environment());

        REQUIRE(done.has_value());
        CHECK(done->wiped);
        CHECK(done->commands == std::vector{wipe});
        store.reset();
        CHECK_FALSE(home.unlock().has_value());
        CHECK(std::filesystem::exists(home.path() / FieldStore::DatabaseName) != outboxEmpty);
        CHECK(std::filesystem::exists(home.path() / FieldStore::SealedOutboxName) != outboxEmpty);
    }
}

TEST_CASE("a registration survives its own form, and a damaged one is said to be damaged")
{
    Home home;
    const auto store = home.unlock().value();
    base::json::Object form = store->registration().toJson();
    const auto read = client::Registration::fromJson(form);
    REQUIRE(read.has_value());
    CHECK(read->toJson() == form);
    for (const char *member :
         {"host", "port", "root", "tenant", "worker", "device", "profile", "outboxKey", "tenantKey"}) {
        base::json::Object broken = form;
        broken.set(member, true);
        const auto result = client::Registration::fromJson(broken);
        REQUIRE_FALSE(result.has_value());
        CHECK(result.error().code() == ErrorCode::Damaged);
    }
}
