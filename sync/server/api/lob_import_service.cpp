#include "sync/server/api/lob_import_service.h"

#include "core/casework/swedish_time.h"
#include "sync/server/api/administration.h"
#include "sync/server/api/known_person_finder.h"
#include "sync/server/api/office_row.h"

#include <array>
#include <charconv>
#include <cstdio>

namespace faltakt::server {

using base::ErrorCode;
using base::fail;
using base::Result;
using casework::KnownPerson;
using casework::LobReportRow;
using casework::LobRoute;

/// One import inside its transaction.
struct LobImportService::Run {
    StoreTransaction &transaction;
    Tenant tenant;
    casework::LobRoutingProfile profile;
    std::optional<WorkerId> assignTo;
    base::Instant now;
    Outcome outcome;
};

namespace {

/// "2026-0042": the tenant's series of the year.
Result<std::string> nextCaseNumber(StoreTransaction &transaction, const Tenant &tenant, base::Instant now)
{
    const int year = int(casework::swedishDate(now).year());
    const std::string name = "caseNumber " + tenant.id.toString() + ' ' + std::to_string(year);
    TRY(const std::string last, transaction.identity().setting(name));
    int next = 0;
    std::from_chars(last.data(), last.data() + last.size(), next);
    ++next;
    TRY_VOID(transaction.identity().setSetting(name, std::to_string(next)));
    std::array<char, 32> text{};
    std::snprintf(text.data(), text.size(), "%d-%04d", year, next);
    return std::string(text.data());
}

} // namespace

Result<void> LobImportService::keepAtOffice(Run &run, const LobReportRow &row, casework::OfficeReason reason)
{
    TRY_VOID(run.transaction.office().addLobSheet(run.tenant.id, {row.source, row.sheetNumber, run.now, {}}));
    ++run.outcome.office;
    return run.transaction.office().addOfficeReport(run.tenant.id, {row.source, row.sheetNumber,
                                                                    std::string(casework::officeReasonName(reason)),
                                                                    run.now, base::json::serialise(officeRow(row))});
}

Result<CaseId> LobImportService::takeIn(Run &run, const LobReportRow &row, const LobRoute &route,
                                        const KnownPerson &known)
{
    casework::LobIntakeContext context;
    context.registered = run.now;
    context.profile = run.tenant.profile;
    const bool newCase = route.way != LobRoute::Way::OpenMatter;
    if (newCase) {
        context.responsible = run.assignTo;
        TRY(context.caseNumber, nextCaseNumber(run.transaction, run.tenant, run.now));
    }
    const auto intake =
        m_ids->use([&](base::UuidMaker &ids) { return casework::makeLobIntake(row, route, known, context, ids); });
    TRY_VOID(m_author->write(run.transaction, run.tenant, intake.caseId, intake.allSets()));
    if (newCase && run.assignTo)
        TRY_VOID(setAccess(run.transaction, run.tenant.id, intake.caseId, run.assignTo->uuid(),
                           changelog::CompartmentSet::ofCaseworker()));
    return intake.caseId;
}

Result<void> LobImportService::takeRow(Run &run, const LobReportRow &row)
{
    TRY(const auto seen, run.transaction.office().lobSheet(run.tenant.id, row.source, row.sheetNumber));
    if (seen) {
        ++run.outcome.known;
        return {};
    }
    TRY(const KnownPerson known,
        findKnownPerson(run.transaction.log(), run.transaction.office(), run.tenant.id, row.identityNumber));
    const LobRoute route = casework::routeLobReport(row, run.profile, known, casework::swedishDate(run.now));
    if (route.way == LobRoute::Way::Office)
        return keepAtOffice(run, row, route.reason.value_or(casework::OfficeReason::ClosedMatter));
    TRY(const CaseId caseId, takeIn(run, row, route, known));
    ++run.outcome.taken;
    return run.transaction.office().addLobSheet(run.tenant.id, {row.source, row.sheetNumber, run.now, caseId});
}

Result<LobImportService::Outcome> LobImportService::import(TenantId tenant, std::string_view csv,
                                                           std::optional<WorkerId> assignTo)
{
    const base::Instant now = m_clock->now();
    TRY(const auto file, casework::readLobReports(csv, now));
    auto outcome = m_store->write([&](StoreTransaction &transaction) -> Result<Outcome> {
        TRY(const auto found, transaction.identity().tenant(tenant));
        if (!found)
            return fail(ErrorCode::NotFound, "there is no such tenant");
        if (assignTo) {
            TRY(const auto worker, transaction.identity().worker(tenant, *assignTo));
            if (!worker || worker->revoked)
                return fail(ErrorCode::NotFound, "the tenant has no such worker");
        }
        TRY(auto profile, m_facts(transaction.profiles(), *found, casework::swedishDate(now)));
        Run run{transaction, *found, std::move(profile), assignTo, now, {}};
        run.outcome.read = file.read;
        run.outcome.refused = file.refused;
        run.outcome.notices = file.notices;
        run.outcome.known = file.read - file.rows.size() - file.refused.size();
        for (const LobReportRow &row : file.rows)
            TRY_VOID(takeRow(run, row));
        return std::move(run.outcome);
    });
    if (outcome && outcome->taken > 0 && m_orderGrew)
        m_orderGrew(tenant);
    return outcome;
}

} // namespace faltakt::server
