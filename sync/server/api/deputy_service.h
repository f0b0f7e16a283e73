#pragma once

#include "sync/server/api/push_service.h"
#include "sync/server/api/server_author.h"

namespace faltakt::server {

/// Gives deputies their right when the first day begins and takes it back when the last one is over, by the server's clock
/// and without anybody doing anything, whichever process notices it. Names deputies for the office. Thread-safe.
class DeputyService {
public:
    DeputyService(ServerStore &store, const ServerAuthor &author, const base::Clock &clock, IdSource &ids,
                  OrderListener orderGrew)
        : m_store(&store), m_author(&author), m_clock(&clock), m_ids(&ids), m_orderGrew(std::move(orderGrew))
    {
    }

    /// Gives and takes what is due now. How many rights.
    [[nodiscard]] base::Result<int> keep();

    /// Who stands in, and on which days.
    struct Order {
        WorkerId deputy;
        base::Date firstDay;
        base::Date lastDay;
    };
    /// For whoever is responsible for the case. NotFound where there is no such case or worker; Refused where nobody is
    /// responsible, for a team's own case, a closed one, the responsible worker, somebody of another tenant or revoked, and
    /// for days that are not in order.
    [[nodiscard]] base::Result<RecordId> nameFor(CaseId caseId, const Order &order);
    struct Named {
        int cases = 0;
        int protectedLeft = 0; ///< For these a deputy is named case by case.
    };
    /// For all cases that the worker is responsible for and that are not closed.
    [[nodiscard]] base::Result<Named> nameForAll(WorkerId absent, const Order &order);

private:
    [[nodiscard]] base::Result<int> keepIn(const Tenant &tenant);
    [[nodiscard]] base::Result<bool> keepTerm(StoreTransaction &transaction, const Tenant &tenant, DeputyTerm term,
                                              base::Instant now);
    [[nodiscard]] base::Result<bool> give(StoreTransaction &transaction, const Tenant &tenant, DeputyTerm term,
                                          base::Instant now);
    [[nodiscard]] base::Result<void> tellLeaving(StoreTransaction &transaction, const Tenant &tenant,
                                                 const DeputyTerm &term) const;
    [[nodiscard]] base::Result<RecordId> write(StoreTransaction &transaction, const Tenant &tenant, CaseId caseId,
                                               const Worker &absent, const Worker &deputy, const Order &order,
                                               bool isForAll) const;
    void tell(TenantId tenant) const;

    ServerStore *m_store;
    const ServerAuthor *m_author;
    const base::Clock *m_clock;
    IdSource *m_ids;
    OrderListener m_orderGrew;
};

} // namespace faltakt::server
