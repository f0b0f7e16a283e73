#include "sync/server/api/profile_service.h"

#include "core/casework/swedish_time.h"
#include "core/crypto/hash.h"
#include "core/rules/profile_reader.h"
#include "sync/server/api/tenant_profiles.h"

#include <algorithm>

namespace faltakt::server {

using base::ErrorCode;
using base::fail;
using base::Result;

namespace {

static_assert(rules::ProfileFileBytes == protocol::Limits::ProfileBytes);

/// A new version ends the former one on a day that it names itself; without one it would hold in the past as well, where
/// decisions were made by the former.
Result<void> checkVersion(const rules::ProfileCatalogue &known, const rules::Profile &profile)
{
    const auto newest = known.newestVersion(profile.id);
    if (newest && profile.version <= *newest)
        return fail(ErrorCode::Refused, "version: version " + std::to_string(*newest)
                                            + " of the profile is known already; count on from there");
    if (newest && !profile.validFrom)
        return fail(ErrorCode::Refused,
                    "validFrom: must be stated, since version " + std::to_string(*newest) + " is in force until then");
    return {};
}

} // namespace

Result<rules::Profile> ProfileService::add(TenantId tenant, const Order &order)
{
    // Read once outside: the store's function may run again.
    auto read = rules::readProfile(order.text);
    if (!read)
        return fail(read.error().withContext(order.fileName));
    StoredProfile stored{.profile = read->id,
                         .version = read->version,
                         .hash = crypto::blake2b256(base::bytesOf(order.text)),
                         .size = std::int64_t(order.text.size()),
                         .added = m_clock->now(),
                         .addedBy = order.by};
    TRY(const auto keys, m_keys->keysOf(tenant));
    TRY(stored.signature, keys->signing.sign(base::bytesOf(protocol::profileStatement(tenant, stored.hash))));
    TRY(const rules::ProfileCatalogue shipped, rules::shippedProfiles());
    return m_store->write([&](StoreTransaction &transaction) -> Result<rules::Profile> {
        ProfileWriter &profiles = transaction.profiles();
        TRY(const auto all, profiles.profiles(tenant));
        if (std::ranges::find(all, stored.hash, &StoredProfile::hash) != all.end())
            return fail(ErrorCode::AlreadyExists, "this profile is here already");
        if (all.size() >= protocol::Limits::ProfileVersions)
            return fail(ErrorCode::TooLarge, "the tenant has as many versions of profiles as it can have");
        TRY(auto files, ownProfileFiles(profiles, tenant));
        const auto known = rules::layProfiles(shipped, files);
        if (const auto checked = checkVersion(known.catalogue, *read); !checked)
            return fail(checked.error().withContext(order.fileName));
        TRY_VOID(known.catalogue.withOwn({{order.fileName, order.text}}));
        TRY_VOID(profiles.addProfile(tenant, stored, order.text));
        return *read;
    });
}

Result<std::vector<ProfileService::Held>> ProfileService::list(TenantId tenant)
{
    TRY(const rules::ProfileCatalogue shipped, rules::shippedProfiles());
    const base::Date today = casework::swedishDate(m_clock->now());
    return m_store->read([&](StoreSnapshot &snapshot) -> Result<std::vector<Held>> {
        TRY(const auto all, snapshot.profiles().profiles(tenant));
        TRY(const auto files, ownProfileFiles(snapshot.profiles(), tenant));
        const auto laid = rules::layProfiles(shipped, files);
        std::vector<Held> held;
        for (std::size_t index = 0; index < all.size(); ++index) {
            TRY(rules::Profile profile, rules::readProfile(files[index].text));
            const auto inForce = laid.catalogue.find(profile.id, today);
            const bool isInForce = inForce && inForce->version == profile.version;
            held.push_back({all[index], std::move(profile), isInForce});
        }
        return held;
    });
}

Result<protocol::SignedProfile> ProfileService::read(const Session &session, const base::Hash &hash)
{
    return m_store->read([&](StoreSnapshot &snapshot) -> Result<protocol::SignedProfile> {
        TRY(const Caller caller, findCaller(snapshot.identity(), session));
        TRY(const bool toBeWiped, isToBeWiped(snapshot.identity(), session));
        if (caller.revoked || toBeWiped)
            return fail(ErrorCode::Refused, "this device gets nothing any more");
        TRY(const auto all, snapshot.profiles().profiles(session.tenant));
        const auto found = std::ranges::find(all, hash, &StoredProfile::hash);
        if (found == all.end())
            return fail(ErrorCode::NotFound, "no such profile");
        TRY(std::string text, snapshot.profiles().profileText(session.tenant, hash));
        return protocol::SignedProfile{found->signature, std::move(text)};
    });
}

Result<std::vector<protocol::ProfileNotice>> profileNotices(ProfileReader &profiles, TenantId tenant)
{
    TRY(const auto all, profiles.profiles(tenant));
    std::vector<protocol::ProfileNotice> notices;
    for (auto stored = all.rbegin(); stored != all.rend(); ++stored)
        notices.push_back({stored->profile, stored->version, stored->hash, stored->size});
    return notices;
}

} // namespace faltakt::server
