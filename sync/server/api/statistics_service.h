#pragma once

#include "core/rules/lob_statistics.h"
#include "sync/server/api/key_vault.h"
#include "sync/server/api/whole_case.h"

#include "core/base/clock.h"

namespace faltakt::server {

/// How long the periods are that a municipality's figures are told by. The first counting decides it for good: figures of
/// two lengths would show single people by their difference.
enum class StatisticsPeriod { Year, Quarter };

/// One period that was counted, with its days; both inclusive.
struct CountedPeriod {
    base::Date from;
    base::Date to;
    std::vector<rules::CountedCells> numbers;
};

/// Figures on police reports, and on what outreach counted without names. A period is counted once, 31 days after its end, and
/// never again: two countings of one period would differ by the people whose records changed between them. A period with
/// fewer than five reports, or five counted, goes into the next. People with protected identity are not counted. Thread-safe.
class StatisticsService {
public:
    StatisticsService(ServerStore &store, const KeyVault &keys, const base::Clock &clock)
        : m_store(&store), m_keys(&keys), m_clock(&clock)
    {
    }

    /// All periods, those of reports before those of outreach, the first one first; counts those that have come due. Refused where the tenant's figures are told by
    /// another length. `by` empty: as they are told, years where nothing was counted.
    [[nodiscard]] base::Result<std::vector<CountedPeriod>> periods(TenantId tenant, std::optional<StatisticsPeriod> by);

private:
    ServerStore *m_store;
    const KeyVault *m_keys; ///< What was handed in is sealed.
    const base::Clock *m_clock;
};

} // namespace faltakt::server
