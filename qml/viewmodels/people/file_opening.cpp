#include "qml/viewmodels/people/file_opening.h"

#include "core/casework/deputy.h"
#include "core/casework/swedish_time.h"
#include "qml/viewmodels/start/recent_cases.h"

#include <algorithm>

namespace faltakt::viewmodels {

using base::Result;

namespace {

/// The namings by which this worker stands in for somebody now.
Result<std::vector<casework::Deputy>> ownDeputyships(const OpenStore &store, base::CaseId caseId)
{
    TRY(const auto records, store.cases.recordsOfKind(caseId, casework::Deputy::Kind));
    const std::string self = store.cases.owner().worker.toString();
    std::vector<casework::Deputy> own;
    for (const store::RecordView &record : records) {
        casework::Deputy deputy = casework::readDeputy(record);
        if (deputy.to == self && deputy.isInForce(store.clock.now()))
            own.push_back(std::move(deputy));
    }
    return own;
}

std::string openedToday(const OpenStore &store)
{
    return std::string(casework::Deputy::OpenedPrefix) + base::formatDate(casework::swedishDate(store.clock.now()));
}

/// How the worker stands to the file that is opened.
struct Standing {
    FileEntry entry = FileEntry::Open;
    bool isProtected = false;
    bool isMine = true;
    bool isToTell = false; ///< As a deputy, and not told of today.
    std::vector<casework::Deputy> deputyships = {};
};

Result<Standing> standingAt(const OpenStore &store, const FileOpening &opening)
{
    TRY(const auto row, store.cases.card(opening.caseId));
    if (!row)
        return base::fail(base::ErrorCode::NotFound, "case");
    const store::CardEntry &card = row->card;
    Standing standing{.isProtected = card.isProtected};
    if (card.isProtected && opening.reason.empty())
        standing.entry = FileEntry::NeedsReason;
    if (standing.entry == FileEntry::NeedsReason || opening.isLogged)
        return standing;
    standing.isMine = card.responsible.empty() || card.responsible == store.cases.owner().worker.toString();
    if (!standing.isMine) {
        TRY(standing.deputyships, ownDeputyships(store, opening.caseId));
    }
    const std::string today = openedToday(store);
    const bool isToldToday = std::ranges::any_of(standing.deputyships, [&](const casework::Deputy &deputy) {
        return deputy.opened.contains(today.substr(casework::Deputy::OpenedPrefix.size()));
    });
    standing.isToTell = !standing.deputyships.empty() && !isToldToday;
    if (standing.isToTell && opening.purpose.empty() && !card.isProtected)
        standing.entry = FileEntry::NeedsPurpose;
    return standing;
}

} // namespace

Result<FileEntry> fileEntry(const OpenStore &store, const FileOpening &opening)
{
    TRY(const Standing standing, standingAt(store, opening));
    return standing.entry;
}

Result<FileEntry> openFile(OpenStore &store, const FileOpening &opening)
{
    TRY(const Standing standing, standingAt(store, opening));
    if (standing.entry != FileEntry::Open || opening.isLogged)
        return standing.entry;
    const bool isBroken = standing.isProtected && !standing.isMine && standing.deputyships.empty();
    const std::string_view purpose = standing.isMine ? "assigned" : isBroken ? "breakGlass" : "deputy";
    TRY_VOID(store.cases.logAccess(opening.caseId, isBroken ? "breakGlass" : "open", purpose, opening.reason));
    if (standing.isToTell) {
        const std::string code = opening.purpose.empty() ? "other" : opening.purpose;
        TRY_VOID(store.cases.edit(standing.deputyships.front().record, base::json::Object{{openedToday(store), code}}));
    }
    TRY_VOID(noteRecentCase(store, opening.caseId));
    return FileEntry::Open;
}

} // namespace faltakt::viewmodels
