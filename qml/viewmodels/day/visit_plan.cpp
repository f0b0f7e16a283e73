#include "qml/viewmodels/day/visit_plan.h"

#include "core/casework/person_card.h"
#include "core/casework/swedish_time.h"
#include "qml/viewmodels/team/team_store.h"

#include <algorithm>
#include <array>
#include <map>

namespace faltakt::viewmodels {

namespace json = base::json;
using base::Result;

namespace {

constexpr std::string_view FormName = "visitPlan";
constexpr std::string_view CheckInForm = "checkIn";
/// More rows than anybody has for two days.
constexpr std::size_t RowsRead = 500;
constexpr std::size_t MostProposals = 6;

bool isVisit(const store::AgendaEntry &entry)
{
    static constexpr std::array<std::string_view, 3> Reasons{"bookedVisit", "nextContact", "task:nextContact"};
    return entry.due && std::ranges::find(Reasons, entry.reason) != Reasons.end();
}

json::Object fieldsOf(const PlannedVisit &visit)
{
    json::Array things;
    for (const VisitThing &thing : visit.notes.things)
        things.emplace_back(json::Object{{"text", thing.text}, {"packed", thing.isPacked}});
    json::Object fields{{"record", visit.record.toString()},
                        {"where", visit.notes.where},
                        {"two", visit.notes.isForTwo},
                        {"with", visit.notes.companion},
                        {"typed", visit.notes.typed}};
    if (visit.notes.place)
        fields.set("place", *visit.notes.place);
    fields.set("things", std::move(things));
    return fields;
}

VisitNotes notesFrom(const json::Object &kept)
{
    const json::Value fields(kept);
    VisitNotes notes;
    notes.where = fields.stringAt("where");
    notes.isForTwo = fields.boolAt("two");
    notes.companion = fields.stringAt("with");
    notes.typed = fields.stringAt("typed");
    if (kept.find("place"))
        notes.place = int(fields.integerAt("place"));
    if (const json::Value *things = kept.find("things"); things && things->array())
        for (const json::Value &thing : *things->array())
            notes.things.push_back({thing.stringAt("text"), thing.boolAt("packed")});
    return notes;
}

using NotesByVisit = std::map<std::string, store::FormDraft>;

Result<NotesByVisit> keptNotes(const OpenStore &store)
{
    TRY(auto forms, store.cases.forms());
    NotesByVisit kept;
    for (store::FormDraft &form : forms)
        if (form.form == FormName) {
            std::string visit = json::Value(form.fields).stringAt("record");
            kept.emplace(std::move(visit), std::move(form));
        }
    return kept;
}

/// What the card arranges and where the person is met; nothing of a protected one.
Result<void> readCard(const OpenStore &store, PlannedVisit &visit)
{
    TRY(const auto people, store.cases.recordsOfKind(visit.caseId, "person"));
    for (const store::RecordView &person : people) {
        const casework::PersonCard card = casework::readPersonCard(person);
        visit.isArrangedForTwo = visit.isArrangedForTwo || card.hasFlag("twoAtVisit");
        for (const casework::ContactWay &way : card.contactWays)
            if (way.isPlace())
                visit.places.push_back(way.value);
    }
    return {};
}

/// Forms to sign or to fill in and questions to go on with: what else is open in the file.
Result<void> readProposals(OpenStore &store, const ListWording &wording, PlannedVisit &visit)
{
    using Verb = TodayRow::Verb;
    TRY(const auto rows, readOpenOf(store, visit.caseId, wording));
    for (const TodayRow &row : rows) {
        const bool isPaper = row.verb == Verb::FillIn || row.verb == Verb::GoOn || row.verb == Verb::Finish;
        std::string what = row.what.toStdString();
        const bool isKnown = std::ranges::find(visit.proposals, what) != visit.proposals.end();
        if (isPaper && row.record != visit.record && !what.empty() && !isKnown
            && visit.proposals.size() < MostProposals)
            visit.proposals.push_back(std::move(what));
    }
    return {};
}

} // namespace

std::vector<PlannedVisit> inOrder(std::vector<PlannedVisit> visits)
{
    std::ranges::stable_sort(visits, {}, &PlannedVisit::at);
    std::vector<PlannedVisit> ordered;
    for (const bool isTomorrow : {false, true}) {
        std::vector<PlannedVisit> day;
        std::ranges::copy_if(visits, std::back_inserter(day), [&](const PlannedVisit &visit) {
            return visit.isTomorrow == isTomorrow && visit.notes.place.has_value();
        });
        std::ranges::stable_sort(day, {}, [](const PlannedVisit &visit) { return *visit.notes.place; });
        for (const PlannedVisit &visit : visits) {
            if (visit.isTomorrow != isTomorrow || visit.notes.place)
                continue;
            day.insert(std::ranges::find_if(day, [&](const PlannedVisit &each) { return each.at > visit.at; }), visit);
        }
        std::ranges::move(day, std::back_inserter(ordered));
    }
    return ordered;
}

Result<std::vector<PlannedVisit>> readVisits(OpenStore &store, const ListWording &wording)
{
    TRY(const TodayContent today, readToday(store, wording, RowsRead));
    TRY(const auto kept, keptNotes(store));
    const base::Date day = casework::swedishDate(store.clock.now());
    const base::Date next = std::chrono::sys_days(day) + std::chrono::days(1);
    std::vector<PlannedVisit> visits;
    for (const TodayRow &row : today.rows) {
        if (row.kind != TodayRow::Kind::Agenda || !isVisit(row.entry))
            continue;
        const base::Date due = casework::swedishDate(*row.entry.due);
        if (due != day && due != next)
            continue;
        PlannedVisit visit{row.caseId, row.record, *row.entry.due, due == next, row.who, row.what, {}, false, {}, {}};
        if (const auto notes = kept.find(visit.record.toString()); notes != kept.end())
            visit.notes = notesFrom(notes->second.fields);
        TRY_VOID(readCard(store, visit));
        TRY_VOID(readProposals(store, wording, visit));
        visits.push_back(std::move(visit));
    }
    return inOrder(std::move(visits));
}

Result<void> keepVisitNotes(OpenStore &store, const PlannedVisit &visit)
{
    TRY(const auto kept, keptNotes(store));
    const auto present = kept.find(visit.record.toString());
    if (visit.notes == VisitNotes())
        return present == kept.end() ? Result<void>() : store.cases.dropForm(present->second.id);
    store::FormDraft form;
    form.id = present == kept.end() ? store.ids.makeId<base::RecordId>() : present->second.id;
    form.form = std::string(FormName);
    form.caseId = visit.caseId;
    form.fields = fieldsOf(visit);
    return store.cases.keepForm(form);
}

Result<void> beginCheckIn(OpenStore &store, const std::string &place)
{
    TRY(const auto team, teamCase(store));
    if (place.empty() || !team)
        return {};
    TRY(const auto forms, store.cases.forms());
    TRY(const auto last, ownVisit(store, *team, Over::Also));
    const bool isOut = last && last->watch.isOpen();
    if (isOut || std::ranges::find(forms, CheckInForm, &store::FormDraft::form) != forms.end())
        return {};
    store::FormDraft form;
    form.id = store.ids.makeId<base::RecordId>();
    form.form = std::string(CheckInForm);
    // As the page of the check-in writes it; no end is chosen yet.
    form.fields = {
        {"place", place}, {"phone", last ? last->watch.phone : std::string()}, {"end", -1}, {"other", std::string()}};
    return store.cases.keepForm(form);
}

} // namespace faltakt::viewmodels
