#include "qml/app/tour_letters.h"

#include "core/casework/person_card.h"
#include "qml/viewmodels/letter/letter_store.h"

#include <algorithm>

namespace faltakt::app {

using viewmodels::OpenStore;

namespace {

struct Letter {
    base::CaseId caseId;
    base::RecordId report;
};

/// Somebody's letter that may be asked for, asked for now.
base::Result<Letter> askedLetter(OpenStore &store)
{
    TRY(const auto queue, viewmodels::readLetterQueue(store));
    const auto found = std::ranges::find_if(queue, [](const viewmodels::QueuedLetter &each) {
        return !each.letter.isImpossible && each.letter.place != rules::LetterPlace::Sent;
    });
    if (found == queue.end())
        return base::fail(base::ErrorCode::NotFound, "no letter");
    if (found->letter.place != rules::LetterPlace::Ready) {
        TRY_VOID(viewmodels::askForLetter(store, found->caseId, found->letter.report));
    }
    return Letter{found->caseId, found->letter.report};
}

base::Result<Letter> heldLetter(OpenStore &store)
{
    TRY(const Letter letter, askedLetter(store));
    TRY_VOID(viewmodels::holdLetter(store, letter.caseId, letter.report,
                                    {"wrongAddress", "Har flyttat. Frågar personen om den nya adressen."}, {}));
    return letter;
}

std::function<void(Composition &)> open(base::Result<Letter> (*find)(OpenStore &))
{
    return [find](Composition &composition) {
        viewmodels::AppViewModel &app = composition.app();
        composition.workspace().write<Letter>(&app, find, [&app](const base::Result<Letter> &letter) {
            if (letter)
                app.openLetter(letter->caseId, letter->report);
            else
                qWarning("tour: nothing to show: %s", letter.error().toString().c_str());
        });
    };
}

} // namespace

std::vector<Scene> letterScenes()
{
    return {{QStringLiteral("letters"), [](Composition &composition) { composition.app().openLetters(); }},
            {QStringLiteral("letter"), open(askedLetter)},
            {QStringLiteral("letter-held"), open(heldLetter)}};
}

} // namespace faltakt::app
