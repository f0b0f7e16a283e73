#pragma once

#include "sync/server/api/key_vault.h"
#include "sync/server/api/letter_service.h"
#include "sync/server/api/told_figures.h"
#include "sync/server/store/server_store.h"

#include "core/base/clock.h"

namespace faltakt::server {

/// Figures on police reports, on what was asked with questionnaires, on what fell due, and on what outreach counted without names. A period
/// is counted once, 31 days after its end, and never again: two countings of one period would differ by the people whose
/// records changed between them. A period with fewer than five of a sort goes into that sort's next one. People with
/// protected identity are not counted. Thread-safe.
class StatisticsService {
public:
    /// Without `profiles` nobody knows what was in time: that is not told.
    StatisticsService(ServerStore &store, const KeyVault &keys, const base::Clock &clock, ProfileOfDay profiles)
        : m_store(&store), m_keys(&keys), m_clock(&clock), m_profiles(std::move(profiles))
    {
    }

    /// All periods, sort after sort (ToldFigures), the first one first; counts those that have come due. Refused where the
    /// tenant's figures are told by another length. `by` empty: as they are told, years where nothing was counted.
    [[nodiscard]] base::Result<ToldPeriods> periods(TenantId tenant, std::optional<StatisticsPeriod> by);

private:
    ServerStore *m_store;
    const KeyVault *m_keys; ///< What was handed in is sealed.
    const base::Clock *m_clock;
    ProfileOfDay m_profiles;
};

} // namespace faltakt::server
