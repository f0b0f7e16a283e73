#include "qml/viewmodels/start/recent_cases.h"

#include "core/casework/case_projector.h"
#include "core/casework/note_proposal.h"

#include <algorithm>
#include <array>

namespace faltakt::viewmodels {

namespace {

constexpr std::size_t Remembered = 8;
constexpr std::string_view RecentForm = "recentCases";

/// There is one such list in a store; a name of its own among the forms.
const base::RecordId RecentId{base::Uuid(std::array<std::uint8_t, 16>{'r', 'e', 'c', 'e', 'n', 't'})};

struct Entry {
    base::CaseId caseId;
    base::Instant at;
};

base::Result<std::vector<Entry>> readEntries(const OpenStore &store)
{
    TRY(const auto form, store.cases.form(RecentId));
    std::vector<Entry> entries;
    const base::json::Value *list = form ? form->fields.find("cases") : nullptr;
    if (!list || !list->array())
        return entries;
    for (const base::json::Value &each : *list->array()) {
        TRY(const base::CaseId caseId, base::CaseId::parse(each.stringAt("case")));
        entries.push_back({caseId, base::instantFromMs(each.integerAt("at"))});
    }
    return entries;
}

} // namespace

base::Result<void> noteRecentCase(OpenStore &store, base::CaseId caseId)
{
    TRY(const auto row, store.cases.card(caseId));
    // Nothing that is written next is about a team.
    if (row && row->card.stage == casework::TeamStage)
        return {};
    TRY(auto entries, readEntries(store));
    std::erase_if(entries, [&](const Entry &entry) { return entry.caseId == caseId; });
    entries.insert(entries.begin(), {caseId, store.clock.now()});
    entries.resize(std::min(entries.size(), Remembered));
    base::json::Array list;
    for (const Entry &entry : entries)
        list.push_back(base::json::Object{{"case", entry.caseId.toString()}, {"at", base::toMs(entry.at)}});
    store::FormDraft form;
    form.id = RecentId;
    form.form = std::string(RecentForm);
    form.fields.append("cases", std::move(list));
    return store.cases.keepForm(form);
}

base::Result<ProposedPeople> proposedPeople(const OpenStore &store)
{
    TRY(const auto entries, readEntries(store));
    std::vector<casework::CaseTouch> touches;
    for (const Entry &entry : entries) {
        TRY(const bool isHeld, store.cases.hasCase(entry.caseId));
        if (isHeld)
            touches.push_back({entry.caseId, entry.at, casework::CaseTouch::Way::Wrote});
    }
    const auto proposal = casework::proposeNoteCase(touches, store.clock.now());
    ProposedPeople people;
    if (proposal.likely) {
        TRY(people.likely, store.cases.card(*proposal.likely));
    }
    TRY(people.others, store.cases.cards(proposal.others));
    return people;
}

} // namespace faltakt::viewmodels
