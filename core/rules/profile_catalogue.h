#pragma once

#include "core/rules/profile.h"

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

    /// The profile valid on a day, with its parents of that day laid under it. NotFound where there is none.
    [[nodiscard]] base::Result<Profile> find(std::string_view id, base::Date day) const;
    /// A certain version, as the decisions of an old case need it, with the parents that were valid on the day.
    [[nodiscard]] base::Result<Profile> findVersion(std::string_view id, int version, base::Date day) const;
    /// Each id once, by name.
    [[nodiscard]] std::vector<std::string> ids() const;

private:
    [[nodiscard]] base::Result<Profile> withParents(const Profile &profile, base::Date day, int depth) const;
    [[nodiscard]] const Profile *rawOn(std::string_view id, base::Date day) const noexcept;

    std::vector<Profile> m_profiles; ///< as they stand in their files
};

/// The files that come with the program (assets/profiles), compiled in.
[[nodiscard]] const std::vector<ProfileFile> &shippedProfileFiles();

/// The shipped profiles, read once a process; a fault in them is a mistake of the build and shows in the tests.
[[nodiscard]] const base::Result<ProfileCatalogue> &shippedProfiles();

} // namespace faltakt::rules
