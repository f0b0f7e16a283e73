#include "qml/viewmodels/people/file_opening.h"

#include "qml/viewmodels/start/recent_cases.h"

namespace faltakt::viewmodels {

using base::Result;

Result<bool> openFile(OpenStore &store, const FileOpening &opening)
{
    TRY(const auto row, store.cases.card(opening.caseId));
    if (!row)
        return base::fail(base::ErrorCode::NotFound, "case");
    const store::CardEntry &card = row->card;
    if (card.isProtected && opening.reason.empty())
        return false;
    if (opening.isLogged)
        return true;
    const bool isMine = card.responsible.empty() || card.responsible == store.cases.owner().worker.toString();
    const bool isBroken = card.isProtected && !isMine;
    const std::string_view purpose = isMine ? "assigned" : isBroken ? "breakGlass" : "deputy";
    TRY_VOID(store.cases.logAccess(opening.caseId, isBroken ? "breakGlass" : "open", purpose,
                                   card.isProtected ? opening.reason : std::string()));
    TRY_VOID(noteRecentCase(store, opening.caseId));
    return true;
}

} // namespace faltakt::viewmodels
