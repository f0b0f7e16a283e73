#include "tests/support/catch.h"
#include "tests/unit/crypto_fixtures.h"

#include <sys/stat.h>

using namespace faltakt;
using namespace std::chrono_literals;
using base::ErrorCode;
using crypto::KdfCost;
using crypto::KeyRing;
using crypto::testing::FakeDeviceSecretStore;
using crypto::testing::KeyFixture;
using crypto::testing::secret;

namespace {

constexpr std::string_view Wrong = "fel lösenord, tyvärr";

template <typename T>
ErrorCode codeOf(const base::Result<T> &result)
{
    REQUIRE_FALSE(result);
    return result.error().code();
}

} // namespace

TEST_CASE("a new ring opens again by its passphrase with the same keys")
{
    KeyFixture fixture;
    const auto made = fixture.create();
    REQUIRE(made);
    const auto opened = fixture.unlock();
    REQUIRE(opened);
    CHECK(opened->databaseKey().size() == 32);
    CHECK(opened->databaseKey() == made->databaseKey());
    CHECK(opened->nextDatabaseKey() == nullptr);
    CHECK(opened->signingKey().publicKey() == made->signingKey().publicKey());
    CHECK(opened->store() == made->store());
    CHECK(opened->attributes().find("server")->string()->starts_with("https"));
}

TEST_CASE("key file and folder are readable by their owner only")
{
    KeyFixture fixture;
    const auto place = fixture.folder.path() / "new" / "store";
    REQUIRE(KeyRing::create(place, fixture.newKeys(), fixture.environment()));
    struct stat status {};
    REQUIRE(stat((place / "keys.json").c_str(), &status) == 0);
    CHECK((status.st_mode & 0777) == 0600);
    REQUIRE(stat(place.c_str(), &status) == 0);
    CHECK((status.st_mode & 0777) == 0700);
}

TEST_CASE("no key and no passphrase lies readable in the key file")
{
    KeyFixture fixture;
    const auto ring = fixture.create();
    REQUIRE(ring);
    const std::string text = fixture.fileText();
    CHECK(text.find(KeyFixture::Passphrase) == std::string::npos);
    CHECK(text.find(base::toBase64Url(ring->databaseKey().view())) == std::string::npos);
    CHECK(text.find(base::toHex(ring->databaseKey().view())) == std::string::npos);
    CHECK(text.find(base::toBase64Url(ring->signingKey().privateBytes()->view())) == std::string::npos);
}

TEST_CASE("keys are never made over others, good or damaged")
{
    KeyFixture fixture;
    REQUIRE(fixture.create());
    CHECK(codeOf(fixture.create()) == ErrorCode::AlreadyExists);
    fixture.setFileText("{}");
    CHECK(codeOf(fixture.create()) == ErrorCode::AlreadyExists);
    CHECK(codeOf(fixture.unlock()) == ErrorCode::Damaged);
    CHECK(fixture.fileText() == "{}");
}

TEST_CASE("a place without keys has no keys, and gets no file by asking")
{
    KeyFixture fixture;
    CHECK(codeOf(fixture.unlock()) == ErrorCode::NotFound);
    CHECK(codeOf(fixture.recover()) == ErrorCode::NotFound);
    CHECK(codeOf(KeyRing::readStatus(fixture.folder.path(), fixture.environment())) == ErrorCode::NotFound);
    CHECK(std::filesystem::is_empty(fixture.folder.path()));
}

TEST_CASE("a weak passphrase or a weak cost makes no keys")
{
    KeyFixture fixture;
    CHECK(codeOf(KeyRing::create(fixture.folder.path(), fixture.newKeys("482913"), fixture.environment()))
          == ErrorCode::InvalidInput);
    auto environment = fixture.environment();
    environment.kdfFloor = KdfCost::floor();
    CHECK(codeOf(KeyRing::create(fixture.folder.path(), fixture.newKeys(), environment)) == ErrorCode::InvalidInput);
    CHECK_FALSE(std::filesystem::exists(fixture.keyFile()));
}

TEST_CASE("a key file whose cost is below the reader's floor is damaged")
{
    KeyFixture fixture;
    REQUIRE(fixture.create());
    auto environment = fixture.environment();
    environment.kdfFloor = KdfCost::floor();
    CHECK(codeOf(KeyRing::unlock(fixture.folder.path(), secret(KeyFixture::Passphrase), environment))
          == ErrorCode::Damaged);
}

TEST_CASE("a wrong passphrase is told, counted, and forgotten after the right one")
{
    KeyFixture fixture;
    REQUIRE(fixture.create());
    CHECK(codeOf(fixture.unlock(Wrong)) == ErrorCode::WrongKey);
    CHECK(KeyRing::readStatus(fixture.folder.path(), fixture.environment())->triesLeft == 9);
    CHECK(codeOf(fixture.unlock(Wrong)) == ErrorCode::WrongKey);
    REQUIRE(fixture.unlock());
    CHECK(KeyRing::readStatus(fixture.folder.path(), fixture.environment())->triesLeft == 10);
}

TEST_CASE("while a wait runs no passphrase is looked at, also with the clock set back")
{
    KeyFixture fixture;
    REQUIRE(fixture.create());
    for (int i = 0; i < 3; ++i)
        CHECK(codeOf(fixture.unlock(Wrong)) == ErrorCode::WrongKey);
    CHECK(KeyRing::readStatus(fixture.folder.path(), fixture.environment())->wait == 30s);
    CHECK(codeOf(fixture.unlock()) == ErrorCode::Locked);
    fixture.clock.setWall(fixture.clock.now() - 24h * 3650);
    CHECK(codeOf(fixture.unlock()) == ErrorCode::Locked);
    fixture.clock.advance(29s);
    CHECK(codeOf(fixture.unlock()) == ErrorCode::Locked);
    fixture.clock.advance(1s);
    CHECK(fixture.unlock());
}

TEST_CASE("ten wrong tries leave only the recovery key, which brings a new passphrase")
{
    KeyFixture fixture;
    FakeDeviceSecretStore keystore(crypto::KeystoreKind::Software);
    fixture.deviceSecrets = &keystore;
    const auto made = fixture.create();
    REQUIRE(made);
    for (int i = 1; i <= 10; ++i) {
        fixture.clock.advance(16h);
        CHECK(codeOf(fixture.unlock(Wrong)) == (i < 10 ? ErrorCode::WrongKey : ErrorCode::Refused));
    }
    CHECK_FALSE(keystore.holdsSecret());
    fixture.clock.advance(24h * 365);
    CHECK(codeOf(fixture.unlock()) == ErrorCode::Refused);
    CHECK_FALSE(KeyRing::readStatus(fixture.folder.path(), fixture.environment())->hasPassphrase);
    CHECK(fixture.fileText().find(R"("wrapA":null)") != std::string::npos);

    const auto recovered =
        KeyRing::recoverWithBox(fixture.folder.path(), fixture.recovery, secret("ny fras efter detta"),
                                KdfCost::forTests(), fixture.environment());
    REQUIRE(recovered);
    CHECK(recovered->databaseKey() == made->databaseKey());
    CHECK(codeOf(fixture.unlock()) == ErrorCode::WrongKey);
    CHECK(fixture.unlock("ny fras efter detta")->signingKey().publicKey() == made->signingKey().publicKey());
}

TEST_CASE("a try is on disk before the passphrase is looked at")
{
    // The second write of an unlock tells its outcome; dying in it, at every step, leaves the try counted.
    KeyFixture fixture;
    REQUIRE(fixture.create());
    fixture.files.breakAt(0, crypto::testing::BreakingFileSteps::Break::Error);
    REQUIRE(fixture.unlock());
    const int steps = fixture.files.steps();
    REQUIRE(steps == 8);
    for (int step = 5; step <= steps - 1; ++step) {
        fixture.files.breakAt(step, crypto::testing::BreakingFileSteps::Break::Crash);
        CHECK_FALSE(fixture.unlock(Wrong));
    }
    CHECK(fixture.fileText().find(R"("unanswered":3)") != std::string::npos);
    fixture.files.breakAt(0, crypto::testing::BreakingFileSteps::Break::Error);
    CHECK(KeyRing::readStatus(fixture.folder.path(), fixture.environment())->triesLeft == 9);
    CHECK(fixture.unlock());
}

TEST_CASE("no try is made that cannot be counted")
{
    KeyFixture fixture;
    REQUIRE(fixture.create());
    for (int step = 1; step <= 4; ++step) {
        fixture.files.breakAt(step, crypto::testing::BreakingFileSteps::Break::Error);
        const auto code = codeOf(fixture.unlock());
        CHECK((code == ErrorCode::StorageFailed || code == ErrorCode::StorageFull));
    }
}

TEST_CASE("used-up tries that were never answered take the passphrase wrap away at the next try")
{
    KeyFixture fixture;
    REQUIRE(fixture.create());
    for (int i = 0; i < 30; ++i) {
        fixture.clock.advance(16h);
        fixture.files.breakAt(5, crypto::testing::BreakingFileSteps::Break::Crash);
        REQUIRE_FALSE(fixture.unlock());
    }
    fixture.files.breakAt(0, crypto::testing::BreakingFileSteps::Break::Error);
    fixture.clock.advance(16h);
    CHECK(codeOf(fixture.unlock()) == ErrorCode::Refused);
    CHECK(fixture.recover());
}

TEST_CASE("the recovery key of another municipality opens nothing")
{
    KeyFixture fixture;
    REQUIRE(fixture.create());
    const auto other = crypto::BoxKeyPair::make(fixture.random);
    CHECK(codeOf(KeyRing::openWithBox(fixture.folder.path(), other, fixture.environment())) == ErrorCode::WrongKey);
    CHECK(codeOf(KeyRing::recoverWithBox(fixture.folder.path(), other, secret("ny fras efter detta"),
                                         KdfCost::forTests(), fixture.environment()))
          == ErrorCode::WrongKey);
    CHECK(fixture.unlock());
}

TEST_CASE("a recovery opens a key file that was carried elsewhere")
{
    KeyFixture fixture;
    const auto made = fixture.create();
    REQUIRE(made);
    const auto elsewhere = fixture.folder.path() / "from-the-device.txt";
    std::filesystem::copy_file(fixture.keyFile(), elsewhere);
    const auto opened = KeyRing::openWithBox(elsewhere, fixture.recovery, fixture.environment());
    REQUIRE(opened);
    CHECK(opened->databaseKey() == made->databaseKey());
}

TEST_CASE("a changed passphrase replaces the old one and clears the tries")
{
    KeyFixture fixture;
    auto ring = fixture.create();
    REQUIRE(ring);
    CHECK(codeOf(fixture.unlock(Wrong)) == ErrorCode::WrongKey);
    CHECK(codeOf(ring->changePassphrase(secret("kort"), KdfCost::forTests())) == ErrorCode::InvalidInput);
    REQUIRE(ring->changePassphrase(secret("en helt ny fras"), KdfCost::forTests()));
    CHECK(KeyRing::readStatus(fixture.folder.path(), fixture.environment())->triesLeft == 10);
    CHECK(codeOf(fixture.unlock()) == ErrorCode::WrongKey);
    CHECK(fixture.unlock("en helt ny fras")->databaseKey() == ring->databaseKey());
}

TEST_CASE("asking again for the passphrase counts like unlocking")
{
    KeyFixture fixture;
    auto ring = fixture.create();
    REQUIRE(ring);
    CHECK(ring->verifyPassphrase(secret(KeyFixture::Passphrase)));
    CHECK(codeOf(ring->verifyPassphrase(secret(Wrong))) == ErrorCode::WrongKey);
    CHECK(KeyRing::readStatus(fixture.folder.path(), fixture.environment())->triesLeft == 9);
    CHECK(ring->verifyPassphrase(secret(KeyFixture::Passphrase)));
    CHECK(KeyRing::readStatus(fixture.folder.path(), fixture.environment())->triesLeft == 10);
}

TEST_CASE("with a hardware keystore a PIN is enough, and without its secret the PIN opens nothing")
{
    KeyFixture fixture;
    FakeDeviceSecretStore keystore(crypto::KeystoreKind::Hardware);
    fixture.deviceSecrets = &keystore;
    const auto made = KeyRing::create(fixture.folder.path(), fixture.newKeys("482913"), fixture.environment());
    REQUIRE(made);
    REQUIRE(keystore.holdsSecret());
    CHECK(fixture.unlock("482913")->databaseKey() == made->databaseKey());

    FakeDeviceSecretStore foreign(crypto::KeystoreKind::Hardware);
    fixture.deviceSecrets = &foreign;
    CHECK(codeOf(fixture.unlock("482913")) == ErrorCode::NotFound);
    fixture.deviceSecrets = nullptr;
    CHECK(codeOf(fixture.unlock("482913")) == ErrorCode::Unsupported);
    CHECK(KeyRing::readStatus(fixture.folder.path(), fixture.environment())->triesLeft == 10);
    REQUIRE(foreign.write(secret("a foreign secret of 32 bytes....")));
    fixture.deviceSecrets = &foreign;
    CHECK(codeOf(fixture.unlock("482913")) == ErrorCode::WrongKey);
}

TEST_CASE("a wipe takes the passphrase wrap and the device secret, the recovery key still opens")
{
    KeyFixture fixture;
    FakeDeviceSecretStore keystore(crypto::KeystoreKind::Software);
    fixture.deviceSecrets = &keystore;
    REQUIRE(fixture.create());
    REQUIRE(KeyRing::destroyWraps(fixture.folder.path(), fixture.environment()));
    CHECK_FALSE(keystore.holdsSecret());
    CHECK(codeOf(fixture.unlock()) == ErrorCode::Refused);
    CHECK(fixture.recover());
    CHECK(KeyRing::destroyWraps(fixture.folder.path(), fixture.environment()));
}

TEST_CASE("attributes are kept, shown while locked, and cannot be forged")
{
    KeyFixture fixture;
    auto ring = fixture.create();
    REQUIRE(ring);
    REQUIRE(ring->setAttribute("tenant", "t1"));
    CHECK(*fixture.unlock()->attributes().find("tenant")->string() == "t1");
    CHECK(*KeyRing::readStatus(fixture.folder.path(), fixture.environment())->attributes.find("tenant")->string()
          == "t1");

    auto forged = crypto::KeyFile::fromText(fixture.fileText());
    REQUIRE(forged);
    forged->attributes.set("tenant", "t2");
    fixture.setFileText(forged->toText()); // With a good checksum, which needs no key.
    CHECK(codeOf(fixture.unlock()) == ErrorCode::Damaged);
    CHECK(codeOf(fixture.recover()) == ErrorCode::Damaged);
    CHECK(codeOf(ring->setAttribute("tenant", "t3")) == ErrorCode::Damaged);
}

TEST_CASE("a ring does not write into another store's key file")
{
    KeyFixture fixture;
    auto ring = fixture.create();
    REQUIRE(ring);
    std::filesystem::remove(fixture.keyFile());
    REQUIRE(fixture.create());
    const std::string before = fixture.fileText();
    CHECK(codeOf(ring->setAttribute("a", 1)) == ErrorCode::Damaged);
    CHECK(codeOf(ring->beginRekey()) == ErrorCode::Damaged);
    CHECK(fixture.fileText() == before);
}
