#include "core/rules/profile_catalogue.h"

#include "core/rules/profile_overlay.h"
#include "core/rules/profile_reader.h"

#include <algorithm>
#include <functional>
#include <map>
#include <set>
#include <utility>

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

Result<ProfileCatalogue> ProfileCatalogue::withOwn(const std::vector<ProfileFile> &files) const
{
    ProfileCatalogue laid;
    std::map<std::pair<std::string, int>, std::string> names;
    for (const ProfileFile &file : files) {
        auto profile = readProfile(file.text);
        if (!profile)
            return base::fail(profile.error().withContext(file.name));
        if (!names.try_emplace({profile->id, profile->version}, file.name).second)
            return base::fail(base::ErrorCode::InvalidInput,
                              file.name + ": version: this version of the profile is there twice");
        laid.m_profiles.push_back(std::move(*profile));
    }
    std::ranges::stable_sort(laid.m_profiles, std::ranges::greater(), &Profile::version);
    std::ranges::copy(m_profiles, std::back_inserter(laid.m_profiles));
    for (const Profile &profile : laid.m_profiles) {
        if (const auto checked = laid.checkAlways(profile); !checked) {
            const auto name = names.find({profile.id, profile.version});
            return base::fail(
                checked.error().withContext(name == names.end() ? "profile " + profile.id : name->second));
        }
    }
    return laid;
}

Result<void> ProfileCatalogue::checkAlways(const Profile &profile) const
{
    std::set<base::Date> days{dayToCheck(profile)};
    for (const Profile &each : m_profiles) {
        if (each.validFrom)
            days.insert(*each.validFrom);
        if (each.validTo)
            days.insert(base::Date(std::chrono::sys_days(*each.validTo) + std::chrono::days(1)));
    }
    for (const base::Date day : days)
        if (rawOn(profile.id, day) == &profile)
            TRY_VOID(withParents(profile, day, 0));
    return {};
}

std::optional<int> ProfileCatalogue::newestVersion(std::string_view id) const
{
    std::optional<int> newest;
    for (const Profile &profile : m_profiles)
        if (profile.id == id)
            newest = std::max(newest.value_or(profile.version), profile.version);
    return newest;
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

LaidProfiles layProfiles(const ProfileCatalogue &under, const std::vector<ProfileFile> &own)
{
    if (own.empty())
        return {under, {}};
    if (auto all = under.withOwn(own))
        return {std::move(*all), {}};
    LaidProfiles laid{under, {}};
    std::vector<ProfileFile> taken;
    std::vector<ProfileFile> waiting = own;
    // A child may stand before its parent: as long as one more fits, the others are tried again.
    for (bool grew = true; grew && !waiting.empty();) {
        grew = false;
        laid.faults.clear();
        for (ProfileFile &file : std::exchange(waiting, {})) {
            taken.push_back(file);
            if (auto with = under.withOwn(taken)) {
                laid.catalogue = std::move(*with);
                grew = true;
                continue;
            } else {
                laid.faults.push_back({file, with.error()});
            }
            taken.pop_back();
            waiting.push_back(std::move(file));
        }
    }
    return laid;
}

Result<Profile> profileOrProducts(const ProfileCatalogue &known, std::string_view id, base::Date day)
{
    auto profile = known.find(id, day);
    if (!profile && profile.error().code() == base::ErrorCode::NotFound)
        return emptyProfile();
    return profile;
}

const Result<ProfileCatalogue> &shippedProfiles()
{
    static const Result<ProfileCatalogue> catalogue = ProfileCatalogue::create(shippedProfileFiles());
    return catalogue;
}

} // namespace faltakt::rules
