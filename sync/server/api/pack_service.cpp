#include "sync/server/api/pack_service.h"

#include "core/screening/pack_judge.h"

#include <algorithm>
#include <map>
#include <tuple>

namespace faltakt::server {

using base::ErrorCode;
using base::fail;
using base::Result;
using screening::ContentPack;
using screening::PackVersion;

namespace {

static_assert(screening::PackLimits::PackBytes == protocol::Limits::PackBytes);
static_assert(StoredPack::ChunkBytes == std::int64_t(protocol::Limits::PackChunkBytes));
static_assert(crypto::PublisherKey::Size == 32);

PackVersion versionOf(const StoredPack &pack) { return PackVersion::parse(pack.version).value_or(PackVersion()); }

std::map<std::string, const StoredPack *> newestOf(const std::vector<StoredPack> &all)
{
    std::map<std::string, const StoredPack *> newest;
    for (const StoredPack &pack : all) {
        const StoredPack *&known = newest[pack.pack];
        if (!known || versionOf(*known) < versionOf(pack))
            known = &pack;
    }
    return newest;
}

Result<std::string> bytesOf(PackReader &packs, TenantId tenant, const StoredPack &pack)
{
    std::string bytes;
    for (std::int64_t at = 0; at < pack.size; at += StoredPack::ChunkBytes) {
        TRY(const base::Bytes chunk, packs.packChunk(tenant, pack.hash, at / StoredPack::ChunkBytes));
        bytes += base::textOf(chunk);
    }
    return bytes;
}

Result<std::vector<crypto::PublisherKey>> publishersOf(PackReader &packs, TenantId tenant)
{
    TRY(const auto keys, packs.publishers(tenant));
    std::vector<crypto::PublisherKey> publishers;
    for (const base::Bytes &bytes : keys) {
        TRY(const auto key, crypto::PublisherKey::fromBytes(bytes));
        publishers.push_back(key);
    }
    return publishers;
}

/// Who signed a pack that is here.
Result<crypto::PublisherKey> ownerOf(PackReader &packs, TenantId tenant, const StoredPack &stored)
{
    TRY(std::string bytes, bytesOf(packs, tenant, stored));
    TRY(const ContentPack pack, ContentPack::read(std::move(bytes)));
    return pack.key();
}

std::string wordsFor(const screening::PackVerdict &verdict)
{
    using screening::PackFault;
    switch (*verdict.fault) {
    case PackFault::Damaged: return "this is no whole pack: " + verdict.detail;
    case PackFault::Unsigned: return "the pack is not signed by the publisher that it names";
    case PackFault::UnknownPublisher:
        return "the pack is " + verdict.detail
               + ", whom the tenant does not know; where that is the code in the publisher's letter, add it with "
                 "--publisher CODE";
    case PackFault::Older: return "an older pack is not taken: " + verdict.detail;
    case PackFault::VersionReused: return "another pack of this version is here already; the publisher must count on";
    case PackFault::Unreadable: return "an instrument cannot be read: " + verdict.detail;
    case PackFault::WrongResults: return "an instrument fails its own test vectors: " + verdict.detail;
    case PackFault::NewerProgram: return "the pack needs a newer faltakt-server";
    case PackFault::Unsafe: return "the pack would take a form out of safe mode: " + verdict.detail;
    case PackFault::MeaningChanged:
        return "an instrument has a shipped one's version, not its meaning: " + verdict.detail;
    case PackFault::OtherPublisher:
        return "the pack of this id is another publisher's: " + verdict.detail
               + "; where the publisher's letter says that this one goes on with it, add it with --publisher CODE";
    }
    return verdict.detail;
}

/// What the tenant's store says about a pack that comes.
struct Reception {
    screening::PackTerms terms;
    bool isNewPublisher = false;
};

Result<Reception> receive(PackReader &packs, TenantId tenant, const ContentPack &pack, const std::string &code)
{
    Reception reception;
    TRY(reception.terms.publishers, publishersOf(packs, tenant));
    const auto &known = reception.terms.publishers;
    const bool isNamed = !code.empty() && pack.key().hasCode(code);
    if (!code.empty() && !isNamed)
        return fail(ErrorCode::Refused,
                    "the pack's publisher has the code " + pack.key().code() + ", not the one that was given");
    reception.isNewPublisher = std::ranges::find(known, pack.key()) == known.end() && (known.empty() || isNamed);
    if (reception.isNewPublisher && known.size() >= protocol::Limits::PackPublishers)
        return fail(ErrorCode::TooLarge, "the tenant has as many publishers as it can have");
    if (reception.isNewPublisher)
        reception.terms.publishers.push_back(pack.key());
    TRY(const auto all, packs.packs(tenant));
    const auto newest = newestOf(all);
    const auto present = newest.find(pack.manifest().id);
    if (present != newest.end()) {
        reception.terms.present = versionOf(*present->second);
        if (!isNamed) {
            TRY(reception.terms.owner, ownerOf(packs, tenant, *present->second));
        }
    } else if (newest.size() >= protocol::Limits::Packs)
        return fail(ErrorCode::TooLarge, "the tenant has as many packs as it can have");
    if (std::ranges::find(all, pack.hash(), &StoredPack::hash) != all.end())
        return fail(ErrorCode::AlreadyExists, "this pack is here already");
    if (all.size() >= protocol::Limits::PackVersions)
        return fail(ErrorCode::TooLarge, "the tenant has as many versions of packs as it can have");
    return reception;
}

} // namespace

Result<PackService::Added> PackService::add(TenantId tenant, std::string bytes, const std::string &code)
{
    // Read once outside: the store's function may run again.
    const auto read = ContentPack::read(bytes);
    if (!read)
        return fail(ErrorCode::Refused, wordsFor(screening::judgePack(std::move(bytes), {})));
    const StoredPack stored{.pack = read->manifest().id,
                            .version = read->manifest().version.toString(),
                            .hash = read->hash(),
                            .size = std::int64_t(read->bytes().size()),
                            .added = m_clock->now()};
    return m_store->write([&](StoreTransaction &transaction) -> Result<Added> {
        PackWriter &packs = transaction.packs();
        TRY(const Reception reception, receive(packs, tenant, *read, code));
        const auto verdict = screening::judgePack(read->bytes(), reception.terms);
        if (verdict.fault)
            return fail(ErrorCode::Refused, wordsFor(verdict));
        if (reception.isNewPublisher)
            TRY_VOID(packs.addPublisher(tenant, read->key().bytes(), stored.added));
        TRY_VOID(packs.addPack(tenant, stored, base::bytesOf(read->bytes())));
        return Added{*read, reception.isNewPublisher};
    });
}

Result<std::vector<PackService::Held>> PackService::list(TenantId tenant)
{
    return m_store->read([&](StoreSnapshot &snapshot) -> Result<std::vector<Held>> {
        TRY(const auto all, snapshot.packs().packs(tenant));
        const auto newest = newestOf(all);
        std::vector<Held> held;
        for (const StoredPack &stored : all) {
            TRY(std::string bytes, bytesOf(snapshot.packs(), tenant, stored));
            TRY(ContentPack pack, ContentPack::read(std::move(bytes)));
            held.push_back({stored, std::move(pack), newest.at(stored.pack)->hash == stored.hash});
        }
        return held;
    });
}

Result<base::Bytes> PackService::read(const Session &session, const protocol::PackPlace &place)
{
    return m_store->read([&](StoreSnapshot &snapshot) -> Result<base::Bytes> {
        TRY(const Caller caller, findCaller(snapshot.identity(), session));
        TRY(const bool toBeWiped, isToBeWiped(snapshot.identity(), session));
        if (caller.revoked || toBeWiped)
            return fail(ErrorCode::Refused, "this device gets nothing any more");
        return snapshot.packs().packChunk(session.tenant, place.hash, place.at / StoredPack::ChunkBytes);
    });
}

Result<std::vector<protocol::PackNotice>> packNotices(PackReader &packs, TenantId tenant)
{
    TRY(const auto all, packs.packs(tenant));
    const auto newest = newestOf(all);
    std::vector<const StoredPack *> ordered;
    ordered.reserve(all.size());
    for (const StoredPack &pack : all)
        ordered.push_back(&pack);
    // What is asked comes before what is only read: a device fetches in this order.
    std::ranges::sort(ordered, [&newest](const StoredPack *a, const StoredPack *b) {
        return std::tuple(newest.at(a->pack) != a, versionOf(*b), a->pack)
               < std::tuple(newest.at(b->pack) != b, versionOf(*a), b->pack);
    });
    std::vector<protocol::PackNotice> notices;
    notices.reserve(ordered.size());
    for (const StoredPack *pack : ordered)
        notices.push_back({pack->pack, pack->version, pack->hash, pack->size});
    return notices;
}

} // namespace faltakt::server
