#include "sync/server/api/lob_import_service.h"

#include "core/casework/swedish_time.h"
#include "sync/server/api/administration.h"
#include "sync/server/api/known_person_finder.h"
#include "sync/server/api/lob_completer.h"
#include "sync/server/api/office_row.h"
#include "sync/server/api/record_reader.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdio>
#include <map>

namespace faltakt::server {

using base::ErrorCode;
using base::fail;
using base::Result;
using casework::KnownPerson;
using casework::LobReportRow;
using casework::LobRoute;

namespace {

/// A sheet that somebody in the field has typed in, by its key: where it lies.
struct TypedSheet {
    CaseId caseId;
    std::optional<base::Instant> takenAt;
};
using TypedSheets = std::map<std::string, TypedSheet>;

constexpr std::size_t CasesAtOnce = 100;
constexpr int ReportsOfCase = 100;
/// Paper and file may tell the night a little differently.
constexpr std::chrono::hours SameNight{24};

} // namespace

/// One import inside its transaction.
struct LobImportService::Run {
    StoreTransaction &transaction;
    Tenant tenant;
    casework::LobRoutingProfile profile;
    std::optional<WorkerId> assignTo;
    base::Instant now;
    TypedSheets typed;
    Outcome outcome;
    bool hasCompleted = false;

    /// The row is counted as known; that it told more, or something else, is a notice without a value.
    void note(const LobReportRow &row, const LobCompleter::Completed &completed)
    {
        ++outcome.known;
        hasCompleted = hasCompleted || completed.hasWritten();
        if (completed.isFilled)
            outcome.notices.push_back({row.line, "", "completed"});
        for (const std::string &field : completed.differs)
            outcome.notices.push_back({row.line, field, "differs"});
    }
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

Result<TypedSheets> typedSheets(StoreTransaction &transaction, TenantId tenant)
{
    const RecordReader reader(transaction.log(), tenant);
    TypedSheets sheets;
    TRY(const auto files, transaction.log().cases(tenant));
    for (std::size_t from = 0; from < files.size(); from += CasesAtOnce) {
        std::vector<CaseId> some;
        for (std::size_t index = from; index < std::min(from + CasesAtOnce, files.size()); ++index)
            some.push_back(files[index].id);
        TRY(const auto states, transaction.log().recordStatesOf(tenant, some, {"lobReport"}, ReportsOfCase));
        for (const changelog::RecordState &state : states) {
            const auto taken = base::parseInstant(reader.text(state, "takenAt"));
            if (!reader.isDeleted(state))
                sheets.emplace(casework::lobSheetKey(reader.text(state, "source"), reader.text(state, "sheetNumber")),
                               TypedSheet{state.caseId(), taken ? std::optional(*taken) : std::nullopt});
        }
    }
    return sheets;
}

/// Whether it is the row's sheet, and no other whose number was written wrong: of the same night, and of nobody else.
Result<bool> isSameSheet(StoreTransaction &transaction, TenantId tenant, const TypedSheet &typed,
                         const LobReportRow &row)
{
    if (!typed.takenAt || std::chrono::abs(*typed.takenAt - row.takenAt) > SameNight)
        return false;
    const RecordReader reader(transaction.log(), tenant);
    TRY(const auto person, reader.first(typed.caseId, "person"));
    const std::string number = person ? reader.text(*person, "identityNumber") : std::string();
    return number.empty() || row.identityNumber.empty() || number == row.identityNumber;
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
    const LobCompleter completer(run.transaction, run.tenant, *m_author, *m_ids);
    if (seen) {
        LobCompleter::Completed completed;
        if (seen->caseId) {
            TRY(completed, completer.completeAgain(*seen->caseId, row));
        }
        run.note(row, completed);
        return {};
    }
    TRY(const KnownPerson known,
        findKnownPerson(run.transaction.log(), run.transaction.office(), run.tenant.id, row.identityNumber));
    const LobRoute route = casework::routeLobReport(row, run.profile, known, casework::swedishDate(run.now));
    if (route.way == LobRoute::Way::Office)
        return keepAtOffice(run, row, route.reason.value_or(casework::OfficeReason::ClosedMatter));
    // What the office is to handle it gets, typed in or not.
    const auto typed = run.typed.find(casework::lobSheetKey(row.source, row.sheetNumber));
    if (typed != run.typed.end()) {
        TRY(const bool isSame, isSameSheet(run.transaction, run.tenant.id, typed->second, row));
        if (isSame) {
            // Typed in without a number it was not found as known: in a matter that has ended nobody would read it.
            TRY(const bool isClosed, completer.isClosed(typed->second.caseId));
            if (isClosed)
                return keepAtOffice(run, row, casework::OfficeReason::ClosedMatter);
            TRY(const auto completed, completer.completeTyped(typed->second.caseId, row, known));
            run.note(row, completed);
            return run.transaction.office().addLobSheet(run.tenant.id,
                                                        {row.source, row.sheetNumber, run.now, typed->second.caseId});
        }
    }
    TRY(const CaseId caseId, takeIn(run, row, route, known));
    ++run.outcome.taken;
    return run.transaction.office().addLobSheet(run.tenant.id, {row.source, row.sheetNumber, run.now, caseId});
}

Result<LobImportService::Outcome> LobImportService::import(TenantId tenant, std::string_view csv,
                                                           std::optional<WorkerId> assignTo)
{
    const base::Instant now = m_clock->now();
    bool hasWritten = false;
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
        TRY(auto typed, typedSheets(transaction, tenant));
        Run run{transaction, *found, std::move(profile), assignTo, now, std::move(typed), {}};
        run.outcome.read = file.read;
        run.outcome.refused = file.refused;
        run.outcome.notices = file.notices;
        run.outcome.known = file.read - file.rows.size() - file.refused.size();
        for (const LobReportRow &row : file.rows)
            TRY_VOID(takeRow(run, row));
        hasWritten = run.outcome.taken > 0 || run.hasCompleted;
        return std::move(run.outcome);
    });
    if (outcome && hasWritten && m_orderGrew)
        m_orderGrew(tenant);
    return outcome;
}

} // namespace faltakt::server
