#include "qml/viewmodels/contact/call_queue_reader.h"

#include "qml/viewmodels/contact/attempt_writer.h"
#include "qml/viewmodels/people/file_person.h"
#include "qml/viewmodels/people/tied_files.h"

#include <algorithm>
#include <map>

namespace faltakt::viewmodels {

namespace {

/// Rows about anything but police reports name other rules.
bool isAboutReport(const store::AgendaRow &row) { return row.entry.rule.starts_with("lob."); }

} // namespace

std::vector<casework::CallChoice> numbersOf(const casework::PersonCard &person)
{
    return casework::callOrder(person.contactWays, person.hasFlag("violence"));
}

base::Result<std::vector<QueuedCall>> readCallQueue(OpenStore &store)
{
    TRY(auto rows, store.cases.agenda());
    std::map<base::CaseId, std::vector<store::AgendaEntry>> rowsOf;
    for (store::AgendaRow &row : rows)
        if (isAboutReport(row))
            rowsOf[row.caseId].push_back(std::move(row.entry));
    // A call of a file that is tied to another one stands under that one's name.
    TRY(const auto links, readFileLinks(store.cases));
    std::vector<rules::CallCase> cases;
    std::vector<base::CaseId> ids;
    for (auto &[caseId, entries] : rowsOf) {
        rules::CallCase each;
        each.caseId = caseId;
        each.rows = std::move(entries);
        TRY(each.facts, factsOfCase(store, caseId));
        TRY(const auto person, personOfFile(store.cases, each.facts));
        each.numbers = numbersOf(person);
        cases.push_back(std::move(each));
        ids.push_back(links.mainOf(caseId));
    }
    TRY(const auto cards, store.cases.cards(ids));
    std::vector<QueuedCall> calls;
    for (rules::CallQueueItem &item : rules::callQueue(store.profile, cases, store.clock.now())) {
        const auto card = std::ranges::find(cards, links.mainOf(item.caseId), &store::CaseRow::caseId);
        if (card != cards.end())
            calls.push_back({std::move(item), card->card});
    }
    return calls;
}

} // namespace faltakt::viewmodels
