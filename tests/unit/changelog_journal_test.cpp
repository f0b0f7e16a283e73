#include "core/changelog/exchange.h"
#include "core/changelog/journal.h"
#include "core/changelog/signature.h"
#include "core/crypto/hash.h"
#include "tests/support/catch.h"
#include "tests/unit/changelog_history.h"

using namespace faltakt;
using namespace faltakt::changelog;

TEST_CASE("a link is the hash of the link before it and the line's hash")
{
    const base::Hash line = crypto::blake2b256(base::bytesOf("line"));
    const base::Hash first = nextLink(firstLink(), line);
    CHECK(first == crypto::blake2b256(base::ByteView(firstLink()), base::ByteView(line)));
    CHECK(nextLink(first, line) != first);
}

TEST_CASE("what a device signs names tenant, device, epoch, position and link, each on its line")
{
    base::Hash link{};
    link[0] = 0xff;
    const auto text = journalStatement({}, {}, {3, 17}, link);
    const std::string nil = "00000000-0000-0000-0000-000000000000";
    CHECK(text == "faltakt-journal-1\n" + nil + "\n" + nil + "\n3\n17\n_wAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA");
}

TEST_CASE("a key statement tells apart keys, owners and times")
{
    KeyLine key;
    key.jwk = base::json::Object{{"x", "1"}, {"y", "2"}};
    const std::string statement = keyStatement(key);
    KeyLine other = key;
    other.until = base::instantFromMs(0);
    CHECK(keyStatement(other) != statement);
    other = key;
    other.from = base::instantFromMs(1);
    CHECK(keyStatement(other) != statement);
    other = key;
    other.jwk = base::json::Object{{"x", "12"}, {"y", ""}};
    CHECK(keyStatement(other) != statement);
}

TEST_CASE("the statement of a signature is the same whatever the order of the heads")
{
    const SignedHead a{test::changeId(1), base::Hash{1}};
    const SignedHead b{test::changeId(2), base::Hash{2}};
    const auto at = base::instantFromMs(1'700'000'000'000);
    CHECK(frontierStatement({}, {a, b}, {}, at) == frontierStatement({}, {b, a}, {}, at));
    CHECK(frontierStatement({}, {a}, {}, at) != frontierStatement({}, {a, b}, {}, at));
    CHECK(frontierStatement({}, {a}, {}, at + std::chrono::milliseconds(1)) != frontierStatement({}, {a}, {}, at));
}

TEST_CASE("compartments have one name each and sets of them keep to what exists")
{
    for (int i = 0; i < CompartmentCount; ++i) {
        const auto compartment = Compartment(i);
        CHECK(compartmentFromName(compartmentName(compartment)) == compartment);
        CHECK(CompartmentSet::ofCaseworker().contains(compartment)
              == (compartment != Compartment::Protected && compartment != Compartment::Reading));
    }
    CHECK_FALSE(compartmentFromName("File"));
    CHECK(CompartmentSet(0xffffffffU).bits() == (1U << CompartmentCount) - 1);
    CHECK((CompartmentSet{Compartment::Card} | CompartmentSet{Compartment::Lob}).without({Compartment::Card})
          == CompartmentSet{Compartment::Lob});
}
