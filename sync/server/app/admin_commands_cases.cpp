// Cases, police reports and demo data.
#include "core/casework/demo_caseload.h"
#include "core/casework/swedish_time.h"
#include "sync/server/api/protected_cases.h"
#include "sync/server/app/admin_commands.h"
#include "sync/server/app/json_line.h"

#include <charconv>

namespace faltakt::server {

namespace json = base::json;
using base::ErrorCode;
using base::fail;
using base::Result;

namespace {

Result<CaseId> caseNamed(const AdminRequest &request)
{
    const auto id = CaseId::parse(request.words.back());
    if (!id)
        return fail(ErrorCode::InvalidInput, "a case is named by its id");
    return *id;
}

Result<std::uint64_t> numberOption(const AdminRequest &request, const std::string &name, std::uint64_t otherwise,
                                   std::uint64_t most)
{
    if (!request.has(name))
        return otherwise;
    const std::string text = request.option(name);
    std::uint64_t value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc() || end != text.data() + text.size() || value == 0 || value > most)
        return fail(ErrorCode::InvalidInput, "--" + name + " is a number from 1 to " + std::to_string(most));
    return value;
}

Result<base::Date> dayOption(const AdminRequest &request, const std::string &name)
{
    const auto day = base::parseDate(request.option(name));
    if (!day)
        return fail(ErrorCode::InvalidInput, "--" + name + " is a day: YYYY-MM-DD");
    return *day;
}

Result<DeputyService::Order> deputyOrder(const AdminRequest &request, WorkerId deputy)
{
    TRY(const base::Date first, dayOption(request, "from"));
    TRY(const base::Date last, dayOption(request, "to"));
    return DeputyService::Order{deputy, first, last};
}

} // namespace

AdminCommands::Lines AdminCommands::caseList(const AdminRequest &request)
{
    TRY(const Tenant tenant, tenantOf(request));
    TRY(const auto listings, m_instance->core().administration().cases(tenant.id));
    std::string lines;
    for (const CaseListing &listing : listings) {
        json::Array grantees;
        for (const Grantee &grantee : listing.grantees)
            grantees.emplace_back(grantee.toString());
        lines += jsonLine({{"case", listing.file.id.toString()},
                           {"caseNumber", listing.caseNumber},
                           {"stage", listing.stage},
                           {"grantees", std::move(grantees)}});
    }
    return lines;
}

AdminCommands::Lines AdminCommands::caseAssign(const AdminRequest &request)
{
    TRY(const CaseId caseId, caseNamed(request));
    TRY(const WorkerId worker, workerNamed(request.option("worker")));
    TRY_VOID(m_instance->core().administration().assignCase(caseId, worker));
    return jsonLine({{"case", caseId.toString()}, {"worker", worker.toString()}});
}

AdminCommands::Lines AdminCommands::caseUnassign(const AdminRequest &request)
{
    TRY(const CaseId caseId, caseNamed(request));
    TRY(const WorkerId worker, workerNamed(request.option("worker")));
    TRY_VOID(m_instance->core().administration().unassignCase(caseId, worker));
    return jsonLine({{"case", caseId.toString()}, {"worker", worker.toString()}});
}

AdminCommands::Lines AdminCommands::caseClose(const AdminRequest &request)
{
    TRY(const CaseId caseId, caseNamed(request));
    const std::string closedAs = request.has("as") ? request.option("as") : "done";
    TRY_VOID(m_instance->core().administration().closeCase(caseId, closedAs));
    return jsonLine({{"case", caseId.toString()}, {"closedAs", closedAs}});
}

AdminCommands::Lines AdminCommands::caseDeputy(const AdminRequest &request)
{
    TRY(const CaseId caseId, caseNamed(request));
    TRY(const WorkerId worker, workerNamed(request.option("worker")));
    TRY(const auto order, deputyOrder(request, worker));
    TRY(const RecordId record, m_instance->core().deputies().nameFor(caseId, order));
    return jsonLine({{"case", caseId.toString()}, {"worker", worker.toString()}, {"deputy", record.toString()}});
}

AdminCommands::Lines AdminCommands::workerDeputy(const AdminRequest &request)
{
    TRY(const WorkerId absent, workerNamed(request.words.back()));
    TRY(const WorkerId worker, workerNamed(request.option("deputy")));
    TRY(const auto order, deputyOrder(request, worker));
    TRY(const auto named, m_instance->core().deputies().nameForAll(absent, order));
    return jsonLine({{"worker", worker.toString()},
                     {"cases", std::int64_t(named.cases)},
                     {"protectedLeft", std::int64_t(named.protectedLeft)}});
}

AdminCommands::Lines AdminCommands::caseUnprotect(const AdminRequest &request)
{
    ProtectionTakenOff order;
    TRY(order.caseId, caseNamed(request));
    TRY(order.by, workerNamed(request.option("by")));
    TRY(order.with, workerNamed(request.option("with")));
    order.reason = request.option("reason");
    ServerCore &core = m_instance->core();
    TRY_VOID(core.store().write([&](StoreTransaction &transaction) {
        return takeProtectionOff(transaction, core.author(), core.accessLog(), order);
    }));
    return jsonLine({{"case", order.caseId.toString()}, {"protection", "none"}});
}

AdminCommands::Lines AdminCommands::lobImport(const AdminRequest &request)
{
    TRY(const Tenant tenant, tenantOf(request));
    std::optional<WorkerId> assignTo;
    if (request.has("assign")) {
        TRY(assignTo, workerNamed(request.option("assign")));
    }
    TRY(const auto outcome, m_instance->core().lobImport().import(tenant.id, request.content, assignTo));
    json::Array refused;
    for (const auto &remark : outcome.refused)
        refused.emplace_back(casework::toJson(remark));
    json::Array notices;
    for (const auto &remark : outcome.notices)
        notices.emplace_back(casework::toJson(remark));
    return jsonLine({{"read", std::int64_t(outcome.read)},
                     {"new", std::int64_t(outcome.taken)},
                     {"known", std::int64_t(outcome.known)},
                     {"office", std::int64_t(outcome.office)},
                     {"refused", std::move(refused)},
                     {"notices", std::move(notices)}});
}

AdminCommands::Lines AdminCommands::lobOffice(const AdminRequest &request)
{
    TRY(const Tenant tenant, tenantOf(request));
    TRY(const auto reports, m_instance->core().store().read(
                                [&](StoreSnapshot &snapshot) { return snapshot.office().officeReports(tenant.id); }));
    std::string lines;
    for (const OfficeReport &report : reports) {
        // The paper says who it is; this list says where to look and how long it has lain.
        TRY(const auto row, json::parse(report.row));
        lines += jsonLine({{"source", report.source},
                           {"sheet", report.sheet},
                           {"reason", report.reason},
                           {"takenAt", row.stringAt("takenAt")},
                           {"received", row.stringAt("received")},
                           {"imported", base::formatInstant(report.imported)}});
    }
    return lines;
}

AdminCommands::Lines AdminCommands::demoLoad(const AdminRequest &request)
{
    TRY(const Tenant tenant, tenantOf(request));
    casework::DemoSettings settings;
    settings.today = casework::swedishDate(m_instance->core().clock().now());
    settings.profile = tenant.profile;
    TRY(settings.people, numberOption(request, "people", settings.people, 5000));
    TRY(settings.seed, numberOption(request, "seed", settings.seed, 1'000'000'000));
    const auto caseload = casework::makeDemoCaseload(settings);
    std::int64_t changes = 0;
    TRY_VOID(m_instance->core().store().write([&](StoreTransaction &transaction) -> Result<void> {
        changes = 0;
        for (const casework::DemoWorker &worker : caseload.workers) {
            const auto added =
                transaction.identity().addWorker({worker.id, tenant.id, {}, worker.name, "caseworker", false});
            if (!added)
                return fail(added.error().code(), "this caseload is loaded already; take another --seed");
        }
        for (const casework::DemoCase &demo : caseload.cases) {
            for (const casework::DemoChange &change : demo.changes)
                TRY_VOID(m_instance->core().author().write(transaction, tenant, demo.id, change.sets, change.at));
            changes += std::int64_t(demo.changes.size());
            TRY_VOID(setAccess(transaction, tenant.id, demo.id, demo.responsible.uuid(),
                               changelog::CompartmentSet::ofCaseworker()));
        }
        return {};
    }));
    json::Array workers;
    for (const casework::DemoWorker &worker : caseload.workers)
        workers.emplace_back(worker.id.toString());
    return jsonLine(
        {{"cases", std::int64_t(caseload.cases.size())}, {"changes", changes}, {"workers", std::move(workers)}});
}

} // namespace faltakt::server
