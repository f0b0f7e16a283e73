#pragma once

#include "sync/server/store/server_records.h"

#include <array>
#include <vector>

namespace faltakt::server {

/// What a worker may see of one case, from the entries of worker and team in the tenant's order. A compartment that is
/// held without a break since entry s counts from s on, whoever granted it. A value; pure.
class CaseAccess {
public:
    /// All entries of the case for the grantees concerned, in order.
    explicit CaseAccess(const std::vector<AccessEntry> &entries);

    [[nodiscard]] changelog::CompartmentSet effective() const { return m_effective; }
    /// True where there ever was a right, also one that is gone.
    [[nodiscard]] bool everHeld() const { return !m_ever.empty(); }
    /// The same for one compartment.
    [[nodiscard]] bool everHeld(changelog::Compartment compartment) const { return m_ever.contains(compartment); }
    /// True where something was taken away at some time.
    [[nodiscard]] bool everClosed() const { return !m_closings.empty(); }
    /// True where something was taken away behind the first place, up to the second one.
    [[nodiscard]] bool closedBetween(std::int64_t after, std::int64_t to) const;
    /// Where the compartment was opened for good, and what of the time before came with it; {0} where it is not held.
    [[nodiscard]] PackageStart opened(changelog::Compartment compartment) const
    {
        return m_opened[std::size_t(compartment)];
    }

    /// What an entry means for a device that walks by, knowing what came after.
    struct Step {
        bool closed = false;                 ///< It took something away.
        changelog::CompartmentSet opened;    ///< Held without a break from here to now.
        changelog::CompartmentSet remaining; ///< Held without a break from before here to now.
    };
    [[nodiscard]] Step stepAt(std::int64_t seq) const;

private:
    changelog::CompartmentSet m_effective;
    std::array<PackageStart, changelog::CompartmentCount> m_opened{};
    std::vector<std::int64_t> m_closings;
    changelog::CompartmentSet m_ever;
};

} // namespace faltakt::server
