// Content packs: taken in and listed.
#include "sync/server/app/admin_commands.h"
#include "sync/server/app/json_line.h"

namespace faltakt::server {

namespace json = base::json;

AdminCommands::Lines AdminCommands::packAdd(const AdminRequest &request)
{
    TRY(const Tenant tenant, tenantOf(request));
    TRY(const PackService::Added added,
        m_instance->core().packs().add(tenant.id, request.content, request.option("publisher")));
    const screening::ContentPack &pack = added.pack;
    if (added.isNewPublisher)
        m_remark = "Devices that enrol from now on trust the publisher with the code " + pack.key().code()
                   + ". Hold it against the publisher's letter. On devices that are enrolled already the worker types "
                     "it in once.\n";
    return jsonLine({{"id", pack.manifest().id},
                     {"version", pack.manifest().version.toString()},
                     {"hash", base::toBase64Url(pack.hash())},
                     {"size", std::int64_t(pack.bytes().size())},
                     {"code", pack.key().code()}});
}

AdminCommands::Lines AdminCommands::packList(const AdminRequest &request)
{
    TRY(const Tenant tenant, tenantOf(request));
    TRY(const auto packs, m_instance->core().packs().list(tenant.id));
    std::string lines;
    for (const PackService::Held &held : packs) {
        const screening::PackManifest &manifest = held.pack.manifest();
        json::Array languages(manifest.languages.begin(), manifest.languages.end());
        json::Array instruments;
        for (const screening::PackFile &file : manifest.files)
            if (file.kind == screening::PackFile::Kind::Instrument)
                instruments.emplace_back(file.id);
        lines += jsonLine({{"id", manifest.id},
                           {"version", manifest.version.toString()},
                           {"title", manifest.title},
                           {"publisher", manifest.publisher},
                           {"code", held.pack.key().code()},
                           {"licence", manifest.licence},
                           {"validFrom", base::formatDate(manifest.validFrom)},
                           {"languages", std::move(languages)},
                           {"instruments", std::move(instruments)},
                           {"hash", base::toBase64Url(held.stored.hash)},
                           {"size", held.stored.size},
                           {"added", base::formatInstant(held.stored.added)},
                           {"newest", held.isNewest}});
    }
    return lines;
}

} // namespace faltakt::server
