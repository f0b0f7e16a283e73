// Content packs at the server: what is taken in, what devices are told, who gets it.
#include "tests/support/pack_folder.h"
#include "tests/unit/server_world.h"

using namespace faltakt::server;
using namespace faltakt::server::testing;
using faltakt::base::ErrorCode;
namespace base = faltakt::base;
namespace protocol = faltakt::protocol;
namespace test = faltakt::test;
using faltakt::screening::ContentPack;

namespace {

struct PackWorld : World {
    WorkerId anna = addWorker("Anna", team);
    TestDevice annas{*this, anna};

    base::Result<PackService::Added> add(const ContentPack &pack, const std::string &code = {})
    {
        return core->packs().add(tenant, pack.bytes(), code);
    }
    std::vector<protocol::PackNotice> toldTo(const TestDevice &device)
    {
        protocol::HelloRequest request;
        request.device = device.session.device;
        request.app = "test";
        return need(core->hello().hello(request, device.key.publicKey())).packs;
    }
    std::string fetch(const TestDevice &device, const protocol::PackNotice &notice)
    {
        std::string bytes;
        while (std::int64_t(bytes.size()) < notice.size)
            bytes += base::textOf(need(core->packs().read(device.session, {notice.hash, std::int64_t(bytes.size())})));
        return bytes;
    }
};

} // namespace

TEST_CASE_METHOD(PackWorld,
                 "every version of a pack is told to devices, the newest first, and handed out byte for byte")
{
    CHECK(toldTo(annas).empty());
    const ContentPack pack = test::contentPack("1");
    need(add(pack));
    const auto told = toldTo(annas);
    REQUIRE(told.size() == 1);
    CHECK(told.front() == protocol::PackNotice{"audit-official", "1", pack.hash(), std::int64_t(pack.bytes().size())});
    CHECK(fetch(annas, told.front()) == pack.bytes());
    const ContentPack next = test::contentPack("2", "Nya ord?");
    need(add(next));
    const auto both = toldTo(annas);
    REQUIRE(both.size() == 2);
    CHECK(both[0].version == "2");
    CHECK(fetch(annas, both[0]) == next.bytes());
    CHECK(both[1] == told.front());
    CHECK(fetch(annas, both[1]) == pack.bytes());
    const auto held = need(core->packs().list(tenant));
    REQUIRE(held.size() == 2);
    CHECK_FALSE(held[0].isNewest);
    CHECK(held[1].isNewest);
}

TEST_CASE_METHOD(PackWorld, "the newest version of every pack is told before an older one of any")
{
    for (const auto &[id, version] :
         {std::pair("audit-official", "2"), std::pair("audit-official", "10"), std::pair("other", "1"),
          std::pair("audit-official", "11"), std::pair("other", "3")}) {
        faltakt::screening::PackFolder files = test::packFolder(version);
        files["pack.json"] = test::replaced(files["pack.json"], "audit-official", id);
        need(add(need(faltakt::screening::signPack(files, test::publisherKey()))));
    }
    std::vector<std::string> told;
    for (const auto &notice : toldTo(annas))
        told.push_back(notice.pack + ' ' + notice.version);
    CHECK(told
          == std::vector<std::string>{"audit-official 11", "other 3", "audit-official 10", "audit-official 2",
                                      "other 1"});
}

TEST_CASE_METHOD(PackWorld, "the first pack's publisher is the tenant's, another one is added by code alone")
{
    CHECK(need(add(test::contentPack("1"))).isNewPublisher);
    CHECK_FALSE(need(add(test::contentPack("2", "Nya ord?"))).isNewPublisher);
    const ContentPack foreign = test::contentPack("3", "Andras ord?", 2);
    const auto refused = add(foreign);
    REQUIRE_FALSE(refused);
    CHECK(refused.error().code() == ErrorCode::Refused);
    CHECK(refused.error().detail().find(test::publisherKey(2).publicKey().code()) != std::string::npos);
    CHECK(add(foreign, test::publisherKey(3).publicKey().code()).error().code() == ErrorCode::Refused);
    CHECK(need(add(foreign, test::publisherKey(2).publicKey().code())).isNewPublisher);
    // Known by now, and all the same not the one whose pack this is.
    const ContentPack back = test::contentPack("4", "Förra ord?");
    CHECK(add(back).error().detail().find("another publisher") != std::string::npos);
    CHECK_FALSE(need(add(back, test::publisherKey().publicKey().code())).isNewPublisher);
}

TEST_CASE_METHOD(PackWorld, "a device hears at its enrolment whose packs it may take, and never again")
{
    need(add(test::contentPack("1")));
    const auto key = need(faltakt::crypto::SigningKey::make());
    const auto ticket = need(core->enrolment().makeTicket(anna));
    const auto enrolled =
        need(core->enrolment().enrol({ticket.secret, key.publicKey(), "phone", "test"}, key.publicKey()));
    REQUIRE(enrolled.packKeys.size() == 1);
    CHECK(base::toBase64Url(enrolled.packKeys.front()) == test::publisherKey().publicKey().toBase64Url());
    protocol::HelloRequest request;
    request.device = annas.session.device;
    request.app = "test";
    const auto greeting = protocol::encode(need(core->hello().hello(request, annas.key.publicKey())));
    CHECK(greeting.find(test::publisherKey().publicKey().toBase64Url()) == std::string::npos);
}

TEST_CASE_METHOD(PackWorld, "the server takes no pack that a device would refuse")
{
    const ContentPack pack = test::contentPack("2");
    need(add(pack));
    CHECK(add(pack).error().code() == ErrorCode::AlreadyExists);
    CHECK(add(test::contentPack("1", "Äldre?")).error().code() == ErrorCode::Refused);
    CHECK(add(test::contentPack("2", "Samma?")).error().code() == ErrorCode::Refused);
    std::string damaged = test::contentPack("3").bytes();
    damaged.back() = char(damaged.back() ^ 1);
    CHECK(core->packs().add(tenant, damaged, {}).error().code() == ErrorCode::Refused);
    CHECK(core->packs().add(tenant, "not a pack", {}).error().code() == ErrorCode::Refused);
    CHECK(need(core->packs().list(tenant)).size() == 1);
}

TEST_CASE_METHOD(PackWorld, "a device that gets nothing any more gets no pack, nor does another tenant's")
{
    const ContentPack pack = test::contentPack("1");
    need(add(pack));
    TestDevice gone{*this, anna}, wiped{*this, anna};
    need(core->administration().revokeDevice(gone.session.device));
    need(core->administration().orderDevice(wiped.session.device, Administration::DeviceOrder::Wipe));
    for (const TestDevice *device : {&gone, &wiped}) {
        CHECK(toldTo(*device).empty());
        CHECK(core->packs().read(device->session, {pack.hash(), 0}).error().code() == ErrorCode::Refused);
    }
    const TenantId other = addTenant("Norsjö");
    CHECK(need(core->packs().list(other)).empty());
    const auto worker = need(core->administration().addWorker(other, {}, "Bo", "caseworker"));
    TestDevice foreign{*this, worker};
    CHECK(toldTo(foreign).empty());
    CHECK(core->packs().read(foreign.session, {pack.hash(), 0}).error().code() == ErrorCode::NotFound);
}
