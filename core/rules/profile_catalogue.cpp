#include "core/rules/profile_catalogue.h"

#include "core/rules/profile_overlay.h"
#include "core/rules/profile_reader.h"

#include <algorithm>
#include <set>

namespace faltakt::rules {

using base::Result;

namespace {

/// County, municipality, and room for one level more.
constexpr int MaxParents = 3;
constexpr base::Date FarFuture = std::chrono::year(2199) / 12 / 31;

bool overlap(const Profile &one, const Profile &other)
{
    const bool oneEndsBefore = one.validTo && other.validFrom && *one.validTo < *other.validFrom;
    const bool otherEndsBefore = other.validTo && one.validFrom && *other.validTo < *one.validFrom;
    return !oneEndsBefore && !otherEndsBefore;
}

/// A day on which the profile is valid; its parents must be known then.
base::Date dayToCheck(const Profile &profile)
{
    if (profile.validTo)
        return *profile.validTo;
    return std::max(profile.validFrom.value_or(FarFuture), FarFuture);
}

} // namespace

Result<ProfileCatalogue> ProfileCatalogue::create(const std::vector<ProfileFile> &files)
{
    ProfileCatalogue catalogue;
    const auto refuse = [](const ProfileFile &file, std::string_view reason) {
        return base::fail(base::ErrorCode::InvalidInput, file.name + ": " + std::string(reason));
    };
    for (const ProfileFile &file : files) {
        auto profile = readProfile(file.text);
        if (!profile)
            return base::fail(profile.error().withContext(file.name));
        for (const Profile &known : catalogue.m_profiles) {
            if (known.id != profile->id)
                continue;
            if (known.version == profile->version)
                return refuse(file, "version: this version of the profile is there twice");
            if (overlap(known, *profile))
                return refuse(file, "validFrom: another version of the profile is valid at the same time");
        }
        catalogue.m_profiles.push_back(std::move(*profile));
    }
    for (std::size_t index = 0; index < files.size(); ++index) {
        const Profile &profile = catalogue.m_profiles[index];
        const auto merged = catalogue.withParents(profile, dayToCheck(profile), 0);
        if (!merged)
            return base::fail(merged.error().withContext(files[index].name));
    }
    return catalogue;
}

const Profile *ProfileCatalogue::rawOn(std::string_view id, base::Date day) const noexcept
{
    const auto found = std::ranges::find_if(
        m_profiles, [&](const Profile &profile) { return profile.id == id && profile.isValidOn(day); });
    return found == m_profiles.end() ? nullptr : &*found;
}

Result<Profile> ProfileCatalogue::withParents(const Profile &profile, base::Date day, int depth) const
{
    if (profile.parent.empty())
        return completeProfile(profile);
    if (depth >= MaxParents)
        return base::fail(base::ErrorCode::InvalidInput, "parent: parents stand in a circle or too deep");
    const Profile *parent = rawOn(profile.parent, day);
    if (!parent)
        return base::fail(base::ErrorCode::InvalidInput, "parent: no profile of this id is valid on that day");
    TRY(const Profile complete, withParents(*parent, day, depth + 1));
    return overlayProfile(complete, profile);
}

Result<Profile> ProfileCatalogue::find(std::string_view id, base::Date day) const
{
    const Profile *profile = rawOn(id, day);
    if (!profile)
        return base::fail(base::ErrorCode::NotFound, "no profile of this id is valid on that day");
    return withParents(*profile, day, 0);
}

Result<Profile> ProfileCatalogue::findVersion(std::string_view id, int version, base::Date day) const
{
    const auto found = std::ranges::find_if(
        m_profiles, [&](const Profile &profile) { return profile.id == id && profile.version == version; });
    if (found == m_profiles.end())
        return base::fail(base::ErrorCode::NotFound, "no such version of the profile");
    return withParents(*found, day, 0);
}

std::vector<std::string> ProfileCatalogue::ids() const
{
    std::set<std::string> unique;
    for (const Profile &profile : m_profiles)
        unique.insert(profile.id);
    return {unique.begin(), unique.end()};
}

const Result<ProfileCatalogue> &shippedProfiles()
{
    static const Result<ProfileCatalogue> catalogue = ProfileCatalogue::create(shippedProfileFiles());
    return catalogue;
}

} // namespace faltakt::rules
