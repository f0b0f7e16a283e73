#include "qml/viewmodels/reminder/reminder_reader.h"

#include "qml/viewmodels/today/agenda_look.h"
#include "qml/viewmodels/today/unsigned_reader.h"

namespace faltakt::viewmodels {

base::Result<rules::ReminderFacts> readReminderFacts(OpenStore &store)
{
    rules::ReminderFacts facts;
    TRY(facts.agenda, store.cases.agenda());
    dropOthersRows(facts.agenda, store.cases.owner().worker);
    TRY(const auto waiting, ownUnsigned(store.cases, store.clock.now()));
    facts.unsignedNotes = int(waiting.size());
    return facts;
}

} // namespace faltakt::viewmodels
