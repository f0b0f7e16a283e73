#include "core/crypto/recovery_key.h"
#include "core/crypto/sealed_outbox.h"
#include "tests/support/catch.h"
#include "tests/unit/crypto_fixtures.h"

#include <sys/stat.h>

using namespace faltakt;
using base::ErrorCode;
using crypto::RecoveryKey;
using crypto::SealedOutbox;
using crypto::testing::secret;
using crypto::testing::TempFolder;

namespace {

base::TenantId someTenant() { return base::TenantId::parse("01900000-0000-7000-8000-0000000000aa").value(); }

std::string textOf(const RecoveryKey &key) { return std::string(base::textOf(key.toText().view())); }

SealedOutbox someOutbox(std::string_view content)
{
    const auto bytes = base::bytesOf(content);
    return {base::DeviceId::parse("01900000-0000-7000-8000-0000000000bb").value(),
            base::Uuid::parse("01900000-0000-7000-8000-0000000000cc").value(),
            {bytes.begin(), bytes.end()}};
}

} // namespace

TEST_CASE("a recovery key is read as it was written, also typed in capitals and other groups")
{
    crypto::SystemRandom random;
    const RecoveryKey key = RecoveryKey::make(someTenant(), random);
    std::string text = textOf(key);
    const auto read = RecoveryKey::fromText(secret(text));
    REQUIRE(read);
    CHECK(read->tenant == key.tenant);
    CHECK(read->pair.publicKey() == key.pair.publicKey());

    const auto start = text.find("\nkey ") + 5;
    for (auto i = start; text[i] != '\n'; ++i)
        text[i] = static_cast<char>(std::toupper(text[i]));
    text.erase(text.find(' ', start), 1);
    text += "\r\n# a note\n\n";
    CHECK(RecoveryKey::fromText(secret(text))->pair.publicKey() == key.pair.publicKey());
}

TEST_CASE("a slip in a recovery key is noticed")
{
    crypto::SystemRandom random;
    const RecoveryKey key = RecoveryKey::make(someTenant(), random);
    const std::string text = textOf(key);
    int refused = 0;
    for (std::size_t i = text.find("\ntenant") + 1; i < text.size() - 1; ++i) {
        std::string changed = text;
        changed[i] = changed[i] == '3' ? '4' : '3';
        const auto read = RecoveryKey::fromText(secret(changed));
        refused += !read;
        CHECK_FALSE(read);
        CHECK_FALSE(RecoveryKey::fromText(secret(text.substr(0, i))));
    }
    CHECK(refused > 100);
    CHECK(RecoveryKey::fromText(secret(text + text)).error().code() == ErrorCode::Damaged);
    CHECK(RecoveryKey::fromText(secret(text + "extra 1\n")).error().code() == ErrorCode::Damaged);
    CHECK(RecoveryKey::fromText(secret("")).error().code() == ErrorCode::Damaged);
    CHECK(RecoveryKey::fromText(secret("faltakt-recovery-key 2\n")).error().code() == ErrorCode::Unsupported);
    CHECK(RecoveryKey::fromText(secret(std::string(10000, 'x'))).error().code() == ErrorCode::TooLarge);
}

TEST_CASE("a recovery key file is the owner's alone and never written over")
{
    TempFolder folder;
    crypto::SystemRandom random;
    crypto::SystemFileSteps files;
    const auto path = folder.path() / "recovery.key";
    const RecoveryKey key = RecoveryKey::make(someTenant(), random);
    REQUIRE(key.writeFile(files, path));
    struct stat status {};
    REQUIRE(stat(path.c_str(), &status) == 0);
    CHECK((status.st_mode & 0777) == 0600);
    CHECK(RecoveryKey::make(someTenant(), random).writeFile(files, path).error().code() == ErrorCode::AlreadyExists);
    CHECK(RecoveryKey::readFile(files, path)->pair.publicKey() == key.pair.publicKey());
    CHECK(RecoveryKey::readFile(files, folder.path() / "none").error().code() == ErrorCode::NotFound);
}

TEST_CASE("the server opens a sealed outbox, and nobody reads it in the file")
{
    TempFolder folder;
    crypto::SystemRandom random;
    crypto::SystemFileSteps files;
    const auto server = crypto::BoxKeyPair::make(random);
    const auto path = folder.path() / "outbox.sealed";
    CHECK(SealedOutbox::readSealed(files, path).error().code() == ErrorCode::NotFound);
    for (const std::string_view content : {"", "{\"id\":1}\n{\"id\":2}\n", "\n\n"}) {
        REQUIRE(someOutbox(content).writeFile(files, path, server.publicKey()));
        const auto sealed = SealedOutbox::readSealed(files, path);
        REQUIRE(sealed);
        CHECK(base::textOf(*sealed).find("\"id\"") == std::string_view::npos);
        const auto opened = SealedOutbox::open(*sealed, server);
        REQUIRE(opened);
        CHECK(base::textOf(opened->content) == content);
        CHECK(opened->device == someOutbox("").device);
        CHECK(opened->store == someOutbox("").store);
    }
}

TEST_CASE("a damaged, cut or foreign outbox does not open")
{
    crypto::SystemRandom random;
    const auto server = crypto::BoxKeyPair::make(random);
    const auto sealed = someOutbox("{\"id\":1}\n").sealFor(server.publicKey());
    REQUIRE(sealed);
    for (std::size_t i = 0; i < sealed->size(); ++i) {
        auto changed = *sealed;
        changed[i] ^= 0x04;
        CHECK_FALSE(SealedOutbox::open(changed, server));
        CHECK_FALSE(SealedOutbox::open(base::ByteView(*sealed).first(i), server));
    }
    CHECK(SealedOutbox::open(*sealed, crypto::BoxKeyPair::make(random)).error().code() == ErrorCode::WrongKey);
    CHECK(SealedOutbox::open({}, server).error().code() == ErrorCode::Damaged);
}

TEST_CASE("anybody may seal to the server, so what is inside is read with care")
{
    crypto::SystemRandom random;
    const auto server = crypto::BoxKeyPair::make(random);
    const auto codeOf = [&](std::string_view inside) {
        auto box = crypto::sealTo(server.publicKey(), base::bytesOf(inside)).value();
        const auto mark = base::bytesOf("FALTOBX1");
        box.insert(box.begin(), mark.begin(), mark.end());
        const auto opened = SealedOutbox::open(box, server);
        return opened ? ErrorCode::Internal : opened.error().code();
    };
    CHECK(codeOf("") == ErrorCode::Damaged);
    CHECK(codeOf("{}") == ErrorCode::Damaged);
    CHECK(codeOf("{}\n") == ErrorCode::Damaged);
    CHECK(codeOf("{\"format\":\"faltakt-outbox\",\"version\":2}\n") == ErrorCode::Unsupported);
    CHECK(codeOf("{\"format\":\"faltakt-outbox\",\"version\":1,\"device\":\"x\",\"store\":\"y\"}\n")
          == ErrorCode::Damaged);
    CHECK(codeOf(std::string(5000, '[') + '\n') == ErrorCode::Damaged);
}

TEST_CASE("a sealed outbox is replaced whole, wherever the file system breaks")
{
    crypto::SystemRandom random;
    const auto server = crypto::BoxKeyPair::make(random);
    for (int step = 1; step < 50; ++step) {
        TempFolder folder;
        crypto::testing::BreakingFileSteps files;
        const auto path = folder.path() / "outbox.sealed";
        REQUIRE(someOutbox("old").writeFile(files, path, server.publicKey()));
        files.breakAt(step, crypto::testing::BreakingFileSteps::Break::Crash);
        const bool written = someOutbox("new").writeFile(files, path, server.publicKey()).has_value();
        const auto opened = SealedOutbox::open(SealedOutbox::readSealed(files, path).value(), server);
        REQUIRE(opened);
        const auto content = base::textOf(opened->content);
        CHECK((content == "new" || (content == "old" && !written)));
        if (!files.broke())
            break;
        CHECK(step < 49);
    }
}
