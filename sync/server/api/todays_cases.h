#pragma once

#include "core/store/projection.h"
#include "sync/server/api/session.h"

#include <functional>
#include <memory>
#include <vector>

namespace faltakt::server {

/// Which of a caller's cases are to reach a device first, the most pressing one first, looked up in one snapshot. Only cases
/// of which nothing was taken away behind `after` up to `to`: what is forgotten is told in the tenant's order, since a
/// device's receipt for it names a place. Reads about `budget` rows at the most; what it has found by then is the answer.
using FirstCases = std::function<base::Result<std::vector<CaseId>>(StoreSnapshot &snapshot, const Caller &caller,
                                                                   std::int64_t after, std::int64_t to, int budget)>;

/// The rules of I dag that a tenant's profile gives on a day. NotFound where there are none.
using AgendaRules = std::function<base::Result<std::unique_ptr<store::AgendaProjector>>(
    ProfileReader &profiles, const Tenant &tenant, base::Date day)>;

/// Those that stand in I dag today or before, and those with danger, children or violence in them; within both the caller's
/// own first. Told by the same rules as on a device, from what the server keeps of records: it knows of no contacts, so that
/// an attempt already made leaves a case where it was, and looks at no kind whose compartment the caller does not hold.
[[nodiscard]] FirstCases todaysCases(AgendaRules rules, const base::Clock &clock);

} // namespace faltakt::server
