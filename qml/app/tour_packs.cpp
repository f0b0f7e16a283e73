#include "qml/app/tour_packs.h"

#include "core/screening/pack_judge.h"
#include "sync/client/sync_runner.h"

#include <array>

namespace faltakt::app {

using base::Result;
using screening::ContentPack;
using store::ContentPacks;

namespace {

struct Brought {
    const char *instrument;
    const char *id;
    const char *version;
    const char *title;
    const char *publisher;
    const char *validFrom;
    bool isTrusted;
};

constexpr std::array<Brought, 3> All{
    {{"audit", "exempel-audit", "2025.2", "AUDIT, exempel", "Exempelförlaget", "2025-10-01", true},
     {"dudit", "exempel-dudit", "2027.1", "DUDIT, exempel", "Exempelförlaget", "2099-01-01", true},
     {"audit-c", "exempel-audit-c", "3", "AUDIT-C, exempel", "Ett annat förlag", "2025-10-01", false}}};

constexpr std::string_view OwnWords = "\"valueCode\": \"own\"";
constexpr std::string_view OfficialWords = "\"valueCode\": \"official\"";

Result<ContentPack> make(const Brought &brought, const crypto::PublisherSigningKey &key)
{
    const std::string id = brought.instrument;
    TRY(std::string instrument, screening::shippedResource(id));
    if (const auto at = instrument.find(OwnWords); at != std::string::npos)
        instrument.replace(at, OwnWords.size(), OfficialWords);
    TRY(std::string vectors, screening::shippedVectors(id));
    const base::json::Object description{{"id", brought.id},
                                         {"version", brought.version},
                                         {"title", brought.title},
                                         {"publisher", brought.publisher},
                                         {"licence", "Fri för kommuner"},
                                         {"validFrom", brought.validFrom},
                                         {"languages", base::json::Array{"sv", "en"}}};
    return screening::signPack({{"pack.json", base::json::serialise(description)},
                                {"licence.txt", "Ett exempel; får inte användas i arbetet.\n"},
                                {id + ".json", std::move(instrument)},
                                {id + ".vectors.json", std::move(vectors)}},
                               key);
}

Result<void> deliver(ContentPacks packs, const ContentPack &pack)
{
    const std::string_view bytes = pack.bytes();
    TRY_VOID(
        packs.expect(pack.hash(), pack.manifest().id, pack.manifest().version.toString(), std::int64_t(bytes.size())));
    TRY(std::int64_t held, packs.held(pack.hash()));
    for (; std::size_t(held) < bytes.size(); held += ContentPacks::ChunkBytes)
        TRY_VOID(packs.addChunk(pack.hash(),
                                base::bytesOf(bytes.substr(std::size_t(held), std::size_t(ContentPacks::ChunkBytes))),
                                "damaged"));
    return {};
}

} // namespace

Result<void> bringPacks(viewmodels::OpenStore &store)
{
    const auto known = crypto::PublisherSigningKey::make(store.random);
    const auto stranger = crypto::PublisherSigningKey::make(store.random);
    ContentPacks packs = store.cases.contentPacks();
    TRY(const auto here, packs.rows());
    if (!here.empty())
        return {};
    for (const Brought &brought : All) {
        TRY(const ContentPack pack, make(brought, brought.isTrusted ? known : stranger));
        TRY_VOID(deliver(packs, pack));
    }
    TRY_VOID(screening::judgeArrivedPacks(packs, {known.publicKey()}, client::AppName));
    return {};
}

} // namespace faltakt::app
