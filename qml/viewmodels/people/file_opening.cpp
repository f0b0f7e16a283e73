#include "qml/viewmodels/people/file_opening.h"

#include "core/casework/deputy.h"
#include "core/casework/swedish_time.h"
#include "qml/viewmodels/start/recent_cases.h"

#include <algorithm>

namespace faltakt::viewmodels {

using base::Result;

namespace {

/// The namings by which this worker stands in for somebody now.
Result<std::vector<casework::Deputy>> ownDeputyships(OpenStore &store, base::CaseId caseId)
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

} // namespace

Result<FileEntry> openFile(OpenStore &store, const FileOpening &opening)
{
    TRY(const auto row, store.cases.card(opening.caseId));
    if (!row)
        return base::fail(base::ErrorCode::NotFound, "case");
    const store::CardEntry &card = row->card;
    if (card.isProtected && opening.reason.empty())
        return FileEntry::NeedsReason;
    if (opening.isLogged)
        return FileEntry::Open;
    const bool isMine = card.responsible.empty() || card.responsible == store.cases.owner().worker.toString();
    std::vector<casework::Deputy> deputyships;
    if (!isMine) {
        TRY(deputyships, ownDeputyships(store, opening.caseId));
    }
    const std::string today = openedToday(store);
    const bool isToldToday = std::ranges::any_of(deputyships, [&](const casework::Deputy &deputy) {
        return deputy.opened.contains(today.substr(casework::Deputy::OpenedPrefix.size()));
    });
    const bool isToTell = !deputyships.empty() && !isToldToday;
    if (isToTell && opening.purpose.empty() && !card.isProtected)
        return FileEntry::NeedsPurpose;
    const bool isBroken = card.isProtected && !isMine && deputyships.empty();
    const std::string_view purpose = isMine ? "assigned" : isBroken ? "breakGlass" : "deputy";
    TRY_VOID(store.cases.logAccess(opening.caseId, isBroken ? "breakGlass" : "open", purpose, opening.reason));
    if (isToTell) {
        const std::string code = opening.purpose.empty() ? "other" : opening.purpose;
        TRY_VOID(store.cases.edit(deputyships.front().record, base::json::Object{{today, code}}));
    }
    TRY_VOID(noteRecentCase(store, opening.caseId));
    return FileEntry::Open;
}

} // namespace faltakt::viewmodels
