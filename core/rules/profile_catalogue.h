#pragma once

#include "core/rules/profile.h"

#include <optional>
#include <string>
#include <vector>

namespace faltakt::rules {

/// A profile file: its name for messages, and its text.
struct ProfileFile {
    std::string name;
    std::string text;
};

/// All known profiles in all their versions. A value; its profiles are read-only.
class ProfileCatalogue {
public:
    /// Reads the files. Refuses with "file: path: reason" a file that is not in order, a version that is there twice,
    /// two versions of a profile that are valid on the same day, an unknown parent, and parents in a circle.
    [[nodiscard]] static base::Result<ProfileCatalogue> create(const std::vector<ProfileFile> &files);

    /// The same profiles with a municipality's own files over them. Of an id the own versions come before the others, and of
    /// two that are valid on the same day the higher one: a new version ends the former one without another word. Refuses as
    /// create() does, and what would leave a profile without its parent, or against it, on some day.
    [[nodiscard]] base::Result<ProfileCatalogue> withOwn(const std::vector<ProfileFile> &files) const;

    /// The profile valid on a day, with its parents of that day laid under it. NotFound where there is none.
    [[nodiscard]] base::Result<Profile> find(std::string_view id, base::Date day) const;
    /// A certain version, as the decisions of an old case need it, with the parents that were valid on the day.
    [[nodiscard]] base::Result<Profile> findVersion(std::string_view id, int version, base::Date day) const;
    /// The highest version of an id that is known, whether valid or not; none where there is none.
    [[nodiscard]] std::optional<int> newestVersion(std::string_view id) const;
    /// Each id once, by name.
    [[nodiscard]] std::vector<std::string> ids() const;

private:
    [[nodiscard]] base::Result<Profile> withParents(const Profile &profile, base::Date day, int depth) const;
    [[nodiscard]] const Profile *rawOn(std::string_view id, base::Date day) const noexcept;
    /// On every day on which something begins or ends.
    [[nodiscard]] base::Result<void> checkAlways(const Profile &profile) const;

    std::vector<Profile> m_profiles; ///< as they stand in their files; the first that is valid counts
};

/// A file that was left out, and why.
struct ProfileFault {
    ProfileFile file;
    base::Error error; ///< Unsupported: of a newer format than this program reads.
};

/// A municipality's own files over the shipped ones, as far as they fit.
struct LaidProfiles {
    ProfileCatalogue catalogue;
    std::vector<ProfileFault> faults;
};
/// Takes in every file that fits, whatever the others are like and in whatever order they come: what another version of
/// the program made, or what came without its parent, takes nothing away from the rest.
[[nodiscard]] LaidProfiles layProfiles(const ProfileCatalogue &under, const std::vector<ProfileFile> &own);

/// The profile of that id as it holds on the day; the product's own figures where none of that id holds then.
[[nodiscard]] base::Result<Profile> profileOrProducts(const ProfileCatalogue &known, std::string_view id,
                                                      base::Date day);

/// The files that come with the program (assets/profiles), compiled in.
[[nodiscard]] const std::vector<ProfileFile> &shippedProfileFiles();

/// The shipped profiles, read once a process; a fault in them is a mistake of the build and shows in the tests.
[[nodiscard]] const base::Result<ProfileCatalogue> &shippedProfiles();

} // namespace faltakt::rules
