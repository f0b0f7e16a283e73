// Municipalities, and the profiles that they follow.
#include "core/casework/swedish_time.h"
#include "core/rules/profile_catalogue.h"
#include "core/rules/profile_reader.h"
#include "sync/server/app/admin_commands.h"
#include "sync/server/app/json_line.h"

#include <algorithm>
#include <filesystem>

namespace faltakt::server {

namespace json = base::json;
using base::ErrorCode;
using base::fail;
using base::Result;

namespace {

json::Value dayOf(const std::optional<base::Date> &day)
{
    return day ? json::Value(base::formatDate(*day)) : json::Value(nullptr);
}

std::string nameOf(const std::string &path) { return std::filesystem::path(path).filename().string(); }

/// The id of the profile that a new tenant follows: a shipped one's, or that of the file that came with the command.
Result<std::string> profileIdOf(const AdminRequest &request)
{
    TRY(const rules::ProfileCatalogue shipped, rules::shippedProfiles());
    const std::string given = request.option("profile");
    if (!request.content.empty()) {
        const rules::ProfileFile file{nameOf(given), request.content};
        TRY_VOID(shipped.withOwn({file}));
        TRY(const rules::Profile profile, rules::readProfile(file.text));
        return profile.id;
    }
    const auto ids = shipped.ids();
    if (std::ranges::find(ids, given) == ids.end())
        return fail(ErrorCode::NotFound,
                    "there is no such profile; a municipality's own is named by its file, FILE.json");
    return given;
}

} // namespace

AdminCommands::Lines AdminCommands::tenantAdd(const AdminRequest &request)
{
    TRY(const std::string profile, profileIdOf(request));
    TRY(const TenantId id, m_instance->core().administration().addTenant(
                               request.words.back(), profile, [&](const crypto::RecoveryKey &key) {
                                   crypto::SystemFileSteps files;
                                   return key.writeFile(files, m_instance->folder().recoveryKey(key.tenant));
                               }));
    m_remark = "The recovery key lies in " + m_instance->folder().recoveryKey(id).string()
               + "; move it away (recovery make --out).\n";
    // A tenant without its own file is one whose devices take the product's figures; profile add mends it.
    if (!request.content.empty())
        TRY_VOID(m_instance->core().profiles().add(
            id, {nameOf(request.option("profile")), request.content, request.option("by")}));
    return jsonLine({{"id", id.toString()}});
}

AdminCommands::Lines AdminCommands::profileAdd(const AdminRequest &request)
{
    TRY(const Tenant tenant, tenantOf(request));
    TRY(const rules::Profile profile,
        m_instance->core().profiles().add(tenant.id,
                                          {nameOf(request.words.back()), request.content, request.option("by")}));
    if (profile.id != tenant.profile)
        m_remark =
            "The tenant follows the profile " + tenant.profile + "; this one counts where it is a parent of it.\n";
    return jsonLine({{"id", profile.id},
                     {"version", profile.version},
                     {"name", profile.name},
                     {"validFrom", dayOf(profile.validFrom)},
                     {"validTo", dayOf(profile.validTo)}});
}

AdminCommands::Lines AdminCommands::profileList(const AdminRequest &request)
{
    TRY(const Tenant tenant, tenantOf(request));
    TRY(const auto held, m_instance->core().profiles().list(tenant.id));
    std::string lines;
    for (const ProfileService::Held &each : held)
        lines += jsonLine({{"id", each.profile.id},
                           {"version", each.profile.version},
                           {"name", each.profile.name},
                           {"parent", each.profile.parent},
                           {"validFrom", dayOf(each.profile.validFrom)},
                           {"validTo", dayOf(each.profile.validTo)},
                           {"inForce", each.isInForce},
                           {"hash", base::toBase64Url(each.stored.hash)},
                           {"size", each.stored.size},
                           {"added", base::formatInstant(each.stored.added)},
                           {"by", each.stored.addedBy}});
    return lines;
}

} // namespace faltakt::server
