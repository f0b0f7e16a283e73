// The key file under damage, hostile content and a file system that breaks.
#include "core/crypto/hash.h"
#include "tests/support/catch.h"
#include "tests/unit/crypto_fixtures.h"

#include <functional>
#include <thread>

using namespace faltakt;
using base::ErrorCode;
using crypto::KdfCost;
using crypto::KeyFile;
using crypto::KeyRing;
using crypto::testing::BreakingFileSteps;
using crypto::testing::KeyFixture;
using crypto::testing::secret;

namespace {

constexpr std::string_view NewPassphrase = "en helt ny fras";

/// Runs `operation` on a fresh store with the file system breaking at step 1, 2, 3 … until a run needs no more steps;
/// after each break `check` sees the store with a sound file system.
void breakAtEveryStep(BreakingFileSteps::Break how,
                      const std::function<base::Result<void>(KeyFixture &, KeyRing &)> &operation,
                      const std::function<void(KeyFixture &, const KeyRing &, bool succeeded)> &check)
{
    for (int step = 1;; ++step) {
        REQUIRE(step < 100);
        KeyFixture fixture;
        auto ring = fixture.create();
        REQUIRE(ring);
        fixture.files.breakAt(step, how);
        const bool succeeded = operation(fixture, *ring).has_value();
        const bool broke = fixture.files.broke();
        fixture.files.breakAt(0, how);
        INFO("step " << step);
        check(fixture, *ring, succeeded);
        if (!broke) {
            CHECK(succeeded);
            CHECK(step > 3);
            return;
        }
    }
}

} // namespace

TEST_CASE("a key file is read as it was written")
{
    KeyFixture fixture;
    REQUIRE(fixture.create());
    const std::string text = fixture.fileText();
    const auto file = KeyFile::fromText(text);
    REQUIRE(file);
    CHECK(file->toText() == text);
    CHECK(text.back() == '\n');
}

TEST_CASE("no changed, missing or added byte of a key file opens anything")
{
    KeyFixture fixture;
    REQUIRE(fixture.create());
    const std::string text = fixture.fileText();
    for (std::size_t i = 0; i < text.size(); ++i) {
        for (const char flip : {'\x01', '\x20', '\x7f'}) {
            std::string changed = text;
            changed[i] = static_cast<char>(changed[i] ^ flip);
            const auto read = KeyFile::fromText(changed);
            REQUIRE_FALSE(read);
            CHECK((read.error().code() == ErrorCode::Damaged || read.error().code() == ErrorCode::Unsupported));
        }
        CHECK_FALSE(KeyFile::fromText(std::string_view(text).substr(0, i)));
        std::string longer = text;
        longer.insert(i, 1, ' ');
        CHECK_FALSE(KeyFile::fromText(longer));
    }
    fixture.setFileText(text.substr(0, text.size() / 2));
    const auto opened = fixture.unlock();
    REQUIRE_FALSE(opened);
    CHECK(opened.error().code() == ErrorCode::Damaged);
}

TEST_CASE("hostile key files are refused with the right code")
{
    KeyFixture fixture;
    REQUIRE(fixture.create());
    const auto value = base::json::parse(fixture.fileText());
    REQUIRE(value);
    const auto codeWith = [&](std::string_view name, base::json::Value member) {
        base::json::Object object = *value->object();
        object.set(std::string(name), std::move(member));
        // With a checksum that fits, so that the reader gets past it.
        object.remove("checksum");
        object.append("checksum", base::toBase64Url(crypto::blake2b256(base::bytesOf(base::json::serialise(object)))));
        const auto file = KeyFile::fromText(base::json::serialise(object) + '\n');
        return file ? ErrorCode::Internal : file.error().code();
    };
    const auto wrapWith = [&](std::string_view name, base::json::Value member) {
        base::json::Object wrap = *value->find("wrapA")->object();
        wrap.set(std::string(name), std::move(member));
        return codeWith("wrapA", std::move(wrap));
    };
    CHECK(codeWith("version", 2) == ErrorCode::Unsupported);
    CHECK(codeWith("version", 0) == ErrorCode::Damaged);
    CHECK(codeWith("version", "1") == ErrorCode::Damaged);
    CHECK(codeWith("format", "other") == ErrorCode::Damaged);
    CHECK(codeWith("unknown", 1) == ErrorCode::Damaged);
    CHECK(wrapWith("kdf", "scrypt") == ErrorCode::Unsupported);
    CHECK(wrapWith("salt", "AA") == ErrorCode::Damaged);
    CHECK(wrapWith("passes", -1) == ErrorCode::Damaged);
    CHECK(wrapWith("memoryKiB", std::int64_t(1) << 40) == ErrorCode::Damaged);
    CHECK(wrapWith("memoryKiB", 1.5) == ErrorCode::Damaged);
    CHECK(codeWith("wrapA", 1) == ErrorCode::Damaged);
    for (const auto &[name, member] : *value->object())
        if (name != "checksum")
            CHECK(codeWith(name, base::json::Array{1}) == ErrorCode::Damaged);
    CHECK(codeWith("tries", base::json::Object{{"wrong", 11}, {"unanswered", 0}, {"last", 1}, {"notBefore", 1}})
          == ErrorCode::Damaged);
    CHECK(KeyFile::fromText(std::string(KeyFile::MaxBytes + 1, ' ')).error().code() == ErrorCode::Damaged);
    CHECK(KeyFile::fromText("").error().code() == ErrorCode::Damaged);
}

TEST_CASE("a cost beyond the ceiling is refused before any memory is taken")
{
    KeyFixture fixture;
    REQUIRE(fixture.create());
    auto file = KeyFile::fromText(fixture.fileText());
    REQUIRE(file);
    file->passphraseWrap->cost = {4'000'000'000U, 4'000'000'000U};
    fixture.setFileText(file->toText());
    CHECK(fixture.unlock().error().code() == ErrorCode::Damaged);
}

TEST_CASE("what is sealed for one store does not open in another's key file")
{
    KeyFixture one;
    KeyFixture two;
    REQUIRE(one.create());
    REQUIRE(two.create());
    auto file = KeyFile::fromText(one.fileText());
    const auto other = KeyFile::fromText(two.fileText());
    REQUIRE(file);
    REQUIRE(other);
    file->store = other->store;
    one.setFileText(file->toText());
    CHECK(one.unlock().error().code() == ErrorCode::WrongKey);
    CHECK(one.recover().error().code() == ErrorCode::Damaged);
    file = KeyFile::fromText(two.fileText());
    file->passphraseWrap = KeyFile::fromText(one.fileText())->passphraseWrap;
    two.setFileText(file->toText());
    CHECK(two.unlock().error().code() == ErrorCode::WrongKey);
}

TEST_CASE("a store folder is made whole or not at all, wherever the file system breaks")
{
    for (const auto how : {BreakingFileSteps::Break::Error, BreakingFileSteps::Break::Crash}) {
        for (int step = 1; step < 100; ++step) {
            KeyFixture fixture;
            fixture.files.breakAt(step, how);
            const bool made = fixture.create().has_value();
            const bool broke = fixture.files.broke();
            fixture.files.breakAt(0, how);
            if (std::filesystem::exists(fixture.keyFile()))
                CHECK(fixture.unlock());
            else
                CHECK(fixture.create());
            if (!broke) {
                CHECK(made);
                break;
            }
        }
    }
}

TEST_CASE("a change of passphrase that breaks leaves the old or the new one, and says which when it succeeds")
{
    for (const auto how : {BreakingFileSteps::Break::Error, BreakingFileSteps::Break::Crash})
        breakAtEveryStep(
            how,
            [](KeyFixture &, KeyRing &ring) {
                return ring.changePassphrase(secret(NewPassphrase), KdfCost::forTests());
            },
            [](KeyFixture &fixture, const KeyRing &ring, bool succeeded) {
                auto opened = fixture.unlock(NewPassphrase);
                CHECK((opened || !succeeded));
                if (!opened)
                    opened = fixture.unlock();
                REQUIRE(opened);
                CHECK(opened->databaseKey() == ring.databaseKey());
            });
}

TEST_CASE("a wipe that breaks can be repeated")
{
    breakAtEveryStep(
        BreakingFileSteps::Break::Crash,
        [](KeyFixture &fixture, KeyRing &) {
            return KeyRing::destroyWraps(fixture.folder.path(), fixture.environment());
        },
        [](KeyFixture &fixture, const KeyRing &, bool succeeded) {
            if (succeeded)
                CHECK(fixture.unlock().error().code() == ErrorCode::Refused);
            REQUIRE(KeyRing::destroyWraps(fixture.folder.path(), fixture.environment()));
            CHECK(fixture.unlock().error().code() == ErrorCode::Refused);
            CHECK(fixture.recover());
        });
}

TEST_CASE("re-keying goes through its steps")
{
    KeyFixture fixture;
    auto ring = fixture.create();
    REQUIRE(ring);
    const auto first = ring->databaseKey().clone();
    CHECK(ring->finishRekey().error().code() == ErrorCode::NotFound);
    REQUIRE(ring->beginRekey());
    REQUIRE(ring->nextDatabaseKey());
    const auto next = ring->nextDatabaseKey()->clone();
    CHECK_FALSE(next == first);
    CHECK(ring->databaseKey() == first);
    REQUIRE(ring->beginRekey());
    CHECK(*ring->nextDatabaseKey() == next);
    REQUIRE(ring->finishRekey());
    CHECK(ring->databaseKey() == next);
    CHECK_FALSE(ring->nextDatabaseKey());
    REQUIRE(ring->beginRekey());
    REQUIRE(ring->abandonRekey());
    CHECK(ring->databaseKey() == next);
    CHECK_FALSE(fixture.unlock()->nextDatabaseKey());
}

TEST_CASE("a re-keying that breaks anywhere leaves a key that opens the database")
{
    // The database stands for a key: it has the first key until its own, atomic re-keying has happened.
    for (const auto how : {BreakingFileSteps::Break::Error, BreakingFileSteps::Break::Crash}) {
        crypto::SecretBytes database;
        breakAtEveryStep(
            how,
            [&](KeyFixture &, KeyRing &ring) -> base::Result<void> {
                database = ring.databaseKey().clone();
                TRY_VOID(ring.beginRekey());
                database = ring.nextDatabaseKey()->clone();
                return ring.finishRekey();
            },
            [&](KeyFixture &fixture, const KeyRing &, bool) {
                auto opened = fixture.unlock();
                REQUIRE(opened);
                const bool byNext = opened->nextDatabaseKey() && *opened->nextDatabaseKey() == database;
                REQUIRE((opened->databaseKey() == database || byNext));
                if (opened->nextDatabaseKey()) {
                    REQUIRE((byNext ? opened->finishRekey() : opened->abandonRekey()));
                }
                CHECK(fixture.unlock()->databaseKey() == database);
            });
    }
}

TEST_CASE("tries from several threads at once are all counted")
{
    KeyFixture fixture;
    REQUIRE(fixture.create());
    std::vector<std::thread> threads;
    for (int i = 0; i < 4; ++i)
        threads.emplace_back([&fixture] {
            crypto::SystemRandom random;
            const crypto::KeyEnvironment environment{fixture.clock, random, nullptr, KdfCost::forTests(), nullptr};
            static_cast<void>(KeyRing::unlock(fixture.folder.path(), secret("fel lösenord, tyvärr"), environment));
        });
    for (auto &thread : threads)
        thread.join();
    // The fourth met the wait of the third.
    CHECK(KeyRing::readStatus(fixture.folder.path(), fixture.environment())->triesLeft == 7);
}

TEST_CASE("a symbolic link is not followed")
{
    KeyFixture fixture;
    REQUIRE(fixture.create());
    const auto moved = fixture.folder.path() / "moved.json";
    std::filesystem::rename(fixture.keyFile(), moved);
    std::filesystem::create_symlink(moved, fixture.keyFile());
    CHECK(fixture.unlock().error().code() == ErrorCode::StorageFailed);
    CHECK(fixture.create().error().code() == ErrorCode::AlreadyExists);
}

TEST_CASE("overwriting a file leaves zeros behind its old content")
{
    KeyFixture fixture;
    crypto::SystemFileSteps files;
    const auto path = fixture.folder.path() / "file";
    const auto otherName = fixture.folder.path() / "other";
    REQUIRE(crypto::replaceFile(files, path, base::bytesOf("gammalt")));
    std::filesystem::create_hard_link(path, otherName);
    REQUIRE(crypto::replaceFile(files, path, base::bytesOf("nytt"), crypto::OldContent::Overwrite));
    CHECK(base::textOf(files.read(path, 100).value()) == "nytt");
    CHECK(files.read(otherName, 100).value() == base::Bytes(7, 0));
    CHECK(files.read(path, 3).error().code() == ErrorCode::TooLarge);
}
