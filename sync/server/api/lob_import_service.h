#pragma once

#include "core/casework/lob_intake.h"
#include "sync/server/api/push_service.h"
#include "sync/server/api/server_author.h"

namespace faltakt::server {

/// Takes in files of police reports, routed as casework says. What belongs to the office goes into tables of the server
/// that no pull reads. A sheet (tenant, source, number) goes in once, however often it comes. Thread-safe.
class LobImportService {
public:
    /// The facts of a tenant's profile on a day; what fails is said in words.
    using ProfileFacts = std::function<base::Result<casework::LobRoutingProfile>(ProfileReader &profiles,
                                                                                 const Tenant &tenant, base::Date day)>;

    LobImportService(ServerStore &store, const ServerAuthor &author, const base::Clock &clock, IdSource &ids,
                     ProfileFacts facts, OrderListener orderGrew)
        : m_store(&store), m_author(&author), m_clock(&clock), m_ids(&ids), m_facts(std::move(facts)),
          m_orderGrew(std::move(orderGrew))
    {
    }

    struct Outcome {
        std::size_t read = 0;
        std::size_t taken = 0; ///< Went into a case that devices may get.
        std::size_t known = 0; ///< Sheets that had come before, in an earlier file or in this one.
        std::size_t office = 0;
        std::vector<casework::LobRowRemark> refused;
        std::vector<casework::LobRowRemark> notices;
    };
    /// The whole file in one transaction. `assignTo` gets the new cases and becomes responsible; not what goes into an open
    /// matter. InvalidInput or TooLarge where the file as a whole cannot be read, NotFound on tenant or worker.
    [[nodiscard]] base::Result<Outcome> import(TenantId tenant, std::string_view csv, std::optional<WorkerId> assignTo);

private:
    struct Run;
    [[nodiscard]] base::Result<void> takeRow(Run &run, const casework::LobReportRow &row);
    [[nodiscard]] base::Result<void> keepAtOffice(Run &run, const casework::LobReportRow &row,
                                                  casework::OfficeReason reason);
    [[nodiscard]] base::Result<CaseId> takeIn(Run &run, const casework::LobReportRow &row,
                                              const casework::LobRoute &route, const casework::KnownPerson &known);

    ServerStore *m_store;
    const ServerAuthor *m_author;
    const base::Clock *m_clock;
    IdSource *m_ids;
    ProfileFacts m_facts;
    OrderListener m_orderGrew;
};

} // namespace faltakt::server
