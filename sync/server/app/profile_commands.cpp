#include "sync/server/app/profile_commands.h"

#include "core/base/text.h"
#include "core/casework/swedish_time.h"
#include "core/rules/profile_catalogue.h"
#include "core/rules/profile_json.h"
#include "core/rules/profile_reader.h"
#include "sync/server/app/json_line.h"
#include "sync/server/app/server_instance.h"

#include <algorithm>
#include <filesystem>

namespace faltakt::server {

namespace json = base::json;
using base::ErrorCode;
using base::Result;

namespace {

Result<rules::ProfileFile> readFile(const std::string &path)
{
    auto text = readTextFile(path, rules::ProfileFileBytes);
    if (!text)
        return base::fail(text.error().withContext("the file cannot be read"));
    return rules::ProfileFile{std::filesystem::path(path).filename().string(), std::move(*text)};
}

Result<rules::Profile> parse(const rules::ProfileFile &file)
{
    auto profile = rules::readProfile(file.text);
    if (!profile)
        return base::fail(profile.error().withContext(file.name));
    return profile;
}

/// The shipped files that the given ones do not stand in for, and the given ones.
Result<rules::ProfileCatalogue> catalogueWith(const std::vector<rules::ProfileFile> &given)
{
    std::vector<std::string> ids;
    for (const rules::ProfileFile &file : given) {
        TRY(const rules::Profile profile, parse(file));
        ids.push_back(profile.id);
    }
    std::vector<rules::ProfileFile> files;
    for (const rules::ProfileFile &file : rules::shippedProfileFiles()) {
        TRY(const rules::Profile profile, parse(file));
        if (std::ranges::find(ids, profile.id) == ids.end())
            files.push_back(file);
    }
    files.insert(files.end(), given.begin(), given.end());
    return rules::ProfileCatalogue::create(files);
}

/// Today, or the day in the profile's time that is nearest to it.
base::Date dayFor(const rules::Profile &profile, base::Date today)
{
    const base::Date day = std::max(profile.validFrom.value_or(today), today);
    return std::min(profile.validTo.value_or(day), day);
}

/// The file's profile with its parents under it.
Result<rules::Profile> profileOf(const AdminRequest &request, base::Date today)
{
    TRY(const rules::ProfileFile file, readFile(request.words.back()));
    std::vector<rules::ProfileFile> given;
    if (request.has("with")) {
        for (const std::string &path : base::split(request.option("with"), '\n')) {
            TRY(rules::ProfileFile other, readFile(path));
            given.push_back(std::move(other));
        }
    }
    TRY(const rules::Profile raw, parse(file));
    given.push_back(file);
    TRY(const auto catalogue, catalogueWith(given));
    return catalogue.findVersion(raw.id, raw.version, dayFor(raw, today));
}

Result<rules::Profile> shippedOn(const std::string &id, base::Date day)
{
    TRY(const auto catalogue, rules::shippedProfiles());
    return catalogue.find(id, day);
}

bool isShipped(const std::string &id)
{
    const auto catalogue = rules::shippedProfiles();
    if (!catalogue)
        return false;
    const auto ids = catalogue->ids();
    return std::ranges::find(ids, id) != ids.end();
}

json::Value textsOf(const std::vector<std::string> &texts)
{
    json::Array array;
    std::ranges::copy(texts, std::back_inserter(array));
    return array;
}

json::Value dayOf(const std::optional<base::Date> &day)
{
    return day ? json::Value(base::formatDate(*day)) : json::Value(nullptr);
}

} // namespace

Result<std::string> checkProfile(const AdminRequest &request, const base::Clock &clock)
{
    TRY(const rules::Profile profile, profileOf(request, casework::swedishDate(clock.now())));
    const auto statements = rules::statementsOf(profile);
    const auto isStated = [](const json::Object &line) { return !line.contains("stated"); };
    return jsonLine({{"id", profile.id},
                     {"version", profile.version},
                     {"name", profile.name},
                     {"parent", profile.parent},
                     {"validFrom", dayOf(profile.validFrom)},
                     {"validTo", dayOf(profile.validTo)},
                     {"statements", std::int64_t(std::ranges::count_if(statements, isStated))},
                     {"missing", textsOf(rules::missingSettings(profile))},
                     {"hash", base::toBase64Url(profile.hash)}});
}

Result<std::string> showProfile(const AdminRequest &request, const base::Clock &clock)
{
    const base::Date today = casework::swedishDate(clock.now());
    const std::string &name = request.words.back();
    std::error_code ignored;
    const bool isFile = std::filesystem::exists(name, ignored);
    if (!isFile && request.has("with"))
        return base::fail(ErrorCode::InvalidInput, "--with goes with a file");
    if (!isFile && !isShipped(name))
        return base::fail(ErrorCode::NotFound, "there is neither a file nor a shipped profile of that name");
    TRY(const rules::Profile profile, isFile ? profileOf(request, today) : shippedOn(name, today));
    std::string lines;
    for (json::Object &line : rules::statementsOf(profile))
        lines += jsonLine(std::move(line));
    return lines;
}

} // namespace faltakt::server
