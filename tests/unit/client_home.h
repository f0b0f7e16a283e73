#pragma once

#include "core/crypto/sealed_outbox.h"
#include "core/crypto/system_random.h"
#include "sync/client/field_store.h"
#include "sync/protocol/push_sequence.h"
#include "tests/support/catch.h"
#include "tests/support/store_fixture.h"
#include "tests/unit/crypto_fixtures.h"

namespace faltakt::test {

inline crypto::SecretBytes secret(std::string text) { return crypto::SecretBytes::takeFrom(text); }

/// A folder with one enrolled device in it.
struct Home {
    Home() { REQUIRE(make().has_value()); }

    base::Result<void> make()
    {
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
        return client::FieldStore::create(path(),
                                          {secret("long enough for here"), crypto::KdfCost::forTests(),
                                           crypto::SigningKey::make().value(), recovery.publicKey(), registration},
                                          environment());
    }
    [[nodiscard]] base::Result<std::unique_ptr<client::FieldStore>> unlock(
        std::string passphrase = "long enough for here")
    {
        return client::FieldStore::unlock(path(), secret(std::move(passphrase)), environment());
    }
    client::FieldEnvironment environment()
    {
        client::FieldEnvironment made{
            clock, random, [](const std::string &, const auto &) -> base::Result<client::Projections> {
                return client::Projections{&test::Schema, std::make_unique<test::NoteAgenda>(),
                                           std::make_unique<test::PersonCards>()};
            }};
        made.kdfFloor = crypto::KdfCost::forTests();
        made.pageCacheMiB = 4;
        made.files = &files;
        return made;
    }
    [[nodiscard]] std::filesystem::path path() const { return folder.file("device"); }

    base::CaseId savePerson(client::FieldStore &store)
    {
        const auto caseId = ids.makeId<base::CaseId>();
        REQUIRE(store.cases()
                    .save({caseId,
                           {changelog::makeCreation(ids.makeId<base::RecordId>(), "person", {{"givenName", "Kim"}})},
                           {}})
                    .has_value());
        return caseId;
    }
    /// Two cases, one of which is taken away; gives the one that stays.
    base::CaseId loseOneOfTwoCases()
    {
        const auto store = unlock().value();
        const auto kept = savePerson(*store);
        const auto lost = savePerson(*store);
        REQUIRE(store->cases().applyPage({{changelog::ForgetLine{lost, {}, 1}}, "after", false}).has_value());
        REQUIRE(store->cases().syncPosition().value().rekeyWanted);
        REQUIRE(store->close().has_value());
        return kept;
    }
    [[nodiscard]] crypto::KeyRing openKeys()
    {
        return crypto::KeyRing::unlock(path(), secret("long enough for here"),
                                       {clock, random, nullptr, crypto::KdfCost::forTests()})
            .value();
    }
    /// The store's file by itself, as somebody with that key would open it.
    [[nodiscard]] base::Result<std::unique_ptr<store::CaseStore>> openFile(const crypto::SecretBytes &key)
    {
        store::StoreSetup setup;
        setup.path = path() / client::FieldStore::DatabaseName;
        setup.pageCacheMiB = 4;
        setup.schema = &test::Schema;
        setup.agenda = &agenda;
        setup.cases = &cards;
        setup.clock = &clock;
        setup.random = &random;
        return store::CaseStore::open(setup, key);
    }
    /// What the server finds in the sealed outbox.
    [[nodiscard]] std::vector<protocol::PushRequest> openSealedOutbox()
    {
        const auto sealed =
            crypto::SealedOutbox::readSealed(files, path() / client::FieldStore::SealedOutboxName).value();
        const auto opened = crypto::SealedOutbox::open(sealed, server).value();
        return protocol::decodePushSequence(base::textOf(opened.content)).value();
    }
    /// The work is all there, under a key that is not `oldKey`, and no second key is left.
    void checkRenewed(const crypto::SecretBytes &oldKey, base::CaseId kept)
    {
        {
            const auto store = unlock();
            REQUIRE(store.has_value());
            CHECK((*store)->cases().hasCase(kept).value());
            CHECK((*store)->cases().counts().value().outbox == 2);
            CHECK_FALSE((*store)->cases().syncPosition().value().rekeyWanted);
            CHECK((*store)->cases().checkIntegrity().has_value());
        }
        const auto old = openFile(oldKey);
        REQUIRE_FALSE(old.has_value());
        CHECK(old.error().code() == base::ErrorCode::WrongKey);
        CHECK(openKeys().nextDatabaseKey() == nullptr);
    }

    test::TemporaryFolder folder;
    crypto::SystemRandom random;
    crypto::testing::BreakingFileSteps files;
    test::NoteAgenda agenda;
    test::PersonCards cards;
    base::ManualClock clock{base::instantFromMs(1'780'000'000'000)};
    base::UuidMaker ids{clock, random};
    crypto::BoxKeyPair server = crypto::BoxKeyPair::make(random);
    crypto::BoxKeyPair recovery = crypto::BoxKeyPair::make(random);
    crypto::SigningKey tenantKey = crypto::SigningKey::make().value();
};

} // namespace faltakt::test
