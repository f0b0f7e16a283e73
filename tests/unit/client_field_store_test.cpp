#include "sync/client/field_store.h"

#include "core/crypto/sealed_outbox.h"
#include "core/crypto/system_random.h"
#include "sync/protocol/push.h"
#include "tests/support/catch.h"
#include "tests/support/store_fixture.h"

#include <fstream>

using namespace faltakt;
using base::ErrorCode;
using client::FieldStore;

namespace {

crypto::SecretBytes secret(std::string text) { return crypto::SecretBytes::takeFrom(text); }

/// A folder with one enrolled device in it.
struct Home {
    Home() { REQUIRE(make().has_value()); }

    base::Result<void> make()
    {
        const auto tenantKey = crypto::SigningKey::make().value();
        client::Registration registration{
            {"localhost", 8443},
            {1, 2, 3},
            {ids.makeId<base::TenantId>(), ids.makeId<base::WorkerId>(), ids.makeId<base::DeviceId>()},
            "Worker",
            "Tenant",
            "norsjo",
            server.publicKey(),
            tenantKey.publicKey(),
            {{"leaseDays", 7}}};
        return FieldStore::create(path(),
                                  {secret("long enough for here"), crypto::KdfCost::forTests(),
                                   crypto::SigningKey::make().value(), recovery.publicKey(), registration},
                                  environment());
    }
    [[nodiscard]] base::Result<std::unique_ptr<FieldStore>> unlock(std::string passphrase = "long enough for here")
    {
        return FieldStore::unlock(path(), secret(std::move(passphrase)), environment());
    }
    client::FieldEnvironment environment()
    {
        client::FieldEnvironment made{clock, random, [](const std::string &) -> base::Result<client::Projections> {
                                          return client::Projections{&test::Schema,
                                                                     std::make_unique<test::NoteAgenda>(),
                                                                     std::make_unique<test::PersonCards>()};
                                      }};
        made.kdfFloor = crypto::KdfCost::forTests();
        made.pageCacheMiB = 4;
        return made;
    }
    [[nodiscard]] std::filesystem::path path() const { return folder.file("device"); }

    void savePerson(FieldStore &store)
    {
        REQUIRE(store.cases()
                    .save({ids.makeId<base::CaseId>(),
                           {changelog::makeCreation(ids.makeId<base::RecordId>(), "person", {{"givenName", "Kim"}})},
                           {}})
                    .has_value());
    }

    test::TemporaryFolder folder;
    crypto::SystemRandom random;
    base::ManualClock clock{base::instantFromMs(1'780'000'000'000)};
    base::UuidMaker ids{clock, random};
    crypto::BoxKeyPair server = crypto::BoxKeyPair::make(random);
    crypto::BoxKeyPair recovery = crypto::BoxKeyPair::make(random);
};

} // namespace

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
        home.savePerson(*store);
        REQUIRE(store->close().has_value());
    }
    crypto::SystemFileSteps files;
    const auto sealed = crypto::SealedOutbox::readSealed(files, home.path() / FieldStore::SealedOutboxName);
    REQUIRE(sealed.has_value());
    const auto opened = crypto::SealedOutbox::open(*sealed, home.server);
    REQUIRE(opened.has_value());
    const auto push = protocol::decodePush(base::textOf(opened->content));
    REQUIRE(push.has_value());
    CHECK(push->batch.lines.size() == 1);
}

TEST_CASE("with nothing unsent no sealed outbox stays behind")
{
    Home home;
    {
        auto store = home.unlock().value();
        home.savePerson(*store);
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
        home.savePerson(*store);
    }
    CHECK(home.unlock().value()->cases().counts().value().outbox == 1);
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
