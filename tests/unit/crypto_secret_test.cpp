#include "core/crypto/hash.h"
#include "core/crypto/initialise.h"
#include "core/crypto/secret_bytes.h"
#include "core/crypto/system_random.h"
#include "tests/support/catch.h"

#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <set>
#include <type_traits>

using namespace faltakt;
using crypto::SecretBytes;

namespace {

template <typename T>
concept Printable = requires(std::ostream &stream, const T &value)
{
    stream << value;
};

base::Bytes bytes(std::string_view text)
{
    const auto view = base::bytesOf(text);
    return {view.begin(), view.end()};
}

} // namespace

TEST_CASE("a secret moves, does not copy by accident and cannot be printed")
{
    STATIC_REQUIRE_FALSE(std::is_copy_constructible_v<SecretBytes>);
    STATIC_REQUIRE_FALSE(std::is_copy_assignable_v<SecretBytes>);
    STATIC_REQUIRE(std::is_nothrow_move_constructible_v<SecretBytes>);
    STATIC_REQUIRE_FALSE(Printable<SecretBytes>);

    SecretBytes first = SecretBytes::copyOf(bytes("barn"));
    SecretBytes second = std::move(first);
    CHECK(first.empty());
    CHECK(base::textOf(second.view()) == "barn");
    SecretBytes third = second.clone();
    CHECK(third == second);
    third.writable()[0] = 'g';
    CHECK_FALSE(third == second);
    second = std::move(third);
    CHECK(base::textOf(second.view()) == "garn");
    second.wipe();
    CHECK(second.empty());
    CHECK(second == SecretBytes());
}

TEST_CASE("a secret taken from a text leaves nothing at the old place")
{
    std::string text = "en mening som ligger kvar i minnet";
    text.resize(10); // The rest still lies behind the end.
    const char *place = text.data();
    const std::size_t room = text.capacity();
    const SecretBytes secret = SecretBytes::takeFrom(text);
    CHECK(base::textOf(secret.view()) == "en mening ");
    CHECK(text.empty());
    REQUIRE(text.data() == place);
    CHECK(std::all_of(place, place + room, [](char c) { return c == '\0'; }));
}

TEST_CASE("equality looks at size and every byte")
{
    CHECK(crypto::constantTimeEqual(bytes("abc"), bytes("abc")));
    CHECK(crypto::constantTimeEqual({}, {}));
    CHECK_FALSE(crypto::constantTimeEqual(bytes("abc"), bytes("abd")));
    CHECK_FALSE(crypto::constantTimeEqual(bytes("abc"), bytes("ab")));
    CHECK_FALSE(crypto::constantTimeEqual(bytes("abc"), {}));
}

TEST_CASE("system randomness does not repeat")
{
    crypto::SystemRandom random;
    std::set<base::Bytes> seen;
    for (int i = 0; i < 100; ++i) {
        base::Bytes drawn(16);
        random.fill(drawn);
        seen.insert(drawn);
    }
    CHECK(seen.size() == 100);
    CHECK_FALSE(SecretBytes::makeRandom(random, 32) == SecretBytes::makeRandom(random, 32));
}

TEST_CASE("hashes are those of the published vectors")
{
    CHECK(base::toHex(crypto::blake2b256(bytes("abc")))
          == "bddd813c634239723171ef3fee98579b94964e3bb1cb3e427262c8c068d52319");
    CHECK(base::toHex(crypto::sha256(bytes("abc")))
          == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    CHECK(base::toHex(crypto::sha256({})) == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
}

TEST_CASE("a hash in parts is the hash of the whole")
{
    base::SeededRandom random(7);
    for (int round = 0; round < 50; ++round) {
        base::Bytes whole(random.below(1000));
        random.fill(whole);
        const auto cut = random.below(whole.size() + 1);
        const base::ByteView view = whole;
        crypto::Hasher hasher;
        hasher.add(view.first(cut)).add(view.subspan(cut));
        CHECK(hasher.finish() == crypto::blake2b256(whole));
        CHECK(crypto::blake2b256(view.first(cut), view.subspan(cut)) == crypto::blake2b256(whole));
    }
}

TEST_CASE("a MAC depends on key and message, a subkey on key, label and context")
{
    const SecretBytes key = SecretBytes::copyOf(base::Bytes(32, 1));
    const SecretBytes otherKey = SecretBytes::copyOf(base::Bytes(32, 2));
    CHECK(crypto::mac(key, bytes("a")) == crypto::mac(key, bytes("a")));
    CHECK(crypto::mac(key, bytes("a")) != crypto::mac(key, bytes("b")));
    CHECK(crypto::mac(key, bytes("a")) != crypto::mac(otherKey, bytes("a")));
    CHECK(crypto::mac(key, bytes("a")) != crypto::blake2b256(bytes("a")));

    CHECK(crypto::deriveSubkey(key, "one", bytes("x")) == crypto::deriveSubkey(key, "one", bytes("x")));
    CHECK_FALSE(crypto::deriveSubkey(key, "one") == crypto::deriveSubkey(key, "two"));
    CHECK_FALSE(crypto::deriveSubkey(key, "one", bytes("x")) == crypto::deriveSubkey(key, "onex"));
    CHECK_FALSE(crypto::deriveSubkey(key, "one") == crypto::deriveSubkey(otherKey, "one"));
}

TEST_CASE("a hardened process has neither core dumps nor ptrace")
{
    REQUIRE(crypto::initialise());
    REQUIRE(crypto::initialise());
    const pid_t child = fork();
    if (child == 0) {
        rlimit limit{1, 1};
        const bool hardened = crypto::hardenProcess().has_value() && getrlimit(RLIMIT_CORE, &limit) == 0
                              && limit.rlim_max == 0 && prctl(PR_GET_DUMPABLE, 0, 0, 0, 0) == 0;
        _exit(hardened ? 0 : 1);
    }
    int status = -1;
    REQUIRE(waitpid(child, &status, 0) == child);
    CHECK(WIFEXITED(status));
    CHECK(WEXITSTATUS(status) == 0);
}
