// Profiles that were added: the same promises by every store.
#include "tests/contract/server_store_subjects.h"

using namespace faltakt;
using namespace faltakt::server;
using namespace faltakt::server::contract;
using base::ErrorCode;

namespace {

template <typename Subject>
struct Profiles : Filled<Subject> {
    static StoredProfile profile(std::uint8_t name, std::int64_t version = 1)
    {
        StoredProfile stored{.profile = "exempelby",
                             .version = version,
                             .hash = hashOf(name),
                             .size = 3,
                             .added = Now,
                             .addedBy = "åsa"};
        stored.signature.fill(name);
        return stored;
    }
    base::Result<void> add(TenantId to, const StoredProfile &stored, const std::string &text = "{å}")
    {
        return this->store().write([&](StoreTransaction &t) { return t.profiles().addProfile(to, stored, text); });
    }
    std::vector<StoredProfile> all(TenantId of)
    {
        return this->read([&](StoreSnapshot &s) { return s.profiles().profiles(of); });
    }
    base::Result<std::string> text(TenantId of, std::uint8_t name)
    {
        return this->store().read([&](StoreSnapshot &s) { return s.profiles().profileText(of, hashOf(name)); });
    }
};

} // namespace

TEMPLATE_LIST_TEST_CASE("a profile is given back as it was added, with who added it, also after the process has ended",
                        "[contract]", Subjects)
{
    Profiles<TestType> stored;
    CHECK(stored.all(stored.first).empty());
    REQUIRE(stored.add(stored.first, stored.profile(1), "{\"å\":1}\n"));
    REQUIRE(stored.add(stored.first, stored.profile(2, 2)));
    stored.reopen();
    CHECK(stored.all(stored.first) == std::vector<StoredProfile>{stored.profile(1), stored.profile(2, 2)});
    CHECK(stored.text(stored.first, 1).value() == "{\"å\":1}\n");
    CHECK(stored.text(stored.first, 3).error().code() == ErrorCode::NotFound);
}

TEMPLATE_LIST_TEST_CASE("a profile is kept once, one of each version, and for its tenant alone", "[contract]", Subjects)
{
    Profiles<TestType> stored;
    REQUIRE(stored.add(stored.first, stored.profile(1)));
    for (const std::uint8_t name : {std::uint8_t(1), std::uint8_t(2)}) {
        const auto again = stored.add(stored.first, stored.profile(name));
        REQUIRE_FALSE(again);
        CHECK(again.error().code() == ErrorCode::AlreadyExists);
    }
    CHECK(stored.all(stored.first).size() == 1);
    CHECK(stored.all(stored.second).empty());
    CHECK(stored.text(stored.second, 1).error().code() == ErrorCode::NotFound);
    REQUIRE(stored.add(stored.second, stored.profile(1)));
    CHECK(stored.all(stored.second).size() == 1);
}
