// An enrolment against a server that keeps codes as the real one does, over a line that loses answers.
#include "core/crypto/system_random.h"
#include "sync/client/enrolment.h"
#include "tests/support/catch.h"
#include "tests/support/store_fixture.h"
#include "tests/unit/client_office.h"

#include <fstream>

using namespace faltakt;
using base::ErrorCode;
using test::Office;

namespace {

constexpr const char *Passphrase = "long enough for here";

crypto::SecretBytes secret(std::string text) { return crypto::SecretBytes::takeFrom(text); }

struct Newcomer {
    base::Result<client::Registration> enrol(const protocol::EnrolmentCode &code, const char *passphrase = Passphrase)
    {
        client::Enrolment enrolment(
            {code, secret(passphrase), crypto::KdfCost::forTests(), path(), "A device", "program 1"}, environment());
        return test::await<client::Registration>([&](auto done) { enrolment.start(std::move(done)); });
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
        return made;
    }
    [[nodiscard]] std::filesystem::path path() const { return folder.file("device"); }
    [[nodiscard]] bool anythingStaged() const { return std::filesystem::exists(client::FieldStore::stagingOf(path())); }

    test::TemporaryFolder folder;
    crypto::SystemRandom random;
    base::ManualClock clock{base::instantFromMs(1'780'000'000'000)};
};

} // namespace

TEST_CASE("an enrolment makes a device that opens, and leaves nothing beside it")
{
    Office office;
    Newcomer newcomer;
    REQUIRE(newcomer.enrol(office.code(1)).has_value());
    const auto store = client::FieldStore::unlock(newcomer.path(), secret(Passphrase), newcomer.environment());
    REQUIRE(store.has_value());
    CHECK((*store)->keys().signingKey().publicKey() == office.keysSeen().back());
    CHECK_FALSE(newcomer.anythingStaged());
}

TEST_CASE("an enrolment whose answer was lost is finished with the same code")
{
    Office office;
    Newcomer newcomer;
    office.loseNextAnswer();
    const auto lost = newcomer.enrol(office.code(1));
    REQUIRE_FALSE(lost.has_value());
    CHECK(lost.error().code() == ErrorCode::Unreachable);
    CHECK_FALSE(std::filesystem::exists(newcomer.path()));

    REQUIRE(newcomer.enrol(office.code(1)).has_value());

    CHECK(office.keysSeen().front() == office.keysSeen().back());
    CHECK(client::FieldStore::unlock(newcomer.path(), secret(Passphrase), newcomer.environment()).has_value());
    CHECK_FALSE(newcomer.anythingStaged());
}

TEST_CASE("what waits for the second try opens with the passphrase of the first one only")
{
    Office office;
    Newcomer newcomer;
    office.loseNextAnswer();
    REQUIRE_FALSE(newcomer.enrol(office.code(1)).has_value());
    const auto sent = office.keysSeen().size();

    const auto other = newcomer.enrol(office.code(1), "another long passphrase");

    REQUIRE_FALSE(other.has_value());
    CHECK(other.error().code() == ErrorCode::WrongKey);
    CHECK(office.keysSeen().size() == sent);
    CHECK(newcomer.enrol(office.code(1)).has_value());
}

TEST_CASE("another code starts anew, with any passphrase")
{
    Office office;
    Newcomer newcomer;
    office.loseNextAnswer();
    REQUIRE_FALSE(newcomer.enrol(office.code(1)).has_value());
    REQUIRE(newcomer.enrol(office.code(2), "another long passphrase").has_value());
    CHECK_FALSE(office.keysSeen().front() == office.keysSeen().back());
}

TEST_CASE("a code that the server does not know leaves nothing behind")
{
    Office office;
    office.knowOnly(1);
    Newcomer newcomer;
    const auto refused = newcomer.enrol(office.code(2));
    REQUIRE_FALSE(refused.has_value());
    CHECK(refused.error().code() == ErrorCode::NotFound);
    CHECK_FALSE(std::filesystem::exists(newcomer.path()));
    CHECK_FALSE(newcomer.anythingStaged());
}

TEST_CASE("a damaged key of an earlier try gives way")
{
    Office office;
    Newcomer newcomer;
    const auto place = client::FieldStore::stagingOf(newcomer.path()) / "key";
    std::filesystem::create_directories(place);
    std::ofstream(place / crypto::KeyRing::FileName) << "{";
    CHECK(newcomer.enrol(office.code(1)).has_value());
}
