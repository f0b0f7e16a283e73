// Profiles at the server: what is taken in, what devices are told, who gets it, and what the server itself goes by.
#include "core/crypto/hash.h"
#include "core/rules/profile_reader.h"
#include "sync/server/api/tenant_profiles.h"
#include "tests/unit/server_world.h"

#include <fstream>
#include <sstream>

using namespace faltakt::server;
using namespace faltakt::server::testing;
using faltakt::base::ErrorCode;
namespace base = faltakt::base;
namespace crypto = faltakt::crypto;
namespace protocol = faltakt::protocol;
namespace rules = faltakt::rules;

namespace {

std::string replaced(std::string text, std::string_view what, std::string_view with)
{
    const auto found = text.find(what);
    REQUIRE(found != std::string::npos);
    return text.replace(found, what.size(), with);
}

/// The example of a fifth municipality, in force from a day on.
std::string example(int version = 1, std::string_view from = "2026-01-01", std::string_view attempts = "4")
{
    std::ifstream file(FALTAKT_SOURCE_DIR "/assets/examples/exempelby.json", std::ios::binary);
    std::stringstream text;
    text << file.rdbuf();
    std::string made = replaced(text.str(), "2026-12-01", from);
    made = replaced(made, "\"version\": 1", "\"version\": " + std::to_string(version));
    return replaced(made, "\"lob.attempts\": { \"value\": 4",
                    "\"lob.attempts\": { \"value\": " + std::string(attempts));
}

struct ProfileWorld : World {
    WorkerId anna = addWorker("Anna", team);
    TestDevice annas{*this, anna};

    base::Result<rules::Profile> add(const std::string &text)
    {
        return core->profiles().add(tenant, {"exempelby.json", text, "åsa"});
    }
    std::string faultOf(const std::string &text)
    {
        const auto added = add(text);
        return added ? std::string() : added.error().detail();
    }
    std::vector<protocol::ProfileNotice> toldTo(const TestDevice &device)
    {
        protocol::HelloRequest request;
        request.device = device.session.device;
        request.app = "test";
        return need(core->hello().hello(request, device.key.publicKey())).profiles;
    }
    std::optional<rules::Profile> inForce(TenantProfiles &profiles, TenantId of, std::string_view day)
    {
        return need(store->read([&](StoreSnapshot &snapshot) -> base::Result<std::optional<rules::Profile>> {
            TRY(const auto catalogue, profiles.of(snapshot.profiles(), of));
            auto found = catalogue->find("exempelby", *base::parseDate(std::string(day)));
            return found ? std::optional(std::move(*found)) : std::nullopt;
        }));
    }
};

} // namespace

TEST_CASE_METHOD(ProfileWorld,
                 "a profile is told to devices, the last one first, and handed out as it was added and signed")
{
    CHECK(toldTo(annas).empty());
    need(add(example()));
    const std::string next = example(2, "2026-06-01", "5");
    need(add(next));
    const auto told = toldTo(annas);
    REQUIRE(told.size() == 2);
    CHECK(
        told[0]
        == protocol::ProfileNotice{"exempelby", 2, crypto::blake2b256(base::bytesOf(next)), std::int64_t(next.size())});
    CHECK(told[1].version == 1);
    const auto handed = need(core->profiles().read(annas.session, told[0].hash));
    CHECK(handed.text == next);
    const auto key = need(store->read([&](StoreSnapshot &s) { return s.identity().tenant(tenant); }))->signingKey;
    CHECK(protocol::isProven(handed, told[0].hash, tenant, key));
    CHECK_FALSE(protocol::isProven(handed, told[1].hash, tenant, key));
    CHECK_FALSE(protocol::isProven(handed, told[0].hash, addTenant("Norsjö"), key));
}

TEST_CASE_METHOD(ProfileWorld, "who added which version is kept with the day, and which one is in force")
{
    need(add(example()));
    clock.advance(std::chrono::hours(1));
    need(add(example(2, "2026-06-01")));
    const auto held = need(core->profiles().list(tenant));
    REQUIRE(held.size() == 2);
    CHECK(held[0].stored.addedBy == "åsa");
    CHECK(held[0].stored.added == Start);
    CHECK(held[0].isInForce);
    CHECK_FALSE(held[1].isInForce);
    CHECK(held[1].stored.added == Start + std::chrono::hours(1));
    CHECK(held[1].profile.name == "Exempelby kommun");
}

TEST_CASE_METHOD(ProfileWorld, "a profile is refused with its place in the file, and nothing is kept of it")
{
    CHECK(faultOf("{}") == "exempelby.json: format: is missing");
    CHECK(faultOf(example(1, "2026-01-01", "400"))
          == "exempelby.json: settings.lob.attempts.value: must be between 1 and 10");
    CHECK(faultOf(replaced(example(), "\"parent\": \"vasterbotten\"", "\"parent\": \"nobody\""))
          == "exempelby.json: parent: no profile of this id is valid on that day");
    CHECK(core->profiles().add(tenant, {"x", std::string(rules::ProfileFileBytes + 1, ' '), ""}).error().code()
          == ErrorCode::TooLarge);
    CHECK(core->profiles().add(tenant, {"x", replaced(example(), "\"format\": 2", "\"format\": 3"), ""}).error().code()
          == ErrorCode::Unsupported);
    CHECK(need(core->profiles().list(tenant)).empty());
    need(add(example(3)));
    CHECK(add(example(3)).error().code() == ErrorCode::AlreadyExists);
    CHECK(faultOf(example(3, "2026-02-01"))
          == "exempelby.json: version: version 3 of the profile is known already; count on from there");
    CHECK(faultOf(example(2)).find("version 3 of the profile is known") != std::string::npos);
    CHECK(faultOf(replaced(example(4), "\"validFrom\": \"2026-01-01\",", ""))
          == "exempelby.json: validFrom: must be stated, since version 3 is in force until then");
    CHECK(need(core->profiles().list(tenant)).size() == 1);
}

TEST_CASE_METHOD(ProfileWorld, "a version of a shipped profile has to come after the shipped one")
{
    std::ifstream file(FALTAKT_SOURCE_DIR "/assets/profiles/taby.json", std::ios::binary);
    std::stringstream text;
    text << file.rdbuf();
    CHECK(faultOf(text.str() + ' ').find("version 1 of the profile is known already") != std::string::npos);
    need(add(replaced(text.str(), "\"version\": 1", "\"version\": 2, \"validFrom\": \"2026-06-01\"")));
}

TEST_CASE_METHOD(ProfileWorld, "a tenant has no more versions than a greeting can tell of")
{
    for (int version = 1; version <= int(protocol::Limits::ProfileVersions); ++version)
        need(add(example(version)));
    CHECK(add(example(int(protocol::Limits::ProfileVersions) + 1)).error().code() == ErrorCode::TooLarge);
    CHECK(toldTo(annas).size() == protocol::Limits::ProfileVersions);
}

TEST_CASE_METHOD(ProfileWorld, "a device that gets nothing any more gets no profile, nor does another tenant's")
{
    need(add(example()));
    const auto name = toldTo(annas).front().hash;
    TestDevice gone{*this, anna}, wiped{*this, anna};
    need(core->administration().revokeDevice(gone.session.device));
    need(core->administration().orderDevice(wiped.session.device, Administration::DeviceOrder::Wipe));
    for (const TestDevice *device : {&gone, &wiped}) {
        CHECK(toldTo(*device).empty());
        CHECK(core->profiles().read(device->session, name).error().code() == ErrorCode::Refused);
    }
    const TenantId other = addTenant("Norsjö");
    const auto worker = need(core->administration().addWorker(other, {}, "Bo", "caseworker"));
    TestDevice foreign{*this, worker};
    CHECK(toldTo(foreign).empty());
    CHECK(core->profiles().read(foreign.session, name).error().code() == ErrorCode::NotFound);
}

TEST_CASE_METHOD(ProfileWorld,
                 "the server goes by what was added from then on, whoever added it, and for its tenant alone")
{
    TenantProfiles profiles;
    CHECK_FALSE(inForce(profiles, tenant, "2026-03-02"));
    need(add(example()));
    CHECK(inForce(profiles, tenant, "2026-03-02")->stated.lobAttempts->value == 4);
    need(add(example(2, "2026-06-01", "6")));
    CHECK(inForce(profiles, tenant, "2026-03-02")->stated.lobAttempts->value == 4);
    CHECK(inForce(profiles, tenant, "2026-06-01")->stated.lobAttempts->value == 6);
    CHECK_FALSE(inForce(profiles, addTenant("Norsjö"), "2026-03-02"));
}
